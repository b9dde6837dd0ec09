package shard

import (
	"context"
	"encoding/binary"
	"slices"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// A collection that is published has what was grouped too, at the shard that leads, so
// that its stories are listed without what was compared, which is a tenth of all. Of
// the file only the front is needed for the list; the stories that are shown, the
// newest of which stand first, and what is akin to a document that is read come when
// they are asked for.
//
//	front    version, the settings: protocol.Regroup behind its length
//	         the day of the newest story, zigzag
//	         the number of stories; of each, in canonical order, its day from the
//	         newest (one more; 0 for none), its documents; of several its texts and
//	         groups; the bytes of its body
//	         the number of documents that were compared; of every indexStep-th, by
//	         rising ID, that, less the one before; the bytes of all pairs
//	bodies   of each story protocol.Stories with it alone, newest first
//	index    of each document, by rising ID, 20 bytes: ID, story, where its pairs begin
//	         in pairs, and their bytes
//	pairs    of each document protocol.Relatives without its story
//
// Numbers are varints, in the index least significant byte first.
const (
	storiesFile = "stories"
	indexStep   = 256
	indexRow    = 20
)

// keepStories writes that file, if the shard leads.
func (s *Shard) keepStories(ctx context.Context, to store.Store) error {
	s.mu.RLock()
	f := s.found
	s.mu.RUnlock()
	if f.lookup == nil {
		return nil
	}
	work := pace(s.yield(ctx))
	bodies, lengths, err := f.appendBodies(work)
	if err != nil {
		return err
	}
	index, pairs, err := f.appendRelatives(work)
	if err != nil {
		return err
	}
	rules := protocol.Regroup{Settings: f.settings}.AppendTo(nil)
	b := appendBytes([]byte{keptVersion}, string(rules))
	newest := f.newest()
	b = binary.AppendUvarint(binary.AppendVarint(b, int64(newest)), uint64(len(f.rows)))
	for i := range f.rows {
		b = f.rows[i].appendTo(b, newest)
		b = binary.AppendUvarint(b, uint64(lengths[i]))
	}
	b = binary.AppendUvarint(b, uint64(len(index)/indexRow))
	before := uint64(0)
	for at := 0; at < len(index); at += indexStep * indexRow {
		id := binary.LittleEndian.Uint64(index[at:])
		b = binary.AppendUvarint(b, id-before)
		before = id
	}
	b = binary.AppendUvarint(b, uint64(len(pairs)))
	return to.Put(storiesFile, b, bodies, index, pairs)
}

// newest is the day of the newest story.
func (f *findings) newest() int32 {
	newest := protocol.NoDay
	for i := range f.rows {
		newest = max(newest, f.rows[i].day)
	}
	return newest
}

func (r *storyRow) appendTo(b []byte, newest int32) []byte {
	day := uint64(0)
	if r.day != protocol.NoDay {
		day = uint64(int64(newest)-int64(r.day)) + 1
	}
	b = binary.AppendUvarint(binary.AppendUvarint(b, day), uint64(r.documents))
	if r.documents > 1 {
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(r.texts)), uint64(r.groups))
	}
	return b
}

// appendBodies is all stories, the newest first, and the bytes of each.
func (f *findings) appendBodies(work func(int) error) (b []byte, lengths []int, err error) {
	lengths = make([]int, len(f.rows))
	for _, i := range f.orders[protocol.NewestFirst] {
		before := len(b)
		b = protocol.Stories{Stories: []protocol.Story{f.story(i)}}.AppendTo(b)
		lengths[i] = len(b) - before
		if err := work(placeWork * int(f.rows[i].documents)); err != nil {
			return nil, nil, err
		}
	}
	return b, lengths, nil
}

// appendRelatives is what of each document is looked up.
func (f *findings) appendRelatives(work func(int) error) (index, pairs []byte, err error) {
	var ids []protocol.DocID
	for i := range f.rows {
		story := f.story(int32(i))
		ids = append(ids, story.DocIDs()...)
	}
	slices.Sort(ids)
	for _, id := range ids {
		story, _ := f.storyAt(id)
		before := len(pairs)
		if list := f.pairs(id); len(list) > 0 {
			pairs = protocol.Relatives{Pairs: list}.AppendTo(pairs)
		}
		index = binary.LittleEndian.AppendUint64(index, uint64(id))
		for _, n := range []int{int(story), before, len(pairs) - before} {
			index = binary.LittleEndian.AppendUint32(index, uint32(n))
		}
		if err := work(placeWork); err != nil {
			return nil, nil, err
		}
	}
	return index, pairs, nil
}
