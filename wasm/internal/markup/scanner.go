// Package markup reads the tags and the text of XML and SGML, whatever state
// they are in.
//
// A Scanner is pulled: every call of Next moves to the next piece, and Name,
// Attr, Text answer for the piece it stands on. Nothing is built; a reader of a
// format keeps what it wants:
//
//	s := markup.New(text)
//	for k := s.Next(); k != markup.EOF; k = s.Next() {
//		if k == markup.Start && s.Local() == "title" { … }
//	}
//
// There is no such thing as an error. A '<' that opens no tag is text, and so
// is a tag that the next '<' or the end of the text cuts off; an entity nobody
// knows stays as it stands; a comment that is never closed ends at its first
// '>'. End tags are reported whether or not something was open: who needs a tree
// keeps a stack. XML and SGML are told apart by nothing, so names compare
// without case.
//
// Cost: one pass. No byte is looked at more than a fixed number of times,
// whatever the input, and nothing is allocated but text with entities in it and
// the first meeting with a name in capitals. Doctypes declare nothing here, so
// no entity expands to more than a few bytes.
//
// What is a tag follows https://www.w3.org/TR/xml/ and, for what is not XML,
// https://html.spec.whatwg.org/#tokenization.
package markup

import "strings"

// Kind is what a piece of markup is.
type Kind uint8

const (
	EOF   Kind = iota // after the last piece, for ever
	Text              // characters, or a CDATA section; several may follow each other
	Start             // a start tag, or the first half of <name/>
	End               // an end tag, or the second half of <name/>
	skip              // a comment, declaration or processing instruction: never handed out
)

// Scanner walks over the pieces of a text. It is not safe for several
// goroutines. The strings it hands out are parts of the text, or new.
type Scanner struct {
	text string
	piece
	ahead   piece // was met while looking for the end of text; EOF when there is none
	at      int   // the next byte to read
	halfway bool  // the start of <name/> has been handed out, its end has not

	lower map[string]string // of names with capitals

	// What is known not to come any more, so that it is looked for only once.
	noComment, noQuote, noApostrophe bool
	subset                           int // bytes of internal subsets that may still be read
}

// A piece is [start, end) of the text.
type piece struct {
	kind       Kind
	start, end int
	name       string // as written
	closed     bool   // <name/>
	cdata      bool
}

// maxSubset bounds the declarations inside doctypes. Those of documents with a
// written-out DTD have some kilobytes; past this they end at their first '>'.
const maxSubset = 1 << 20

// New starts before the first piece of text.
func New(text string) *Scanner {
	return &Scanner{text: text, subset: maxSubset}
}

// Next moves to the next piece and says what it is.
func (s *Scanner) Next() Kind {
	if s.halfway {
		s.halfway = false
		s.kind, s.start = End, s.end
		return End
	}
	if s.ahead.kind != EOF {
		s.piece, s.ahead = s.ahead, piece{}
	} else {
		s.scan()
	}
	s.halfway = s.kind == Start && s.closed
	return s.kind
}

// scan reads from s.at to the end of the next piece, and of the markup behind
// it if it is text.
func (s *Scanner) scan() {
	start := s.at
	for at := start; ; {
		var p piece
		if i := strings.IndexByte(s.text[at:], '<'); i >= 0 {
			p = s.markup(at + i)
		} else {
			p = piece{start: len(s.text), end: len(s.text)}
		}
		if p.kind == Text && !p.cdata {
			at = p.end
			continue
		}
		s.at = p.end
		switch {
		case p.start > start:
			s.piece = piece{kind: Text, start: start, end: p.start}
			if p.kind != skip {
				s.ahead = p
			}
		case p.kind == skip:
			start, at = p.end, p.end
			continue
		default:
			s.piece = p
		}
		return
	}
}

// Name is the name of a tag in lower case, with its prefix: "dc:creator".
func (s *Scanner) Name() string { return s.toLower(s.name) }

// Local is the name of a tag in lower case, without its prefix: "creator".
func (s *Scanner) Local() string {
	name := s.Name()
	return name[strings.LastIndexByte(name, ':')+1:]
}

// maxNames bounds the names in capitals that are remembered. Formats have some
// dozens.
const maxNames = 512

func (s *Scanner) toLower(name string) string {
	for i := 0; i < len(name); i++ {
		if 'A' <= name[i] && name[i] <= 'Z' {
			low, ok := s.lower[name]
			if !ok {
				low = asciiLower(name)
				if s.lower == nil {
					s.lower = map[string]string{}
				}
				if len(s.lower) < maxNames {
					s.lower[name] = low
				}
			}
			return low
		}
	}
	return name
}

// asciiLower leaves all but ASCII alone, so that lengths stay.
func asciiLower(name string) string {
	b := []byte(name)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// SelfClosing reports whether a start tag is of the form <name/>. Its End
// follows as if it had been written.
func (s *Scanner) SelfClosing() bool { return s.kind == Start && s.closed }

// Raw is a text as written, entities and all; of a CDATA section what is inside
// it. Of a tag it is the whole tag, empty for the end of <name/>.
func (s *Scanner) Raw() string {
	raw := s.text[s.start:s.end]
	if s.cdata {
		raw = strings.TrimSuffix(raw[len(cdataOpen):], "]]>")
	}
	return raw
}

// CDATA reports whether a text is a CDATA section, and so was written without
// entities.
func (s *Scanner) CDATA() bool { return s.cdata }

// Text is a text with its entities resolved, "" for a tag.
func (s *Scanner) Text() string {
	if s.kind != Text {
		return ""
	}
	if s.cdata {
		return s.Raw()
	}
	return Unescape(s.text[s.start:s.end])
}

// Offset is where the piece starts, in bytes of the text.
func (s *Scanner) Offset() int { return s.start }

// EndOffset is where the piece ends, in bytes of the text.
func (s *Scanner) EndOffset() int { return s.end }

// Inner, called on a start tag, is the markup between it and its end tag, as
// written. The scanner then stands on that end tag. Elements of the same name
// inside are counted; others need not be closed. Without an end tag it is all
// the rest.
func (s *Scanner) Inner() string {
	if s.kind != Start {
		return ""
	}
	start, name := s.end, s.name
	for depth := 1; depth > 0; {
		switch s.Next() {
		case EOF:
			return s.text[start:]
		case Start:
			if strings.EqualFold(s.name, name) {
				depth++
			}
		case End:
			if strings.EqualFold(s.name, name) {
				depth--
			}
		}
	}
	return s.text[start:s.start]
}
