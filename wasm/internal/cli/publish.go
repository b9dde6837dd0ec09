package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"clippings/wasm/coord"
	"clippings/wasm/internal/publish"
	"clippings/wasm/internal/shard"
	"clippings/wasm/protocol"
)

// What coord.WriteCollection gives is called so in its folder.
const (
	corpusFile = "corpus"
	ledgerFile = "ledger"
)

// publishedLine is what is printed of a collection that was published.
type publishedLine struct {
	Site      string `json:"site"`
	Title     string `json:"title"`
	Documents int    `json:"documents"`
	Stories   int    `json:"stories"`
	LeftOut   int    `json:"left_out"` // files and records
	Shards    int    `json:"shards"`
	Files     int    `json:"files"`
	Bytes     int64  `json:"bytes"` // as they are served
}

func runPublish(ctx context.Context, e *environment, args []string) error {
	grouping := e.groupingFlags()
	var site, title string
	e.flags.StringVar(&site, "o", "", "`folder` of the site, to which the collection is added")
	e.flags.StringVar(&title, "title", "", "`name` of the collection; else that of the first path")
	paths, err := e.parse(args)
	if err != nil {
		return err
	}
	if site == "" {
		fmt.Fprintln(e.err, "clippings publish: -o SITE is missing: where to write to")
		return errUsage
	}
	if e.rules, err = grouping.rules(); err != nil {
		return err
	}
	if title == "" {
		title = nameOf(paths[0])
	}
	return e.publish(ctx, paths, site, title)
}

// nameOf is a title made of a path.
func nameOf(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	return filepath.Base(path)
}

// publish reads the files and writes the collection.
func (e *environment) publish(ctx context.Context, paths []string, site, title string) error {
	sources, err := walk(paths)
	if err != nil {
		return err
	}
	size := uint64(0)
	for i := range sources {
		sources[i].Modified = 0 // the same files give the same bytes wherever they were copied to
		size += sources[i].Size
	}
	to, err := publish.Create(site, shard.Front)
	if err != nil {
		return err
	}
	corpus := newCorpus(publishedShards(size), to)
	corpus.Deal()
	imported, err := e.bring(ctx, corpus, sources)
	if err != nil {
		return err
	}
	line, err := e.writeCollection(ctx, corpus, to, title, imported.Entries)
	if err != nil {
		return err
	}
	line.Site = site
	return e.out.Encode(line)
}

// publishedShards is in how many parts a collection of so many bytes of files is
// published: what the machine has does not count, so that the bytes do not depend on
// it. A visitor has as many workers as there are parts, each of which costs 7 MB and
// somewhat more for every query.
func publishedShards(bytes uint64) int {
	switch {
	case bytes < 4<<20:
		return 1
	case bytes < 64<<20:
		return 2
	}
	return 4
}

// writeCollection writes what a corpus holds.
func (e *environment) writeCollection(
	ctx context.Context, corpus *coord.Corpus, to *publish.Writer, title string, ledger []protocol.Entry,
) (publishedLine, error) {
	collection, err := corpus.WriteCollection(ctx, title, ledger)
	if err == nil {
		err = to.Put(protocol.CollectionID, corpusFile, collection.Head)
	}
	if err == nil {
		err = to.Put(protocol.CollectionID, ledgerFile, collection.Ledger)
	}
	if err != nil {
		return publishedLine{}, err
	}
	x, err := describe(ctx, corpus, ledger)
	if err != nil {
		return publishedLine{}, err
	}
	x.Title = title
	line := publishedLine{Title: title, Documents: x.Documents, Stories: x.Stories, LeftOut: len(ledger) - x.Documents, Shards: x.Shards}
	x, err = to.Close(x)
	if errors.Is(err, publish.ErrNoPage) {
		fmt.Fprintf(e.err, "%v\n", err)
		err = nil
	}
	line.Files, line.Bytes = len(x.Files), x.Bytes
	return line, err
}

// describe says what a collection holds.
func describe(ctx context.Context, corpus *coord.Corpus, ledger []protocol.Entry) (publish.Index, error) {
	x := publish.Index{Shards: corpus.Shards(), Languages: map[string]int{}}
	for _, entry := range ledger {
		if entry.Skip == protocol.SkipNone {
			x.Documents++
		}
	}
	list, err := corpus.Stories(ctx, protocol.StoryPage{Limit: 1 << 31})
	if err != nil {
		return x, err
	}
	for _, s := range list.Stories.Stories {
		if s.Documents() > 1 {
			x.Stories++
		}
	}
	facets, err := corpus.Facets(ctx, protocol.Query{})
	for _, f := range facets.Facets {
		for _, v := range f.Values {
			if f.Field == "lang" {
				x.Languages[v.Value] = int(v.Documents)
			}
		}
	}
	return x, err
}
