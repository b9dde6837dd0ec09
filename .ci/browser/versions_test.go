package browser

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// copies drops copies of a text in which some things differ, and shows all
// versions of the first.
func (b *chromium) copies(files int, paragraphs []string, change func(file, paragraph int, text string) string) {
	b.t.Helper()
	dir := filepath.Join(b.t.TempDir(), "copies")
	for i := range files {
		var text strings.Builder
		fmt.Fprintf(&text, "Headline number %d of them all\n\n", i/2)
		for k, p := range paragraphs {
			if p = change(i, k, p); p != "" {
				text.WriteString(p + "\n\n")
			}
		}
		write(b.t, dir, fmt.Sprintf("outlet-%03d/text.txt", i), []byte(text.String()))
	}
	b.Size(1280, 900)
	b.Go(newHost(b.t, "/").URL())
	b.Opened()
	b.Drop(dir)
	b.outcome()
	b.show("stories")
	b.Wait("document.querySelectorAll('.story-row').length > 0")
	b.watched()
	b.show("versions/" + b.idOf(0))
	b.Wait(compared)
}

// compared is true when all of the versions is shown.
const compared = "document.querySelector('#versions')?.getAttribute('aria-busy') !== 'true' && !!document.querySelector('#versions-count')"

// idOf is how addresses name the document of a file, by the order of dropping.
func (b *chromium) idOf(file int) string { return fmt.Sprint(file) }

// paragraphs are of some sentences each, none like another.
func paragraphs(n, words int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = strings.ReplaceAll(prose(1000+i, words), "\n\n", " ")
	}
	return list
}

// TestVersionsAreComparedByKeyboard steps through the differences of five copies.
func TestVersionsAreComparedByKeyboard(t *testing.T) {
	b := newChromium(t)
	b.copies(5, paragraphs(8, 40), func(file, paragraph int, text string) string {
		switch {
		case paragraph == 1:
			return text + [...]string{" The kestrel programme flew.", " The kestrel program flew.", " The kestrel programme sank.", " The kestrel programme flew.", " The kestrel programme flew."}[file]
		case paragraph == 4 && file == 3:
			return ""
		}
		return text
	})
	b.Wait("/5 versions/.test(document.querySelector('#versions-count').innerText)")
	counts := b.Text("#versions-count")
	for _, want := range []string{"1 passage left out in some", "1 in spelling only"} {
		if !strings.Contains(counts, want) {
			t.Errorf("it says %q and not %q", counts, want)
		}
	}
	b.sound("#versions")
	b.Shot("versions")

	b.key("]")
	b.Wait("document.querySelectorAll('.place-on').length > 0")
	said := b.Text("#versions .stepper [role=status]")
	if !strings.HasPrefix(said, "Difference 1 of 2: “flew") || !strings.Contains(said, "sank") {
		t.Errorf("it says %q", said)
	}
	b.key("n")
	b.Wait("/^Difference 2 of 2.*left out in outlet-003/.test(document.querySelector('#versions .stepper [role=status]').textContent)")
	b.Shot("versions-step")

	// What is spelt otherwise shows when it is asked for.
	b.lead("#show-minor")
	b.key(" ")
	b.Wait("/minor=yes/.test(location.hash)")
	b.Wait("!!document.querySelector('.place-spelling')")
	b.lead("#show-changes")
	b.key(" ")
	b.Wait("/show=changes/.test(location.hash)")
	b.Wait("document.querySelectorAll('.version-fold').length > 0")
	if !strings.Contains(b.Text(".version-fold"), "all versions share") {
		t.Errorf("the fold says %q", b.Text(".version-fold"))
	}
	if id := eval[string](b, "document.activeElement.id"); id != "show-changes" {
		t.Errorf("the focus went to %q", id)
	}
	b.Shot("versions-changes")

	// Another reading text; the focus stays.
	b.lead("#reference")
	b.key(kb.ArrowDown)
	b.Wait("!/versions.0[?]/.test(location.hash)")
	b.Wait(compared)
	if id := eval[string](b, "document.activeElement.id"); id != "reference" {
		t.Errorf("the focus went to %q", id)
	}
	b.Size(390, 844)
	b.fits("versions")
}

// TestTwoStandSideBySide opens two copies beside each other and swaps them.
func TestTwoStandSideBySide(t *testing.T) {
	b := newChromium(t)
	b.copies(2, paragraphs(6, 40), func(file, paragraph int, text string) string {
		switch {
		case paragraph == 2 && file == 0:
			return text + " The kestrel flew."
		case paragraph == 2:
			return text + " The kestrel sank."
		case paragraph == 4 && file == 1:
			return ""
		}
		return text
	})
	b.show("beside/" + b.idOf(0) + "/" + b.idOf(1))
	b.Wait("!!document.querySelector('.faced')")
	b.Wait("[...document.querySelectorAll('.faced .place')].map((e) => e.innerText).join() === 'flew,sank'")
	b.See("Only in outlet-000")
	b.sound("#beside")
	b.Shot("beside")
	b.key("]")
	b.Wait("!!document.querySelector('.faced-on .place')")
	b.key("]")
	b.Wait("/^Difference 2 of 2: Only in outlet-000/.test(document.querySelector('#beside .stepper [role=status]').textContent)")
	b.enter("#beside-swap")
	b.Wait("[...document.querySelectorAll('.faced .place')].map((e) => e.innerText).join() === 'sank,flew'")
	b.enter("#beside-why")
	b.See("How these two are related")
	b.key(kb.Escape)
	b.Size(390, 844)
	b.fits("beside")
}

// TestManyVersionsDoNotBlockThePage opens a group of 200 copies, and copies of 500
// paragraphs.
func TestManyVersionsDoNotBlockThePage(t *testing.T) {
	for name, c := range map[string]struct{ files, paragraphs int }{"200 copies": {200, 12}, "500 paragraphs": {4, 500}} {
		t.Run(name, func(t *testing.T) {
			b := newChromium(t)
			b.copies(c.files, paragraphs(c.paragraphs, 40), func(file, paragraph int, text string) string {
				if paragraph%3 == file%3 {
					return text + fmt.Sprintf(" It was said in version %d.", file)
				}
				return text
			})
			t.Logf("%s; longest task %v", b.Text("#versions-count"), b.LongestTask())
			b.ForgetTasks()
			for range 10 {
				b.key("]")
			}
			b.Wait("/^Difference 10 of/.test(document.querySelector('#versions .stepper [role=status]').textContent)")
			t.Logf("longest task of ten steps %v", b.LongestTask())
			b.Do(chromedp.Evaluate[chromedp.Void]("document.querySelector('#show-changes').click()"))
			b.Wait("/show=changes/.test(location.hash)")
			b.Wait(compared)
			t.Logf("longest task with changes only %v", b.LongestTask())
			b.Shot("versions-" + strings.ReplaceAll(name, " ", "-"))
		})
	}
}
