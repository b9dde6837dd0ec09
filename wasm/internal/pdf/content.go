package pdf

import "bytes"

const (
	maxOperators = 4 << 20 // that one page may run, forms included
	maxGlyphs    = 400_000 // that one page may show; a full newspaper page has 60,000
	maxForms     = 12      // forms within forms
	maxSaved     = 256     // graphics states that are saved at once
	maxMarks     = 256     // marked content within marked content
)

// A glyph is one character where it stands on the page, in default user space.
type glyph struct {
	text     string
	x, y     float64 // its origin
	dx, dy   float64 // direction of writing, of length 1
	width    float64 // along the direction, to where the next is expected
	size     float64
	font     *font
	artifact bool // marked as no part of the document proper
}

func (g *glyph) isSpace() bool { return g.text == " " || g.text == "\u00a0" }

// graphics is the part of the graphics state that text needs.
type graphics struct {
	ctm                      matrix
	font                     *font
	size, charSpace, wordGap float64
	stretch, leading, rise   float64
}

// painter runs the operators of a page and collects the glyphs they show
// (ISO 32000-1, 8 and 9).
type painter struct {
	file      *file
	resources dict
	glyphs    []glyph
	box       [4]float64

	graphics
	saved    []graphics
	tm, line matrix // text matrix and that of the line's start
	marks    []mark
	depth    int
	count    int
	images   int
	unknown  int // glyphs without a meaning

	operands []operand
	items    []token // of the array that is being read
}

// operand is a token, or an object for dictionaries.
type operand struct {
	token
	object object
}

// mark is marked content that is open: what it says is in replaces its glyphs.
type mark struct {
	actual   string
	replaces bool
	artifact bool
	first    int // glyph
}

// paint returns what a page shows; its glyphs are good until the next page.
func (f *file) paint(p page) *painter {
	w := &painter{file: f, resources: p.resources, box: p.box, glyphs: f.glyphs[:0]}
	w.graphics = graphics{ctm: identity, stretch: 1}
	w.tm, w.line = identity, identity
	w.run(f.content(p))
	w.annotations(p)
	f.glyphs = w.glyphs
	return w
}

// run runs operators until src ends or a limit is met.
func (w *painter) run(src []byte) {
	p := parser{lexer{src: src}}
	w.operands = w.operands[:0]
	for w.file.err == nil {
		t := p.next()
		switch t.kind {
		case tokenEnd:
			return
		case tokenKeyword:
			if w.count++; w.count%4096 == 0 && !w.file.yield() {
				return
			}
			if w.count > maxOperators || len(w.glyphs) > maxGlyphs {
				w.file.warn("A page draws more than is read; its end was left out.")
				return
			}
			if string(t.text) == "BI" {
				skipImage(&p.lexer)
			} else {
				w.operate(string(t.text))
			}
			w.operands = w.operands[:0]
		case tokenArrayOpen:
			w.items = readItems(&p.lexer, w.items[:0])
			w.push(operand{token: t})
		case tokenDictOpen:
			w.push(operand{token: t, object: p.dictBody(0)})
		case tokenArrayClose, tokenDictClose:
		default:
			w.push(operand{token: t})
		}
	}
}

// push keeps an operand. No operator has more than a few; junk is dropped.
func (w *painter) push(o operand) {
	if len(w.operands) < 64 {
		w.operands = append(w.operands, o)
	}
}

// readItems reads the numbers and strings of an array.
func readItems(l *lexer, items []token) []token {
	for {
		t := l.next()
		switch t.kind {
		case tokenNumber, tokenString:
			items = append(items, t)
		case tokenArrayClose, tokenEnd:
			return items
		}
	}
}

// skipImage skips an inline image: its dictionary and data up to EI.
func skipImage(l *lexer) {
	for t := l.next(); t.kind != tokenEnd; t = l.next() {
		if t.kind == tokenKeyword && string(t.text) == "ID" {
			break
		}
	}
	for l.pos < len(l.src) {
		i := bytes.Index(l.src[l.pos:], []byte("EI"))
		if i < 0 {
			l.pos = len(l.src)
			return
		}
		at := l.pos + i
		l.pos = at + 2
		after := l.src[l.pos:min(len(l.src), l.pos+12)]
		if at > 0 && class[l.src[at-1]] == classSpace && isPlain(after) {
			return
		}
	}
}

// isPlain reports whether b can be operators after an image, not image data.
func isPlain(b []byte) bool {
	for i, c := range b {
		if c >= 0x7f || c < ' ' && class[c] != classSpace || i == 0 && class[c] != classSpace {
			return false
		}
	}
	return true
}

// number is the operand at i counted from the last, 0 when there is none.
func (w *painter) number(fromLast int) float64 {
	if i := len(w.operands) - 1 - fromLast; i >= 0 {
		return w.operands[i].num
	}
	return 0
}

func (w *painter) matrix() matrix {
	return matrix{w.number(5), w.number(4), w.number(3), w.number(2), w.number(1), w.number(0)}
}

// last is the text of the last operand.
func (w *painter) last() []byte {
	if len(w.operands) == 0 {
		return nil
	}
	return w.operands[len(w.operands)-1].text
}
