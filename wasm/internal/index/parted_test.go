package index

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// slowFile is a file of which a block comes when it has been asked for and fetch is
// called.
type slowFile struct {
	whole, b []byte
	front    int
	come     []bool
	wanted   []int
}

const slowBlock = 100

func newSlowFile(whole []byte, front int) *slowFile {
	f := &slowFile{whole: whole, b: make([]byte, len(whole)), front: front}
	copy(f.b, whole[:front])
	f.come = make([]bool, (len(whole)-front+slowBlock-1)/slowBlock)
	return f
}

func (f *slowFile) Bytes() []byte { return f.b }

func (f *slowFile) Ask(from, to int) bool {
	if from >= to || f.front == len(f.b) {
		return true
	}
	before := len(f.wanted)
	for i := (from - f.front) / slowBlock; i*slowBlock+f.front < to; i++ {
		if !f.come[i] {
			f.wanted = append(f.wanted, i)
		}
	}
	return len(f.wanted) == before
}

// fetch has what is wanted come and reports whether there was any.
func (f *slowFile) fetch() bool {
	for _, i := range f.wanted {
		at := f.front + i*slowBlock
		copy(f.b[at:min(at+slowBlock, len(f.b))], f.whole[at:])
		f.come[i] = true
	}
	found := len(f.wanted) > 0
	f.wanted = nil
	return found
}

// all has everything come.
func (f *slowFile) all() {
	f.Ask(f.front, len(f.whole))
	f.fetch()
}

// question asks something of a segment.
type question func(s *Segment) any

// questions are some of all that is asked of segments.
func questions(r *rand.Rand, s *Segment) []question {
	var list []question
	for range 40 {
		t := r.Uint32N(s.Terms())
		term := slices.Clone(s.Term(t))
		from := r.Uint32N(s.Documents())
		marks := make([]uint64, (s.Documents()+63)/64)
		marks[from/64] = r.Uint64()
		list = append(list,
			func(s *Segment) any {
				t, ok := s.Find(term)
				if !ok {
					return nil
				}
				return []uint32{t, s.Frequency(t, t+1)}
			},
			func(s *Segment) any { _, ok := s.Find(append(term, 'x')); return ok },
			func(s *Segment) any { return string(s.Term(t)) },
			func(s *Segment) any {
				prefix := term[:min(len(term), 1)]
				from, to := s.Range(prefix)
				return []uint32{from, to, s.Frequency(from, to)}
			},
			func(s *Segment) any { return fmt.Sprint(s.Run(from, 5)) },
			func(s *Segment) any { return postingsOf(s, t, from) },
			func(s *Segment) any {
				var all []uint32
				s.Places(t, marks, func(doc, position uint32) { all = append(all, doc, position) })
				return all
			},
			func(s *Segment) any {
				sums, marks := make([]uint32, s.Documents()), make([]uint64, (s.Documents()+63)/64)
				s.Accumulate(t, sums, marks)
				return [][]uint32{sums}
			},
			func(s *Segment) any {
				var all []uint32
				_ = s.Similar(term, SimilarOptions{Edits: 1 + int(t%2), Prefix: t%3 == 0}, func(t uint32, edits int) { all = append(all, t, uint32(edits)) }, noYield)
				return all
			})
	}
	if s.ranges != nil {
		for i := range s.ranges.Terms() {
			from, to := keyRange(s.ranges.Term(i))
			list = append(list, func(s *Segment) any {
				var p Postings
				if !s.OpenRange(&p, from, to) {
					return nil
				}
				var all []uint32
				for docs, weights := p.NextBlock(); len(docs) > 0; docs, weights = p.NextBlock() {
					all = append(append(all, docs...), weights...)
				}
				return all
			})
		}
	}
	return list
}

// postingsOf is all postings of a term from a document on, with their positions.
func postingsOf(s *Segment, t, from uint32) []uint32 {
	var p Postings
	p.Open(s, t)
	var all []uint32
	for p.Seek(from) {
		all = p.AppendPositions(append(all, p.Doc(), p.Weight()))
		from = p.Doc() + 1
	}
	return all
}

// What is asked until nothing is missed is answered as by the whole segment, in
// whatever order it is asked, and once all has come it is that segment.
func TestParted(t *testing.T) {
	for seed := range uint64(9) {
		r := rand.New(rand.NewPCG(seed, 3))
		for _, whole := range mixedIndex(t, seed, []int{3, 700, 6000}[seed%3]).Segments() {
			if seed > 6 {
				whole = manyTermed(t, r)
			}
			b, front := whole.AppendParted(nil)
			file := newSlowFile(b, front)
			s, err := OpenParted(file)
			if err != nil {
				t.Fatal(err)
			}
			if file.fetch() {
				t.Fatal("opening asked for more than the front")
			}
			all := questions(r, whole)
			r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
			for _, ask := range all {
				got := ask(s)
				for file.fetch() {
					got = ask(s)
				}
				if want := ask(whole); !reflect.DeepEqual(got, want) {
					t.Fatalf("seed %d: got %.200v, want %.200v", seed, got, want)
				}
			}
			file.all()
			again, err := s.Whole(noYield)
			if err != nil || s.IsDamaged() {
				t.Fatal(err, s.IsDamaged())
			}
			again.ranges, whole.ranges = emptied(again.ranges), emptied(whole.ranges)
			checkSameSegment(t, again, whole)
		}
	}
}

// emptied is lists of beginnings, nil if there are none.
func emptied(lists *Segment) *Segment {
	if lists == nil || lists.Terms() == 0 {
		return nil
	}
	lists.positions = nil
	return lists
}

// manyTermed is a segment with some blocks of dictionary.
func manyTermed(t *testing.T, r *rand.Rand) *Segment {
	x := New()
	for d := range 300 {
		x.Begin()
		for at := range uint32(60) {
			word := fmt.Sprintf("w%x", r.IntN(1+d*20))
			x.Add(&Token{Term: []byte(word), Hash: hashOf(word), Position: at, Field: Body})
		}
		x.End()
	}
	if err := x.Flush(noYield); err != nil {
		t.Fatal(err)
	}
	return x.Segments()[0]
}

// A query is answered from a small part of the file.
func TestPartedIsLittle(t *testing.T) {
	whole := manyTermed(t, rand.New(rand.NewPCG(1, 2)))
	b, front := whole.AppendParted(nil)
	file := newSlowFile(b, front)
	s, err := OpenParted(file)
	if err != nil {
		t.Fatal(err)
	}
	for asked := true; asked; asked = file.fetch() {
		if term, ok := s.Find([]byte("w7")); ok {
			postingsOf(s, term, 0)
		}
	}
	come := 0
	for _, is := range file.come {
		if is {
			come++
		}
	}
	if come == 0 || come > len(file.come)/3 {
		t.Errorf("%d of %d blocks came, front %d of %d", come, len(file.come), front, len(b))
	}
}

// Whatever comes, nothing falls over, and what is whole in the end can be written
// and read.
func FuzzParted(f *testing.F) {
	for seed, documents := range []int{1, 3, 20, 400} {
		for _, s := range mixedIndex(f, uint64(seed), documents).Segments() {
			b, _ := s.AppendParted(nil)
			f.Add(b, uint64(seed), byte(1))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte, seed uint64, turned byte) {
		if len(b) > partedHead {
			r := rand.New(rand.NewPCG(seed, 1))
			b = slices.Clone(b)
			b[r.IntN(len(b))] ^= turned
		}
		s, err := OpenParted(newSlowFile(b, len(b)))
		if err != nil {
			if !errors.Is(err, ErrCorrupt) && !errors.Is(err, ErrVersion) {
				t.Fatal(err)
			}
			return
		}
		if s.Terms() > 0 && s.Documents() > 0 {
			for _, ask := range questions(rand.New(rand.NewPCG(seed, 2)), s)[:20] {
				ask(s)
			}
		}
		whole, err := s.Whole(noYield)
		if err != nil {
			if !errors.Is(err, ErrCorrupt) {
				t.Fatal(err)
			}
			return
		}
		if _, err := DecodeSegment(whole.AppendTo(nil), noYield); err != nil {
			t.Fatal(err)
		}
	})
}
