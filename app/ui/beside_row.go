package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

func (p *facedPage) count() int { return len(p.rows) }

func (p *facedPage) weight(i int) int {
	r := p.rows[i]
	if r.fold {
		return 4
	}
	n := 5
	for _, side := range [][]facedText{p.pairs[r.from].here, p.pairs[r.from].there} {
		for _, t := range side {
			n += 1 + 2*len(t.pieces)
		}
	}
	return n
}

func (p *facedPage) render(i int, at sheetState) app.UI {
	r := p.rows[i]
	if !r.fold {
		return p.renderPair(r.from, at)
	}
	var body []app.UI
	if at.opened {
		body = several(r.to-r.from, func(k int) app.UI { return p.renderPair(r.from+k, sheetState{current: -1}) })
	}
	n := r.to - r.from
	return markup(`
		<div class=faced-fold>
			<button class=fold-line type=button data-open=$ aria-expanded=$>$<span>$</span></button>
			$
		</div>`, i, strconv.FormatBool(at.opened), icon(iconOpen), many(n, "paragraph", "paragraphs")+" without differences", body)
}

func (p *facedPage) renderPair(i int, at sheetState) app.UI {
	pair := &p.pairs[i]
	class := "faced"
	if pair.quiet {
		class += " faced-quiet"
	}
	if pair.number >= 0 && pair.number == at.current {
		class += " faced-on"
	}
	var label app.UI
	if text := p.label(pair); text != "" {
		name := "faced-label"
		if pair.kind == pairThere {
			name += " faced-label-there"
		}
		label = words("p", name, text)
	}
	e := markup(`<div class=$>$$$</div>`, class, label,
		p.renderSide(&p.answer.Here, pair.here, p.names[0]), p.renderSide(&p.answer.There, pair.there, p.names[1])).(app.HTMLElem)
	if pair.number >= 0 {
		e.ID("place-"+strconv.Itoa(pair.number)).Attr("data-place", pair.number)
	}
	return e
}

// label says what there is to a pair beyond its words, "" for nothing.
func (p *facedPage) label(pair *facedPair) string {
	switch pair.kind {
	case pairHeadlines:
		return "Other headlines"
	case pairHere:
		return "Only in " + p.names[0]
	case pairThere:
		return "Only in " + p.names[1]
	case pairMoved:
		return "Stands elsewhere in " + p.names[1]
	}
	return ""
}

// renderSide draws the paragraphs of one side. Its name is shown where the two
// stand one above the other.
func (p *facedPage) renderSide(doc *protocol.Document, list []facedText, name string) app.UI {
	if len(list) == 0 {
		return markup(`<div class='faced-side faced-none'><span class=unseen>$</span></div>`, "Not in "+name)
	}
	return markup(`<div class=faced-side><span class=faced-name>$</span>$</div>`, name, several(len(list), func(i int) app.UI {
		t := &list[i]
		return with(elem(versionElement(t.role), "faced-text faced-"+t.role.String(), several(len(t.pieces), func(k int) app.UI {
			return renderFacedPiece(doc.Text, &t.pieces[k])
		})...), "dir", "auto", "lang", doc.Lang)
	}))
}

func renderFacedPiece(text string, p *facedPiece) app.UI {
	if !p.marked {
		return app.Text(p.span.Of(text))
	}
	d := difference{kind: differsPlace, change: p.change}
	return words("mark", "place "+d.class(), p.span.Of(text))
}

// tell says a difference in a sentence, for who does not see it.
func (p *facedPage) tell(n int) string {
	pair := &p.pairs[p.differs[n]]
	text := p.label(pair)
	if text != "" && pair.words+pair.minor == 0 {
		return text + ": “" + p.start(pair) + "”"
	}
	if pair.words > 0 {
		text = joinFacts(text, many(pair.words, "place with other words", "places with other words"))
	}
	if pair.minor > 0 {
		text = joinFacts(text, many(pair.minor, "place spelt or punctuated otherwise", "places spelt or punctuated otherwise"))
	}
	return text + ": “" + p.start(pair) + "”"
}

func joinFacts(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// start is how a pair begins.
func (p *facedPage) start(pair *facedPair) string {
	doc, list := &p.answer.Here, pair.here
	if len(list) == 0 {
		doc, list = &p.answer.There, pair.there
	}
	if len(list) == 0 || len(list[0].pieces) == 0 {
		return ""
	}
	pieces := list[0].pieces
	return glimpse(doc.Text, protocol.Span{Start: pieces[0].span.Start, End: pieces[len(pieces)-1].span.End})
}

// counts says in a line how much differs.
func (p *facedPage) counts() string {
	var here, there, moved, changed int
	for _, n := range p.differs {
		switch pair := &p.pairs[n]; pair.kind {
		case pairHere:
			here++
		case pairThere:
			there++
		case pairMoved:
			moved++
		default:
			changed++
		}
	}
	var parts []string
	add := func(n int, one, more string) {
		if n > 0 {
			parts = append(parts, many(n, one, more))
		}
	}
	add(changed, "paragraph differs", "paragraphs differ")
	add(moved, "stands elsewhere", "stand elsewhere")
	add(here, "only in ", "only in ")
	if here > 0 {
		parts[len(parts)-1] += p.names[0]
	}
	add(there, "only in ", "only in ")
	if there > 0 {
		parts[len(parts)-1] += p.names[1]
	}
	if len(parts) == 0 {
		return "The same in both, word for word"
	}
	return facts(parts...)
}
