package index

// SimilarOptions say what Similar looks for.
type SimilarOptions struct {
	// Edits is how much may differ: 0 to 2.
	Edits int
	// Prefix finds all terms that begin with something similar.
	Prefix bool
}

// longestSimilar is the longest word, in letters, that is looked for: its
// states fit a number.
const longestSimilar = 60

// Similar calls found for each term that is word but for opts.Edits edits, or
// begins so, in the order of the terms, with the least edits that do. An edit
// is a letter (a code point of UTF-8) put in, left out or changed, or two
// neighbours swapped, no letter being part of two edits (optimal string
// alignment); an edit that touches the first letter counts two. The word itself
// is found with no edits. Terms of furniture are found just where the word
// begins with AsidePrefix. Of words longer than 60 letters nothing is found.
//
// Its error is one of yield. The dictionary is walked as if it were a tree of
// letters: see similarWalk. Under WASM 150,000 terms of newswire take 0.1 ms for
// one edit and 0.5 ms for two.
func (s *Segment) Similar(word []byte, opts SimilarOptions, found func(term uint32, edits int), yield func() error) error {
	w := similarWalk{s: s, found: found, pause: pacer{yield: yield}, prefix: opts.Prefix}
	if len(word) > 0 && word[0] == AsidePrefix {
		w.base = 1
	}
	if !w.prepare(word[w.base:], opts.Edits) {
		return nil
	}
	from, to := s.Article()
	if opts.Edits < 2 { // the first letter is as it is
		_, end := letterAt(word, w.base)
		from, to = s.Range(word[:end])
	} else if w.base == 1 {
		from, to = s.Range(word[:1])
	}
	if s.late != nil && !s.hasTerms(from, to) {
		return nil
	}
	return w.walk(from, to)
}

// similarWalk goes through the terms in order and keeps, for each beginning of
// the term at hand, what is left to be found of the word after it: the states
// of an automaton. A term goes on from the state after what it shares with the
// term before. Once no state is left, no term that begins so can match, and
// all of them are leapt over.
//
// State i is that the first i letters of the word are done. The sets of states
// that can be reached with at most 0, 1, 2 edits are the bits of a number each,
// so that a letter of a term takes some dozen operations for all of them (Wu,
// Manber: Fast text searching allowing errors, CACM 35(10), 1992).
type similarWalk struct {
	s      *Segment
	found  func(term uint32, edits int)
	pause  pacer
	prefix bool
	base   int // bytes of each term before its first letter

	once   uint64 // the bits of all states if there is an edit, else 0
	twice  uint64 // the same if there are two
	done   uint   // the state after the whole word
	ascii  [128]uint64
	others []letterStates
	other  [longestSimilar]letterStates

	rows [4*(longestSimilar+4) + 1]similarRow // by bytes of the term done
}

// letterStates is the states that a letter leads on from.
type letterStates struct {
	letter uint32 // its bytes
	states uint64
}

// similarRow is the states after some letters of a term.
type similarRow struct {
	none, one, two uint64 // after at most so many edits; each has all of those before
	swap1, swap2   uint64 // after letter i+1, if letter i follows, for state i+2
	best           uint8  // least edits of a beginning that is the whole word; tooMany: none
}

// tooMany is more edits than are ever looked for.
const tooMany = 3

// prepare notes the letters of the word and reports whether it can be looked
// for.
func (w *similarWalk) prepare(word []byte, edits int) bool {
	w.others = w.other[:0]
	for at := 0; at < len(word); w.done++ {
		if w.done == longestSimilar {
			return false
		}
		letter, end := letterAt(word, at)
		at = end
		if letter < 0x80 {
			w.ascii[letter] |= 1 << w.done
		} else {
			w.addOther(letter, 1<<w.done)
		}
	}
	if edits >= 1 {
		w.once = 1<<(w.done+1) - 1
	}
	if edits >= 2 {
		w.twice = w.once
	}
	return w.done > 0
}

func (w *similarWalk) addOther(letter uint32, state uint64) {
	for i := range w.others {
		if w.others[i].letter == letter {
			w.others[i].states |= state
			return
		}
	}
	w.others = append(w.others, letterStates{letter, state})
}

// otherStates is the states that a letter beyond ASCII leads on from.
func (w *similarWalk) otherStates(letter uint32) uint64 {
	for i := range w.others {
		if w.others[i].letter == letter {
			return w.others[i].states
		}
	}
	return 0
}

// letterAt is the letter at b[at:], as its bytes in one number, and where it
// ends: before the next byte that is no continuation. It makes something of
// what is not UTF-8 too.
func letterAt(b []byte, at int) (letter uint32, end int) {
	letter = uint32(b[at])
	at++
	for letter >= 0x80 && at < len(b) && b[at]&0xC0 == 0x80 {
		letter = letter<<8 | uint32(b[at])
		at++
	}
	return letter, at
}

// walk goes through the terms in [from, to).
func (w *similarWalk) walk(from, to uint32) error {
	s, shared := w.s, w.s.shared[:to]
	valid := w.base // rows up to there are those of the term at hand
	w.rows[valid].best = tooMany
	for t := int(from); t < int(to); {
		term := s.Term(uint32(t))
		depth := min(valid, int(shared[t]))
		for depth > w.base && depth < len(term) && term[depth]&0xC0 == 0x80 {
			depth--
		}
		depth = max(depth, w.base)
		end, live := w.follow(term, depth)
		row := &w.rows[end]
		next := t + 1
		if !live && end <= maxShared {
			next = nextBelow(shared, next, byte(end))
		}
		if err := w.report(t, next, row, live); err != nil {
			return err
		}
		if err := w.pause.worked(16 + 8*(end-depth) + (next-t)/4); err != nil {
			return err
		}
		t, valid = next, end
	}
	return nil
}

// report tells of the terms in [t, next), which end in row or, if not live,
// go on without hope of anything better.
func (w *similarWalk) report(t, next int, row *similarRow, live bool) error {
	edits := row.best
	if !w.prefix {
		if !live {
			return nil
		}
		edits = w.edits(row)
	}
	for ; edits < tooMany && t < next; t++ {
		w.found(uint32(t), int(edits))
		if err := w.pause.worked(32); err != nil {
			return err
		}
	}
	return nil
}

// edits is the least edits after which the whole word is done.
func (w *similarWalk) edits(row *similarRow) uint8 {
	done := w.done & 63
	return tooMany - uint8(row.none>>done&1+row.one>>done&1+row.two>>done&1)
}

// follow takes the letters of a term from depth on, as far as there is hope,
// and fills the rows. It returns the depth it came to, and whether that is the
// end of the term. The states are kept in variables of their own, and a letter
// is no call: together half of the time under WebAssembly.
func (w *similarWalk) follow(term []byte, depth int) (end int, live bool) {
	row := &w.rows[depth]
	none, one, two, swap1, swap2, best := row.none, row.one, row.two, row.swap1, row.swap2, row.best
	once, twice, done := w.once, w.twice, w.done&63
	for depth < len(term) {
		var on uint64
		first := depth == w.base
		if c := term[depth]; c < 0x80 {
			on = w.ascii[c]
			depth++
		} else {
			var letter uint32
			letter, depth = letterAt(term, depth)
			on = w.otherStates(letter)
		}
		if depth >= len(w.rows) { // not UTF-8: letters have four bytes at most
			depth = len(w.rows) - 1
			w.rows[depth] = similarRow{best: best}
			return depth, false
		}
		if first {
			// Once the first letter is done, nothing that can still be edited
			// touches that of the word or of the term.
			none = on & 1 << 1
			one = none<<1&once | none
			// Put in; changed; left out, and this is the second.
			two = (none<<2|1|2|on&2<<1)&twice | one
			swap1, swap2 = 0, on>>1&1&twice
		} else {
			// The letter is as it should be; was put in; was changed; the next
			// of the word was left out; is the second of two that were swapped.
			before, before1 := none, one
			none = none & on << 1
			one = (one&on<<1|before|before<<1|none<<1|swap1&on<<2)&once | none
			two = (two&on<<1|before1|before1<<1|one<<1|swap2&on<<2)&twice | one
			swap1, swap2 = before&(on>>1)&once, before1&(on>>1)&twice
		}
		row = &w.rows[depth]
		row.none, row.one, row.two, row.swap1, row.swap2 = none, one, two, swap1, swap2
		if w.prefix {
			best = min(best, tooMany-uint8(none>>done&1+one>>done&1+two>>done&1))
		}
		row.best = best
		if two|swap1|swap2 == 0 || best == 0 {
			return depth, false
		}
	}
	return depth, true
}
