package browser

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// searchable opens a browser on the sample collection.
func searchable(t *testing.T) *chromium {
	t.Helper()
	b := listed(t, newHost(t, "/any/sub/path/"))
	b.watched()
	return b
}

// watched tells at the end of the test how long the page was blocked since, and
// that nothing left the machine.
func (b *chromium) watched() {
	b.ForgetTasks()
	b.t.Cleanup(func() {
		if out := b.Outside(); len(out) > 0 {
			b.t.Errorf("asked of other machines: %q", out)
		}
		if !b.t.Failed() {
			b.t.Logf("longest task %v", b.LongestTask())
		}
	})
}

// answered is true when the list shows what was asked last, and does so for some
// frames: a question may be on its way to the list.
const answered = `new Promise((done) => {
	let left = 6;
	const look = () => {
		const list = document.querySelector("#results"), count = document.querySelector("#results-count")?.innerText;
		if (!/result|document/.test(count) || list.ariaBusy === "true") return done(false);
		left-- > 0 ? requestAnimationFrame(look) : done(true);
	};
	look();
})`

// seek types another query, presses Enter and waits for the answer.
func (b *chromium) seek(query string) {
	b.t.Helper()
	b.write(query)
	b.key(kb.Enter)
	b.asked(query)
}

// write types another query into the box.
func (b *chromium) write(query string) {
	b.t.Helper()
	b.Do(
		chromedp.Evaluate[chromedp.Void]("document.querySelector('#search').focus(), document.querySelector('#search').select()"),
		chromedp.KeyEvent(query),
	)
}

// asked waits for the answer of a query.
func (b *chromium) asked(query string) {
	b.t.Helper()
	b.Wait(fmt.Sprintf("new URLSearchParams(location.hash.split('?')[1]).get('q') === %q", query))
	b.Wait(fmt.Sprintf("document.querySelector('#results').dataset.of === %q", query))
	b.Wait(answered)
}

// documents is how many documents were found.
func (b *chromium) documents() int {
	b.t.Helper()
	b.Wait(answered)
	text := b.Text("#results-count")
	if text == "No results" {
		return 0
	}
	return numberBefore(b.t, text, " document")
}

// numberBefore is the number in a text that stands before some words.
func numberBefore(t testing.TB, text, words string) int {
	t.Helper()
	before, _, ok := strings.Cut(text, words)
	fields := strings.Fields(before)
	if !ok || len(fields) == 0 {
		t.Fatalf("no number before %q in %q", words, text)
	}
	n, err := strconv.Atoi(strings.ReplaceAll(fields[len(fields)-1], ",", ""))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return n
}

// key presses a key where the focus is.
func (b *chromium) key(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		b.Do(chromedp.KeyEvent(k))
	}
}

// lead brings the focus by keyboard to an element, from the search box on.
func (b *chromium) lead(selector string) {
	b.t.Helper()
	b.Wait(fmt.Sprintf("!!document.querySelector(%q)", selector))
	b.Do(chromedp.Evaluate[chromedp.Void]("document.querySelector('#search').focus()"))
	for range 200 {
		if eval[bool](b, fmt.Sprintf("document.activeElement.matches(%q)", selector)) {
			return
		}
		b.key(kb.Tab)
	}
	b.t.Fatalf("Tab does not lead to %s", selector)
}

// enter leads the focus by keyboard to an element and presses Enter.
func (b *chromium) enter(selector string) {
	b.t.Helper()
	b.lead(selector)
	b.key(kb.Enter)
}

// narrowed is true when what the hits have in common is told.
const narrowed = "document.querySelector('#facets')?.ariaBusy === 'false' && !!document.querySelector('[data-facet=story]')"

// watchStale looks at every frame for hits that do not hold what is typed,
// although the list does not say that it is still searching. A list may need a
// few frames to begin.
const watchStale = `(() => {
	globalThis.stale = [];
	globalThis.frames = 0;
	let typed = "", wrong = 0;
	const look = () => {
		const box = document.querySelector("#search").value, list = document.querySelector("#results");
		const marks = [...document.querySelectorAll("#hits .match")].map((m) => m.innerText.toLowerCase());
		const others = marks.filter((m) => !m.startsWith(box.slice(0, 4)));
		wrong = box === typed && box && list?.ariaBusy === "false" && others.length ? wrong + 1 : 0;
		if (wrong === 10) stale.push(box + ": " + others[0]);
		typed = box;
		frames++;
		requestAnimationFrame(look);
	};
	look();
	return true;
})()`

// typeInTurn writes two words into the box by turns, faster than a hand.
const typeInTurn = `(async () => {
	const box = document.querySelector("#search");
	box.focus();
	for (let i = 0; i < 60; i++) {
		const word = ["ferry", "astrolabe"][i & 1];
		for (const end of [3, word.length]) {
			box.value = word.slice(0, end);
			box.dispatchEvent(new InputEvent("input", {bubbles: true}));
			await new Promise((done) => setTimeout(done, i % 7 * 8));
		}
	}
	return true;
})()`

func TestSearchIsNeverStale(t *testing.T) {
	b := searchable(t)
	b.write("ferry")
	b.asked("ferry")
	eval[bool](b, watchStale)
	eval[bool](b, typeInTurn)
	b.asked("astrolabe")
	b.Wait("document.querySelectorAll('#hits .match').length > 1")
	if got := b.marks(); !allBegin(got, "astrolab") {
		t.Errorf("after typing by turns: marked %q", got)
	}
	if stale := eval[[]string](b, "stale"); len(stale) > 0 {
		t.Errorf("hits of an older text: %q", stale)
	}
	t.Logf("looked at %d frames", eval[int](b, "frames"))
	// Typed key by key, the last text counts.
	b.write("kestrel bridge hanger")
	b.Wait("[...document.querySelectorAll('#hits .match')].some((m) => /^hanger/i.test(m.innerText))")
	b.Shot("search-typing")
}

// marks are the words marked in the hits.
func (b *chromium) marks() []string {
	b.t.Helper()
	return eval[[]string](b, "[...document.querySelectorAll('#hits .match')].map((m) => m.innerText.toLowerCase())")
}

func allBegin(list []string, prefix string) bool {
	for _, s := range list {
		if !strings.HasPrefix(s, prefix) {
			return false
		}
	}
	return len(list) > 0
}

func TestSearchForgivesAndSaysSo(t *testing.T) {
	b := searchable(t)
	b.seek("asrtolabe")
	b.Wait("/astrolabe/.test(document.querySelector('.also-typos')?.innerText)")
	found := b.documents()
	if found == 0 || !allBegin(b.marks(), "astrolab") {
		t.Errorf("found %d, marked %q", found, b.marks())
	}
	b.Shot("search-typo")
	b.enter("#exactly")
	b.See("Only as spelt")
	if n := b.documents(); n != 0 {
		t.Errorf("exactly as spelt: found %d", n)
	}
	b.enter("#exactly")
	b.Wait("!!document.querySelector('.also-typos')")
	if n := b.documents(); n != found {
		t.Errorf("forgiven again: found %d, before %d", n, found)
	}

	// Other words are forgiven again, and what nothing holds is said.
	b.seek("astrolabe zebra")
	b.See("No document has all of these words")
	b.See("1 word missing")

	// What is wrong is marked at its character, the rest is searched.
	const query = "tilte:bridge (storm"
	b.seek(query)
	b.Wait("document.querySelectorAll('#query-errors .query-fault').length === 2")
	errors := b.Text("#query-errors")
	for _, want := range []string{"character 1)", "did you mean “title:”", fmt.Sprintf("character %d)", strings.Index(query, "(")+1), "put “)”"} {
		if !strings.Contains(strings.ToLower(errors), want) {
			t.Errorf("it does not say %q:\n%s", want, errors)
		}
	}
	faults := eval[[]string](b, "[...document.querySelectorAll('.query-fault')].map((e) => e.innerText)")
	if !strings.HasPrefix(faults[0], "tilte") || !strings.HasPrefix(faults[1], "(") {
		t.Errorf("marked %q", faults)
	}
	if b.documents() == 0 {
		t.Error("nothing found of what is sound")
	}
	b.sound("#results")
	b.Shot("search-error")
}

// facetValue is the first value of a facet and how many documents have it.
func (b *chromium) facetValue(field string) (string, int) {
	b.t.Helper()
	selector := fmt.Sprintf("[data-facet=%s] li", field)
	b.Wait(narrowed)
	value := eval[string](b, fmt.Sprintf("document.querySelector(%q).dataset.value", selector))
	n, err := strconv.Atoi(b.Text(selector + " small"))
	if err != nil {
		b.t.Fatal(err)
	}
	return value, n
}

func TestSearchIsNarrowedDownByKeyboard(t *testing.T) {
	b := searchable(t)
	b.seek("bridge")
	all := b.documents()
	value, n := b.facetValue("by")
	b.sound("#results")
	b.enter("[data-facet=by] .facet-press")
	b.Wait("document.querySelectorAll('#chips .chip').length === 1")
	if chip := b.Text(".chip"); !strings.Contains(chip, value) {
		t.Errorf("chip %q, chosen %q", chip, value)
	}
	if got := b.documents(); got != n {
		t.Errorf("the facet says %d, found %d", n, got)
	}
	b.Shot("search-narrow")

	// The chip turned, locked, taken along, removed.
	b.enter("[data-chip=turn]")
	b.Wait("!!document.querySelector('.chip-not')")
	if got := b.documents(); got != all-n {
		t.Errorf("%d of %d documents have it, without it are %d", n, all, got)
	}
	b.enter("[data-chip=turn]")
	b.Wait("!document.querySelector('.chip-not')")
	b.enter("[data-chip=lock]")
	b.Wait("!!document.querySelector('.chip-locked')")
	if got := b.documents(); got != n {
		t.Errorf("locked: found %d, before %d", got, n)
	}
	b.seek("ferry")
	b.Wait("!!document.querySelector('.chip-locked')")
	locked := b.documents()
	b.enter("[data-chip=remove]")
	b.Wait("!document.querySelector('.chip')")
	if got := b.documents(); got <= locked {
		t.Errorf("without the filter found %d, with it %d", got, locked)
	}
}

func TestSearchDatesByKeyboard(t *testing.T) {
	b := searchable(t)
	b.seek("bridge")
	all := b.documents()
	b.Wait(narrowed)
	b.lead("#dates-from")
	b.key(kb.ArrowRight)
	b.Wait("!!document.querySelector('#dates-only')")
	b.lead("#dates-to")
	said := b.Text(".dates-span")
	for range 2 {
		b.key(kb.ArrowLeft)
		b.Wait(fmt.Sprintf("document.querySelector('.dates-span').innerText !== %q", said))
		said = b.Text(".dates-span")
	}
	n := numberBefore(t, said, " document")
	b.Shot("search-dates")
	b.enter("#dates-only")
	b.Wait("/date:/.test(document.querySelector('#search').value)")
	b.Wait("document.querySelectorAll('#chips .chip').length === 1")
	if got := b.documents(); got != n || n == 0 || n >= all {
		t.Errorf("%q chosen of %d, found %d", said, all, got)
	}
	b.Wait("!!document.querySelector('#anytime')")
	b.enter("#anytime")
	b.Wait("!document.querySelector('.chip')")
	if got := b.documents(); got != all {
		t.Errorf("at any date found %d, before %d", got, all)
	}
}

const titles = "[...document.querySelectorAll('#hits .hit-title')].map((e) => e.innerText)"

// TestSearchIsRestored opens the address of a search in another window.
func TestSearchIsRestored(t *testing.T) {
	b := searchable(t)
	b.seek("bridge lang:en")
	b.enter("[data-chip=lock]")
	b.Wait("!!document.querySelector('.chip-locked')")
	b.lead("#order")
	b.key(kb.ArrowDown)
	b.Wait("/sort=newest/.test(location.hash)")
	b.lead("#fold")
	b.key(kb.ArrowDown)
	b.Wait("/fold=none/.test(location.hash)")
	n := b.documents()
	b.Wait(fmt.Sprintf("document.querySelectorAll('#hits .hit').length >= %d", min(n, 5)))
	address, before := eval[string](b, "location.href"), strings.Join(eval[[]string](b, titles), "|")

	b.Go("about:blank")
	b.Go(address)
	b.Opened()
	b.Drop(sample)
	b.outcome()
	b.Wait(fmt.Sprintf("location.href === %q", address))
	b.Wait(answered)
	b.Wait("!!document.querySelector('.chip-locked')")
	if got := b.documents(); got != n {
		t.Errorf("found %d, before %d", got, n)
	}
	b.Wait(fmt.Sprintf("%s.join('|') === %q", titles, before))
	for menu, want := range map[string]string{"#order": "newest", "#fold": "none", "#search": "bridge"} {
		if got := eval[string](b, fmt.Sprintf("document.querySelector(%q).value", menu)); got != want {
			t.Errorf("%s is %q, want %q", menu, got, want)
		}
	}
	b.Shot("search-restored")
}

// TestSearchTellsCopiesApart folds an edited copy into its source, and tells what
// is different, and why the hit stands where it stands.
func TestSearchTellsCopiesApart(t *testing.T) {
	b := newChromium(t)
	b.Size(1280, 900)
	b.Go(newHost(t, "/").URL())
	b.Opened()
	dir := filepath.Join(t.TempDir(), "pair")
	text := prose(7, 150)
	write(t, dir, "a.txt", []byte("Ferry Line Agreed\n\nThe zeppelin of the harbour council was seen over nine bridges at noon.\n\n"+text))
	write(t, dir, "b.txt", []byte("Council Agrees\n\nThe zeppelin of the harbour council was heard over seven bridges at noon.\n\n"+text))
	write(t, dir, "c.txt", []byte("Another Story <b>Entirely</b>\n\nNo zeppelin came.\n\n"+prose(90, 140)))
	b.Drop(dir)
	b.outcome()
	b.watched()
	b.seek("zeppelin harbour")
	b.Wait("!!document.querySelector('[data-do=copies]')")
	b.sound("#results")
	if said := b.Text("[data-do=copies]"); said != "+1 copy" {
		t.Errorf("it says %q", said)
	}
	b.enter("[data-do=copies]")
	b.Wait("document.querySelectorAll('.copies .why-other').length > 0")
	others := strings.Join(eval[[]string](b, "[...document.querySelectorAll('.copies .why-other')].map((e) => e.innerText)"), " ")
	if others != "heard seven" && others != "seen nine" {
		t.Errorf("underlined: %q", others)
	}
	b.Shot("search-copies")
	b.key(kb.Enter)
	b.Wait("!document.querySelector('.copies')")
	b.enter("[data-do=place]")
	b.See("All words of the query stand in it.")
	b.Wait("document.querySelectorAll('.parts tbody tr').length === 2")
	b.sound("#results")
	b.Shot("search-why")
	if eval[bool](b, "!!document.querySelector('#results b:not([class])')") {
		t.Error("a text became markup")
	}
}

// TestQuickOpenLeads finds a title, an outlet and a person by a few letters.
func TestQuickOpenLeads(t *testing.T) {
	b := searchable(t)
	for _, c := range []struct{ typed, kind, leads string }{
		{"cracked hanger", "Text", "#/doc/"},
		{"morning disp", "Outlet", "outlet"},
		{"castellane", "Person", "by"},
	} {
		b.Do(chromedp.KeyEvent("k", chromedp.KeyModifiers(2))) // Ctrl
		b.Wait("document.activeElement.id === 'palette-box'")
		b.Do(chromedp.KeyEvent(c.typed))
		entry := fmt.Sprintf("[...document.querySelectorAll('.palette-entry')].findIndex((e) => e.querySelector('.palette-kind').innerText.startsWith(%q))", c.kind)
		b.Wait(entry + " >= 0")
		for range eval[int](b, entry) {
			b.key(kb.ArrowDown)
		}
		b.Shot("quick-open-" + strings.ToLower(c.kind))
		b.key(kb.Enter)
		b.Wait(fmt.Sprintf("decodeURIComponent(location.hash).includes(%q)", c.leads))
		if c.kind != "Text" {
			b.Wait("document.querySelectorAll('#hits .hit').length > 0")
		}
	}
}
