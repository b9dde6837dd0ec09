package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words that end the name of an organisation and not of a person. The first
// list is of those that gather news for others.
const (
	wireWords         = "wire newswire newswires agency agentur nachrichtenagentur presseagentur agence agenzia agencia agência"
	organisationWords = `news gazette times tribune chronicle observer newspaper newspapers press media staff newsroom desk redaktion zeitung
		nachrichten anzeiger tageblatt rundschau presse rédaction redacción redazione redactie service services network radio tv broadcasting bureau team`
)

// isOrganisation reports two to five words, the first with a capital, the last
// one that ends the name of an outlet, an agency or a desk: "Harbour Gazette",
// "Northern Wire", "Gazette staff".
func isOrganisation(s string) bool {
	space := strings.LastIndexByte(s, ' ')
	if space < 0 || len(s) > 60 {
		return false
	}
	last := strings.ToLower(strings.Trim(s[space+1:], ".,"))
	if !isOneOf(last, organisationWords) && !isOneOf(last, wireWords) {
		return false
	}
	count, ok := 0, true
	eachWord(s[:space], func(w string) {
		r, _ := utf8.DecodeRuneInString(w)
		isFirst := count == 0
		count++
		switch {
		case unicode.IsUpper(r):
			ok = ok && !(isFirst && isNotName(w) && w != "The")
		case isFirst || !isParticle(w) && w != "of" && w != "and":
			ok = false
		}
	})
	return ok && count >= 1 && count <= 4
}

// isWire reports an organisation that gathers news for others.
func isWire(s string) bool {
	return isOneOf(strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]), wireWords)
}

// areOrganisations reports organisations alone, as an element for the author
// may hold them.
func areOrganisations(t string) bool {
	parts := splitNames(cutTail(t))
	for _, part := range parts {
		if !isOrganisation(part) {
			return false
		}
	}
	return len(parts) > 0
}
