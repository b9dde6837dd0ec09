package browser

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// jot puts a tag on the text that is open and begins a note, without leaving its box.
func (b *chromium) jot(tag, note string) {
	b.t.Helper()
	b.Wait("!!document.querySelector('#tag-new')")
	b.Do(chromedp.SendKeys(chromedp.CSS("#tag-new"), tag+"\r"))
	eval[bool](b, "document.querySelector('#note').focus(), true")
	b.Do(chromedp.KeyEvent(note))
}

// TestClosedAtOnce: a tag, a saved search and half a note are there when the page that
// was closed at once is opened again, and kept then.
func TestClosedAtOnce(t *testing.T) {
	h, profile := newHost(t, "/"), t.TempDir()
	window := visit(t, h, profile)
	window.bring(sample)
	window.search("harbour")
	window.press("#results .row-link")
	window.Wait("!!document.querySelector('#note')")
	at := eval[string](window, "location.hash")
	var b *chromium
	again := map[string]func(){
		"reload":        func() { b.Go("about:blank"); b.Go(h.URL() + at) },
		"another tab":   func() { b.CloseTab(); b = window.Tab(h.URL() + at) },
		"the same page": func() { eval[bool](b, "location.reload(), true"); b.Wait("!globalThis.before") },
	}
	window.Go("about:blank")
	b = window.Tab(h.URL() + at)
	n := 0
	for _, how := range []string{"reload", "another tab", "the same page", "another tab"} {
		n++
		tag, note := string(rune('a'+n))+"tag", string(rune('a'+n))+" half a note"
		b.Wait("!!document.querySelector('#note')")
		eval[bool](b, "globalThis.before = true; document.querySelector('#note').value = ''; true")
		b.jot(tag, note)
		again[how]()
		b.Wait("document.querySelector('#note')?.value.endsWith('" + note + "')")
		b.Wait("Array.from(document.querySelectorAll('.tag-link')).some((a) => a.innerText === '" + tag + "')")
		b.Wait(isKept)
		if left := eval[string](b, "Object.keys(localStorage).filter((key) => key.includes('unkept')).join()"); left != "" {
			t.Errorf("%s: kept, and still written down: %s", how, left)
		}
		if found := b.found("tag:" + tag); found != 1 {
			t.Errorf("%s: %d documents have the tag", how, found)
		}
		b.Go("about:blank")
		b.Go(h.URL() + at)
	}
	// A browser that is killed loses what was set within the last moment: so much is
	// kept by then.
	b.Wait("!!document.querySelector('#note')")
	eval[bool](b, "document.querySelector('#note').value = '', true")
	b.jot("last", "last note")
	b.key(kb.Tab)
	b.Wait("document.querySelector('#kept').innerText.startsWith('Saving')")
	began := time.Now()
	b.Wait(isKept)
	t.Logf("kept after %v", time.Since(began))
	window.Kill()
	b = visit(t, h, profile)
	b.Wait(isListed)
	if found := b.found("tag:last"); found != 1 {
		t.Errorf("after the browser was killed %d documents have the tag", found)
	}
	if found := b.found("tag:etag"); found != 1 {
		t.Errorf("after the browser was killed %d documents have an earlier tag", found)
	}
}
