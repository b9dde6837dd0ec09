package format

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// traps are what makes a parser look again and again at the same bytes: openings
// without ends, crowds of marks, names that repeat. Each part stands some hundred
// thousand times.
var traps = []struct{ name, before, part, after string }{
	{"a.mbox", "", "From a@b.example Mon Jun  3 10:00:00 2024\n\n", ""},
	{"a.mbox", "From a@b.example Mon Jun  3 10:00:00 2024\nSubject: x\n\n", ">From here\n", ""},
	{"a.eml", "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n", "--x\n\na\n", ""},
	{"a.eml", "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n", "--x", ""},
	{"a.eml", "Subject: ", "=?utf-8?q?a?= ", "\n\ntext"},
	{"a.eml", "", "X-A: b\n", "\ntext"},
	{"a.eml", "Subject: x\nTo: ", "a@b.example, ", "\n\ntext"},
	{"a.mhtml", "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "--x\nContent-Type: text/html\nContent-Location: cid:a\n\n<p>a\n", ""},
	{"a.rss", "<rss><channel>", "<item>", ""},
	{"a.rss", "<rss><channel>", "<item><title>a</title></item>", ""},
	{"a.rss", "<rss><channel><item><description>", "<![CDATA[", ""},
	{"a.rss", "<rss><channel><item><description>", "&lt;", ""},
	{"a.atom", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content>", "<a ", ""},
	{"feed.json", `{"version":"https://jsonfeed.org/version/1","items":[`, `{"id":"1"},`, ""},
	{"a.sgm", "", "<REUTERS>", ""},
	{"a.sgm", "", "<REUTERS><BODY>a</BODY>", ""},
	{"a.xml", "<nitf>", "<p>", ""},
	{"a.xml", "<nitf>", "<!--", ""},
	{"a.xml", "<?xml version='1.0'?>", "<a>", ""},
	{"a.csv", "title,text\n", "\"", ""},
	{"a.csv", "title,text\n", "a,\"b\nc", ""},
	{"a.csv", "", ",", "\n"},
	{"a.jsonl", "", "{\"text\":\"a\"}{", ""},
	{"a.jsonl", "", "{", ""},
	{"a.json", "", "[", ""},
	{"a.json", `{"a":[`, `{"text":"b"},`, ""},
	{"a.json", `{`, `"a":1,`, ""},
	{"a.warc", "", "WARC/1.0\r\n\r\n", ""},
	{"a.warc", "WARC/1.0\r\n", "A: b\r\n", ""},
	{"a.warc", "", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n\r\n\r\n", ""},
	{"a.arc", "filedesc://a 0.0.0.0 20240518015810 text/plain 0\n\n", "http://a/ 0.0.0.0 20240518015810 text/html 0\n\n", ""},
	{"a.rtf", `{\rtf1 `, "{", ""},
	{"a.rtf", `{\rtf1 `, `{\fonttbl{\f0 a;}}`, ""},
	{"a.rtf", `{\rtf1 `, `\trowd a\cell\row`, ""},
	{"a.rtf", `{\rtf1 `, `{\*\x `, ""},
	{"a.pdf", "%PDF-1.4\n", "1 0 obj\n<<", ""},
	{"a.pdf", "%PDF-1.4\n", "trailer << /Prev 9 >>", ""},
	{"a.pdf", "%PDF-1.4\n", "(", ""},
	{"a.pdf", "%PDF-1.4\n", "[", ""},
	{"a.md", "", "[a](", ""},
	{"a.md", "", "> ", "a"},
	{"a.md", "", "*a _b ", ""},
	{"a.md", "", "- a\n", ""},
	{"a.txt", "", "By A\n", ""},
	{"a.txt", "", "2024-06-03\n\nTitle\n\nA sentence of the day.\n\n", ""},
	{"a.txt", "", "a\tb\tc\n", ""},
	{"a.html", "<!doctype html>", "<!--", ""},
	{"a.html", "<!doctype html>", "<table>", ""},
	{"a.html", "<!doctype html>", "<a href='", ""},
	{"a.html", "<!doctype html>", "<p itemprop=x itemscope>", ""},
	{"a.html", "<!doctype html>", "<script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script>", ""},
	{"a.html", "<!doctype html>", "<svg><title>", ""},
	{"a.html", "<!doctype html>", "<meta name=author content=a>", ""},
	{"a.html", "<!doctype html>", "<select><option>", ""},
}

// TestTraps holds that each of them ends and is accounted for. They take
// milliseconds each; what is quadratic would take minutes.
func TestTraps(t *testing.T) {
	size := 256 << 10
	if testing.Short() {
		size = 64 << 10
	}
	for _, c := range traps {
		t.Run(c.name+" "+c.part, func(t *testing.T) {
			data := c.before + strings.Repeat(c.part, size/len(c.part)) + c.after
			readBounded(t, c.name, data, protocol.Limits{})
		})
	}
	for _, c := range []struct{ name, part, before, body string }{
		{"a.docx", "word/document.xml", "<w:document><w:body>", "<w:tbl><w:tr><w:tc>"},
		{"a.docx", "word/document.xml", "<w:document><w:body>", "<w:p><w:r><w:t>a"},
		{"a.docx", "word/document.xml", "<w:document><w:body><w:p>", "<w:r><mc:AlternateContent><mc:Choice>"},
		{"a.odt", "content.xml", "<office:document-content><office:body><office:text>", "<text:list><text:list-item>"},
		{"a.odt", "content.xml", "<office:document-content><office:body><office:text>", "<text:p><text:note>"},
	} {
		t.Run(c.name+" "+c.body, func(t *testing.T) {
			members := []member{{"[Content_Types].xml", "<Types/>"}, {c.part, c.before + strings.Repeat(c.body, size/len(c.body))}}
			if c.name == "a.odt" {
				members[0] = member{"mimetype", "application/vnd.oasis.opendocument.text"}
			}
			readBounded(t, c.name, string(zipOf(t, members...)), protocol.Limits{})
		})
	}
}
