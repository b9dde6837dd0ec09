package ui

import (
	"slices"
	"strings"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// difference is one thing in which versions differ from the reading text: a place
// with its variants, a stretch left out, a stretch that stands elsewhere.
type difference struct {
	kind     differenceKind
	span     protocol.Span // of the reading text
	change   protocol.Change
	variants []protocol.Variant // of a place
	who      []uint32           // that leave it out, or have it elsewhere; rising
	there    []protocol.Span    // where it stands in them
	block    int                // the paragraph it is told beside
	blocks   int                // how many it reaches into
}

// differenceKind says what kind of difference it is.
type differenceKind uint8

const (
	differsLeft  differenceKind = iota // left out
	differsMoved                       // stands elsewhere
	differsPlace                       // other words, or more
)

// collect lists the differences that are to be shown, by where they start.
func (c *collated) collect() {
	for _, g := range c.answer.Gaps {
		c.differences = append(c.differences, difference{kind: differsLeft, span: g.Span, change: protocol.ChangeWords, who: g.Witnesses})
	}
	c.collectMoves()
	for _, p := range c.answer.Places {
		switch p.Change() {
		case protocol.ChangeSpelling:
			c.hidden.spelling++
		case protocol.ChangePunctuation:
			c.hidden.punctuation++
		}
		if variants := c.shownOf(p.Variants); len(variants) > 0 {
			c.differences = append(c.differences, difference{kind: differsPlace, span: p.Span, change: p.Change(), variants: variants})
		}
	}
	ordering.By(c.differences, func(a, b difference) int { return int(a.span.Start) - int(b.span.Start) })
}

// collectMoves makes one difference of a stretch that several have elsewhere.
func (c *collated) collectMoves() {
	begun := len(c.differences)
	for _, m := range c.answer.Moves {
		i := slices.IndexFunc(c.differences[begun:], func(d difference) bool { return d.span == m.Span })
		if i < 0 {
			i = len(c.differences) - begun
			c.differences = append(c.differences, difference{kind: differsMoved, span: m.Span, change: protocol.ChangeWords})
		}
		d := &c.differences[begun+i]
		d.who, d.there = append(d.who, m.Witness), append(d.there, m.There)
	}
}

// shownOf leaves out variants of spelling and punctuation unless they are asked
// for.
func (c *collated) shownOf(list []protocol.Variant) []protocol.Variant {
	if c.showing.minor {
		return list
	}
	var kept []protocol.Variant
	for _, v := range list {
		if v.Change == protocol.ChangeWords {
			kept = append(kept, v)
		}
	}
	return kept
}

// tally counts the differences shown by kind.
func (c *collated) tally() (left, moved, places int) {
	for _, d := range c.differences {
		switch d.kind {
		case differsLeft:
			left++
		case differsMoved:
			moved++
		default:
			places++
		}
	}
	return left, moved, places
}

// counts says in a line how much differs: "17 places differ; 3 in spelling only".
func (c *collated) counts() string {
	left, moved, places := c.tally()
	if !c.showing.minor {
		places += c.hidden.all()
	}
	var parts []string
	if places > 0 {
		parts = append(parts, many(places, "place differs", "places differ")+c.hidden.words(places))
	}
	if left > 0 {
		parts = append(parts, many(left, "passage", "passages")+" left out in some")
	}
	if moved > 0 {
		parts = append(parts, many(moved, "passage", "passages")+" moved")
	}
	if len(parts) == 0 {
		return "The same in all, word for word"
	}
	return facts(parts...)
}

// words says how many of some places are minor.
func (m minorCount) words(places int) string {
	var parts []string
	if m.spelling > 0 {
		parts = append(parts, number(m.spelling)+" in spelling only")
	}
	if m.punctuation > 0 {
		parts = append(parts, number(m.punctuation)+" in punctuation only")
	}
	if len(parts) == 0 {
		return ""
	}
	return "; " + strings.Join(parts, ", ")
}

// here is what the reading text has in a difference, cut to a glance.
func (c *collated) here(d *difference) string { return glimpse(c.answer.Base.Text, d.span) }

// glimpseWords is how many words of a longer stretch are shown from its start and
// from its end.
const glimpseWords = 5

// glimpse is the words of a span; of many, the first and the last.
func glimpse(text string, span protocol.Span) string {
	if span.Start > span.End || int(span.End) > len(text) {
		return ""
	}
	list := strings.Fields(span.Of(text))
	if len(list) <= 2*glimpseWords+2 {
		return strings.Join(list, " ")
	}
	return strings.Join(list[:glimpseWords], " ") + " … " + strings.Join(list[len(list)-glimpseWords:], " ")
}

// tell says a difference in a sentence, for who does not see it.
func (c *collated) tell(d *difference) string {
	switch d.kind {
	case differsLeft:
		return "“" + c.here(d) + "” is left out in " + c.who(d.who)
	case differsMoved:
		return "“" + c.here(d) + "” stands elsewhere in " + c.who(d.who)
	}
	text := "“" + c.here(d) + "”"
	if d.span.Len() == 0 {
		text = "Nothing here"
	}
	for i, v := range d.variants {
		if i == variantsAtOnce {
			return text + "; and " + number(len(d.variants)-i) + " more"
		}
		if v.Text == "" {
			text += "; nothing in " + c.who(v.Witnesses)
		} else {
			text += "; “" + v.Text + "” in " + c.who(v.Witnesses)
		}
	}
	return text
}

// sameDifference is the one of c that was number n when the text was shown in
// another way, -1 if it is not shown now or the text is another.
func (c *collated) sameDifference(shown *collated, n int) int {
	if shown == nil || n < 0 || shown.answer != c.answer {
		return -1
	}
	old := &shown.differences[n]
	return slices.IndexFunc(c.differences, func(d difference) bool { return d.kind == old.kind && d.span == old.span })
}
