package browser

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// twoSites serves the site at /a/ and at /b/ of one origin, as user.github.io does.
func twoSites(t *testing.T) *host {
	t.Helper()
	h, dir := newHost(t, "/"), t.TempDir()
	whole, err := filepath.Abs(siteDir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a", "b"} {
		if err := os.Symlink(whole, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	h.Deploy(dir)
	return h
}

// TestSitesOfOneOrigin: each opens what was open there last, and forgets its own.
func TestSitesOfOneOrigin(t *testing.T) {
	h := twoSites(t)
	b := open(t, h.URL()+"a/")
	b.Opened()
	b.bring(sample)
	want := b.found("harbour")
	b.Go(h.URL() + "b/")
	b.Opened()
	if eval[bool](b, isListed) {
		t.Error("one site shows what is another's")
	}
	dir := filepath.Join(t.TempDir(), "other")
	write(t, dir, "a.txt", []byte("Ferry repaired\n\n"+prose(40, 200)))
	b.bring(dir)
	b.Go(h.URL() + "a/")
	b.Wait(isListed)
	if got := b.found("harbour"); got != want || got == 0 {
		t.Errorf("%d documents, before the other site was opened %d", got, want)
	}
	b.Go(h.URL() + "b/")
	b.Wait(isListed)
	b.show("settings")
	b.press("#forget")
	b.Wait("!document.querySelector('#forget-yes').closest('[hidden]')")
	b.press("#forget-yes")
	b.See("Everything was forgotten")
	b.Go(h.URL() + "a/")
	b.Wait(isListed)
	if got := b.found("harbour"); got != want {
		t.Errorf("%d documents after the other site has forgotten all, before %d", got, want)
	}
}

// TestStorageIsDenied: where the browser's settings allow a site no storage at all, it
// works until it is closed.
func TestStorageIsDenied(t *testing.T) {
	h := newHost(t, "/")
	b := newChromium(t)
	b.Before(`for (const name of ["localStorage", "sessionStorage"]) {
		Object.defineProperty(globalThis, name, { configurable: true, get() { throw new DOMException("denied", "SecurityError"); } });
	}
	navigator.storage.getDirectory = () => Promise.reject(new DOMException("denied", "SecurityError"));
	Object.defineProperty(globalThis, "indexedDB", { configurable: true, get() { throw new DOMException("denied", "SecurityError"); } });`)
	b.Go(h.URL())
	b.Opened()
	b.Drop(sample)
	b.Wait(isListed)
	if b.found("harbour") == 0 {
		t.Error("nothing is found")
	}
	b.Do(chromedp.Click(chromedp.CSS("#theme")))
	b.Shot("storage-denied")
}
