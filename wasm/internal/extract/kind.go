package extract

import (
	"slices"
	"strings"
)

// A kind is what a line is by its own form, before its place is known.
type kind uint8

const (
	kindNone      kind = iota
	kindAge            // "1h ago", "2:30", "3 likes"
	kindEndMark        // "—-", "###", "END"
	kindCaption        // "FILE –", "(AP Photo/…)"
	kindByline         // "By …", "Quote from … on …"
	kindDate           // "Posted July 3, 2025", a mere date
	kindSlug           // "Title/ Outlet/ CITY/ Author/ …"
	kindContrib        // "… contributed to this report."
	kindSignoff        // "Name, The Associated Press"
	kindBullet         // "• …"
	kindField          // "Meta description": a form's field, its text follows
	kindFieldText      // the line after a kindField
	kindMarkup         // front matter, the marks of Markdown
	kindRights         // "Copyright 2025 …"
)

// kindOf judges a line whose words are counted. The order matters: a caption
// may hold a date, a byline too.
func kindOf(l *line) kind {
	t := l.text
	switch {
	case l.Hints&HintMeta != 0:
		return kindMarkup
	case l.runes == 0:
		return kindEndMark
	case l.words <= 3 && isEndWord(t):
		return kindEndMark
	case l.words <= 6 && isAge(l):
		return kindAge
	case isSlug(t):
		return kindSlug
	case isCaption(l):
		return kindCaption
	case l.words <= 4 && isField(t):
		return kindField
	case l.words <= 40 && l.marks&classCredit != 0 && isContrib(t):
		return kindContrib
	case l.words <= 80 && isPosted(t):
		return kindDate
	case l.words <= 60 && l.marks&classRights != 0 && isRights(t):
		return kindRights
	}
	if l.words <= 24 {
		if _, ok := parseByline(t); ok || l.Hints&HintByline != 0 && l.words <= 8 && (areNames(t) || areOrganisations(t)) {
			return kindByline
		}
		if l.words <= 16 && isDateLine(l) {
			return kindDate
		}
		if isSignoff(l) {
			return kindSignoff
		}
	}
	if bulletLen(t) > 0 {
		return kindBullet
	}
	return kindNone
}

// isPosted reports the note of a blog's software under a post: when it was
// posted, where it is filed, how to answer.
func isPosted(t string) bool {
	if c := t[0] | 0x20; c != 't' && c != 'd' {
		return false
	}
	return hasPrefixFold(t, "this entry was posted") || hasPrefixFold(t, "this post was posted") || hasPrefixFold(t, "dieser eintrag wurde") || hasPrefixFold(t, "dieser beitrag wurde am")
}

func isEndWord(t string) bool {
	switch t {
	case "END", "ENDS", "Ends", "-30-", "- 30 -", "***ENDS***", "//END//", "ENDE", "FIN":
		return true
	}
	return false
}

// isAge reports counters and relative ages: a number, and nothing but their
// words.
func isAge(l *line) bool {
	if l.digits == 0 || l.digits > 8 {
		return false
	}
	numbers := int32(0)
	rest := int32(0)
	eachWord(l.text, func(w string) {
		if isDigit(w[0]) {
			numbers++
		} else {
			rest++
		}
	})
	if l.words == 1 && numbers == 1 {
		return isClock(l.text) || l.runes <= 4 && l.digits < l.runes && l.end != endSentence || l.runes == l.digits && l.digits < 4
	}
	return l.ages > 0 && l.ages+l.stops >= rest
}

// isClock reports the length of a film: 2:30, 1:02:30.
func isClock(t string) bool {
	colons := 0
	for i := 0; i < len(t); i++ {
		if t[i] == ':' && i > 0 && i < len(t)-1 {
			colons++
		} else if !isDigit(t[i]) {
			return false
		}
	}
	return colons > 0
}

// isSlug reports a line of parts set off by "/ ": the style "Title/ Outlet/
// CITY/ Author/ lead …". Three parts at the least, all short.
func isSlug(t string) bool {
	parts, start := 0, 0
	for parts < 3 {
		i := strings.Index(t[start:min(len(t), start+maxSlug+2)], "/ ")
		if i < 1 || i > maxSlug || t[start+i-1] == ' ' {
			return false
		}
		start += i + 2
		parts++
	}
	return true
}

const maxSlug = 120 // bytes of a part of a slug line

// captionStarts begin the text under a picture. Each is followed by a dash or a
// colon, which tells "FILE –" from "File a complaint".
var captionStarts = []string{
	"file photo", "file picture", "file image", "file", "photo", "photos", "image", "images", "picture", "pictured", "caption",
	"photograph", "foto", "fotos", "bild", "archivbild", "archivfoto", "symbolbild", "crédit photo", "photo credit", "image credit", "image source", "image caption",
	"photo by", "video", "watch",
}

// creditMarks in the brackets at the end of a line make it the text under a
// picture.
var creditMarks = []string{
	"photo", " via ", "getty", "/ap", "/afp", "/reuters", "/epa", "reuters/", "afp/", "ap/", "shutterstock", "picture", "image", "foto", "wikimedia", "handout", "file)",
}

func isCaption(l *line) bool {
	if l.Hints&HintCaption != 0 {
		return true
	}
	t := l.text
	if l.words > 120 {
		return false
	}
	return captionPairs().mayHold(t) && startsCaption(l) || l.marks&classPicture != 0 && isPhotoCredit(t)
}

// startsCaption reports a line that begins as captions do.
func startsCaption(l *line) bool {
	t := l.text
	for _, s := range captionStarts {
		if !hasPrefixFold(t, s) {
			continue
		}
		rest := strings.TrimLeft(t[len(s):], " ")
		upper := t[0] >= 'A' && t[0] <= 'Z'
		for _, dash := range [...]string{"–", "—", "- ", "-- ", ":", "|"} {
			if strings.HasPrefix(rest, dash) && upper && (dash != ":" || l.words > 2) {
				return true
			}
		}
	}
	return false
}

// isPhotoCredit reports brackets or a few words at the end of a line that credit
// a picture. A dateline's "(AP)" is no such credit: it names no picture.
func isPhotoCredit(t string) bool {
	if i := strings.LastIndexByte(t, '('); i >= 0 && len(t)-i < 120 {
		tail := t[i:]
		if j := strings.IndexByte(tail, ')'); j >= 0 && j+3 >= len(tail) {
			for _, m := range creditMarks {
				if indexFold(tail, m) >= 0 {
					return true
				}
			}
		}
	}
	if len(t) > 400 {
		return false
	}
	for _, m := range [...]string{"photo by ", "photograph by ", "photograph: ", "photo: ", "photo credit: ", "image: ", "picture: ", "getty images", "ap photo/", "foto: ", "bild: ", "photo courtesy"} {
		if i := indexFold(t, m); i >= 0 && len(t)-i < 80 && endingOf(t) != endSentence {
			return true
		}
	}
	return false
}

// isField reports the name of a form's field that an editor's page prints with
// its text on the next line.
func isField(t string) bool {
	return fieldPairs().mayHold(t) && slices.Contains(fieldNames, strings.ToLower(strings.TrimRight(t, ": ")))
}

var fieldNames = []string{"meta description", "meta title", "seo title", "seo description", "focus keyword", "focus keyphrase", "keyphrase", "meta keywords"}

// isContrib reports who else worked on the article.
func isContrib(t string) bool {
	if hasPrefixFold(strings.TrimLeft(t, "([*_ "), "reporting by ") || hasPrefixFold(strings.TrimLeft(t, "([*_ "), "additional reporting") ||
		hasPrefixFold(strings.TrimLeft(t, "([*_ "), "editing by ") || hasPrefixFold(strings.TrimLeft(t, "([*_ "), "writing by ") {
		return true
	}
	i := indexFold(t, "contributed")
	if i < 0 {
		return false
	}
	rest := strings.Trim(t[i+len("contributed"):], " .)*_")
	return rest == "" || hasPrefixFold(rest, "to this ") || hasPrefixFold(rest, "reporting") || hasPrefixFold(rest, "from ") || hasPrefixFold(rest, "to the report")
}

func isRights(t string) bool {
	return hasPrefixFold(t, "copyright") || strings.HasPrefix(t, "©") || strings.HasPrefix(t, "(c) ") || indexFold(t, "all rights reserved") >= 0
}

// isSignoff reports "Name, The Associated Press" alone on its line.
func isSignoff(l *line) bool {
	if l.end == endSentence || l.words > 12 {
		return false
	}
	i := strings.LastIndexByte(l.text, ',')
	return i > 0 && agencyNamed(l.text[i+1:]) != "" && isName(strings.TrimSpace(l.text[:i]))
}

// bulletLen is the length of the mark of a list's entry with the space after
// it, 0 if the line has none.
func bulletLen(t string) int {
	switch t[0] {
	case 0xE2, 0xC2, '*', '-', '+':
	default:
		return 0
	}
	for _, m := range [...]string{"•", "◦", "▪", "●", "‣", "·", "■", "►", "*", "-", "–", "+"} {
		if strings.HasPrefix(t, m) {
			if n := spaceLen(t, len(m)); n > 0 {
				return len(m) + n
			}
		}
	}
	return 0
}
