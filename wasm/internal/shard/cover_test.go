package shard

import (
	"bytes"
	"context"
	"errors"
	"reflect"
	"testing"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

func TestCoverRoundTrip(t *testing.T) {
	c := &cover{stories: "stories-0-1", first: "first-0-2", layouts: []layout{
		newLayout(make([]byte, 3*keptBlock+5), 4), newLayout([]byte("front"), 5), {size: 0, front: 0, sums: []uint32{0}},
	}}
	got, err := decodeCover(c.encode())
	if err != nil || !reflect.DeepEqual(got, c) {
		t.Errorf("%+v, %v", got, err)
	}
	f := &listedFirst{
		places:    []place{{group: 1, story: 1<<32 - 1, isFirst: true}, {}, {story: 3}},
		summaries: []protocol.Summary{{ID: 4, Name: "n", Title: "t"}},
	}
	back, err := decodeFirst(f.appendTo(nil))
	if err != nil || !reflect.DeepEqual(back, f) {
		t.Errorf("%+v, %v", back, err)
	}
}

// TestFileInParts: a file of documents that comes in parts is the whole one, and one
// that was changed anywhere is not taken for it.
func TestFileInParts(t *testing.T) {
	ctx := context.Background()
	text := bytes.Repeat([]byte("a line of a long text\n"), 3*keptBlock/22)
	b := checked(append([]byte("the front"), text...))
	l, st := newLayout(b, 9), &store.Memory{}
	name := nameOf(documentsKind, b)
	read := func(content []byte) error {
		if err := st.Put(name, content); err != nil {
			t.Fatal(err)
		}
		p, err := l.begin(st, name)
		if err != nil {
			return err
		}
		if err := p.Need(ctx, 2*keptBlock, 2*keptBlock+10); err != nil {
			return err
		}
		if got := p.Bytes()[2*keptBlock:][:10]; !bytes.Equal(got, content[2*keptBlock:][:10]) {
			t.Errorf("a part is %q", got)
		}
		if err := p.All(ctx); err != nil {
			return err
		}
		if !bytes.Equal(p.Bytes(), content) {
			t.Error("the parts are not the whole")
		}
		return nil
	}
	if err := read(b); err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{0, 8, 9, keptBlock, keptBlock + 9, 2 * keptBlock, len(b) - 5, len(b) - 1} {
		damaged := bytes.Clone(b)
		damaged[at] ^= 1
		if err := read(damaged); !errors.Is(err, protocol.ErrCorrupt) {
			t.Errorf("byte %d changed: %v", at, err)
		}
	}
	for _, n := range []int{0, 3, 9, keptBlock, len(b) - 1} {
		if err := read(b[:n]); !errors.Is(err, protocol.ErrCorrupt) {
			t.Errorf("cut off after %d bytes: %v", n, err)
		}
	}
	other := checked([]byte("short"))
	if err := st.Put("documents-0-5", other); err != nil {
		t.Fatal(err)
	}
	huge := layout{size: 1 << 40, front: 3, sums: make([]uint32, 1<<20+1)}
	if _, err := huge.begin(st, "documents-0-5"); !errors.Is(err, protocol.ErrCorrupt) {
		t.Errorf("a file that is said to be huge: %v", err)
	}
}

// FuzzCover: whatever stands in the files of a cover, it is read or refused.
func FuzzCover(f *testing.F) {
	f.Add((&cover{stories: "stories-0-1", first: "first-0-2", layouts: []layout{newLayout(make([]byte, 9), 4)}}).encode())
	f.Add((&listedFirst{places: make([]place, 3), summaries: []protocol.Summary{{ID: 1}}}).appendTo(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, err := decodeCover(checked(bytes.Clone(b))); err == nil && !bytes.Equal(c.encode(), checked(b)) {
			if again, err := decodeCover(c.encode()); err != nil || !reflect.DeepEqual(again, c) {
				t.Errorf("%+v is read as %+v, %v", c, again, err)
			}
		}
		_, _ = decodeFirst(b)
	})
}
