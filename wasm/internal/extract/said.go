package extract

// Said is the article's text as a page's own data gives it besides the page
// ("articleBody"): without its layout, often without its headings, sometimes
// cut. It is known here by its runs of three words, so that it can be told which
// lines of the page stand in it. Nil knows nothing.
type Said struct {
	slots []uint64 // hashes of runs, open addressing, at most half full; no run hashes to 0
	runs  int      // all runs, those said twice counted twice
	last  uint64   // the last of them
}

const (
	minSaid   = 60 // words: less is a teaser
	saidRun   = 3  // words
	trustSaid = 50 // percent of it that must stand on the page for it to guide
	saidShare = 75 // percent of a line's runs that must stand in it
	saidBonus = 20 // as so many words more
)

// NewSaid takes the paragraphs of an article's text, nil if they are too short
// to say anything.
func NewSaid(paragraphs []string) *Said {
	words := 0
	for _, p := range paragraphs {
		words += len(p) / 6
	}
	size := 256
	for size < words*3 {
		size *= 2
	}
	s := &Said{slots: make([]uint64, size)}
	for _, p := range paragraphs {
		eachRun(p, func(h uint64) {
			s.runs++
			s.last = h
			if slot := s.slot(h); *slot == 0 && s.runs*2 <= size {
				*slot = h
			}
		})
	}
	if s.runs < minSaid {
		return nil
	}
	return s
}

func (s *Said) slot(h uint64) *uint64 {
	i := int(h>>32^h) & (len(s.slots) - 1)
	for s.slots[i] != 0 && s.slots[i] != h {
		i = (i + 1) & (len(s.slots) - 1)
	}
	return &s.slots[i]
}

// count is how many runs of text it holds, of how many.
func (s *Said) count(text string) (held, all int) {
	eachRun(text, func(h uint64) {
		all++
		if *s.slot(h) != 0 {
			held++
		}
	})
	return held, all
}

// Share is the percentage of it that stands in text.
func (s *Said) Share(text string) int {
	held, _ := s.count(text)
	return 100 * held / s.runs
}

// eachRun calls f with the hash of every three words in a row: letters and
// digits, ASCII case aside, marks between them passed over.
func eachRun(text string, f func(hash uint64)) {
	var last [saidRun - 1]uint64
	n := 0
	for i := 0; i < len(text); {
		if !isWordByte(text, i) {
			i++
			continue
		}
		h := uint64(hashStart)
		for ; i < len(text) && isWordByte(text, i); i++ {
			c := text[i]
			if low := lowerByte[c]; low != 0 {
				c = low
			}
			h = (h ^ uint64(c)) * hashPrime
		}
		if n++; n >= saidRun {
			f((last[0]*31+last[1])*31 + h | 1)
		}
		last[0], last[1] = last[1], h
	}
}

func lastRun(text string) (last uint64) {
	eachRun(text, func(h uint64) { last = h })
	return last
}

// isWordByte reports a byte of a letter or digit: the block of quotation marks
// and dashes (0xE2 …) and the no-break space are none.
func isWordByte(text string, i int) bool {
	c := text[i]
	if c < 0x80 {
		return lowerByte[c] != 0
	}
	if c < 0xC0 { // inside a character: as its first byte is
		for i > 0 && text[i] < 0xC0 && text[i] >= 0x80 {
			i--
		}
		c = text[i]
	}
	return c != 0xE2 && c != 0xC2
}

// heedSaid marks the lines that the page's own data gives as the article's. They
// are in no box and no room for comments, whatever the blocks around them are
// called, and running text beside the first and last of them is not the
// article's. A line printed twice is heeded once.
func (p *page) heedSaid() {
	s := p.in.Said
	if s == nil {
		return
	}
	held, said := 0, make([]bool, len(p.lines))
	for i := range p.lines {
		l := &p.lines[i]
		n, all := s.count(l.text)
		if n*100 >= all*saidShare && all > 0 && l.repeat < 0 {
			said[i] = true
			held += n
		}
	}
	if held*100 < s.runs*trustSaid {
		return
	}
	first, last := -1, -1
	for i := range p.lines {
		l := &p.lines[i]
		if !said[i] || l.kind != kindNone && l.kind != kindBullet && l.kind != kindCaption {
			continue
		}
		l.said = true
		l.Hints &^= roomHints
		if l.words >= minSubtitle && l.Links < 80 {
			l.score = max(l.score, l.words) + saidBonus
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	p.whole = last >= 0 && lastRun(p.lines[last].text) == s.last
	for i := range p.lines {
		if l := &p.lines[i]; !l.said && (i < first || i > last) {
			l.score = min(l.score, 0)
		}
	}
}
