package browser

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// workspaceFile presses the button that saves the workspace, as a download or into a
// file that is chosen, and gives a copy of what was saved.
func (b *chromium) workspaceFile(isChosen bool) string {
	b.t.Helper()
	eval[bool](b, `(() => {
		const take = async (blob) => {
			const bytes = new Uint8Array(await blob.arrayBuffer());
			globalThis.saved = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
		};
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => {
			take(blob);
			return make(blob);
		};
		const parts = [];
		globalThis.saved = "";
		globalThis.showSaveFilePicker = `+fmt.Sprint(isChosen)+` ? async () => ({name: "chosen.clippings", createWritable: async () => ({
			write: async (bytes) => { parts.push(new Blob([bytes])) },
			close: async () => take(new Blob(parts)),
			abort: async () => {},
		})}) : undefined;
		return true;
	})()`)
	b.show("settings")
	b.Wait("!!document.querySelector('#workspace-save')")
	b.Do(chromedp.Click(chromedp.CSS("#workspace-save")))
	b.Wait("!!globalThis.saved")
	if isChosen {
		b.See("chosen.clippings")
	}
	file, err := base64.StdEncoding.DecodeString(eval[string](b, "saved"))
	if err != nil {
		b.t.Fatal(err)
	}
	path := filepath.Join(b.t.TempDir(), "harbour.clippings")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		b.t.Fatal(err)
	}
	return path
}

// account is what a corpus looks like: its stories, how often words stand in it,
// and what was set.
func (b *chromium) account() string {
	b.t.Helper()
	var all []string
	b.show("stories")
	b.Wait(isListed)
	all = append(all, eval[string](b, "Array.from(document.querySelectorAll('.story-row'), (row) => row.textContent).join('\\n')"))
	all = append(all, fmt.Sprint("tag:quay ", b.found("tag:quay")))
	b.show("files")
	b.Wait("document.querySelectorAll('.entry').length > 5")
	return strings.Join(append(all, b.Text("#ledger-count")), "\n")
}

// harbourPile is 20 articles of which some are copies of others.
func harbourPile(t *testing.T) string {
	dir := filepath.Join(t.TempDir(), "harbour")
	for i := range 20 {
		text := fmt.Sprintf("Harbour report %d\n\nPosted July %d, 2025\n\n%s", i%12, i%12+1, prose(i%12, 200))
		write(t, dir, fmt.Sprintf("%02d.txt", i), []byte(text))
	}
	return dir
}

// TestWorkspaceFile: saved to a file and opened by another browser, the corpus is
// the same, with its groups and tags; and it is kept there.
func TestWorkspaceFile(t *testing.T) {
	h := newHost(t, "/")
	b := open(t, h.URL())
	b.Opened()
	b.bring(harbourPile(t))
	b.search("harbour")
	b.press("#results .row-link")
	b.Wait("!!document.querySelector('#tag-new')")
	b.Do(chromedp.SendKeys(chromedp.CSS("#tag-new"), "quay\r"))
	b.Wait("document.querySelector('.tag-link')?.innerText === 'quay'")
	want := b.account()
	if !strings.Contains(want, "tag:quay 1") {
		t.Fatalf("the tag is not found:\n%s", want)
	}
	download, file := b.workspaceFile(false), b.workspaceFile(true)
	sizes := map[string]int64{}
	for name, path := range map[string]string{"download": download, "chosen": file} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		sizes[name] = info.Size()
	}
	if sizes["download"] != sizes["chosen"] {
		t.Errorf("bytes: %v", sizes)
	}

	other := open(t, h.URL())
	other.Opened()
	other.Drop(file)
	other.Wait(isListed)
	if got := other.account(); got != want {
		t.Errorf("opened elsewhere:\n%s\nwant:\n%s", got, want)
	}
	other.Wait(isKept)
	other.Reload()
	if got := other.account(); got != want {
		t.Errorf("after a reload:\n%s\nwant:\n%s", got, want)
	}

	// A file that was cut off is refused, and what was open is there again.
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, dir, "half.clippings", whole[:len(whole)/2])
	other.Drop(filepath.Join(dir, "half.clippings"))
	other.See("This workspace file is damaged")
	if got := other.account(); got != want {
		t.Errorf("after a damaged file:\n%s\nwant:\n%s", got, want)
	}
	other.Shot("workspace-damaged")
}

// TestWorkspaces begins a second workspace, goes back to the first by name, and
// forgets everything.
func TestWorkspaces(t *testing.T) {
	h := newHost(t, "/")
	b := open(t, h.URL())
	b.Opened()
	b.bring(harbourPile(t))
	b.show("settings")
	b.Wait("!!document.querySelector('#workspace-new')")
	b.Shot("workspaces")
	b.Do(chromedp.Click(chromedp.CSS("#workspace-new")))
	b.Wait("!!document.querySelector('.workspaces-home')")
	if said := b.Text(".workspaces-home"); !strings.Contains(said, "harbour") || !strings.Contains(said, "20 documents") {
		t.Errorf("on the first page: %q", said)
	}
	dir := filepath.Join(t.TempDir(), "other")
	write(t, dir, "a.txt", []byte("Ferry repaired\n\n"+prose(40, 200)))
	b.bring(dir)
	b.Wait("document.querySelector('.kept-name')?.innerText === 'other'")

	b.show("")
	b.Wait("!!document.querySelector('.workspaces-home [data-place]')")
	b.Do(chromedp.Click(chromedp.CSS(".workspaces-home [aria-label='Open harbour']")))
	b.Wait(isListed + " && document.querySelector('.kept-name')?.innerText === 'harbour'")
	b.show("files")
	b.See("20 records from 20 files")

	b.show("settings")
	b.Wait("!!document.querySelector('#forget')")
	b.Do(chromedp.Click(chromedp.CSS("#forget")))
	b.Wait("!document.querySelector('#forget-yes').closest('[hidden]')")
	b.Do(chromedp.Click(chromedp.CSS("#forget-yes")))
	b.See("found nothing of it left")
	const left = `(async () => {
		const names = Object.keys(localStorage);
		const walk = async (dir) => {
			for await (const [name, entry] of dir.entries()) {
				if (entry.kind === "directory") await walk(entry); else names.push(name);
			}
		};
		await walk(await navigator.storage.getDirectory());
		return names.join(" ");
	})()`
	if names := eval[string](b, left); names != "" {
		t.Errorf("still on the device: %s", names)
	}
	b.show("")
	b.Reload()
	b.Opened()
	b.See("A reading room for a pile of news articles")
}
