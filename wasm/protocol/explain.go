package protocol

// Explain asks why a document stands where it stands among the hits.
type Explain struct {
	Query Query
	Plan  Stats
	ID    DocID
}

// Kind implements Request.
func (Explain) Kind() Kind { return KindExplain }

// AppendTo implements Request.
func (q Explain) AppendTo(b []byte) []byte {
	return appendID(q.Plan.AppendTo(appendQuery(b, q.Query)), q.ID)
}

// DecodeExplain reads the request.
func DecodeExplain(b []byte) (Explain, error) {
	return decode(b, func(d *decoder) Explain {
		return Explain{Query: readQuery(d), Plan: readStats(d), ID: d.id()}
	})
}

// DecodeResponse implements Request.
func (Explain) DecodeResponse(b []byte) (Explanation, error) {
	return decode(b, func(d *decoder) Explanation {
		return Explanation{
			Matches: d.bool(), Standing: readStanding(d), Window: d.uint32(),
			Length: d.float(), MeanLength: d.float(),
			Parts: decodeList(d, readPartScore),
		}
	})
}

// Explanation answers Explain.
type Explanation struct {
	Matches    bool // the document is a hit at all
	Standing   Standing
	Window     uint32      // words other than the query's in the smallest stretch that has them all; with several words
	Length     float64     // of the document in weighted words
	MeanLength float64     // of all documents
	Parts      []PartScore // of the query, in its order; their scores add up to Standing.Score
}

// PartScore is what one part of the query, a word or a phrase, adds to the score.
type PartScore struct {
	Text      string  // the part as typed
	Documents uint64  // by which its rarity is judged
	Rarity    float64 // the inverse document frequency
	Weight    float64 // of its places, one in the body being 1
	Score     float64
	Terms     []TermCount // the words found for it
}

// TermCount is a word of the document that a part of the query stands for.
type TermCount struct {
	Term   string
	Edits  uint8  // from the word as typed
	Form   bool   // another form of the word
	Title  uint32 // how often it stands in the title
	Places uint32 // how often it stands in the document
}

// AppendTo implements Response.
func (r Explanation) AppendTo(b []byte) []byte {
	b = appendUint32(appendStanding(appendBool(b, r.Matches), r.Standing), r.Window)
	b = appendFloat(appendFloat(b, r.Length), r.MeanLength)
	return appendList(b, r.Parts, appendPartScore)
}

func appendPartScore(b []byte, p PartScore) []byte {
	b = appendFloat(appendUint(appendString(b, p.Text), p.Documents), p.Rarity)
	b = appendFloat(appendFloat(b, p.Weight), p.Score)
	return appendList(b, p.Terms, func(b []byte, t TermCount) []byte {
		b = appendBool(append(appendString(b, t.Term), t.Edits), t.Form)
		return appendUint32(appendUint32(b, t.Title), t.Places)
	})
}

func readPartScore(d *decoder) PartScore {
	return PartScore{
		Text: d.string(), Documents: d.uint(), Rarity: d.float(), Weight: d.float(), Score: d.float(),
		Terms: decodeList(d, func(d *decoder) TermCount {
			return TermCount{Term: d.string(), Edits: d.byte(), Form: d.bool(), Title: d.uint32(), Places: d.uint32()}
		}),
	}
}
