package eval

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/internal/shard"
	"clippings/wasm/protocol"
)

// corpus is a corpus in memory whose documents are known by name.
type corpus struct {
	*coord.Corpus
	names     map[protocol.DocID]string
	ids       map[string]protocol.DocID
	left      int           // files and records left out
	comparing time.Duration // how long finding copies and stories took
}

// memory is a file whose handle is its content.
type memory struct{ *bytes.Reader }

func (memory) Close() error { return nil }

// input is what a corpus is made of.
type input struct {
	files   map[string][]byte                // by path
	name    func(path, record string) string // a document's; nil: its path
	shards  int                              // 0: two
	lenient bool                             // files and records may be left out
}

// build brings files, by name, into a corpus of two shards.
func build(ctx context.Context, files map[string][]byte) (*corpus, error) {
	return input{files: files}.build(ctx)
}

func (in input) build(ctx context.Context) (*corpus, error) {
	shards := make([]protocol.Shard, cmp.Or(in.shards, 2))
	for i := range shards {
		shards[i] = shard.New(shard.Options{
			Open: func(handle protocol.File) (shard.File, error) {
				return memory{bytes.NewReader(handle.([]byte))}, nil
			},
			Pause: func() {},
		})
	}
	var sources []protocol.Source
	for _, path := range slices.Sorted(maps.Keys(in.files)) {
		content := in.files[path]
		sources = append(sources, protocol.Source{Path: path, Size: uint64(len(content)), Handle: content})
	}
	c := &corpus{Corpus: coord.New(shards), names: map[protocol.DocID]string{}, ids: map[string]protocol.DocID{}}
	var began time.Time
	imported, err := c.Ingest(ctx, sources, func(p coord.Progress) {
		if p.Phase == coord.Comparing && began.IsZero() {
			began = time.Now()
		}
	})
	if err != nil {
		return nil, err
	}
	c.comparing = time.Since(began)
	return c, c.enter(in, imported.Entries)
}

// enter gives documents their names.
func (c *corpus) enter(in input, entries []protocol.Entry) error {
	for _, e := range entries {
		if e.Skip != protocol.SkipNone {
			if !in.lenient {
				return fmt.Errorf("eval: %s was left out: %s", e.Path, e.Skip)
			}
			c.left++
			continue
		}
		name := e.Path
		if in.name != nil {
			name = in.name(e.Path, e.Record)
		}
		if _, taken := c.ids[name]; taken {
			return fmt.Errorf("eval: two documents are named %s", name)
		}
		c.names[e.ID], c.ids[name] = name, e.ID
	}
	return nil
}

// sorted lists the names of all documents.
func (c *corpus) sorted() []string { return slices.Sorted(maps.Keys(c.ids)) }

// pairs lists every verified pair of documents by their names, the lesser
// first; those of documents with equal text, of which the program keeps the
// first one's alone, spelled out.
func (c *corpus) pairs(ctx context.Context) (map[namePair]protocol.Pair, error) {
	var all []protocol.Pair
	equal := 0
	for {
		page, err := c.Pairs(ctx, protocol.PairPage{Offset: uint32(len(all)), Limit: 1 << 20})
		if err != nil {
			return nil, err
		}
		all = append(all, page.Pairs...)
		equal = int(page.Equal)
		if len(page.Pairs) == 0 || len(all) >= int(page.Total) {
			break
		}
	}
	family := map[protocol.DocID][]protocol.DocID{}
	for _, p := range all[:equal] {
		if family[p.A] == nil {
			family[p.A] = []protocol.DocID{p.A}
		}
		family[p.A] = append(family[p.A], p.B)
	}
	out := make(map[namePair]protocol.Pair, len(all))
	for i, p := range all {
		as, bs := family[p.A], family[p.B]
		switch {
		case i < equal: // each with those before it
			as, bs = as[:slices.Index(as, p.B)], []protocol.DocID{p.B}
		case as == nil:
			as = []protocol.DocID{p.A}
		}
		if bs == nil {
			bs = []protocol.DocID{p.B}
		}
		for _, p.A = range as {
			for _, p.B = range bs {
				c.enterPair(out, p)
			}
		}
	}
	return out, nil
}

func (c *corpus) enterPair(out map[namePair]protocol.Pair, p protocol.Pair) {
	key := namePair{c.names[p.A], c.names[p.B]}
	if key[0] > key[1] {
		key[0], key[1] = key[1], key[0]
		p.A, p.B, p.AInB, p.BInA = p.B, p.A, p.BInA, p.AInB
	}
	out[key] = p
}

// shared is the passages of a pair, of its A.
func (c *corpus) shared(ctx context.Context, p protocol.Pair) ([]protocol.Passage, error) {
	compared, err := c.Comparisons(ctx, p.A, []protocol.DocID{p.B})
	if err != nil || len(compared) == 0 {
		return nil, err
	}
	return compared[0].Passages, nil
}

// kinship is all that the program says of two documents when both are opened.
func (c *corpus) kinship(ctx context.Context, a, b string) (protocol.Pair, error) {
	k, err := c.Compare(ctx, c.ids[a], c.ids[b])
	return k.Pair, err
}

// namePair is two documents by name, the lesser first.
type namePair [2]string

func pairOf(a, b string) namePair {
	if a > b {
		a, b = b, a
	}
	return namePair{a, b}
}

// comparePairs orders pairs by their first name, then the second.
func comparePairs(a, b namePair) int { return slices.Compare(a[:], b[:]) }

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

// representatives names the documents that lead a group of copies.
func (c *corpus) representatives(ctx context.Context) (map[string]bool, error) {
	list, err := c.Stories(ctx, protocol.StoryPage{Limit: 1 << 31})
	leads := map[string]bool{}
	for _, s := range list.Stories.Stories {
		for _, g := range s.Groups {
			leads[c.names[g.Representative]] = true
		}
	}
	return leads, err
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
