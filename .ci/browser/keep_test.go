package browser

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/storage"
)

// whenListed notes, in milliseconds since the page was asked for, when it is up and
// when the stories stand there.
const whenListed = `globalThis.upAt = globalThis.listedAt = 0;
new MutationObserver(() => {
  if (!globalThis.upAt && globalThis.clippings && !document.querySelector(".boot")) globalThis.upAt = performance.now();
  if (!globalThis.listedAt && document.querySelector(".story-row")) globalThis.listedAt = performance.now();
}).observe(document, {childList: true, subtree: true});`

const (
	isKept   = "document.querySelector('#kept')?.innerText.startsWith('Kept on this device')"
	isListed = "location.hash.startsWith('#/stories') && document.querySelectorAll('.story-row').length > 0"
)

// visit opens the page in a browser with a profile that outlives it.
func visit(t testing.TB, h *host, profile string, before ...string) *chromium {
	t.Helper()
	b := newChromiumIn(t, profile)
	b.Before(whenListed)
	for _, script := range before {
		b.Before(script)
	}
	b.Go(h.URL())
	b.Opened()
	return b
}

// bring drops files and waits until they are kept.
func (b *chromium) bring(paths ...string) {
	b.t.Helper()
	b.Drop(paths...)
	b.holds("!!document.querySelector('#import.progress-done, #import.progress-failed')", 5*patience) // it may be much
	if said := b.outcome(); !strings.HasPrefix(said, "Read ") {
		b.t.Fatalf("after the drop: %q", said)
	}
	b.Wait(isKept)
}

// found is how many documents have a word, as the page says. On a busy machine the
// answer to a beginning of it may stand there for a while.
func (b *chromium) found(word string) int {
	b.t.Helper()
	b.search(word)
	for said := ""; ; {
		now := b.Text("#results-count")
		if now == said {
			return numberIn(now)
		}
		said = now
		time.Sleep(300 * time.Millisecond)
		b.Wait(answered)
	}
}

// numberIn is the first number of a text, "1,234" or "1234"; 0 if it has none.
func numberIn(text string) int {
	n, inside := 0, false
	for _, c := range text {
		switch {
		case c >= '0' && c <= '9':
			n, inside = n*10+int(c-'0'), true
		case inside && c != ',':
			return n
		}
	}
	return n
}

// TestReloadKeepsTheCorpus: what was brought in is there after a reload, and
// another day.
func TestReloadKeepsTheCorpus(t *testing.T) {
	c := corpus{articles: 10_000, words: 400, copies: 20}
	if testing.Short() {
		c.articles = 1_000
	}
	h, profile := newHost(t, "/"), t.TempDir()
	b := visit(t, h, profile)
	b.bring(c.zipped(t))
	word := strings.Fields(newTextMaker().article(0, 60))[9]
	want := b.found(word)
	if want == 0 {
		t.Fatalf("%q is nowhere", word)
	}
	used := eval[float64](b, "navigator.storage.estimate().then(({usage}) => usage / 1e6)")
	for i := range 4 {
		b.Go("about:blank")
		b.Go(h.URL())
		b.Wait(isListed)
		found := ""
		if i%2 > 0 { // a word is asked for while the rest comes
			b.search(word)
			b.Wait(answered)
			found = fmt.Sprintf(", a search is answered after %.0f", eval[float64](b, "performance.now()"))
			if got := b.found(word); got != want {
				t.Errorf("%d documents have %q while the rest comes, before %d", got, word, want)
			}
		}
		b.Wait("performance.getEntriesByName('clippings whole').length > 0")
		t.Logf("%d documents, %.0f MB: the page is up after %.0f ms, the stories stand after %.0f%s, all is there after %.0f; longest task %v",
			c.articles+c.copies, used, eval[float64](b, "upAt"), eval[float64](b, "listedAt"), found,
			eval[float64](b, "performance.getEntriesByName('clippings whole')[0].startTime"), b.LongestTask())
	}
	if got := b.found(word); got != want {
		t.Errorf("%d documents have %q after a reload, before %d", got, word, want)
	}
	b.Close()
	b = visit(t, h, profile)
	b.Wait(isListed)
	b.Wait(isKept)
	if got := b.found(word); got != want {
		t.Errorf("%d documents have %q another day, before %d", got, word, want)
	}
}

// TestKeptInADatabase: where there is no private file system, IndexedDB has it.
func TestKeptInADatabase(t *testing.T) {
	h, profile := newHost(t, "/some/path/"), t.TempDir()
	b := visit(t, h, profile, noFiles)
	b.bring(sample)
	want := b.found("harbour")
	names := eval[string](b, "indexedDB.databases().then((list) => list.map(({name}) => name).join())")
	if !strings.Contains(names, "clippings") {
		t.Errorf("the databases are %q", names)
	}
	b.Close()
	b = visit(t, h, profile, noFiles)
	b.Wait(isListed)
	if got := b.found("harbour"); got != want || got == 0 {
		t.Errorf("%d documents another day, before %d", got, want)
	}
}

// TestKilledWhileKeeping ends the browser at any moment of an import or of the
// saving after it. What was said to be kept is there, and it always opens.
func TestKilledWhileKeeping(t *testing.T) {
	h, profile := newHost(t, "/"), t.TempDir()
	const files = 40
	var kept []string // words of the batches that were kept
	var took = 3 * time.Second
	during := map[string]int{}
	for round := range kills() + 1 {
		b := visit(t, h, profile)
		if len(kept) > 0 {
			b.Wait(isListed)
		}
		for i, word := range kept {
			if i < len(kept)-4 && i%8 != round%8 { // the last, and some of the others
				continue
			}
			if got := b.found(`"` + word + `"`); got != files {
				b.Shot("killed")
				t.Fatalf("after kill %d %d of the %d documents with %s are there: %s", round, got, files, word, b.Text("main"))
			}
		}
		word := "zword" + strings.Map(func(c rune) rune { return c - '0' + 'k' }, fmt.Sprintf("%03d", round)) // none begins another
		dir := filepath.Join(t.TempDir(), word)
		for i := range files {
			text := strings.Replace(prose(round*files+i, 3000), " harbour ", " "+word+" ", 1)
			write(t, dir, fmt.Sprintf("%03d.txt", i), []byte(fmt.Sprintf("Report %d\n\n%s", i, text)))
		}
		began := time.Now()
		b.Drop(dir)
		moment := time.Duration(rand.Float64() * 1.2 * float64(took))
		isDone, isAllKept := "!!document.querySelector('#import.progress-done')", isKept+" && !!document.querySelector('#import.progress-done')"
		for time.Since(began) < moment || round == 0 {
			if b.holds(isAllKept, 20*time.Millisecond) {
				if round == 0 {
					took = time.Since(began)
				}
				break
			}
		}
		state := "reading"
		switch {
		case b.holds(isAllKept, 20*time.Millisecond):
			state, kept = "kept", append(kept, word)
		case b.holds(isDone, 20*time.Millisecond):
			state = "saving"
		}
		during[state]++
		b.Kill()
	}
	b := visit(t, h, profile)
	b.Wait(isListed)
	for _, word := range kept {
		if got := b.found(`"` + word + `"`); got != files {
			t.Errorf("%d of the %d documents with %s are there in the end", got, files, word)
		}
	}
	t.Logf("killed while %v; an import and its saving take %v", during, took)
}

// TestNoRoomIsLeft: an import that does not fit is open but not kept, the page says
// so, and what was kept before opens the next time.
func TestNoRoomIsLeft(t *testing.T) {
	h, profile := newHost(t, "/"), t.TempDir()
	b := visit(t, h, profile)
	b.bring(sample)
	want := b.found("harbour")
	used := eval[float64](b, "navigator.storage.estimate().then(({usage}) => usage)") + 1<<20
	call(b, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: eval[string](b, "location.origin"), QuotaSize: &used})
	b.Drop(corpus{articles: 2000, words: 400}.zipped(t))
	b.Wait("document.querySelector('#kept')?.innerText.startsWith('Not kept: no room is left')")
	t.Log(b.Text("#kept"))
	b.Shot("no-room")
	b.outcome()
	b.Wait("document.querySelector('.notice-kept')?.innerText.startsWith('No room is left on this device. Kept: ')")
	t.Log(b.Text(".notice-kept"))
	if !strings.Contains(b.Text(".notice-kept"), "The others are here until the page is closed") {
		t.Error("what is not kept is not told")
	}
	if got := b.found("harbour"); got != want {
		t.Errorf("%d hits are found in what is open, before %d", got, want)
	}
	b.search("harbour")
	b.press("#results .row-link")
	b.jot("full", "of the brim")
	b.Wait("document.querySelector('.tag-link')?.innerText === 'full'")
	b.Go("about:blank")
	b.Go(h.URL())
	b.Wait(isListed)
	if got := b.found("tag:full"); got != 1 {
		t.Errorf("%d documents have the tag that did not fit any more", got)
	}
	b.Close()
	b = visit(t, h, profile)
	b.Wait(isListed)
	if got := b.found("harbour"); got != want {
		t.Errorf("%d documents another day, %d were kept", got, want)
	}
	b.Wait(isKept)
}

// TestRoomIsMade: when there is room again all is kept, without dropping anything
// again; and what is open can be saved as a file meanwhile.
func TestRoomIsMade(t *testing.T) {
	h := newHost(t, "/")
	b := visit(t, h, t.TempDir())
	b.bring(sample)
	origin := eval[string](b, "location.origin")
	used := eval[float64](b, "navigator.storage.estimate().then(({usage}) => usage)") + 1<<20
	call(b, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: origin, QuotaSize: &used})
	b.Drop(corpus{articles: 2000, words: 400}.zipped(t))
	b.Wait("!!document.querySelector('#keep-file')")
	b.outcome()
	saved := eval[bool](b, `(() => {
		const make = URL.createObjectURL;
		globalThis.showSaveFilePicker = undefined;
		URL.createObjectURL = (blob) => { globalThis.saved = blob.size; return make(blob); };
		return true;
	})()`)
	b.press("#keep-file")
	b.Wait("globalThis.saved > 1e6")
	call(b, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: origin})
	b.press("#keep-again")
	b.Wait(isKept)
	b.Wait("!document.querySelector('#keep-again')")
	word := strings.Fields(newTextMaker().article(0, 60))[9]
	want := b.found(word)
	b.Go("about:blank")
	b.Go(h.URL())
	b.Wait(isListed)
	if got := b.found(word); got != want || got == 0 || !saved {
		t.Errorf("%d documents have %q after there was room, before %d", got, word, want)
	}
}

// TestSecondTabReads: it opens what the first has kept, changes nothing of it and
// says so. When the first is closed it takes over, with what that has kept since.
func TestSecondTabReads(t *testing.T) {
	h := newHost(t, "/")
	window := visit(t, h, t.TempDir())
	first := window.Tab(h.URL())
	first.Opened()
	window.Go("about:blank")
	first.bring(sample)
	second := window.Tab(h.URL())
	second.Wait(isListed)
	second.Wait("document.querySelector('#kept')?.innerText.startsWith('Open in another tab')")
	second.Shot("second-tab")

	dir := filepath.Join(t.TempDir(), "more")
	write(t, dir, "more.txt", []byte("Quokka escapes\n\nA quokka left the zoo on Monday and was found in the library.\n"))
	first.bring(dir)
	if n := second.found("quokka"); n != 0 {
		t.Errorf("the second tab has %d documents of the first's", n)
	}
	first.CloseTab()
	second.Wait(isKept)
	second.Wait("!document.querySelector('#opening')")
	if n := second.found("quokka"); n != 1 {
		t.Errorf("when it has taken over, the second tab has %d of the documents kept last", n)
	}
	write(t, dir, "again.txt", []byte("Numbat escapes\n\nA numbat left the zoo on Tuesday and was found in the theatre.\n"))
	second.bring(filepath.Join(dir, "again.txt"))
	second.Go("about:blank")
	second.Go(h.URL())
	second.Wait(isListed)
	if n := second.found("numbat"); n != 1 {
		t.Errorf("what the second tab has kept since is not there: %d documents", n)
	}
}
