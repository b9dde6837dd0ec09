package query

import (
	"slices"
	"strings"
)

// value reads a word or phrase as a value of the field p.filter.
func (p *parser) value(t token) *Node {
	n := &Node{Kind: Filter, Field: p.filter, Exact: t.exact, Start: t.start, End: t.end}
	if t.unclosed {
		p.fail(t, "this quotation mark is not closed", "put a quotation mark after the value")
	}
	if t.slack != "" {
		p.fail(t, "“~” is for words of the text", "take it out")
	}
	if t.kind == regex {
		t.text = strings.TrimSpace(strings.Map(unquote, p.q[t.start:t.end])) // of a file, say
	}
	switch p.filter {
	case "date":
		return p.date(t, n)
	case "is", "in":
		return p.choice(t, n)
	}
	text, open := strings.TrimSpace(t.text), t.star
	if body := strings.TrimRight(text, "*"); body != text {
		text, open = strings.TrimSpace(body), true
	}
	if strings.Contains(text, "*") {
		p.fail(t, "here, a star can stand at the end only", "write the beginning of the value and a star")
		text = starless(text)
	}
	if text == "" {
		return nil
	}
	if t.exact && open {
		p.fail(t, "“=” is for the whole value, not for its beginning", "take out “=” or the star")
		open = false
	}
	n.Text = text
	n.Open = open || !t.exact && p.typing(t) && (t.kind == word || t.unclosed)
	return p.leaf(n)
}

func unquote(r rune) rune {
	if isQuote(r) {
		return ' '
	}
	return r
}

// choice reads one of the few values of is: and in:.
func (p *parser) choice(t token, n *Node) *Node {
	words := fieldOf(n.Field).Words
	n.Text, n.Exact = strings.ToLower(strings.TrimSpace(t.text)), false
	if n.Field == "in" {
		if f := fieldOf(n.Text); f != nil {
			n.Text = f.Name
		}
	}
	if slices.Contains(words, n.Text) {
		if n = p.leaf(n); n != nil && n.Field == "in" {
			p.scopes++
		}
		return n
	}
	if p.typing(t) && slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, n.Text) }) {
		p.lost++ // half of one
		return nil
	}
	p.fail(t, "“"+n.Field+":” does not know this word", "write one of: "+strings.Join(words, ", "))
	return nil
}
