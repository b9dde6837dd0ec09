package cli

import (
	"context"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// countLine is how much a query finds.
type countLine struct {
	Query     string `json:"query"`
	Hits      uint64 `json:"hits"` // places where a part of the query stands
	Documents uint64 `json:"documents"`
	Texts     uint64 `json:"texts"` // copies counted once
}

func (e *environment) printCount(ctx context.Context, corpus *coord.Corpus, q protocol.Query) error {
	t, err := corpus.Count(ctx, q)
	if err != nil {
		return err
	}
	e.printFaults(q.Text, t.Errors)
	e.printSpellings(q.Text, t.Also, t.Some)
	return e.out.Encode(countLine{Query: q.Text, Hits: t.Occurrences, Documents: t.Documents, Texts: t.Texts})
}

// facetLine is a value that documents found have, and how many of them.
type facetLine struct {
	Query     string `json:"query"`
	Field     string `json:"field"`
	Value     string `json:"value"` // "none" for documents without one
	Documents uint64 `json:"documents"`
}

const secondsOfDay = 24 * 60 * 60

func (e *environment) printFacets(ctx context.Context, corpus *coord.Corpus, q protocol.Query) error {
	facets, err := corpus.Facets(ctx, q)
	if err != nil {
		return err
	}
	var lines []facetLine
	add := func(field, value string, n uint64) {
		if n > 0 {
			lines = append(lines, facetLine{Query: q.Text, Field: field, Value: value, Documents: n})
		}
	}
	for _, f := range facets.Facets {
		for _, v := range f.Values {
			add(f.Field, v.Value, v.Documents)
		}
		add(f.Field, "none", f.None)
	}
	for _, d := range facets.Days {
		add("date", time.Unix(int64(d.Day)*secondsOfDay, 0).UTC().Format(time.DateOnly), d.Documents)
	}
	add("date", "none", facets.Undated)
	for _, s := range facets.Stories {
		add("story", s.Summary.Name, s.Documents)
	}
	for _, l := range lines {
		if err := e.out.Encode(l); err != nil {
			return err
		}
	}
	return nil
}

// whyLine is why a hit stands where it stands.
type whyLine struct {
	Typos  uint8      `json:"typos"`
	Forms  uint8      `json:"forms"` // words in another form only
	Gap    uint32     `json:"gap"`   // words between those of the query
	Title  bool       `json:"title"`
	Score  float64    `json:"score"`
	Length float64    `json:"length"`
	Parts  []partLine `json:"parts"`
}

type partLine struct {
	Text      string     `json:"text"`
	Documents uint64     `json:"documents"`
	Rarity    float64    `json:"rarity"`
	Weight    float64    `json:"weight"`
	Score     float64    `json:"score"`
	Terms     []termLine `json:"terms"`
}

type termLine struct {
	Term   string `json:"term"`
	Edits  uint8  `json:"edits,omitempty"`
	Form   bool   `json:"form,omitempty"`
	Title  uint32 `json:"title,omitempty"`
	Places uint32 `json:"places"`
}

func whyOf(x protocol.Explanation) *whyLine {
	line := &whyLine{
		Typos: x.Standing.Typos, Forms: x.Standing.Forms, Gap: x.Window, Title: x.Standing.Field == 0,
		Score: x.Standing.Score, Length: x.Length, Parts: []partLine{},
	}
	for _, p := range x.Parts {
		part := partLine{Text: p.Text, Documents: p.Documents, Rarity: p.Rarity, Weight: p.Weight, Score: p.Score, Terms: []termLine{}}
		for _, t := range p.Terms {
			part.Terms = append(part.Terms, termLine(t))
		}
		line.Parts = append(line.Parts, part)
	}
	return line
}
