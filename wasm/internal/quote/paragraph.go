package quote

import "clippings/wasm/protocol"

// paragraph is what is read at a time.
type paragraph struct {
	text  string // up to its end
	start int    // in text
	rest  rest   // of the document
}

// rest is what follows a paragraph, for the one question how it begins.
type rest struct {
	text       string
	paragraphs []protocol.Paragraph
}

// Spans appends to dst, sorted and disjoint, the spans of text that stand in
// quotation marks in its running paragraphs, those printed twice included, and
// returns the extended slice. The marks are left out, and white space next to
// them. A quotation over several paragraphs is a span in each. Any length counts:
// one word in marks of doubt is a span too.
//
// The paragraphs are sorted and do not overlap. Linear in the text; it allocates
// only where dst has to grow.
func Spans(dst []protocol.Span, text string, paragraphs []protocol.Paragraph) []protocol.Span {
	from := 0
	for i, r := range paragraphs {
		start, end := max(int(r.Start), from), min(int(r.End), len(text))
		if !isRead(r.Role) || start >= end {
			continue
		}
		p := paragraph{text: text[:end], start: start, rest: rest{text, paragraphs[i+1:]}}
		dst = p.appendSpans(dst)
		from = end
	}
	return dst
}

func isRead(r protocol.Role) bool { return r.IsRunning() || r == protocol.RoleRepeat }

// appendSpans appends the quotations of one paragraph.
func (p *paragraph) appendSpans(dst []protocol.Span) []protocol.Span {
	for i := p.start; ; {
		open := p.next(i)
		if i = open.end; open.kind == none {
			return dst
		}
		if !p.opens(open) {
			continue
		}
		end, resume := p.find(open)
		if resume == 0 {
			continue
		}
		start := open.end
		for start < end && p.after(mark{end: start}) == space {
			start += runeLen(p.text[start:end])
		}
		for start < end && p.before(mark{at: end}) == space {
			end -= lastRuneLen(p.text[start:end])
		}
		if start < end {
			dst = append(dst, protocol.Span{Start: uint32(start), End: uint32(end)})
		}
		i = resume
	}
}

// opens reports whether a mark may open a quotation where none is open.
func (p *paragraph) opens(m mark) bool {
	before, after := p.before(m), p.after(m)
	switch m.kind {
	case low, angleLeft, smallLeft, cornerLeft:
		return after != edge
	case left:
		return before.isOpen() || !after.isOpen() && after != closer
	case right:
		return (before.isOpen() || before == opener) && (after.isWord() || after == opener)
	case angleRight, smallRight:
		return before == edge || (before.isOpen() || before == opener) && !after.isOpen()
	case straight:
		return p.opensStraight(m, before, after)
	}
	return m.kind.isSingle() && p.opensSingle(m, before, after)
}

// opensStraight is opens for marks that look the same on both sides. Behind a
// number they are inches or seconds of arc.
func (p *paragraph) opensStraight(m mark, before, after side) bool {
	switch {
	case after == edge || before == digit:
		return false
	case before.isOpen() && after == space: // loose marks, unless it is 5 " of rain
		return p.beforeSpaces(m.at) != digit
	case before.isOpen() || before == opener:
		return after != space
	case before == letter && after == letter:
		return !p.isHebrew(m)
	}
	return after == letter || after == digit || after == another
}

// find is where the quotation that open opens ends, and where to read on; read
// on at 0 means that it is none.
func (p *paragraph) find(open mark) (end, resume int) {
	if open.kind.isSingle() {
		return p.findSingle(open)
	}
	depth, last := 1, mark{}
	for i := open.end; ; {
		m := p.next(i)
		i = m.end
		switch {
		case m.kind == none:
			if last.kind != none && !p.goesOn(open.kind) {
				return last.at, last.end
			}
			return len(p.text), len(p.text)
		case m.kind == open.kind && (open.kind == angleLeft || open.kind == cornerLeft || open.kind == smallLeft):
			depth++
		case p.closes(open, m):
			if depth--; depth == 0 {
				return m.at, m.end
			}
			last = m
		}
	}
}

// closes reports whether m may close what open opened. Curly and straight marks
// are mixed where an editor changed one end only.
func (p *paragraph) closes(open, m mark) bool {
	switch open.kind {
	case straight:
		return m.kind == straight && p.closesStraight(m) || m.kind == right && p.isBehind(m)
	case left:
		return m.kind == right || m.kind == left && p.isBehind(m) || m.kind == straight && p.isMixed(m)
	case right:
		return m.kind == right
	case low:
		return m.kind == left || m.kind == right || m.kind == straight && p.isMixed(m)
	case angleLeft:
		return m.kind == angleRight
	case angleRight:
		return m.kind == angleLeft || m.kind == angleRight
	case smallLeft:
		return m.kind == smallRight
	case smallRight:
		return m.kind == smallLeft || m.kind == smallRight
	case cornerLeft:
		return m.kind == cornerRight
	}
	return false
}

// isBehind reports whether a mark stands behind a word and in front of none.
func (p *paragraph) isBehind(m mark) bool {
	before, after := p.before(m), p.after(m)
	return before != space && before != edge && before != opener && !after.isWord()
}

// isMixed reports whether a straight mark may close what a curly one opened. Old
// wires close with two apostrophes, often with spaces on both sides.
func (p *paragraph) isMixed(m mark) bool {
	before := p.before(m)
	if m.end-m.at == 2 {
		return p.isBehind(m) || before == space && p.after(m).isOpen()
	}
	return p.isBehind(m) && before != digit
}

// closesStraight is closes within straight marks. One that faces the next word,
// or stands behind a number, closes unless the next one does: "a 5" pipe," and
// "he told me "go" and left".
func (p *paragraph) closesStraight(m mark) bool {
	before, after := p.before(m), p.after(m)
	switch {
	case before == digit:
		if p.isFeet(m) {
			return false
		}
		return after != space || !p.nextIsBehind(m)
	case before == letter && after == letter:
		return !p.isHebrew(m)
	case (before == space || before == opener) && after != edge && after != space && after != closer:
		return !p.isSentence(m.at) && !p.nextIsBehind(m)
	}
	return true
}

// isSentence reports whether a sentence has ended in front of the spaces before
// at. A mark that faces the next one opens it again: paragraphs of one quotation
// were joined.
func (p *paragraph) isSentence(at int) bool {
	return p.beforeSpaces(at) == closer
}

// beforeSpaces is what stands in front of the spaces before at.
func (p *paragraph) beforeSpaces(at int) side {
	for p.before(mark{at: at}) == space {
		at -= lastRuneLen(p.text[p.start:at])
	}
	return p.before(mark{at: at})
}

// nextIsBehind reports whether the next mark of the kind stands behind a word.
func (p *paragraph) nextIsBehind(m mark) bool {
	for next := p.next(m.end); next.kind != none; next = p.next(next.end) {
		if next.kind == m.kind {
			return p.isBehind(next)
		}
	}
	return false
}

// isFeet reports the inches of a height: 6'2".
func (p *paragraph) isFeet(m mark) bool {
	i := m.at
	for i > p.start && m.at-i < 3 && asciiSide(p.text[i-1]) == digit {
		i--
	}
	k, _ := kindBefore(p.text[p.start:i])
	if k != singleStraight && k != singleRight {
		return false
	}
	_, n := kindBefore(p.text[p.start:i])
	return p.before(mark{at: i - n}) == digit
}

// goesOn reports whether the next running paragraph begins with the same mark.
func (p *paragraph) goesOn(k kind) bool {
	for _, next := range p.rest.paragraphs {
		if !isRead(next.Role) {
			continue
		}
		start, end := int(next.Start), min(int(next.End), len(p.rest.text))
		if start >= end {
			continue
		}
		n := paragraph{text: p.rest.text[:end], start: start}
		for n.after(mark{end: start}) == space {
			start += runeLen(n.text[start:])
		}
		return start < end && markAt(n.text, start).kind == k
	}
	return false
}
