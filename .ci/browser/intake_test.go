package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// catchLists takes the page's place as the listener to files.
const catchLists = `globalThis.lists = [];
clippings.intake.listen((list) => lists.push(list), () => {});`

// lastList describes the files of the newest list: path, size, problem.
const lastList = `(() => {
	const list = lists.at(-1);
	const text = (bytes) => new TextDecoder().decode(bytes).split("\0").slice(0, -1);
	const numbers = new Float64Array(list.numbers.buffer);
	const problems = text(list.problems);
	return text(list.paths).map((path, i) => path + " " + numbers[2 * i] + problems[i] + (list.files[i] ? "" : " no file"));
})()`

func catching(t *testing.T) *chromium {
	t.Helper()
	b := open(t, newHost(t, "/").URL())
	b.Opened()
	eval[bool](b, "(() => {"+catchLists+" return true})()")
	return b
}

func TestDroppedFolders(t *testing.T) {
	b := catching(t)
	dir := t.TempDir()
	// A folder gives its entries in batches of 100.
	var want []string
	for i := range 250 {
		name := fmt.Sprintf("pile/%03d.txt", i)
		write(t, dir, name, []byte("text"))
		want = append(want, name+" 4")
	}
	write(t, dir, "pile/deep/er/ä b.html", []byte("page"))
	write(t, dir, "single.txt", nil)
	want = append(want, "pile/deep/er/ä b.html 4", "single.txt 0")
	if err := os.Mkdir(filepath.Join(dir, "pile", "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	b.Drop(filepath.Join(dir, "pile"), filepath.Join(dir, "single.txt"))
	b.Wait("lists.length === 1")
	if got := eval[[]string](b, lastList); !slices.Equal(got, want) {
		t.Errorf("got %d files %q, want %d", len(got), got, len(want))
	}
}

func TestDropBeforeThePageIsThere(t *testing.T) {
	h := newHost(t, "/")
	h.missing = []string{"page.wasm.gz"}
	b := open(t, h.URL())
	b.See("could not open")
	dir := t.TempDir()
	write(t, dir, "early.txt", []byte("early"))
	b.Drop(filepath.Join(dir, "early.txt"))
	eval[bool](b, "(() => {"+catchLists+" return true})()")
	b.Wait("lists.length === 1")
	if got := eval[[]string](b, lastList); !slices.Equal(got, []string{"early.txt 5"}) {
		t.Errorf("got %q", got)
	}
}

func TestPaste(t *testing.T) {
	b := catching(t)
	paste := `((target, text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData("text/plain", text);
		target.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true}));
		return true;
	})`
	eval[bool](b, paste+"(document.body, 'An article')")
	b.Wait("lists.length === 1")
	if got := eval[[]string](b, lastList); !slices.Equal(got, []string{"Pasted text.txt 10"}) {
		t.Errorf("got %q", got)
	}
	eval[bool](b, paste+"(document.body.appendChild(document.createElement('input')), 'a query')")
	eval[bool](b, paste+"(document.body, '  ')")
	eval[bool](b, paste+"(document.body, 'Another')")
	b.Wait("lists.length === 2")
	if got := eval[[]string](b, lastList); !slices.Equal(got, []string{"Pasted text 2.txt 7"}) {
		t.Errorf("got %q", got)
	}
}

func TestManyEmptyFilesDoNotStopThePage(t *testing.T) {
	b := catching(t)
	dir := t.TempDir()
	for i := range 10_000 {
		write(t, dir, fmt.Sprintf("many/%d/%d.txt", i%10, i), nil)
	}
	b.ForgetTasks()
	b.Drop(filepath.Join(dir, "many"))
	b.Wait("lists.length === 1")
	if got := eval[[]string](b, lastList); len(got) != 10_000 {
		t.Errorf("got %d files", len(got))
	}
	t.Logf("longest task %v", b.LongestTask())
}
