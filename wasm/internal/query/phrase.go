package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrase reads what stands between quotation marks, with its signs: ="…", "…*",
// "…"~5.
func (p *parser) phrase(t token) *Node {
	if t.unclosed {
		p.fail(token{start: t.start, end: t.end}, "this quotation mark is not closed", "put a quotation mark after the last word of the phrase")
	}
	if !hasLetter(t.text) {
		if !t.unclosed {
			p.fail(t, "no word stands between these quotation marks", "write words between them, or take them out")
		}
		return nil
	}
	if t.slack != "" {
		return p.loose(t)
	}
	text, open := p.quoted(t)
	if t.exact && open {
		p.fail(t, "“=” is for whole words, not for the beginning of one", "take out “=” or the star")
		open = false
	}
	open = open || !t.exact && t.unclosed && p.nots == 0 && p.typing(t)
	return p.leaf(&Node{Kind: Phrase, Text: text, Open: open, Exact: t.exact, Start: t.start, End: t.end})
}

// quoted is the text of a phrase without stars; open if one stood at the end of
// its last word.
func (p *parser) quoted(t token) (text string, open bool) {
	text = strings.TrimSpace(t.text)
	body := strings.TrimRight(text, "*")
	open = t.star || body != text && !endsInSpace(body)
	text = strings.TrimRightFunc(body, func(r rune) bool { return r == '*' || unicode.IsSpace(r) })
	if strings.Contains(text, "*") {
		p.fail(t, "in a phrase, a star can stand after the last word only", "join the words with NEAR/0, such as “the NEAR/0 w*rd”")
		text = starless(text)
	}
	return text, open
}

// starless is text with spaces for stars.
func starless(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "*", " ")), " ")
}

func endsInSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

// loose reads "…"~5: words that stand close together.
func (p *parser) loose(t token) *Node {
	slack := p.slack(t, "~")
	n := &Node{Kind: Near, Slack: slack, Start: t.start, End: t.end}
	at := t.start + strings.Index(p.q[t.start:t.end], t.text)
	for at < t.end && !p.gaveUp {
		piece, ok := nextPiece(p.q, at, t.end)
		if !ok {
			break
		}
		at = piece.end
		piece.exact = piece.exact || t.exact
		c := p.word(piece)
		if c != nil && c.Kind != Phrase { // which is of a star among other signs, and told
			n.Children = append(n.Children, c)
		}
	}
	switch {
	case len(n.Children) == 0:
		return nil
	case len(n.Children) == 1:
		p.fail(t, "“~” after a phrase says how close its words stand, but this is one word", "write “word~1”, without quotation marks, to find it with a typo")
		return requote(n.Children[0])
	case len(n.Children) > maxNear:
		p.fail(t, tooManyNear, "leave out words that matter less")
		var all *Node
		for _, c := range n.Children {
			all = p.join(And, all, requote(c))
		}
		all.Start, all.End = t.start, t.end
		return all
	}
	return n
}

// requote is a word of a phrase as a phrase, since only between quotation marks
// it surely is a word.
func requote(n *Node) *Node {
	if n.Kind != Pattern {
		n.Kind, n.Open, n.Edits = Phrase, n.Kind == Prefix, 0
	}
	return n
}

// nextPiece is the word at or after byte at of a phrase that ends before to.
func nextPiece(q string, at, to int) (token, bool) {
	for at < to {
		r, n := utf8.DecodeRuneInString(q[at:to])
		if !unicode.IsSpace(r) {
			break
		}
		at += n
	}
	t := token{kind: word, start: at, end: to}
	if i := strings.IndexFunc(q[at:to], func(r rune) bool { return unicode.IsSpace(r) || isQuote(r) }); i >= 0 {
		t.end = at + i
	}
	t.text, t.exact = strings.CutPrefix(q[at:t.end], "=")
	return t, t.end > t.start
}
