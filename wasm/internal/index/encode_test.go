package index

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"reflect"
	"testing"
)

// mixedIndex is an index of several segments with long lists, furniture, far
// positions and heavy ranges.
func mixedIndex(t testing.TB, seed uint64, documents int) *Index {
	r := rand.New(rand.NewPCG(seed, 11))
	docs := withFurniture(r, randomDocs(r, documents, 1+r.IntN(300)))
	for d := range docs {
		if len(docs[d]) > 0 && r.IntN(50) == 0 {
			last := docs[d][len(docs[d])-1]
			for i := range uint32(400) {
				docs[d] = append(docs[d], place{"again", last.position + 1 + i*uint32(d), Body})
			}
		}
	}
	x := New()
	every := 1 + r.IntN(documents)
	for d, doc := range docs {
		x.Begin()
		for _, p := range doc {
			x.Add(&Token{Term: []byte(p.term), Hash: hashOf(p.term), Position: p.position, Field: p.field})
		}
		x.End()
		if d%every == every-1 {
			x.Flush(noYield)
		}
	}
	if err := x.Flush(noYield); err != nil {
		t.Fatal(err)
	}
	return x
}

// What is opened is what was written, to the last number.
func TestEncode(t *testing.T) {
	for seed := range uint64(12) {
		documents := []int{1, 30, 700, 6000}[seed%4]
		x := mixedIndex(t, seed, documents)
		var opened []*Segment
		for _, s := range x.Segments() {
			b := s.AppendTo([]byte("before"))[6:]
			var w bytes.Buffer
			if n, err := s.WriteTo(&w); err != nil || n != int64(len(b)) || !bytes.Equal(w.Bytes(), b) {
				t.Fatalf("WriteTo writes something else: %d bytes, %v", n, err)
			}
			got, err := DecodeSegment(b, noYield)
			if err != nil {
				t.Fatal(err)
			}
			checkSameSegment(t, got, s)
			if !bytes.Equal(got.AppendTo(nil), b) {
				t.Fatal("encoded again it differs")
			}
			opened = append(opened, got)
		}
		y, err := Open(opened)
		if err != nil {
			t.Fatal(err)
		}
		if y.Documents() != x.Documents() || y.TotalLength() != x.TotalLength() {
			t.Fatal("another number of documents, or length")
		}
		checkGrowing(t, x, y)
		if len(opened) > 1 {
			if _, err := Open(opened[1:]); !errors.Is(err, ErrCorrupt) {
				t.Fatalf("opened without its first segment: %v", err)
			}
		}
	}
}

// checkSameSegment compares all fields; slices without content are equal.
func checkSameSegment(t *testing.T, got, want *Segment) {
	t.Helper()
	g, w := reflect.ValueOf(*got), reflect.ValueOf(*want)
	for i := range g.NumField() {
		name := g.Type().Field(i).Name
		switch a, b := g.Field(i), w.Field(i); {
		case name == "ranges":
			if a.IsNil() != b.IsNil() {
				t.Fatal("lists of heavy ranges are missing")
			} else if !a.IsNil() {
				checkSameSegment(t, got.ranges, want.ranges)
			}
		case a.Kind() == reflect.Slice:
			if a.Len() != b.Len() {
				t.Fatalf("%s: %d long, want %d", name, a.Len(), b.Len())
			}
			for j := range a.Len() {
				if a.Index(j).Uint() != b.Index(j).Uint() {
					t.Fatalf("%s[%d]: got %d, want %d", name, j, a.Index(j).Uint(), b.Index(j).Uint())
				}
			}
		case name != "totalLength" || got.unit != unionUnit:
			if !a.Equal(b) {
				t.Fatalf("%s: got %v, want %v", name, a, b)
			}
		}
	}
}

// checkGrowing adds the same to both, which merges what was opened.
func checkGrowing(t *testing.T, x, y *Index) {
	docs := randomDocs(rand.New(rand.NewPCG(12, 12)), 1000, 50)
	for _, z := range []*Index{x, y} {
		for _, doc := range docs {
			z.Begin()
			for _, p := range doc {
				z.Add(&Token{Term: []byte(p.term), Hash: hashOf(p.term), Position: p.position, Field: p.field})
			}
			z.End()
		}
		if err := z.Flush(noYield); err != nil {
			t.Fatal(err)
		}
	}
	if len(x.Segments()) != len(y.Segments()) {
		t.Fatal("opened, the index merges otherwise")
	}
	for i, s := range x.Segments() {
		if !bytes.Equal(s.AppendTo(nil), y.Segments()[i].AppendTo(nil)) {
			t.Fatal("opened, the index grows otherwise")
		}
	}
}

// A file that is cut off, changed anywhere, of another kind or version is
// refused.
func TestDecodeDamaged(t *testing.T) {
	whole := mixedIndex(t, 1, 40).Segments()[0].AppendTo(nil)
	for n := range whole {
		if _, err := DecodeSegment(whole[:n:n], noYield); !errors.Is(err, ErrCorrupt) {
			t.Fatalf("cut off at %d: %v", n, err)
		}
		b := bytes.Clone(whole)
		b[n] ^= 1 << (n % 8)
		_, err := DecodeSegment(b, noYield)
		want := ErrCorrupt
		if n == len(encodingMagic) {
			want = ErrVersion
		}
		if !errors.Is(err, want) {
			t.Fatalf("byte %d changed: %v", n, err)
		}
	}
	if _, err := DecodeSegment(append(bytes.Clone(whole), 0), noYield); !errors.Is(err, ErrCorrupt) {
		t.Fatalf("longer: %v", err)
	}
}

// The bytes of version 1 are those they have been: a change of the format needs
// another version.
func TestEncodedFormat(t *testing.T) {
	const name = "testdata/segment.v1"
	x := New()
	build(t, x, [][]place{
		{{"peace", 0, Title}, {"talks", 1, Title}, {"peace", 2, Body}, {"\x01menu", 3, Furniture}},
		{{"talks", 0, Body}, {"talks", 900, Body}},
	}, func(int) bool { return false })
	got := x.Segments()[0].AppendTo(nil)
	if os.Getenv("CLIPPINGS_UPDATE") != "" {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got  %x\nwant %x", got, want)
	}
}

func TestDecodeCancelled(t *testing.T) {
	b := mixedIndex(t, 3, 6000).Segments()[0].AppendTo(nil)
	cancelled := errors.New("cancelled")
	for n := 0; ; n++ {
		left := n
		_, err := DecodeSegment(b, func() error {
			if left--; left < 0 {
				return cancelled
			}
			return nil
		})
		if err == nil {
			if n < 2 {
				t.Errorf("%d yields", n)
			}
			return
		}
		if err != cancelled {
			t.Fatal(err)
		}
	}
}

// sign makes the checksum of a file right.
func sign(b []byte) []byte {
	if len(b) < crc32.Size {
		return b
	}
	body := b[:len(b)-crc32.Size]
	return binary.LittleEndian.AppendUint32(bytes.Clone(body), crc32.ChecksumIEEE(body))
}

// useAll reads everything there is in a segment, in every way there is.
func useAll(t *testing.T, s *Segment) {
	var p, q Postings
	sums, marks := make([]uint32, s.Documents()), make([]uint64, (s.Documents()+63)/64)
	var positions []uint32
	for i := range min(s.Terms(), 400) {
		if at, ok := s.Find(s.Term(i)); !ok || at != i {
			t.Fatalf("term %d is not found", i)
		}
		p.Open(s, i)
		q.Open(s, i)
		n, last := 0, -1
		for docs, weights := p.NextBlock(); len(docs) > 0; docs, weights = p.NextBlock() {
			for j, d := range docs {
				if int(d) <= last || d >= s.Documents() {
					t.Fatalf("document %d after %d of %d", d, last, s.Documents())
				}
				last = int(d)
				if n++; n%3 == 0 || j == 127 {
					if !q.Seek(d) || q.Doc() != d || q.Weight() != weights[j] {
						t.Fatalf("seeking %d finds another posting", d)
					}
					positions = q.AppendPositions(positions[:0])
					for k, position := range positions {
						if k > 0 && position < positions[k-1] {
							t.Fatal("positions fall")
						}
						s.Run(d, position)
					}
				}
			}
		}
		if uint32(n) != s.Frequency(i, i+1) {
			t.Fatalf("%d postings, want %d", n, s.Frequency(i, i+1))
		}
		s.Accumulate(i, sums, marks)
		for length := range s.Term(i)[:min(len(s.Term(i)), 3)] {
			from, to := s.Range(s.Term(i)[:length])
			if s.OpenRange(&p, from, to) {
				for docs, _ := p.NextBlock(); len(docs) > 0; docs, _ = p.NextBlock() {
					sums[docs[len(docs)-1]] = 0
				}
			}
		}
		if i < 40 {
			for _, opts := range []SimilarOptions{{0, false}, {1, true}, {2, false}, {2, true}} {
				s.Similar(s.Term(i), opts, func(term uint32, _ int) { s.Term(term) }, noYield)
			}
		}
	}
}

// fileOf is a file of these parts, with the lengths and the checksum they have.
func fileOf(h header, numbers, terms, docs, positions, lists []byte) []byte {
	h.numbers, h.termBytes, h.docBytes = uint32(len(numbers)), uint32(len(terms)), uint32(len(docs))
	h.positionBytes, h.listBytes = uint32(len(positions)), uint32(len(lists))
	b := append([]byte(encodingMagic), encodingVersion)
	for _, n := range h.all() {
		b = binary.LittleEndian.AppendUint32(b, *n)
	}
	for _, part := range [][]byte{numbers, terms, docs, positions, lists, make([]byte, crc32.Size)} {
		b = append(b, part...)
	}
	return sign(b)
}

// FuzzDecodeSegment opens files that are right in their lengths and checksum
// and hold anything.
func FuzzDecodeSegment(f *testing.F) {
	for seed, documents := range []int{1, 3, 20, 400} {
		for _, s := range mixedIndex(f, uint64(seed), documents).Segments() {
			h, _ := decodeHead(s.AppendTo(nil))
			lists := s.ranges
			if lists == nil {
				lists = &Segment{termStart: []uint32{0}}
			}
			f.Add(h.base, h.documents, h.terms, h.lists, h.tokens, h.runs,
				s.appendNumbers(nil, lists), s.terms, s.docs, s.positions, lists.docs)
		}
	}
	// One document, one term at 3; a list of it.
	f.Add(uint32(0), uint32(1), uint32(1), uint32(1), uint32(1), uint32(1),
		[]byte{1, 1, 2, 1, 2, 1, 3<<3 | byte(Body), 0, 1, 1, 2}, []byte("a"), []byte{0, 2}, []byte{3}, []byte{0, 4})
	f.Fuzz(func(t *testing.T, base, documents, terms, lists, tokens, runs uint32, numbers, termBytes, docs, positions, listDocs []byte) {
		b := fileOf(header{base: base, documents: documents, terms: terms, lists: lists, tokens: tokens, runs: runs},
			numbers, termBytes, docs, positions, listDocs)
		s, err := DecodeSegment(b, noYield)
		if err != nil {
			if !errors.Is(err, ErrCorrupt) {
				t.Fatal(err)
			}
			return
		}
		useAll(t, s)
		again, err := DecodeSegment(s.AppendTo(nil), noYield)
		if err != nil {
			t.Fatal(err)
		}
		checkSameSegment(t, again, s)
		mergeWithOne(t, s)
	})
}

// mergeWithOne merges a segment with one of one document.
func mergeWithOne(t *testing.T, s *Segment) {
	x := Index{segments: []*Segment{s}, flushed: s.base + s.Documents()}
	x.Begin()
	x.Add(&Token{Term: []byte("t1"), Hash: 1, Field: Body})
	x.End()
	if err := x.Flush(noYield); err != nil {
		t.Fatal(err)
	}
	for _, s := range x.Segments() {
		useAll(t, s)
	}
}

// Files damaged at random but with the right checksum: none does harm, and some
// are opened.
func TestDecodeHostile(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 13))
	opened := 0
	for seed := range uint64(4) {
		whole := mixedIndex(t, seed, 300).Segments()[0].AppendTo(nil)
		for range 500 {
			b := bytes.Clone(whole)
			for range 1 + r.IntN(3) {
				b[r.IntN(len(b))] = byte(r.Uint32())
			}
			if s, err := DecodeSegment(sign(b), noYield); err == nil {
				opened++
				useAll(t, s)
			}
		}
	}
	if opened == 0 {
		t.Error("none was opened")
	}
	t.Logf("%d of 2000 opened", opened)
}

// BenchmarkDecode is opening a segment, and BenchmarkEncode writing it.
func BenchmarkDecode(b *testing.B) {
	file, tokens := benchFile(b)
	best(b, tokens, "token", func() {
		if _, err := DecodeSegment(file, noYield); err != nil {
			b.Fatal(err)
		}
	})
	b.ReportMetric(float64(len(file))/float64(tokens), "bytes/token")
}

func BenchmarkEncode(b *testing.B) {
	file, tokens := benchFile(b)
	s, _ := DecodeSegment(file, noYield)
	best(b, tokens, "token", func() { s.AppendTo(file[:0]) })
}

func benchFile(b *testing.B) (file []byte, tokens int) {
	x := New()
	addAll(x, benchTokens(benchSize))
	s, err := x.next.seal(0, noYield)
	if err != nil {
		b.Fatal(err)
	}
	return s.AppendTo(nil), benchSize
}
