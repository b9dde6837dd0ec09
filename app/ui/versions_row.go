package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

func (c *collated) count() int { return len(c.rows) }

func (c *collated) weight(i int) int {
	r := c.rows[i]
	if r.fold {
		return 4
	}
	b := &c.blocks[r.from]
	n := 4 + 2*len(b.pieces)
	for _, note := range b.notes[:min(notesAtOnce, len(b.notes))] {
		n += 5 + 5*min(variantsAtOnce, len(c.differences[note].variants))
	}
	return n
}

func (c *collated) render(i int, at sheetState) app.UI {
	r := c.rows[i]
	if !r.fold {
		return c.renderBlock(i, r.from, at)
	}
	n := r.to - r.from
	return markup(`
		<div class=version-fold data-block=$>
			<button class=fold-line type=button data-open=$ aria-expanded=$>$<span>$</span></button>
			$
		</div>`,
		r.from, i, strconv.FormatBool(at.opened), icon(iconOpen), many(n, "paragraph", "paragraphs")+" all versions share",
		c.renderFolded(r, at.opened))
}

// renderFolded draws what all share, once it is asked for.
func (c *collated) renderFolded(r versionRow, open bool) []app.UI {
	if !open {
		return nil
	}
	return several(r.to-r.from, func(i int) app.UI { return c.renderText(r.from+i, -1) })
}

// renderBlock draws a paragraph and, beside it, in what others differ.
func (c *collated) renderBlock(row, i int, at sheetState) app.UI {
	b := &c.blocks[i]
	class := "version-block"
	if b.left {
		class += " version-left"
	}
	if at.current >= 0 {
		class += " version-on"
	}
	if at.opened {
		class += " version-open"
	}
	if len(b.notes) == 0 {
		return elem("div", class, c.renderText(i, at.current)).Attr("data-block", i)
	}
	return markup(`
		<div class=$ data-block=$>
			$
			<button class='link version-more' type=button data-open=$ aria-expanded=$>$</button>
			<ul class=version-notes aria-label='In other versions'>$</ul>
		</div>`,
		class, i, c.renderText(i, at.current), row, strconv.FormatBool(at.opened || at.current >= 0),
		many(len(b.notes), "difference", "differences"), c.renderRemarks(b.notes, i, at))
}

// notesAtOnce is how many differences of a paragraph are told beside it before the
// rest is asked for: two hundred copies may differ in every word.
const notesAtOnce = 12

// renderRemarks tells the differences of a paragraph: the first of them and the one
// that the person stands on.
func (c *collated) renderRemarks(notes []int, i int, at sheetState) []app.UI {
	list := "notes-" + strconv.Itoa(i)
	rest := len(notes) - notesAtOnce
	if rest <= 0 || at.listed[list] {
		rest = 0
	}
	shown := notes[:len(notes)-rest]
	if k := slices.Index(notes, at.current); k >= len(shown) {
		shown = append(slices.Clip(shown), at.current)
		rest--
	}
	remarks := several(len(shown), func(k int) app.UI { return c.renderRemark(shown[k], at) })
	if rest > 0 {
		remarks = append(remarks, elem("li", "remark", listButton(list, "Show "+many(rest, "more difference", "more differences"))))
	}
	return remarks
}

// renderText draws a paragraph with its boxes, that of the current difference
// filled.
func (c *collated) renderText(i, current int) app.UI {
	b := &c.blocks[i]
	e := elem(versionElement(b.role), "version-text version-"+b.role.String(), several(len(b.pieces), func(k int) app.UI {
		return c.renderPiece(&b.pieces[k], current)
	})...)
	return with(e, "dir", "auto", "lang", c.answer.Base.Lang)
}

func versionElement(role protocol.Role) string {
	switch role {
	case protocol.RoleHeading:
		return "h2"
	case protocol.RoleQuote:
		return "blockquote"
	}
	return "p"
}

func (c *collated) renderPiece(p *versionPiece, current int) app.UI {
	n := p.difference()
	text := p.span.Of(c.answer.Base.Text)
	if n < 0 {
		return app.Text(text)
	}
	class := "place " + c.differences[n].class()
	if n == current {
		class += " place-on"
	}
	e := words("mark", class, text)
	if p.span.Len() == 0 {
		e = with(words("span", class+" place-caret", "+"), "role", "img", "aria-label", "words added here")
	}
	if p.first {
		e.ID("place-" + strconv.Itoa(n))
	}
	return e.Attr("data-place", n)
}

// class is how the box of a difference is drawn: each kind its own line.
func (d *difference) class() string {
	switch {
	case d.kind == differsLeft:
		return "place-left"
	case d.kind == differsMoved:
		return "place-moved"
	case d.change == protocol.ChangeSpelling:
		return "place-spelling"
	case d.change == protocol.ChangePunctuation:
		return "place-punctuation"
	}
	return "place-words"
}
