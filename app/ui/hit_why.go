package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// renderPlace tells why the hit stands where it stands.
func (v hitView) renderPlace() app.UI {
	switch v.why.Status {
	case action.Failed:
		return markup(`<p class=hit-part role=alert>It could not be found out. $</p>`, reason(v.why.Err))
	case action.Ready:
	default:
		return markup(`<p class=hit-part role=status>Finding out …</p>`)
	}
	x := &v.why.Answer
	lines := standingWords(x)
	if v.at.order != protocol.BestFirst {
		lines = append([]string{"The list is sorted: " + optionText(hitOrders, orderNames[v.at.order]) + "."}, lines...)
	}
	return markup(`
		<div class=hit-part>
			<ol class=standing>$</ol>
			$
			<p class=slider-hint>What comes first in this list weighs more. Only where all above is equal, the score decides.</p>
		</div>`,
		several(len(lines), func(i int) app.UI { return words("li", "", lines[i]) }), renderParts(x))
}

// standingWords says in plain words what a hit is ranked by, the weightiest first.
func standingWords(x *protocol.Explanation) []string {
	s := x.Standing
	isSeveral := len(x.Parts) > 1
	has := foundParts(x.Parts)
	isWhole := s.Missing == 0 && len(has) == len(x.Parts)
	var lines []string
	switch {
	case s.Missing > 0:
		lines = append(lines, "It lacks "+many(int(s.Missing), "word", "words")+" of the query.")
	case isSeveral && isWhole:
		lines = append(lines, "All words of the query stand in it.")
	case isSeveral && len(has) > 0: // the others are not asked for: OR
		lines = append(lines, "Of the query it has "+someNames(has)+".")
	}
	switch {
	case s.Typos > 0:
		lines = append(lines, many(int(s.Typos), "letter is", "letters are")+" not as typed.")
	case s.Forms > 0:
		lines = append(lines, many(int(s.Forms), "word stands", "words stand")+" in another form only.")
	default:
		lines = append(lines, "Spelt as typed.")
	}
	if isSeveral && isWhole {
		lines = append(lines, nearWords(x.Window))
	}
	if s.Field == 0 {
		lines = append(lines, "All that is found stands in the headline too.")
	} else {
		lines = append(lines, "Not all stands in the headline.")
	}
	return append(lines, "Score "+decimal(s.Score)+": rare words, often used, in a short text count most. This one has "+
		number(int(x.Length))+" words, each place in the headline or elsewhere weighed; "+number(int(x.MeanLength))+" are usual.")
}

// foundParts names the parts of a query that stand in the document.
func foundParts(list []protocol.PartScore) []string {
	var has []string
	for i := range list {
		if len(list[i].Terms) > 0 || list[i].Score > 0 {
			has = append(has, "“"+list[i].Text+"”")
		}
	}
	return has
}

// someNames joins a few names and counts the rest.
func someNames(list []string) string {
	if rest := len(list) - mostTerms; rest > 1 {
		list = append(list[:mostTerms:mostTerms], number(rest)+" more")
	}
	return joinNames(list)
}

// nearWords says how near the words come to each other.
func nearWords(others uint32) string {
	switch protocol.GapOf(others) {
	case 0:
		return "Somewhere they stand side by side."
	case protocol.NoGap:
		return "Where they come nearest, there are more than 15 other words between them."
	}
	return "Where they come nearest, there " + plural(int(others), "is 1 other word", "are "+number(others)+" other words") + " between them."
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }

// mostParts are shown in the table; a query can have hundreds.
const mostParts = 40

// renderParts draws what each part of the query adds to the score.
func renderParts(x *protocol.Explanation) app.UI {
	parts := x.Parts[:min(len(x.Parts), mostParts)]
	if len(parts) == 0 {
		return nil
	}
	return markup(`
		<div class=table-scroll tabindex=0 role=region aria-label='What adds to the score'>
			<table class=parts>
				<thead><tr><th scope=col>Typed</th><th scope=col>Found</th><th scope=col>Documents with it</th><th scope=col>Rarity</th><th scope=col>Weight here</th><th scope=col>Score</th></tr></thead>
				<tbody>$</tbody>
			</table>
		</div>`,
		several(len(parts), func(i int) app.UI {
			p := &parts[i]
			return markup(`<tr><th scope=row>$</th><td>$</td><td class=figure>$</td><td class=figure>$</td><td class=figure>$</td><td class=figure>$</td></tr>`,
				p.Text, termWords(p.Terms), number(p.Documents), decimal(p.Rarity), decimal(p.Weight), decimal(p.Score))
		}))
}

// mostTerms are named of a part; the beginning of a word stands for many.
const mostTerms = 6

// termWords names the words found for a part: "bridge 3 times, 1 in the headline;
// bridges once, another form".
func termWords(list []protocol.TermCount) string {
	if len(list) == 0 {
		return "nothing"
	}
	text := ""
	for i, t := range list[:min(len(list), mostTerms)] {
		if i > 0 {
			text += "; "
		}
		text += t.Term + " " + times(t.Places)
		if t.Title > 0 {
			text += ", " + number(t.Title) + " in the headline"
		}
		if t.Form {
			text += ", another form"
		}
		if t.Edits > 0 {
			text += ", " + many(uint32(t.Edits), "letter", "letters") + " off"
		}
	}
	if rest := len(list) - mostTerms; rest > 0 {
		text += "; and " + number(rest) + " more"
	}
	return text
}

func times(n uint32) string {
	if n == 1 {
		return "once"
	}
	return number(n) + " times"
}
