package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// axeScript is axe-core, which looks for what people with disabilities stumble
// over: https://github.com/dequelabs/axe-core. ./build.sh test installs it.
const axeScript = "node_modules/axe-core/axe.min.js"

// axeRun runs all rules of axe-core on the page and tells each violation: rule,
// element, what is wrong.
const axeRun = `axe.run(document, {resultTypes: ["violations"]}).then((found) => found.violations.flatMap((v) =>
	v.nodes.map((n) => v.id + " (" + v.impact + "): " + n.target.join(" ") + "\n" + n.html.slice(0, 200) + "\n" + n.failureSummary)))`

// axe has axe-core look at what is shown, in both themes.
func (b *chromium) axe(name string) {
	b.t.Helper()
	if !eval[bool](b, "!!globalThis.axe") {
		script, err := os.ReadFile(filepath.FromSlash(axeScript))
		if err != nil {
			b.t.Fatalf("%v: run npm ci in .ci/browser", err)
		}
		eval[bool](b, string(script)+"; true")
	}
	before := eval[string](b, "document.documentElement.dataset.theme ?? ''")
	for _, theme := range []string{"light", "dark"} {
		eval[bool](b, fmt.Sprintf("document.documentElement.dataset.theme = %q, true", theme))
		for _, found := range eval[[]string](b, axeRun) {
			b.t.Errorf("%s, %s: %s", name, theme, found)
		}
		b.Shot("axe-" + name + "-" + theme)
	}
	eval[bool](b, fmt.Sprintf("(%[1]q ? document.documentElement.dataset.theme = %[1]q : delete document.documentElement.dataset.theme), true", before))
}

// fits reports what is wider than a narrow page, which is then scrolled sideways.
// What scrolls by itself, as a wide table does, may be.
func (b *chromium) fits(name string) {
	b.t.Helper()
	for _, wide := range eval[[]string](b, `(() => {
		const room = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= room) return [];
		const scrolls = (e) => { for (e = e.parentElement; e && e !== document.body; e = e.parentElement) if (getComputedStyle(e).overflowX !== "visible") return true; };
		return ["the page, " + document.documentElement.scrollWidth + " of " + room, ...[...document.querySelectorAll("body *")]
			.filter((e) => e.getBoundingClientRect().right > room + 1 && !scrolls(e) && e.checkVisibility())
			.slice(0, 5).map((e) => e.tagName + " " + e.id + "." + e.className + " reaches to " + Math.round(e.getBoundingClientRect().right))];
	})()`) {
		b.t.Errorf("%s: too wide: %s", name, wide)
	}
	b.Shot("narrow-" + name)
}

// firstLink is the address of the first link to a view.
func (b *chromium) firstLink(view string) string {
	b.t.Helper()
	selector := fmt.Sprintf("a[href^='#/%s/']", view)
	b.Wait(fmt.Sprintf("!!document.querySelector(%q)", selector))
	return eval[string](b, fmt.Sprintf("document.querySelector(%q).getAttribute('href').slice(2)", selector))
}

// still waits until the view is not waiting for anything.
func (b *chromium) still() {
	b.t.Helper()
	b.Wait("!document.querySelector('#main [aria-busy=true]')")
}

// everyView opens one view after the other on the sample collection, in a window
// as wide as given.
func (b *chromium) everyView(width int64, visit func(name string)) {
	b.t.Helper()
	b.Size(width, 900)
	b.Go(newHost(b.t, "/").URL())
	b.Opened()
	visit("home")
	b.show("stories")
	b.See("Add articles")
	visit("nothing")
	b.Size(1280, 900) // the drop is in the middle of it
	b.bringSample()
	b.Size(width, 900)
	b.still()
	visit("stories")
	b.press("button.story-toggle")
	b.Wait("!!document.querySelector('[data-do=change]')")
	b.press("[data-do=change]")
	b.Wait("!!document.querySelector('[data-do=join]')")
	visit("stories-open")
	story := b.firstLink("story")
	b.press("#grouping-open")
	b.See("All settings")
	visit("stories-grouping")

	b.show(story)
	b.Wait("location.hash.startsWith('#/story/') && !!document.querySelector('.story-headline, .empty')")
	b.still()
	visit("story")
	versions, beside, doc := b.firstLink("versions"), b.firstLink("beside"), b.firstLink("doc")
	b.show(versions)
	b.Wait("!!document.querySelector('.version-text')")
	b.still()
	visit("versions")
	b.show(beside)
	b.Wait("!!document.querySelector('.faced-text')")
	b.still()
	visit("beside")
	b.everyReading(doc, visit)

	b.search("storm")
	b.Wait("!!document.querySelector('#facets:not([hidden])')")
	b.still()
	visit("search")
	b.search("storm (zzqx")
	b.still()
	visit("search-mistake")
	for _, view := range []string{"files", "queries", "settings", "about"} {
		b.show(view)
		b.Wait(fmt.Sprintf("location.hash === '#/%s' && !!document.querySelector('#main h1')", view))
		b.still()
		visit(view)
	}
}

// everyReading opens what the reading view shows of a text.
func (b *chromium) everyReading(doc string, visit func(name string)) {
	b.t.Helper()
	b.show(doc)
	b.Wait("!!document.querySelector('#text')")
	b.still()
	visit("reading")
	b.press("#evidence-open")
	b.Wait("!!document.querySelector('.evidence-row')")
	visit("evidence")
	b.press(".pencil")
	b.Wait("!!document.querySelector('#correct-input')")
	visit("correct")
	b.press("#evidence-open")
	b.Do(chromedp.Evaluate[chromedp.Void]("document.activeElement.blur()"), chromedp.KeyEvent("o"))
	b.Wait("!!document.querySelector('.original')")
	visit("original")
}

func TestAxe(t *testing.T) {
	b := newChromium(t)
	b.everyView(1280, b.axe)
}

// TestNarrow opens every view on a page 320 wide: narrower than phones are, and
// what 400 % of zoom makes of a window 1280 wide.
func TestNarrow(t *testing.T) {
	b := newChromium(t)
	b.everyView(320, b.fits)
	for _, width := range []int64{705, 780, 880, 993, 1100} {
		b.Size(width, 800)
		b.fits(fmt.Sprintf("width-%d", width))
	}
}

// TestAxeOverlays looks at what lies over the page, at home and on a phone.
func TestAxeOverlays(t *testing.T) {
	b := listed(t, newHost(t, "/"))
	b.Size(1280, 900)
	overlay := func(name, id string, open func()) {
		t.Helper()
		// What is pressed may just be drawn anew, after the page was another width.
		shown := fmt.Sprintf("document.querySelector(%q)?.open", id)
		for open(); !b.holds(shown, 5*time.Second); open() {
			t.Logf("%s is opened again", name)
		}
		b.Wait("!document.querySelector('dialog [aria-busy=true]')")
		b.axe(name)
		b.Size(360, 740)
		b.fits(name)
		b.Size(1280, 900)
		b.Do(chromedp.KeyEvent(kb.Escape))
		b.Wait(fmt.Sprintf("!document.querySelector(%q)?.open", id))
	}
	overlay("help", "#help", func() { b.press("#help-open") })
	overlay("palette", "#palette", func() { b.press("#palette-open") })
	b.press("button.story-toggle")
	overlay("why", "#why", func() { b.press(".text-copy [data-do=why]") })
	overlay("join", "#join", func() {
		b.press("[data-do=change][aria-expanded=false]")
		b.press("[data-do=join]")
	})
	b.show("settings")
	overlay("limits", "#limits", func() { b.press("#limits-open") })
	b.show("files")
	overlay("reread", "#reread", func() { b.press("button.reread") })
	b.search("storm")
	overlay("saved", "#saved", func() { b.press("#star") })

	dir := t.TempDir()
	write(t, dir, "articles.csv", []byte("headline,body,when\nFerry sails again,\"The ferry sailed on Monday, after a winter in the dock.\",2025-03-04\nBakers agree,\"After a week of talks the bakers agreed on a price for the long loaf.\",2025-03-05\n"))
	b.Drop(filepath.Join(dir, "articles.csv"))
	b.Wait("document.querySelector('#tables')?.open")
	b.axe("tables")
}
