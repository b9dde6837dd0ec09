package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// variantsAtOnce is how many variants of a place are told before the rest is asked
// for.
const variantsAtOnce = 3

// renderRemark draws one difference beside its paragraph: what stands here, and what
// others have there.
func (c *collated) renderRemark(n int, at sheetState) app.UI {
	d := &c.differences[n]
	class := "remark remark-" + d.class()
	if n == at.current {
		class += " remark-on"
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
	return elem("li", class, body...).ID("remark-" + strconv.Itoa(n))
}

// lemma is the words of the reading text that a note is about: a button that leads
// to them.
func (c *collated) lemma(n int, text, lang string) app.UI {
	return markup(`<button class=remark-here type=button data-place=$ lang=$ dir=auto>$</button>`, n, lang, text)
}

func (c *collated) renderVariants(n int, at sheetState) []app.UI {
	d := &c.differences[n]
	lemma := c.lemma(n, c.here(d), c.answer.Base.Lang)
	if d.span.Len() == 0 {
		lemma = markup(`<button class='remark-here remark-added' type=button data-place=$>Added:</button>`, n)
	}
	shown, more := d.variants, app.UI(nil)
	list, class := "variants-"+strconv.Itoa(n), "remark-variants"
	if len(d.variants) == 1 {
		class += " remark-single"
	}
	if len(shown) > variantsAtOnce && !at.listed[list] {
		shown = shown[:variantsAtOnce]
		more = listButton(list, many(len(d.variants)-variantsAtOnce, "more variant", "more variants"))
	}
	return []app.UI{lemma, elem("ul", class, several(len(shown), func(i int) app.UI {
		return c.renderVariant(&shown[i], strconv.Itoa(n)+"-"+strconv.Itoa(i), at)
	})...), more}
}

func (c *collated) renderVariant(v *protocol.Variant, id string, at sheetState) app.UI {
	if v.Text == "" {
		return markup(`<li class=remark-variant><span class=variant-none>left out</span> $</li>`, c.whoHas(v.Witnesses, id, at))
	}
	text, more := v.Text, app.UI(nil)
	if all := strings.Fields(v.Text); len(all) > variantWords+variantWords/4 && !at.listed["text-"+id] {
		text, more = strings.Join(all[:variantWords], " ")+" …", listButton("text-"+id, "Show all "+number(len(all))+" words")
	}
	var kind app.UI
	if name := variantKind(v.Change); name != "" {
		kind = words("small", "variant-kind", name)
	}
	return markup(`<li class=remark-variant><span class=variant lang=$ dir=auto>$</span> $ $ $</li>`,
		c.answer.Base.Lang, text, more, kind, c.whoHas(v.Witnesses, id, at))
}

// variantWords is how many words of a variant are shown before the rest is asked
// for.
const variantWords = 24

// whoHas names the versions that have a variant, unless there is but one other.
func (c *collated) whoHas(list []uint32, id string, at sheetState) app.UI {
	if len(c.answer.Witnesses) == 1 {
		return nil
	}
	return c.renderWho(list, id, at)
}

// variantKind names a change that is less than one of words.
func variantKind(change protocol.Change) string {
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
	return markup(`<button class='link link-quiet remark-list' type=button data-list=$>$</button>`, list, text)
}

// mostListed is how many versions are named when all are asked for.
const mostListed = 60

// renderWho names the versions that have something, each a link to it beside the
// reading text. Of many, their number opens the list.
func (c *collated) renderWho(list []uint32, id string, at sheetState) app.UI {
	if len(list) > namesAtOnce && !at.listed[id] {
		return markup(`<span class=remark-who>$</span>`, listButton(id, number(len(list))+" versions"))
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
		parts = append(parts, markup(`<a class=remark-name href=$>$</a>`, c.besideOf(w), c.names[w]))
	}
	return markup(`<span class=remark-who>$$</span>`, parts, rest)
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
		markup(`<p class=remark-line>Left out in $</p>`, c.renderWho(d.who, "left-"+strconv.Itoa(n), at)),
		markup(`<p class=remark-about>$</p>`, facts(many(count, "word", "words"), many(d.blocks, "paragraph", "paragraphs"))),
	}
}

// renderMoved tells of a stretch that stands elsewhere in some.
func (c *collated) renderMoved(n int, at sheetState) []app.UI {
	d := &c.differences[n]
	to := address{view: viewReading, doc: c.answer.Witnesses[d.who[0]].ID, at: d.there[0]}
	return []app.UI{
		c.lemma(n, c.here(d), c.answer.Base.Lang),
		markup(`<p class=remark-line>Stands elsewhere in $ <a class=link href=$>Show it there</a></p>`,
			c.renderWho(d.who, "moved-"+strconv.Itoa(n), at), to.String()),
	}
}
