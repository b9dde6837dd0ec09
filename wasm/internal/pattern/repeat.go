package pattern

// repeats reads the sign of repetition after n, if there is one. n is nil if
// there is nothing to repeat.
func (p *parser) repeats(n *node) *node {
	start := p.at
	low, high, end := p.sign()
	if end == 0 {
		if n == nil {
			n = &node{}
		}
		return n
	}
	p.at = end
	lazy := p.skip('?') != p.flags.lazy
	if n == nil {
		p.fail(nothingRepeated, start, p.at)
		return &node{}
	}
	out := &node{op: repeatNode, subs: []*node{n}, min: low, max: high, lazy: lazy}
	if low > maxRepeat || high > maxRepeat || high >= 0 && low > high || (low > 1 || high > 1) && !out.repeatsAtMost(maxRepeat) {
		p.fail(repeatedTooOften, start, p.at)
		return out
	}
	if _, _, end := p.sign(); end > 0 {
		p.at = end
		p.skip('?')
		p.fail(nothingRepeated, start, p.at)
	}
	return out
}

// sign is the sign of repetition at hand, and where it ends; 0 if it is none.
func (p *parser) sign() (low, high, end int) {
	switch p.next() {
	case '*':
		return 0, -1, p.at + 1
	case '+':
		return 1, -1, p.at + 1
	case '?':
		return 0, 1, p.at + 1
	case '{':
		return p.counts()
	}
	return 0, 0, 0
}

// counts reads {n}, {n,} or {n,m}. What is none of these stands for itself.
func (p *parser) counts() (low, high, end int) {
	low, at := p.number(p.at + 1)
	if at == 0 {
		return 0, 0, 0
	}
	high = low
	if at < len(p.text) && p.text[at] == ',' {
		high = -1
		if n, after := p.number(at + 1); after > 0 {
			high, at = n, after-1
		}
		at++
	}
	if at == len(p.text) || p.text[at] != '}' {
		return 0, 0, 0
	}
	return low, high, at + 1
}

// number reads digits, of which the first is 0 only if it is the only one, up to
// more than may be repeated. end is 0 if there are none.
func (p *parser) number(at int) (n, end int) {
	start := at
	for at < len(p.text) && '0' <= p.text[at] && p.text[at] <= '9' {
		n = min(n*10+int(p.text[at]-'0'), maxRepeat+1)
		at++
	}
	if at == start || at > start+1 && p.text[start] == '0' {
		return 0, 0
	}
	return n, at
}

// repeatsAtMost reports whether nothing in the node is repeated more than most
// times, numbers within numbers multiplied.
func (n *node) repeatsAtMost(most int) bool {
	if n.op == repeatNode && (n.min > 1 || n.max > 1 || n.max == 0) {
		times := n.max
		if times == 0 {
			return true
		}
		if times < 0 {
			times = n.min
		}
		if times > most {
			return false
		}
		most /= times
	}
	for _, s := range n.subs {
		if !s.repeatsAtMost(most) {
			return false
		}
	}
	return true
}
