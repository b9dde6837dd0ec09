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

	meta    metaReader
	body    []string // paragraphs of the article as JSON-LD gives it
	longest int      // bytes of it
	cuts    int      // of titles that were never ended
}

// parseHTML reads a page; the only error is yield's.
func parseHTML(source string, yield func() error) (htmlPage, error) {
	reader := strings.NewReader(source)
	r := &pageReader{
		source:  reader,
		z:       html.NewTokenizer(reader),
		out:     make([]byte, 0, len(source)/4),
		nodes:   append(make([]extract.Node, 0, len(source)/150+16), extract.Node{Parent: -1}), // a block for so many bytes, on average
		lines:   make([]extract.Line, 0, len(source)/400+16),
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
	said := r.said()
	text := string(r.out)
	return htmlPage{text: text, input: extract.Input{Lines: r.lines, Nodes: r.nodes, Said: said, Known: r.meta.facts()}}, nil
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
		if raw := r.z.Raw(); len(raw) > maxTitleSource && bytes.IndexByte(raw, '<') >= 0 && r.cuts < maxTitleCuts {
			r.cutTitle(string(raw))
			return
		}
		r.meta.addTitle(string(r.z.Text()))
	case top.tag == atom.Script:
		if r.meta.inJSON {
			source := r.z.Text()
			r.addBody(source)
			r.meta.addJSON(source)
		}
	case top.drop:
	default:
		r.text(r.z.Text(), top)
	}
}

// maxTitleSource is more than any title has: a longer one was never ended and
// holds the page.
const maxTitleSource = 2000

// maxTitleCuts is how many of them a page may have: each costs what follows it.
const maxTitleCuts = 8

// cutTitle ends such a title at the first tag and reads on from there.
func (r *pageReader) cutTitle(raw string) {
	r.cuts++
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
