package format

import (
	"slices"
	"testing"

	"clippings/wasm/protocol"
)

// The targets read whole files as they are dropped, a group of formats each, so
// that the seeds of one do not drown those of another. A file must give a line,
// in bounded work, and documents must be whole (readBounded).

func FuzzFileText(f *testing.F) {
	fuzzFiles(f, "a.txt", "a.md", "a.html", "a.xhtml", "a.mhtml", "a.eml", "a.mbox", "a.rtf")
}

func FuzzFileRecords(f *testing.F) {
	fuzzFiles(f, "a.json", "a.jsonl", "a.csv", "a.tsv", "a.rss", "a.atom", "feed.json", "a.sgm", "a.xml")
}

func FuzzFileArchive(f *testing.F) {
	fuzzFiles(f, "a.warc", "a.warc.gz", "a.arc", "a.wacz", "a.zip", "a.tar", "a.txt.gz", "a.txt.zst", "a.txt.bz2", "a.txt.xz", "a.tgz")
}

func FuzzFileOffice(f *testing.F) {
	fuzzFiles(f, "a.docx", "a.odt", "a.epub", "a.pdf")
}

func fuzzFiles(f *testing.F, names ...string) {
	for _, s := range samples(f) {
		if slices.Contains(names, s.name) {
			f.Add(s.name, s.data)
		}
	}
	limits := protocol.Limits{MaxFile: 1 << 20, MaxExpanded: 4 << 20, MaxRecords: 500}
	f.Fuzz(func(t *testing.T, name, data string) {
		if len(data) > 64<<10 || len(name) > 100 {
			return
		}
		readBounded(t, name, data, limits)
	})
}
