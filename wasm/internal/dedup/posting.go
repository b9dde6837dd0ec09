package dedup

import (
	"encoding/binary"
	"math/bits"

	"clippings/wasm/internal/shingle"
)

// A posting says that a text holds a shingle. Those of one owner are divided
// into buckets by the leading bits of the hash, so that an owner sorts each
// bucket alone, in the cache, and need not be told these bits. Where one owner
// gets very many, they are sent in rounds, each a range of the buckets.
//
// In a message a posting is the hash's low 48 bits and the text's number less
// that of the posting before it in the bucket: seven bytes as a rule.

// keySize is the bytes of a hash that are sent. With the bucket's bits they are
// about 60 of the 64: among 30 million shingles two are taken for one with a
// chance of 1 in 5,000.
const keySize = 6

// postState is what a shard knows of the postings it has to send.
type postState struct {
	buckets uint64   // of each owner
	held    []uint64 // a bit for each shingle of this shard's texts: it is posted
	posts   []bool   // by text of this shard
	size    []uint32 // by owner and bucket: bytes
	last    []uint32 // by owner and bucket: the text posted last
	counts  []uint64 // by owner: postings
	bits    uint8    // of the filter

	from, to int      // buckets of this round
	ends     []uint32 // by owner and bucket: where its next posting is written

	round  int // the next
	rounds int
}

// bucketOf is the owner of a hash and its bucket there.
func (e *Exchange) bucketOf(hash uint64) (owner, bucket int) {
	x := hash >> 32 * uint64(e.n)
	return int(x >> 32), int(x & (1<<32 - 1) * e.shard.post.buckets >> 32)
}

// bucketsFor is the number of buckets of an owner, so that each gets a few
// thousand postings at most as long as the buckets' ends fit in the cache; and
// several, for rounds to divide.
func bucketsFor(shingles uint64, owners int) uint64 {
	want := shingles / uint64(owners) / 4096
	return 1 << min(max(bits.Len64(want), 6), 12)
}

// tally finds the shingles that may stand in more than one text, one of them
// fresh, and tells everybody how many this shard posts to each owner.
//
//	by owner: postings u64
func (e *Exchange) tally(in []reader, out [][]byte) error {
	filter, err := e.readFilter(in)
	if err != nil {
		return err
	}
	s := &e.shard
	p := &s.post
	*p = postState{bits: s.bits, buckets: bucketsFor(s.total, e.n)}
	p.size = make([]uint32, uint64(e.n)*p.buckets)
	p.held = make([]uint64, s.shinglesOfMine()/64+1)
	p.posts = make([]bool, len(s.mine))
	p.last = make([]uint32, len(p.size))
	p.counts = make([]uint64, e.n)
	at := 0
	for i, t := range s.mine {
		terms := e.termsOf(t.doc)
		if !s.mayPost(t.text, terms, filter) {
			at += int(s.sizes[t.text])
			if err := e.pace.work(len(terms)/2 + 16); err != nil {
				return err
			}
			continue
		}
		p.posts[i] = true
		shingles := s.Distinct(terms)
		if s.kinds == nil {
			p.holdMany(filter, shingles, at)
		} else { // fresh texts have marked all of theirs
			p.holdMarked(filter, shingles, at)
		}
		e.measure(t.text, shingles, at)
		at += len(shingles)
		if err := e.pace.work(3*len(shingles) + 16); err != nil {
			return err
		}
	}
	var msg []byte
	for _, n := range p.counts {
		msg = putU64(msg, n)
	}
	return e.tell(out, msg)
}

// What is done for each shingle is in functions of its own, called for each text:
// a browser makes a function fast from one call to the next, never within one.

// holdMany finds which of a text's shingles were seen more than once. It has no
// branches, because the filter is not in the cache.
//
//go:noinline
func (p *postState) holdMany(filter, shingles []uint64, at int) {
	for i, h := range shingles {
		p.held[(at+i)/64] |= many(filter, h, p.bits) << ((at + i) % 64)
	}
}

// holdMarked finds which stand in a fresh text.
//
//go:noinline
func (p *postState) holdMarked(filter, shingles []uint64, at int) {
	for i, h := range shingles {
		p.held[(at+i)/64] |= marked(filter, h, p.bits) << ((at + i) % 64)
	}
}

// measure adds up the room that the postings of a text take.
//
//go:noinline
func (e *Exchange) measure(text uint32, shingles []uint64, at int) {
	p := &e.shard.post
	for i, h := range shingles {
		if p.held[(at+i)/64]>>((at+i)%64)&1 == 0 {
			continue
		}
		owner, b := e.bucketOf(h)
		b += owner * int(p.buckets)
		p.size[b] += keySize + uint32(varSize(text-p.last[b]))
		p.last[b] = text
		p.counts[owner]++
	}
}

// shinglesOfMine is how many this shard's texts have.
func (s *shardState) shinglesOfMine() int {
	n := 0
	for _, t := range s.mine {
		n += int(s.sizes[t.text])
	}
	return n
}

func varSize(v uint32) int { return (bits.Len32(v|1) + 6) / 7 }

// readTally sets the number of rounds, so that none brings an owner more than
// it has room for, and has them done.
func (e *Exchange) readTally(in []reader) error {
	most, sum := uint64(0), make([]uint64, e.n)
	for s := range in {
		for t := range sum {
			sum[t] += in[s].u64()
			most = max(most, sum[t])
		}
		if err := in[s].end(); err != nil {
			return err
		}
	}
	p := &e.shard.post
	room := uint64(e.p.RoundPostings)
	p.rounds = int(min(max((most+room-1)/room, 1), p.buckets))
	e.repeat(2, p.rounds)
	return nil
}

// bucketsOf is the range of each owner's buckets that a round brings.
func (p *postState) bucketsOf(round int) (from, to int) {
	return int(p.buckets) * round / p.rounds, int(p.buckets) * (round + 1) / p.rounds
}

// post sends the owners one round of postings.
//
//	by bucket: bytes; by bucket, each: low bits of the hash in 6 bytes, text as difference
func (e *Exchange) post(in []reader, out [][]byte) error {
	s := &e.shard
	p := &s.post
	if p.round == 0 {
		if err := e.readTally(in); err != nil {
			return err
		}
	}
	from, to := p.bucketsOf(p.round)
	p.round++
	p.from, p.to, p.ends = from, to, p.outline(out, from, to)
	clear(p.last)
	at := 0
	for i, t := range s.mine {
		if !p.posts[i] {
			at += int(s.sizes[t.text])
			continue
		}
		shingles := s.Distinct(e.termsOf(t.doc))
		e.putText(out, t.text, shingles, at)
		at += len(shingles)
		if err := e.pace.work(3*len(shingles) + 16); err != nil {
			return err
		}
	}
	if p.round == p.rounds {
		*p = postState{buckets: p.buckets, round: p.round, rounds: p.rounds}
	}
	return nil
}

// putText writes the postings of a text.
//
//go:noinline
func (e *Exchange) putText(out [][]byte, text uint32, shingles []uint64, at int) {
	p := &e.shard.post
	for i, h := range shingles {
		if p.held[(at+i)/64]>>((at+i)%64)&1 == 0 {
			continue
		}
		owner, b := e.bucketOf(h)
		if b < p.from || b >= p.to {
			continue
		}
		b += owner * int(p.buckets)
		msg := out[owner][p.ends[b]:]
		binary.LittleEndian.PutUint32(msg, uint32(h))
		binary.LittleEndian.PutUint16(msg[4:], uint16(h>>32))
		p.ends[b] += keySize + uint32(binary.PutUvarint(msg[keySize:], uint64(text-p.last[b])))
		p.last[b] = text
	}
}

// mayPost reports whether any shingle of a text may be posted. An old text is
// looked through without finding out which are distinct.
func (s *shardState) mayPost(text uint32, terms []uint64, filter []uint64) bool {
	if s.isFresh(text) || len(terms) < shingle.Len {
		return true
	}
	hit := uint64(0)
	s.each = shingle.Each(s.each[:0], terms)
	for _, h := range s.each {
		hit |= marked(filter, h, s.bits)
	}
	return hit != 0
}

// outline makes the messages of a round with room for all and tells where each
// bucket begins in them.
func (p *postState) outline(out [][]byte, from, to int) (starts []uint32) {
	starts = make([]uint32, len(p.size))
	for t := range out {
		sizes := p.size[t*int(p.buckets):][from:to]
		total, head := 0, []byte(nil)
		for _, n := range sizes {
			head = putVar(head, n)
			total += int(n)
		}
		msg := make([]byte, len(head)+total)
		at := uint32(copy(msg, head))
		for b, n := range sizes {
			starts[t*int(p.buckets)+from+b] = at
			at += n
		}
		out[t] = msg
	}
	return starts
}
