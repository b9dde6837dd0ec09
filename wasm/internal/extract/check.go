package extract

import (
	"errors"
	"fmt"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// Check reports how d breaks the contract of protocol.Document, nil if it does
// not: text is valid UTF-8; paragraphs are sorted, not empty, do not overlap,
// begin and end between characters, and cover every character that is not white
// space; spans of facts lie in the text.
func Check(d *protocol.Document) error {
	if !utf8.ValidString(d.Text) {
		return errors.New("extract: text is not valid UTF-8")
	}
	at := uint32(0)
	for i, p := range d.Paragraphs {
		if p.Start < at || p.End <= p.Start || int(p.End) > len(d.Text) {
			return fmt.Errorf("extract: paragraph %d at [%d,%d) after %d of %d", i, p.Start, p.End, at, len(d.Text))
		}
		if !onBoundary(d.Text, p.Start) || !onBoundary(d.Text, p.End) {
			return fmt.Errorf("extract: paragraph %d at [%d,%d) cuts a character", i, p.Start, p.End)
		}
		if err := checkBlank(d.Text, at, p.Start); err != nil {
			return err
		}
		at = p.End
	}
	if err := checkBlank(d.Text, at, uint32(len(d.Text))); err != nil {
		return err
	}
	for _, f := range d.Facts {
		if f.Span.End < f.Span.Start || int(f.Span.End) > len(d.Text) || !onBoundary(d.Text, f.Span.Start) || !onBoundary(d.Text, f.Span.End) {
			return fmt.Errorf("extract: fact %s %q at [%d,%d) of %d", f.Field, f.Value, f.Span.Start, f.Span.End, len(d.Text))
		}
	}
	return nil
}

func checkBlank(text string, start, end uint32) error {
	for i, r := range text[start:end] {
		if !unicode.IsSpace(r) {
			return fmt.Errorf("extract: %q at %d is in no paragraph", r, int(start)+i)
		}
	}
	return nil
}

func onBoundary(text string, i uint32) bool {
	return int(i) == len(text) || utf8.RuneStart(text[i])
}
