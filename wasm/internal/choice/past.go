package choice

import (
	"strings"
	"sync"
)

// past is what the last answer found out. Who types adds letters, and a text that
// does not hold some letters does not hold more: from the fourth or so on, few
// texts are left to be looked at.
//
// It has the memory for the next answer too: what a letter typed needs, some
// megabytes, would have the whole heap collected for each few letters. So one
// answer is made at a time. It is shared by copies of a List.
type past struct {
	mu     sync.Mutex
	text   string   // the pattern
	left   []uint32 // the texts that hold it, or were not looked at; rising
	looked int      // of so many texts

	found   []candidate
	classes []uint32
	bounded []bounded
	failed  []uint64 // bits of the texts that do not match
	spare   []uint32 // for left
}

// leave is what is to be looked at for a pattern: some texts, and all from next on.
func (p *past) leave(text string) (left []uint32, next int) {
	if p.text == "" || !strings.HasPrefix(text, p.text) {
		return nil, 0
	}
	return p.left, p.looked
}

// begin makes ready for an answer about so many texts.
func (p *past) begin(texts int) {
	if n := (texts + 63) / 64; n > len(p.failed) {
		p.failed = make([]uint64, n+n/4)
	} else {
		clear(p.failed)
	}
	p.found = p.found[:0]
}

// put notes what an answer about so many texts found out.
func (p *past) put(text string, texts int) {
	left := p.spare[:0]
	for _, c := range p.found {
		if p.failed[c.text/64]>>(c.text%64)&1 == 0 {
			left = append(left, c.text)
		}
	}
	p.text, p.left, p.spare, p.looked = text, left, p.left, texts
}
