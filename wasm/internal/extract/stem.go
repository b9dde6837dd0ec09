package extract

const (
	leadStems  = 500  // of the article's first lines: some 6 kB of text
	stemSlots  = 1024 // half full at most
	stemLength = 5    // bytes that "discuss" and "discussed", "Putin" and "Putins" share
	minStem    = 4    // bytes of a word that says what a text is about
)

// A stemSet is the set of the stems of a lead: their hashes, open addressing.
// No stem hashes to 0. It is part of the page, so that a document costs no map:
// maps took a seventh of the time of a whole import.
type stemSet struct {
	slots [stemSlots]uint64
	count int
	lo    int // the lines it was made of
	hi    int
}

// slot is where h stands, or would stand.
func (s *stemSet) slot(h uint64) *uint64 {
	i := int(h>>32^h) & (stemSlots - 1)
	for s.slots[i] != 0 && s.slots[i] != h {
		i = (i + 1) & (stemSlots - 1)
	}
	return &s.slots[i]
}

func (s *stemSet) has(h uint64) bool { return *s.slot(h) != 0 }

// addText adds the stems of text until the set is full.
func (s *stemSet) addText(text string) {
	for w := (stemWalk{text: text}); s.count < leadStems && w.next(); {
		if slot := s.slot(w.hash); *slot == 0 {
			*slot = w.hash
			s.count++
		}
	}
}

// share is the part of text's words that the set holds; texts of less than four
// words count less.
func (s *stemSet) share(text string) float64 {
	shared, content := 0, 0
	for w := (stemWalk{text: text}); w.next(); content++ {
		if s.has(w.hash) {
			shared++
		}
	}
	return float64(shared) / float64(max(content, 4))
}

// lead is the set of stems of the article's first lines, made when it is first
// asked for.
func (p *page) lead() *stemSet {
	s := &p.stems
	if s.count > 0 && s.lo == p.lo && s.hi == p.hi {
		return s
	}
	if s.count > 0 {
		clear(s.slots[:])
	}
	s.count, s.lo, s.hi = 0, p.lo, p.hi
	for i := p.lo; i < p.hi && s.count < leadStems; i++ {
		s.addText(p.lines[i].text)
	}
	return s
}

// A stemWalk goes through the words of four bytes or more of a text.
type stemWalk struct {
	text string
	at   int
	hash uint64 // of the first letters of the current word, ASCII case aside
}

// next finds the next word and reports whether there is one.
func (w *stemWalk) next() bool {
	text, i := w.text, w.at
	for i < len(text) {
		if lowerByte[text[i]] <= '9' {
			if text[i] < 0x80 {
				i++
				continue
			}
			if n := wideGap(text, i); n > 0 {
				i += n
				continue
			}
		}
		start, h := i, uint64(hashStart)
		for end := min(len(text), i+stemLength); i < end; i++ {
			low := lowerByte[text[i]]
			if low <= '9' {
				if low = text[i]; low < 0x80 || wideGap(text, i) > 0 {
					break
				}
			}
			h = (h ^ uint64(low)) * hashPrime
		}
		for ; i < len(text); i++ {
			if c := text[i]; lowerByte[c] <= '9' && (c < 0x80 || wideGap(text, i) > 0) {
				break
			}
		}
		if i-start >= minStem {
			w.at, w.hash = i, h|1
			return true
		}
	}
	w.at = i
	return false
}

func wideGap(text string, i int) int {
	switch text[i] {
	case 0xE2:
		return min(3, len(text)-i)
	case 0xC2, 0xE1, 0xE3:
		return spaceLen(text, i)
	}
	return 0
}
