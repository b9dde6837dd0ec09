package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// shownVariants is how many variants of a place are told before the rest is asked
// for.
const shownVariants = 3

// renderNote draws one difference beside its paragraph: what stands here, and what
// others have there.
func (c *collated) renderNote(n int, at sheetState) app.UI {
	d := &c.differences[n]
	class := "note note-" + d.class()
	if n == at.current {
		class += " note-on"
	}
	var body []app.UI
	switch d.kind {
	case differsLeft:
		body = c.renderLeft(n, at)
	case differsMoved:
		body = c.renderMoved(n, at)
	default:
		body = c.renderVariants(n, at)
	}
	return elem("li", class, body...).ID("note-" + strconv.Itoa(n))
}

// lemma is the words of the reading text that a note is about: a button that leads
// to them.
func (c *collated) lemma(n int, text, lang string) app.UI {
	return markup(`<button class=note-here type=button data-place=$ lang=$ dir=auto>$</button>`, n, lang, text)
}

func (c *collated) renderVariants(n int, at sheetState) []app.UI {
	d := &c.differences[n]
	here, lang := c.here(d), c.answer.Base.Lang
	if d.span.Len() == 0 {
		here, lang = "Added", "en"
	}
	shown, more := d.variants, app.UI(nil)
	list := "variants-" + strconv.Itoa(n)
	if len(shown) > shownVariants && !at.listed[list] {
		shown = shown[:shownVariants]
		more = listButton(list, many(len(d.variants)-shownVariants, "more variant", "more variants"))
	}
	return []app.UI{c.lemma(n, here, lang), elem("ul", "note-variants", several(len(shown), func(i int) app.UI {
		return c.renderVariant(&shown[i], strconv.Itoa(n)+"-"+strconv.Itoa(i), at)
	})...), more}
}

func (c *collated) renderVariant(v *protocol.Variant, id string, at sheetState) app.UI {
	text := with(words("span", "variant", v.Text), "dir", "auto", "lang", c.answer.Base.Lang)
	if v.Text == "" {
		text = words("span", "variant variant-none", "left out")
	}
	return markup(`<li class=note-variant>$ $ $</li>`, text, words("small", "variant-kind", changeName(v.Change)), c.renderWho(v.Witnesses, id, at))
}

// changeName names a change that is less than one of words.
func changeName(change protocol.Change) string {
	switch change {
	case protocol.ChangeSpelling:
		return "spelling"
	case protocol.ChangePunctuation:
		return "punctuation"
	}
	return ""
}

// listButton shows the whole of a list.
func listButton(list, text string) app.UI {
	return markup(`<button class='link link-quiet note-list' type=button data-list=$>$</button>`, list, text)
}

// mostListed is how many versions are named when all are asked for.
const mostListed = 60

// renderWho names the versions that have something, each a link to it beside the
// reading text. Of many, their number opens the list.
func (c *collated) renderWho(list []uint32, id string, at sheetState) app.UI {
	if len(list) > namesAtOnce && !at.listed[id] {
		return markup(`<span class=note-who>$</span>`, listButton(id, number(len(list))+" versions"))
	}
	shown := list[:min(len(list), mostListed)]
	rest := ""
	if len(shown) < len(list) {
		rest = " and " + number(len(list)-len(shown)) + " more"
	}
	var parts []app.UI
	for i, w := range shown {
		if int(w) >= len(c.names) {
			continue
		}
		if i > 0 {
			parts = append(parts, app.Text(", "))
		}
		parts = append(parts, markup(`<a class=note-name href=$>$</a>`, c.besideOf(w), c.names[w]))
	}
	return markup(`<span class=note-who>$$</span>`, parts, rest)
}

// besideOf is the address of a witness beside the reading text.
func (c *collated) besideOf(w uint32) string {
	return address{view: viewBeside, doc: c.answer.Base.ID, other: c.answer.Witnesses[w].ID}.String()
}

// renderLeft tells of a stretch that some leave out.
func (c *collated) renderLeft(n int, at sheetState) []app.UI {
	d := &c.differences[n]
	count := len(strings.Fields(d.span.Of(c.answer.Base.Text)))
	return []app.UI{
		c.lemma(n, c.here(d), c.answer.Base.Lang),
		markup(`<p class=note-line>Left out in $</p>`, c.renderWho(d.who, "left-"+strconv.Itoa(n), at)),
		markup(`<p class=note-about>$</p>`, facts(many(count, "word", "words"), many(d.blocks, "paragraph", "paragraphs"))),
	}
}

// renderMoved tells of a stretch that stands elsewhere in some.
func (c *collated) renderMoved(n int, at sheetState) []app.UI {
	d := &c.differences[n]
	to := address{view: viewReading, doc: c.answer.Witnesses[d.who[0]].ID, at: d.there[0]}
	return []app.UI{
		c.lemma(n, c.here(d), c.answer.Base.Lang),
		markup(`<p class=note-line>Stands elsewhere in $ <a class=link href=$>Show it there</a></p>`,
			c.renderWho(d.who, "moved-"+strconv.Itoa(n), at), to.String()),
	}
}
