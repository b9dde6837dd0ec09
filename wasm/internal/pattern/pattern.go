package pattern

import "sync"

// Pattern is an expression made ready to match. Safe for concurrent use; one call
// at a time is worked on.
type Pattern struct {
	root *node

	mu       sync.Mutex
	search   *automaton // from the left, for where the first match ends
	whole    *automaton
	backward *automaton // for where it begins
}

// Compile makes a pattern, whose tables are made when they are needed.
func (x *Expression) Compile() *Pattern { return &Pattern{root: x.root} }

// Fits reports whether all of a word matches.
func (p *Pattern) Fits(word []byte) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.whole == nil {
		prog := newProgram(p.root, false)
		p.whole = newAutomaton(prog, newAlphabet(prog.sets, prog.looks), prog.start, true)
	}
	return p.whole.forward(string(word), 0) == len(word)
}

// Next is the first match of at least a character in text[from:], to which what
// stands before belongs as far as \b and ^ look at it. goOn, if it is not nil, is
// called every few milliseconds and ends the search by false, as if nothing more
// matched.
//
// A search takes time as the text up to the match, and as far on as a longer one
// might reach.
func (p *Pattern) Next(text string, from int, goOn func() bool) (start, end int, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.search == nil {
		p.prepare()
	}
	p.search.tick, p.search.stopped = goOn, false
	p.backward.tick, p.backward.stopped = goOn, false
	for from <= len(text) {
		end := p.search.forward(text, from)
		if end < 0 || p.search.stopped {
			break
		}
		start := p.backward.backward(text, from, end)
		if start < 0 || p.backward.stopped {
			break
		}
		if start < end {
			return start, end, true
		}
		if end == len(text) {
			break
		}
		_, from = p.search.alphabet.after(text, end)
	}
	return 0, 0, false
}

// prepare makes the automata of Next.
func (p *Pattern) prepare() {
	forward, backward := newProgram(p.root, false), newProgram(p.root, true)
	p.search = newAutomaton(forward, newAlphabet(forward.sets, forward.looks), forward.search, false)
	p.backward = newAutomaton(backward, newAlphabet(backward.sets, backward.looks), backward.start, true)
}
