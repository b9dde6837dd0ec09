package deflate

// parser finds cheap ways through a piece.
type parser struct {
	b       []byte
	from    int   // the piece begins
	starts  []int // where in matches those of a place of the piece begin
	matches []match
	least   []uint32 // scratch: the cost from a place of a block to its end
	next    []step
}

// step is how a way goes on: by a byte (length 1), or by a match.
type step = match

func newParser(b []byte, from, to int) *parser {
	p := &parser{b: b, from: from, starts: make([]int, 0, to-from+1), least: make([]uint32, to-from+1), next: make([]step, to-from)}
	m := newMatcher(b[:to])
	for at := max(0, from-windowBytes); at < from; at++ {
		p.matches = m.enter(at, p.matches[:0])
	}
	p.matches = p.matches[:0]
	for at := from; at < to; at++ {
		p.starts = append(p.starts, len(p.matches))
		p.matches = m.enter(at, p.matches)
	}
	p.starts = append(p.starts, len(p.matches))
	return p
}

// improve looks for a cheaper way through a block by the costs of its symbols, and
// takes it. It reports whether there was one.
func (p *parser) improve(b *block) bool {
	steps := p.parse(b)
	counts := countSymbols(b.content(p.b), steps)
	codes := codesOf(&counts)
	size := counts.extra + codes.size(&counts)
	if b.steps != nil && size >= b.size {
		return false
	}
	b.steps, b.size, b.costs, b.codes = steps, size, counts.costs(), codes
	return true
}

// parse finds the cheapest way through a block, from its end to its beginning.
func (p *parser) parse(b *block) []step {
	n, c := b.to-b.from, &b.costs
	least, next := p.least[:n+1], p.next[:n]
	least[n] = 0
	content, offset := b.content(p.b), b.from-p.from
	for at := n - 1; at >= 0; at-- {
		best, way := least[at+1]+c.bytes[content[at]], step{length: 1}
		matches := p.matches[p.starts[offset+at]:p.starts[offset+at+1]]
		length := minMatch
		// In a long run of the same, shorter matches lead nowhere.
		if k := len(matches); k > 0 && matches[k-1].length == maxMatch {
			length = max(minMatch, min(maxMatch, n-at))
		}
		for _, m := range matches {
			far := c.distances[distanceSymbol(m.distance)]
			for to := min(int(m.length), n-at); length <= to; length++ {
				if cost := least[at+length] + c.lengths[length] + far; cost < best {
					best, way = cost, step{uint16(length), m.distance}
				}
			}
		}
		least[at], next[at] = best, way
	}
	steps := make([]step, 0, n/4)
	for at := 0; at < n; at += int(next[at].length) {
		steps = append(steps, next[at])
	}
	return steps
}
