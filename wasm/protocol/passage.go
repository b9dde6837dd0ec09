package protocol

import "cmp"

// Words asks the shard that holds them for the words of documents' running
// text in the form in which texts are compared, to be carried to another shard.
type Words struct {
	IDs []DocID
}

// Kind implements Request.
func (Words) Kind() Kind { return KindWords }

// AppendTo implements Request.
func (q Words) AppendTo(b []byte) []byte { return appendList(b, q.IDs, appendID) }

// DecodeWords reads the request.
func DecodeWords(b []byte) (Words, error) {
	return decode(b, func(d *decoder) Words { return Words{IDs: decodeList(d, readID)} })
}

// DecodeResponse implements Request.
func (Words) DecodeResponse(b []byte) (WordLists, error) {
	return decode(b, func(d *decoder) WordLists { return WordLists{Lists: decodeList(d, readWordList)} })
}

// WordLists answers Words.
type WordLists struct {
	Lists []WordList
}

// AppendTo implements Response.
func (r WordLists) AppendTo(b []byte) []byte { return appendList(b, r.Lists, appendWordList) }

// WordList holds the words of one document's running text.
type WordList struct {
	ID    DocID
	Words []byte // in the engine's own form; the page does not look inside
}

func appendWordList(b []byte, w WordList) []byte { return appendBytes(appendID(b, w.ID), w.Words) }

func readWordList(d *decoder) WordList { return WordList{ID: d.id(), Words: d.bytes()} }

// Shared asks the shard that holds a document what its wording has in common with
// that of others, whose words it is given.
type Shared struct {
	ID     DocID
	Others []WordList
}

// Kind implements Request.
func (Shared) Kind() Kind { return KindShared }

// AppendTo implements Request.
func (q Shared) AppendTo(b []byte) []byte {
	return appendList(appendID(b, q.ID), q.Others, appendWordList)
}

// DecodeShared reads the request.
func DecodeShared(b []byte) (Shared, error) {
	return decode(b, func(d *decoder) Shared {
		return Shared{ID: d.id(), Others: decodeList(d, readWordList)}
	})
}

// DecodeResponse implements Request.
func (Shared) DecodeResponse(b []byte) (Comparisons, error) {
	return decode(b, func(d *decoder) Comparisons {
		return Comparisons{Comparisons: decodeList(d, readComparison)}
	})
}

// Comparisons answers Shared, in the order of the others.
type Comparisons struct {
	Comparisons []Comparison
}

// AppendTo implements Response.
func (r Comparisons) AppendTo(b []byte) []byte {
	return appendList(b, r.Comparisons, appendComparison)
}

// Comparison is all that two texts' wording has in common. The figures are exact.
type Comparison struct {
	Other    DocID
	Common   uint32    // distinct 5-word shingles that both have
	Here     uint32    // of the document asked for
	There    uint32    // of the other
	Run      uint32    // words of the longest common run
	OwnRun   uint32    // of the longest outside quotation marks
	Wording  Relation  // RelationPassage, RelationQuote, or RelationNone for less than these
	Passages []Passage // by where they start
	Folded   []Folding // words taken for the same though spelled otherwise, the most frequent first
}

// Folding is one word as both texts spell it.
type Folding struct {
	Here, There string
	Times       uint32
}

// Pair is the comparison's figures with a relation that was judged elsewhere; a
// relation that is none of copies is the wording's.
func (c Comparison) Pair(here DocID, judged Relation) Pair {
	p := Pair{A: here, B: c.Other, Relation: judged, Run: c.Run}
	if !judged.IsCopy() && c.Wording != RelationNone {
		p.Relation = c.Wording
	}
	p.AInB, p.BInA = share(c.Common, c.Here), share(c.Common, c.There)
	p.Jaccard = share(c.Common, c.Here+c.There-c.Common)
	return p
}

func share(part, whole uint32) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func appendComparison(b []byte, c Comparison) []byte {
	b = appendID(b, c.Other)
	for _, n := range []uint32{c.Common, c.Here, c.There, c.Run, c.OwnRun} {
		b = appendUint32(b, n)
	}
	b = appendList(append(b, byte(c.Wording)), c.Passages, appendPassage)
	return appendList(b, c.Folded, func(b []byte, f Folding) []byte {
		return appendUint32(appendString(appendString(b, f.Here), f.There), f.Times)
	})
}

func readComparison(d *decoder) Comparison {
	return Comparison{
		Other: d.id(), Common: d.uint32(), Here: d.uint32(), There: d.uint32(), Run: d.uint32(), OwnRun: d.uint32(),
		Wording: Relation(d.byte()), Passages: decodeList(d, readPassage),
		Folded: decodeList(d, func(d *decoder) Folding {
			return Folding{Here: d.string(), There: d.string(), Times: d.uint32()}
		}),
	}
}

// Passage is a stretch of a document that stands in another, small edits
// allowed.
type Passage struct {
	Span      Span // in the document asked for
	Other     DocID
	OtherSpan Span   // in the other
	Words     uint32 // that are the same in both
	Quoted    uint32 // of these, within quotation marks in both
}

// ComparePassages puts passages by where they start, of those that start together
// first the longest.
func ComparePassages(x, y Passage) int {
	return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(y.Span.End, x.Span.End))
}

func appendPassage(b []byte, p Passage) []byte {
	b = appendSpan(appendID(appendSpan(b, p.Span), p.Other), p.OtherSpan)
	return appendUint32(appendUint32(b, p.Words), p.Quoted)
}

func readPassage(d *decoder) Passage {
	return Passage{Span: d.span(), Other: d.id(), OtherSpan: d.span(), Words: d.uint32(), Quoted: d.uint32()}
}
