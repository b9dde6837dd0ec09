package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// mostCopies are shown with their passage; a link leads to all of them.
const mostCopies = 20

// renderCopies shows the passage found as it stands in the copies of the hit.
func (v hitView) renderCopies() app.UI {
	c := v.copies
	switch c.Status {
	case action.Failed:
		return markup(`<p class=hit-part role=alert>The copies could not be shown. $</p>`, reason(c.Err))
	case action.Ready:
	default:
		return markup(`<p class=hit-part role=status>Comparing …</p>`)
	}
	if len(c.Versions) == 0 {
		return markup(`<p class=hit-part>The copies could not be found.</p>`)
	}
	shown := c.Versions[:min(len(c.Versions), mostCopies)]
	var all app.UI
	if int(v.Copies) > len(shown) {
		to := v.at
		to.fold = protocol.FoldNothing
		to.query = withPart(to.query, filterText("copies", v.Summary.Name))
		all = markup(`<p><a class=link href=$>Show all $</a></p>`, to.String(), many(v.Copies+1, "copy", "copies"))
	}
	return markup(`
		<div class=hit-part>
			<p class=slider-hint>The best passage above as the copies have it. Underlined words are not in it, or stand there otherwise.</p>
			<ul class=copies>$</ul>
			$
		</div>`,
		several(len(shown), func(i int) app.UI { return renderVersion(&shown[i], v.at) }), all)
}

func renderVersion(p *protocol.PassageVersion, at address) app.UI {
	title, _ := headline(p.Summary)
	var text app.UI
	switch {
	case p.Absent:
		text = words("p", "copy-absent", "The passage is not in it.")
	case len(p.Snippet.Matches) == 0:
		text = words("p", "copy-absent", "The same words.")
	default:
		text = elem("p", "hit-snippet", excerpt(p.Snippet, ownWords(p.Snippet))...)
	}
	return markup(`<li class=copy><a class=text-title href=$>$</a><p class=text-facts>$</p>$</li>`,
		at.found(p.Summary.ID).String(), title, facts(outlet(p.Summary), day(p.Summary.Date), p.Summary.Agency), text)
}

// ownWords is a passage with its own words underlined.
func ownWords(s protocol.Snippet) []app.UI {
	parts := make([]app.UI, 0, 2*len(s.Matches)+1)
	at := 0
	for _, m := range s.Matches {
		start, end := spanIn(s.Text, m)
		start = max(start, at)
		if start >= end {
			continue
		}
		parts = append(parts, app.Text(s.Text[at:start]), words("span", "why-other", s.Text[start:end]))
		at = end
	}
	return append(parts, app.Text(s.Text[at:]))
}
