package shard

import (
	"cmp"
	"encoding/binary"
	"slices"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// Lines that recur at the head or tail of the texts of one origin are the page
// and not the article: "Subscribe to our newsletter", the disclaimer under every
// column. No single document shows that; all together do.
//
//	shards   lines at the edges of each document (hash, group of copies) -> owner of the hash
//	owners   lines counted, each group of copies once                    -> all shards, those seen in 3 texts
//	shards   paragraphs judged; index made anew where one changed        -> all shards: anything?
//
// Groups of copies are those of a comparison by the extractor's own roles, and
// every run starts from these, so that the result depends on which documents
// there are and not on how they came. Nothing is sampled: 16 bytes for each line
// of at most ten a document are held while they are counted.

// recurrence is one shard's part in finding the lines that recur. Like
// dedup.Exchange it goes in steps, in which every shard reads what the others
// wrote in the step before.
type recurrence struct {
	docs   []document
	group  []uint32 // of each document, 0 if none
	shards int
	step   int
	apply  func([][]recurring, func() error) error

	sight   sight
	changed bool // some document, here or elsewhere, has other roles than its own
}

// A sighting is a line in a text.
type sighting struct {
	line  uint64
	group uint32 // 0: a text of its own
}

// sightingSize is the bytes of one in a message: line u64, group u32.
const sightingSize = 8 + 4

// minTexts is in how many texts of one origin a line must stand: the default of
// Text::Identify::BoilerPlate, which looks at heads and tails as well.
const minTexts = 3

// recurSteps are the steps in order.
var recurSteps = []func(r *recurrence, in, out [][]byte, yield func() error) error{
	(*recurrence).tell, (*recurrence).count, (*recurrence).judge, (*recurrence).agree,
}

// next does the next step. inbox and outbox are those of dedup.Exchange, but that
// what a shard writes to itself is carried too.
func (r *recurrence) next(inbox [][]byte, yield func() error) (outbox [][]byte, done bool, err error) {
	outbox = make([][]byte, r.shards)
	if err := recurSteps[r.step](r, inbox, outbox, yield); err != nil {
		return nil, false, err
	}
	r.step++
	return outbox, r.step == len(recurSteps), nil
}

const (
	// yieldDocuments is how many documents are looked at between two yields: 2 ms.
	yieldDocuments = 100
	// yieldSightings is how many sightings are read between two: 1 ms.
	yieldSightings = 1 << 15
)

// tell writes the lines of this shard's documents to their owners.
func (r *recurrence) tell(_, out [][]byte, yield func() error) error {
	for i := range r.docs {
		if i%yieldDocuments == 0 {
			if err := yield(); err != nil {
				return err
			}
		}
		r.put(out, r.docs[i].origin, r.group[i])
		for _, line := range r.sight.keys(&r.docs[i]) {
			r.put(out, line, r.group[i])
		}
	}
	return nil
}

func (r *recurrence) put(out [][]byte, line uint64, group uint32) {
	to := line % uint64(r.shards)
	out[to] = binary.LittleEndian.AppendUint64(out[to], line)
	out[to] = binary.LittleEndian.AppendUint32(out[to], group)
}

// count finds in how many texts each line stands that this shard owns, and tells
// all shards of those that recur.
func (r *recurrence) count(in, out [][]byte, yield func() error) error {
	var buckets [256][]sighting // by the first byte, so that each sorts within a moment
	for _, b := range in {
		if len(b)%sightingSize != 0 {
			return protocol.ErrCorrupt
		}
		for part := range slices.Chunk(b, yieldSightings*sightingSize) {
			for i := 0; i < len(part); i += sightingSize {
				s := sighting{binary.LittleEndian.Uint64(part[i:]), binary.LittleEndian.Uint32(part[i+8:])}
				to := &buckets[s.line>>56]
				*to = append(*to, s)
			}
			if err := yield(); err != nil {
				return err
			}
		}
	}
	var found []byte
	for i := range buckets {
		found = appendRecurring(found, buckets[i])
		if err := yield(); err != nil {
			return err
		}
	}
	for t := range out {
		out[t] = found
	}
	return nil
}

// appendRecurring appends the lines among all sightings of some that stand in
// enough texts: hash u64, texts u32.
func appendRecurring(dst []byte, all []sighting) []byte {
	ordering.By(all, func(a, b sighting) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.group, b.group))
	})
	for from := 0; from < len(all); {
		to, texts := from, uint32(0)
		for ; to < len(all) && all[to].line == all[from].line; to++ {
			if to == from || all[to].group == 0 || all[to].group != all[to-1].group {
				texts++
			}
		}
		if texts >= minTexts {
			dst = binary.LittleEndian.AppendUint64(dst, all[from].line)
			dst = binary.LittleEndian.AppendUint32(dst, texts)
		}
		from = to
	}
	return dst
}

// judge gives the documents of this shard their roles by the lines that recur.
func (r *recurrence) judge(in, out [][]byte, yield func() error) error {
	texts, lines, err := readRecurring(in)
	if err != nil {
		return err
	}
	verdicts := make([][]recurring, len(r.docs))
	for i := range r.docs {
		if lines == 0 {
			break // by far the most corpora: no need to look twice
		}
		if i%yieldDocuments == 0 {
			if err := yield(); err != nil {
				return err
			}
		}
		verdicts[i] = r.sight.verdict(&r.docs[i], texts)
		r.changed = r.changed || verdicts[i] != nil
	}
	if err := r.apply(verdicts, yield); err != nil {
		return err
	}
	said := []byte{0}
	if r.changed {
		said[0] = 1
	}
	for t := range out {
		out[t] = said
	}
	return nil
}

// readRecurring reads what count wrote: in how many texts recurring lines and
// origins stand, and how many lines there are.
func readRecurring(in [][]byte) (texts map[uint64]uint32, lines int, err error) {
	texts = map[uint64]uint32{}
	for _, b := range in {
		if len(b)%sightingSize != 0 {
			return nil, 0, protocol.ErrCorrupt
		}
		for i := 0; i < len(b); i += sightingSize {
			key := binary.LittleEndian.Uint64(b[i:])
			texts[key] = binary.LittleEndian.Uint32(b[i+8:])
			if !isOrigin(key) {
				lines++
			}
		}
	}
	return texts, lines, nil
}

// agree hears whether any shard has changed a document.
func (r *recurrence) agree(in, _ [][]byte, _ func() error) error {
	for _, b := range in {
		r.changed = r.changed || len(b) == 1 && b[0] == 1
	}
	return nil
}
