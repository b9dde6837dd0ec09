package extract

import "strings"

const (
	noteWords = 80 // a longer paragraph is none
	noteKept  = 2  // lines of prose that stay above
)

// notePhrases are wordings of the notes below an article, lower case. Inside an
// article they may be its matter, and only its last lines are asked for them.
var notePhrases = []string{
	"the full article contains", "can be reached at", "contact the reporter", "contact the editor", "contact the author", "contact the writer", "email the author", "follow the author",
	"reserve the right to", "reserves the right to", "free access to this article", "let readers post", "a version of this article", "was originally published", "was first published on",
	"comments feed for", "use these html tags", "liked this post", "liked this article", "reprinted with permission", "may not be published, broadcast",
	"non-commercial use only", "republication", "redistribution", "rewritten or redistributed", "about the words used in", "sole responsibility of", "check out more articles",
	"registered users", "auch interessieren", "lesen sie hier", "erschien zuerst",
}

// cutNotes ends the run before the notes that papers print below an article:
// who wrote it, where it appeared, whom to write to, what may be done with it.
func (p *page) cutNotes() {
	if p.whole {
		return
	}
	prose := 0
	for i := p.lo; i < p.hi; i++ {
		if p.lines[i].score > 0 {
			prose++
		}
	}
	end := p.hi
	for i := p.hi - 1; i > p.lo; i-- {
		l := &p.lines[i]
		if isNote(l) {
			if l.score > 0 {
				if prose--; prose < noteKept {
					break
				}
			}
			end = i
		} else if l.score > 0 || l.words > maxHeading {
			break
		}
	}
	if end < p.hi {
		p.notes, p.hi = p.hi, end
	}
}

// isNote reports a line that is no part of the article if it ends it.
func isNote(l *line) bool {
	if l.words > noteWords {
		return false
	}
	if notePairs().foundIn(l.text, notePhrases) {
		return true
	}
	return l.marks&classAuthor != 0 && isBio(l.text)
}

// isBio reports "Jane Roe is a writer in Halling.": a name, and what its bearer
// does for the press.
func isBio(t string) bool {
	for _, is := range [...]string{" is ", " are ", " ist ", " est ", " es ", " è ", " covers ", " writes ", " schreibt "} {
		if i := strings.Index(t, is); i > 0 && i < 60 && isName(t[:i]) {
			return true
		}
	}
	return false
}
