package browser

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestVisitComesBack: what a visitor of a published site tags and notes is there at the
// next visit, and found.
func TestVisitComesBack(t *testing.T) {
	h := newHost(t, "/any/")
	h.Deploy(publish(t, corpus{articles: 300, words: 200}))
	b := open(t, h.URL())
	b.Wait("!!document.querySelector('#published-close')")
	b.search(strings.Fields(newTextMaker().article(0, 60))[9])
	b.press("#results .row-link")
	b.jot("mine", "half a note")
	b.Wait("document.querySelector('.tag-link')?.innerText === 'mine'")
	at := eval[string](b, "location.hash")
	for range 2 {
		b.Go("about:blank")
		b.Go(h.URL() + at)
		b.Wait("document.querySelector('.tag-link')?.innerText === 'mine' && document.querySelector('#note').value === 'half a note'")
		if found := b.found("tag:mine"); found != 1 {
			t.Errorf("%d documents have the tag", found)
		}
	}
	b.See("What you tag, note, decide and save is kept on this device")
	b.Shot("visit")
}

// TestOtherFormatsAreNotThere: a file whose reader could not be fetched is left out in
// words that say what to do.
func TestOtherFormatsAreNotThere(t *testing.T) {
	h := newHost(t, "/")
	h.missing = []string{"unpack.wasm.gz"}
	b := open(t, h.URL())
	b.Opened()
	dir := t.TempDir()
	write(t, dir, "a.eml", []byte("From: desk@example.org\r\nSubject: Ferry\r\nDate: Mon, 7 Jul 2025 10:00:00 +0000\r\n\r\nThe ferry is repaired.\r\n"))
	b.Drop(filepath.Join(dir, "a.eml"))
	b.outcome()
	b.show("files")
	b.See("could not be fetched; reload the page while you are connected, then drop the file again")
}
