package pattern

import (
	"slices"
	"unicode/utf8"
)

const (
	// maxTable and maxLists are how many numbers of 4 bytes an automaton keeps of
	// transitions and of the steps of states. Expressions of words take some 1,000.
	maxTable = 1 << 17
	maxLists = 1 << 17
	// tickBytes and tickSteps are some milliseconds of work.
	tickBytes = 1 << 18
	tickSteps = 1 << 16
)

// automaton runs a program over texts. Its states are made when they are needed.
type automaton struct {
	program  *program
	alphabet *alphabet
	start    uint32 // the step that a run begins with
	longest  bool   // what matches longest, not what is preferred

	// table has a row for each state, of a column for each class and the end of the
	// text. What a state becomes is row<<2 | match<<1 | 1, 0 if that is not known yet;
	// match means that a match ends before the character. Row 0 leads nowhere.
	table   []uint32
	columns uint32
	states  []state
	lists   []uint32 // the steps of all states
	rows    map[string]uint32
	first   [kinds]uint32 // rows of runs that begin after a character of a kind; 0 if not known
	drops   int           // how often all states were dropped

	tick    func() bool // see Pattern.Next
	stopped bool
	work    int
	scratch
}

// state is the steps that may come next, by preference: lists[from:to].
type state struct {
	from, to uint32
	before   kind // of the character before, if the program looks at it
}

func newAutomaton(p *program, a *alphabet, start uint32, longest bool) *automaton {
	m := &automaton{program: p, alphabet: a, start: start, longest: longest, columns: uint32(a.classes) + 1}
	m.seen = make([]uint32, len(p.steps))
	m.added = make([]uint32, len(p.steps))
	m.drop()
	return m
}

// drop forgets all states.
func (m *automaton) drop() {
	m.table = append(m.table[:0], make([]uint32, m.columns)...)
	m.states = append(m.states[:0], state{})
	m.lists = m.lists[:0]
	m.rows = map[string]uint32{}
	m.first = [kinds]uint32{}
	m.drops++
}

// begin is the row of a run that begins after a character of a kind.
func (m *automaton) begin(before kind) uint32 {
	if !m.program.looks {
		before = otherKind
	}
	if m.first[before] == 0 {
		m.next = append(m.next[:0], m.start)
		row := m.row(before)
		m.first[before] = row
	}
	return m.first[before]
}

// row is the row of the state of scratch.next.
func (m *automaton) row(before kind) uint32 {
	key := append(m.key[:0], byte(before))
	for _, i := range m.next {
		key = append(key, byte(i), byte(i>>8), byte(i>>16))
	}
	m.key = key
	if row, ok := m.rows[string(key)]; ok {
		return row
	}
	if len(m.table)+int(m.columns) > maxTable || len(m.lists)+len(m.next) > maxLists {
		m.drop()
	}
	row := uint32(len(m.table))
	m.table = slices.Grow(m.table, int(m.columns))[:len(m.table)+int(m.columns)]
	clear(m.table[row:])
	from := uint32(len(m.lists))
	m.lists = append(m.lists, m.next...)
	m.states = append(m.states, state{from: from, to: uint32(len(m.lists)), before: before})
	m.rows[string(key)] = row
	return row
}

// forward is where the match of a run from a place on ends, less than 0 if there
// is none.
func (m *automaton) forward(text string, from int) int {
	row := m.begin(m.kindBefore(text, from))
	last, check := -1, from+tickBytes
	table, low := m.table, &m.alphabet.low
	for i := from; i < len(text); {
		class, next := uint16(0), i+1
		if c := text[i]; c < utf8.RuneSelf {
			class = low[c]
		} else {
			class, next = m.alphabet.after(text, i)
		}
		to := table[row+uint32(class)]
		if to < 4 || to&2 != 0 {
			if to == 0 {
				to = m.move(row, class)
				table = m.table
			}
			if to&2 != 0 {
				last = i
			}
			if to < 4 || m.stopped {
				return last
			}
		}
		row, i = to>>2, next
		if i >= check {
			check = i + tickBytes
			if m.ask(); m.stopped {
				return last
			}
		}
	}
	if m.move(row, uint16(m.alphabet.classes))&2 != 0 {
		last = len(text)
	}
	return last
}

// backward is where the longest match that ends at a place begins, from limit on;
// less than 0 if there is none.
func (m *automaton) backward(text string, limit, end int) int {
	row := m.begin(m.kindAfter(text, end))
	last, check := -1, end-tickBytes
	table, low := m.table, &m.alphabet.low
	for i := end; i > limit; {
		class, next := uint16(0), i-1
		if c := text[next]; c < utf8.RuneSelf {
			class = low[c]
		} else {
			class, next = m.alphabet.before(text, i)
		}
		to := table[row+uint32(class)]
		if to < 4 || to&2 != 0 {
			if to == 0 {
				to = m.move(row, class)
				table = m.table
			}
			if to&2 != 0 {
				last = i
			}
			if to < 4 || m.stopped {
				return last
			}
		}
		row, i = to>>2, next
		if i <= check {
			check = i - tickBytes
			if m.ask(); m.stopped {
				return last
			}
		}
	}
	class := uint16(m.alphabet.classes)
	if limit > 0 {
		class, _ = m.alphabet.before(text, limit)
	}
	if m.move(row, class)&2 != 0 {
		last = limit
	}
	return last
}

// kindBefore is the kind of the character before a place.
func (m *automaton) kindBefore(text string, at int) kind {
	class := uint16(m.alphabet.classes)
	if at > 0 {
		class, _ = m.alphabet.before(text, at)
	}
	return m.alphabet.kinds[class]
}

// kindAfter is the kind of the character at a place.
func (m *automaton) kindAfter(text string, at int) kind {
	class := uint16(m.alphabet.classes)
	if at < len(text) {
		class, _ = m.alphabet.after(text, at)
	}
	return m.alphabet.kinds[class]
}

// ask asks whether to go on.
func (m *automaton) ask() {
	m.stopped = m.stopped || m.tick != nil && !m.tick()
}
