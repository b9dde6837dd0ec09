package format

import (
	"bytes"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// A htmlPage is the text of a page in reading order, one line a block, with
// what the markup says about each line and about the page.
type htmlPage struct {
	text  string
	input extract.Input
}

const (
	maxOpen     = 512     // open elements; deeper ones are read as if their tags were not there
	yieldTokens = 2000    // tokens between two yields: about a millisecond in WASM
	maxMeta     = 4 << 10 // bytes of one value of metadata
)

// An open element and what it changed, to be undone at its end.
type element struct {
	tag   atom.Atom
	name  string // of an element unknown to package atom, else ""
	kind  elementKind
	hints extract.Hint // all that hold inside it
	near  extract.Hint // of them, those of inline elements since the last block
	node  int32
	link  bool
	drop  bool // its text is left out
}

// A pageReader is one pass over the tokens of a page. It keeps the stack of
// open elements itself, by the few rules that matter for text (a <p> ends the
// one before it, an end tag ends what it left open), instead of building the
// tree: three times as fast as html.Parse, and no input makes it slow or deep.
type pageReader struct {
	source  io.Reader
	z       *html.Tokenizer
	out     []byte
	lines   []extract.Line
	nodes   []extract.Node
	stack   []element
	extra   int // open elements over maxOpen
	classes map[string]extract.Hint

	start    int          // of the current line in out
	space    bool         // white space is due before the next text
	letters  int          // of the current line
	linked   int          // of them, inside links
	breaks   int          // <br> in it
	allHints extract.Hint // of all its runs
	anyHints extract.Hint // of any
	allNear  extract.Hint
	node     int32

	meta metaReader
}

// parseHTML reads a page; the only error is yield's.
func parseHTML(source string, yield func() error) (htmlPage, error) {
	reader := strings.NewReader(source)
	r := &pageReader{
		source:  reader,
		z:       html.NewTokenizer(reader),
		out:     make([]byte, 0, len(source)/4),
		nodes:   []extract.Node{{Parent: -1}},
		classes: make(map[string]extract.Hint, 64),
		stack:   append(make([]element, 0, 64), element{kind: block}),
	}
	for n := 1; ; n++ {
		if n%yieldTokens == 0 {
			if err := yield(); err != nil {
				return htmlPage{}, err
			}
		}
		if !r.token() {
			break
		}
	}
	r.flush()
	text := string(r.out)
	if r.lines == nil {
		r.lines = []extract.Line{}
	}
	return htmlPage{text: text, input: extract.Input{Lines: r.lines, Nodes: r.nodes, Known: r.meta.facts()}}, nil
}

// token reads one token and reports whether there may be more.
func (r *pageReader) token() bool {
	switch r.z.Next() {
	case html.ErrorToken:
		return r.z.Err() != io.EOF && r.z.Err() == nil
	case html.TextToken:
		r.textToken()
	case html.StartTagToken:
		r.startTag(false)
	case html.SelfClosingTagToken:
		r.startTag(true)
	case html.EndTagToken:
		name, _ := r.z.TagName()
		r.endTag(atom.Lookup(name), name)
	}
	return true
}

func (r *pageReader) top() *element { return &r.stack[len(r.stack)-1] }

// textToken takes text, or the source of a title or of JSON-LD.
func (r *pageReader) textToken() {
	switch top := r.top(); {
	case top.tag == atom.Title:
		if raw := r.z.Raw(); len(raw) > maxTitleSource && bytes.IndexByte(raw, '<') >= 0 {
			r.cutTitle(string(raw))
			return
		}
		r.meta.addTitle(string(r.z.Text()))
	case top.tag == atom.Script:
		if r.meta.inJSON {
			r.meta.addJSON(r.z.Text())
		}
	case top.drop:
	default:
		r.text(r.z.Text(), top)
	}
}

// maxTitleSource is more than any title has: a longer one was never ended and
// holds the page.
const maxTitleSource = 2000

// cutTitle ends such a title at the first tag and reads on from there.
func (r *pageReader) cutTitle(raw string) {
	at := strings.IndexByte(raw, '<')
	r.meta.addTitle(clean(raw[:at]))
	r.popTo(len(r.stack) - 1)
	r.source = io.MultiReader(strings.NewReader(raw[at:]), bytes.NewReader(bytes.Clone(r.z.Buffered())), r.source)
	r.z = html.NewTokenizer(r.source)
}

// text appends text to the line, white space collapsed to one space except
// inside <pre>, where a line's end is one.
func (r *pageReader) text(b []byte, top *element) {
	pre := top.hints&extract.HintPre != 0
	before := len(r.out)
	letters := r.letters
	for i := 0; i < len(b); {
		c := b[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c == '\n' && pre:
				r.endRun(before, letters, top)
				r.flush()
				before, letters = len(r.out), 0
			case c == ' ' || '\t' <= c && c <= '\r':
				r.space = true
			case c == 0:
			default:
				r.put()
				r.out = append(r.out, c)
				r.letters++
			}
			continue
		}
		ru, n := utf8.DecodeRune(b[i:])
		i += n
		switch {
		case unicode.IsSpace(ru):
			r.space = true
		case ru == '\u200b' || ru == '\ufeff' || ru == '\u00ad': // invisible: they would split words
		default:
			r.put()
			r.out = utf8.AppendRune(r.out, ru)
			r.letters++
		}
	}
	r.endRun(before, letters, top)
}

// put writes the space that is due.
func (r *pageReader) put() {
	if r.space && len(r.out) > r.start && r.out[len(r.out)-1] != '\n' {
		r.out = append(r.out, ' ')
	}
	r.space = false
}

// endRun counts what the run of text since before has added to the line.
func (r *pageReader) endRun(before, letters int, top *element) {
	if len(r.out) == before {
		return
	}
	if before == r.start {
		r.allHints, r.allNear, r.node = top.hints, top.near, top.node
	}
	r.allHints &= top.hints
	r.allNear &= top.near
	r.anyHints |= top.hints
	if top.link {
		r.linked += r.letters - letters
	}
}

// inlineHints are hints an inline element gives its line when it holds only a
// part of it; all others must hold for the whole line.
const inlineHints = extract.HintByline | extract.HintTime

// lineBreak ends the line softly, at a <br>; two of them end the paragraph.
func (r *pageReader) lineBreak() {
	if len(r.out) == r.start || r.out[len(r.out)-1] == '\n' {
		r.flush()
		return
	}
	r.space = false
	r.breaks++
	r.out = append(r.out, '\n')
}

// A paragraph that <br> breaks into the lines of a poem or at a column is one.
// Two or three long pieces are paragraphs themselves, or a teaser: its headline,
// then its text.
const (
	minBroken  = 20 // words
	minBreaks  = 2
	minSegment = 4  // words of a piece, on average; a list of names has fewer
	maxSegment = 16 // a full line of mail has 12
)

// flush ends the line. One that <br> breaks stays whole if it is long enough to
// be a paragraph, else each piece is a line.
func (r *pageReader) flush() {
	breaks := r.breaks
	r.breaks = 0
	r.space = false
	for len(r.out) > r.start && r.out[len(r.out)-1] == '\n' {
		r.out = r.out[:len(r.out)-1]
		breaks--
	}
	if breaks > 0 && !r.isParagraph(breaks) {
		r.split()
	}
	r.endLine()
}

// isParagraph reports whether the current line, broken so many times, is
// running text.
func (r *pageReader) isParagraph(breaks int) bool {
	words := 1 + bytes.Count(r.out[r.start:], []byte{' '}) + breaks
	pieces := breaks + 1
	return breaks >= minBreaks && words >= minBroken && words >= minSegment*pieces && words <= maxSegment*pieces && r.linked*4 < r.letters
}

// split makes a line of each piece but the last of the current line.
func (r *pageReader) split() {
	text := r.out
	letters, linked, every, some, near := r.letters, r.linked, r.allHints, r.anyHints, r.allNear
	for i := r.start; i < len(text); i++ {
		if text[i] != '\n' {
			continue
		}
		r.out = text[:i]
		r.endLine()
		r.start = i + 1
		r.letters, r.linked, r.allHints, r.anyHints, r.allNear = letters, linked, every, some, near
	}
	r.out = text
}

// endLine appends the current line.
func (r *pageReader) endLine() {
	if len(r.out) > r.start {
		l := extract.Line{
			Span:   protocol.Span{Start: uint32(r.start), End: uint32(len(r.out))},
			Hints:  r.allHints | r.anyHints&inlineHints,
			Inline: r.allNear,
			Node:   r.node,
		}
		if r.letters > 0 {
			l.Links = uint8(100 * r.linked / r.letters)
		}
		r.lines = append(r.lines, l)
		r.out = append(r.out, '\n')
	}
	r.start = len(r.out)
	r.letters, r.linked, r.allHints, r.anyHints = 0, 0, 0, 0
}

// startTag opens an element.
func (r *pageReader) startTag(selfClosing bool) {
	name, more := r.z.TagName()
	tag := atom.Lookup(name)
	kind := elementKinds[tag]
	el := element{tag: tag, kind: kind}
	if tag == 0 {
		el.name = string(name[:min(len(name), 40)])
	}
	a := r.attributes(tag, more)
	if tag == atom.Meta || tag == atom.Link || tag == atom.Time {
		r.meta.element(tag, &a)
	}
	switch {
	case tag == atom.Br:
		r.lineBreak()
		return
	case tag == atom.Hr:
		r.flush()
		return
	case tag == atom.Body:
		r.closeTag(atom.Head)
	case kind == void || selfClosing && kind == inline:
		return
	}
	r.closeImplied(tag)
	if len(r.stack) >= maxOpen {
		r.extra++
		if kind == block {
			r.flush()
		}
		return
	}
	r.push(el, &a)
}

// push puts the element on the stack with all it inherits.
func (r *pageReader) push(el element, a *attributes) {
	top := r.top()
	el.hints = top.hints | elementHints[el.tag]
	own := extract.Hint(0)
	if el.tag != atom.Body && el.tag != atom.Html {
		own = a.hints | hintsOfRole(a)
	}
	if el.tag == atom.Article || el.tag == atom.Main {
		own &^= negative
	}
	el.hints |= own
	if el.kind == inline {
		el.near = top.near | own
	}
	el.node, el.link = top.node, top.link || el.tag == atom.A && a.link
	el.drop = top.drop || el.kind == dropped || a.hidden && el.tag != atom.Body && el.tag != atom.Html
	if el.kind == block {
		r.flush()
		el.node = int32(len(r.nodes))
		r.nodes = append(r.nodes, extract.Node{Parent: top.node, Hints: own | elementHints[el.tag]})
	}
	if el.tag == atom.Script {
		r.meta.inJSON = strings.Contains(a.typ, "ld+json")
	}
	r.stack = append(r.stack, el)
}

// endTag ends the nearest open element of that name and what it left open.
func (r *pageReader) endTag(tag atom.Atom, name []byte) {
	if tag == atom.Br {
		r.lineBreak()
		return
	}
	if r.extra > 0 && elementKinds[tag] != void {
		r.extra--
		if elementKinds[tag] == block {
			r.flush()
		}
		return
	}
	for i := len(r.stack) - 1; i > 0; i-- {
		el := &r.stack[i]
		if el.tag == tag && (tag != 0 || el.name == string(name)) {
			r.popTo(i)
			return
		}
		if (el.tag == atom.Td || el.tag == atom.Th) && tag != atom.Table && tag != atom.Tr && tag != atom.Tbody {
			return // a stray end tag does not leave its cell
		}
		if el.kind == block && elementKinds[tag] == inline {
			return // nor an inline one its block
		}
	}
}

// popTo ends the elements from i on.
func (r *pageReader) popTo(i int) {
	for _, el := range r.stack[i:] {
		if el.kind == block {
			r.flush()
			break
		}
	}
	r.stack = r.stack[:i]
}

// closeTag ends the nearest open element with the tag, if there is one.
func (r *pageReader) closeTag(tag atom.Atom) {
	for i := len(r.stack) - 1; i > 0; i-- {
		if r.stack[i].tag == tag {
			r.popTo(i)
			return
		}
	}
}

// closeImplied ends the elements whose end tag may be left out before tag.
func (r *pageReader) closeImplied(tag atom.Atom) {
	for i := len(r.stack) - 1; i > 0; i-- {
		el := &r.stack[i]
		if ends(tag, el.tag) {
			r.popTo(i)
			return
		}
		if el.kind == block && el.tag != atom.P && !(isRowPart(tag) && isRowPart(el.tag)) || el.kind == dropped && el.tag != atom.Head {
			return
		}
	}
}

func isRowPart(t atom.Atom) bool {
	return t == atom.Td || t == atom.Th || t == atom.Tr || t == atom.Tbody || t == atom.Thead || t == atom.Tfoot
}

// ends reports whether the start of tag ends an open element.
func ends(tag, open atom.Atom) bool {
	switch open {
	case atom.P:
		return elementKinds[tag] == block
	case atom.Li:
		return tag == atom.Li
	case atom.Dt, atom.Dd:
		return tag == atom.Dt || tag == atom.Dd
	case atom.Td, atom.Th:
		return tag == atom.Td || tag == atom.Th || tag == atom.Tr || tag == atom.Tbody
	case atom.Tr:
		return tag == atom.Tr || tag == atom.Tbody || tag == atom.Tfoot
	case atom.Option:
		return tag == atom.Option
	case atom.Head:
		return elementKinds[tag] == block
	}
	return false
}
