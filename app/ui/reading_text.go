package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// sheetLen is how many blocks a sheet holds: mounting a paragraph takes 0.2 to
// 0.5 ms, and a task should stay below 50.
const sheetLen = 24

// longText is how many blocks a text has of which only what is in sight is laid
// out: of fewer, the page's height would jump for nothing.
const longText = 10 * sheetLen

// drawnText is posted when all of a text is drawn.
const drawnText = "ui/drawn" // int: the version of the text

// flow is the text of an article, drawn sheet by sheet, one in every frame. It
// draws itself alone: the head and the side column stay as they are.
type flow struct {
	app.Compo
	Page     *page
	Version  int
	Whole    bool // as it was read
	Unfolded bool
	Open     int // a fold to be open, -1 for none

	sheets int // drawn so far
}

// CompoID begins anew with every text.
func (f *flow) CompoID() string { return strconv.Itoa(f.Version) }

func (f *flow) OnInit() { f.sheets = 1 }

func (f *flow) OnMount(ctx app.Context) { f.drawMore(ctx) }

func (f *flow) drawMore(ctx app.Context) {
	ctx.Defer(func(ctx app.Context) {
		if f.sheets*sheetLen >= f.length() {
			ctx.NewActionWithValue(drawnText, f.Version)
			return
		}
		ctx.Dispatch(func(ctx app.Context) {
			f.sheets++
			f.drawMore(ctx)
		})
	})
}

// length is how many blocks or rows there are to draw.
func (f *flow) length() int {
	if f.Whole {
		return len(f.Page.rows)
	}
	return len(f.Page.blocks)
}

func (f *flow) Render() app.UI {
	class := "text-body"
	switch {
	case f.Whole && f.Page.article.Document.Markup == protocol.MarkupNone:
		class = "original original-plain"
	case f.Whole:
		class = "original"
	}
	if f.length() > longText {
		class += " text-long"
	}
	body := make([]app.UI, 0, f.sheets)
	for from := 0; from < min(f.sheets*sheetLen, f.length()); from += sheetLen {
		if f.Whole {
			body = append(body, &original{Page: f.Page, Version: f.Version, From: from})
			continue
		}
		open := -1
		if from <= f.Open && f.Open < from+sheetLen {
			open = f.Open
		}
		body = append(body, &sheet{Page: f.Page, Version: f.Version, From: from, Unfolded: f.Unfolded, Open: open})
	}
	return elem("div", class, body...).ID("text")
}

// sheet is a run of blocks of an article. What the person opens in it redraws
// this sheet alone, however long the text is.
type sheet struct {
	app.Compo
	Page     *page
	Version  int // of the page
	From     int // its first block
	Unfolded bool
	Open     int // a fold to be open, -1 for none

	unfolded bool         // as Unfolded was
	opened   map[int]bool // folds that are not as Unfolded says
	sharing  int          // block whose sharers are listed, -1 for none
}

// CompoID keeps the state of one text out of another.
func (s *sheet) CompoID() string { return strconv.Itoa(s.Version) }

func (s *sheet) OnInit() { s.opened, s.sharing = make(map[int]bool), -1 }

func (s *sheet) OnUpdate(app.Context) {
	if s.unfolded != s.Unfolded {
		s.unfolded = s.Unfolded
		clear(s.opened)
	}
}

func (s *sheet) Render() app.UI {
	to := min(s.From+sheetLen, len(s.Page.blocks))
	body := make([]app.UI, 0, to-s.From)
	for i := s.From; i < to; i++ {
		if s.Page.blocks[i].isFold {
			body = append(body, s.renderFold(i))
		} else {
			body = append(body, s.renderBlock(i))
		}
	}
	return app.Elem("div").Class("sheet").Body(body...)
}

// pieces draws segments of the page's text with their marks.
func (p *page) pieces(list []segment) []app.UI {
	parts := make([]app.UI, 0, len(list))
	for i := range list {
		s := &list[i]
		text := s.span.Of(p.article.Document.Text)
		class := ""
		if len(s.shared) > 0 {
			class = "shared"
		}
		if s.speech > 0 {
			class += " speech"
		}
		var e app.HTMLElem
		switch {
		case s.match:
			e = words("mark", strings.TrimSpace(class+" match"), text)
		case class != "":
			e = words("span", strings.TrimSpace(class), text)
		default:
			parts = append(parts, app.Text(text))
			continue
		}
		if s.speech > 0 {
			if name := speaker(&p.article.Speeches[s.speech-1]); name != "" {
				e.Attr("title", "Said by "+name)
			}
		}
		parts = append(parts, e)
	}
	return parts
}

// renderBlock draws a paragraph with its marks in the margin.
func (s *sheet) renderBlock(i int) app.UI {
	b := &s.Page.blocks[i]
	class := "block block-" + b.role.String()
	if b.whole {
		class += " block-whole"
	}
	if b.target {
		class += " block-target"
	}
	if b.hangs {
		class += " block-hangs"
	}
	body := []app.UI{blockElement(b.role).DataSet("from", from(b.pieces)).Body(s.Page.pieces(b.pieces)...)}
	speakers := s.renderSpeakers(b)
	if len(b.others) > 0 || speakers != nil {
		var mark app.UI
		if len(b.others) > 0 {
			mark = s.renderMargin(i)
		}
		body = append(body, markup(`<div class=margins>$$</div>`, mark, speakers))
	}
	if s.sharing == i {
		body = append(body, s.renderSharers(i))
	}
	return app.Elem("div").ID(anchor(i)).Class(class).DataSet("role", b.role.String()).Body(body...)
}

// blockElement is the element that says to a screen reader what a paragraph is.
func blockElement(role protocol.Role) app.HTMLElem {
	switch role {
	case protocol.RoleHeading, protocol.RoleTitle, protocol.RoleSubtitle:
		return app.Elem("h2").Class("block-text")
	case protocol.RoleQuote:
		return app.Elem("blockquote").Class("block-text")
	}
	return app.Elem("p").Class("block-text")
}

// renderMargin draws how many others share words of a paragraph.
func (s *sheet) renderMargin(i int) app.UI {
	b := &s.Page.blocks[i]
	text := "in " + many(len(b.others), "other", "others")
	if !b.whole {
		text = "partly " + text
	}
	label, class := text+": "+s.Page.othersWords(b), "margin"
	if b.again {
		text, class = "same", "margin margin-again"
		label = text + ", " + label
	}
	if !b.whole {
		class += " margin-part"
	}
	return app.Elem("button").Class(class).Attr("type", "button").
		Aria("label", label).Title(label).
		DataSet("block", i).
		Aria("expanded", s.sharing == i).
		Aria("controls", "sharers-"+strconv.Itoa(i)).
		OnClick(func(app.Context, app.Event) {
			if s.sharing == i {
				s.sharing = -1
			} else {
				s.sharing = i
			}
		}, app.EventScope("margin", s.Version, i)).
		Text(text)
}

// othersWords names who else has words of a paragraph.
func (p *page) othersWords(b *block) string {
	var names []string
	for _, id := range b.others {
		if name := outlet(p.article.Summaries[id]); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return someNames(names)
}

// renderSharers lists the documents that share words of a paragraph, each a link
// to the place.
func (s *sheet) renderSharers(i int) app.UI {
	b := &s.Page.blocks[i]
	others := b.others[:min(len(b.others), sideStep)]
	return app.Elem("div").ID("sharers-"+strconv.Itoa(i)).Class("sharers").Body(
		app.Elem("ul").Body(app.Range(others).Slice(func(k int) app.UI {
			return s.renderSharer(b, others[k])
		})),
		app.If(len(others) < len(b.others), func() app.UI {
			return app.Elem("p").Class("sharer-facts").Text("and " + number(len(b.others)-len(others)) + " more, see the list of related texts")
		}),
	)
}

func (s *sheet) renderSharer(b *block, id protocol.DocID) app.UI {
	other := s.Page.article.Summaries[id]
	title, isTitle := headline(other)
	link := app.Elem("a").Class("sharer").Attr("href", address{view: viewReading, doc: id, at: s.Page.passageIn(b, id)}.String()).Text(title)
	if !isTitle {
		link.Class("is-lead")
	}
	return app.Elem("li").Body(link, app.Elem("span").Class("sharer-facts").Text(facts(outlet(other), day(other.Date))))
}

// passageIn is where the first shared words of a block stand in another document.
// Of a passage that reaches beyond the block it is the part that stands as far
// into it there as the block does here.
func (p *page) passageIn(b *block, id protocol.DocID) protocol.Span {
	for _, s := range b.pieces {
		for _, ref := range s.shared {
			if q := p.article.Passages[ref]; q.Other == id {
				from, to := max(b.span.Start, q.Span.Start), min(b.span.End, q.Span.End)
				return protocol.Span{Start: inOther(q, from), End: inOther(q, to)}
			}
		}
	}
	return protocol.Span{}
}

// inOther is the place in the other document that lies as far into the passage.
func inOther(q protocol.Passage, at uint32) uint32 {
	into := uint64(at-q.Span.Start) * uint64(q.OtherSpan.Len()) / uint64(max(1, q.Span.Len()))
	return q.OtherSpan.Start + uint32(into)
}

// renderFold draws the line that stands for what is not the article and, when it
// is open, all of that.
func (s *sheet) renderFold(i int) app.UI {
	b := &s.Page.blocks[i]
	open := s.Unfolded != s.opened[i] || s.Open == i
	class := "fold"
	if open {
		class = "fold fold-open"
	}
	return app.Elem("div").ID(anchor(i)).Class(class).DataSet("role", "fold").Body(
		app.Elem("button").Class("fold-line").Attr("type", "button").Aria("expanded", open).
			OnClick(func(app.Context, app.Event) { s.opened[i] = !s.opened[i] }, app.EventScope("fold", s.Version, i)).
			Body(icon(iconOpen), app.Elem("span").Text(b.foldName)),
		app.If(open, func() app.UI { return s.renderFolded(b) }),
	)
}

func (s *sheet) renderFolded(b *block) app.UI {
	return app.Elem("div").Class("folded").Body(app.Range(b.folded).Slice(func(k int) app.UI {
		f := b.folded[k]
		return app.Elem("div").Class("folded-line").Body(
			app.Elem("p").Class("folded-text").DataSet("from", from(f.pieces)).Body(s.Page.pieces(f.pieces)...),
			app.If(f.why != "", func() app.UI { return app.Elem("p").Class("folded-why").Text(f.why) }),
		)
	}))
}
