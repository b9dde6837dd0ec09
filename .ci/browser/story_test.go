package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// sample is the folder of the sample collection, as a person would drop it.
const sample = "../../web/sample"

// outcome is the line that says how an import ended.
func (b *chromium) outcome() string {
	b.t.Helper()
	b.Wait("!!document.querySelector('#import.progress-done, #import.progress-failed')")
	return b.Text("#import .progress-title")
}

// show goes to a view of the page that is open, such as "stories".
func (b *chromium) show(view string) {
	b.t.Helper()
	eval[string](b, fmt.Sprintf("location.hash = '#/%s'", view))
}

// search types a query as a person does and waits for its answer.
func (b *chromium) search(query string) {
	b.t.Helper()
	b.Do(
		chromedp.Evaluate[chromedp.Void]("document.querySelector('#search').select()"),
		chromedp.SendKeys(chromedp.CSS("#search"), query),
	)
	b.Wait(answered)
}

func TestDropReadSearch(t *testing.T) {
	h := newHost(t, "/any/sub/path/")
	b := newChromium(t)
	b.Size(1280, 900)
	b.Go(h.URL())
	b.Opened()
	b.Shot("home")
	b.ForgetTasks()

	b.Drop(sample)
	if said := b.outcome(); !strings.HasPrefix(said, "Read ") {
		t.Errorf("after the drop: %q", said)
	}
	b.Wait("location.hash === '#/stories'")
	b.Wait("document.querySelectorAll('.story-row').length > 5")
	b.Shot("stories")
	b.Do(chromedp.Click(chromedp.CSS("button.story-toggle")))
	b.Wait("document.querySelector('button.story-toggle').ariaExpanded === 'true'")
	b.Shot("story")

	b.search("storm wind")
	b.Wait("document.querySelectorAll('#results .match').length > 1")
	b.Shot("search")
	b.Do(chromedp.Click(chromedp.CSS("#results .row-link")))
	b.Wait("location.hash.startsWith('#/doc/') && !!document.querySelector('#text')")
	if text := strings.ToLower(b.Text("#text")); !strings.Contains(text, "storm") {
		t.Errorf("the text opened does not hold the word searched for: %.300q", text)
	}
	if path := eval[string](b, "location.pathname"); path != h.prefix {
		t.Errorf("the page went from %s to %s", h.prefix, path)
	}
	b.Shot("reading")
	t.Logf("longest task from drop to reading %v", b.LongestTask())
	b.looks()

	if asked := h.Asked(); strings.Contains(strings.Join(asked, " "), "no such file") {
		t.Errorf("asked of the host: %q", asked)
	}
	if out := b.Outside(); len(out) > 0 {
		t.Errorf("asked of other machines: %q", out)
	}
}

// looks takes pictures of the view that is open: dark, and on a phone.
func (b *chromium) looks() {
	b.t.Helper()
	eval[string](b, "document.documentElement.dataset.theme = 'dark'")
	b.Shot("reading-dark")
	b.show("stories")
	b.Wait("document.querySelectorAll('.story-row').length > 5")
	b.Shot("stories-dark")
	eval[string](b, "document.documentElement.dataset.theme = 'light'")
	b.Size(390, 844)
	b.Shot("stories-phone")
	if wide := eval[int](b, "document.documentElement.scrollWidth"); wide > 390 {
		b.t.Errorf("on a phone 390 wide the page is %d wide", wide)
	}
}

func TestSampleByButtonThenOffline(t *testing.T) {
	h := newHost(t, "/")
	b := open(t, h.URL())
	b.Opened()
	b.KeptOffline()
	h.Stop()
	b.Reload()
	b.Opened()
	b.Do(chromedp.Click(chromedp.CSS("#sample")))
	if said := b.outcome(); !strings.HasPrefix(said, "Read ") {
		t.Errorf("after opening the sample: %q", said)
	}
	b.search("astrolabe")
	b.Wait("document.querySelectorAll('#results .match').length > 1")
	b.Do(chromedp.KeyEvent(kb.Escape))
}

// prose writes n words that read like none in particular; the same seed gives
// the same words.
func prose(seed, n int) string {
	words := strings.Fields("harbour council vote bridge repair winter budget school ferry mayor committee report " +
		"storm river market museum library train strike union court hearing witness engineer tunnel festival " +
		"the a of in on for with after before said that was were has will not but and its their")
	var text strings.Builder
	state := uint32(seed)*2654435761 + 1
	for i := range n {
		state = state*1664525 + 1013904223
		text.WriteString(words[state>>16%uint32(len(words))])
		switch {
		case i%120 == 119:
			text.WriteString(".\n\n")
		case i%15 == 14:
			text.WriteString(". ")
		default:
			text.WriteByte(' ')
		}
	}
	return text.String()
}

// pile writes files of about 60 kB each.
func pile(t *testing.T, files int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "pile")
	for i := range files {
		write(t, dir, fmt.Sprintf("%03d.txt", i), []byte(fmt.Sprintf("Report number %d\n\n%s", i, prose(i, 10_000))))
	}
	return dir
}

func TestCancelDuringImport(t *testing.T) {
	b := open(t, newHost(t, "/").URL())
	b.Opened()
	b.ForgetTasks()
	b.Drop(pile(t, 600))
	b.Wait("!!document.querySelector('#cancel')")
	b.Wait("document.querySelector('#import progress')?.position > 0.05")
	pressed := time.Now()
	b.Do(chromedp.Click(chromedp.CSS("#cancel")))
	said := b.outcome()
	t.Logf("stopped after %v: %s; longest task %v", time.Since(pressed), said, b.LongestTask())
	if !strings.HasPrefix(said, "Stopped. Read ") {
		t.Errorf("after stopping: %q", said)
	}
	// What was read stays, and more can be added.
	eval[bool](b, "clippings.intake.addText('The harbour master said on Monday that the astrolabe had been found unharmed.'), true")
	b.Wait("document.querySelector('#import .progress-title')?.innerText.startsWith('Read ')")
	b.search("astrolabe")
	b.Wait("document.querySelectorAll('#results .match').length > 0")
}

func TestBadFilesAreNamedAndLoseNothing(t *testing.T) {
	b := open(t, newHost(t, "/").URL())
	b.Opened()
	dir := filepath.Join(t.TempDir(), "bad")
	write(t, dir, "empty.txt", nil)
	write(t, dir, "empty.zip", nil)
	write(t, dir, "binary.txt", []byte(strings.Repeat("\x00\x01\xfe\xff\x7f", 2000)))
	write(t, dir, "bomb.zip", bomb(t))
	write(t, dir, "good.txt", []byte("Ferry repaired\n\n"+prose(1, 200)))
	b.Drop(dir)
	t.Log(b.outcome())
	b.show("files")
	b.Wait("document.querySelectorAll('.entry').length === 5")
	for _, name := range []string{"empty.txt", "empty.zip", "binary.txt", "bomb.zip"} {
		why := eval[string](b, fmt.Sprintf(`[...document.querySelectorAll(".entry")]
			.find((entry) => entry.innerText.includes(%q)).querySelector(".entry-why")?.innerText ?? "read"`, name))
		t.Logf("%s: %s", name, why)
		if why == "read" || why == "" {
			t.Errorf("%s was read", name)
		}
	}
	b.search("ferry")
	b.Wait("document.querySelectorAll('#results .match').length > 0")
}

func TestFileThatDisappears(t *testing.T) {
	b := open(t, newHost(t, "/").URL())
	b.Opened()
	dir := t.TempDir()
	write(t, dir, "gone.txt", []byte(prose(2, 200)))
	write(t, dir, "here.txt", []byte(prose(3, 200)))
	// While a pile is being read, later files wait.
	b.Drop(pile(t, 200))
	b.Wait("!!document.querySelector('#cancel')")
	b.Drop(filepath.Join(dir, "gone.txt"), filepath.Join(dir, "here.txt"))
	b.See("files wait")
	if err := os.Remove(filepath.Join(dir, "gone.txt")); err != nil {
		t.Fatal(err)
	}
	b.Wait("document.querySelector('#import.progress-done .progress-title')?.innerText.includes('1 file was left out')")
	b.show("files")
	b.Wait("!!document.querySelector('[data-filter=\"2\"]')")
	b.Do(chromedp.Click(chromedp.CSS(`[data-filter="2"]`)))
	b.See("gone.txt")
	t.Log(b.Text(".entry"))
}

func TestTenThousandEmptyFiles(t *testing.T) {
	b := open(t, newHost(t, "/").URL())
	b.Opened()
	dir := filepath.Join(t.TempDir(), "many")
	for i := range 10_000 {
		write(t, dir, fmt.Sprintf("%d/%d.txt", i%10, i), nil)
	}
	write(t, dir, "good.txt", []byte("Ferry repaired\n\n"+prose(1, 200)))
	b.ForgetTasks()
	b.Drop(dir)
	said := b.outcome()
	if !strings.Contains(said, "Read 1 document") || !strings.Contains(said, "10,000 files were left out") {
		t.Errorf("got %q", said)
	}
	b.show("files")
	b.Wait("document.querySelectorAll('.entry').length > 3")
	t.Logf("longest task %v", b.LongestTask())
}

// TestStoryIsTold reads a story as a person does: from its headline, down to who
// said what, and back to the list as it was.
func TestStoryIsTold(t *testing.T) {
	b := listed(t, newHost(t, "/"))
	b.press(".facet-press")
	b.Wait("location.hash.startsWith('#/stories?in=') && document.querySelectorAll('#chips .chip').length === 1")
	b.Wait("/^\\d+ of \\d+ stories, /.test(document.querySelector('#stories-count').innerText)")
	filtered := eval[string](b, "location.hash")
	b.Shot("stories-filtered")
	b.sound(".stories")

	b.ForgetTasks()
	b.press("a.story-title[href*='#/story/']")
	b.Wait("location.hash.startsWith('#/story/') && !!document.querySelector('#story-quotes')")
	t.Logf("longest task while a story is told %v", b.LongestTask())
	b.sound("#one-story")
	if n := eval[int](b, "document.querySelectorAll('.time-row').length"); n == 0 {
		t.Error("nothing stands on the time line")
	}
	b.press("[data-open=time-table]")
	b.Wait("document.querySelectorAll('.time-table tbody tr').length > 1")
	b.Shot("story-told")
	if wide := eval[int](b, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); wide > 0 {
		t.Errorf("the page is %d wider than the screen", wide)
	}
	eval[bool](b, "history.back(), true")
	b.Wait(fmt.Sprintf("location.hash === %q && document.querySelectorAll('.story-row').length > 0", filtered))
	b.press(".story-filters .link")
	b.Wait("!document.querySelector('#chips') && location.hash === '#/stories'")
}

// TestStorySaysWhatIsShared compares texts of its own: one sentence stands in both,
// each has one more, and two people are quoted, one of them in two wordings.
func TestStorySaysWhatIsShared(t *testing.T) {
	b := newChromium(t)
	b.Size(1280, 900)
	b.Go(newHost(t, "/").URL())
	b.Opened()
	dir := filepath.Join(t.TempDir(), "pair")
	const common = "The harbour council agreed on Monday to repair the ferry Astrolabe before the winter storms, at a cost of 12 million crowns."
	write(t, dir, "gazette.txt", []byte("Ferry Astrolabe to be repaired\n\nPosted 3 March 2025\n\n"+common+"\n\n"+
		"“We had to deal with the root causes of the damage, and not with the paint,” said Marta Ohlin, who runs the harbour.\n\n"+
		"Fishermen from the outer islands had asked for a new ship and called the decision a poor joke.\n"))
	write(t, dir, "dispatch.txt", []byte("Council repairs the Astrolabe\n\nPosted 4 March 2025\n\n"+
		"After a long night the harbour council agreed to repair the ferry Astrolabe before winter storms at a cost of 12 million crowns.\n\n"+
		"“We had to deal with the root causes of the damage,” Marta Ohlin said.\n\n"+
		"The shipyard at Port Alder has promised to begin its work on the first of April at the latest.\n"))
	b.Drop(dir)
	b.outcome()
	b.Size(390, 844)
	b.press("a.story-title[href*='#/story/']")
	b.Wait("!!document.querySelector('#story-quotes')")
	b.See("outer islands")
	eval[bool](b, `((box) => { box.value = "root causes"; box.dispatchEvent(new Event("input", {bubbles: true})); return true; })(document.querySelector("#story-find"))`)
	b.Wait("document.querySelector('.saying mark')?.innerText === 'root causes'")
	b.See("Marta Ohlin")
	b.Shot("story-phone")
	if wide := eval[int](b, "document.documentElement.scrollWidth"); wide > 390 {
		t.Errorf("on a phone 390 wide the page is %d wide", wide)
	}
	b.press(".saying-in a")
	b.Wait("location.hash.includes('at=') && !!document.querySelector('#text .block-target')")
}
