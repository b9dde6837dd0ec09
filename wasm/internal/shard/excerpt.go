package shard

import (
	"context"

	"clippings/wasm/internal/search"
	"clippings/wasm/internal/snippet"
	"clippings/wasm/protocol"
)

func (s *Shard) snippets(_ context.Context, q protocol.Snippets) (protocol.Excerpts, error) {
	matcher := s.compile(q.Query).Matcher(q.Plan)
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
