package shard

import (
	"context"
	"slices"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// keptStoriesOf is the file of stories that findings are in.
type keptStoriesOf struct {
	found *findings
	file  keptFile
}

// keepCover writes what the list of stories shows beside an epoch, and tells how many
// bytes that is.
func (s *Shard) keepCover(ctx context.Context, to store.Store, m manifest, q protocol.Keep) (size int, err error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	names, err := to.Names()
	if err != nil {
		return 0, err
	}
	v := &saving{keeping: s.kept, shard: s, to: to, there: map[string]bool{}, yield: s.yield(ctx), m: m}
	for _, name := range names {
		v.there[name] = true
	}
	c := &cover{}
	if m.found != "" {
		if err := v.storiesFile(); err != nil {
			return 0, err
		}
		c.stories = v.stories.file.name
	}
	if c.layouts, err = v.layouts(); err != nil {
		return 0, err
	}
	listed, err := s.first(q.First)
	if err != nil {
		return 0, err
	}
	f, err := v.put("first", listed.appendTo(nil))
	if err != nil {
		return 0, err
	}
	c.first = f.name
	b := c.encode()
	return v.size + len(b), v.write(coverOf(q.Epoch), b)
}

// first is where the documents are, and what is shown of some.
func (s *Shard) first(ids []protocol.DocID) (*listedFirst, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	f := &listedFirst{places: make([]place, len(s.docs))}
	copy(f.places, s.places)
	for _, id := range ids {
		summary, ok, err := s.summaryOf(id)
		if err != nil {
			return nil, err
		}
		if ok {
			f.summaries = append(f.summaries, summary)
		}
	}
	return f, nil
}

// storiesFile writes the file of stories, where it is not there yet.
func (v *saving) storiesFile() error {
	v.shard.mu.RLock()
	found := v.shard.found
	v.shard.mu.RUnlock()
	if v.stories.found == found && v.there[v.stories.file.name] {
		v.size += v.stories.file.size
		return nil
	}
	parts, err := found.appendStories(pace(v.yield))
	if err != nil {
		return err
	}
	f, err := v.put("stories", slices.Concat(parts...))
	v.stories = keptStoriesOf{found, f}
	return err
}

// layouts is how the files of documents are read in part. Of those that an earlier
// version wrote it is found out now.
func (v *saving) layouts() ([]layout, error) {
	numbers := map[string]uint32{}
	for number, f := range v.batches {
		numbers[f.name] = number
	}
	layouts := make([]layout, len(v.m.batches))
	for i, name := range v.m.batches {
		f := v.batches[numbers[name]]
		if f.layout.size == 0 {
			b, err := v.to.Get(name)
			if err != nil {
				return nil, err
			}
			front, _ := Front(name, b)
			f.layout = newLayout(b, front)
			v.batches[numbers[name]] = f
		}
		layouts[i] = f.layout
	}
	return layouts, nil
}

// covered is the files beside an epoch.
func covered(from store.Store, epoch uint64) []string {
	names := []string{coverOf(epoch)}
	if b, err := from.Get(names[0]); err == nil {
		if c, err := decodeCover(b); err == nil {
			names = append(names, c.names()...)
		}
	}
	return names
}
