package store

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"testing"
)

// far is a file in parts that counts what is asked for.
type far struct {
	whole  []byte
	front  int
	block  int
	mu     sync.Mutex
	asked  map[int]int
	broken int // block that cannot be fetched, -1 for none
}

func newFar(size, front, block int) (*far, *Parts) {
	f := &far{whole: make([]byte, size), front: front, block: block, asked: map[int]int{}, broken: -1}
	for i := range f.whole {
		f.whole[i] = byte(1 + i%250)
	}
	return f, NewParts(bytes.Clone(f.whole[:front]), size, block, f.fetch)
}

var errFar = errors.New("the host is gone")

func (f *far) fetch(i int) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked[i]++
	if i == f.broken {
		return nil, errFar
	}
	at := f.front + i*f.block
	return bytes.Clone(f.whole[at:min(at+f.block, len(f.whole))]), nil
}

// Whatever span is needed is there afterwards, and no block is fetched twice or
// without need.
func TestPartsNeed(t *testing.T) {
	for _, size := range []int{10, 30, 31, 100, 1000} {
		for from := 0; from < size; from += 7 {
			f, p := newFar(size, 10, 10)
			to := min(from+17, size)
			for range 2 {
				if err := p.Need(t.Context(), from, to); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(p.Bytes()[from:to], f.whole[from:to]) {
				t.Fatalf("%d bytes, [%d, %d): other bytes", size, from, to)
			}
			for i, n := range f.asked {
				if at := 10 + 10*i; n != 1 || at >= to || at+10 <= from {
					t.Fatalf("%d bytes, [%d, %d): block %d was fetched %d times", size, from, to, i, n)
				}
			}
		}
	}
}

func TestPartsAll(t *testing.T) {
	f, p := newFar(1234, 100, 64)
	if err := p.All(t.Context()); err != nil || !bytes.Equal(p.Bytes(), f.whole) {
		t.Errorf("not the whole file: %v", err)
	}
	if p.IsWhole() {
		t.Error("has no parts")
	}
}

// What could not be fetched is fetched again when it is needed again.
func TestPartsFail(t *testing.T) {
	f, p := newFar(100, 10, 10)
	f.broken = 3
	if err := p.Need(t.Context(), 0, 100); !errors.Is(err, errFar) {
		t.Fatalf("got %v", err)
	}
	f.broken = -1
	if err := p.All(t.Context()); err != nil || !bytes.Equal(p.Bytes(), f.whole) {
		t.Errorf("not the whole file: %v", err)
	}
	if got := fmt.Sprint(f.asked[3], f.asked[4]); got != "2 1" {
		t.Errorf("fetched %s times", got)
	}
}

func TestPartsSpan(t *testing.T) {
	_, p := newFar(100, 10, 10)
	if from, to, ok := p.Span(p.Bytes()[20:30]); !ok || from != 20 || to != 30 {
		t.Errorf("got %d, %d, %v", from, to, ok)
	}
	for _, other := range [][]byte{nil, []byte("elsewhere")} {
		if _, _, ok := p.Span(other); ok {
			t.Errorf("%q is part of it", other)
		}
	}
	if err := p.Need(t.Context(), -5, 1000); err != nil {
		t.Errorf("more than there is: %v", err)
	}
}
