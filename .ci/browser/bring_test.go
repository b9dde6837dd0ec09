package browser

import (
	"archive/tar"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func tarOf(t *testing.T, names []string, content func(i int) string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i, name := range names {
		text := content(i)
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(text))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestReadsOtherFormats drops files that the second program reads, which is
// started for them without any request.
func TestReadsOtherFormats(t *testing.T) {
	h := newHost(t, "/any/sub/path/")
	b := open(t, h.URL())
	b.Opened()
	b.Wait("document.querySelectorAll('meta[http-equiv]').length === 2") // the network is closed
	asked := len(h.Asked())

	dir := filepath.Join(t.TempDir(), "pile")
	write(t, dir, "letter.eml", []byte("From: Ann Writer <ann@example.org>\r\nSubject: Astrolabe found\r\nDate: Thu, 3 Jul 2025 10:00:00 +0200\r\n\r\n"+prose(1, 120)))
	write(t, dir, "note.rtf", []byte(`{\rtf1\ansi `+strings.ReplaceAll(prose(2, 120), "\n", `\par `)+`}`))
	write(t, dir, "news.rss", []byte(`<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><item><title>One</title><description>`+prose(3, 90)+
		`</description></item><item><title>Two</title><description>`+prose(4, 90)+`</description></item></channel></rss>`))
	write(t, dir, "all.tar", tarOf(t, []string{"x.txt", "y.html", "z.png"}, func(i int) string {
		return []string{prose(5, 120), "<html><body><p>" + prose(6, 120) + "</p></body></html>", "\x89PNG\r\n"}[i]
	}))
	write(t, dir, "broken.docx", []byte("PK\x03\x04 and no more"))
	b.Drop(dir)
	if said := b.outcome(); !strings.HasPrefix(said, "Read 6 documents") {
		t.Errorf("after the drop: %q", said)
	}
	b.show("files")
	for _, word := range []string{"eml", "rtf", "rss", "all.tar", "PNG image", "damaged"} {
		b.See(word)
	}
	b.Shot("files")
	b.search("astrolabe")
	b.Wait("document.querySelectorAll('#results .match').length > 0")
	if more := h.Asked()[asked:]; len(more) > 0 {
		t.Errorf("asked of the host for other formats: %q", more)
	}
}

// TestTablesAreCheckedFirst drops a table, changes what a column means and
// brings it in.
func TestTablesAreCheckedFirst(t *testing.T) {
	b := newChromium(t)
	b.Size(1280, 900)
	b.Go(newHost(t, "/").URL())
	b.Opened()
	dir := t.TempDir()
	rows := "headline;when;story;remark\n"
	for i := range 3 {
		rows += fmt.Sprintf("Ferry number %d;0%d.07.2025;%s;seen at quay %d\n", i, i+1, strings.ReplaceAll(prose(i, 60), "\n", " "), i)
	}
	write(t, dir, "export.csv", []byte(rows))
	b.Drop(filepath.Join(dir, "export.csv"))
	b.Wait("document.querySelector('#tables')?.open && !!document.querySelector('#tables-0-2')")
	if got := eval[[]string](b, "[0, 1, 2].map((i) => document.querySelector('#tables-0-' + i).value)"); strings.Join(got, " ") != "title date body" {
		t.Errorf("guessed %q", got)
	}
	b.See("seen at quay 1")
	b.Shot("tables")
	if eval[bool](b, "!!document.querySelector('#import.progress-done')") {
		t.Error("the table was read before it was checked")
	}
	choose := `((box, value) => { box.value = value; box.dispatchEvent(new Event("change", {bubbles: true})); return true; })`
	eval[bool](b, choose+"(document.querySelector('#tables-0-3'), 'subtitle')")
	b.Wait("document.querySelector('#tables-0-3').value === 'subtitle' && document.querySelector('.table-open')?.ariaBusy !== 'true'")
	b.Do(chromedp.Click(chromedp.CSS("#tables-bring")))
	if said := b.outcome(); !strings.HasPrefix(said, "Read 3 documents") {
		t.Errorf("brought in: %q", said)
	}
	b.search("ferry")
	b.Do(chromedp.Click(chromedp.CSS("#results .row-link")))
	b.Wait("!!document.querySelector('#evidence-open')")
	b.Do(chromedp.Click(chromedp.CSS("#evidence-open")))
	b.See("column “remark”")
	b.Shot("evidence")

	// Escape leaves a table out, and the ledger says so.
	write(t, dir, "second.csv", []byte(strings.ReplaceAll(rows, "Ferry", "Bridge")))
	b.Drop(filepath.Join(dir, "second.csv"))
	b.Wait("document.querySelector('#tables')?.open")
	b.Do(chromedp.KeyEvent(kb.Escape))
	b.Wait("!document.querySelector('#tables')?.open")
	b.show("files")
	b.See("second.csv")
}

// TestCorrectionsStick corrects a date, reads the file again in another
// encoding, opens the page anew and drops the file again: the date stays.
func TestCorrectionsStick(t *testing.T) {
	b := newChromium(t)
	b.Size(1280, 900)
	h := newHost(t, "/")
	b.Go(h.URL())
	b.Opened()
	dir := t.TempDir()
	write(t, dir, "ferry.txt", []byte("Ferry Repaired\n\nPosted July 2, 2025\n\n"+prose(1, 200)))
	file := filepath.Join(dir, "ferry.txt")
	read := func() {
		b.Drop(file)
		b.outcome()
		b.search("ferry")
		b.Do(chromedp.Click(chromedp.CSS("#results .row-link")))
		b.Wait("!!document.querySelector('#facts')")
	}
	read()
	if facts := b.Text("#facts"); !strings.Contains(facts, "2 July 2025") {
		t.Errorf("before: %q", facts)
	}
	b.Do(chromedp.Click(chromedp.CSS("#correct-date")))
	b.Wait("!!document.querySelector('#correct-input')")
	b.Do(
		chromedp.Evaluate[chromedp.Void]("document.querySelector('#correct-input').select()"),
		chromedp.SendKeys(chromedp.CSS("#correct-input"), "3 July"),
		chromedp.KeyEvent(kb.Enter),
	)
	b.Wait("!!document.querySelector('#correct-wrong')?.innerText") // no date: it says so
	b.Do(
		chromedp.Evaluate[chromedp.Void]("document.querySelector('#correct-input').select()"),
		chromedp.SendKeys(chromedp.CSS("#correct-input"), "2025-07-03"),
		chromedp.KeyEvent(kb.Enter),
	)
	const corrected = "/3 July 2025/.test(document.querySelector('#facts')?.innerText)"
	b.Wait(corrected)
	b.Shot("corrected")

	b.show("files")
	b.Wait("!!document.querySelector('.entry')")
	b.Do(chromedp.Click(chromedp.CSS(".entry .reread")))
	b.Wait("document.querySelector('#reread')?.open")
	choose := `((box, value) => { box.value = value; box.dispatchEvent(new Event("change", {bubbles: true})); return true; })`
	eval[bool](b, choose+"(document.querySelector('#reread-encoding'), 'koi8-r')")
	b.Do(chromedp.Click(chromedp.CSS("#reread-go")))
	b.Wait("/koi8-r/i.test(document.querySelector('#ledger')?.innerText ?? document.querySelector('.entry')?.innerText)")
	if entries := eval[int](b, "document.querySelectorAll('.entry').length"); entries != 1 {
		t.Errorf("%d lines for one file read twice", entries)
	}
	b.search("ferry")
	b.Do(chromedp.Click(chromedp.CSS("#results .row-link")))
	b.Wait(corrected)

	b.Go("about:blank")
	b.Go(h.URL())
	b.Opened()
	read()
	b.Wait(corrected)
}

// TestLedgerIsSaved saves the ledger and reads what was saved.
func TestLedgerIsSaved(t *testing.T) {
	b := open(t, newHost(t, "/").URL())
	b.Opened()
	dir := filepath.Join(t.TempDir(), "pile")
	for i := range 5 {
		write(t, dir, fmt.Sprintf("%d.txt", i), []byte(prose(i, 100)))
	}
	write(t, dir, "empty.txt", nil)
	b.Drop(dir)
	b.outcome()
	b.show("files")
	b.Wait("document.querySelectorAll('.entry').length === 6")
	eval[bool](b, `(() => {
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => { blob.text().then((text) => { globalThis.saved = text; }); return make(blob); };
		return true;
	})()`)
	b.Do(chromedp.Click(chromedp.CSS("#ledger-save")))
	b.Wait("!!globalThis.saved")
	lines := strings.Split(strings.TrimSpace(eval[string](b, "saved")), "\r\n")
	if len(lines) != 7 || !strings.HasPrefix(lines[0], "file,record,status,") {
		t.Errorf("saved %d lines: %.300q", len(lines), lines)
	}
	b.Do(chromedp.SendKeys(chromedp.CSS("#ledger-find"), "empty"))
	b.Wait("document.querySelectorAll('.entry').length === 1")
}

// TestLargeExportCanBeStopped reads the beginning of an export of 300 MB. That
// the page stays usable and the stop is quick is told, not demanded: machines
// differ.
func TestLargeExportCanBeStopped(t *testing.T) {
	b := open(t, newHost(t, "/").URL())
	b.Opened()
	path := filepath.Join(t.TempDir(), "export.jsonl")
	largeExport(t, path, 300<<20)
	b.ForgetTasks()
	b.Drop(path)
	b.Wait("!!document.querySelector('#tables-bring')")
	b.Do(chromedp.Click(chromedp.CSS("#tables-bring")))
	b.Wait("document.querySelector('#import progress')?.position > 0.01")
	t.Logf("longest task until 1 %% was read %v", b.LongestTask())
	pressed := time.Now()
	b.Do(chromedp.Click(chromedp.CSS("#cancel")))
	b.Wait("!/^Reading/.test(document.querySelector('#import .progress-title')?.innerText)")
	t.Logf("reading ended %v after the stop", time.Since(pressed))
	said := b.outcome()
	t.Logf("%s, longest task %v", said, b.LongestTask())
	if !strings.HasPrefix(said, "Stopped. Read ") || strings.HasPrefix(said, "Stopped. Read 0 ") {
		t.Errorf("after stopping: %q", said)
	}
}

// largeExport writes an article a line until the file has that many bytes.
func largeExport(t *testing.T, path string, bytes int) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for size, n := 0, 0; size < bytes; n++ {
		line := fmt.Sprintf(`{"id": %d, "headline": "Report number %d", "published": "2025-07-03", "text": %q}`+"\n", n, n, prose(n%5000, 400))
		size += len(line)
		if _, err := f.WriteString(line); err != nil {
			t.Fatal(err)
		}
	}
}
