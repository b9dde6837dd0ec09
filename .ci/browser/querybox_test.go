package browser

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// offered is the list under the search box, a line each.
const offered = "[...document.querySelectorAll('#offers .offer')].map((e) => e.innerText.replaceAll('\\n', ' '))"

// take presses Enter on a line of the list. The key is one event, as a keyboard
// sends it: who answers it keeps it from sending the form too.
func (b *chromium) take() {
	b.t.Helper()
	b.Wait("!!document.querySelector('#offers [aria-selected=true]')")
	enter := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: "Enter", Code: "Enter", Text: "\r", WindowsVirtualKeyCode: 13}
	call(b, input.DispatchKeyEvent, enter)
	enter.Type, enter.Text = input.DispatchKeyEventTypeKeyUp, ""
	call(b, input.DispatchKeyEvent, enter)
}

// offer types a text and waits for a line of the list that begins so; the keys
// then stand on it.
func (b *chromium) offer(typed, line string) {
	b.t.Helper()
	b.write(typed)
	b.Wait(fmt.Sprintf("%s.some((line) => line.toLowerCase().startsWith(%q))", offered, line))
	const at = "document.querySelector('#search').getAttribute('aria-activedescendant')"
	for range 20 {
		before := eval[string](b, at+" ?? ''")
		b.key(kb.ArrowDown)
		b.Wait(fmt.Sprintf("(%s ?? '') !== %q", at, before))
		on := eval[string](b, "(document.querySelector('#offers [aria-selected=true]')?.innerText ?? '').toLowerCase()")
		if strings.HasPrefix(on, line) {
			return
		}
	}
	b.t.Fatalf("the arrow keys do not lead to %q in %q", line, eval[[]string](b, offered))
}

func TestSearchIsSuggested(t *testing.T) {
	b := searchable(t)
	b.offer("bridge outl", "outlet:")
	b.Shot("suggest-field")
	b.take()
	b.Wait("document.querySelector('#search').value === 'bridge outlet:'")
	// The values of the field follow at once.
	b.Wait(offered + ".some((line) => line.startsWith('City Ledger'))")
	b.Do(chromedp.KeyEvent("mo"))
	b.Wait(offered + "[0]?.startsWith('Morning Dispatch')")
	b.sound(".header")
	b.Shot("suggest-value")
	b.key(kb.ArrowDown)
	b.take()
	b.Wait("/^bridge outlet:.*Morning Dispatch/.test(document.querySelector('#search').value)")
	b.Wait("/Morning Dispatch/.test(document.querySelector('.chip')?.innerText) && !document.querySelector('#offers .offer')")
	if n := b.documents(); n != 2 {
		t.Errorf("found %d, want 2", n)
	}
	// Escape shuts the list and leaves the text.
	b.write("bridge outl")
	b.Wait(offered + ".length > 0")
	b.key(kb.Escape)
	b.Wait(offered + ".length === 0 && document.querySelector('#search').value === 'bridge outl'")
}

// TestSearchIsSaved saves a search under a name, and finds it again after the
// page was opened anew.
func TestSearchIsSaved(t *testing.T) {
	h := newHost(t, "/")
	b := listed(t, h)
	b.watched()
	b.seek("astrolabe")
	b.lead("#order")
	b.key(kb.ArrowDown)
	b.Wait("/sort=newest/.test(location.hash)")
	b.enter("#star")
	b.Wait("document.querySelector('#saved')?.open && document.activeElement.id === 'saved-name'")
	b.sound("#saved")
	b.Do(chromedp.KeyEvent("The star-finder"))
	b.Shot("saved")
	b.key(kb.Enter)
	b.Wait("!document.querySelector('#saved')?.open && document.querySelector('#star').ariaPressed === 'true'")
	b.saved()

	b.Go("about:blank")
	b.Go(h.URL())
	b.Opened()
	b.bringSample()
	b.Do(chromedp.Click(chromedp.CSS("#search"))) // a new page has the focus once it is pressed
	b.Wait(offered + ".some((line) => line.startsWith('The star-finder'))")
	b.Shot("saved-offered")
	b.key(kb.ArrowDown)
	b.take()
	b.Wait("/sort=newest/.test(location.hash) && document.querySelector('#search').value === 'astrolabe'")
	if b.documents() == 0 {
		t.Error("nothing found")
	}
	b.key(kb.Escape)
	b.Do(chromedp.KeyEvent("k", chromedp.KeyModifiers(2))) // Ctrl
	b.Wait("document.activeElement.id === 'palette-box'")
	b.Do(chromedp.KeyEvent("starfinder"))
	b.Wait("/The star-finder/.test(document.querySelector('#palette-list')?.innerText)")
}

// TestQueriesAreCounted counts a list of queries, one of them with a mistake,
// sorts and saves the counts, and opens a query.
func TestQueriesAreCounted(t *testing.T) {
	b := searchable(t)
	b.seek("bridge")
	bridge := b.documents()
	b.show("queries")
	b.Wait("!!document.querySelector('#queries-box')")
	b.sound(".queries")
	dir := t.TempDir()
	write(t, dir, "list.csv", []byte("no,query\r\n1,bridge\r\n2,zeppelinfahrt\r\n3,\"\"\"wind record\"\"\"\r\n4,tilte:ferry\r\n"))
	b.Drop(filepath.Join(dir, "list.csv"))
	b.Wait("/4 queries/.test(document.querySelector('#queries-start')?.innerText)")
	b.Shot("queries-draft")
	b.lead("#queries-start")
	b.key(kb.Enter)
	b.Wait("/^4 queries: /.test(document.querySelector('#queries-count')?.innerText)")
	b.sound(".queries")
	b.Shot("queries")
	said := b.Text("#queries-count")
	if want := "4 queries: 3 found, 1 not; 1 has a mistake"; said != want {
		t.Errorf("it says %q, want %q", said, want)
	}
	eval[bool](b, `(() => {
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => { blob.text().then((text) => { globalThis.saved = text; }); return make(blob); };
		return true;
	})()`)
	b.lead("#queries-save")
	b.key(kb.Enter)
	b.Wait("!!globalThis.saved")
	table := eval[string](b, "saved")
	if lines := strings.Split(strings.TrimSpace(table), "\r\n"); len(lines) != 5 || !strings.Contains(table, fmt.Sprintf(",%d,", bridge)) {
		t.Errorf("saved %q, want bridge in %d documents", table, bridge)
	}
	link := ".queries a[href*='q=bridge']"
	b.lead(link)
	b.key(kb.Enter)
	b.asked("bridge")
	if n := b.documents(); n != bridge {
		t.Errorf("found %d, before %d", n, bridge)
	}
	// The list is still there on the way back.
	b.show("queries")
	b.Wait(fmt.Sprintf("document.querySelector('#queries-count')?.innerText === %q", said))
}
