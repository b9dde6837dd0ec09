package protocol

import "slices"

// Relation says how two documents' texts relate, strongest first after
// RelationNone. The values are part of the wire format.
type Relation uint8

const (
	RelationNone      Relation = iota // nothing that would tell of a connection
	RelationExact                     // the same words
	RelationNear                      // nearly the same words: high Jaccard
	RelationContained                 // one is an edited or shortened version of the other
	RelationPassage                   // a substantial passage is shared, outside quotation marks
	RelationQuote                     // what is shared is quoted in both
	RelationRelated                   // some wording is shared, less than a passage
	RelationStory                     // the same event in own words
	numRelations
)

var relationNames = [numRelations]string{
	"unrelated", "exact", "near", "contained", "passage", "quote", "related", "story",
}

// String is the relation's name as the command line prints it.
func (r Relation) String() string {
	if r < numRelations {
		return relationNames[r]
	}
	return "unknown"
}

// IsCopy reports whether documents so related count as copies.
func (r Relation) IsCopy() bool { return r >= RelationExact && r <= RelationContained }

// Pair is a verified relation of two documents. The figures are exact counts
// over distinct 5-word shingles of the folded running text.
//
// Copies are judged when documents are compared. What less is shared is called
// RelationRelated there; whether it is a passage or a quotation is told when the
// two are aligned: see Comparison.
type Pair struct {
	A, B     DocID
	Relation Relation
	Jaccard  float64 // shared / all, 0 to 1
	AInB     float64 // shared / A's, 0 to 1
	BInA     float64 // shared / B's, 0 to 1
	Run      uint32  // the longest run of words both have; 0 when it was not looked for
}

// Containment is the larger of the two: how much of the shorter text is in the
// longer.
func (p Pair) Containment() float64 { return max(p.AInB, p.BInA) }

func appendPair(b []byte, p Pair) []byte {
	b = append(appendID(appendID(b, p.A), p.B), byte(p.Relation))
	b = appendFloat(appendFloat(appendFloat(b, p.Jaccard), p.AInB), p.BInA)
	return appendUint32(b, p.Run)
}

func readPair(d *decoder) Pair {
	return Pair{
		A: d.id(), B: d.id(), Relation: Relation(d.byte()),
		Jaccard: d.float(), AInB: d.float(), BInA: d.float(), Run: d.uint32(),
	}
}

// Story is a set of documents about the same event: groups of copies and lone
// texts. A document without a story is a Story of its own.
type Story struct {
	Groups []Group
	Lone   []DocID
	Fits   []float64 // of each group, then each lone text: mean cosine with the others, 0 to 1; 1 when alone
	Day    int32     // of the newest document, days since 1970; NoDay when none is dated
	ByHand bool      // the person put it together or took something out of it
}

// NoDay marks a missing date.
const NoDay = int32(-1 << 31)

// Documents counts the story's documents.
func (s Story) Documents() int {
	n := len(s.Lone)
	for _, g := range s.Groups {
		n += 1 + len(g.Members)
	}
	return n
}

// DocIDs lists the story's documents, representatives before their copies.
func (s Story) DocIDs() []DocID {
	ids := make([]DocID, 0, s.Documents())
	for _, g := range s.Groups {
		ids = append(ids, g.DocIDs()...)
	}
	return append(ids, s.Lone...)
}

// GroupOf is the group of copies that a document of the story is in.
func (s Story) GroupOf(id DocID) (Group, bool) {
	for _, g := range s.Groups {
		if slices.Contains(g.DocIDs(), id) {
			return g, true
		}
	}
	return Group{}, false
}

// Texts counts the story's distinct texts: a group of copies is one.
func (s Story) Texts() int { return len(s.Lone) + len(s.Groups) }

func appendStory(b []byte, s Story) []byte {
	b = appendList(b, s.Groups, appendGroup)
	b = appendList(b, s.Lone, appendID)
	b = appendList(b, s.Fits, appendFloat)
	return appendBool(appendUint32(b, uint32(s.Day)), s.ByHand)
}

func readStory(d *decoder) Story {
	return Story{
		Groups: decodeList(d, readGroup), Lone: decodeList(d, readID), Fits: decodeList(d, (*decoder).float),
		Day: int32(d.uint32()), ByHand: d.bool(),
	}
}

// StoryOrder is how a list of stories is sorted; ties by the first name.
type StoryOrder uint8

const (
	NewestFirst StoryOrder = iota
	OldestFirst
	LargestFirst
	MostCopiedFirst
)

// StoryPage asks the leading shard for a part of the list of stories.
type StoryPage struct {
	Order    StoryOrder
	Offset   uint32
	Limit    uint32
	Narrowed uint32 // number of Narrow: of these stories alone; 0 for all. ErrNotFound if they are forgotten
}

// Kind implements Request.
func (StoryPage) Kind() Kind { return KindStoryPage }

// AppendTo implements Request.
func (q StoryPage) AppendTo(b []byte) []byte {
	return appendUint32(appendUint32(appendUint32(append(b, byte(q.Order)), q.Offset), q.Limit), q.Narrowed)
}

// DecodeStoryPage reads the request.
func DecodeStoryPage(b []byte) (StoryPage, error) {
	return decode(b, func(d *decoder) StoryPage {
		return StoryPage{Order: StoryOrder(d.byte()), Offset: d.uint32(), Limit: d.uint32(), Narrowed: d.uint32()}
	})
}

// DecodeResponse implements Request.
func (StoryPage) DecodeResponse(b []byte) (Stories, error) {
	return decode(b, func(d *decoder) Stories {
		return Stories{
			Total: d.uint32(), Documents: d.uint32(), Texts: d.uint32(), Groups: d.uint32(),
			Stories: decodeList(d, readStory),
		}
	})
}

// Stories answers StoryPage. The counts are of all stories asked for.
type Stories struct {
	Total     uint32 // stories
	Documents uint32
	Texts     uint32 // distinct texts: a group of copies is one
	Groups    uint32 // groups of copies
	Stories   []Story
}

// AppendTo implements Response.
func (r Stories) AppendTo(b []byte) []byte {
	for _, n := range []uint32{r.Total, r.Documents, r.Texts, r.Groups} {
		b = appendUint32(b, n)
	}
	return appendList(b, r.Stories, appendStory)
}

// Add counts one story more.
func (r *Stories) Add(s *Story) {
	r.Total++
	r.Documents += uint32(s.Documents())
	r.Texts += uint32(s.Texts())
	r.Groups += uint32(len(s.Groups))
}

// Related asks the leading shard what stands in a relation to a document.
type Related struct {
	ID DocID
}

// Kind implements Request.
func (Related) Kind() Kind { return KindRelated }

// AppendTo implements Request.
func (q Related) AppendTo(b []byte) []byte { return appendID(b, q.ID) }

// DecodeRelated reads the request.
func DecodeRelated(b []byte) (Related, error) {
	return decode(b, func(d *decoder) Related { return Related{ID: d.id()} })
}

// DecodeResponse implements Request.
func (Related) DecodeResponse(b []byte) (Relatives, error) {
	return decode(b, func(d *decoder) Relatives {
		return Relatives{Pairs: decodeList(d, readPair), Story: readStory(d)}
	})
}

// Relatives answers Related.
type Relatives struct {
	Pairs []Pair // A is the document asked for; closest first
	Story Story  // the story it belongs to
}

// AppendTo implements Response.
func (r Relatives) AppendTo(b []byte) []byte {
	return appendStory(appendList(b, r.Pairs, appendPair), r.Story)
}

// PairPage asks the leading shard for a part of all verified pairs, in the
// canonical order of their documents. Of several documents with equal text only
// the first has pairs with others, and the rest one exact pair with it each.
type PairPage struct {
	Offset uint32
	Limit  uint32
}

// Kind implements Request.
func (PairPage) Kind() Kind { return KindPairPage }

// AppendTo implements Request.
func (q PairPage) AppendTo(b []byte) []byte { return appendUint32(appendUint32(b, q.Offset), q.Limit) }

// DecodePairPage reads the request.
func DecodePairPage(b []byte) (PairPage, error) {
	return decode(b, func(d *decoder) PairPage { return PairPage{Offset: d.uint32(), Limit: d.uint32()} })
}

// DecodeResponse implements Request.
func (PairPage) DecodeResponse(b []byte) (Pairs, error) {
	return decode(b, func(d *decoder) Pairs {
		return Pairs{Total: d.uint32(), Equal: d.uint32(), Pairs: decodeList(d, readPair)}
	})
}

// Pairs answers PairPage.
type Pairs struct {
	Total uint32
	Equal uint32 // so many of all, which come first, are of documents with equal text
	Pairs []Pair
}

// AppendTo implements Response.
func (r Pairs) AppendTo(b []byte) []byte {
	return appendList(appendUint32(appendUint32(b, r.Total), r.Equal), r.Pairs, appendPair)
}
