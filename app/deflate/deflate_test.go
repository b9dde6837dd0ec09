package deflate

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func unpack(t *testing.T, b []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// best is how small compress/gzip makes it.
func best(b []byte) int {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	w.Write(b)
	w.Close()
	return out.Len()
}

// source is the text of the engine, some MB.
func source(t testing.TB) []byte {
	var all []byte
	files, err := filepath.Glob("../../wasm/*/*/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no source: ", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b...)
	}
	return all
}

// TestGzip: everything comes out as it went in.
func TestGzip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 70_000)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	few := bytes.Clone(noise)
	for i := range few {
		few[i] &= 3
	}
	var far strings.Builder // what recurs at each end of the window
	for i := range 6 {
		far.Write(noise[:windowBytes-3+i])
	}
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	for name, content := range map[string][]byte{
		"nothing": nil, "a byte": []byte("x"), "two": []byte("ab"), "three": []byte("aaa"), "a match": []byte("abcabc"), "all bytes": all,
		"zeros": make([]byte, 300_000), "noise": noise, "few": few, "far": []byte(far.String()),
		"a piece": bytes.Repeat([]byte("0123456789abcdef"), pieceBytes/16), "pieces": append(bytes.Repeat(noise, 61), 1, 2, 3),
		"changes": append(append(bytes.Clone(few), noise...), strings.Repeat("word and ", 9_000)...),
	} {
		b := Gzip(content)
		if got := unpack(t, b); !bytes.Equal(got, content) {
			t.Errorf("%s: %d bytes of %d come back, or others", name, len(got), len(content))
		}
		if want := best(content); len(b) > want+want/100+80 {
			t.Errorf("%s: %d bytes, and compress/gzip makes %d", name, len(b), want)
		}
	}
}

// TestBlockEnds: a way through a block leads to its end and no farther, wherever
// that is in a run of the same.
func TestBlockEnds(t *testing.T) {
	content := append(make([]byte, 700), bytes.Repeat([]byte("abc"), 300)...)
	p := newParser(content, 0, len(content))
	for to := 1; to <= len(content); to++ {
		b := block{from: to / 3, to: to, costs: firstCosts()}
		p.improve(&b)
		at := b.from
		for _, s := range b.steps {
			if s.length != 1 && (s.length < minMatch || s.length > maxMatch || int(s.distance) >= at) {
				t.Fatalf("to %d: a step of %d, %d back", to, s.length, s.distance+1)
			}
			at += int(s.length)
		}
		if at != to {
			t.Fatalf("it leads to %d, not %d", at, to)
		}
	}
}

// TestSmaller: what it is for.
func TestSmaller(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	content := source(t)
	b := Gzip(content)
	if !bytes.Equal(unpack(t, b), content) {
		t.Error("it comes back otherwise")
	}
	if want := best(content); len(b) > want*965/1000 {
		t.Errorf("%d bytes of %d; compress/gzip makes %d", len(b), len(content), want)
	}
	if !bytes.Equal(b, Gzip(content)) {
		t.Error("again it is otherwise")
	}
}

// TestCodeLengths: codes are complete, and as short as their frequency asks.
func TestCodeLengths(t *testing.T) {
	for name, often := range map[string][]uint32{
		"one": {0, 0, 5, 0}, "none": {0, 0, 0}, "two": {1, 1}, "steep": {1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765},
		"flat": {7, 7, 7, 7, 7}, "gaps": {100, 0, 1, 0, 50, 3},
	} {
		for _, longest := range []int{maxRunCode, maxCode} {
			lengths, sum := codeLengths(often, longest), 0
			for i, n := range lengths {
				if n > 0 {
					sum += 1 << (longest - int(n))
				}
				if int(n) > longest || n == 0 && often[i] > 0 {
					t.Errorf("%s: %v", name, lengths)
				}
				for k := range lengths {
					if often[i] > often[k] && n > lengths[k] && lengths[k] > 0 {
						t.Errorf("%s: more often and longer: %v", name, lengths)
					}
				}
			}
			if sum != 1<<longest {
				t.Errorf("%s: not complete: %v", name, lengths)
			}
		}
	}
}

func TestLog2(t *testing.T) {
	for n, want := range map[uint32]uint32{1: 0, 2: 64, 3: 101, 1 << 31: 31 * 64, 1000: 637} {
		if got := log2(n); got != want {
			t.Errorf("%d: %d, want %d", n, got, want)
		}
	}
}

// FuzzGzip: whatever goes in comes out.
func FuzzGzip(f *testing.F) {
	f.Add([]byte("abcabcabcabc"), 3)
	f.Add([]byte{0}, 1000)
	f.Fuzz(func(t *testing.T, b []byte, times int) {
		if times < 0 || times*len(b) > 1<<16 {
			return
		}
		content := bytes.Repeat(b, times)
		if !bytes.Equal(unpack(t, Gzip(content)), content) {
			t.Error("it comes back otherwise")
		}
	})
}

func BenchmarkGzip(b *testing.B) {
	content := source(b)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		Gzip(content)
	}
}
