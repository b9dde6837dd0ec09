package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// renderText draws the blocks drawn so far.
func (r *reading) renderText() app.UI {
	n := min(r.shown, len(r.page.blocks))
	body := make([]app.UI, 0, n)
	for i := range n {
		if r.page.blocks[i].isFold {
			body = append(body, r.renderFold(i))
		} else {
			body = append(body, r.renderBlock(i))
		}
	}
	return app.Div().ID("text").Class("text-body").Body(body...)
}

// pieces draws segments of text with their marks.
func pieces(text string, list []segment) []app.UI {
	parts := make([]app.UI, 0, len(list))
	for _, s := range list {
		words := s.span.Of(text)
		switch {
		case s.match:
			parts = append(parts, app.Mark().Class("match").Text(words))
		case s.target:
			parts = append(parts, app.Span().Class("target").Text(words))
		case len(s.shared) > 0:
			parts = append(parts, app.Span().Class("shared").Text(words))
		default:
			parts = append(parts, app.Text(words))
		}
	}
	return parts
}

// renderBlock draws a paragraph with its mark in the margin.
func (r *reading) renderBlock(i int) app.UI {
	b := &r.page.blocks[i]
	text := r.page.article.Document.Text
	class := "block block-" + b.role.String()
	if b.whole {
		class += " block-whole"
	}
	body := []app.UI{blockElement(b.role).Body(pieces(text, b.pieces)...)}
	if len(b.others) > 0 {
		body = append(body, r.renderMargin(i))
	}
	if r.sharing == i {
		body = append(body, r.renderSharers(i))
	}
	return app.Div().ID(anchor(i)).Class(class).DataSet("role", b.role.String()).Body(body...)
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
func (r *reading) renderMargin(i int) app.UI {
	b := &r.page.blocks[i]
	text := "in " + many(len(b.others), "other", "others")
	if !b.whole {
		text = "partly " + text
	}
	return app.Button().Class("margin").Type("button").
		DataSet("block", i).
		Aria("expanded", r.sharing == i).
		Aria("controls", "sharers-"+strconv.Itoa(i)).
		OnClick(func(app.Context, app.Event) {
			if r.sharing == i {
				r.sharing = -1
			} else {
				r.sharing = i
			}
		}, app.EventScope("margin", r.version, i)).
		Text(text)
}

// renderSharers lists the documents that share words of a paragraph, each a link
// to the place.
func (r *reading) renderSharers(i int) app.UI {
	b := &r.page.blocks[i]
	return app.Div().ID("sharers-" + strconv.Itoa(i)).Class("sharers").Body(
		app.Ul().Body(app.Range(b.others).Slice(func(k int) app.UI {
			return r.renderSharer(b, b.others[k])
		})),
	)
}

func (r *reading) renderSharer(b *block, id protocol.DocID) app.UI {
	s := r.page.article.Summaries[id]
	title, isTitle := headline(s)
	link := app.A().Class("sharer").Href(address{view: viewReading, doc: id, at: r.page.passageIn(b, id)}.String()).Text(title)
	if !isTitle {
		link.Class("is-lead")
	}
	return app.Li().Body(link, app.Span().Class("sharer-facts").Text(facts(outlet(s), day(s.Date))))
}

// passageIn is where the first passage of a block stands in another document.
func (p *page) passageIn(b *block, id protocol.DocID) protocol.Span {
	for _, s := range b.pieces {
		for _, ref := range s.shared {
			if p.article.Passages[ref].Other == id {
				return p.article.Passages[ref].OtherSpan
			}
		}
	}
	return protocol.Span{}
}

// renderFold draws the line that stands for what is not the article and, when it
// is open, all of that.
func (r *reading) renderFold(i int) app.UI {
	b := &r.page.blocks[i]
	open := r.all != r.unfolded[i]
	class := "fold"
	if open {
		class = "fold fold-open"
	}
	return app.Div().ID(anchor(i)).Class(class).DataSet("role", "fold").Body(
		app.Button().Class("fold-line").Type("button").Aria("expanded", open).
			OnClick(func(app.Context, app.Event) { r.unfolded[i] = !r.unfolded[i] }, app.EventScope("fold", r.version, i)).
			Body(icon(iconOpen), app.Span().Text(b.foldName)),
		app.If(open, func() app.UI { return r.renderFolded(b) }),
	)
}

func (r *reading) renderFolded(b *block) app.UI {
	text := r.page.article.Document.Text
	return app.Div().Class("folded").Body(app.Range(b.folded).Slice(func(k int) app.UI {
		f := b.folded[k]
		return app.Div().Class("folded-line").Body(
			app.P().Class("folded-text").Body(pieces(text, f.pieces)...),
			app.If(f.why != "", func() app.UI { return app.P().Class("folded-why").Text(f.why) }),
		)
	}))
}
