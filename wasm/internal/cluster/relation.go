package cluster

import (
	"clippings/wasm/protocol"
)

// Overlap is what is known of a pair once its words were compared.
type Overlap struct {
	Common uint32 // distinct shingles that both have
	A, B   uint32 // distinct shingles of each
	Run    uint32 // words of the longest common run; 0 where it was not measured

	// Cohesion is how far what the longer has besides is about the same, in
	// percent of cosine; 100 when that is little, or when it was not needed.
	Cohesion uint8
}

// Smaller is the number of shingles of the shorter document.
func (o Overlap) Smaller() uint32 { return min(o.A, o.B) }

// AInB is the containment of A in B, 0 to 1.
func (o Overlap) AInB() float64 { return ratio(o.Common, o.A) }

// BInA is the containment of B in A, 0 to 1.
func (o Overlap) BInA() float64 { return ratio(o.Common, o.B) }

// Containment is the larger of the two: how much of the shorter is in the longer.
func (o Overlap) Containment() float64 { return ratio(o.Common, o.Smaller()) }

// Jaccard is the share of common shingles in all, 0 to 1.
func (o Overlap) Jaccard() float64 { return ratio(o.Common, o.A+o.B-o.Common) }

func ratio(part, whole uint32) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Pair is the overlap of two documents in the form in which it is told.
func (o Overlap) Pair(a, b protocol.DocID, rel protocol.Relation) protocol.Pair {
	return protocol.Pair{
		A: a, B: b, Relation: rel,
		Jaccard: o.Jaccard(), AInB: o.AInB(), BInA: o.BInA(), Run: o.Run,
	}
}

// Judge tells the relation of two different texts as far as shingles tell it: a
// copy, or related, or, of what has nothing in common, none.
//
// A short document, of under shortText shingles, meets any containment by a few
// common phrases. It is therefore never a contained copy: the two must be of like
// length and nearly equal (Jaccard from shortJaccard), with one run of at least
// half the longer. Under tinyText ("Click here for more.") it is no copy at all,
// unless its title is the same too.
func Judge(o Overlap, s *protocol.Settings) protocol.Relation {
	j := o.Jaccard()
	switch {
	case o.Common == 0:
		return protocol.RelationNone
	case o.Smaller() < shortText:
		if o.Smaller() >= tinyText && j >= max(shortJaccard, s.Jaccard) && 2*o.Run >= max(o.A, o.B) {
			return protocol.RelationNear
		}
	case j >= s.Jaccard:
		return protocol.RelationNear
	case o.Containment() >= max(s.Containment, protocol.MinContainment) && o.Run >= s.Run &&
		o.Cohesion >= minCohesion && minShare*o.Common >= max(o.A, o.B):
		return protocol.RelationContained
	}
	return protocol.RelationRelated
}

const (
	// Under 30 shingles three common phrases make a tenth.
	shortText    = 30
	shortJaccard = 0.8
	// tinyText is how many shingles a text of twelve words has: a sentence that
	// says nothing of its own.
	tinyText = 8
	// minCohesion, in percent, is under what any shortened copy had that was
	// labelled, and above round-ups.
	minCohesion = 8
	// minShare: a text of which another is not even the twentieth part is not a
	// version of it, but a collection that holds it. Labelled copies are 7 % or
	// more of the longer.
	minShare = 20
)

// Measured reports whether the run and the cohesion of a pair can matter under
// any settings, so that they should be measured.
func Measured(common, smaller uint32) bool {
	return common > 0 && ratio(common, smaller) >= protocol.MinContainment
}
