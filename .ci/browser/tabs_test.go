package browser

import "testing"

// TestOneTabHoldsAWorkspace: a second tab may not write, waits, and is next when
// the first is closed.
func TestOneTabHoldsAWorkspace(t *testing.T) {
	address := newHost(t, "/").URL()
	first := open(t, address)
	first.Opened()
	second := first.Tab(address)
	second.Opened()
	third := first.Tab(address)
	third.Opened()
	const name, holds = "'clippings-workspace-w0'", "globalThis.letGo !== undefined"
	take := func(b *chromium) bool {
		return eval[bool](b, "clippings.hold("+name+", false).then((letGo) => { globalThis.letGo = letGo ?? undefined; return letGo !== null; })")
	}
	wait := func(b *chromium) {
		eval[bool](b, "(clippings.hold("+name+", true).then((letGo) => { globalThis.letGo = letGo; }), true)")
	}
	if !take(second) {
		t.Fatal("nobody may write")
	}
	if take(first) {
		t.Fatal("two tabs may write")
	}
	wait(first)
	if eval[bool](first, holds) {
		t.Fatal("two tabs may write after waiting")
	}
	second.CloseTab()
	first.Wait(holds)
	if take(third) {
		t.Fatal("two tabs may write after one was closed")
	}
	eval[bool](first, "letGo(), true")
	third.Wait("clippings.hold(" + name + ", false).then((letGo) => letGo !== null)")
}
