package dedup

import (
	"clippings/wasm/protocol"

	"clippings/wasm/internal/shingle"
)

// Overlap is what is known of a pair once its words were compared.
type Overlap struct {
	Inter uint32 // common distinct shingles
	A, B  uint32 // distinct shingles of each
	Run   uint32 // words of the longest common run; 0 when it was not needed

	// Cohesion is how far what the longer has besides is about the same, in
	// percent of cosine; 100 when that is little, or when it was not needed.
	Cohesion uint8
}

// Smaller is the number of shingles of the shorter document.
func (o Overlap) Smaller() uint32 { return min(o.A, o.B) }

// AInB is the containment of A in B, 0 to 1.
func (o Overlap) AInB() float64 { return ratio(o.Inter, o.A) }

// BInA is the containment of B in A, 0 to 1.
func (o Overlap) BInA() float64 { return ratio(o.Inter, o.B) }

// Containment is the larger of the two: how much of the shorter is in the longer.
func (o Overlap) Containment() float64 { return ratio(o.Inter, o.Smaller()) }

// Jaccard is the share of common shingles in all, 0 to 1.
func (o Overlap) Jaccard() float64 { return ratio(o.Inter, o.A+o.B-o.Inter) }

func ratio(part, whole uint32) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// judge tells the relation of two different texts.
//
// A short document, of under Params.Short shingles, meets any containment by a
// few common phrases. It is therefore never an "edited" copy: the two must be
// of like length and nearly equal (Jaccard from Params.ShortJac), with one run
// of at least half the longer. Under tinyShingles ("Click here for more.") it is
// no copy at all, unless its title is the same too.
func (p *Params) judge(o Overlap) protocol.Relation {
	j := o.Jaccard()
	switch {
	case o.Inter == 0:
		return protocol.RelationNone
	case o.Smaller() < uint32(p.Short):
		if o.Smaller() >= tinyShingles && j >= p.ShortJac && 2*o.Run >= max(o.A, o.B) {
			return protocol.RelationNear
		}
	case j >= p.Jaccard:
		return protocol.RelationNear
	case o.Containment() >= p.Containment && o.Run >= uint32(p.Run) && int(o.Cohesion) >= p.Cohesion:
		return protocol.RelationEdited
	}
	switch {
	case o.Run >= uint32(p.Passage):
		return protocol.RelationPassage
	case o.Containment() >= p.Floor:
		return protocol.RelationRelated
	}
	return protocol.RelationNone
}

// tinyShingles is how many shingles a text of tinyWords words has: a sentence
// that says nothing of its own.
const (
	tinyWords    = 12
	tinyShingles = tinyWords - shingle.Len + 1
)

// needsRun reports whether the longest run can change the judgement. A run of r
// words makes r-4 shingles, so few common shingles rule out a long run.
func (p *Params) needsRun(o Overlap) bool {
	if o.Smaller() < uint32(p.Short) {
		return o.Jaccard() >= p.ShortJac || int(o.Inter) > p.Passage-shingle.Len
	}
	return int(o.Inter) > min(p.Run, p.Passage)-shingle.Len
}

// needsCohesion reports whether the pair is an edited copy if its run and its
// cohesion say so.
func (p *Params) needsCohesion(o Overlap) bool {
	return o.Smaller() >= uint32(p.Short) && o.Jaccard() < p.Jaccard && o.Containment() >= p.Containment &&
		int(o.Inter) > p.Run-shingle.Len
}
