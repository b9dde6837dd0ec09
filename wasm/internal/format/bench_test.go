package format

import (
	"strings"
	"testing"

	"clippings/wasm/internal/corpustest"
	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// plainText and htmlPage64 are about 64 kB each, with the menus and boxes a page
// has around its article.
func plainText() string {
	menu := strings.Repeat("Home\nSport\nRead more\n1h ago\n", 8)
	return menu + strings.Repeat(article+"\n", 160) + menu
}

func pageSource() string {
	menu := "<nav><ul>" + strings.Repeat("<li><a href=\"/section/sport\" class=\"menu-item\">Sport of the week</a></li>", 40) + "</ul></nav>"
	paragraph := "<p class=\"article__paragraph\">The ferry that sank in the <a href=\"/storm\">storm</a> of last winter is back at the quay in <em>Bergen</em>, the harbour office said on Monday &mdash; and it stays.</p>\n"
	return "<!doctype html><html lang=en><head><title>Ferry returns | Baynews</title></head><body>" + menu +
		"<main><h1>Ferry returns</h1>" + strings.Repeat(paragraph, 300) + "</main>" + menu + "</body></html>"
}

func BenchmarkReadText(b *testing.B) { benchmarkRead(b, "a.txt", plainText()) }

func BenchmarkReadHTML(b *testing.B) { benchmarkRead(b, "a.html", pageSource()) }

// BenchmarkPipeline is all that happens to articles of the usual size but
// indexing and comparing: found out, decoded, parsed, extracted.
func BenchmarkPipeline(b *testing.B) {
	var texts, pages []string
	for _, d := range corpustest.Corpus(3, 300) {
		texts = append(texts, d.Title+"\n\nBy Ann Writer\n\nPosted "+d.Date+"\n\n"+d.Text+"\n\nShare this article\nRead more\n1h ago\n")
		pages = append(pages, pageOf(d.Title, d.Date, d.Text))
	}
	b.Run("text", func(b *testing.B) { benchmarkAll(b, ".txt", texts) })
	b.Run("html", func(b *testing.B) { benchmarkAll(b, ".html", pages) })
}

// pageOf puts an article into a page with as much around it as pages have.
func pageOf(title, date, text string) string {
	menu := "<nav><ul>" + strings.Repeat("<li class=\"menu-item menu-item-type-post\"><a href=\"/section/sport\" class=\"menu-link\">Sport of the week</a></li>\n", 30) + "</ul></nav>"
	script := "<script>var layer = layer || []; " + strings.Repeat("layer.push({'page': 'article', 'id': 12345});\n", 40) + "</script>"
	body := "<p class=\"article__paragraph\">" + strings.ReplaceAll(text, "\n\n", "</p>\n<p class=\"article__paragraph\">") + "</p>"
	return "<!doctype html><html lang=en><head><title>" + title + " | Baynews</title><meta property=\"article:published_time\" content=\"" + date + "\">" + script +
		"</head><body>" + menu + "<main><article><h1>" + title + "</h1>" + body + "</article><aside>" + menu + "</aside></main><footer>" + menu + "</footer></body></html>"
}

func benchmarkAll(b *testing.B, extension string, files []string) {
	size := 0
	for _, f := range files {
		size += len(f)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range files {
			r := Reader{Yield: never}
			if err := r.Read("a"+extension, strings.NewReader(f), func(Entry) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func benchmarkRead(b *testing.B, name, data string) {
	r := Reader{Yield: never}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if err := r.Read(name, strings.NewReader(data), func(Entry) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExtract is extract.Extract alone on the plain text.
func BenchmarkExtract(b *testing.B) {
	text := plainText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		extract.Extract(&protocol.Document{Text: text}, extract.Input{})
	}
}

// BenchmarkParseHTML is the pass over the tokens alone.
func BenchmarkParseHTML(b *testing.B) {
	source := pageSource()
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parseHTML(source, never); err != nil {
			b.Fatal(err)
		}
	}
}
