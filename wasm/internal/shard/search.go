package shard

import (
	"context"

	"clippings/wasm/internal/query"
	"clippings/wasm/internal/search"
	"clippings/wasm/internal/snippet"
	"clippings/wasm/internal/stem"
	"clippings/wasm/protocol"
)

// parse reads a query as typed.
func parse(q protocol.Query) (*search.Query, []query.Error) {
	tree, errs := query.Parse(q.Text, query.Options{PrefixLast: q.Typing, Any: q.Match != protocol.MatchAll})
	return search.Compile(tree), errs
}

// compile is parse for those who have been told the errors before.
func compile(q protocol.Query) *search.Query {
	compiled, _ := parse(q)
	return compiled
}

func (s *Shard) searchStats(ctx context.Context, q protocol.SearchStats) (protocol.Stats, error) {
	compiled, errs := parse(q.Query)
	s.mu.RLock()
	defer s.mu.RUnlock()
	answer, err := compiled.Stats(s.index, search.Ask{
		Langs: stem.Languages(q.Langs), Typos: q.Typos, Exactly: q.Query.Exactly, Yield: s.yield(ctx),
	})
	if err != nil {
		return protocol.Stats{}, err
	}
	answer.Langs = uint32(s.languages())
	for _, e := range errs {
		answer.Errors = append(answer.Errors, protocol.QueryError{
			Span: protocol.Span{Start: uint32(e.Start), End: uint32(e.End)}, Message: e.Message, Remedy: e.Remedy,
		})
	}
	return answer, nil
}

func (s *Shard) searchTop(ctx context.Context, q protocol.SearchTop) (protocol.Top, error) {
	compiled := compile(q.Query)
	s.mu.RLock()
	defer s.mu.RUnlock()
	options := search.Options{
		K: int(min(q.Limit, uint32(len(s.docs)))), Match: q.Query.Match, Tally: q.Tally,
		Docs: &inquiry{shard: s}, Yield: s.yield(ctx),
	}
	if q.Query.Fold == protocol.FoldCopies {
		options.Group = func(doc uint32) uint32 { return s.placeOf(doc).group }
	}
	s.searching.Lock()
	result, err := s.searcher.Top(compiled, q.Plan, options)
	s.searching.Unlock()
	if err != nil {
		return protocol.Top{}, err
	}
	return s.topOf(result), nil
}

// placeOf is where a document belongs; those that came since the last exchange
// belong nowhere yet.
func (s *Shard) placeOf(doc uint32) place {
	if int(doc) < len(s.places) {
		return s.places[doc]
	}
	return place{}
}

func (s *Shard) topOf(r search.Result) protocol.Top {
	top := protocol.Top{Documents: r.Documents, Lone: r.Singles, Occurrences: r.Occurrences}
	for _, g := range r.Groups {
		top.Groups = append(top.Groups, protocol.GroupCount{Group: g.Group, Documents: g.Count})
	}
	for _, h := range r.Hits {
		top.Hits = append(top.Hits, protocol.TopHit{
			ID: s.docs[h.Doc].info.ID, Group: h.Group, Name: h.Name,
			Key: h.Key, Standing: h.Standing,
		})
	}
	return top
}

func (s *Shard) snippets(_ context.Context, q protocol.Snippets) (protocol.Excerpts, error) {
	matcher := compile(q.Query).Matcher(q.Plan)
	s.mu.RLock()
	defer s.mu.RUnlock()
	var maker snippet.Maker
	answer := protocol.Excerpts{}
	for _, id := range q.IDs {
		d, err := s.find(id)
		if err != nil {
			continue
		}
		excerpt, err := d.excerpt(&maker, matcher, snippet.Options{MaxBytes: int(q.MaxBytes), Most: int(q.Most)})
		if err != nil {
			return answer, err
		}
		answer.Excerpts = append(answer.Excerpts, excerpt)
	}
	return answer, nil
}

// excerpt is the document as a hit shows it.
func (d *document) excerpt(maker *snippet.Maker, m *search.Matcher, opts snippet.Options) (protocol.Excerpt, error) {
	summary, err := d.summary()
	if err != nil {
		return protocol.Excerpt{}, err
	}
	var shown []protocol.Snippet
	for _, cut := range maker.Make(d.whole(), m, opts) {
		shown = append(shown, snippetOf(d.packed.Text, cut))
	}
	title := snippet.Document{
		Text:       summary.Title,
		Paragraphs: []protocol.Paragraph{{Span: protocol.Span{End: uint32(len(summary.Title))}, Role: protocol.RoleTitle}},
	}
	return protocol.Excerpt{
		Summary: summary, Snippets: shown, Title: maker.Highlights(title, m),
	}, nil
}

// snippetOf is an excerpt of a text, its marks counted from where it begins.
func snippetOf(text string, cut snippet.Snippet) protocol.Snippet {
	out := protocol.Snippet{Text: cut.Of(text), Start: cut.Start}
	for _, m := range cut.Matches {
		out.Matches = append(out.Matches, protocol.Span{Start: m.Start - cut.Start, End: m.End - cut.Start})
	}
	return out
}

// marks is all places of the document that match.
func (d *document) marks(m *search.Matcher) []protocol.Span {
	var maker snippet.Maker
	return maker.Highlights(d.whole(), m)
}

// whole is the document in the form snippet takes.
func (d *document) whole() snippet.Document {
	return snippet.Document{Text: d.packed.Text, Paragraphs: d.full(nil)}
}
