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
		text = "They are no copies: hardly more than quotations is the same in both."
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
	return markup(`
		<section class=why-part>
			<h3 class=grouping-name>Shared wording</h3>
			<dl class=why-figures>
				<div class=why-figure><dt>Of the first, in the second</dt><dd>$</dd></div>
				<div class=why-figure><dt>Of the second, in the first</dt><dd>$</dd></div>
				<div class=why-figure><dt>The same, of all that either has</dt><dd>$</dd></div>
				<div class=why-figure><dt>Longest run of the same words</dt><dd>$</dd></div>
				<div class=why-figure><dt>Longest outside quotation marks</dt><dd>$</dd></div>
			</dl>
			<p class=slider-hint>Counted exactly, in different runs of five words of the running text. Furniture, repeats and courtesy titles are left out.</p>
		</section>`,
		of(p.AInB, c.Here), of(p.BInA, c.There), of(p.Jaccard, c.Here+c.There-c.Common),
		many(c.Run, "word", "words"), many(c.OwnRun, "word", "words"))
}

// maxFolded is how many words taken for the same are listed.
const maxFolded = 12

// renderFolded lists the words that were taken for the same though spelled
// otherwise.
func renderFolded(list []protocol.Folding) app.UI {
	if len(list) == 0 {
		return nil
	}
	shown := list[:min(len(list), maxFolded)]
	rest := ""
	if n := len(list) - len(shown); n > 0 {
		rest = "And " + number(n) + " more."
	}
	return markup(`
		<section id=why-folded class=why-part>
			<h3 class=grouping-name>Taken for the same</h3>
			<ul class=why-folded>$</ul>
			<p class=slider-hint>$</p>
		</section>`, several(len(shown), func(i int) app.UI { return words("li", "", foldingWords(shown[i])) }), rest)
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
