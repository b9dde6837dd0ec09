package protocol

// Query is what the person typed and how it is to be read.
type Query struct {
	Text   string
	Typing bool // the last word may still be growing: match it as a prefix
	Any    bool // rank documents that match any of the words, not all
	Apart  bool // every copy is a hit of its own
}

func appendQuery(b []byte, q Query) []byte {
	return appendBool(appendBool(appendBool(appendString(b, q.Text), q.Typing), q.Any), q.Apart)
}

func readQuery(d *decoder) Query {
	return Query{Text: d.string(), Typing: d.bool(), Any: d.bool(), Apart: d.bool()}
}

// SearchStats is the first phase of a search: how often the query's words
// stand in a shard. Answers of many shards are added up.
type SearchStats struct {
	Query Query
}

// Kind implements Request.
func (SearchStats) Kind() Kind { return KindSearchStats }

// AppendTo implements Request.
func (q SearchStats) AppendTo(b []byte) []byte { return appendQuery(b, q.Query) }

// DecodeSearchStats reads the request.
func DecodeSearchStats(b []byte) (SearchStats, error) {
	return decode(b, func(d *decoder) SearchStats { return SearchStats{Query: readQuery(d)} })
}

// DecodeResponse implements Request.
func (SearchStats) DecodeResponse(b []byte) (Stats, error) { return decode(b, readStats) }

// Stats are sums over documents; those of two shards add up to those of both.
type Stats struct {
	Documents uint64   // indexed
	Length    uint64   // their weighted lengths in words, added up
	Leaves    []uint64 // for each word of the query, in order, two: documents that have it, and postings of all it is the beginning of
	Errors    []QueryError
}

// Add adds the figures of another shard for the same query.
func (s *Stats) Add(o Stats) {
	s.Documents += o.Documents
	s.Length += o.Length
	if len(s.Leaves) < len(o.Leaves) {
		s.Leaves = append(s.Leaves, make([]uint64, len(o.Leaves)-len(s.Leaves))...)
	}
	for i, n := range o.Leaves {
		s.Leaves[i] += n
	}
	s.Errors = o.Errors
}

// AppendTo implements Response.
func (s Stats) AppendTo(b []byte) []byte {
	b = appendUint(appendUint(b, s.Documents), s.Length)
	b = appendList(b, s.Leaves, appendUint)
	return appendList(b, s.Errors, func(b []byte, e QueryError) []byte {
		return appendString(appendString(appendSpan(b, e.Span), e.Message), e.Remedy)
	})
}

func readStats(d *decoder) Stats {
	return Stats{
		Documents: d.uint(), Length: d.uint(),
		Leaves: decodeList(d, (*decoder).uint),
		Errors: decodeList(d, func(d *decoder) QueryError {
			return QueryError{Span: d.span(), Message: d.string(), Remedy: d.string()}
		}),
	}
}

// QueryError says what is wrong with a query and where. What is sound is
// searched all the same.
type QueryError struct {
	Span    Span // in bytes of the query
	Message string
	Remedy  string
}

// SearchTop is the second phase: the best documents by the figures of the whole
// corpus. Of each group of copies only the best is a hit.
type SearchTop struct {
	Query Query
	Stats Stats // summed over all shards
	Limit uint32
}

// Kind implements Request.
func (SearchTop) Kind() Kind { return KindSearchTop }

// AppendTo implements Request.
func (q SearchTop) AppendTo(b []byte) []byte {
	return appendUint32(q.Stats.AppendTo(appendQuery(b, q.Query)), q.Limit)
}

// DecodeSearchTop reads the request.
func DecodeSearchTop(b []byte) (SearchTop, error) {
	return decode(b, func(d *decoder) SearchTop {
		return SearchTop{Query: readQuery(d), Stats: readStats(d), Limit: d.uint32()}
	})
}

// DecodeResponse implements Request.
func (SearchTop) DecodeResponse(b []byte) (Top, error) {
	return decode(b, func(d *decoder) Top {
		t := Top{Documents: d.uint(), Lone: d.uint()}
		t.Groups = decodeList(d, func(d *decoder) GroupCount {
			return GroupCount{Group: d.uint32(), Documents: d.uint32()}
		})
		t.Hits = decodeList(d, func(d *decoder) TopHit {
			return TopHit{ID: d.id(), Group: d.uint32(), Score: d.float(), Name: d.string()}
		})
		return t
	})
}

// Top answers SearchTop.
type Top struct {
	Documents uint64       // that match, copies counted each
	Lone      uint64       // of them, those in no group of copies
	Groups    []GroupCount // groups with a match, by number
	Hits      []TopHit     // higher Score first, then Name
}

// GroupCount says how many documents of a group match, in one shard.
type GroupCount struct {
	Group     uint32
	Documents uint32
}

// TopHit is a document that matches, without its summary.
type TopHit struct {
	ID    DocID
	Group uint32 // number of its group of copies, 0 for none
	Score float64
	Name  string
}

// AppendTo implements Response.
func (r Top) AppendTo(b []byte) []byte {
	b = appendUint(appendUint(b, r.Documents), r.Lone)
	b = appendList(b, r.Groups, func(b []byte, g GroupCount) []byte {
		return appendUint32(appendUint32(b, g.Group), g.Documents)
	})
	return appendList(b, r.Hits, func(b []byte, h TopHit) []byte {
		b = appendUint32(appendID(b, h.ID), h.Group)
		return appendString(appendFloat(b, h.Score), h.Name)
	})
}

// Snippets is the third phase: excerpts for the documents that are shown, asked
// of the shard that holds them.
type Snippets struct {
	Query    Query
	IDs      []DocID
	MaxBytes uint32 // of an excerpt
}

// Kind implements Request.
func (Snippets) Kind() Kind { return KindSnippets }

// AppendTo implements Request.
func (q Snippets) AppendTo(b []byte) []byte {
	return appendUint32(appendList(appendQuery(b, q.Query), q.IDs, appendID), q.MaxBytes)
}

// DecodeSnippets reads the request.
func DecodeSnippets(b []byte) (Snippets, error) {
	return decode(b, func(d *decoder) Snippets {
		return Snippets{Query: readQuery(d), IDs: decodeList(d, readID), MaxBytes: d.uint32()}
	})
}

// DecodeResponse implements Request.
func (Snippets) DecodeResponse(b []byte) (Excerpts, error) {
	return decode(b, func(d *decoder) Excerpts {
		return Excerpts{Excerpts: decodeList(d, readExcerpt)}
	})
}

// Excerpts answers Snippets: one for each document that the shard holds.
type Excerpts struct {
	Excerpts []Excerpt
}

// Excerpt is a document as a hit shows it.
type Excerpt struct {
	Summary Summary
	Title   []Span // matches in Summary.Title
	Snippet string
	Matches []Span // matches in Snippet
	Start   uint32 // where Snippet begins in the document's text
}

// AppendTo implements Response.
func (r Excerpts) AppendTo(b []byte) []byte {
	return appendList(b, r.Excerpts, func(b []byte, e Excerpt) []byte {
		b = appendList(appendSummary(b, e.Summary), e.Title, appendSpan)
		b = appendList(appendString(b, e.Snippet), e.Matches, appendSpan)
		return appendUint32(b, e.Start)
	})
}

func readExcerpt(d *decoder) Excerpt {
	e := Excerpt{
		Summary: readSummary(d), Title: decodeList(d, readSpan),
		Snippet: d.string(), Matches: decodeList(d, readSpan), Start: d.uint32(),
	}
	checkMarks(d, e.Title, e.Summary.Title)
	checkMarks(d, e.Matches, e.Snippet)
	return e
}

// checkMarks fails unless marks are sorted, apart, and inside text.
func checkMarks(d *decoder, marks []Span, text string) {
	at := uint32(0)
	for _, m := range marks {
		if m.Start < at || int(m.End) > len(text) {
			d.fail()
			return
		}
		at = m.End
	}
}
