package query

import "strings"

// word reads one word with its signs: =word, word*, w*rd, wo?d, word~1. It is
// nil for what holds no letter: a dash or an ampersand between words is nothing.
func (p *parser) word(t token) *Node {
	text, edits := cutTilde(t.text)
	if !hasLetter(text) {
		if strings.Contains(text, "*") {
			p.fail(t, "a star needs the beginning of a word before it", "write at least one letter before “*”")
		}
		return nil
	}
	if t.exact {
		return p.exactWord(t, text, edits != "")
	}
	n := &Node{Start: t.start, End: t.end}
	sound := true
	if n.Kind, n.Text, sound = wildcards(text); !sound {
		p.fail(t, "stars and question marks stand for letters of one word", "write what belongs to one word without other signs, such as “w*rd”")
		n.Kind, n.Text = Phrase, strings.ReplaceAll(n.Text, "*", "")
	}
	switch {
	case edits != "" && n.Kind == Word:
		n.Edits = p.edits(t, text, edits)
	case edits != "" && sound:
		p.fail(t, "“~” is for whole words, not for those with “*” or “?”", "take out one of the signs")
	}
	return p.leaf(n)
}

// exactWord makes a word of text that is looked for as it is written.
func (p *parser) exactWord(t token, text string, tilde bool) *Node {
	if strings.Contains(text, "*") {
		p.fail(t, "“=” is for whole words, not for those with “*”", "take out one of the signs")
		text, _ = cutTilde(strings.ReplaceAll(text, "*", ""))
	}
	if tilde {
		p.fail(t, "“=” asks for a word as written, “~” for one with typos", "take out one of the signs")
	}
	return p.leaf(&Node{Kind: Word, Text: text, Exact: true, Start: t.start, End: t.end})
}

// cutTilde takes "~", "~1" or "~2" off the end of a word; tilde is "" when none
// is there. If there are several, the last counts.
func cutTilde(s string) (text, tilde string) {
	for {
		body := strings.TrimRight(s, "0123456789")
		rest, ok := strings.CutSuffix(body, "~")
		if !ok || !hasLetter(rest) {
			return s, tilde
		}
		if tilde == "" {
			tilde = s[len(rest):]
		}
		s = rest
	}
}

// longWord is how many letters a word has in which two typos are looked for
// when "~" stands without a number: as many as when typos are forgiven unasked.
const longWord = 9

// edits is how many typos the tilde after text asks for.
func (p *parser) edits(t token, text, tilde string) int {
	switch tilde {
	case "~":
		if letters(text) < longWord {
			return 1
		}
		return 2
	case "~1":
		return 1
	case "~2":
		return 2
	}
	at := token{start: t.end - len(tilde), end: t.end}
	if tilde == "~0" {
		p.fail(at, "“~” looks for typos, at least one", "write “="+text+"” for the word as written")
		return 1
	}
	p.fail(at, "at most two typos can be looked for", "write “"+text+"~2”")
	return 2
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if isLetter(r) {
			n++
		}
	}
	return n
}

// wildcards tells what a word with stars and question marks is, and its text
// for a Node. A question mark counts only inside a word of letters, so that
// questions and addresses remain what they are. Not sound is a star among signs
// that belong to no word.
func wildcards(s string) (k Kind, text string, sound bool) {
	if !strings.ContainsAny(s, "*?") {
		return Word, s, true
	}
	core := strings.TrimRightFunc(s, func(r rune) bool { return r != '*' && !isLetter(r) })
	core = strings.TrimLeftFunc(core, func(r rune) bool { return r != '*' && r != '?' && !isLetter(r) })
	before := s[:strings.Index(s, core)]
	pure := strings.IndexFunc(core, func(r rune) bool { return r != '*' && r != '?' && !isInWord(r) }) < 0
	body := strings.TrimRight(core, "*")
	switch {
	case strings.Contains(body, "*") && !pure:
		return Word, s, false
	case strings.Contains(body, "*"), pure && strings.Contains(body, "?"):
		return Pattern, oneStar(core), true
	case body != core:
		return Prefix, before + body, true
	}
	return Word, s, true
}

// isInWord reports whether r can stand inside a word of the index.
func isInWord(r rune) bool { return isLetter(r) || strings.ContainsRune("'’.", r) }

// oneStar makes one star of several side by side.
func oneStar(s string) string {
	for strings.Contains(s, "**") {
		s = strings.ReplaceAll(s, "**", "*")
	}
	return s
}
