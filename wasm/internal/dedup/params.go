package dedup

import (
	"clippings/wasm/protocol"

	"clippings/wasm/internal/shingle"
)

// NoDate is the Date of a document whose date is not known.
const NoDate = int32(-1 << 31)

// Info holds the facts about a document that decide which of several copies
// represents them, and its day.
type Info struct {
	ID     protocol.DocID
	Name   string // the document's path; decides last, so it should be unique
	Agency string // the news agency credited with certainty, "" if none
	Fields uint8  // how many fields of the metadata are known
	Date   int32  // days since 1970-01-01, or NoDate
}

// Corpus is what a shard offers. Indexes run from 0 to Len()-1. The corpus must
// not change while an Exchange works on it.
type Corpus interface {
	Len() int
	Info(i int) Info
	// Terms appends to dst the term hashes of the running words of document i,
	// courtesy titles left out. It is called at most five times a document,
	// and once or twice more for each pair that is verified.
	Terms(i int, dst []uint64) []uint64
	// TitleTerms appends to dst the term hashes of the title.
	TitleTerms(i int, dst []uint64) []uint64
}

// Params are the thresholds. All shards of one exchange must have the same.
type Params struct {
	Floor       float64 // containment of the smaller in the larger from which a pair is kept
	Containment float64 // containment from which a pair may be an edited copy
	Run         int     // words in one run that an edited copy must share
	Cohesion    int     // percent of cosine to the rest of the longer that an edited copy must have
	Jaccard     float64 // Jaccard from which a pair is a near copy
	Passage     int     // words in one run that make a shared passage
	Short       int     // shingles under which a document is short
	ShortJac    float64 // Jaccard from which a short document is a near copy
	HeavyDF     int     // documents in a list beyond which it does not pair all with all
	HeavyPeers  int     // first documents of a heavy list that are paired with all others

	StoryDays      int     // days two documents of a story may lie apart
	StoryThreshold float64 // average cosine from which a document joins a story
	StoryTerms     int     // terms kept of a document's vector
}

// DefaultParams returns the thresholds that the program uses.
func DefaultParams() Params {
	return Params{
		// One sentence in ten shared is worth a line in the report; under that,
		// only a whole passage is.
		Floor: 0.1,
		// Hand-labelled copies have 0.85, independent reports of the same event
		// at most 0.10: the gap is wide, and half the text is what people call
		// a copy.
		Containment: 0.5,
		// Shared quotations of the labelled non-copies reach 22 words but never
		// half the text; agency sentences rarely pass 20 words unedited.
		Run:      20,
		Cohesion: 8,
		// From here the order and the bulk of the text are the same; the run
		// need not be looked at.
		Jaccard: 0.7,
		// A sentence and a half: longer than nearly all quotations that two
		// independent reports share.
		Passage: 25,
		// Under 30 shingles three common phrases make a tenth.
		Short:    30,
		ShortJac: 0.8,
		// 200 documents make 20,000 pairs a shingle, 0.1 ms of counting; real
		// families are smaller, boilerplate is larger.
		HeavyDF:    200,
		HeavyPeers: 16,

		// A report, its follow-up and the weekly's account are three days apart.
		StoryDays: 3,
		// On labelled triples of independent reports of the same days precision
		// is 1.0 from 0.10 and recall falls from 0.13 on.
		StoryThreshold: 0.11,
		// Fewer lose recall where dates are missing, more add nothing.
		StoryTerms: 48,
	}
}

// sane replaces values with which the exchange could not work.
func (p Params) sane() Params {
	p.HeavyDF = max(p.HeavyDF, 2)
	p.HeavyPeers = max(p.HeavyPeers, 1)
	p.Passage = max(p.Passage, shingle.Len)
	p.Run = max(p.Run, 1)
	p.StoryTerms = max(p.StoryTerms, 1)
	return p
}

// kept is the number of common shingles from which a pair of documents with
// this many in the smaller is looked at: the floor, or as many as one passage
// alone has, whichever is less.
func (p *Params) kept(smaller uint32) uint32 {
	n := uint32(p.Floor*float64(smaller) + 0.999999)
	return max(1, min(n, uint32(p.Passage-shingle.Len+1)))
}

// seen is the least number of common shingles in lists that pair the two, out
// of kept: a quarter. The rest may be boilerplate.
func seen(kept uint32) uint32 { return (kept + 3) / 4 }
