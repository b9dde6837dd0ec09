package extract

import (
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// contributorStarts come before the names of those who worked on an article
// beside its author, as wires and papers print them at its end. Editors are not
// asked for: what they do is not reporting.
var contributorStarts = []string{
	"additional reporting by", "further reporting by", "additional reporting:", "reporting by", "writing by", "with reporting by", "reporting:",
	"mitarbeit:", "unter mitarbeit von", "mit material von", "avec la contribution de", "avec notre correspondant", "con información de", "con informazioni di", "con informações de", "com informações de", "met medewerking van",
	"при участии", "за участю", "współpraca:",
}

// editorStarts end a list of contributors.
var editorStarts = []string{"editing by", "edited by", "compiled by", "graphic", "photograph", "additional editing", "production by", "editing:", "redaktion:", "édité par", "editado por"}

// contributors are the names in a note such as "Jane Roe in Oslo contributed to
// this report." or "(Reporting by Jane Roe; Editing by John Doe)", nil where
// text is none.
func contributors(text string) []string {
	text = strings.Trim(text, " ()[]*_—–-")
	if i := indexFold(text, " contributed"); i > 0 && isContrib(text) {
		return namesOfNote(lastSentence(text[:i]))
	}
	var out []string
	for _, clause := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '|' || r == '\n' }) {
		for _, part := range splitClause(clause) {
			part = strings.TrimLeft(part, " (")
			for _, start := range contributorStarts {
				if hasPrefixFoldText(part, start) {
					out = append(out, namesOfNote(part[len(start):])...)
					break
				}
			}
		}
	}
	return out
}

// splitClause cuts before each word that begins a credit of its own: "Reporting
// by A Editing by B" and "Reporting by A, additional reporting by B".
func splitClause(clause string) []string {
	var out []string
	start := 0
	for at := 1; at < len(clause); at++ {
		if clause[at-1] != ' ' || !creditPairs().mayHold(clause[at:]) || !startsCredit(clause[at:]) {
			continue
		}
		out = append(out, clause[start:at])
		start = at
	}
	return append(out, clause[start:])
}

func startsCredit(text string) bool {
	for _, list := range [...][]string{contributorStarts, editorStarts} {
		for _, start := range list {
			if hasPrefixFoldText(text, start) {
				return true
			}
		}
	}
	return false
}

// hasPrefixFoldText is hasPrefixFold for any script.
func hasPrefixFoldText(text, lower string) bool {
	if len(text) < len(lower) || text[0] < utf8.RuneSelf && text[0]|0x20 != lower[0] {
		return false
	}
	return strings.EqualFold(text[:len(lower)], lower)
}

// lastSentence is text after the last full stop that is not an initial's or a
// title's.
func lastSentence(text string) string {
	for i := len(text) - 2; i > 3; i-- {
		if text[i] == '.' && text[i+1] == ' ' && 'a' <= text[i-1] && text[i-1] <= 'z' && 'a' <= text[i-2] && text[i-2] <= 'z' && 'a' <= text[i-3] && text[i-3] <= 'z' {
			return text[i+2:]
		}
	}
	return text
}

// writerWords stand between an agency's or paper's name and those of its people.
var writerWords = [...]string{" writers ", " writer ", " journalists ", " journalist ", " reporters ", " reporter ", " correspondents ", " correspondent ", " bureaus ", " staff "}

// namesOfNote takes the names of people out of a list that also says where they
// are: "Associated Press writers Jane Roe in Oslo, Norway, and John Doe".
func namesOfNote(list string) []string {
	for _, w := range writerWords {
		if i := indexFold(" "+list+" ", w); i >= 0 && i+len(w)-1 <= len(list) {
			list = list[i+len(w)-1:]
		}
	}
	var out []string
	at, placed := 0, false // placed: the part before said where its person is
	for _, part := range splitNames(list) {
		start := strings.Index(list[at:], part) + at
		isRegion := placed && !strings.HasSuffix(list[:max(start, 0)], "and ")
		at, placed = max(start, at), false
		for _, place := range [...]string{" in ", " at ", " from ", " from", " also", " aus ", " à ", " en ", " в "} {
			if i := strings.Index(part+" ", place); i > 0 {
				part, placed, isRegion = part[:i], true, false
			}
		}
		if isRegion { // "in Ramallah, West Bank"
			continue
		}
		part = strings.Trim(part, " .:()[]*_")
		if isName(part) && !isOrganisation(part) && agencyNamed(part) == "" && !has(out, titleName(part)) {
			out = append(out, titleName(part))
		}
	}
	return out
}

// maxNote is more bytes than a note of contributors has.
const maxNote = 600

// Lines around the end of an article in which contributors are named.
const (
	creditsBefore = 3
	creditsAfter  = 8
)

// contributorFacts reads the notes at the article's end, in lines of their own or
// in brackets after the last sentence.
func (p *page) contributorFacts() {
	for i := max(p.lo, p.hi-creditsBefore); i < min(len(p.lines), p.hi+creditsAfter); i++ {
		l := &p.lines[i]
		if l.role == protocol.RoleRepeat || l.role == protocol.RoleCaption || l.role == protocol.RoleFurniture && l.kind != kindContrib {
			continue
		}
		if !l.mayCredit() {
			continue
		}
		start, end := creditNote(l.text)
		if end-start > maxNote {
			continue
		}
		for _, name := range contributors(l.text[start:end]) {
			p.lineFact(i, start, end, protocol.Fact{Field: "contributors", Value: name, Rule: "contributors line"})
		}
	}
}

// mayCredit reports a line with a word that all notes of contributors have, or
// one that was not looked up: of another alphabet, or behind a mark.
func (l *line) mayCredit() bool {
	return l.marks&classCredit != 0 || l.foreign || strings.IndexByte(l.text, ';') >= 0 || strings.IndexByte(l.text, '|') >= 0
}

// creditNote is the part of a line that can be a note of contributors: all of
// it, or the brackets at its end.
func creditNote(text string) (start, end int) {
	tail := strings.TrimRight(text, " .")
	if strings.HasSuffix(tail, ")") {
		if open := strings.LastIndexByte(tail, '('); open > 0 && len(tail)-open < 400 {
			return open, len(tail)
		}
	}
	return 0, len(text)
}
