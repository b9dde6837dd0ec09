package browser

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// noStores takes all places to keep anything away from the workers.
var noStores = strings.Replace(noFiles, "delete StorageManager.prototype.getDirectory;",
	"delete StorageManager.prototype.getDirectory; Object.defineProperty(self, 'indexedDB', {value: undefined});", 1)

// question reports whether the browser has put such a question.
func (b *chromium) question(kind string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Contains(b.dialogs, kind)
}

// TestNothingCanBeKept: where a browser keeps nothing, as in private windows, the
// page says so, the browser asks before all is lost, and a workspace file has it.
func TestNothingCanBeKept(t *testing.T) {
	h := newHost(t, "/")
	b := newChromium(t)
	b.Before(noStores)
	b.Go(h.URL())
	b.Opened()
	b.Drop(harbourPile(t))
	b.outcome()
	b.See("This browser lets pages keep nothing")
	b.Shot("unkept")
	want := b.account()
	file := b.workspaceFile(false)
	b.Wait("document.querySelector('#workspace-told').innerText.startsWith('Saved as')")
	b.Go("about:blank")
	b.Go(h.URL())
	b.Opened()
	if !b.question("beforeunload") {
		t.Error("the browser did not ask before it closed the page")
	}
	b.Drop(file)
	b.Wait(isListed)
	if got := b.account(); got != want {
		t.Errorf("from the workspace file:\n%s\nwant:\n%s", got, want)
	}
}

// TestChangedInASecondTab: what is changed where another tab has the workspace is
// kept as one of its own when that is closed, and nothing of either is lost.
func TestChangedInASecondTab(t *testing.T) {
	h := newHost(t, "/")
	window := visit(t, h, t.TempDir())
	first := window.Tab(h.URL())
	first.Opened()
	window.Go("about:blank")
	first.bring(harbourPile(t))
	first.Wait(isKept)
	second := window.Tab(h.URL())
	second.Wait(isListed)
	tag := func(b *chromium, name string) {
		b.search("harbour")
		b.press("#results .row-link")
		b.Wait("!!document.querySelector('#tag-new')")
		b.Do(chromedp.SendKeys(chromedp.CSS("#tag-new"), name+"\r"))
		b.Wait("document.querySelector('.tag-link')?.innerText === '" + name + "'")
	}
	tag(second, "here")
	tag(first, "there")
	first.Wait(isKept)
	first.CloseTab()
	second.See("What you changed here is kept as “harbour (changed in another tab)”")
	second.Wait(isKept)
	second.Shot("set-apart")
	if n := second.found("tag:here"); n != 1 {
		t.Errorf("%d documents have the tag of the second tab", n)
	}
	second.show("settings")
	second.press("[aria-label='Open harbour']")
	second.Wait(isListed + " && document.querySelector('.kept-name')?.innerText === 'harbour'")
	if n := second.found("tag:there"); n != 1 {
		t.Errorf("%d documents have the tag of the first tab", n)
	}
}

// TestNotAWorkspaceFile: a file that only goes by the name is refused, and nothing
// of it is read.
func TestNotAWorkspaceFile(t *testing.T) {
	h := newHost(t, "/")
	b := open(t, h.URL())
	b.Opened()
	b.bring(harbourPile(t))
	want, dir := b.account(), t.TempDir()
	for name, content := range map[string]string{"letter.clippings": "Dear reader, this is a letter. " + prose(1, 50), "empty.clippings": ""} {
		write(t, dir, name, []byte(content))
		b.Drop(filepath.Join(dir, name))
		b.See("This is no workspace file")
		if got := b.account(); got != want {
			t.Errorf("after %s:\n%s\nwant:\n%s", name, got, want)
		}
	}
	write(t, dir, "more/letter.txt", []byte("Dear reader\n\n"+prose(50, 90)))
	b.bring(filepath.Join(dir, "more"))
	if strings.Contains(b.Text("body"), "This is no workspace file") {
		t.Error("what was said of another file is still there")
	}
}
