package ui

import (
	"strconv"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// What is said of a story and its groups of copies.

// originWords says where the text of a group comes from, as far as anything
// tells, and on what grounds.
func originWords(signs []protocol.Origin, names coord.Summaries) string {
	if len(signs) == 0 {
		return "Nothing tells which of them came first."
	}
	text := ""
	for i, o := range signs {
		s, known := names[o.Doc]
		if !known {
			continue
		}
		where := shorten(outlet(s), amongLen)
		again := i > 0 && signs[i-1].Doc == o.Doc
		switch {
		case o.Sign == protocol.SignCredit:
			text = "Likely from " + o.Agency + ": credited in " + where
		case text == "" && o.Sign == protocol.SignEarliest:
			text = "Likely from " + where + ": the earliest, " + moment(s.Date)
		case text == "":
			text = "Perhaps from " + where + ": the fullest"
		case o.Sign == protocol.SignEarliest && again:
			text += ", also the earliest: " + moment(s.Date)
		case o.Sign == protocol.SignEarliest:
			text += "; earliest: " + where + ", " + moment(s.Date)
		case again:
			text += ", also the fullest"
		default:
			text += "; fullest: " + where
		}
	}
	if text == "" {
		return ""
	}
	return text + "."
}

// weakestWords names the copy that shares least with the text shown first; ""
// where all share the same.
func weakestWords(g protocol.Group, names coord.Summaries) string {
	w, ok := g.Weakest()
	if _, known := names[w.A]; !known || !ok || len(g.Members) < 2 || w.Relation == protocol.RelationExact {
		return ""
	}
	text := "Weakest link: " + shorten(outlet(names[w.A]), amongLen) + ", "
	switch {
	case w.ByHand && w.Relation == protocol.RelationNone:
		return text + "put here by you."
	case w.AInB >= w.BInA:
		return text + percent(w.AInB) + " of its wording."
	}
	return text + "which holds " + percent(w.BInA) + " of the wording."
}

// memberWords says how a copy stands to the text shown first.
func memberWords(m *protocol.Member) string {
	text := joinSentences(relation(m.Pair, "the text above"), keptWords(m.Pair))
	switch {
	case !m.ByHand:
		return text
	case m.Relation == protocol.RelationNone:
		return "Put here by you: hardly any wording is the same"
	}
	return text + " Put here by you."
}

// keptWords says what a copy keeps of the text shown first, and what is its own.
func keptWords(p protocol.Pair) string {
	switch {
	case p.Relation != protocol.RelationNear && p.Relation != protocol.RelationContained:
		return ""
	case p.BInA >= 1:
		return "Keeps all of it; " + percent(1-p.AInB) + " of its own wording is not there"
	case p.AInB >= 1:
		return "Keeps " + percent(p.BInA) + " of it and adds nothing"
	}
	return "Keeps " + percent(p.BInA) + " of it, leaves out or rewords " + percent(1-p.BInA) +
		"; of its own wording " + percent(1-p.AInB) + " is not there"
}

// Stories are joined from a mean cosine of 0.11 on, unless the person sets
// another; reports of one day on one event mostly have 0.3.
const (
	fitsWell = 0.25
	fitsFair = 0.11
)

// fitWords says how well a text fits into its story.
func fitWords(fit float64) string {
	text := "Fits loosely"
	switch {
	case fit >= fitsWell:
		text = "Fits well"
	case fit >= fitsFair:
		text = "Fits"
	}
	return text + ": " + likeness(fit) + " of 100 alike with the other texts"
}

// likeness is a cosine on a scale to 100. It is no share of anything, and so is
// not called a percentage.
func likeness(cosine float64) string { return strconv.Itoa(int(cosine*100 + .5)) }
