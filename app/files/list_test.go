package files

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"testing"
)

// packed mirrors pack of web/intake.js.
func packed(files ...Picked) list {
	var l list
	for _, f := range files {
		l.paths = append(append(l.paths, f.Path...), 0)
		l.problems = append(append(l.problems, f.Problem...), 0)
		l.numbers = binary.LittleEndian.AppendUint64(l.numbers, math.Float64bits(float64(f.Size)))
		l.numbers = binary.LittleEndian.AppendUint64(l.numbers, math.Float64bits(float64(f.Modified)))
	}
	return l
}

func TestUnpack(t *testing.T) {
	want := []Picked{
		{Path: "news/ämter.html", Size: 3553, Modified: 1795250298154},
		{Path: "news/gone.txt", Problem: "it is no longer there"},
		{Path: "Pasted text.txt", Size: 1 << 40, Modified: 1},
	}
	got := packed(want...).unpack()
	if len(got) != len(want) {
		t.Fatalf("got %d files, want %d", len(got), len(want))
	}
	for i, g := range got {
		if handle, ok := g.Handle.(Handle); ok != (g.Problem == "") || ok && handle.index != i {
			t.Errorf("%s: handle %v, problem %q", g.Path, g.Handle, g.Problem)
		}
		g.Handle = nil
		if g != want[i] {
			t.Errorf("got %+v, want %+v", g, want[i])
		}
	}
}

func TestUnpackEndsWithTheShortestPart(t *testing.T) {
	tests := map[string]func(*list){
		"no paths":       func(l *list) { l.paths = nil },
		"no problems":    func(l *list) { l.problems = nil },
		"half a number":  func(l *list) { l.numbers = l.numbers[:8] },
		"no end of path": func(l *list) { l.paths = []byte("a") },
	}
	for name, damage := range tests {
		l := packed(Picked{Path: "a"})
		damage(&l)
		if got := l.unpack(); len(got) != 0 {
			t.Errorf("%s: got %v", name, got)
		}
	}
}

func TestOutsideABrowser(t *testing.T) {
	Listen(Handler{})
	var got error
	Sample(func(err error) { got = err })
	if got != ErrNoSample {
		t.Errorf("got %v, want %v", got, ErrNoSample)
	}
}

// The page may take 50 ms for one task: a list of 100,000 files stays below.
func BenchmarkUnpack(b *testing.B) {
	files := make([]Picked, 100_000)
	for i := range files {
		files[i].Path = fmt.Sprintf("%s/%06d.html", strings.Repeat("folder", i%4), i)
	}
	l := packed(files...)
	for b.Loop() {
		l.unpack()
	}
}
