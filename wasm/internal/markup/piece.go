package markup

import "strings"

const cdataOpen = "<![CDATA["

// markup reads what begins with the '<' at start. What is no markup comes back
// as Text that goes on at least to its end.
func (s *Scanner) markup(start int) piece {
	if start+1 >= len(s.text) {
		return piece{kind: Text, start: start, end: len(s.text)}
	}
	switch c := s.text[start+1]; {
	case isNameStart(c):
		return s.startTag(start)
	case c == '/':
		return s.endTag(start)
	case c == '!':
		return s.declaration(start)
	case c == '?':
		return s.instruction(start)
	}
	return piece{kind: Text, start: start, end: start + 1}
}

func isNameStart(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' || c == ':' || c >= 0x80
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// nameEnd is where the name that starts at i ends.
func (s *Scanner) nameEnd(i int) int {
	for i < len(s.text) {
		switch c := s.text[i]; {
		case c == '>' || c == '/' || c == '<' || c == '=' || isSpace(c):
			return i
		}
		i++
	}
	return i
}

// startTag reads to the '>' outside of quotes. A tag that does not get there is
// text as far as it was read: starting again one byte further would read long
// texts of broken tags once for each of them.
func (s *Scanner) startTag(start int) piece {
	name := s.nameEnd(start + 1)
	p := piece{kind: Start, start: start, name: s.text[start+1 : name]}
	value := false // an equals sign came last: a quote opens a value
	for i := name; i < len(s.text); i++ {
		switch c := s.text[i]; c {
		case '>':
			p.end = i + 1
			p.closed = s.text[i-1] == '/'
			return p
		case '<':
			return piece{kind: Text, start: start, end: i}
		case '"', '\'':
			if value {
				i = s.quoteEnd(i)
			}
			value = false
		case '=':
			value = true
		default:
			value = value && isSpace(c)
		}
	}
	return piece{kind: Text, start: start, end: len(s.text)}
}

// quoteEnd is where the quote that opens at i closes, or i if it never does.
func (s *Scanner) quoteEnd(i int) int {
	never := &s.noQuote
	if s.text[i] == '\'' {
		never = &s.noApostrophe
	}
	if *never {
		return i
	}
	n := strings.IndexByte(s.text[i+1:], s.text[i])
	if n < 0 {
		*never = true
		return i
	}
	return i + 1 + n
}

// endTag reads </name>, also where another tag cuts it off, as SGML allows.
func (s *Scanner) endTag(start int) piece {
	from := start + 2
	name := s.nameEnd(from)
	end := name
	for end < len(s.text) && s.text[end] != '>' && s.text[end] != '<' {
		end++
	}
	p := piece{kind: End, start: start, end: end, name: s.text[from:name]}
	bracket := end < len(s.text) && s.text[end] == '>'
	if bracket {
		p.end++
	}
	if name == from || !isNameStart(s.text[from]) {
		p.kind = Text
		if bracket {
			p.kind = skip
		}
	}
	return p
}

// declaration reads comments, CDATA sections, doctypes and all that starts the
// same way.
func (s *Scanner) declaration(start int) piece {
	rest := s.text[start:]
	if strings.HasPrefix(rest, cdataOpen) {
		p := piece{kind: Text, start: start, end: len(s.text), cdata: true}
		if i := strings.Index(rest[len(cdataOpen):], "]]>"); i >= 0 {
			p.end = start + len(cdataOpen) + i + len("]]>")
		}
		return p
	}
	if strings.HasPrefix(rest, "<!--") && !s.noComment {
		if i := strings.Index(rest[len("<!--"):], "-->"); i >= 0 {
			return piece{kind: skip, start: start, end: start + len("<!--") + i + len("-->")}
		}
		s.noComment = true
	}
	if len(rest) > 9 && strings.EqualFold(rest[2:9], "doctype") {
		if end := s.doctypeEnd(start + 9); end > 0 {
			return piece{kind: skip, start: start, end: end}
		}
	}
	return s.upToBracket(start)
}

// doctypeEnd is where a doctype with declarations in brackets ends, 0 for one
// without.
func (s *Scanner) doctypeEnd(from int) int {
	i := strings.IndexAny(s.text[from:], "[>")
	if i < 0 || s.text[from+i] == '>' {
		return 0
	}
	inside := s.text[from+i:]
	inside = inside[:min(len(inside), s.subset)]
	n := strings.IndexByte(inside, ']')
	for n >= 0 && n+1 < len(inside) {
		if rest := strings.TrimLeft(inside[n+1:min(len(inside), n+64)], " \t\r\n"); strings.HasPrefix(rest, ">") {
			end := from + i + n + 1 + strings.IndexByte(inside[n+1:], '>') + 1
			s.subset -= n
			return end
		}
		next := strings.IndexByte(inside[n+1:], ']')
		if next < 0 {
			break
		}
		n += 1 + next
	}
	s.subset -= len(inside)
	return 0
}

// instruction reads <? … ?>, or <? … > as SGML has it. One with a '<' in it ends
// at its first '>': looking further could read the same text many times.
func (s *Scanner) instruction(start int) piece {
	window := s.text[start:]
	if i := strings.IndexByte(window[1:], '<'); i >= 0 {
		window = window[:i+1]
	}
	if i := strings.Index(window, "?>"); i >= 0 {
		return piece{kind: skip, start: start, end: start + i + 2}
	}
	return s.upToBracket(start)
}

// upToBracket skips from start to the next '>'. Where there is none no tag
// follows either, and the rest is text.
func (s *Scanner) upToBracket(start int) piece {
	if i := strings.IndexByte(s.text[start:], '>'); i >= 0 {
		return piece{kind: skip, start: start, end: start + i + 1}
	}
	return piece{kind: Text, start: start, end: len(s.text)}
}
