package dedup

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// posting says that a text holds a shingle.
type posting struct {
	hash uint64
	text uint32
}

// postingSize is the bytes of a posting in a message: hash u64, text u32.
const postingSize = 12

// post sends the owners the postings of the shingles that may stand in more
// than one text.
func (e *Exchange) post(in []reader, out [][]byte) error {
	filter, err := e.readFilter(in)
	if err != nil {
		return err
	}
	s := &e.shard
	for _, t := range s.mine {
		shingles := s.Distinct(e.termsOf(int(t.doc)))
		for _, h := range shingles {
			if many(filter, h, s.bits) {
				o := e.ownerOf(h)
				out[o] = putU32(putU64(out[o], h), t.text)
			}
		}
		if err := e.pace.work(3*len(shingles) + 16); err != nil {
			return err
		}
	}
	return nil
}

// lists are the posting lists of one owner: for each shingle in two texts or
// more, the numbers of the texts, ascending, the last with lastOfList set. Light
// lists come first, heavy ones after them.
type lists struct {
	texts []uint32
	heavy int // index in texts of the first heavy list
}

const lastOfList = 1 << 31

// readPostings sorts what the shards posted to this owner into lists.
//
// Hashes are even, so one pass puts them into buckets of about eight by their
// leading bits; each bucket is sorted alone, in the cache.
func (e *Exchange) readPostings(in []reader) (*lists, error) {
	total, texts := 0, uint32(len(e.shard.sizes))
	for s := range in {
		if len(in[s].b)%postingSize != 0 {
			return nil, ErrCorrupt
		}
		total += len(in[s].b) / postingSize
	}
	b := e.newBuckets(total)
	for s := range in {
		if err := e.eachPosting(in[s].b, func(p posting) { b.end[b.of(p.hash)+1]++ }); err != nil {
			return nil, err
		}
	}
	for i := 1; i < len(b.end); i++ {
		b.end[i] += b.end[i-1]
	}
	all := make([]posting, total)
	good := true
	for s := range in {
		err := e.eachPosting(in[s].b, func(p posting) {
			good = good && p.text < texts
			at := b.of(p.hash)
			all[b.end[at]] = p
			b.end[at]++
		})
		if err != nil {
			return nil, err
		}
		in[s].b = nil
	}
	if !good {
		return nil, ErrCorrupt
	}
	return e.joinPostings(all, b)
}

// buckets spreads the hashes of an owner's range over 2^n buckets.
type buckets struct {
	first uint64 // the first hash of the range
	shift uint   // (hash-first)>>shift is the bucket
	end   []uint32
}

func (e *Exchange) newBuckets(postings int) *buckets {
	from, to := e.blockRange(e.self)
	unit := 64 - uint(e.shard.bits) + uint(bits.TrailingZeros(slotsPerBlock))
	width := uint(bits.Len(uint(max(to-from-1, 0)))) + unit // bits of hash-first
	want := uint(bits.Len(uint(postings / 8)))
	b := &buckets{first: uint64(from) << unit}
	b.shift = width - min(want, width)
	b.end = make([]uint32, 1<<(width-b.shift)+2)
	return b
}

func (b *buckets) of(hash uint64) int {
	return min(int((hash-b.first)>>b.shift), len(b.end)-2)
}

func (e *Exchange) eachPosting(msg []byte, do func(posting)) error {
	const chunk = postingSize << 14
	for len(msg) > 0 {
		part := msg[:min(chunk, len(msg))]
		msg = msg[len(part):]
		if err := e.pace.work(len(part) / postingSize); err != nil {
			return err
		}
		for ; len(part) >= postingSize; part = part[postingSize:] {
			do(posting{binary.LittleEndian.Uint64(part), binary.LittleEndian.Uint32(part[8:])})
		}
	}
	return nil
}

// joinPostings makes lists of bucketed postings. A text that posts a hash twice
// counts once.
func (e *Exchange) joinPostings(all []posting, b *buckets) (*lists, error) {
	l := &lists{}
	var heavy []uint32
	from := uint32(0)
	for _, end := range b.end[:len(b.end)-1] {
		bucket := all[from:end]
		if err := e.pace.work(len(bucket)*8 + 8); err != nil {
			return nil, err
		}
		from = end
		sortPostings(bucket)
		for len(bucket) > 0 {
			n := 1
			for n < len(bucket) && bucket[n].hash == bucket[0].hash {
				n++
			}
			if n > e.p.HeavyDF {
				heavy = appendList(heavy, bucket[:n])
			} else {
				l.texts = appendList(l.texts, bucket[:n])
			}
			bucket = bucket[n:]
		}
	}
	l.heavy = len(l.texts)
	l.texts = append(l.texts, heavy...)
	return l, nil
}

func appendList(dst []uint32, postings []posting) []uint32 {
	start := len(dst)
	for i, p := range postings {
		if i == 0 || p.text != postings[i-1].text {
			dst = append(dst, p.text)
		}
	}
	if len(dst) == start+1 {
		return dst[:start]
	}
	dst[len(dst)-1] |= lastOfList
	return dst
}

func comparePostings(a, b posting) int {
	if a.hash != b.hash {
		return cmp.Compare(a.hash, b.hash)
	}
	return cmp.Compare(a.text, b.text)
}

// sortPostings sorts by insertion what is as short as nearly all buckets are.
func sortPostings(p []posting) {
	if len(p) > 24 {
		slices.SortFunc(p, comparePostings)
		return
	}
	for i := 1; i < len(p); i++ {
		for j := i; j > 0 && comparePostings(p[j], p[j-1]) < 0; j-- {
			p[j], p[j-1] = p[j-1], p[j]
		}
	}
}
