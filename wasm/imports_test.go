package main

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// allowed is the architecture: for each package of the module, the packages of
// the module it may import. One way only; whoever adds a line here changes the
// house. Packages that are not listed may import none.
var allowed = map[string][]string{
	"app":        {"app/ui", "app/pool", "app/files", "app/action", "app/deflate", "app/trim", "wasm/coord", "wasm/protocol", "wasm/rpc"},
	"app/ui":     {"app/action", "app/files", "wasm/coord", "wasm/protocol", "wasm/ordering"},
	"app/action": {"app/files", "wasm/coord", "wasm/protocol", "wasm/ordering"},
	"app/pool":   {"wasm/coord", "wasm/rpc", "wasm/protocol"},
	"app/files":  {"wasm/protocol"},

	"wasm/unpack": {"wasm/internal/port", "wasm/internal/unpack", "wasm/protocol", "wasm/rpc"},
	"wasm":        {"wasm/internal/format", "wasm/internal/port", "wasm/internal/shard", "wasm/internal/cli", "wasm/rpc", "wasm/protocol"},
	"wasm/coord":  {"wasm/internal/workspace", "wasm/protocol", "wasm/ordering"},
	"wasm/rpc":    {"wasm/protocol"},

	"wasm/internal/bench":      {"wasm/coord", "wasm/internal/analysis", "wasm/internal/index", "wasm/internal/port", "wasm/internal/search", "wasm/internal/shard", "wasm/internal/store", "wasm/protocol"},
	"wasm/internal/cli":        {"wasm/coord", "wasm/internal/eval", "wasm/internal/port", "wasm/internal/publish", "wasm/internal/shard", "wasm/internal/store", "wasm/protocol"},
	"wasm/internal/publish":    {"wasm/internal/store", "wasm/protocol"},
	"wasm/internal/eval":       {"wasm/coord", "wasm/internal/analysis", "wasm/internal/dedup", "wasm/internal/extract", "wasm/internal/format", "wasm/internal/shard", "wasm/protocol"},
	"wasm/internal/port":       {"wasm/internal/store", "wasm/rpc", "wasm/protocol"},
	"wasm/internal/shard":      {"wasm/internal/align", "wasm/internal/analysis", "wasm/internal/choice", "wasm/internal/cluster", "wasm/internal/collate", "wasm/internal/column", "wasm/internal/dedup", "wasm/internal/export", "wasm/internal/format", "wasm/internal/index", "wasm/ordering", "wasm/internal/query", "wasm/internal/quote", "wasm/internal/search", "wasm/internal/shingle", "wasm/internal/snippet", "wasm/internal/stem", "wasm/internal/speech", "wasm/internal/store", "wasm/internal/synopsis", "wasm/protocol"},
	"wasm/internal/export":     {"wasm/ordering", "wasm/protocol"},
	"wasm/internal/format":     {"wasm/internal/charset", "wasm/internal/extract", "wasm/internal/feed", "wasm/internal/jsontext", "wasm/internal/mail", "wasm/internal/newswire", "wasm/internal/office", "wasm/ordering", "wasm/internal/pdf", "wasm/internal/record", "wasm/internal/split", "wasm/internal/table", "wasm/internal/warc", "wasm/protocol"},
	"wasm/internal/unpack":     {"wasm/internal/format", "wasm/protocol"},
	"wasm/internal/charset":    {"wasm/internal/analysis"},
	"wasm/internal/feed":       {"wasm/internal/jsontext", "wasm/internal/markup", "wasm/internal/record", "wasm/protocol"},
	"wasm/internal/jsontext":   {},
	"wasm/internal/mail":       {"wasm/internal/charset", "wasm/internal/record", "wasm/protocol"},
	"wasm/internal/newswire":   {"wasm/internal/markup", "wasm/internal/record", "wasm/protocol"},
	"wasm/internal/office":     {"wasm/internal/markup", "wasm/internal/record", "wasm/protocol"},
	"wasm/internal/pdf":        {"wasm/internal/record", "wasm/protocol"},
	"wasm/internal/record":     {"wasm/protocol"},
	"wasm/internal/split":      {"wasm/internal/record", "wasm/protocol"},
	"wasm/internal/table":      {"wasm/internal/record", "wasm/protocol"},
	"wasm/internal/warc":       {},
	"wasm/internal/extract":    {"wasm/internal/analysis", "wasm/ordering", "wasm/protocol"},
	"wasm/internal/dedup":      {"wasm/internal/align", "wasm/internal/analysis", "wasm/internal/cluster", "wasm/internal/csr", "wasm/ordering", "wasm/internal/shingle", "wasm/protocol"},
	"wasm/internal/cluster":    {"wasm/internal/csr", "wasm/ordering", "wasm/protocol"},
	"wasm/internal/quote":      {"wasm/protocol"},
	"wasm/internal/store":      {"wasm/protocol"},
	"wasm/internal/sentence":   {"wasm/protocol"},
	"wasm/internal/speech":     {"wasm/internal/quote", "wasm/protocol"},
	"wasm/internal/synopsis":   {"wasm/internal/analysis", "wasm/ordering", "wasm/internal/quote", "wasm/internal/sentence", "wasm/internal/speech", "wasm/protocol"},
	"wasm/internal/align":      {"wasm/ordering", "wasm/internal/shingle"},
	"wasm/internal/corpustest": {"wasm/internal/shingle"},
	"wasm/internal/collate":    {"wasm/internal/analysis", "wasm/protocol"},
	"wasm/internal/choice":     {"wasm/internal/analysis", "wasm/protocol"},
	"wasm/internal/column":     {"wasm/internal/analysis", "wasm/ordering", "wasm/internal/query", "wasm/protocol"},
	"wasm/internal/search":     {"wasm/internal/analysis", "wasm/internal/index", "wasm/ordering", "wasm/internal/pattern", "wasm/internal/query", "wasm/internal/stem", "wasm/protocol"},
	"wasm/internal/query":      {"wasm/ordering", "wasm/internal/pattern"},
	"wasm/internal/stem":       {"wasm/ordering"},
	"wasm/internal/index":      {"wasm/ordering"},
	"wasm/internal/snippet":    {"wasm/internal/analysis", "wasm/ordering", "wasm/protocol"},
}

// standardOnly may import nothing outside the standard library: what they say
// must be readable without the rest.
var standardOnly = []string{"wasm/protocol", "wasm/coord", "wasm/rpc", "wasm/internal/query", "wasm/internal/pattern", "wasm/ordering", "wasm/internal/index", "wasm/internal/store", "wasm/internal/jsontext"}

// listed is what "go list -json" says of a package.
type listed struct {
	ImportPath string
	Imports    []string
	GoFiles    []string
	Dir        string
	Module     *struct{ Path string }
}

// list runs go list over the module for one platform.
func list(t *testing.T, goos, goarch, tags string) []listed {
	t.Helper()
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("needs the go command")
	}
	cmd := exec.Command(goTool, "list", "-tags="+tags, "-json=ImportPath,Imports,GoFiles,Dir,Module", "clippings/...")
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list for %s: %v", goos, err)
	}
	var packages []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

func TestImportsGoOneWay(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	for _, platform := range [][3]string{{"linux", "amd64", ""}, {"js", "wasm", ""}, {"js", "wasm", "unpack"}} {
		for _, p := range list(t, platform[0], platform[1], platform[2]) {
			name := strings.TrimPrefix(p.ImportPath, "clippings/")
			for _, imported := range p.Imports {
				target, ours := strings.CutPrefix(imported, "clippings/")
				switch {
				case ours && !slices.Contains(allowed[name], target):
					t.Errorf("%s: %s imports %s, which the plan does not allow", platform[0], name, target)
				case !ours && slices.Contains(standardOnly, name) && strings.Contains(strings.Split(imported, "/")[0], "."):
					t.Errorf("%s: %s imports %s; it may use the standard library only", platform[0], name, imported)
				}
			}
		}
	}
}

// TestPlanHasNoCycle holds the table itself to "one way".
func TestPlanHasNoCycle(t *testing.T) {
	var visit func(name string, path []string)
	visit = func(name string, path []string) {
		if slices.Contains(path, name) {
			t.Fatalf("the plan goes in a circle: %s", strings.Join(append(path, name), " -> "))
		}
		for _, next := range allowed[name] {
			visit(next, append(path, name))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(allowed)) {
		visit(name, nil)
	}
}

// TestJavaScriptStaysAtTheBorder: syscall/js stands only in files that end in
// _js.go, and these stay small.
func TestJavaScriptStaysAtTheBorder(t *testing.T) {
	const most = 820 // 600 until workspaces were kept and collections fetched: port/store_js.go and collection_js.go have 230, all of them calls
	lines := 0
	err := filepath.WalkDir("..", func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && entry.Name() != ".." {
			return filepath.SkipDir
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		switch text := string(b); {
		case strings.HasSuffix(path, "_js.go"):
			lines += strings.Count(text, "\n")
		case strings.Contains(text, `"syscall`+`/js"`):
			t.Errorf("%s imports syscall/js; its name must end in _js.go", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if lines > most {
		t.Errorf("files ending in _js.go have %d lines, more than %d", lines, most)
	}
}
