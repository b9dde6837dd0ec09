package browser

import (
	"encoding/json"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestCanBeInstalled has the browser read the manifest. The identity is the address
// of this site, not of all that its host has.
func TestCanBeInstalled(t *testing.T) {
	h := newHost(t, "/any/sub/path/")
	b := open(t, h.URL())
	b.Opened()
	b.KeptOffline()
	manifest := call(b, page.GetAppManifest, page.GetAppManifestParams{})
	for _, e := range manifest.Errors {
		t.Errorf("the manifest, line %d: %s", e.Line, e.Message)
	}
	if id := call(b, page.GetAppID, cdp.Empty{}).AppID; id != h.URL() {
		t.Errorf("its identity is %s, want %s", id, h.URL())
	}
	for _, e := range call(b, page.GetInstallabilityErrors, cdp.Empty{}).InstallabilityErrors {
		t.Errorf("cannot be installed: %s", e.ErrorID)
	}
}

// TestManifestNamesWhatIsThere looks at the icons, and that every address is one
// of the site.
func TestManifestNamesWhatIsThere(t *testing.T) {
	var manifest struct {
		ID       *string
		Icons    []struct{ Src, Sizes, Type string }
		Handlers []struct {
			Action string
			Accept map[string][]string
		} `json:"file_handlers"`
		Shortcuts []struct{ URL string }
	}
	if err := json.Unmarshal(read(t, siteDir, "manifest.webmanifest"), &manifest); err != nil {
		t.Fatal(err)
	}
	if manifest.ID != nil {
		t.Error("an id is resolved against the host, not the folder")
	}
	for _, icon := range manifest.Icons {
		f, err := os.Open(filepath.Join(siteDir, icon.Src))
		if err != nil {
			t.Error(err)
			continue
		}
		defer f.Close()
		if icon.Type != "image/png" {
			continue
		}
		if size, err := png.DecodeConfig(f); err != nil || fmt.Sprintf("%dx%d", size.Width, size.Height) != icon.Sizes {
			t.Errorf("%s is %dx%d, %v, want %s", icon.Src, size.Width, size.Height, err, icon.Sizes)
		}
	}
	for _, s := range manifest.Shortcuts {
		if !strings.HasPrefix(s.URL, "./#/") {
			t.Errorf("a shortcut leads to %s", s.URL)
		}
	}
	for _, handler := range manifest.Handlers {
		for kind, extensions := range handler.Accept {
			if handler.Action != "./" || !strings.Contains(kind, "/") || len(extensions) == 0 {
				t.Errorf("%s: %s %q", handler.Action, kind, extensions)
			}
		}
	}
}

// shareForm is a page elsewhere that posts what another app shares.
const shareForm = `(address => {
	const form = Object.assign(document.createElement("form"), {method: "post", enctype: "multipart/form-data", action: address});
	const field = (type, name, value) => form.append(Object.assign(document.createElement("input"), {type, name, value}));
	field("text", "title", "Ferry runs aground");
	field("text", "text", "The night ferry ran aground off the astrolabe works.");
	field("text", "url", "");
	const files = new DataTransfer();
	files.items.add(new File(["The first of two."], "ä b%2F.txt", {type: "text/plain"}));
	files.items.add(new File(["The second."], "c.html", {type: "text/html"}));
	const input = Object.assign(document.createElement("input"), {type: "file", name: "files", multiple: true});
	input.files = files.files;
	form.append(input);
	document.body.append(form);
	form.submit();
	return true;
})`

// TestTakesWhatIsShared posts to the share target with the host gone: nothing of
// it may be on its way to the network.
func TestTakesWhatIsShared(t *testing.T) {
	h := newHost(t, "/any/sub/path/")
	b := open(t, h.URL())
	b.Opened()
	b.KeptOffline()
	h.Stop()
	asked := len(h.Asked())
	b.Go("about:blank")
	eval[bool](b, shareForm+fmt.Sprintf("(%q)", h.URL()+"share"))
	b.Wait("location.href.startsWith('http')")
	if said := b.outcome(); !strings.HasPrefix(said, "Read 3 documents") {
		t.Errorf("after sharing: %q", said)
	}
	if address := eval[string](b, "location.href"); strings.Contains(address, "?") {
		t.Errorf("the page is at %s", address)
	}
	b.show("files")
	for _, name := range []string{"Pasted text.txt", "ä b%2F.txt", "c.html", "72 bytes"} {
		b.See(name)
	}
	if left := eval[int](b, "caches.open('clippings shared /any/sub/path/').then((c) => c.keys()).then((k) => k.length)"); left != 0 {
		t.Errorf("%d files are still kept", left)
	}
	if more := h.Asked()[asked:]; len(more) > 0 {
		t.Errorf("asked of the host: %q", more)
	}
	if out := b.Outside(); len(out) > 0 {
		t.Errorf("asked of other machines: %q", out)
	}
}

// launch stands in for the browser's queue of files opened with the installed app.
const launch = `globalThis.launched = null;
Object.defineProperty(globalThis, "launchQueue", {value: {setConsumer(consumer) { globalThis.launched = consumer; }}});`

// TestOpensFilesOfTheSystem hands over handles as a double click on files does.
func TestOpensFilesOfTheSystem(t *testing.T) {
	b := newChromium(t)
	b.Before(launch)
	b.Go(newHost(t, "/").URL())
	b.Opened()
	eval[bool](b, "(() => {"+catchLists+" return true})()")
	eval[bool](b, `(async () => {
		const root = await navigator.storage.getDirectory();
		const files = [];
		for (const name of ["b.txt", "a.eml"]) {
			const handle = await root.getFileHandle(name, {create: true});
			const to = await handle.createWritable();
			await to.write(name.repeat(2));
			await to.close();
			files.push(handle);
		}
		await launched({files, targetURL: location.href});
		return true;
	})()`)
	b.Wait("lists.length === 1")
	if got := eval[[]string](b, lastList); !slices.Equal(got, []string{"a.eml 10", "b.txt 10"}) {
		t.Errorf("got %q", got)
	}
	// A shortcut leads on in the window that is open.
	eval[bool](b, "(globalThis.same = true, launched({files: [], targetURL: new URL('./#/settings', location.href).href}).then(() => true))")
	b.Wait("location.hash === '#/settings' && same && document.querySelector('h1')?.innerText === 'Settings'")
}

// TestUpdateNeverComesBetween has a new version come while files are read: the page
// says nothing of it until they are, and asks once more before it loses what was typed.
func TestUpdateNeverComesBetween(t *testing.T) {
	h := newHost(t, "/site/")
	b := open(t, h.URL())
	b.Opened()
	b.KeptOffline()
	b.Reload()
	b.Opened()
	eval[bool](b, `(globalThis.before = true, globalThis.seen = false, new MutationObserver(() => {
		if (document.querySelector("#update") && document.querySelector(".progress-work")) globalThis.seen = true;
	}).observe(document.body, {subtree: true, childList: true}), true)`)
	b.Drop(corpus{articles: 600, words: 400}.zipped(t))
	b.Wait("!!document.querySelector('.progress-work')")
	dir, version := newVersion(t)
	h.Deploy(dir)
	eval[bool](b, "navigator.serviceWorker.ready.then((r) => r.update()).then(() => true)")
	b.Wait("clippings.updateWaits")
	b.outcome()
	b.Wait("!!document.querySelector('#update')")
	if eval[bool](b, "seen") {
		t.Error("the notice came while files were read")
	}
	b.Shot("update")

	b.show("queries")
	b.Wait("!!document.querySelector('textarea')")
	b.Do(chromedp.SendKeys(chromedp.CSS("#queries-box"), "ferry"))
	b.Do(chromedp.Click(chromedp.CSS("#update")))
	b.See("not yet saved")
	if !eval[bool](b, "globalThis.before === true") {
		t.Fatal("reloaded with something typed")
	}
	b.Do(chromedp.Click(chromedp.CSS("#update")))
	b.Wait("!globalThis.before && " + shownVersion + " === '" + version + "'")
	b.Opened()
}
