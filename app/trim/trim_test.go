package trim

import (
	"bytes"
	"compress/gzip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// compiled is the program of testdata.
func compiled(t testing.TB) []byte {
	if testing.Short() {
		t.Skip("compiles a program")
	}
	file := filepath.Join(t.TempDir(), "crash.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", file, "./testdata/crash")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestLines: a program without its lines does all that it did, and still names the
// functions in which it breaks down.
func TestLines(t *testing.T) {
	whole := compiled(t)
	before := bytes.Clone(whole)
	bare, err := Lines(whole)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(whole, before) || len(bare) != len(whole) {
		t.Error("the program given was changed, or what came out is of another size")
	}
	if was, is := packed(whole), packed(bare); is > was*96/100 {
		t.Errorf("%d bytes compressed of %d", is, was)
	}
	want, wantCrash := run(t, whole)
	got, crash := run(t, bare)
	if got != want || !strings.Contains(want, " main.caller\n") {
		t.Errorf("it says %q, and said %q", got, want)
	}
	if !strings.Contains(wantCrash, "main.go:") || strings.Contains(crash, "main.go") || !strings.Contains(crash, "main.main()") {
		t.Errorf("it breaks down with %s", crash)
	}
}

// run runs a program, which breaks down.
func run(t *testing.T, program []byte) (says, crash string) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no Node.js")
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(file, program, 0o666); err != nil {
		t.Fatal(err)
	}
	var out, errs strings.Builder
	c := exec.Command(node, filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/wasm_exec_node.js"), file)
	c.Env = []string{"PATH=" + os.Getenv("PATH")} // Node's glue refuses a large one
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err == nil || c.ProcessState.ExitCode() != 2 {
		t.Fatalf("it ends with %v: %s", err, errs.String())
	}
	return out.String(), errs.String()
}

func packed(b []byte) int {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Len()
}

// TestUnknown: what is no such program is refused.
func TestUnknown(t *testing.T) {
	segment := func(content string) string {
		return string(magic) + "\x0b" + string(rune(len(content)+6)) + "\x01\x00\x41\x00\x0b" + string(rune(len(content))) + content
	}
	for _, program := range []string{
		"", "MZ", string(magic), string(magic) + "\x0b", string(magic) + "\x0b\x05\x01", segment("nothing"),
		segment(headSign), segment(headSign + strings.Repeat("\x00", 64)), segment(headSign + strings.Repeat("\x48\x00\x00\x00\x00\x00\x00\x00", 12)),
		string(magic) + "\x0b\xff\xff\xff\xff\x0f",
	} {
		if _, err := Lines([]byte(program)); err != ErrUnknown {
			t.Errorf("%q: %v", program, err)
		}
	}
}

// FuzzLines: a damaged program is refused or changed, and nothing else.
func FuzzLines(f *testing.F) {
	f.Add([]byte(headSign), 100)
	f.Fuzz(func(t *testing.T, b []byte, n int) {
		if n < 0 || n > 1<<12 {
			return
		}
		memory := append([]byte(headSign), make([]byte, 64)...)
		for i, at := range []int{8: 1, 32: headBytes, 40: headBytes + n%50, 48: headBytes + n, 56: headBytes + 2*n, 64: headBytes + 3*n} {
			if i%8 == 0 && i > 0 && at > 0 {
				memory[i], memory[i+1] = byte(at), byte(at>>8)
			}
		}
		if tables, err := findTables(append(memory, b...)); err == nil {
			_ = tables.dropLines()
		}
		_, _ = Lines(append(bytes.Clone(magic), b...))
	})
}
