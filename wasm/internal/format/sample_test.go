package format

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// A sample is a small file of one format.
type sample struct {
	name    string
	data    string
	records int    // lines it has in the ledger, those that sum up counted
	format  string // of the first line that was read
}

// story is an article, different for each number.
func story(n int) string {
	return strings.ReplaceAll(article, "Bergen", fmt.Sprintf("Bergen %d", n))
}

// storyHTML is the same as the inside of a page.
func storyHTML(n int) string {
	title, body, _ := strings.Cut(story(n), "\n")
	return "<h1>" + title + "</h1>" + paragraphs("<p>", "</p>", body)
}

// paragraphs puts marks around every line of text.
func paragraphs(before, after, text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString(before + line + after + "\n")
		}
	}
	return b.String()
}

// each joins what make gives for the numbers from 1 to n.
func each(n int, make func(i int) string) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		b.WriteString(make(i))
	}
	return b.String()
}

func webPage(n int) string {
	return "<!DOCTYPE html><html><head><title>Page " + fmt.Sprint(n) + "</title></head><body><main>" + storyHTML(n) + "</main></body></html>"
}

func docxOf(t testing.TB, n int, more ...member) string {
	return string(zipOf(t, append([]member{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"word/document.xml", `<w:document xmlns:w="w"><w:body>` + paragraphs("<w:p><w:r><w:t>", "</w:t></w:r></w:p>", story(n)) + `</w:body></w:document>`},
	}, more...)...))
}

func odtOf(t testing.TB, n int) string {
	const open = `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>`
	return string(zipOf(t, member{"mimetype", "application/vnd.oasis.opendocument.text"},
		member{"content.xml", open + paragraphs("<text:p>", "</text:p>", story(n)) + `</office:text></office:body></office:document-content>`}))
}

func epubOf(t testing.TB, chapters int) string {
	members := []member{{"mimetype", "application/epub+zip"},
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`},
		{"book.opf", `<package><manifest>` + each(chapters, func(i int) string {
			return fmt.Sprintf(`<item id="c%d" href="c%d.xhtml" media-type="application/xhtml+xml"/>`, i, i)
		}) +
			`</manifest><spine>` + each(chapters, func(i int) string { return fmt.Sprintf(`<itemref idref="c%d"/>`, i) }) + `</spine></package>`}}
	for i := 1; i <= chapters; i++ {
		members = append(members, member{fmt.Sprintf("c%d.xhtml", i), `<html xmlns="http://www.w3.org/1999/xhtml"><body>` + storyHTML(i) + `</body></html>`})
	}
	return string(zipOf(t, members...))
}

func rtfOf(n int) string {
	return `{\rtf1\ansi\deff0 ` + paragraphs("", `\par `, strings.NewReplacer("“", `\ldblquote `, "”", `\rdblquote `).Replace(story(n))) + `}`
}

// pdfOf is a page of Courier with a line of text for each line.
func pdfOf(n int) string {
	var show strings.Builder
	show.WriteString("BT /F 10 Tf 12 TL 40 760 Td\n")
	for _, line := range strings.Split(strings.NewReplacer("“", `"`, "”", `"`).Replace(story(n)), "\n") {
		for ; len(line) > 80; line = line[80:] {
			fmt.Fprintf(&show, "(%s) Tj T*\n", line[:80])
		}
		fmt.Fprintf(&show, "(%s) Tj T*\n", line)
	}
	show.WriteString("ET")
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>", "<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", show.Len(), show.String())}
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	xref := ""
	for i, o := range objects {
		xref += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", xref, strings.Index(b.String(), "xref"))
	return b.String()
}

func mailOf(n int) string {
	return fmt.Sprintf("From: Ada Lund <ada@baynews.example>\r\nTo: desk@baynews.example\r\nSubject: Ferry %d\r\nDate: Mon, 3 Jun 2024 10:00:00 +0000\r\nMessage-ID: <%d@baynews.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n%s",
		n, n, strings.ReplaceAll(story(n), "\n", "\r\n"))
}

// mailWith is a message with files attached.
func mailWith(attached ...member) string {
	var b strings.Builder
	b.WriteString("From: Ada Lund <ada@baynews.example>\r\nSubject: Files\r\nDate: Mon, 3 Jun 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"cut\"\r\n\r\n--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + story(1))
	for _, m := range attached {
		fmt.Fprintf(&b, "\r\n--cut\r\nContent-Type: application/octet-stream; name=\"%s\"\r\nContent-Disposition: attachment; filename=\"%s\"\r\nContent-Transfer-Encoding: base64\r\n\r\n", m.name, m.name)
		for data := base64.StdEncoding.EncodeToString([]byte(m.data)); data != ""; data = data[min(76, len(data)):] {
			b.WriteString(data[:min(76, len(data))] + "\r\n")
		}
	}
	return b.String() + "\r\n--cut--\r\n"
}

func mboxOf(n int) string {
	return each(n, func(i int) string {
		return "From ada@baynews.example Mon Jun  3 10:00:00 2024\n" + strings.ReplaceAll(mailOf(i), "\r\n", "\n") + "\n"
	})
}

func mhtmlOf(n int) string {
	return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://baynews.example/ferry\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"cut\"\r\n\r\n--cut\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://baynews.example/ferry\r\n\r\n" +
		webPage(n) + "\r\n--cut--\r\n"
}

func rssOf(n int) string {
	return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Bay News</title>` + each(n, func(i int) string {
		return fmt.Sprintf("<item><title>Ferry %d</title><link>https://baynews.example/%d</link><description><![CDATA[%s]]></description></item>", i, i, storyHTML(i))
	}) + "</channel></rss>"
}

func atomOf(n int) string {
	return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Bay News</title>` + each(n, func(i int) string {
		return fmt.Sprintf("<entry><id>urn:%d</id><title>Ferry %d</title><updated>2024-06-03T10:00:00Z</updated><content>%s</content></entry>", i, i, story(i))
	}) + "</feed>"
}

func jsonFeedOf(n int) string {
	return `{"version":"https://jsonfeed.org/version/1.1","title":"Bay News","items":[` + strings.TrimSuffix(each(n, func(i int) string {
		return fmt.Sprintf(`{"id":"%d","title":"Ferry %d","content_text":%q},`, i, i, story(i))
	}), ",") + "]}"
}

func nitfOf(n int) string {
	return `<?xml version="1.0" encoding="utf-8"?><nitf><head><title>Ferry</title></head><body><body.head><hedline><hl1>Ferry ` + fmt.Sprint(n) + `</hl1></hedline></body.head><body.content>` + paragraphs("<p>", "</p>", story(n)) + `</body.content></body></nitf>`
}

func sgmlOf(n int) string {
	return "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + each(n, func(i int) string {
		return fmt.Sprintf("<REUTERS NEWID=\"%d\"><DATE>26-FEB-1987 15:01:01.79</DATE><TEXT><TITLE>FERRY %d</TITLE><BODY>%s</BODY></TEXT></REUTERS>\n", i, i, story(i))
	})
}

func csvOf(n int, comma string) string {
	join := func(cells ...string) string { return strings.Join(cells, comma) + "\n" }
	return join("title", "date", "text") + each(n, func(i int) string {
		return join(fmt.Sprintf("Ferry %d", i), "2024-06-03", `"`+story(i)+`"`)
	})
}

func jsonlOf(n int) string {
	return each(n, func(i int) string {
		return fmt.Sprintf(`{"title":"Ferry %d","date":"2024-06-03","text":%q}`+"\n", i, story(i))
	})
}

func jsonOf(n int) string {
	return "[" + strings.TrimSuffix(strings.ReplaceAll(jsonlOf(n), "}\n", "},\n"), ",\n") + "]"
}

// warcRecords are a record about the capture and n pages.
func warcRecords(n int) []string {
	out := []string{"WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-05-18T01:58:10Z\r\nContent-Length: 12\r\n\r\nsoftware: me\r\n\r\n"}
	for i := 1; i <= n; i++ {
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + webPage(i)
		out = append(out, fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Date: 2024-05-18T01:58:10Z\r\nWARC-Target-URI: https://baynews.example/%d\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			i, i, len(block), block))
	}
	return out
}

func arcOf(n int) string {
	const about = "1 0 Bay\nURL IP-address Archive-date Content-type Archive-length\n"
	return fmt.Sprintf("filedesc://bay.arc 0.0.0.0 20240518015810 text/plain %d\n%s\n", len(about), about) + each(n, func(i int) string {
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + webPage(i)
		return fmt.Sprintf("http://baynews.example/%d 192.0.2.1 20240518015810 text/html %d\n%s\n", i, len(block), block)
	})
}

func gzOf(data ...string) string {
	var b bytes.Buffer
	for _, d := range data {
		w := gzip.NewWriter(&b)
		io.WriteString(w, d)
		w.Close()
	}
	return b.String()
}

func zstOf(data string) string {
	w, _ := zstd.NewWriter(nil)
	return string(w.EncodeAll([]byte(data), nil))
}

func tarOf(t testing.TB, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		if err := w.WriteHeader(&tar.Header{Name: m.name, Mode: 0o600, Size: int64(len(m.data))}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, m.data)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// unbase64 are the bytes of what no package here can write: an article of three
// paragraphs as bzip2 and as xz.
func unbase64(s string) string {
	b, _ := base64.StdEncoding.DecodeString(s)
	return string(b)
}

const (
	bzip2Sample = "QlpoOTFBWSZTWX0gsP0AABzXgAAQQAURMhQAP+/+oDAAtbQ1T9IIaNDTQGmjINU/TRNFDEDamhkA1T8pkkbU2mRDE0wLwWGq6kftwa6oebihvJpu1l7d5pNj8hnnjEkBiMTMZAgE9F0vXrC5zNWxU2VYqDjSFDAqRLwHkqeWFbaku/4bavxsKFkKVE4C7kgRjg4RvUGaB51zu/bljCDFiTULR1EDKcEb591hWzWQ4PknIldZeUw8BUUGKI4ZzEPYFb116nECUgQexdyRThQkH0gsP0A="
	xzSample    = "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AD8AMVdACMZSlh5EBCHVBqD4uFWlKP6yzix1dx0KVfjY4itX+qlpC3QWmLFab3zMzKDZqFbF0CRqeEWgq/Xz4qCUXUPXDiBN5xsAY14ra2zu/H22pQKtl6PGeuBOuVhbkBRou+KRJ71gxvio2akhk/3nYQ+J42V2cdGoCEcuiqFXnLSQOK64oIHBwJW+9RJXyoENYEqoimfYTqVOdSX2fLitrUs1bqGZPwToLXC1sWzXVXsPGDsIUgTJgSkiGVFsCmADpKBur3Sz+YAAAAAANg/2LBkq9o8AAHhAf0BAAAHkeNWscRn+wIAAAAABFla"
)

// samples are small files of all formats, with how many lines they give.
func samples(t testing.TB) []sample {
	packed := warcRecords(3)
	return []sample{
		{"a.txt", article, 1, "text"},
		{"a.md", "# " + article, 1, "markdown"},
		{"a.html", webPage(1), 1, "html"},
		{"a.xhtml", `<?xml version="1.0"?>` + "\n" + webPage(1), 1, "html"},
		{"a.mhtml", mhtmlOf(1), 1, "mhtml"},
		{"a.json", jsonOf(3), 3, "json"},
		{"a.jsonl", jsonlOf(3), 3, "jsonl"},
		{"a.csv", csvOf(3, ","), 3, "csv"},
		{"a.tsv", csvOf(3, "\t"), 3, "tsv"},
		{"a.rss", rssOf(3), 3, "rss"},
		{"a.atom", atomOf(3), 3, "atom"},
		{"feed.json", jsonFeedOf(3), 3, "json feed"},
		{"a.sgm", sgmlOf(3), 3, "reuters sgml"},
		{"a.xml", nitfOf(1), 1, "nitf"},
		{"a.warc", strings.Join(packed, ""), 4, "html"},
		{"a.warc.gz", gzOf(packed...), 4, "html"},
		{"a.arc", arcOf(3), 4, "html"},
		{"a.wacz", string(zipOf(t, member{"archive/data.warc.gz", gzOf(packed...)}, member{"datapackage.json", `{"profile":"data-package"}`}, member{"pages/pages.jsonl", `{"format":"json-pages-1.0","id":"pages"}` + "\n"})), 6, "html"},
		{"a.eml", mailOf(1), 1, "eml"},
		{"a.mbox", mboxOf(3), 3, "eml"},
		{"a.docx", docxOf(t, 1), 1, "docx"},
		{"a.odt", odtOf(t, 1), 1, "odt"},
		{"a.epub", epubOf(t, 3), 3, "epub"},
		{"a.rtf", rtfOf(1), 1, "rtf"},
		{"a.pdf", pdfOf(1), 1, "pdf"},
		{"a.zip", string(zipOf(t, member{"1.txt", story(1)}, member{"2.html", webPage(2)}, member{"3.docx", docxOf(t, 3)})), 3, "text"},
		{"a.tar", tarOf(t, member{"1.txt", story(1)}, member{"2.html", webPage(2)}, member{"3.docx", docxOf(t, 3)}), 3, "text"},
		{"a.txt.gz", gzOf(article), 1, "text"},
		{"a.txt.zst", zstOf(article), 1, "text"},
		{"a.txt.bz2", unbase64(bzip2Sample), 1, "text"},
		{"a.txt.xz", unbase64(xzSample), 1, "text"},
		{"a.tgz", gzOf(tarOf(t, member{"1.txt", story(1)}, member{"2.txt", story(2)})), 2, "text"},
	}
}
