package shard

import (
	"context"
	"encoding/binary"
	"math"
	"slices"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// A collection that is published, and a workspace that is kept (cover.go), have what
// was grouped too, at the shard that leads, so that stories are listed without what was
// compared, which is a tenth of all. Of the file of a collection only the front is needed for the list; the stories that are shown, the
// newest of which stand first, and what is akin to a document that is read come when
// they are asked for.
//
//	front    version, the settings: protocol.Regroup behind its length
//	         the day of the newest story, zigzag
//	         the number of stories; of each, in canonical order, its day from the
//	         newest (one more; 0 for none), its documents; of several its texts and
//	         groups; the bytes of its body
//	         the number of documents that were compared; of every indexStep-th, by
//	         rising ID, that, less the one before; the bytes of all kin
//	bodies   of each story protocol.Stories with it alone, newest first
//	index    of each document, by rising ID, 20 bytes: ID, story, where its kin begins,
//	         and the bytes of that: one more than there may be where it is too much
//	kin      of each document that has any its shingles; then of each of them, closest
//	         first: its ID in two numbers, the relation, its shingles, those that both
//	         have, the words of the longest run
//
// Numbers are varints, in the index least significant byte first.
const (
	storiesFile = "stories"
	indexStep   = 256
	indexRow    = 20
	// mostKin is of how many documents it is written: those of 10,000 copies of a text
	// are looked up in what was compared.
	mostKin = 1000
)

// keepStories writes that file, if the shard leads.
func (s *Shard) keepStories(ctx context.Context, to store.Store) error {
	s.mu.RLock()
	f := s.found
	s.mu.RUnlock()
	if f.lookup == nil {
		return nil
	}
	parts, err := f.appendStories(pace(s.yield(ctx)))
	if err != nil {
		return err
	}
	return to.Put(storiesFile, parts...)
}

// appendStories is the parts of the file.
func (f *findings) appendStories(work func(int) error) ([][]byte, error) {
	bodies, lengths, err := f.appendBodies(work)
	if err != nil {
		return nil, err
	}
	index, kin, err := f.appendRelatives(work)
	if err != nil {
		return nil, err
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
	b = binary.AppendUvarint(b, uint64(len(kin)))
	return [][]byte{b, bodies, index, kin}, nil
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
func (f *findings) appendRelatives(work func(int) error) (index, kin []byte, err error) {
	var ids []protocol.DocID
	for i := range f.rows {
		story := f.story(int32(i))
		ids = append(ids, story.DocIDs()...)
	}
	slices.Sort(ids)
	for _, id := range ids {
		story, _ := f.storyAt(id)
		list, before := f.kin(id), len(kin)
		length := tooMuchKin
		if len(list) <= mostKin {
			kin = appendKin(kin, list)
			length = uint32(len(kin) - before)
		}
		index = binary.LittleEndian.AppendUint64(index, uint64(id))
		for _, n := range []uint32{uint32(story), uint32(before), length} {
			index = binary.LittleEndian.AppendUint32(index, n)
		}
		if err := work(placeWork * (1 + len(list))); err != nil {
			return nil, nil, err
		}
	}
	return index, kin, nil
}

// tooMuchKin stands for the bytes of what is not written.
const tooMuchKin = uint32(math.MaxUint32)

func appendKin(b []byte, list []cluster.Kin) []byte {
	for i := range list {
		k := &list[i]
		if i == 0 {
			b = binary.AppendUvarint(b, uint64(k.A))
		}
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(k.ID.Source())), uint64(k.ID.Record()))
		b = append(b, byte(k.Relation))
		for _, n := range []uint32{k.B, k.Common, k.Run} {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	return b
}
