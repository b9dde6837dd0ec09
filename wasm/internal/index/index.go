package index

// Index is a growing set of searchable documents. The zero value is empty and
// ready. One goroutine at a time adds and flushes. What is searchable may be read
// meanwhile, save while Put or Flush is called: Seal, which takes long, is the part
// of Flush that does not mind.
//
//	for each document {
//		x.Begin()
//		for each word { x.Add(token) }
//		doc := x.End()
//		if x.Due() { err = x.Flush(yield) }
//	}
//	err = x.Flush(yield)
//
// Answers are the same however the flushes fall.
type Index struct {
	segments []*Segment
	flushed  uint32 // documents in segments
	next     builder
}

const (
	// dueTokens is when a flush is due: 50 MB of English text, for which the
	// builder takes 40 MB.
	dueTokens = 8 << 20
	// maxTokens is past what no merge makes a segment: merging takes the
	// memory of the result again while it lasts, here about 45 MB. Two flushes
	// that were due are not merged: with half of dueTokens and segments of four
	// of these, merging was a quarter of the time of building an index of
	// 100,000 articles, which has as few segments without.
	maxTokens = dueTokens + dueTokens/2
)

// New is an empty index.
func New() *Index { return &Index{} }

// Open is an index of these segments, which must be all Segments of one index, in
// order, as DecodeSegment gives them; none is empty. A segment never changes,
// so what was stored of one stays good as long as it is among the Segments.
// Errors are ErrCorrupt.
func Open(segments []*Segment) (*Index, error) {
	x := New()
	for _, s := range segments {
		if s.base != x.flushed {
			return nil, corrupt("a part of it is missing")
		}
		x.flushed += s.Documents()
	}
	x.segments = append(x.segments, segments...)
	return x, nil
}

// Begin starts the next document.
func (x *Index) Begin() { x.next.begin() }

// Add indexes one word of the document begun last. Positions must not fall:
// a token whose position lies before that of the token before it is left out.
// Several terms may stand at one position; it counts once in the length.
func (x *Index) Add(t *Token) { x.next.add(t) }

// End closes the document and returns its number.
func (x *Index) End() uint32 {
	x.next.end()
	return x.flushed + x.next.documents() - 1
}

// Due reports whether it is time to Flush, for the sake of memory.
func (x *Index) Due() bool { return x.next.tokens >= dueTokens }

// Flush makes all documents searchable; the last one must have been ended. On
// an error of yield nothing is lost and nothing changed.
func (x *Index) Flush(yield func() error) error {
	sealed, err := x.Seal(yield)
	if err != nil {
		return err
	}
	x.Put(sealed)
	return nil
}

// Sealed is what an index is to consist of once all documents are searchable.
type Sealed struct {
	segments  []*Segment
	documents uint32 // in segments
}

// Seal is Flush without its last step, Put: it changes nothing. Nothing may be
// added in between.
func (x *Index) Seal(yield func() error) (Sealed, error) {
	if x.next.documents() == 0 {
		return Sealed{x.segments, x.flushed}, nil
	}
	seg, err := x.next.seal(x.flushed, yield)
	if err != nil {
		return Sealed{}, err
	}
	segments := append(x.segments[:len(x.segments):len(x.segments)], seg)
	for len(segments) > 1 {
		a, b := segments[len(segments)-2], segments[len(segments)-1]
		if a.tokens > 2*b.tokens && a.Documents() > 2*b.Documents() || tooLarge(a, b) {
			break
		}
		merged, err := mergeSegments(a, b, yield)
		if err != nil {
			return Sealed{}, err
		}
		segments = append(segments[:len(segments)-2], merged)
	}
	if err := segments[len(segments)-1].addRanges(yield); err != nil {
		return Sealed{}, err
	}
	return Sealed{segments, x.flushed + x.next.documents()}, nil
}

// tooLarge reports whether two segments are not to be made one.
func tooLarge(a, b *Segment) bool {
	return a.tokens+b.tokens > maxTokens || len(a.docs)+len(b.docs) > longestStream ||
		len(a.positions)+len(b.positions) > longestStream
}

// Put takes what Seal made, in no time.
func (x *Index) Put(s Sealed) {
	x.segments, x.flushed = s.segments, s.documents
	x.next.reset()
}

// Segments are the searchable parts, by rising document number. Do not change
// the slice; it is valid until the next Flush.
func (x *Index) Segments() []*Segment { return x.segments }

// Documents is how many documents are searchable.
func (x *Index) Documents() uint32 { return x.flushed }

// TotalLength is the summed length of the searchable documents.
func (x *Index) TotalLength() uint64 {
	var sum uint64
	for _, s := range x.segments {
		sum += s.totalLength
	}
	return sum
}

// Size is the memory the searchable part takes, in bytes.
func (x *Index) Size() int {
	sum := 0
	for _, s := range x.segments {
		sum += s.Size()
	}
	return sum
}
