package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// undo presses Ctrl+Z.
func (b *chromium) undo() {
	b.t.Helper()
	b.Do(chromedp.KeyEvent("z", chromedp.KeyModifiers(2))) // Ctrl
}

// TestUndo changes a setting and a headline and goes back, by keyboard alone; the
// notice takes the focus from nothing.
func TestUndo(t *testing.T) {
	b := listed(t, newHost(t, "/"))
	b.show("settings")
	b.Wait("!!document.querySelector('[name=spelling]')")
	b.tabTo("[name=spelling]")
	b.Do(chromedp.KeyEvent(kb.ArrowDown))
	b.See("How spelling is shown changed.")
	const shown = "document.querySelector('[name=spelling][value=show]').checked"
	b.Wait(shown + " && document.activeElement.value === 'show'")
	b.undo()
	b.See("Undone: how spelling is shown changed.")
	b.Wait("!" + shown)

	b.show("stories")
	b.show(b.firstLink("doc"))
	b.Wait("!!document.querySelector('#text')")
	const title = "document.querySelector('.article-title').innerText"
	before := eval[string](b, title)
	b.press("#correct-title")
	b.Wait("document.activeElement.id === 'correct-input'")
	b.Do(chromedp.KeyEvent("Another headline"), chromedp.KeyEvent(kb.Enter))
	b.See("Headline changed.")
	b.Wait(title + " === 'Another headline'")
	b.Wait("document.activeElement.id === 'correct-title'")
	b.Shot("undo")
	b.undo()
	b.See("Undone: headline changed.")
	b.Wait(fmt.Sprintf("%s === %q", title, before))
	b.press("#said-redo")
	b.Wait(title + " === 'Another headline'")
}
