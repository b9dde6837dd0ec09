package format

import (
	"fmt"
	"slices"
	"strconv"

	"clippings/wasm/internal/extract"
	"clippings/wasm/internal/split"
	"clippings/wasm/protocol"
)

// read finds the articles of a piece and tells the ledger.
func (w *walk) read(p piece) error {
	switch p.markup {
	case protocol.MarkupHTML:
		page, err := parseHTML(p.text, w.pause)
		if err != nil {
			return err
		}
		if p.text = page.text; isBlank(p.text) {
			return skipError{protocol.SkipNoText, ""}
		}
		p.headPage(&page.input)
		return w.articles(p, page.input)
	case protocol.MarkupMarkdown:
		return w.article(p, parseMarkdown(p.text))
	}
	var in extract.Input
	p.head(&in)
	return w.articles(p, in)
}

// articles finds the one article of a text, or the several of an export, unless
// the recipe says that it is one.
func (w *walk) articles(p piece, in extract.Input) error {
	if w.recipe.Whole || !p.several {
		return w.article(p, in)
	}
	s, err := split.Find(p.text, w.pause)
	if err != nil {
		return err
	}
	if len(s.Parts) == 0 {
		return w.article(p, in)
	}
	p.facts = withoutFileDate(p.facts)
	for i, part := range s.Parts {
		if w.left--; w.left < 0 {
			return errRecords
		}
		one := p
		one.Record, one.Bytes = joinKey(p.Record, strconv.Itoa(i+1)), int64(part.Len())
		one.text = part.Of(p.text)
		one.warnings = append(slices.Clip(p.warnings), fmt.Sprintf("One of %d articles in this file: %s. It is bytes %d to %d of the text.", len(s.Parts), s.Why, part.Start, part.End))
		if err := w.article(one, cutInput(in, part)); err != nil {
			return err
		}
	}
	return nil
}

// cutInput is the part of a page's lines that lies in a stretch of its text, with
// offsets into that stretch. A line over the edge belongs to neither side: marks
// are lines, so there is none.
func cutInput(in extract.Input, part protocol.Span) extract.Input {
	if in.Lines == nil {
		return in
	}
	out := in
	out.Lines = []extract.Line{}
	for _, l := range in.Lines {
		if part.Start <= l.Span.Start && l.Span.End <= part.End {
			l.Span = protocol.Span{Start: l.Span.Start - part.Start, End: l.Span.End - part.Start}
			out.Lines = append(out.Lines, l)
		}
	}
	return out
}

// article finds the article in a text.
func (w *walk) article(p piece, in extract.Input) error {
	d := &protocol.Document{
		Name: p.Source, Source: p.Source, Record: p.Record,
		Format: p.Format, Encoding: p.encoding, Markup: p.markup, Text: p.text, Warnings: p.warnings,
	}
	if p.Record != "" {
		d.Name += "#" + p.Record
	}
	in.Known = append(in.Known, p.facts...)
	in.Yield = w.pause
	if err := extract.Extract(d, in); err != nil {
		return err
	}
	e := p.Entry
	e.Document, e.Encoding = d, d.Encoding
	return w.tell(e)
}
