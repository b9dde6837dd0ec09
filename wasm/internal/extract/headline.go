package extract

import "strings"

// aroundTitle marks the blocks around the line that the page itself gives as
// its title, if that line is a heading: no box of the page beside an article
// holds the article's title.
func (p *page) aroundTitle() []bool {
	around := make([]bool, len(p.in.Nodes))
	if at, _ := p.knownTitle(); at >= 0 {
		for n := p.lines[at].Node; n > 0; n = p.in.Nodes[n].Parent {
			around[n] = true
		}
	}
	return around
}

// knownTitle is the ordinal of the heading that the page itself gives as its
// title, the surest one, and how sure it is; -1 if there is none.
func (p *page) knownTitle() (at, proof int) {
	at = -1
	for i := range p.lines {
		if s := p.titleProof(i); s > proof {
			proof, at = s, i
		}
	}
	return at, proof
}

// titleProof says how surely the page gives the line as its title: 0 not at all.
func (p *page) titleProof(i int) int {
	l := &p.lines[i]
	if l.Hints&(HintH1|HintHeading|HintTitle) == 0 || l.words == 0 || l.words > maxTitle {
		return 0
	}
	switch {
	case l.Hints&HintH1 != 0 && l.Links < 80 && p.sameAsKnown(l.text):
		return 4
	case p.isKnown(l.text):
		return 3
	case l.words >= 2 && p.isPartOfKnown(l.text):
		return 2
	case l.words >= 3 && p.isInAddress(l.text):
		return 1
	}
	return 0
}

// isPartOfKnown reports whether the markup gives text as title beside the name
// of the site: "Text | Site", "Site: Text".
func (p *page) isPartOfKnown(text string) bool {
	for _, f := range p.in.Known {
		if f.Field != "title" {
			continue
		}
		if rest, ok := strings.CutPrefix(f.Value, text); ok && isSeparator(strings.TrimLeft(rest, " ")) {
			return true
		}
		if rest, ok := strings.CutSuffix(f.Value, text); ok {
			if rest = strings.TrimRight(rest, " "); rest != "" && isSeparator(rest[strings.LastIndexByte(rest, ' ')+1:]) || strings.HasSuffix(rest, ":") {
				return true
			}
		}
	}
	return false
}

// isSeparator reports whether rest begins with what parts a title from a site.
func isSeparator(rest string) bool {
	for _, mark := range [...]string{"|", "-", "–", "—", ":", "·", "•", "«", "»", "::", "/", "~"} {
		if strings.HasPrefix(rest, mark) {
			return true
		}
	}
	return false
}

// isInAddress reports whether the page's address spells text: ".../two-men-found".
func (p *page) isInAddress(text string) bool {
	for _, f := range p.in.Known {
		if f.Field == "url" && spells(f.Value, text) {
			return true
		}
	}
	return false
}

// spells reports whether the letters and digits of text stand in address in the
// same order with nothing but single marks between its words, from the start of
// a part of its path.
func spells(address, text string) bool {
	for at := strings.LastIndexByte(address, '/'); at > 0; at = strings.LastIndexByte(address[:at], '/') {
		if spellsFrom(address[at+1:], text) {
			return true
		}
	}
	return false
}

func spellsFrom(part, text string) bool {
	j := 0
	for i := 0; i < len(text); i++ {
		c := lowerByte[text[i]]
		if c == 0 {
			continue
		}
		if j > 0 && j < len(part) && lowerByte[part[j]] != c && strings.IndexByte("-_+", part[j]) >= 0 {
			j++
		}
		if j >= len(part) || lowerByte[part[j]] != c {
			return false
		}
		j++
	}
	return j >= minSpelled
}

const minSpelled = 8 // letters of a title in an address
