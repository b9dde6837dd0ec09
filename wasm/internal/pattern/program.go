package pattern

import "slices"

// program is the steps of an expression, forwards or backwards, with what makes
// it look for the expression from any place on.
type program struct {
	steps    []step
	sets     []set
	backward bool
	looks    bool // some step looks at what stands beside it

	start  uint32 // of a match that begins at hand
	search uint32 // of one that begins there or later
}

// step is one of a program.
type step struct {
	kind stepKind
	look look   // of a lookStep
	next uint32 // what comes next
	arg  uint32 // of a forkStep what may come next instead; of a readStep which of program.sets
}

type stepKind uint8

const (
	matchStep stepKind = iota
	readStep           // a character of a set
	forkStep           // next is preferred to arg
	lookStep
)

// newProgram makes the steps of a node.
func newProgram(n *node, backward bool) *program {
	p := &program{backward: backward}
	match := p.add(step{kind: matchStep})
	p.start = p.emit(n, match)
	p.search = p.add(step{kind: forkStep, next: p.start})
	p.steps[p.search].arg = p.read(anyRune, p.search)
	return p
}

func (p *program) add(s step) uint32 {
	p.steps = append(p.steps, s)
	return uint32(len(p.steps) - 1)
}

// read adds a step that reads a character.
func (p *program) read(s set, next uint32) uint32 {
	i := slices.IndexFunc(p.sets, func(other set) bool { return slices.Equal(s, other) })
	if i < 0 {
		i = len(p.sets)
		p.sets = append(p.sets, s)
	}
	return p.add(step{kind: readStep, next: next, arg: uint32(i)})
}

// fork adds a step that goes on with one or, by less preference, the other.
func (p *program) fork(first, second uint32, swapped bool) uint32 {
	if swapped {
		first, second = second, first
	}
	return p.add(step{kind: forkStep, next: first, arg: second})
}

// emit adds the steps of a node, after which next comes, and is the first of them.
func (p *program) emit(n *node, next uint32) uint32 {
	switch n.op {
	case literalNode:
		for i := range n.runes {
			r := n.runes[len(n.runes)-1-i]
			if p.backward {
				r = n.runes[i]
			}
			s := set{{r, r}}
			if n.fold {
				s = s.folded()
			}
			next = p.read(s, next)
		}
	case classNode:
		return p.read(n.set, next)
	case lookNode:
		p.looks = true
		l := n.look
		if p.backward {
			l = l.backwards()
		}
		return p.add(step{kind: lookStep, look: l, next: next})
	case concatNode:
		for i := range n.subs {
			s := n.subs[len(n.subs)-1-i]
			if p.backward {
				s = n.subs[i]
			}
			next = p.emit(s, next)
		}
	case alternateNode:
		first := p.emit(n.subs[len(n.subs)-1], next)
		for i := len(n.subs) - 2; i >= 0; i-- {
			first = p.fork(p.emit(n.subs[i], next), first, false)
		}
		return first
	case repeatNode:
		return p.repeat(n, next)
	}
	return next
}

// repeat adds the steps of what is repeated: as often as it must be, then as often
// as it may.
func (p *program) repeat(n *node, next uint32) uint32 {
	sub, must := n.subs[0], n.min
	switch {
	case n.max >= 0:
		end := next
		for range n.max - n.min {
			next = p.fork(p.emit(sub, next), end, n.lazy)
		}
	case n.min > 0:
		next = p.loop(sub, next, n.lazy)
		must--
	case sub.isNullable():
		// Once or more, or not at all: so preferences stay what backtracking makes
		// them (https://go.dev/issue/46123).
		return p.fork(p.loop(sub, next, n.lazy), next, n.lazy)
	default:
		again := p.add(step{kind: forkStep})
		p.setFork(again, p.emit(sub, again), next, n.lazy)
		return again
	}
	for range must {
		next = p.emit(sub, next)
	}
	return next
}

// loop adds the steps of what is repeated once or more.
func (p *program) loop(sub *node, next uint32, lazy bool) uint32 {
	again := p.add(step{kind: forkStep})
	first := p.emit(sub, again)
	p.setFork(again, first, next, lazy)
	return first
}

func (p *program) setFork(i, first, second uint32, swapped bool) {
	if swapped {
		first, second = second, first
	}
	p.steps[i].next, p.steps[i].arg = first, second
}
