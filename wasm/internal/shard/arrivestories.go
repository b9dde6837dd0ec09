package shard

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"sort"
	"sync/atomic"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// farStories is what keepStories wrote, as it comes. What has not come is as if it
// were not there, and wanted from then on: see complete.
type farStories struct {
	parts   *store.Parts
	bodies  []int            // of each story where its body begins in the file
	lengths []int            // and its bytes
	ids     []protocol.DocID // of every indexStep-th document
	index   int              // where it begins in the file, and the pairs
	related int
	front   int // bytes
	damaged atomic.Bool
}

// beginStories begins the file of stories; nil if there is none, or none that can be
// read: they are grouped anew then.
func beginStories(from store.Parted) (*findings, error) {
	p, err := from.Begin(storiesFile)
	if err == nil {
		var f *findings
		if f, err = readStories(p); err == nil {
			return f, nil
		}
	}
	if isDamage(err) {
		err = nil
	}
	return nil, err
}

// readStories reads the front of a file of stories.
func readStories(p *store.Parts) (*findings, error) {
	r := keptReader{b: p.Bytes()}
	r.version()
	rules, err := protocol.DecodeRegroup(r.take(r.count()))
	if err != nil {
		return nil, err
	}
	newest := r.signed()
	f := &findings{settings: rules.Settings, rows: make([]storyRow, r.count())}
	far := &farStories{parts: p, bodies: make([]int, len(f.rows)), lengths: make([]int, len(f.rows))}
	for i := range f.rows {
		f.rows[i].read(&r, newest)
		far.lengths[i] = r.number()
	}
	documents := r.number()
	if documents > len(r.b) { // each has a row of the index
		return nil, protocol.ErrCorrupt
	}
	for before := uint64(0); len(far.ids) < (documents+indexStep-1)/indexStep && !r.bad; {
		before += r.below(math.MaxUint64)
		far.ids = append(far.ids, protocol.DocID(before))
	}
	pairs := r.number()
	at := len(p.Bytes()) - len(r.b)
	far.front, f.far = at, far
	f.sort()
	for _, i := range f.orders[protocol.NewestFirst] {
		far.bodies[i] = at
		at += far.lengths[i]
	}
	far.index, far.related = at, at+documents*indexRow
	if r.bad || far.related+pairs != len(p.Bytes()) || !slices.IsSorted(far.ids) {
		return nil, protocol.ErrCorrupt
	}
	for i := range f.rows {
		f.rows[i].addTo(&f.counts)
	}
	return f, nil
}

// read reads what appendTo wrote.
func (row *storyRow) read(r *keptReader, newest int64) {
	row.day = protocol.NoDay
	if day := newest - int64(r.below(math.MaxUint32)) + 1; day <= newest {
		row.day = int32(max(day, math.MinInt32))
	}
	row.documents, row.texts = uint32(r.number()), 1
	if row.documents > 1 {
		row.texts, row.groups = uint32(r.number()), uint32(r.number())
	}
	if row.documents == 0 || row.texts > row.documents || row.groups > row.texts {
		r.bad = true
	}
}

// storiesFront is how many bytes of a file of stories are its front.
func storiesFront(b []byte) int {
	f, err := readStories(store.NewParts(b, len(b), 0, nil))
	if err != nil {
		return len(b)
	}
	return f.far.front
}

// story is a story, empty if it has not come.
func (f *farStories) story(row *storyRow, i int32) protocol.Story {
	none := protocol.Story{Day: row.day}
	from := f.bodies[i]
	b, ok := f.part(from, from+f.lengths[i])
	if !ok {
		return none
	}
	list, err := protocol.StoryPage{}.DecodeResponse(b)
	if err != nil || len(list.Stories) != 1 || rowOfStory(&list.Stories[0]) != *row {
		f.damaged.Store(true)
		return none
	}
	return list.Stories[0]
}

// part is some bytes of the file, if they have come.
func (f *farStories) part(from, to int) ([]byte, bool) {
	if !f.parts.Ask(from, to) {
		return nil, false
	}
	return f.parts.Bytes()[from:to], true
}

// relative is what the index tells of a document.
type relative struct {
	story, from, length int
	isLeftOut           bool // it has too much kin
}

// relative finds a document in the index; false if it is not there, or has not come.
func (f *farStories) relative(id protocol.DocID) (relative, bool) {
	step, found := slices.BinarySearch(f.ids, id)
	if !found {
		step--
	}
	if step < 0 {
		return relative{}, false
	}
	from := f.index + step*indexStep*indexRow
	rows, ok := f.part(from, min(from+indexStep*indexRow, f.related))
	if !ok {
		return relative{}, false
	}
	at, found := sort.Find(len(rows)/indexRow, func(i int) int {
		return cmp.Compare(id, protocol.DocID(binary.LittleEndian.Uint64(rows[i*indexRow:])))
	})
	if !found {
		return relative{}, false
	}
	row := rows[at*indexRow:]
	r := relative{
		story: int(binary.LittleEndian.Uint32(row[8:])), from: int(binary.LittleEndian.Uint32(row[12:])),
		length: int(binary.LittleEndian.Uint32(row[16:])),
	}
	if uint32(r.length) == tooMuchKin {
		r.length, r.isLeftOut = 0, true
	}
	if r.story >= len(f.bodies) || f.related+r.from+r.length > len(f.parts.Bytes()) {
		f.damaged.Store(true)
		return relative{}, false
	}
	return r, true
}

// storyOf is the story that a document is in.
func (f *farStories) storyOf(id protocol.DocID) (int32, bool) {
	r, ok := f.relative(id)
	return int32(r.story), ok
}

// pairs is all pairs of a document; false if they have not been written.
func (f *farStories) pairs(id protocol.DocID) ([]protocol.Pair, bool) {
	row, ok := f.relative(id)
	if row.isLeftOut {
		return nil, false
	}
	if !ok || row.length == 0 {
		return nil, true
	}
	b, ok := f.part(f.related+row.from, f.related+row.from+row.length)
	if !ok {
		return nil, true
	}
	pairs, ok := readKin(b, id)
	if !ok {
		f.damaged.Store(true)
	}
	return pairs, true
}

// readKin reads what appendKin wrote of a document.
func readKin(b []byte, id protocol.DocID) (pairs []protocol.Pair, ok bool) {
	r := keptReader{b: b}
	own := uint32(r.number())
	for len(r.b) > 0 && !r.bad {
		k := cluster.Kin{ID: protocol.NewDocID(uint32(r.below(math.MaxUint32)), uint32(r.below(math.MaxUint32)))}
		k.Relation = protocol.Relation(r.below(uint64(protocol.RelationStory)))
		k.Overlap = cluster.Overlap{A: own, B: uint32(r.number()), Common: uint32(r.number()), Run: uint32(r.number())}
		pairs = append(pairs, k.Pair(id))
	}
	return pairs, !r.bad
}
