package format

import (
	"strings"
	"testing"
	"unicode/utf16"

	"clippings/wasm/protocol"
)

// TestSamplesAddUp reads a sample of every format: each record has its line.
func TestSamplesAddUp(t *testing.T) {
	for _, s := range samples(t) {
		got := readString(t, s.name, s.data)
		read := 0
		format := ""
		for _, e := range got {
			if e.Document == nil {
				continue
			}
			if read++; format == "" {
				format = e.Format
			}
			if !strings.Contains(e.Document.Text, "back at the quay in Bergen") {
				t.Errorf("%s#%s: got text %q", s.name, e.Record, e.Document.Text)
			}
		}
		if len(got) != s.records || read == 0 || format != s.format {
			t.Errorf("%s: got %d lines, %d read as %q, want %d lines and %q\n%s", s.name, len(got), read, format, s.records, s.format, ledgerWithReasons(got))
		}
	}
}

// ledgerWithReasons is a line an entry: record, format, reason, detail.
func ledgerWithReasons(entries []Entry) string {
	var b strings.Builder
	for _, e := range entries {
		b.WriteString(e.Record + " · " + e.Format + " · " + e.Skip.String() + " · " + e.Detail + "\n")
	}
	return b.String()
}

func utf16Of(s string) string {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

// TestWrongNames reads files whose name says something else than their bytes,
// and containers in containers, as they come from the field.
func TestWrongNames(t *testing.T) {
	docx, packed := docxOf(t, 1), warcRecords(2)
	for _, c := range []struct {
		name, data string
		lines      int
		format     string
	}{
		// the name lies
		{"a.zip", docx, 1, "docx"},
		{"a.doc", docx, 1, "docx"},
		{"a.doc", rtfOf(1), 1, "rtf"},
		{"a.doc", webPage(1), 1, "html"},
		{"a.doc", mhtmlOf(1), 1, "mhtml"},
		{"a.xls", webPage(1), 1, "html"},
		{"a.txt", webPage(1), 1, "html"},
		{"a.html", rssOf(2), 2, "rss"},
		{"a.xml", rssOf(2), 2, "rss"},
		{"a.php", rssOf(2), 2, "rss"},
		{"a.txt", csvOf(4, "\t"), 4, "tsv"},
		{"a.txt", jsonlOf(4), 4, "jsonl"},
		{"a.json", jsonlOf(4), 4, "jsonl"},
		{"a.jsonl", jsonOf(4), 4, "json"},
		{"a.txt", mboxOf(2), 2, "eml"},
		{"a.txt", mailOf(1), 1, "eml"},
		{"Inbox", mboxOf(2), 2, "eml"},
		{"a.html", mhtmlOf(1), 1, "mhtml"},
		{"a.mht", mhtmlOf(1), 1, "mhtml"},
		{"a", gzOf(article), 1, "text"},
		{"a.dat", string(zipOf(t, member{"1.txt", story(1)})), 1, "text"},
		{"a.gz", string(zipOf(t, member{"1.txt", story(1)})), 1, "text"},
		{"a.zip", gzOf(webPage(1)), 1, "html"},
		{"a.pdf", docx, 1, "docx"},
		{"a.docx", pdfOf(1), 1, "pdf"},
		{"a.docx", webPage(1), 1, "html"},
		{"a.epub", rtfOf(1), 1, "rtf"},
		{"a.pdf", webPage(1), 1, "html"},
		{"a.pdf", "\r\n\r\n" + pdfOf(1), 1, "pdf"},
		{"a.pdf", "HTTP junk before it\n" + pdfOf(1), 1, "pdf"},
		{"a.gz", article, 1, "text"},
		{"a.html.gz", webPage(1), 1, "html"},
		{"a.warc.gz", strings.Join(packed, ""), 3, "html"},
		{"a.xml", `<?xml version="1.0"?><story xmlns="x"><head>Ferry</head>` + paragraphs("<para>", "</para>", article) + "</story>", 1, "html"},
		// upper case
		{"A.TXT", article, 1, "text"}, {"A.HTML", webPage(1), 1, "html"}, {"A.CSV", csvOf(3, ","), 3, "csv"}, {"A.ZIP", string(zipOf(t, member{"A.DOCX", docx})), 1, "docx"},
		{"A.JSONL", jsonlOf(3), 3, "jsonl"}, {"A.WARC.GZ", gzOf(packed...), 3, "html"}, {"A.MBOX", mboxOf(2), 2, "eml"}, {"A.PDF", pdfOf(1), 1, "pdf"},
		// encodings
		{"a.csv", utf16Of(csvOf(3, ",")), 3, "csv"},
		{"a.csv", "\uFEFF" + csvOf(3, ";"), 3, "csv"},
		{"a.jsonl", "\uFEFF" + jsonlOf(3), 3, "jsonl"},
		{"a.json", utf16Of(jsonOf(3)), 3, "json"},
		{"a.xml", utf16Of(strings.Replace(rssOf(2), "utf-8", "utf-16", 1)), 2, "rss"},
		{"a.html", utf16Of(webPage(1)), 1, "html"},
		{"a.csv", strings.ReplaceAll(csvOf(3, ","), "\n", "\r\n"), 3, "csv"},
		// containers in containers
		{"a.mbox.gz", gzOf(mboxOf(3)), 3, "eml"},
		{"a.json.gz", gzOf(jsonOf(3)), 3, "json"},
		{"a.jsonl.zst", zstOf(jsonlOf(3)), 3, "jsonl"},
		{"a.csv.gz", gzOf(csvOf(3, ",")), 3, "csv"},
		{"a.tar.zst", zstOf(tarOf(t, member{"1.txt", story(1)}, member{"2.pdf", pdfOf(2)})), 2, "text"},
		{"a.tar.gz", gzOf(tarOf(t, member{"./1.txt", story(1)}, member{"./b/2.csv", csvOf(3, ",")})), 4, "text"},
		{"a.zip", string(zipOf(t, member{"x.eml", mailWith(member{"r.pdf", pdfOf(2)}, member{"r.docx", docxOf(t, 3)}, member{"r.zip", string(zipOf(t, member{"4.txt", story(4)}, member{"5.rtf", rtfOf(5)}))})})), 5, "eml"},
		{"a.zip", string(zipOf(t, member{"x.tar", tarOf(t, member{"y.gz", gzOf(story(1))})})), 1, "text"},
		{"a.eml", mailWith(member{"forwarded.eml", mailOf(2)}), 2, "eml"},
		{"a.zip", string(zipOf(t, member{"a.csv", csvOf(3, ",")}, member{"b.jsonl", jsonlOf(3)}, member{"feed.xml", rssOf(2)}, member{"a.mbox", mboxOf(2)})), 10, "csv"},
	} {
		got := readString(t, c.name, c.data)
		read, format := 0, ""
		for _, e := range got {
			if e.Document == nil {
				continue
			}
			if read++; format == "" {
				format = e.Format
			}
		}
		if len(got) != c.lines || format != c.format {
			t.Errorf("%s %.20q: got %d lines, %d read as %q, want %d of %q\n%s", c.name, c.data, len(got), read, format, c.lines, c.format, ledgerWithReasons(got))
		}
	}
}

// TestNotRead names what is not read, in one line each.
func TestNotRead(t *testing.T) {
	for _, c := range []struct{ name, data, detail string }{
		{"a.7z", "7z\xBC\xAF\x27\x1C\x00\x04", "7-Zip"},
		{"a.rar", "Rar!\x1A\x07\x01\x00", "RAR"},
		{"a.txt", "Rar!\x1A\x07\x01\x00", "RAR"},
		{"a.Z", "\x1F\x9D\x90\x54\x2A\x78\x00\x01", "compress"},
		{"a.lz4", "\x04\x22\x4D\x18\x64\x40\xA7\x00", "LZ4"},
		{"a.br", "\x0B\x02\x80\x68\x65\x6C\x00\x03", "Brotli"},
		{"a.lz", "LZIP\x01\x0C\x00", "lzip"},
		{"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Word"},
		{"a.xlsx", string(zipOf(t, member{"[Content_Types].xml", "<Types/>"}, member{"xl/workbook.xml", "<workbook/>"})), "Excel"},
		{"a.pptx", string(zipOf(t, member{"[Content_Types].xml", "<Types/>"}, member{"ppt/presentation.xml", "<p/>"})), "PowerPoint"},
		{"a.jpg", "\xFF\xD8\xFF\xE0\x00\x10JFIF", "JPEG"},
		{"a.exe", "MZ\x90\x00\x03", "program"},
		{"a.css", "body { color: red }", "style sheet"},
		{"a.js", "var a = 1", "script"},
		{"a.parquet", "PAR1\x15\x04", "Parquet"},
		{"a.heic", "\x00\x00\x00\x24ftypheic\x00\x00\x00\x00", "film"},
		{"a.webm", "\x1A\x45\xDF\xA3\x01", "film"},
		{"a.wps", "\x01\xFE\x32\x00\x00", "Works"},
		{"a.wpd", "\xFFWPC\x00\x01", "WordPerfect"},
		{"a.pages", string(zipOf(t, member{"Index/Document.iwa", "\x00\x01\x02\x00"})), "Pages"},
		{"a.webarchive", "bplist00\xD1\x01", "Safari"},
		{"a.dmg", "koly\x00\x00\x00\x04", "disk image"},
		{"a.iso", "\x00\x00\x00\x00\x00\x00", "disk image"},
	} {
		got := readString(t, c.name, c.data)
		if len(got) != 1 || got[0].Skip != protocol.SkipUnsupported || !strings.Contains(got[0].Detail, c.detail) {
			t.Errorf("%s: got\n%swant one line of %q", c.name, ledgerWithReasons(got), c.detail)
		}
	}
}

// TestPartsTellOnce shares samples, whole and cut, among three walks: together
// they tell what one does.
func TestPartsTellOnce(t *testing.T) {
	all := samples(t)
	for _, s := range samples(t) {
		s.data = s.data[:len(s.data)*6/10]
		all = append(all, s)
	}
	all = append(all, sample{name: "e.zip", data: string(zipOf(t))}, sample{name: "e.tar", data: tarOf(t)},
		sample{name: "many.tgz", data: gzOf(tarOf(t, member{"a.mbox", mboxOf(40)}, member{"b.jsonl.gz", gzOf(jsonlOf(60))[:900]}, member{"c.txt", article}))},
		sample{name: "many.jsonl.gz", data: gzOf(jsonlOf(90))}, sample{name: "many.warc.gz", data: gzOf(warcRecords(90)...)})
	for _, s := range all {
		want, got := map[string]int{}, map[string]int{}
		for part := range uint32(4) {
			r := Reader{Part: part, Parts: 3}
			count := got
			if part == 3 {
				r, count = Reader{}, want
			}
			if err := r.Read(s.name, strings.NewReader(s.data), func(e Entry) error {
				count[e.Record+" "+e.Skip.String()+" "+e.Detail]++
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		}
		for line, n := range want {
			if got[line] != n {
				t.Errorf("%s of %d bytes: %q %d times, want %d", s.name, len(s.data), line, got[line], n)
			}
		}
		if len(got) > len(want) {
			t.Errorf("%s of %d bytes: got %v, want %v", s.name, len(s.data), got, want)
		}
	}
}

// TestAsciiHead holds that the start of a page says as much as all of it, and
// that a short one is not cut.
func TestAsciiHead(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "  \xEF\xBB\xBF<HTML>": "<html>", "\xFF\xFE<\x00H\x00": "<h", "{ \"A\": 1}": "{\"a\":1}", " [ {": "[{", "text <html>": "", "\xEF": "",
	} {
		if got := asciiHead([]byte(in)); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	for name, c := range map[string]struct{ head, want string }{
		"comment first":   {"<!-- " + strings.Repeat("saved by a crawler ", 100) + "--><html>", formatHTML},
		"brackets later":  {strings.Repeat(" ", 1500) + "{\"title\": \"Ferry\"}", formatJSON},
		"a tag in a text": {"The tag <b> is bold.", formatText},
	} {
		if got := sniff(&body{name: "a.txt"}, []byte(c.head)); got.format != c.want {
			t.Errorf("%s: got %s, want %s", name, got.format, c.want)
		}
	}
}
