package protocol

// Snippets is the third phase of a search: excerpts for the documents that are
// shown, asked of the shard that holds them.
type Snippets struct {
	Query    Query
	Plan     Stats
	IDs      []DocID
	MaxBytes uint32 // of all snippets of a document together
	Most     uint32 // snippets of a document
}

// Kind implements Request.
func (Snippets) Kind() Kind { return KindSnippets }

// AppendTo implements Request.
func (q Snippets) AppendTo(b []byte) []byte {
	b = appendList(q.Plan.AppendTo(appendQuery(b, q.Query)), q.IDs, appendID)
	return appendUint32(appendUint32(b, q.MaxBytes), q.Most)
}

// DecodeSnippets reads the request.
func DecodeSnippets(b []byte) (Snippets, error) {
	return decode(b, func(d *decoder) Snippets {
		return Snippets{
			Query: readQuery(d), Plan: readStats(d), IDs: decodeList(d, readID),
			MaxBytes: d.uint32(), Most: d.uint32(),
		}
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
	Summary  Summary
	Title    []Span    // matches in Summary.Title
	Snippets []Snippet // in the order of the text; one at least if there is any text
}

// Best is the snippet with the most marks, the first of those; false if there is none.
func (e Excerpt) Best() (best Snippet, ok bool) {
	for _, s := range e.Snippets {
		if !ok || len(s.Matches) > len(best.Matches) {
			best, ok = s, true
		}
	}
	return best, ok
}

// Snippet is a piece of a document's text.
type Snippet struct {
	Text    string
	Matches []Span // in Text
	Start   uint32 // where Text begins in the document's text
}

// AppendTo implements Response.
func (r Excerpts) AppendTo(b []byte) []byte {
	return appendList(b, r.Excerpts, func(b []byte, e Excerpt) []byte {
		b = appendList(appendSummary(b, e.Summary), e.Title, appendSpan)
		return appendList(b, e.Snippets, appendSnippet)
	})
}

func readExcerpt(d *decoder) Excerpt {
	e := Excerpt{
		Summary: readSummary(d), Title: decodeList(d, readSpan),
		Snippets: decodeList(d, readSnippet),
	}
	checkMarks(d, e.Title, e.Summary.Title)
	return e
}

func appendSnippet(b []byte, s Snippet) []byte {
	return appendUint32(appendList(appendString(b, s.Text), s.Matches, appendSpan), s.Start)
}

func readSnippet(d *decoder) Snippet {
	s := Snippet{Text: d.string(), Matches: decodeList(d, readSpan), Start: d.uint32()}
	checkMarks(d, s.Matches, s.Text)
	return s
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

// Versions asks for a passage as it stands in other documents: of each, the
// place that is most like it.
type Versions struct {
	Passage string
	IDs     []DocID
}

// Kind implements Request.
func (Versions) Kind() Kind { return KindVersions }

// AppendTo implements Request.
func (q Versions) AppendTo(b []byte) []byte {
	return appendList(appendString(b, q.Passage), q.IDs, appendID)
}

// DecodeVersions reads the request.
func DecodeVersions(b []byte) (Versions, error) {
	return decode(b, func(d *decoder) Versions {
		return Versions{Passage: d.string(), IDs: decodeList(d, readID)}
	})
}

// DecodeResponse implements Request.
func (Versions) DecodeResponse(b []byte) (VersionList, error) {
	return decode(b, func(d *decoder) VersionList {
		return VersionList{Versions: decodeList(d, func(d *decoder) PassageVersion {
			return PassageVersion{Summary: readSummary(d), Snippet: readSnippet(d), Absent: d.bool()}
		})}
	})
}

// VersionList answers Versions, one for each document that the shard holds, in the
// order asked.
type VersionList struct {
	Versions []PassageVersion
}

// PassageVersion is a passage in one document. Its marks are the words that are
// not in the passage asked for, or stand there otherwise.
type PassageVersion struct {
	Summary Summary
	Snippet Snippet
	Absent  bool // nothing like the passage stands in the document
}

// AppendTo implements Response.
func (r VersionList) AppendTo(b []byte) []byte {
	return appendList(b, r.Versions, func(b []byte, v PassageVersion) []byte {
		return appendBool(appendSnippet(appendSummary(b, v.Summary), v.Snippet), v.Absent)
	})
}
