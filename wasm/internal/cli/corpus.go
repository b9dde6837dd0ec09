package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/internal/port"
	"clippings/wasm/internal/shard"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// openCorpus makes a corpus of empty shards in process, one a core.
func openCorpus() *coord.Corpus { return newCorpus(runtime.GOMAXPROCS(0), nil) }

// newCorpus makes a corpus of n empty shards in process that keep what they hold in
// a root; nil for nowhere.
func newCorpus(n int, root store.Root) *coord.Corpus {
	shards := make([]protocol.Shard, n)
	for i := range shards {
		shards[i] = shard.New(shard.Options{
			Open:  func(handle protocol.File) (shard.File, error) { return port.Open(handle) },
			Pause: port.Yield,
			Root:  root,
		})
	}
	return coord.New(shards)
}

// load brings everything below the paths in and shows how it goes.
func (e *environment) load(ctx context.Context, paths []string) (*coord.Corpus, coord.Imported, error) {
	sources, err := walk(paths)
	if err != nil {
		return nil, coord.Imported{}, err
	}
	corpus := openCorpus()
	imported, err := e.bring(ctx, corpus, sources)
	return corpus, imported, err
}

// bring brings sources into a corpus by the settings of the flags.
func (e *environment) bring(ctx context.Context, corpus *coord.Corpus, sources []protocol.Source) (coord.Imported, error) {
	if err := e.reading.apply(sources); err != nil {
		return coord.Imported{}, err
	}
	if err := corpus.Regroup(ctx, e.rules); err != nil {
		return coord.Imported{}, err
	}
	imported, err := corpus.Ingest(ctx, sources, e.progress())
	fmt.Fprintln(e.err)
	if err == nil && imported.Canceled {
		err = context.Canceled
	}
	return imported, err
}

// progress writes a line that overwrites itself, a few times a second.
func (e *environment) progress() func(coord.Progress) {
	var last time.Time
	return func(p coord.Progress) {
		if now := time.Now(); now.Sub(last) > 200*time.Millisecond || p.Phase == coord.Comparing {
			last = now
			doing := "reading"
			if p.Phase == coord.Comparing {
				doing = "comparing"
			}
			fmt.Fprintf(e.err, "\r%s: %d of %d files, %d documents, %d left out", doing, p.Files, p.AllFiles, p.Documents, p.Skipped)
		}
	}
}

// walk lists the files at and below the paths. A file's Path is relative to the
// argument it was found under, with slashes; for an argument that is a file, its
// name.
func walk(paths []string) ([]protocol.Source, error) {
	var sources []protocol.Source
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				if path == root {
					return err
				}
				sources = append(sources, protocol.Source{Path: relative(root, path), Handle: path})
				return nil
			}
			if entry.IsDir() {
				return nil
			}
			source := protocol.Source{Path: relative(root, path), Handle: path}
			if info, err := os.Stat(path); err == nil {
				source.Size = uint64(info.Size())
				source.Modified = info.ModTime().UnixMilli()
			}
			sources = append(sources, source)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if len(sources) == 0 {
		return nil, errors.New("there are no files at these paths")
	}
	return sources, nil
}

func relative(root, path string) string {
	rel, err := filepath.Rel(root, path)
	if err != nil || rel == "." {
		rel = filepath.Base(path)
	}
	return filepath.ToSlash(rel)
}
