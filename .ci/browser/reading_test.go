package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// reads opens a text found by a query: the first that stands in other texts too.
func (b *chromium) reads(query string) {
	b.t.Helper()
	b.search(query)
	b.Wait("document.querySelectorAll('#results .row-link').length > 0")
	b.press("#results .row-link")
	b.Wait("location.hash.startsWith('#/doc/') && !!document.querySelector('#text .block-text')")
	b.still()
}

// letter presses a key that is a command: with no field in focus.
func (b *chromium) letter(key string) {
	b.t.Helper()
	b.Do(chromedp.Evaluate[chromedp.Void]("document.activeElement.blur()"), chromedp.KeyEvent(key))
}

func TestReadingRoom(t *testing.T) {
	b := newChromium(t)
	b.Size(1440, 900)
	b.Go(newHost(t, "/").URL())
	b.Opened()
	b.bringSample()
	b.ForgetTasks()
	b.reads("bridge hanger inspection")
	if crumbs := b.Text(".crumbs"); !strings.Contains(crumbs, "Results for") || !strings.Contains(crumbs, "This text") {
		t.Errorf("breadcrumbs: %q", crumbs)
	}
	b.Shot("room")
	b.sound("#reading")

	t.Run("matches", func(t *testing.T) { b.walksMatches(t) })
	t.Run("find", func(t *testing.T) { b.findsInText(t) })
	t.Run("passages", func(t *testing.T) { b.showsPassages(t) })
	t.Run("yours", func(t *testing.T) { b.keepsNotes(t) })
	t.Run("original", func(t *testing.T) { b.showsOriginal(t) })
	t.Run("ways", func(t *testing.T) { b.leadsOn(t) })
	t.Logf("longest task in the reading room %v", b.LongestTask())
}

func (b *chromium) walksMatches(t *testing.T) {
	const here = "[...(CSS.highlights.get('found-here') ?? [])][0]"
	for _, step := range []struct{ key, at string }{{"]", "match 1 of "}, {"]", "match 2 of "}, {"[", "match 1 of "}} {
		b.letter(step.key)
		b.Wait("document.querySelector('#match-next').innerText.startsWith('" + step.at + "') && !!" + here)
		if at := eval[string](b, here+".toString().toLowerCase()"); !strings.Contains("bridge hanger inspection inspections hangers bridges", at) {
			t.Errorf("%s: marked is %q", step.at, at)
		}
	}
	eval[bool](b, "document.querySelector('#match-next').click(), true")
	b.Wait("document.querySelector('#match-next').innerText.startsWith('match 2 of ')")
	b.Shot("room-match")
}

const counted = ".finder-count"

func (b *chromium) findsInText(t *testing.T) {
	b.letter("i")
	b.Wait("document.activeElement.id === 'find-in-text'")
	b.Do(chromedp.KeyEvent("BRIDGE"))
	b.Wait("/^1 of [0-9]+$/.test(document.querySelector('.finder-count').innerText)")
	b.Wait("CSS.highlights.get('found')?.size > 1 && CSS.highlights.get('found-here')?.size === 1")
	said := b.Text(counted)
	b.key(kb.Enter)
	b.Wait("document.querySelector('.finder-count').innerText.startsWith('2 of')")
	found := eval[string](b, "[...CSS.highlights.get('found-here')][0].toString()")
	if !strings.EqualFold(found, "bridge") {
		t.Errorf("%s: the place gone to says %q", said, found)
	}
	b.Shot("room-find")
	b.key(kb.Escape)
	b.Wait("!document.querySelector('.finder') && CSS.highlights.size === 0")
}

func (b *chromium) showsPassages(t *testing.T) {
	b.Wait("!!document.querySelector('.margin')")
	eval[bool](b, "document.querySelector('.margin').focus(), true")
	b.key(kb.Enter)
	b.Wait("!!document.querySelector('.sharers a')")
	if lit := eval[string](b, "getComputedStyle(document.querySelector('.block:has(.margin[aria-expanded=true]) .shared')).textDecorationStyle"); lit != "solid" {
		t.Errorf("the passage is not shown: underline %q", lit)
	}
	b.Shot("room-passage")
	eval[bool](b, "document.activeElement.blur(), true")
	b.press(".reuse-table summary")
	b.Wait("document.querySelectorAll('.reuse-table tbody tr').length > 0")
	b.press(".reuse-table td button")
	b.Wait("document.activeElement.matches('.block-text, .folded-text, .article-title')")
	if voices := eval[int](b, "document.querySelectorAll('.voice').length"); voices > 0 {
		eval[bool](b, "document.activeElement.blur(), true")
		b.press(".voice summary")
		b.press(".voice-quote")
		b.Wait("document.activeElement.matches('.block-text')")
	}
}

func (b *chromium) keepsNotes(t *testing.T) {
	eval[bool](b, "document.querySelector('#tag-new').focus(), true")
	b.Do(chromedp.KeyEvent("to check"))
	b.key(kb.Enter)
	b.Wait("document.querySelector('.tag')?.innerText === 'to check'")
	eval[bool](b, "document.querySelector('#note').focus(), true")
	b.Do(chromedp.KeyEvent("first"))
	b.key(kb.Enter)
	b.Do(chromedp.KeyEvent("second"))
	eval[bool](b, "document.querySelector('#note').blur(), true")
	b.Wait("document.querySelector('#note-state').innerText === 'Saved'")
	at := eval[string](b, "location.hash.slice(2)")
	b.show("stories")
	b.Wait("document.querySelectorAll('.story-row').length > 5")
	b.show(at)
	b.Wait("document.querySelector('#note')?.value === 'first\\nsecond'")
	b.Shot("room-note")
	b.press(".tag-off")
	b.Wait("!document.querySelector('.tag')")
}

func (b *chromium) showsOriginal(t *testing.T) {
	b.letter("o")
	b.Wait("location.hash.endsWith('view=original') && document.querySelectorAll('.row').length > 3")
	roles := b.Text(".original")
	if !strings.Contains(roles, "Headline") {
		t.Errorf("no line is called the headline: %.300q", roles)
	}
	b.Shot("room-original")
	eval[bool](b, "history.back(), true")
	b.Wait("!location.hash.includes('original') && !!document.querySelector('.block-text')")
}

func (b *chromium) leadsOn(t *testing.T) {
	at := eval[string](b, "location.hash")
	b.letter("s")
	b.Wait("location.hash.startsWith('#/story/')")
	eval[bool](b, "history.back(), true")
	b.Wait(fmt.Sprintf("location.hash === %q && !!document.querySelector('#text .block-text')", at))
	for _, width := range []int64{1024, 390} {
		b.Size(width, 844)
		b.fits(fmt.Sprintf("room-%d", width))
	}
}

// TestLongTextOpens reads 2,000 paragraphs.
func TestLongTextOpens(t *testing.T) {
	b := newChromium(t)
	b.Size(1280, 900)
	b.Go(newHost(t, "/").URL())
	b.Opened()
	dir := t.TempDir()
	write(t, dir, "long.txt", []byte("The whole report\n\n"+prose(7, 240_000)))
	b.Drop(dir)
	b.outcome()
	b.Wait("document.querySelectorAll('.story-row').length === 1")
	b.ForgetTasks()
	b.show(b.firstLink("doc"))
	b.Wait("document.querySelectorAll('.block').length >= 2000")
	t.Logf("longest task while 2,000 paragraphs open %v", b.LongestTask())
	b.ForgetTasks()
	b.letter("i")
	b.Do(chromedp.KeyEvent("tunnel festival"))
	b.Wait("/^1 of /.test(document.querySelector('.finder-count')?.innerText)")
	t.Logf("%s; longest task while finding %v", b.Text(counted), b.LongestTask())
}
