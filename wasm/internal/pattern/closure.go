package pattern

// scratch is what a move is worked out in.
type scratch struct {
	next  []uint32 // the steps of the state that comes out
	stack []uint32
	seen  []uint32 // the move that last took a step
	added []uint32 // the move that last put a step in next
	moves uint32
	key   []byte
}

// move is what a state becomes by a character of a class, as an entry of the
// table, where it is put.
func (m *automaton) move(row uint32, class uint16) uint32 {
	if to := m.table[row+uint32(class)]; to != 0 {
		return to
	}
	s := m.states[row/m.columns]
	m.next = m.next[:0]
	if m.moves++; m.moves == 0 {
		clear(m.seen)
		clear(m.added)
		m.moves = 1
	}
	to := uint32(1)
	for _, first := range m.lists[s.from:s.to] {
		if m.follow(first, s.before, class) {
			to |= 2
			if !m.longest {
				break // what comes after is less preferred than the match
			}
		}
	}
	if m.work += len(m.next) + int(s.to-s.from) + 16; m.work > tickSteps {
		m.work = 0
		m.ask()
	}
	drops := m.drops
	if len(m.next) > 0 {
		before := otherKind
		if m.program.looks {
			before = m.alphabet.kinds[class]
		}
		to |= m.row(before) << 2
	}
	if m.drops == drops {
		m.table[row+uint32(class)] = to
	}
	return to
}

// follow adds to next what comes after a step by a character of a class, and
// reports whether the step leads to a match before it.
func (m *automaton) follow(first uint32, before kind, class uint16) (matches bool) {
	here := m.alphabet.kinds[class]
	isEnd := int(class) == m.alphabet.classes
	stack := append(m.stack[:0], first)
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if m.seen[i] == m.moves {
			continue
		}
		m.seen[i] = m.moves
		switch s := &m.program.steps[i]; s.kind {
		case matchStep:
			matches = true
			if !m.longest {
				stack = stack[:0]
			}
		case forkStep:
			stack = append(stack, s.arg, s.next)
		case lookStep:
			if s.look.holds(before, here) {
				stack = append(stack, s.next)
			}
		case readStep:
			if !isEnd && m.added[s.next] != m.moves && m.alphabet.has[s.arg][class] {
				m.added[s.next] = m.moves
				m.next = append(m.next, s.next)
			}
		}
	}
	m.stack = stack
	return matches
}

// holds reports whether it is true between characters of two kinds.
func (l look) holds(before, here kind) bool {
	switch l {
	case beginText:
		return before == edgeKind
	case endText:
		return here == edgeKind
	case beginLine:
		return before == edgeKind || before == lineKind
	case endLine:
		return here == edgeKind || here == lineKind
	case wordEdge:
		return (before == wordKind) != (here == wordKind)
	}
	return (before == wordKind) == (here == wordKind)
}
