package cluster

import "clippings/wasm/protocol"

// Evidence is what comparing a corpus has found. Documents of equal words share
// a text, words being equal in the form in which texts are compared: the letters
// may differ. Texts are numbered from 0, and each has a document.
type Evidence struct {
	Docs     []Doc    // in canonical order
	Shingles []uint32 // by text: distinct shingles
	Edges    []Edge   // A before B in each; sorted by A, then B, no two of the same texts
	Vectors  Vectors
}

// Doc is what is known of a document.
type Doc struct {
	ID     protocol.DocID
	Name   string // its path; decides last, so it should be unique
	Outlet string
	Agency string // the news agency credited with certainty, "" if none
	Fields uint8  // how many fields of the metadata are known
	Day    int32  // of publication, days since 1970-01-01, or protocol.NoDay
	Minute int16  // of that day, or NoMinute
	Print  uint64 // hash of the words as they are written, but for case and accents
	Series uint64 // hash of outlet and title, a date in it left out; 0 for no title
	Text   uint32
}

// NoMinute is the Minute of a document whose time of day is not known.
const NoMinute = -1

// Edge is a pair of texts that share wording.
type Edge struct {
	A, B   uint32
	Common uint32 // distinct shingles that both have
	Run    uint32 // words of the longest common run; 0 where it was not measured

	// Cohesion is how far what the longer has besides is about the same, in
	// percent of cosine; WholeCohesion where that is little, or not measured.
	Cohesion uint8
}

// other is the text at the other end of an edge of text a.
func (x *Edge) other(a uint32) uint32 { return x.A + x.B - a }

// WholeCohesion is the cohesion of a pair of which one is not much more than
// the other.
const WholeCohesion = 100

// overlap is an edge's figures, seen from text a, which is one of its two.
func (ev *Evidence) overlap(x *Edge, a uint32) Overlap {
	return Overlap{
		Common: x.Common, A: ev.Shingles[a], B: ev.Shingles[x.other(a)], Run: x.Run, Cohesion: x.Cohesion,
	}
}

// same is the overlap of two documents of one text.
func (ev *Evidence) same(text uint32) Overlap {
	n := ev.Shingles[text]
	return Overlap{Common: n, A: n, B: n, Cohesion: WholeCohesion}
}

// samePair is the pair of two documents of one text.
func (ev *Evidence) samePair(a, b int32) protocol.Pair {
	x, y := &ev.Docs[a], &ev.Docs[b]
	return ev.same(x.Text).Pair(x.ID, y.ID, ev.sameRelation(a, b))
}

// sameRelation is that of two documents of one text. They are exact copies if they
// are also written alike; where one house wrote "programme" or left out a "Mr", near
// ones that have everything in common.
func (ev *Evidence) sameRelation(a, b int32) protocol.Relation {
	if ev.Docs[a].Print == ev.Docs[b].Print {
		return protocol.RelationExact
	}
	return protocol.RelationNear
}
