package ui

import (
	"sort"
	"strconv"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// textLine is a run of text that one element of the page holds. Its element says
// by data-from where in the document it begins.
type textLine struct {
	span  protocol.Span
	at    string // id of the element it stands in
	block int    // of page.blocks or page.rows; -1 for the head
	fold  bool   // it stands in a fold
}

// linesOf lists the text that is shown, in the order in which it stands there:
// what can be searched, gone to and cited.
func (p *page) linesOf(whole bool) []textLine {
	var list []textLine
	add := func(pieces []segment, at string, block int, fold bool) {
		if len(pieces) > 0 {
			span := protocol.Span{Start: pieces[0].span.Start, End: pieces[len(pieces)-1].span.End}
			list = append(list, textLine{span: span, at: at, block: block, fold: fold})
		}
	}
	if whole {
		for i := range p.rows {
			add(p.rows[i].pieces, rowAnchor(i), i, false)
		}
		return list
	}
	add(p.title, headAnchor, -1, false)
	add(p.subtitle, headAnchor, -1, false)
	for i := range p.blocks {
		b := &p.blocks[i]
		add(b.pieces, anchor(i), i, false)
		for k := range b.folded {
			add(b.folded[k].pieces, anchor(i), i, true)
		}
	}
	return list
}

const headAnchor = "article-head"

func rowAnchor(i int) string { return "row-" + strconv.Itoa(i) }

// lineAt is the line that a place of the document is in; else the next one.
func lineAt(lines []textLine, at uint32) (int, bool) {
	best, ok := 0, false
	for i := range lines {
		if s := lines[i].span; s.Start <= at && at < s.End {
			return i, true
		} else if s.Start > at && (!ok || s.Start < lines[best].span.Start) {
			best, ok = i, true
		}
	}
	return best, ok
}

// element is that which holds the line, if it is drawn.
func (l *textLine) element() app.Value {
	box := app.Window().GetElementByID(l.at)
	if !box.Truthy() {
		return box
	}
	return box.Call("querySelector", fromSelector(l.span.Start))
}

func fromSelector(from uint32) string { return `[data-from="` + strconv.Itoa(int(from)) + `"]` }

// from is the value of data-from.
func from(pieces []segment) int {
	if len(pieces) == 0 {
		return 0
	}
	return int(pieces[0].span.Start)
}

// paint marks ranges of text on the page by the name of a highlight, which the
// style sheet gives a look; no ranges take its marks away. The page's elements
// stay as they are, however many ranges there are. Of two highlights in a place
// the one of the higher priority shows. Browsers without the CSS Custom Highlight
// API show nothing.
//
// https://drafts.csswg.org/css-highlight-api-1/
func paint(name string, priority int, ranges []any) {
	marks := highlights()
	switch {
	case marks == nil:
	case len(ranges) == 0:
		marks.Call("delete", name)
	default:
		mark := app.Window().Get("Highlight").New(ranges...)
		mark.Set("priority", priority)
		marks.Call("set", name, mark)
	}
}

func highlights() app.Value {
	if app.IsServer {
		return nil
	}
	if css := app.Window().Get("CSS"); css.Truthy() && css.Get("highlights").Truthy() {
		return css.Get("highlights")
	}
	return nil
}

// textNodes are those of an element, with what of its text ends with each.
type textNodes struct {
	nodes []app.Value
	ends  []int // in UTF-16
}

func nodesOf(element app.Value) textNodes {
	const showText = 4
	var t textNodes
	walk := app.Window().Get("document").Call("createTreeWalker", element, showText)
	for n, end := walk.Call("nextNode"), 0; n.Truthy(); n = walk.Call("nextNode") {
		end += n.Get("length").Int()
		t.nodes, t.ends = append(t.nodes, n), append(t.ends, end)
	}
	return t
}

// span is the range from a to b, in UTF-16 from the start of the element's text;
// nil if it has no such text.
func (t *textNodes) span(a, b int) app.Value {
	n := len(t.nodes)
	if n == 0 || a >= b || b > t.ends[n-1] {
		return nil
	}
	r := app.Window().Get("document").Call("createRange")
	i := sort.SearchInts(t.ends, a+1)
	r.Call("setStart", t.nodes[i], a-t.start(i))
	k := sort.SearchInts(t.ends, b)
	r.Call("setEnd", t.nodes[k], b-t.start(k))
	return r
}

func (t *textNodes) start(i int) int {
	if i == 0 {
		return 0
	}
	return t.ends[i-1]
}

// rangeOf appends the range of a stretch of a line, if the line is drawn.
func (p *page) rangeOf(list []any, nodes *textNodes, line *textLine, span protocol.Span) []any {
	text, from, to := p.article.Document.Text, max(span.Start, line.span.Start), min(span.End, line.span.End)
	if from >= to {
		return list
	}
	a := utf16Len(text[line.span.Start:from])
	if r := nodes.span(a, a+utf16Len(text[from:to])); r != nil {
		return append(list, r)
	}
	return list
}

// bytesOf is how many bytes of text the browser's first n units are.
func bytesOf(text string, n int) int {
	at := 0
	for n > 0 && at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if n--; r > 0xFFFF {
			n--
		}
		at += size
	}
	return at
}
