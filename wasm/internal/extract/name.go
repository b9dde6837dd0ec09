package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A byline is what a line says about who wrote the article, and when if it says
// that too.
type byline struct {
	names  []string
	agency string // code of the agency it names, its name as written if that is not known
	date   stamp
	rule   string

	organisation bool // names an outlet or a desk
}

// bylineStarts begin a line that names its author. What they ask of the names
// after them is in parseByline.
var bylineStarts = []struct{ word, rule string }{
	{"by ", "by line"}, {"by: ", "by line"}, {"written by ", "by line"}, {"written by: ", "by line"}, {"posted by ", "posted line"}, {"posted by: ", "posted line"},
	{"published by ", "posted line"}, {"author: ", "author line"}, {"authors: ", "author line"}, {"reported by ", "by line"}, {"story by ", "by line"}, {"submitted by ", "posted line"},
	{"quote from ", "forum post"}, {"von ", "by line"}, {"par ", "by line"}, {"por ", "by line"}, {"autor: ", "author line"}, {"auteur: ", "author line"}, {"di ", "by line"}, {"door ", "by line"},
}

// parseByline reads "By Jane Doe and John Roe, The Associated Press", "Quote
// from jane on July 4, 2025, 7:17 AM", "by jane on December 4, 2010".
func parseByline(t string) (byline, bool) {
	if !bylinePairs().mayHold(t) {
		return byline{}, false
	}
	for _, s := range bylineStarts {
		if !hasPrefixFold(t, s.word) {
			continue
		}
		b := byline{rule: s.rule}
		rest := strings.TrimLeft(t[len(s.word):], " \u00a0")
		who := rest
		loose := s.rule == "forum post" || s.rule == "author line" || s.rule == "posted line"
		if st, ok := findDate(rest); ok {
			b.date, loose = st, true
			who = rest[:st.start]
		} else if !loose && endingOf(t) != endSentence {
			who = cutDay(who)
		}
		who = cutTail(who)
		if endingOf(who) == endSentence && strings.Count(who, ".") == 1 && strings.Contains(strings.TrimRight(who, "."), " ") {
			who = strings.TrimRight(who, ". ")
		}
		if !b.readNames(who, loose) {
			return byline{}, false
		}
		b.date.start += len(t) - len(rest)
		b.date.end += len(t) - len(rest)
		return b, true
	}
	return byline{}, false
}

// cutDay drops a day without a year, an age or a count, and all that follows:
// "Jane Roe March 18 at 12:22 PM", "Jane Roe 2 hours ago".
func cutDay(who string) string {
	for i := 1; i < len(who); i++ {
		if !isDigit(who[i]) {
			continue
		}
		who = strings.TrimRight(who[:i], " ,|·•\u00a0")
		if j := strings.LastIndexByte(who, ' '); j > 0 {
			if month, _ := monthAt(who, j+1); month > 0 {
				who = who[:j]
			}
		}
		return strings.TrimRight(who, " ,|·•\u00a0")
	}
	return who
}

// cutTail drops what follows the names: "| City desk", " on ", "— 3 min read".
func cutTail(who string) string {
	for _, mark := range [...]string{"|", "•", "·", "—", "–", " - ", "@", ">>", "(", "/"} {
		if i := strings.Index(who, mark); i > 0 {
			who = who[:i]
		}
	}
	who = strings.TrimRight(who, " ,;:-\u00a0")
	for _, word := range [...]string{" on", " at", " le", " am", " el", " in", " published", " updated", " posted", " last", " first"} {
		if len(who) > len(word) && strings.EqualFold(who[len(who)-len(word):], word) {
			who = strings.TrimRight(who[:len(who)-len(word)], " ,;:")
		}
	}
	for _, word := range [...]string{" on monday", " on tuesday", " on wednesday", " on thursday", " on friday", " on saturday", " on sunday", " monday", " tuesday", " wednesday", " thursday", " friday", " saturday", " sunday"} {
		if len(who) > len(word) && strings.EqualFold(who[len(who)-len(word):], word) {
			return strings.TrimRight(who[:len(who)-len(word)], " ,;:")
		}
	}
	return who
}

// readNames takes the names apart. A loose line says by its form that a name
// follows, so any short one will do; else they must look like names.
func (b *byline) readNames(who string, loose bool) bool {
	for _, part := range splitNames(who) {
		if code := agencyNamed(part); code != "" {
			b.agency = code
			continue
		}
		if isOrganisation(part) {
			b.organisation = true
			if isWire(part) && b.agency == "" {
				b.agency = part
			}
			if len(b.names) > 0 {
				break // its place and desk may follow
			}
			continue
		}
		if isName(part) || loose && isHandle(part) {
			b.names = append(b.names, titleName(part))
			continue
		}
		if len(b.names) == 0 && !b.organisation {
			return false
		}
		break // ", Staff Writer", ", City desk"
	}
	return len(b.names) > 0 || b.agency != "" || b.organisation
}

// splitNames cuts at commas and at the word for "and".
func splitNames(who string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(who, func(r rune) bool { return r == ',' || r == ';' || r == '&' }) {
		for {
			cut, skip := -1, 0
			for _, and := range [...]string{" and ", " und ", " et ", " y ", " e ", " with ", " AND "} {
				if i := strings.Index(part, and); i >= 0 && (cut < 0 || i < cut) {
					cut, skip = i, len(and)
				}
			}
			if cut < 0 {
				break
			}
			out = appendName(out, part[:cut])
			part = part[cut+skip:]
		}
		out = appendName(out, part)
	}
	return out
}

// SplitNames takes "Jane Doe and John Roe" apart; names in capitals come in the
// usual writing. Nothing is left out: markup says that these are names.
func SplitNames(who string) []string {
	names := splitNames(who)
	if strings.IndexByte(who, '&') >= 0 && strings.IndexByte(who, ',') < 0 {
		for _, name := range names {
			if !isName(name) { // "Sea & Shore" is one
				return []string{strings.TrimSpace(who)}
			}
		}
	}
	for i := range names {
		names[i] = titleName(names[i])
	}
	return names
}

func appendName(out []string, s string) []string {
	s = strings.TrimSpace(s)
	s = strings.TrimPrefix(s, "and ")
	if s = strings.TrimPrefix(s, "By "); s != "" {
		out = append(out, s)
	}
	return out
}

// notNames begin with a capital after "By" and are no people.
var notNames = []string{
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july",
	"august", "september", "october", "november", "december", "the", "this", "that", "comparison", "contrast", "clicking", "subscribing", "signing", "now", "then", "all", "then",
	"more", "view", "follow", "about", "read", "share", "our", "click", "see", "photo", "image", "video", "posted", "filed", "comments", "home", "not", "no",
	"der", "die", "das", "den", "dem", "il", "la", "le", "les", "el", "los", "los",
}

// isName reports two to five words that are written as the name of a person:
// capitals, initials, particles.
func isName(s string) bool {
	count, particles := 0, 0
	ok := true
	eachWord(s, func(w string) {
		count++
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case isParticle(w):
			particles++
		case !unicode.IsUpper(r) && !isWide(r) && !unicode.Is(unicode.Lo, r):
			ok = false
		case count == 1 && isNotName(w) || isJob(w):
			ok = false
		}
		for i := 0; i < len(w); i++ {
			if isDigit(w[i]) || strings.IndexByte(":/@!?%$#[]{}<>=_\"", w[i]) >= 0 {
				ok = false
			}
		}
	})
	return ok && count-particles >= 2 && count <= 5 && len(s) <= 60 && !isOrganisation(s)
}

func isNotName(w string) bool {
	for _, n := range notNames {
		if strings.EqualFold(w, n) {
			return true
		}
	}
	return false
}

// isJob reports a word of what authors are, which follows their names.
func isJob(w string) bool {
	switch strings.ToLower(strings.Trim(w, ".,")) {
	case "staff", "writer", "reporter", "correspondent", "editor", "editors", "desk", "bureau", "columnist", "contributor", "newspaper", "news", "media", "redaktion", "reporters", "writers", "press", "team", "agencies", "special", "profile", "archive", "bio", "email", "admin", "administrator", "webmaster", "newsroom", "contributors", "author", "authors":
		return true
	}
	return false
}

func isParticle(w string) bool {
	switch w {
	case "de", "da", "di", "du", "del", "della", "der", "den", "van", "von", "zu", "la", "le", "bin", "ibn", "al", "el", "dos", "ter", "af", "av", "y":
		return true
	}
	return false
}

// isHandle reports a name as a forum or blog shows it: one to four words.
func isHandle(s string) bool {
	count := 0
	eachWord(s, func(string) { count++ })
	return count >= 1 && count <= 4 && len(s) <= 40 && !strings.ContainsAny(s, ":/!?%$#[]{}<>=\"")
}

// areNames reports names alone, as an element for the author holds them.
func areNames(t string) bool {
	names := splitNames(cutTail(cutDay(t)))
	for _, n := range names {
		if !isName(n) {
			return false
		}
	}
	return len(names) > 0
}

// titleName turns a name in capitals into the usual writing; others stay.
func titleName(s string) string {
	if s != strings.ToUpper(s) || !strings.Contains(s, " ") {
		return s
	}
	b := []rune(strings.ToLower(s))
	for i := range b {
		if i == 0 || b[i-1] == ' ' || b[i-1] == '-' || b[i-1] == '\'' || b[i-1] == '’' || b[i-1] == '.' {
			b[i] = unicode.ToUpper(b[i])
		}
	}
	return string(b)
}
