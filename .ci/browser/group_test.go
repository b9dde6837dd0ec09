package browser

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// listed opens a browser on the sample collection and waits for its stories.
func listed(t testing.TB, h *host) *chromium {
	t.Helper()
	b := newChromium(t)
	b.Size(1280, 900)
	b.Go(h.URL())
	b.Opened()
	b.bringSample()
	return b
}

func (b *chromium) bringSample() {
	b.t.Helper()
	b.Drop(sample)
	b.outcome()
	b.Wait("document.querySelectorAll('.story-row').length > 5")
}

const groups = "#grouping-result"

// tabTo presses Tab until the element has the focus.
func (b *chromium) tabTo(selector string) {
	b.t.Helper()
	for range 60 {
		if eval[bool](b, fmt.Sprintf("document.activeElement.matches(%q)", selector)) {
			return
		}
		b.Do(chromedp.KeyEvent(kb.Tab))
	}
	b.t.Fatalf("Tab does not lead to %s", selector)
}

// press clicks the first element of a selector by script: what the pointer would
// have to scroll to may lie beneath the line that says what was done.
func (b *chromium) press(selector string) {
	b.t.Helper()
	b.Wait(fmt.Sprintf("!!document.querySelector(%q)", selector))
	eval[bool](b, fmt.Sprintf("document.querySelector(%q).click(), true", selector))
}

// sound reports what a screen reader could make nothing of below an element:
// controls without a name, ids that are there twice, references to nothing.
func (b *chromium) sound(selector string) {
	b.t.Helper()
	for _, fault := range eval[[]string](b, fmt.Sprintf(`(() => {
		const root = document.querySelector(%q), faults = [], text = (e) => (e?.textContent ?? "").trim();
		if (!root) return ["it is not there"];
		for (const e of root.querySelectorAll("button, a, input, select, textarea, summary, fieldset, dialog")) {
			const name = e.getAttribute("aria-label") || text(document.getElementById(e.getAttribute("aria-labelledby"))) ||
				[...(e.labels ?? [])].map(text).join("") || (/BUTTON|A|SUMMARY/.test(e.tagName) ? text(e) : "") ||
				(e.tagName === "FIELDSET" ? text(e.querySelector("legend")) : "");
			if (!name) faults.push("no name: " + e.outerHTML.slice(0, 120));
			const seen = text(e);
			if (e.tagName === "BUTTON" && /\p{L}/u.test(seen) && e.ariaLabel && !e.ariaLabel.includes(seen)) faults.push("called otherwise than it reads: " + seen);
		}
		const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
		faults.push(...ids.filter((id, i) => ids.indexOf(id) < i).map((id) => "twice: " + id));
		for (const e of root.querySelectorAll("[aria-describedby], [aria-labelledby], label[for]"))
			for (const id of (e.getAttribute("aria-describedby") ?? e.getAttribute("aria-labelledby") ?? e.htmlFor).split(" "))
				if (!document.getElementById(id)) faults.push("no " + id);
		return faults;
	})()`, selector)) {
		b.t.Errorf("%s: %s", selector, fault)
	}
}

func TestGroupSettingsAreMoved(t *testing.T) {
	h := newHost(t, "/")
	b := listed(t, h)
	b.ForgetTasks()
	b.press("#grouping-open")
	b.Wait("/stor.* groups of copies, /.test(document.querySelector('" + groups + "')?.innerText)")
	usual := b.Text(groups)
	b.Shot("grouping")
	b.sound("#grouping")

	// A slider, by keyboard alone: the list follows.
	b.tabTo("#grouping-cosine")
	b.Do(chromedp.KeyEvent(kb.End))
	b.Wait(fmt.Sprintf("document.querySelector('%s').innerText !== %q", groups, usual))
	strict := b.Text(groups)
	if strict <= usual {
		t.Errorf("%q at the strictest, %q before: want more stories", strict, usual)
	}
	b.Wait("document.querySelector('#grouping-cosine-number').value === '60'")
	b.tabTo("#grouping-back")
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.Wait(fmt.Sprintf("document.querySelector('%s').innerText === %q", groups, usual))
	b.Wait("document.querySelector('#grouping-cosine').value === '11'")

	// A keeper; it is still so when the page is opened again and the files come.
	eval[bool](b, `((box) => { box.value = "longest"; box.dispatchEvent(new Event("change", {bubbles: true})); return true; })(document.querySelector("#grouping-keeper"))`)
	b.saved()
	t.Logf("longest task while grouping %v", b.LongestTask())
	b.Go("about:blank")
	b.Go(h.URL())
	b.Opened()
	b.bringSample()
	b.press("#grouping-open")
	b.Wait("document.querySelector('#grouping-keeper')?.value === 'longest'")
	b.press("#grouping-open")
	b.press("button.story-toggle")
	b.See("Shown first: longest text")
}

// TestGroupDecisionsStick takes a copy out of its group and undoes it, shows
// another first, and finds that kept when the files come another time.
func TestGroupDecisionsStick(t *testing.T) {
	h := newHost(t, "/")
	b := listed(t, h)
	const count = "document.querySelector('#stories-count').innerText"
	before := eval[string](b, count)
	b.ForgetTasks()

	// By keyboard alone.
	b.tabTo("button.story-toggle")
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.Wait("!!document.querySelector('.text-copy [data-do=change]')")
	b.tabTo(".text-copy [data-do=change]")
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.Wait("!!document.querySelector('[data-do=not-copy]')")
	b.tabTo("[data-do=not-copy]")
	b.sound(".story-open")
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.See("is not a copy of")
	b.Wait(fmt.Sprintf("%s !== %q", count, before))
	b.Wait("document.activeElement.id === 'said-undo'")
	b.Shot("decided")
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.See("Undone:")
	b.Wait(fmt.Sprintf("%s === %q", count, before))
	b.Wait("!!document.querySelector('.story-open .text-copy')") // the story is still open

	first := b.Text(".text-first .text-title")
	second := b.Text(".text-copy .text-title")
	b.press(".text-copy [data-do=change]")
	b.press("[data-do=first]")
	b.Wait(fmt.Sprintf("document.querySelector('.text-first .text-title').innerText === %q", second))
	b.See("Shown first: chosen by you")
	t.Logf("longest task while deciding %v", b.LongestTask())

	b.saved()
	b.Go("about:blank")
	b.Go(h.URL())
	b.Opened()
	b.bringSample()
	b.press("button.story-toggle")
	b.Wait(fmt.Sprintf("document.querySelector('.text-first .text-title')?.innerText === %q", second))
	eval[bool](b, "location.hash = '#/settings', true")
	b.Wait("document.querySelectorAll('#grouping-decided .decision').length === 1")
	b.press("#grouping-decided .decision button")
	b.See("Nothing yet.")
	eval[bool](b, "history.back(), true")
	b.Wait(fmt.Sprintf("document.querySelector('.text-first .text-title')?.innerText === %q", first))
}

// TestGroupWhy compares an edited copy with its source: the passages stand side
// by side, words spelled otherwise are told, and a link leads to the place.
func TestGroupWhy(t *testing.T) {
	b := newChromium(t)
	b.Size(1280, 900)
	b.Go(newHost(t, "/").URL())
	b.Opened()
	dir := filepath.Join(t.TempDir(), "pair")
	text := prose(7, 150)
	write(t, dir, "a.txt", []byte("Ferry Programme Agreed\n\nThe colour of the programme was agreed by Mr Adams and the harbour council.\n\n"+text+"\n\n"+prose(8, 120)))
	write(t, dir, "b.txt", []byte("Council Agrees\n\nThe color of the program was agreed by Adams and the harbor council.\n\n"+text+"\n\n“We <b>shall</b> see,” she said.\n"))
	b.Drop(dir)
	b.outcome()
	b.press("button.story-toggle")
	b.Wait("!!document.querySelector('[data-do=why]')")
	b.tabTo("[data-do=why]")
	b.ForgetTasks()
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.Wait("document.querySelector('#why')?.open && !!document.querySelector('.why-passage')")
	t.Logf("longest task for a comparison %v", b.LongestTask())
	b.Shot("why")
	b.sound("#why")
	said := b.Text("#why")
	for _, want := range []string{"edited or shortened copy", "Of the first, in the second", "Longest run", "programme", "program"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if folded := b.Text("#why-folded"); !strings.Contains(folded, "“programme” = “program”") && !strings.Contains(folded, "“program” = “programme”") {
		t.Errorf("folded: %q", folded)
	}
	if eval[bool](b, "!!document.querySelector('#why b')") {
		t.Error("a text became markup")
	}
	// Escape gives the focus back.
	b.Do(chromedp.KeyEvent(kb.Escape))
	b.Wait("!document.querySelector('#why')?.open && document.activeElement.matches('[data-do=why]')")
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.press(".why-open")
	b.Wait("location.hash.startsWith('#/doc/') && !!document.querySelector('#text .block-target')")
	b.Wait("!document.querySelector('#why')?.open")
	b.press("#side [data-do=why]")
	b.Wait("document.querySelector('#why')?.open && !!document.querySelector('.why-passage')")
}

func TestGroupJoinOnAPhone(t *testing.T) {
	b := listed(t, newHost(t, "/"))
	b.Size(390, 844)
	const count = "document.querySelector('#stories-count').innerText"
	before := eval[string](b, count)
	b.press("button.story-toggle")
	b.press(".text-lone [data-do=change], .text-first [data-do=change]")
	b.press("[data-do=join]")
	b.Wait("document.querySelector('#join')?.open")
	b.sound("#join")
	b.press("#join-story")
	b.tabTo("#join-box")
	b.Do(chromedp.SendKeys(chromedp.CSS("#join-box"), "budget"))
	b.Wait("!!document.querySelector('#join-found .join-offer')")
	b.Shot("join-phone")
	b.press("#join-found .join-offer")
	b.See("tell one story")
	b.Wait(fmt.Sprintf("%s !== %q", count, before))
	b.press("#grouping-open")
	b.Wait("document.querySelector('#grouping')?.innerText.includes('1 decision')")
	b.Shot("grouping-phone")
	if wide := eval[int](b, "document.documentElement.scrollWidth"); wide > 390 {
		t.Errorf("on a phone 390 wide the page is %d wide", wide)
	}
	b.press("#said-undo")
	b.Wait(fmt.Sprintf("%s === %q", count, before))
}

// saved waits until the last change is kept: that is begun a second after it.
func (b *chromium) saved() {
	b.t.Helper()
	time.Sleep(2 * time.Second)
	b.Wait(isKept)
}
