package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// kinshipWords says in plain sentences how two documents are related.
func kinshipWords(k *action.Kin) string {
	p := k.Pair
	text := ""
	switch p.Relation {
	case protocol.RelationExact:
		text = "They are exact copies: the same words, apart from capitals, punctuation and spelling."
	case protocol.RelationNear:
		text = "They are near copies: " + percent(p.Jaccard) + " of the wording of both is the same."
	case protocol.RelationContained:
		if p.AInB >= p.BInA {
			text = "The first is an edited or shortened copy of the second: " + percent(p.AInB) + " of its wording stands there."
		} else {
			text = "The second is an edited or shortened copy of the first: " + percent(p.BInA) + " of its wording stands there."
		}
	case protocol.RelationPassage:
		text = "They are no copies, but share a passage outside quotation marks."
	case protocol.RelationQuote:
		text = "They are no copies: what they share, both quote."
	case protocol.RelationRelated:
		text = "They are no copies: they share some wording, less than a passage."
	case protocol.RelationStory:
		return "They tell of the same event, each in its own words: the names and words that mark it are alike."
	default:
		text = "Nothing in their wording tells of a connection."
	}
	if k.SameStory {
		return text + " Both stand in one story."
	}
	return text + " They stand in different stories."
}

// renderFigures draws the figures that the relation rests on.
func renderFigures(k *action.Kin) app.UI {
	c, p := &k.Comparison, k.Pair
	of := func(share float64, all uint32) string {
		return percent(share) + " (" + number(c.Common) + " of " + number(all) + ")"
	}
	return elem("section", "why-part",
		words("h3", "grouping-name", "Shared wording"),
		elem("dl", "why-figures",
			renderFigure("Of the first, in the second", of(p.AInB, c.Here)),
			renderFigure("Of the second, in the first", of(p.BInA, c.There)),
			renderFigure("The same, of all that either has", of(p.Jaccard, c.Here+c.There-c.Common)),
			renderFigure("Longest run of the same words", many(c.Run, "word", "words")),
			renderFigure("Longest outside quotation marks", many(c.OwnRun, "word", "words")),
		),
		words("p", "slider-hint", "Counted exactly, in different runs of five words of the running text. Furniture, repeats and courtesy titles are left out."),
	)
}

func renderFigure(name, value string) app.UI {
	return elem("div", "why-figure", words("dt", "", name), words("dd", "", value))
}

// maxFolded is how many words taken for the same are listed.
const maxFolded = 12

// renderFolded lists the words that were taken for the same though spelled
// otherwise.
func renderFolded(list []protocol.Folding) app.UI {
	if len(list) == 0 {
		return app.Div().Hidden(true)
	}
	shown := list[:min(len(list), maxFolded)]
	rest := ""
	if n := len(list) - len(shown); n > 0 {
		rest = "And " + number(n) + " more."
	}
	return with(elem("section", "why-part",
		words("h3", "grouping-name", "Taken for the same"),
		elem("ul", "why-folded", app.Range(shown).Slice(func(i int) app.UI { return words("li", "", foldingWords(shown[i])) })),
		words("p", "slider-hint", rest),
	), "id", "why-folded")
}

// foldingWords says what was folded: “programme” = “program”, 3 times.
func foldingWords(f protocol.Folding) string {
	text := "“" + f.Here + "” = “" + f.There + "”"
	switch {
	case f.There == "":
		text = "“" + f.Here + "” left out of the first"
	case f.Here == "":
		text = "“" + f.There + "” left out of the second"
	}
	if f.Times > 1 {
		text += ", " + number(f.Times) + " times"
	}
	return text
}
