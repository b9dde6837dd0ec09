package browser

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/chromedp"
)

// singleFile makes the single file of a site, in a folder whose name needs quoting
// in an address, and returns its path.
func singleFile(t testing.TB, site string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "für später #1 50%")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "Clippings.html")
	command := exec.Command("go", "run", "./app", "single", "--site", site, "--out", path)
	command.Dir = "../.."
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return path
}

// fileAddress is what a double click on a file opens.
func fileAddress(path string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

// opensSingle opens a browser on the single file.
func opensSingle(t testing.TB) (b *chromium, path string) {
	t.Helper()
	path = singleFile(t, siteDir)
	b = newChromium(t)
	b.Size(1280, 900)
	b.Go(fileAddress(path))
	b.Opened()
	return b, path
}

// silent fails the test if the page, once it was opened, asked for anything.
func (b *chromium) silent() {
	b.t.Helper()
	for _, address := range b.Requests() {
		if scheme, _, _ := strings.Cut(address, ":"); scheme != "file" && scheme != "data" && scheme != "blob" && scheme != "about" {
			b.t.Errorf("asked for %s", address)
		}
		if strings.HasPrefix(address, "file:") && !strings.Contains(address, "/Clippings.html") {
			b.t.Errorf("asked for another file: %s", address)
		}
	}
	if out := b.Outside(); len(out) > 0 {
		b.t.Errorf("asked of other machines: %q", out)
	}
}

// TestSingleFileOpens does in the file what a person does on the site: the sample,
// a search, copies side by side, another file, and all of it again after a reload.
func TestSingleFileOpens(t *testing.T) {
	b, path := opensSingle(t)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	b.Wait("clippings.engine.then(({module}) => module instanceof WebAssembly.Module)")
	t.Logf("%.1f MB, first paint %.0f ms, the page %.0f ms", float64(info.Size())/1e6, firstPaint(b), eval[float64](b, "performance.now()"))
	b.Wait("document.querySelector('#sample')?.disabled === false")
	b.Do(chromedp.Click(chromedp.CSS("#sample")))
	if said := b.outcome(); !strings.HasPrefix(said, "Read 61 documents") {
		t.Errorf("the sample: %q", said)
	}
	b.Wait("document.querySelectorAll('.story-row').length > 5")
	b.seek("astrolabe")
	if b.documents() == 0 {
		t.Error("the search found nothing")
	}
	b.Shot("single-search")
	b.show("versions/" + b.copied())
	b.Wait(compared)
	b.Shot("single-versions")

	b.Reload()
	b.Opened()
	if !strings.HasPrefix(eval[string](b, "location.hash"), "#/versions/") {
		t.Errorf("reloading led to %s", eval[string](b, "location.href"))
	}
	b.silent()
}

// copied is a document of a story with copies.
func (b *chromium) copied() string {
	b.t.Helper()
	b.show("stories?sort=copied")
	b.Wait("!!document.querySelector('.story-row a[href*=\"story/\"], .story-row a[href*=\"doc/\"]')")
	return eval[string](b, `/(?:story|doc)\/([^?]+)/.exec(document.querySelector('.story-row a[href*="story/"], .story-row a[href*="doc/"]').hash)[1]`)
}

// TestSingleFileReadsFiles drops a folder, which on such a page can be walked by
// handles alone, and chooses one.
func TestSingleFileReadsFiles(t *testing.T) {
	b, _ := opensSingle(t)
	eval[bool](b, "(() => {"+catchLists+" return true})()")
	dir := t.TempDir()
	for i := range 120 {
		write(t, dir, fmt.Sprintf("pile/%03d.txt", i), []byte("text"))
	}
	write(t, dir, "pile/deep/er/ä b.html", []byte("page"))
	write(t, dir, "alone.txt", nil)
	b.Drop(filepath.Join(dir, "pile"), filepath.Join(dir, "alone.txt"))
	b.Wait("lists.length === 1")
	got := eval[[]string](b, lastList)
	if len(got) != 122 || got[0] != "alone.txt 0" || got[1] != "pile/000.txt 4" || got[121] != "pile/deep/er/ä b.html 4" {
		t.Errorf("dropped: got %d files %q", len(got), got)
	}

	b.choose("input[webkitdirectory]", filepath.Join(dir, "pile"))
	b.Wait("lists.length === 2")
	got = eval[[]string](b, lastList)
	if len(got) != 121 || got[0] != "pile/000.txt 4" || got[120] != "pile/deep/er/ä b.html 4" {
		t.Errorf("chosen: got %d files %q", len(got), got)
	}
	b.silent()
}

// choose chooses files or a folder in an input.
func (b *chromium) choose(selector string, paths ...string) {
	b.t.Helper()
	root := call(b, dom.GetDocument, dom.GetDocumentParams{}).Root
	found := call(b, dom.QuerySelector, dom.QuerySelectorParams{NodeID: root.NodeID, Selector: selector})
	call(b, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: paths, NodeID: found.NodeID})
}

// TestSingleFileReadsOtherFormats drops a mail: the second program runs in a
// worker made by a worker, both from blobs.
func TestSingleFileReadsOtherFormats(t *testing.T) {
	b, _ := opensSingle(t)
	dir := filepath.Join(t.TempDir(), "pile")
	write(t, dir, "letter.eml", []byte("From: Ann Writer <ann@example.org>\r\nSubject: Astrolabe found\r\nDate: Thu, 3 Jul 2025 10:00:00 +0200\r\n\r\n"+prose(1, 120)))
	write(t, dir, "note.txt", []byte(prose(2, 120)))
	b.Drop(dir)
	if said := b.outcome(); !strings.HasPrefix(said, "Read 2 documents") {
		t.Errorf("after the drop: %q", said)
	}
	b.show("files")
	b.See("eml")
	b.silent()
}

func TestSingleFileAllowsNoRequest(t *testing.T) {
	b, _ := opensSingle(t)
	if got := eval[string](b, tryNetwork+"(location.href)"); got != "" {
		t.Errorf("the page may ask: %s", got)
	}
	worker := `new Promise((done) => {
		const text = 'onmessage = async ({data}) => postMessage(await ' + ` + "`" + tryNetwork + "`" + ` + '(data))';
		const worker = new Worker(URL.createObjectURL(new Blob([text])));
		worker.onmessage = ({data}) => done(data);
		worker.postMessage("http://example.com/");
	})`
	if got := eval[string](b, worker); got != "" {
		t.Errorf("a worker may ask: %s", got)
	}
	eval[bool](b, `(document.body.append(Object.assign(new Image(), {src: "http://example.com/image.png"})), true)`)
	if ran := eval[bool](b, `(document.body.append(Object.assign(document.createElement("script"), {text: "globalThis.ran = true"})), !!globalThis.ran)`); ran {
		t.Error("a script that is not of the file has run")
	}
	time.Sleep(time.Second)
	if out := b.Outside(); len(out) > 0 {
		t.Errorf("asked of other machines: %q", out)
	}
}

// TestSingleFileHoldsACollection reads back what was put inside.
func TestSingleFileHoldsACollection(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	content := make([]byte, 70_000)
	for i := range content {
		content[i] = byte(i * i >> 3)
	}
	write(t, dir, "collection/segments/0.bin", content)
	write(t, dir, "collection/list.json", []byte("{}"))
	b := open(t, fileAddress(singleFile(t, dir)))
	b.Opened()
	if got := eval[string](b, "clippingsSource.get('collection/list.json').then((r) => r.text())"); got != "{}" {
		t.Errorf("the list is %q", got)
	}
	hash := eval[string](b, `clippingsSource.get('collection/segments/0.bin').then(async (r) => {
		const bytes = new Uint8Array(await r.arrayBuffer());
		let hash = 0;
		for (const b of bytes) hash = (Math.imul(hash, 31) + b) >>> 0;
		return bytes.length + " " + hash;
	})`)
	var want uint32
	for _, b := range content {
		want = want*31 + uint32(b)
	}
	if hash != fmt.Sprint(len(content), " ", want) {
		t.Errorf("read back %s, want %d %d", hash, len(content), want)
	}
	if said := eval[string](b, "clippingsSource.get('collection/other').catch((err) => err.message)"); !strings.Contains(said, "is not in this file") {
		t.Errorf("a part that is not there: %q", said)
	}
}

// TestSingleFileOfAPublishedSite opens on the collection that is in it, and takes
// files on top.
func TestSingleFileOfAPublishedSite(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(siteDir)); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "run", "./wasm", "publish", "web/sample", "-o", dir, "--title", "Storm <in> March")
	command.Dir = "../.."
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	b := newChromium(t)
	b.Size(1280, 900)
	b.Go(fileAddress(singleFile(t, dir)))
	b.Opened()
	b.Wait("document.querySelectorAll('.story-row').length > 5")
	b.See("Storm <in> March")
	if eval[bool](b, "!!document.querySelector('#published-keep')") {
		t.Error("offers to keep what is in the file")
	}
	b.seek("ferry")
	if b.documents() == 0 {
		t.Error("the search found nothing")
	}
	b.Shot("single-published")

	own := t.TempDir()
	write(t, own, "own.txt", []byte("Quokka found at the ferry\n\n"+prose(7, 80)))
	b.Drop(filepath.Join(own, "own.txt"))
	if said := b.outcome(); !strings.HasPrefix(said, "Read 1 document") {
		t.Errorf("a file on top: %q", said)
	}
	b.seek("quokka")
	if b.documents() != 1 {
		t.Errorf("found %d documents, want the one on top", b.documents())
	}
	b.Reload()
	b.Opened()
	b.Wait("location.hash.startsWith('#/search')")
	b.silent()
}

// TestSingleFileSaysThatItIsDamaged opens files cut short, as a full disk or a
// broken download leaves them.
func TestSingleFileSaysThatItIsDamaged(t *testing.T) {
	path := singleFile(t, siteDir)
	whole := string(read(t, filepath.Dir(path), filepath.Base(path)))
	engine := strings.Index(whole, `id="engine.wasm.gz"`)
	for at, want := range map[int]string{
		engine - 1:       "did not start",
		engine + 200_000: "did not start",
	} {
		write(t, filepath.Dir(path), "Clippings.html", []byte(whole[:at]))
		b := open(t, fileAddress(path))
		b.See(want)
		b.Shot(fmt.Sprintf("single-cut-%d", at-engine))
	}
}
