package protocol

import "slices"

// Settings decide what counts as a copy and as one story. They change only how
// what was found is grouped, so that nothing has to be compared anew.
type Settings struct {
	Jaccard     float64 // from which two texts are near copies, 0 to 1
	Containment float64 // of the shorter in the longer from which it is a contained copy; at least MinContainment
	Run         uint32  // words in one run that a contained copy must share
	Cosine      float64 // mean cosine from which texts tell one story, 0 to 1
	Days        uint32  // two texts of a story may lie apart
	Keeper      Keeper
	Preferred   []string // of KeepPreferred: outlets, the most preferred first
}

// MinContainment is the lowest Settings.Containment: runs are measured of pairs
// that share at least as much.
const MinContainment = 0.25

// Keeper is the rule that tells which of several copies is shown first.
type Keeper uint8

const (
	KeepCredited  Keeper = iota // credited to an agency > longest > most metadata > name
	KeepEarliest                // the first to appear; undated last
	KeepLongest                 // the longest text
	KeepPreferred               // of the outlet that Settings.Preferred names first
	numKeepers
)

var keeperNames = [numKeepers]string{"credited", "earliest", "longest", "preferred"}

// String is the rule's name on the command line.
func (k Keeper) String() string {
	if k < numKeepers {
		return keeperNames[k]
	}
	return "unknown"
}

// KeeperNamed is the rule of a name; false if there is none.
func KeeperNamed(name string) (Keeper, bool) {
	i := slices.Index(keeperNames[:], name)
	return Keeper(max(i, 0)), i >= 0
}

// DefaultSettings are those the program starts with.
func DefaultSettings() Settings {
	return Settings{
		// From here the order and the bulk of the text are the same.
		Jaccard: 0.7,
		// Hand-labelled copies have 0.85, independent reports of the same event
		// at most 0.10: the gap is wide, and half the text is what people call
		// a copy.
		Containment: 0.5,
		// Shared quotations of the labelled non-copies reach 22 words but never
		// half the text; agency sentences rarely pass 20 words unedited.
		Run: 20,
		// On labelled triples of independent reports of the same days precision
		// is 1.0 from 0.10 and recall falls from 0.13 on.
		Cosine: 0.11,
		// A report, its follow-up and the weekly's account are three days apart.
		Days: 3,
	}
}

func appendSettings(b []byte, s Settings) []byte {
	b = appendUint32(appendFloat(appendFloat(b, s.Jaccard), s.Containment), s.Run)
	b = append(appendUint32(appendFloat(b, s.Cosine), s.Days), byte(s.Keeper))
	return appendList(b, s.Preferred, appendString)
}

func readSettings(d *decoder) Settings {
	s := Settings{
		Jaccard: d.float(), Containment: d.float(), Run: d.uint32(), Cosine: d.float(), Days: d.uint32(),
		Keeper: Keeper(d.byte()), Preferred: decodeList(d, readString),
	}
	if s.Keeper >= numKeepers {
		d.fail()
	}
	return s
}

// Decision is what the person said about two documents, which it names, so that
// it holds for the same files another time. It is without effect while one of
// the two is not here.
type Decision struct {
	Kind Verdict
	A, B string // Document.Name; B is "" for Represents
}

// Verdict is what a Decision says.
type Verdict uint8

const (
	AreCopies  Verdict = iota // A and B stand in one group of copies
	NotCopies                 // A and B do not: A leaves B's group
	SameStory                 // A and B tell of one event
	OtherStory                // they do not: A, with its copies, leaves B's story
	Represents                // A is shown first of its group
	numVerdicts
)

var verdictNames = [numVerdicts]string{"copies", "not copies", "same story", "other story", "first"}

// String is the verdict's name on the command line.
func (v Verdict) String() string {
	if v < numVerdicts {
		return verdictNames[v]
	}
	return "unknown"
}

// VerdictNamed is the verdict of a name; false if there is none.
func VerdictNamed(name string) (Verdict, bool) {
	i := slices.Index(verdictNames[:], name)
	return Verdict(max(i, 0)), i >= 0
}

// Regroup asks the leading shard to group everything anew. Later decisions
// overrule earlier ones.
type Regroup struct {
	Settings  Settings
	Decisions []Decision
}

// Kind implements Request.
func (Regroup) Kind() Kind { return KindRegroup }

// AppendTo implements Request.
func (q Regroup) AppendTo(b []byte) []byte {
	return appendList(appendSettings(b, q.Settings), q.Decisions, func(b []byte, x Decision) []byte {
		return appendString(appendString(append(b, byte(x.Kind)), x.A), x.B)
	})
}

// DecodeRegroup reads the request.
func DecodeRegroup(b []byte) (Regroup, error) {
	return decode(b, func(d *decoder) Regroup {
		return Regroup{Settings: readSettings(d), Decisions: decodeList(d, func(d *decoder) Decision {
			x := Decision{Kind: Verdict(d.byte()), A: d.string(), B: d.string()}
			if x.Kind >= numVerdicts {
				d.fail()
			}
			return x
		})}
	})
}

// DecodeResponse implements Request.
func (Regroup) DecodeResponse(b []byte) (Grouping, error) {
	return decode(b, func(d *decoder) Grouping { return Grouping{Documents: decodeList(d, readGrouped)} })
}

// Grouping answers Regroup: the documents that have copies or share a story.
type Grouping struct {
	Documents []Grouped
}

// Grouped is a document and where it belongs. Numbers begin at 1; 0 is none.
type Grouped struct {
	ID    DocID
	Group uint32 // its group of copies
	Story uint32 // its story, if that has other documents
	First bool   // of a group: it is the one that is shown
}

func appendGrouped(b []byte, g Grouped) []byte {
	return appendBool(appendUint32(appendUint32(appendID(b, g.ID), g.Group), g.Story), g.First)
}

func readGrouped(d *decoder) Grouped {
	return Grouped{ID: d.id(), Group: d.uint32(), Story: d.uint32(), First: d.bool()}
}

// AppendTo implements Response.
func (r Grouping) AppendTo(b []byte) []byte { return appendList(b, r.Documents, appendGrouped) }

// Assign tells a shard the groups of its documents. Those it does not name have
// no copies and no story.
type Assign struct {
	Documents []Grouped
}

// Kind implements Request.
func (Assign) Kind() Kind { return KindAssign }

// AppendTo implements Request.
func (q Assign) AppendTo(b []byte) []byte { return appendList(b, q.Documents, appendGrouped) }

// DecodeAssign reads the request.
func DecodeAssign(b []byte) (Assign, error) {
	return decode(b, func(d *decoder) Assign { return Assign{Documents: decodeList(d, readGrouped)} })
}

// DecodeResponse implements Request.
func (Assign) DecodeResponse(b []byte) (Done, error) { return decodeDone(b) }
