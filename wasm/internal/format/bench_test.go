package format

import (
	"strings"
	"testing"

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
