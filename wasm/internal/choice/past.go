package choice

import (
	"strings"
	"sync"
)

// past is what the last answer found out. Who types adds letters, and a text that
// does not hold some letters does not hold more: from the fourth or so on, few
// texts are left to be looked at. It is shared by copies of a List.
type past struct {
	mu     sync.Mutex
	text   string   // the pattern
	left   []uint32 // the texts that hold it, or were not looked at
	looked int      // of so many texts
}

// leave is what is to be looked at for a pattern: some texts, and all from next on.
func (p *past) leave(text string) (left []uint32, next int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.text == "" || !strings.HasPrefix(text, p.text) {
		return nil, 0
	}
	return p.left, p.looked
}

// put notes what an answer found out.
func (p *past) put(b *best, found []candidate) {
	left := make([]uint32, 0, len(found))
	for _, c := range found {
		if b.failed[c.text/64]>>(c.text%64)&1 == 0 {
			left = append(left, c.text)
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text, p.left, p.looked = b.pattern.text, left, b.list.Len()
}
