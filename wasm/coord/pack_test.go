package coord_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"clippings/wasm/coord"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// packed is the body of a workspace file of a corpus.
func packed(t *testing.T, c *coord.Corpus, w *coord.Workspace) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.Pack(context.Background(), w, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestUnpackedIsAsItWas: a workspace file gives back the corpus, wherever it is
// opened, and goes on as the corpus would have.
func TestUnpackedIsAsItWas(t *testing.T) {
	ctx := context.Background()
	c, w := keptIn(nil, 3), &coord.Workspace{ID: "w00000001", Name: "harbour", Page: []byte("page")}
	sources := corpusSources(full(120))
	first := sources[:2*len(sources)/3]
	ingest(t, c, first)
	id := allStories(t, c).Stories.Stories[0].Lone
	for _, d := range id {
		if err := c.Amend(ctx, d, protocol.Correction{Field: "tags", Values: []string{"read"}}); err != nil {
			t.Fatal(err)
		}
	}
	want, body := transcript(t, c), packed(t, c, w)
	if again := packed(t, c, w); !bytes.Equal(again, body) {
		t.Error("packed again it is another file")
	}
	for name, root := range map[string]store.Root{"kept nowhere": nil, "kept": &store.MemoryRoot{}} {
		for _, n := range []int{1, 3, 5} {
			other := keptIn(root, n)
			other.GrowBy(func(_ context.Context, n int) (more []protocol.Shard, err error) {
				for range n {
					more = append(more, shardIn(root))
				}
				return more, nil
			})
			opened, err := other.Unpack(ctx, iotest.HalfReader(bytes.NewReader(body)))
			if err != nil {
				t.Fatalf("%s, %d shards: %v", name, n, err)
			}
			if got := transcript(t, other); got != want {
				t.Fatalf("%s, %d shards:\n%s", name, n, firstDifference(got, want))
			}
			if got := opened.Workspace; got.ID == w.ID || got.Name != "harbour" || string(got.Page) != "page" || len(opened.Lost) > 0 {
				t.Errorf("%s, %d shards: opened as %+v", name, n, opened)
			}
			if root == nil {
				continue
			}
			save(t, other, &opened.Workspace)
			again, _ := reopened(t, root, max(n, 3), opened.Workspace.ID)
			if got := transcript(t, again); got != want {
				t.Errorf("%d shards, kept and reopened:\n%s", n, firstDifference(got, want))
			}
			ingest(t, again, sources[len(first):])
		}
	}
}

// TestDamagedFile: a damaged workspace file is refused, and leaves nothing behind.
func TestDamagedFile(t *testing.T) {
	ctx := context.Background()
	c := keptIn(nil, 2)
	ingest(t, c, corpusSources(full(20)))
	body := packed(t, c, &coord.Workspace{Name: "harbour"})
	for at := 0; at < len(body); at += 1 + len(body)/40 {
		for name, b := range map[string][]byte{"cut off": body[:at], "changed": changed(body, at)} {
			root := &store.MemoryRoot{}
			other := keptIn(root, 2)
			if _, err := other.Unpack(ctx, bytes.NewReader(b)); err == nil {
				if name == "cut off" {
					t.Errorf("cut off after %d of %d bytes it opens", at, len(body))
				}
				continue // a part was told damaged by its own checksum
			} else if !errors.Is(err, coord.ErrFileDamaged) && !errors.Is(err, protocol.ErrCorrupt) && !errors.Is(err, protocol.ErrVersion) && !strings.Contains(err.Error(), "name of a file") {
				t.Errorf("%s at %d: %v", name, at, err)
			}
			if folders, _ := root.Folders(); len(folders) > 0 {
				t.Errorf("%s at %d: left behind %q", name, at, folders)
			}
		}
	}
}

func changed(b []byte, at int) []byte {
	b = bytes.Clone(b)
	b[at] ^= 0x11
	return b
}
