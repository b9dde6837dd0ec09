package dedup

import (
	"encoding/binary"
	"math/bits"
)

// The filter is an array of two-bit counters 0, 1, many; a shingle's slot is
// its leading bits. Most shingles of a corpus stand in one document only (in
// Reuters news 85 %) and need never be sent or sorted.
//
// Slots come in blocks of 32, one word each. Every shard owns a range of blocks,
// and with it the hashes that begin so, for the whole exchange.

const (
	slotsPerBlock = 32
	lowBits       = 0x5555555555555555 // the lower bit of each slot
)

// blockRange is the range of blocks that shard t owns.
func (e *Exchange) blockRange(t int) (from, to int) {
	blocks := 1 << e.shard.bits / slotsPerBlock
	return blocks * t / e.n, blocks * (t + 1) / e.n
}

// mark adds one to the hash's slot.
func mark(filter []uint64, hash uint64, bits uint8) {
	slot := hash >> (64 - bits)
	shift := slot % slotsPerBlock * 2
	w := &filter[slot/slotsPerBlock]
	*w |= (*w>>shift&1)<<(shift+1) | 1<<shift
}

// filterBits chooses the filter's size: at least four slots a shingle, so that
// a shingle seen once survives with a chance of a fifth at most; up to 2^27
// slots, 32 MB. Where only shingles of fresh texts are marked, many times more
// are looked up, and there are 256 slots each.
func (s *shardState) filterBits() uint8 {
	slots := s.total * 4
	if s.kinds != nil {
		slots = 0
		for t, k := range s.kinds {
			if k != oldText {
				slots += uint64(s.sizes[t]) * 256
			}
		}
	}
	return uint8(min(max(bits.Len64(slots), minFilterBits), maxFilterBits))
}

const (
	minFilterBits = 12
	maxFilterBits = 27
)

// many is 1 if the hash's slot was hit more than once, else 0.
func many(filter []uint64, hash uint64, bits uint8) uint64 {
	slot := hash >> (64 - bits)
	return filter[slot/slotsPerBlock] >> (slot%slotsPerBlock*2 + 1) & 1
}

// markFilter marks the shingles of this shard's fresh texts and sends every
// owner its part.
//
//	blocks u64...
func (e *Exchange) markFilter(in []reader, out [][]byte) error {
	if err := e.readNumbers(&in[0]); err != nil {
		return err
	}
	return e.markFresh(out)
}

func (e *Exchange) markFresh(out [][]byte) error {
	s := &e.shard
	s.bits = s.filterBits()
	filter := make([]uint64, 1<<s.bits/slotsPerBlock)
	for _, t := range s.mine {
		if !s.isFresh(t.text) {
			continue
		}
		shingles := s.Distinct(e.termsOf(t.doc))
		if s.kinds == nil {
			markAll(filter, shingles, s.bits)
		} else {
			markAllTwice(filter, shingles, s.bits)
		}
		if err := e.pace.work(2*len(shingles) + 16); err != nil {
			return err
		}
	}
	for t := range out {
		from, to := e.blockRange(t)
		out[t] = appendAll(filter[from:to])
	}
	return nil
}

// markAll marks the shingles of a text; see holdMany for why it is a function.
//
//go:noinline
func markAll(filter, shingles []uint64, bits uint8) {
	for _, h := range shingles {
		mark(filter, h, bits)
	}
}

// markAllTwice marks them for marked.
//
//go:noinline
func markAllTwice(filter, shingles []uint64, bits uint8) {
	for _, h := range shingles {
		markTwice(filter, h, bits)
	}
}

// markTwice marks the hash's slot and, by its last bits, another in its block;
// nothing is counted. Of what marked finds then, little was not marked.
func markTwice(filter []uint64, hash uint64, bits uint8) {
	slot := hash >> (64 - bits)
	filter[slot/slotsPerBlock] |= 1<<(slot%slotsPerBlock*2) | 1<<(hash%slotsPerBlock*2)
}

// marked is 1 if both were marked, else 0.
func marked(filter []uint64, hash uint64, bits uint8) uint64 {
	slot := hash >> (64 - bits)
	w := filter[slot/slotsPerBlock]
	return w >> (slot % slotsPerBlock * 2) & (w >> (hash % slotsPerBlock * 2)) & 1
}

// joinFilter adds up what all shards marked in the blocks of this owner and
// sends them all the sum.
func (e *Exchange) joinFilter(in []reader, out [][]byte) error {
	from, to := e.blockRange(e.self)
	sum := make([]uint64, to-from)
	for s := range in {
		if len(in[s].b) != 8*len(sum) {
			return ErrCorrupt
		}
		for at := 0; at < len(sum); at += wordsAtOnce {
			part := sum[at:min(at+wordsAtOnce, len(sum))]
			addMarks(part, in[s].take(8*len(part)))
			if err := e.pace.work(len(part)); err != nil {
				return err
			}
		}
	}
	for t := range out {
		out[t] = appendAll(sum)
	}
	return nil
}

// readFilter puts the owners' parts together.
func (e *Exchange) readFilter(in []reader) ([]uint64, error) {
	filter := make([]uint64, 0, 1<<e.shard.bits/slotsPerBlock)
	for t := range in {
		from, to := e.blockRange(t)
		if len(in[t].b) != 8*(to-from) {
			return nil, ErrCorrupt
		}
		for len(in[t].b) > 0 {
			filter = readWords(filter, in[t].take(min(8*wordsAtOnce, len(in[t].b))))
			if err := e.pace.work(wordsAtOnce); err != nil {
				return nil, err
			}
		}
	}
	return filter, nil
}

// appendAll is the binary form of very many words.
func appendAll(words []uint64) []byte {
	b := make([]byte, 0, 8*len(words))
	for len(words) > 0 {
		n := min(wordsAtOnce, len(words))
		b = appendWords(b, words[:n])
		words = words[n:]
	}
	return b
}

const wordsAtOnce = 1 << 12

// addMarks adds what another shard marked.
func addMarks(sum []uint64, marks []byte) {
	for i := range sum {
		a, b := sum[i], binary.LittleEndian.Uint64(marks[8*i:])
		sum[i] = a | b | (a&b&lowBits)<<1
	}
}

func readWords(dst []uint64, b []byte) []uint64 {
	for ; len(b) >= 8; b = b[8:] {
		dst = append(dst, binary.LittleEndian.Uint64(b))
	}
	return dst
}

func appendWords(b []byte, words []uint64) []byte {
	for _, w := range words {
		b = putU64(b, w)
	}
	return b
}
