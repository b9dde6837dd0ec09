package shard

import (
	"encoding/binary"
	"slices"

	"clippings/wasm/internal/align"
	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/quote"
	"clippings/wasm/protocol"
)

// wording is the words of a document's running text, second printings included:
// their hashes, where they stand, which of them are quoted and which are printed
// again.
type wording struct {
	align.Text
	spans []protocol.Span
	again []bool
	text  string // the document's
}

// wording finds the document's.
func (d *document) wording(scan *analysis.Scanner) *wording {
	w := &wording{text: d.packed.Text}
	for _, p := range d.paragraphs {
		if p.role.IsRunning() || p.role == protocol.RoleRepeat {
			w.read(scan, p)
		}
	}
	w.Quoted = make([]bool, len(w.spans))
	quotes := quote.Spans(nil, d.packed.Text, d.full(nil))
	for i, s := range w.spans {
		for len(quotes) > 0 && quotes[0].End <= s.Start {
			quotes = quotes[1:]
		}
		w.Quoted[i] = len(quotes) > 0 && quotes[0].Start <= s.Start
	}
	return w
}

// read appends the words of a paragraph in the form in which texts are compared.
// What one house prints and the next does not is left out.
func (w *wording) read(scan *analysis.Scanner, p paragraph) {
	scan.Reset(p.Of(w.text))
	for scan.Next() {
		if hash, ok := scan.Compared(); ok {
			w.Words = append(w.Words, hash)
			w.spans = append(w.spans, protocol.Span{Start: p.Start + scan.Start(), End: p.Start + scan.End()})
			w.again = append(w.again, p.role == protocol.RoleRepeat)
		}
	}
}

// once is the wording without second printings: the words that count when
// documents are compared. It is w itself if there are none.
func (w *wording) once() *wording {
	if !slices.Contains(w.again, true) {
		return w
	}
	once := &wording{text: w.text}
	for i, again := range w.again {
		if !again {
			once.Words = append(once.Words, w.Words[i])
			once.Quoted = append(once.Quoted, w.Quoted[i])
			once.spans = append(once.spans, w.spans[i])
		}
	}
	return once
}

// span is the stretch of text from the first to the last word of a half-open
// range of words, which must not be empty.
func (w *wording) span(r [2]uint32) protocol.Span {
	return protocol.Span{Start: w.spans[r[0]].Start, End: w.spans[r[1]-1].End}
}

// appendTo appends the binary form: the text behind its length; for each word its
// hash in 8 bytes little-endian, how far it starts after the end of the one
// before, times four, plus one if it is quoted and two if it is printed again, and
// its length.
func (w *wording) appendTo(b []byte) []byte {
	b = append(binary.AppendUvarint(b, uint64(len(w.text))), w.text...)
	end := uint32(0)
	for i, s := range w.spans {
		gap := uint64(s.Start-end) << 2
		if w.Quoted[i] {
			gap |= 1
		}
		if w.again[i] {
			gap |= 2
		}
		b = binary.LittleEndian.AppendUint64(b, w.Words[i])
		b = binary.AppendUvarint(b, gap)
		b = binary.AppendUvarint(b, uint64(s.End-s.Start))
		end = s.End
	}
	return b
}

func decodeWording(b []byte) (*wording, error) {
	size, n := binary.Uvarint(b)
	if n <= 0 || size > uint64(len(b)-n) {
		return nil, protocol.ErrCorrupt
	}
	w := &wording{text: string(b[n:][:size])}
	b = b[n+int(size):]
	end := uint64(0)
	for len(b) > 0 {
		if len(b) < 8 {
			return nil, protocol.ErrCorrupt
		}
		term := binary.LittleEndian.Uint64(b)
		gap, n := binary.Uvarint(b[8:])
		if n <= 0 {
			return nil, protocol.ErrCorrupt
		}
		length, m := binary.Uvarint(b[8+n:])
		if m <= 0 || gap>>2 > size || length > size || end+gap>>2+length > size {
			return nil, protocol.ErrCorrupt
		}
		b = b[8+n+m:]
		start := end + gap>>2
		end = start + length
		w.Words = append(w.Words, term)
		w.Quoted = append(w.Quoted, gap&1 != 0)
		w.again = append(w.again, gap&2 != 0)
		w.spans = append(w.spans, protocol.Span{Start: uint32(start), End: uint32(end)})
	}
	return w, nil
}
