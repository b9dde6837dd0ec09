package shard

import (
	"context"
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

func (s *Shard) summaries(_ context.Context, q protocol.Summaries) (protocol.SummaryList, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	answer := protocol.SummaryList{}
	for _, id := range q.IDs {
		summary, ok, err := s.summaryOf(id)
		if !ok {
			continue
		}
		if err != nil {
			return answer, err
		}
		answer.Summaries = append(answer.Summaries, summary)
	}
	return answer, nil
}

// summaryOf is what a list shows of a document; false if it is not here. The caller
// holds the lock.
func (s *Shard) summaryOf(id protocol.DocID) (protocol.Summary, bool, error) {
	if a := s.arriving; a != nil && a.summed != nil {
		if summary, ok := a.summed.of(id); ok {
			return summary, true, nil
		}
	}
	if o := s.opening; o != nil && o.first[id] != nil {
		return *o.first[id], true, nil
	}
	i, ok := s.byID[id]
	if !ok {
		return protocol.Summary{}, false, nil
	}
	summary, err := s.docs[i].summary()
	return summary, true, err
}

// summary is what a list shows of the document.
func (d *document) summary() (protocol.Summary, error) {
	doc, err := d.packed.Outline()
	if err != nil {
		return protocol.Summary{}, err
	}
	return protocol.Summary{
		ID: doc.ID, Name: doc.Name, Title: doc.Title, Lead: d.lead(), Outlet: doc.Outlet,
		Date: doc.Date, Agency: doc.Agency, Byline: doc.Byline, Lang: doc.Lang, Words: d.words,
	}, nil
}

// lead is the start of the running text.
func (d *document) lead() string {
	for _, p := range d.paragraphs {
		if p.role.IsRunning() {
			return cut(p.Of(d.packed.Text), protocol.LeadLen)
		}
	}
	return ""
}

// cut is text, or as many whole words of it as fit into max bytes; where no
// word fits, as many whole characters.
func cut(text string, max int) string {
	if len(text) <= max {
		return text
	}
	for max > 0 && !utf8.RuneStart(text[max]) {
		max--
	}
	if space := strings.LastIndexByte(text[:max], ' '); space > 0 {
		max = space
	}
	return text[:max]
}
