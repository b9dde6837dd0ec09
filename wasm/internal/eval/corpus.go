package eval

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"clippings/wasm/coord"
	"clippings/wasm/internal/shard"
	"clippings/wasm/protocol"
)

// corpus is a corpus in memory whose documents are known by name.
type corpus struct {
	*coord.Corpus
	names map[protocol.DocID]string
	ids   map[string]protocol.DocID
}

// memory is a file whose handle is its content.
type memory struct{ *bytes.Reader }

func (memory) Close() error { return nil }

// build brings files, by name, into a corpus of two shards.
func build(ctx context.Context, files map[string][]byte) (*corpus, error) {
	shards := make([]protocol.Shard, 2)
	for i := range shards {
		shards[i] = shard.New(shard.Options{
			Open: func(handle protocol.File) (shard.File, error) {
				return memory{bytes.NewReader(handle.([]byte))}, nil
			},
			Pause: func() {},
		})
	}
	var sources []protocol.Source
	for name, content := range files {
		sources = append(sources, protocol.Source{Path: name, Size: uint64(len(content)), Handle: content})
	}
	c := &corpus{Corpus: coord.New(shards), names: map[protocol.DocID]string{}, ids: map[string]protocol.DocID{}}
	imported, err := c.Ingest(ctx, sources, nil)
	if err != nil {
		return nil, err
	}
	for _, e := range imported.Entries {
		if e.Skip != protocol.SkipNone {
			return nil, fmt.Errorf("eval: %s was left out: %s", e.Path, e.Skip)
		}
		c.names[e.ID], c.ids[e.Path] = e.Path, e.ID
	}
	return c, nil
}

// buildFolder brings in the files below a folder that want says yes to, named
// by their path in it.
func buildFolder(ctx context.Context, dir string, want func(name string) bool) (*corpus, error) {
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil || !want(filepath.ToSlash(name)) {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		return nil, err
	}
	return build(ctx, files)
}

// document opens a document by name.
func (c *corpus) document(ctx context.Context, name string) (protocol.Opened, error) {
	id, ok := c.ids[name]
	if !ok {
		return protocol.Opened{}, fmt.Errorf("eval: %s: %w", name, protocol.ErrNotFound)
	}
	return c.Document(ctx, id, protocol.Query{})
}

// clusters gives the corpus's groups of copies and its stories, each a sorted
// list of names, lone documents as clusters of one.
func (c *corpus) clusters(ctx context.Context) (groups, stories [][]string, err error) {
	list, err := c.Stories(ctx, protocol.StoryPage{Limit: 1 << 31})
	if err != nil {
		return nil, nil, err
	}
	for _, s := range list.Stories.Stories {
		for _, g := range s.Groups {
			groups = append(groups, c.namesOf(append([]protocol.DocID{g.Representative}, members(g)...)))
		}
		for _, id := range s.Lone {
			groups = append(groups, c.namesOf([]protocol.DocID{id}))
		}
		stories = append(stories, c.namesOf(s.DocIDs()))
	}
	return groups, stories, nil
}

func members(g protocol.Group) []protocol.DocID {
	var ids []protocol.DocID
	for _, m := range g.Members {
		ids = append(ids, m.A)
	}
	return ids
}

func (c *corpus) namesOf(ids []protocol.DocID) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = c.names[id]
	}
	slices.SortFunc(names, strings.Compare)
	return names
}
