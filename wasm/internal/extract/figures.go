package extract

import "strings"

const (
	minRows   = 2  // rows that make a table of figures
	rowWords  = 16 // a longer line is prose
	rowHead   = 3  // words over the next rows: "Year", "Nine mths"
	leadWords = 18 // of a paragraph that begins an article, whatever it ends in
)

// takeFigures takes in what an article begins with before its first sentences: a
// wire's table of results ("Net 2.1 mln vs 1.8 mln"), which reads like a menu but
// for its figures, and in a text that a container gives under its headline also a
// lead that does not read as prose, all names and prices. There nothing is a page
// around the article. In other plain texts the table has to be more than half as
// long as the prose below it: tickers of exchanges stand above articles too.
func (p *page) takeFigures() {
	if p.in.Lines != nil || p.title < 0 || p.hi == 0 {
		return
	}
	from := p.title + 1
	if p.subtitle >= 0 {
		from = p.subtitle + 1
	}
	for from < p.lo && p.lines[from].kind != kindNone {
		from++
	}
	if from < p.lo && p.beginsWithFigures(from) {
		for i := from; i < p.lo; i++ {
			p.lines[i].figures = true
		}
		p.lo = from
	}
	if p.in.Headed > 0 {
		p.figuresBelow()
	}
}

// beginsWithFigures reports whether the lines from the given one to the article's
// prose are its own.
func (p *page) beginsWithFigures(from int) bool {
	rows, leads, words := 0, 0, int32(0)
	for i := from; i < p.lo; i++ {
		l := &p.lines[i]
		switch {
		case l.phrase && l.words < shortPhrase:
			return false
		case isRow(l):
			rows++
			words += l.words
		case p.in.Headed > 0 && l.words >= leadWords && hasTwoSentences(l.text):
			leads++
		case p.in.Headed == 0 && l.words > rowHead:
			return false
		}
	}
	if p.in.Headed > 0 {
		return rows >= minRows || leads > 0
	}
	prose := int32(0)
	for i := p.lo; i < p.hi; i++ {
		prose += p.lines[i].words
	}
	return rows >= minRows && words*2 > prose
}

// figuresBelow takes in the table right after the article, up to its last row.
func (p *page) figuresBelow() {
	rows, end := 0, p.hi
	for i := p.hi; i < len(p.lines) && i < end+2; i++ { // a head over the next rows is one line
		l := &p.lines[i]
		if isRow(l) {
			rows, end = rows+1, i+1
		} else if l.words > rowHead || l.phrase || l.kind != kindNone {
			break
		}
	}
	if rows < minRows || p.notes > p.hi || p.others > p.hi {
		return
	}
	for i := p.hi; i < end; i++ {
		p.lines[i].figures = true
	}
	p.hi = end
}

// isRow reports a row of a table of figures: two numbers at the least in a few
// words, or two figures set against each other.
func isRow(l *line) bool {
	if l.words < 2 || l.words > rowWords || l.kind != kindNone && l.kind != kindAge {
		return false
	}
	numbers := 0
	eachWord(l.text, func(w string) {
		switch c := w[0]; {
		case isDigit(c), len(w) > 1 && isDigit(w[1]) && strings.IndexByte("$(+-", c) >= 0:
			numbers++
		case w == "vs" || w == "vs." || w == "versus":
			numbers += 2
		}
	})
	return numbers >= 2
}

// hasTwoSentences reports a full stop between small letters and a capital.
func hasTwoSentences(t string) bool {
	for at := 0; ; {
		i := strings.Index(t[at:], ". ")
		if i < 0 {
			return false
		}
		i += at
		at = i + len(". ")
		if i > 1 && isSmall(t[i-1]) && isSmall(t[i-2]) && at < len(t) && 'A' <= t[at] && t[at] <= 'Z' {
			return true
		}
	}
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }
