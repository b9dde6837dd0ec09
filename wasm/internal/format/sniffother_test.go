package format

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// TestSniffSamples holds that every sample is told from its first bytes, by this
// program or as one that another program is to look at. Run with GOOS=js it is the
// page's engine that is tested, which must not take them for text.
func TestSniffSamples(t *testing.T) {
	own := map[string]string{"a.txt": formatText, "a.md": formatMarkdown, "a.html": formatHTML, "a.zip": formatZip, "a.wacz": formatZip}
	more := []sample{
		{name: "a.emlx", data: "2153      \n" + mailOf(1)}, {name: "a.txt", data: csvOf(4, "\t")}, {name: "a.txt", data: mboxOf(1)}, {name: "a.txt", data: mailOf(1)}, {name: "a.html", data: rssOf(2)},
		{name: "a.pdf", data: "\n\n" + pdfOf(1)}, {name: "a.doc", data: rtfOf(1)}, {name: "a.doc", data: docxOf(t, 1)}, {name: "a.txt", data: jsonlOf(3)}, {name: "a.warc.gz", data: strings.Join(warcRecords(1), "")},
		{name: "a.docx", data: mhtmlOf(1)}, {name: "a.xml", data: utf16Of(rssOf(2))}, {name: "a", data: strings.Join(warcRecords(1), "")},
	}
	for i, s := range append(samples(t), more...) {
		head := []byte(s.data[:min(len(s.data), sniffLen)])
		g := sniff(bytesBody(s.name, nil), head)
		want := own[s.name]
		if strings.HasSuffix(s.name, "gz") {
			want = formatGzip
		}
		if i >= len(samples(t)) || want == "" {
			if !isOther(g.format) && g.format != formatHTML || g.skip != protocol.SkipNone || g.format == formatHTML && s.name != "a.xhtml" {
				t.Errorf("%s %.20q: got %+v, want one for the other program", s.name, s.data, g)
			}
			continue
		}
		if g.format != want || g.skip != protocol.SkipNone {
			t.Errorf("%s: got %+v, want %s", s.name, g, want)
		}
	}
}
