package index

import (
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func noYield() error { return nil }

func hashOf(term string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(term))
	return h.Sum64()
}

// place is one word of a test document.
type place struct {
	term     string
	position uint32
	field    Field
}

// randomDocs makes documents over few terms, so that posting lists are long,
// and of varying length, so that numbers need one byte and several.
func randomDocs(r *rand.Rand, n, terms int) [][]place {
	docs := make([][]place, n)
	for d := range docs {
		position, field := uint32(0), Title
		for range r.IntN(30) {
			term := fmt.Sprintf("t%d", min(r.IntN(terms), r.IntN(terms)))
			docs[d] = append(docs[d], place{term, position, field})
			if r.IntN(5) == 0 { // a second form at the same place
				docs[d] = append(docs[d], place{term + "x", position, field})
			}
			position += 1 + uint32(r.IntN(3)/2)
			if r.IntN(20) == 0 {
				position += uint32(r.IntN(100_000))
			}
			if r.IntN(6) == 0 {
				field = Field(r.IntN(numFields))
			}
		}
	}
	return docs
}

func build(t *testing.T, x *Index, docs [][]place, flush func(d int) bool) {
	for d, doc := range docs {
		x.Begin()
		for _, p := range doc {
			x.Add(&Token{Term: []byte(p.term), Hash: hashOf(p.term), Position: p.position, Field: p.field})
		}
		if got := x.End(); got != uint32(d) {
			t.Fatalf("document %d has number %d", d, got)
		}
		if flush(d) {
			if err := x.Flush(noYield); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := x.Flush(noYield); err != nil {
		t.Fatal(err)
	}
}

// posting is a posting as a plain index would hold it.
type posting struct {
	doc, weight uint32
	positions   []uint32
}

// plain is the index of docs as a map.
func plain(docs [][]place) map[string][]posting {
	out := map[string][]posting{}
	for d, doc := range docs {
		for _, p := range doc {
			list := out[p.term]
			if len(list) == 0 || list[len(list)-1].doc != uint32(d) {
				list = append(list, posting{doc: uint32(d)})
			}
			last := &list[len(list)-1]
			last.weight += p.field.Weight()
			if p.field == Title {
				last.weight |= InTitle
			}
			last.positions = append(last.positions, p.position)
			out[p.term] = list
		}
	}
	return out
}

// read is all postings of a term, by blocks, checked against reading by
// document.
func read(t *testing.T, x *Index, term string) []posting {
	var out []posting
	var p, q Postings
	for _, s := range x.Segments() {
		id, ok := s.Find([]byte(term))
		if !ok {
			continue
		}
		p.Open(s, id)
		q.Open(s, id)
		for {
			docs, weights := p.NextBlock()
			if len(docs) == 0 {
				break
			}
			for i, d := range docs {
				if !q.Seek(d) || q.Doc() != d || q.Weight() != weights[i] {
					t.Fatalf("%s: seeking %d finds another posting", term, d)
				}
				out = append(out, posting{s.Base() + d, weights[i], q.AppendPositions(nil)})
			}
		}
		if q.Seek(s.Documents()) {
			t.Fatalf("%s: a posting past the last document", term)
		}
	}
	return out
}

func TestIndex(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 2))
		docs := randomDocs(r, 1+r.IntN(900), 1+r.IntN(120))
		want := plain(docs)
		for _, every := range []int{1 << 30, 100, 7} {
			x := New()
			build(t, x, docs, func(d int) bool { return d%every == every-1 })
			if x.Documents() != uint32(len(docs)) {
				t.Fatalf("%d documents, want %d", x.Documents(), len(docs))
			}
			for term, list := range want {
				if got := read(t, x, term); !reflect.DeepEqual(got, list) {
					t.Fatalf("seed %d, a flush every %d, %s:\ngot  %v\nwant %v", seed, every, term, got, list)
				}
			}
			checkDictionary(t, x, want)
			checkFields(t, x, docs)
		}
	}
}

func checkDictionary(t *testing.T, x *Index, want map[string][]posting) {
	for _, s := range x.Segments() {
		for i := range s.Terms() {
			term := s.Term(i)
			if i > 0 && bytes.Compare(s.Term(i-1), term) >= 0 {
				t.Fatalf("terms %q, %q out of order", s.Term(i-1), term)
			}
			if want[string(term)] == nil {
				t.Fatalf("term %q was never added", term)
			}
		}
		from, to := s.Range([]byte("t1"))
		for i := range s.Terms() {
			if bytes.HasPrefix(s.Term(i), []byte("t1")) != (i >= from && i < to) {
				t.Fatalf("t1* is [%d, %d), but %q is %d", from, to, s.Term(i), i)
			}
		}
	}
}

func checkFields(t *testing.T, x *Index, docs [][]place) {
	for _, s := range x.Segments() {
		total := uint64(0)
		for d := range s.Documents() {
			length, last, run := uint32(0), -1, -1
			var before Field
			for _, p := range docs[s.Base()+d] {
				if int(p.position) != last {
					length += lengthWeights[p.field]
				}
				if last < 0 || p.field != before {
					run++
				}
				last, before = int(p.position), p.field
				if gotRun, got := s.Run(d, p.position); got != p.field || gotRun != run {
					t.Fatalf("document %d, position %d: run %d %s, want %d %s", d, p.position, gotRun, got, run, p.field)
				}
			}
			if s.Lengths()[d] != length {
				t.Fatalf("document %d is %d long, want %d", d, s.Lengths()[d], length)
			}
			total += uint64(length)
		}
		if s.totalLength != total {
			t.Fatalf("total length %d, want %d", s.totalLength, total)
		}
	}
}

// Seeking any rising sequence of documents finds the first posting at or after
// each, and its positions.
func TestSeek(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	docs := randomDocs(r, 3000, 40)
	x := New()
	build(t, x, docs, func(int) bool { return false })
	want := plain(docs)
	s := x.Segments()[0]
	var p Postings
	for term, list := range want {
		id, _ := s.Find([]byte(term))
		for _, step := range []int{1, 3, 50, 700} {
			p.Open(s, id)
			i, doc := 0, uint32(0)
			for {
				doc += uint32(r.IntN(step))
				for i < len(list) && list[i].doc < doc {
					i++
				}
				if ok := p.Seek(doc); ok != (i < len(list)) {
					t.Fatalf("%s from %d: found %t", term, doc, ok)
				}
				if i == len(list) {
					break
				}
				if p.Doc() != list[i].doc || p.Weight() != list[i].weight {
					t.Fatalf("%s from %d: document %d, want %d", term, doc, p.Doc(), list[i].doc)
				}
				if got := p.AppendPositions(nil); !slices.Equal(got, list[i].positions) {
					t.Fatalf("%s in %d: at %v, want %v", term, p.Doc(), got, list[i].positions)
				}
				doc = p.Doc() + 1
			}
		}
	}
}

// The example of the package comment, byte for byte.
func TestFormat(t *testing.T) {
	x := New()
	build(t, x, [][]place{
		{{"peace", 0, Body}, {"talks", 1, Body}, {"peace", 2, Body}},
		{{"talks", 0, Body}},
	}, func(int) bool { return false })
	s := x.Segments()[0]
	for _, c := range []struct{ name, got, want string }{
		{"terms", string(s.terms), "peacetalks"},
		{"termStart", fmt.Sprint(s.termStart), "[0 5 10]"},
		{"postings", fmt.Sprint(s.postings), "[0 1 3]"},
		{"docs", fmt.Sprint(s.docs), "[0 4 0 2 1 2]"},
		{"docStart", fmt.Sprint(s.docStart), "[0 2 6]"},
		{"positions", fmt.Sprint(s.positions), "[0 2 1 0]"},
		{"posStart", fmt.Sprint(s.posStart), "[0 2 4]"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, c.got, c.want)
		}
	}
}

// A flush that is cancelled at any point loses nothing.
func TestFlushCancelled(t *testing.T) {
	docs := randomDocs(rand.New(rand.NewPCG(4, 4)), 500, 5000)
	cancelled := errors.New("cancelled")
	x := New()
	build(t, x, docs[:300], func(int) bool { return false })
	for d, doc := range docs[300:] {
		x.Begin()
		for _, p := range doc {
			x.Add(&Token{Term: []byte(p.term), Hash: hashOf(p.term), Position: p.position, Field: p.field})
		}
		if x.End() != uint32(300+d) {
			t.Fatal("wrong number")
		}
	}
	for n := 0; ; n++ {
		left := n
		err := x.Flush(func() error {
			if left--; left < 0 {
				return cancelled
			}
			return nil
		})
		if err == nil {
			break
		}
		if err != cancelled || x.Documents() != 300 {
			t.Fatalf("after %d yields: %v, %d documents", n, err, x.Documents())
		}
	}
	for term, list := range plain(docs) {
		if got := read(t, x, term); !reflect.DeepEqual(got, list) {
			t.Fatalf("%s: got %v, want %v", term, got, list)
		}
	}
}

// Tokens that break the rules are left out, and break nothing.
func TestAddOutOfOrder(t *testing.T) {
	x := New()
	x.Add(&Token{Term: []byte("lost")})
	x.Begin()
	for _, position := range []uint32{5, 4, 5, 1 << 31, 6} {
		x.Add(&Token{Term: []byte("a"), Hash: 1, Position: position, Field: Body})
	}
	x.Add(&Token{Term: []byte("b"), Hash: 1, Position: 6, Field: Body}) // the same hash
	x.End()
	if err := x.Flush(noYield); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(read(t, x, "a"), read(t, x, "b"), read(t, x, "lost")); got != "[{0 4 [5 6]}] [{0 2 [6]}] []" {
		t.Error(got)
	}
}
