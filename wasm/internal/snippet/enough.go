package snippet

import (
	"math"
	"math/bits"

	"clippings/wasm/protocol"
)

// enough tells when a text need not be read further for an excerpt: soon after a
// window that shows all parts of the query. Most hits have one near the
// beginning; then a third of the text is read, or less.
type enough struct {
	size  uint32 // of the window
	stop  uint32 // where to stop, past the end of any text if that is not known
	parts uint64 // of which running text may have matches
	seen  uint64 // of them, those seen in the block
	block int32
	last  [64]uint32 // where each part was seen last
}

// begin starts a text. No window is enough where places count only near others
// or are found a paragraph at a time.
func (e *enough) begin(m Matcher, starts uint64, room uint32) {
	*e = enough{size: room - room/3, stop: math.MaxUint32, block: -1}
	if room == 0 || m.Nears() > 0 || m.InText() != 0 {
		return
	}
	for r := range protocol.RoleRepeat {
		if field, indexed := m.Field(r); indexed && kindOf(r) == running {
			e.parts |= m.In(field) & starts
		}
	}
}

// add notes a match in running text. Behind a window that shows all, as much
// text again as two windows have may show it better.
func (e *enough) add(m match) {
	if e.parts == 0 || e.stop < math.MaxUint32 {
		return
	}
	if m.block != e.block {
		e.block, e.seen = m.block, 0
	}
	e.seen |= 1 << m.part
	e.last[m.part] = m.Start
	if e.seen != e.parts {
		return
	}
	first := m.Start
	for rest := e.parts; rest != 0; rest &= rest - 1 {
		first = min(first, e.last[bits.TrailingZeros64(rest)])
	}
	if m.End-first <= e.size {
		e.stop = m.End + 3*e.size
	}
}
