package format

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"runtime"
	"strings"
	"testing"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// errLong says that a file took more work than its size allows.
var errLong = errors.New("too many yields")

// mostYields is generous: a yield stands for some milliseconds of work, and
// files of tests are of some kilobytes.
const mostYields = 20_000

// readBounded reads a file that may be damaged. Whatever it is, it must have a
// line that says a reason or is a document, in bounded work.
func readBounded(t testing.TB, name, data string, limits protocol.Limits) []Entry {
	t.Helper()
	yields := 0
	var out []Entry
	r := Reader{Recipe: protocol.Recipe{Limits: limits}, Yield: func() error {
		if yields++; yields > mostYields+len(data)/4 {
			return errLong
		}
		return nil
	}}
	seen := map[string]bool{}
	err := r.Read(name, strings.NewReader(data), func(e Entry) error {
		out = append(out, e)
		switch {
		case e.Document == nil && e.Skip == protocol.SkipNone:
			t.Errorf("%s: a line without document or reason: %+v", name, e)
		case e.Document != nil:
			if err := extract.Check(e.Document); err != nil {
				t.Errorf("%s#%s: %v", name, e.Record, err)
			}
			if seen[e.Document.Name] {
				t.Errorf("%s: two documents of one name: %q", name, e.Document.Name)
			}
			seen[e.Document.Name] = true
		}
		return nil
	})
	if err != nil {
		t.Errorf("%s of %d bytes: %v", name, len(data), err)
	}
	if len(out) == 0 {
		t.Errorf("%s of %d bytes: no line", name, len(data))
	}
	return out
}

// TestTruncated cuts a sample of every format at many places. Records that are
// whole before the cut are read, and something says that it was cut.
func TestTruncated(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			step := max(1, len(s.data)/30)
			for cut := 0; cut < len(s.data); cut += step {
				readBounded(t, s.name, s.data[:cut], protocol.Limits{})
			}
		})
	}
}

// TestFlipped changes bytes of a sample of every format.
func TestFlipped(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			random := rand.New(rand.NewSource(3))
			for range 30 {
				b := []byte(s.data)
				for range 1 + random.Intn(4) {
					b[random.Intn(len(b))] ^= byte(1 << random.Intn(8))
				}
				readBounded(t, s.name, string(b), protocol.Limits{})
			}
		})
	}
}

// TestOthersUnharmed puts every damaged sample between two good files.
func TestOthersUnharmed(t *testing.T) {
	for _, s := range samples(t) {
		half := s.data[:len(s.data)/2]
		for name, data := range map[string]string{
			"all.zip": string(zipOf(t, member{"first.txt", story(8)}, member{s.name, half}, member{"last.txt", story(9)})),
			"all.tar": tarOf(t, member{"first.txt", story(8)}, member{s.name, half}, member{"last.txt", story(9)}),
		} {
			got := readBounded(t, name, data, protocol.Limits{})
			first, last := got[0], got[len(got)-1]
			if len(got) < 3 || first.Document == nil || first.Record != "first.txt" || last.Document == nil || last.Record != "last.txt" {
				t.Errorf("%s with half of %s: got\n%s", name, s.name, ledgerWithReasons(got))
			}
		}
	}
}

// TestBombs reads files that unpack to much, or claim to.
func TestBombs(t *testing.T) {
	spaces := strings.Repeat(" \n", 32<<20)
	long := strings.Repeat("word and ", 5<<20)
	mail := strings.Repeat("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n", 3000)
	small := protocol.Limits{MaxFile: 1 << 20, MaxExpanded: 8 << 20}
	bomb := protocol.Limits{MaxFile: 16 << 20, MaxExpanded: 8 << 20}
	entities := `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">` + each(30, func(i int) string {
		return fmt.Sprintf(`<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">`, 'a'+i%26, 'a'+(i-1)%26, 'a'+(i-1)%26, 'a'+(i-1)%26, 'a'+(i-1)%26, 'a'+(i-1)%26, 'a'+(i-1)%26, 'a'+(i-1)%26, 'a'+(i-1)%26)
	}) + "]>"
	nested := story(1)
	for range 40 {
		nested = gzOf(nested)
	}
	letters := mailOf(1)
	for range 40 {
		letters = "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee below.\r\n--x\r\nContent-Type: application/octet-stream; name=a.eml\r\nContent-Disposition: attachment; filename=a.eml\r\n\r\n" + letters
	}
	document := docxOf(t, 1)
	for range 20 {
		document = docxOf(t, 2, member{"word/embeddings/a.docx", document})
	}
	deep := `{"a":` + strings.Repeat(`[{"a":`, 200_000) + `"x"`
	for _, c := range []struct {
		name, data string
		want       protocol.SkipReason // of some line; SkipNone: a document
	}{
		{"a.txt.gz", gzOf(spaces), protocol.SkipExpansion},
		{"a.txt.zst", zstOf(spaces), protocol.SkipExpansion},
		{"a.tgz", gzOf(tarOf(t, member{"first.txt", article}, member{"a.txt", spaces})), protocol.SkipExpansion},
		{"a.txt.gz", gzOf(long[:4<<20]), protocol.SkipTooLarge},
		{"a.txt", long, protocol.SkipTooLarge},
		{"a.gz", nested, protocol.SkipTooDeep},
		{"a.docx", string(zipOf(t, member{"[Content_Types].xml", "<Types/>"}, member{"word/document.xml", "<w:document><w:body><w:p><w:r><w:t>" + spaces})), protocol.SkipExpansion},
		{"a.docx", string(zipOf(t, member{"[Content_Types].xml", "<Types/>"}, member{"word/document.xml", "<w:document><w:body>" + long[:2<<20]})), protocol.SkipTooLarge},
		{"a.epub", string(zipOf(t, member{"mimetype", "application/epub+zip"}, member{"META-INF/container.xml", spaces})), protocol.SkipExpansion},
		{"a.warc", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/\r\nContent-Length: 1000000000000\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + article, protocol.SkipNone},
		{"a.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999999\r\n\r\n" + article, protocol.SkipDamaged},
		{"a.csv", csvOf(5, ",") + "x,2024-06-03,\"" + long[:3<<20] + "\"\n" + csvOf(2, ","), protocol.SkipDamaged},
		{"a.jsonl", `{"title":"x","text":"` + long[:3<<20] + `"}` + "\n" + jsonlOf(2), protocol.SkipDamaged},
		{"a.json", deep, protocol.SkipNoArticle},
		{"a.rss", entities + "<rss><channel><item><title>&z;</title><description>&z;" + storyHTML(1) + "</description></item></channel></rss>", protocol.SkipNone},
		{"a.html", entities + "<html><body>&z;" + storyHTML(1), protocol.SkipNone},
		{"a.docx", docxOf(t, 1, member{"docProps/core.xml", entities + "<cp:coreProperties><dc:title>&z;</dc:title>"}), protocol.SkipNone},
		{"a.eml", "From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n" + mail, protocol.SkipNoText},
		{"a.eml", letters, protocol.SkipNone},
		{"a.docx", document, protocol.SkipTooDeep},
		{"a.mbox", "From a@b.example Mon Jun  3 10:00:00 2024\nSubject: x\n\n" + long[:3<<20] + "\n\n" + mboxOf(1), protocol.SkipTooLarge},
		{"a.pdf", "%PDF-1.4\n1 0 obj\n<< /Length 999999999999 >>\nstream\n" + strings.Repeat("x", 1<<16), protocol.SkipDamaged},
		{"a.rtf", `{\rtf1 ` + strings.Repeat("{", 300_000) + article, protocol.SkipNone},
		{"a.xml", "<nitf>" + strings.Repeat("<block>", 100_000) + article, protocol.SkipBlank},
		{"a.zst", "\x28\xB5\x2F\xFD\xE0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x0F" + strings.Repeat("\x00", 100), protocol.SkipDamaged},
		{"a.xz", unbase64(xzSample)[:14] + "\xFF" + unbase64(xzSample)[15:], protocol.SkipDamaged},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		limits := small
		if c.want == protocol.SkipExpansion {
			limits = bomb
		}
		got := readBounded(t, c.name, c.data, limits)
		runtime.ReadMemStats(&after)
		found := false
		for _, e := range got {
			found = found || e.Skip == c.want && (c.want == protocol.SkipNone) == (e.Document != nil)
		}
		if !found {
			t.Errorf("%s %.40q: got\n%swant %v", c.name, c.data, ledgerWithReasons(got[:min(len(got), 5)]), c.want)
		}
		if spent := after.TotalAlloc - before.TotalAlloc; spent > 400<<20 {
			t.Errorf("%s %.40q: allocated %d MB", c.name, c.data, spent>>20)
		}
	}
}

// TestLimitsAreNamed meets every limit where a person has set it low: the line
// says its number.
func TestLimitsAreNamed(t *testing.T) {
	three := []member{{"1.txt", story(1)}, {"2.txt", story(2)}, {"3.txt", story(3)}}
	for _, c := range []struct {
		name, data string
		limits     protocol.Limits
		want       protocol.SkipReason
		detail     string
	}{
		{"a.txt", strings.Repeat(article, 8000), protocol.Limits{MaxFile: 2 << 20}, protocol.SkipTooLarge, "at most 2 MB"},
		{"a.zip", string(zipOf(t, three...)), protocol.Limits{MaxRecords: 2}, protocol.SkipRecords, "at most 2"},
		{"a.tar", tarOf(t, three...), protocol.Limits{MaxRecords: 2}, protocol.SkipRecords, "at most 2"},
		{"a.csv", csvOf(3, ","), protocol.Limits{MaxRecords: 2}, protocol.SkipRecords, "at most 2"},
		{"a.jsonl", jsonlOf(3), protocol.Limits{MaxRecords: 2}, protocol.SkipRecords, "at most 2"},
		{"a.mbox", mboxOf(3), protocol.Limits{MaxRecords: 2}, protocol.SkipRecords, "at most 2"},
		{"a.warc", strings.Join(warcRecords(3), ""), protocol.Limits{MaxRecords: 2}, protocol.SkipRecords, "at most 2"},
		{"a.rss", rssOf(3), protocol.Limits{MaxRecords: 2}, protocol.SkipRecords, "at most 2"},
		{"a.sgm", sgmlOf(3), protocol.Limits{MaxRecords: 2}, protocol.SkipRecords, "at most 2"},
		{"a.epub", epubOf(t, 3), protocol.Limits{MaxRecords: 2}, protocol.SkipRecords, "at most 2"},
		{"a.zip", string(zipOf(t, member{"b.zip", string(zipOf(t, three...))})), protocol.Limits{MaxDepth: 1}, protocol.SkipTooDeep, "at most 1"},
		{"a.zip", string(zipOf(t, three...)), protocol.Limits{MaxExpanded: 900}, protocol.SkipExpansion, "stopped at 3.txt after 1 MB: at most 1 MB"},
		{"a.gz", gzOf(strings.Repeat(" \n", 20<<20)), protocol.Limits{MaxRatio: 3}, protocol.SkipExpansion, "at most 3 times its size"},
	} {
		got := readBounded(t, c.name, c.data, c.limits)
		last := got[len(got)-1]
		if last.Skip != c.want || !strings.Contains(last.Detail, c.detail) {
			t.Errorf("%s %+v: got\n%swant %v %q", c.name, c.limits, ledgerWithReasons(got), c.want, c.detail)
		}
	}
}

// TestDamagedZip reads archives whose list of members is cut off.
func TestDamagedZip(t *testing.T) {
	whole := zipOf(t, member{"1.txt", story(1)}, member{"2.txt", story(2)}, member{"3.txt", story(3)})
	list := bytes.Index(whole, []byte("PK\x01\x02"))
	got := readBounded(t, "a.zip", string(whole[:list]), protocol.Limits{})
	if ledger(got) != "1.txt: none\n2.txt: none\n3.txt: none\n: damaged\n" {
		t.Errorf("without a list: got\n%s", ledgerWithReasons(got))
	}
	third := bytes.Index(whole, []byte("3.txt"))
	got = readBounded(t, "a.zip", string(whole[:third+40]), protocol.Limits{})
	if ledger(got) != "1.txt: none\n2.txt: none\n3.txt: damaged\n: damaged\n" {
		t.Errorf("in the third member: got\n%s", ledgerWithReasons(got))
	}
	marks := string(whole[:list]) + "PK\x03\x04\x14\x00\x08\x00\x00\x00" + strings.Repeat("\x00", 20) + strings.Repeat("PK\x07\x08PK\x03\x04", 40_000)
	if got = readBounded(t, "a.zip", marks, protocol.Limits{}); len(got) < 4 {
		t.Errorf("many marks: got\n%s", ledgerWithReasons(got))
	}
	shifted := string(whole[:list]) + strings.Repeat("\x00", 32) + string(whole[list:])
	shifted = "PK\x07\x08" + shifted
	if got = readBounded(t, "a.zip", shifted, protocol.Limits{}); ledger(got) != "1.txt: none\n2.txt: none\n3.txt: none\n" {
		t.Errorf("shifted: got\n%s", ledgerWithReasons(got))
	}
	docx := docxOf(t, 1)
	got = readBounded(t, "a.docx", docx[:strings.Index(docx, "PK\x01\x02")], protocol.Limits{})
	if len(got) != 1 || got[0].Document == nil || len(got[0].Document.Warnings) == 0 {
		t.Errorf("docx: got\n%s", ledgerWithReasons(got))
	}
}

// TestCutIsTold cuts files of twenty records: those before the cut are read, and
// a line or a warning says that the rest is missing.
func TestCutIsTold(t *testing.T) {
	const n = 20
	var files []member
	for i := range n {
		files = append(files, member{fmt.Sprintf("%d.txt", i), strings.Repeat(story(i)+"\n", 1+i%3)})
	}
	for _, c := range []struct{ name, data string }{
		{"a.tar", tarOf(t, files...)},
		{"a.tgz", gzOf(tarOf(t, files...))},
		{"a.zip", string(zipOf(t, files...))},
		{"a.jsonl", jsonlOf(n)},
		{"a.jsonl.gz", gzOf(jsonlOf(n))},
		{"a.jsonl.zst", zstOf(jsonlOf(n))},
		{"a.json", jsonOf(n)},
		{"a.json.gz", gzOf(jsonOf(n))},
		{"a.csv.gz", gzOf(csvOf(n, ","))},
		{"a.mbox.gz", gzOf(mboxOf(n))},
		{"a.warc", strings.Join(warcRecords(n), "")},
		{"a.warc.gz", gzOf(warcRecords(n)...)},
		{"b.warc.gz", gzOf(strings.Join(warcRecords(n), ""))},
		{"a.arc.gz", gzOf(arcOf(n))},
		{"a.rss.gz", gzOf(rssOf(n))},
		{"a.txt.gz", gzOf(strings.Repeat(article+"\n", 3))},
		{"a.html.gz", gzOf(webPage(1))},
		{"a.txt.bz2", unbase64(bzip2Sample)},
		{"a.txt.xz", unbase64(xzSample)},
		{"a.epub", epubOf(t, n)},
	} {
		got := readBounded(t, c.name, c.data[:len(c.data)*6/10], protocol.Limits{})
		documents, told := 0, false
		for _, e := range got {
			if e.Document != nil {
				documents++
				told = told || len(e.Document.Warnings) > 0
			} else {
				told = true
			}
		}
		whole := c.name == "a.txt.bz2" || c.name == "a.txt.xz" || c.name == "a.jsonl.zst" // one block: nothing can be unpacked
		if !told || documents == 0 && !whole {
			t.Errorf("%s: %d documents, told %v\n%s", c.name, documents, told, ledgerWithReasons(got))
		}
	}
}
