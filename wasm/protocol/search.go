package protocol

import "cmp"

// SearchTop is the second phase of a search: the best documents by the plan,
// and exact counts of all that match.
type SearchTop struct {
	Query Query
	Plan  Stats // summed over all shards, see Stats
	Limit uint32
	Tally bool // count occurrences too
}

// Nearest is how many of the best hits are put in order by how near the words
// stand to each other: a shard tells TopHit.Gap for its first Nearest hits.
const Nearest = 200

// Kind implements Request.
func (SearchTop) Kind() Kind { return KindSearchTop }

// AppendTo implements Request.
func (q SearchTop) AppendTo(b []byte) []byte {
	return appendBool(appendUint32(q.Plan.AppendTo(appendQuery(b, q.Query)), q.Limit), q.Tally)
}

// DecodeSearchTop reads the request.
func DecodeSearchTop(b []byte) (SearchTop, error) {
	return decode(b, func(d *decoder) SearchTop {
		return SearchTop{Query: readQuery(d), Plan: readStats(d), Limit: d.uint32(), Tally: d.bool()}
	})
}

// DecodeResponse implements Request.
func (SearchTop) DecodeResponse(b []byte) (Top, error) {
	return decode(b, func(d *decoder) Top {
		return Top{
			Documents: d.uint(), Lone: d.uint(), Occurrences: d.uint(),
			Groups: decodeList(d, readGroupCount), Hits: decodeList(d, readTopHit),
		}
	})
}

// Top answers SearchTop.
type Top struct {
	Documents   uint64       // that match, copies counted each
	Lone        uint64       // of them, those in no group
	Occurrences uint64       // places where a part of the query stands in them; with SearchTop.Tally
	Groups      []GroupCount // groups with a match, by number
	Hits        []TopHit     // as Query.Order says, of each group the first; Gap is not looked at
}

// GroupCount says how many documents of a group (of copies, or a story) match, in
// one shard.
type GroupCount struct {
	Group     uint32
	Documents uint32
}

// TopHit is a document that matches, without its summary.
type TopHit struct {
	ID    DocID
	Group uint32 // number of the group it is folded into, 0 for none
	Key   int64  // what Query.Order sorts by, rising; 0 for BestFirst
	Standing
	Name string
}

// Standing is why a hit stands where it stands: what comes first weighs more.
type Standing struct {
	Missing uint8 // words of the query that are not in it
	Typos   uint8 // edits between the words as typed and as they stand in it, the least of each
	Forms   uint8 // words that stand in it in another form only: bridges for bridge
	Gap     uint8 // how many other words stand between those of the query: see GapOf
	Field   uint8 // 0 if all words stand in the title
	Score   float64
}

// NoGap is the Gap of a document of which it is not known, or does not matter.
const NoGap = 3

// GapOf is the bucket of a number of words: side by side, within a phrase, within
// a sentence, or further apart.
func GapOf(words uint32) uint8 {
	switch {
	case words == 0:
		return 0
	case words <= 3:
		return 1
	case words <= 15:
		return 2
	}
	return NoGap
}

// Compare orders hits; the one that stands first is less.
func (h *TopHit) Compare(o *TopHit) int {
	return cmp.Or(
		cmp.Compare(h.Key, o.Key), cmp.Compare(h.Missing, o.Missing), cmp.Compare(h.Typos, o.Typos),
		cmp.Compare(h.Forms, o.Forms),
		cmp.Compare(h.Gap, o.Gap), cmp.Compare(h.Field, o.Field), cmp.Compare(o.Score, h.Score),
		cmp.Compare(h.Name, o.Name), cmp.Compare(h.ID, o.ID),
	)
}

// AppendTo implements Response.
func (r Top) AppendTo(b []byte) []byte {
	b = appendUint(appendUint(appendUint(b, r.Documents), r.Lone), r.Occurrences)
	return appendList(appendList(b, r.Groups, appendGroupCount), r.Hits, appendTopHit)
}

func appendGroupCount(b []byte, g GroupCount) []byte {
	return appendUint32(appendUint32(b, g.Group), g.Documents)
}

func readGroupCount(d *decoder) GroupCount {
	return GroupCount{Group: d.uint32(), Documents: d.uint32()}
}

func appendTopHit(b []byte, h TopHit) []byte {
	b = appendUint(appendUint32(appendID(b, h.ID), h.Group), uint64(h.Key))
	return appendString(appendStanding(b, h.Standing), h.Name)
}

func readTopHit(d *decoder) TopHit {
	return TopHit{ID: d.id(), Group: d.uint32(), Key: int64(d.uint()), Standing: readStanding(d), Name: d.string()}
}

func appendStanding(b []byte, s Standing) []byte {
	return appendFloat(append(b, s.Missing, s.Typos, s.Forms, s.Gap, s.Field), s.Score)
}

func readStanding(d *decoder) Standing {
	return Standing{Missing: d.byte(), Typos: d.byte(), Forms: d.byte(), Gap: d.byte(), Field: d.byte(), Score: d.float()}
}
