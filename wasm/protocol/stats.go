package protocol

import "slices"

// SearchStats is the first phase of a search: how often the query's words
// stand in a shard, and what else they may stand for there. Answers of many
// shards are added up.
type SearchStats struct {
	Query Query
	Langs uint32 // languages of the corpus, as in Stats: words are inflected in these
	Typos bool   // look for misspellings of all words, not only of those nothing holds
}

// Kind implements Request.
func (SearchStats) Kind() Kind { return KindSearchStats }

// AppendTo implements Request.
func (q SearchStats) AppendTo(b []byte) []byte {
	return appendBool(appendUint32(appendQuery(b, q.Query), q.Langs), q.Typos)
}

// DecodeSearchStats reads the request.
func DecodeSearchStats(b []byte) (SearchStats, error) {
	return decode(b, func(d *decoder) SearchStats {
		return SearchStats{Query: readQuery(d), Langs: d.uint32(), Typos: d.bool()}
	})
}

// DecodeResponse implements Request.
func (SearchStats) DecodeResponse(b []byte) (Stats, error) { return decode(b, readStats) }

// Stats are sums over documents; those of two shards add up to those of both.
//
// The sum, with the expansions that are to be taken and no others, is the plan of
// a query: every shard evaluates by it.
type Stats struct {
	Documents uint64 // indexed
	Length    uint64 // their weighted lengths in words, added up
	Langs     uint32 // languages of the documents: a set of bits only the engine can tell apart
	Words     []WordStats
	Errors    []QueryError
	Filters   []QueryFilter
	Named     []NamedPlace // documents that the query names and the shard holds
}

// NamedPlace is where a document belongs that a query names, as in story:"a.txt".
type NamedPlace struct {
	Name  string
	Group uint32 // of copies, 0 for none
	Story uint32 // 0 if that has no other document
}

// WordStats is what is known of a word of the query.
type WordStats struct {
	Text       string      // as it is looked up; "" if it can have no expansions
	Documents  uint64      // that hold it
	Postings   uint64      // of all terms it stands for: the beginning of a word, or a pattern
	Asked      bool        // misspellings are wanted however many documents hold it: "word~1"
	Expansions []Expansion // by rising term
}

// Expansion is another term that a word may stand for.
type Expansion struct {
	Term      string
	Documents uint64 // that hold it
	Edits     uint8  // how far it is from the word's spelling; 0 for another form of the same word
	Part      bool   // a compound that the word is a part of
}

// Add adds the figures of another shard for the same request.
func (s *Stats) Add(o Stats) {
	s.Documents += o.Documents
	s.Length += o.Length
	s.Langs |= o.Langs
	if len(s.Words) < len(o.Words) {
		s.Words = append(s.Words, make([]WordStats, len(o.Words)-len(s.Words))...)
	}
	for i := range o.Words {
		s.Words[i].add(o.Words[i])
	}
	s.Errors, s.Filters = o.Errors, o.Filters
	s.Named = append(s.Named, o.Named...)
}

func (w *WordStats) add(o WordStats) {
	w.Text, w.Asked = o.Text, o.Asked
	w.Documents += o.Documents
	w.Postings += o.Postings
	a, b := w.Expansions, o.Expansions
	if len(a) == 0 || len(b) == 0 {
		w.Expansions = slices.Concat(a, b)
		return
	}
	sum := make([]Expansion, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].Term < b[0].Term:
			sum, a = append(sum, a[0]), a[1:]
		case a[0].Term > b[0].Term:
			sum, b = append(sum, b[0]), b[1:]
		default:
			e := a[0]
			e.Documents += b[0].Documents
			sum, a, b = append(sum, e), a[1:], b[1:]
		}
	}
	w.Expansions = append(append(sum, a...), b...)
}

// AppendTo implements Response.
func (s Stats) AppendTo(b []byte) []byte {
	b = appendUint32(appendUint(appendUint(b, s.Documents), s.Length), s.Langs)
	b = appendList(b, s.Words, appendWordStats)
	b = appendList(b, s.Errors, appendQueryError)
	b = appendList(b, s.Filters, appendQueryFilter)
	return appendList(b, s.Named, func(b []byte, p NamedPlace) []byte {
		return appendUint32(appendUint32(appendString(b, p.Name), p.Group), p.Story)
	})
}

func readStats(d *decoder) Stats {
	return Stats{
		Documents: d.uint(), Length: d.uint(), Langs: d.uint32(),
		Words:   decodeList(d, readWordStats),
		Errors:  decodeList(d, readQueryError),
		Filters: decodeList(d, readQueryFilter),
		Named: decodeList(d, func(d *decoder) NamedPlace {
			return NamedPlace{Name: d.string(), Group: d.uint32(), Story: d.uint32()}
		}),
	}
}

func appendWordStats(b []byte, w WordStats) []byte {
	b = appendBool(appendUint(appendUint(appendString(b, w.Text), w.Documents), w.Postings), w.Asked)
	return appendList(b, w.Expansions, func(b []byte, e Expansion) []byte {
		return appendBool(append(appendUint(appendString(b, e.Term), e.Documents), e.Edits), e.Part)
	})
}

func readWordStats(d *decoder) WordStats {
	return WordStats{
		Text: d.string(), Documents: d.uint(), Postings: d.uint(), Asked: d.bool(),
		Expansions: decodeList(d, func(d *decoder) Expansion {
			return Expansion{Term: d.string(), Documents: d.uint(), Edits: d.byte(), Part: d.bool()}
		}),
	}
}
