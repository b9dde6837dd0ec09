package extract

import "strings"

const (
	commentReach = 14 // lines after "12 comments" in which readers must be heard
	commenters   = 2
	maxTries     = 8  // headings tried: each costs a look at all lines below
	minBefore    = 30 // words of prose before it: on the top of a page it links down
	maxProse     = 12 // paragraphs that one reader writes, on average
)

// cutComments gives the readers' comments at the end of a page, which markup
// does not always name, the hint that they are: all lines after a heading of
// comments that is followed by people who say something.
func (p *page) cutComments() {
	prose, tries := int32(0), 0
	for i := range p.lines {
		l := &p.lines[i]
		if s := scoreOf(l); s > 0 {
			prose += s
		}
		if prose < minBefore || l.words > 12 || !isCommentHead(l.text) {
			continue
		}
		if !p.hasCommenters(i + 1) {
			if tries++; tries == maxTries {
				return
			}
			continue
		}
		for j := i; j < len(p.lines); j++ {
			p.lines[j].Hints |= HintComment
		}
		return
	}
}

// hasCommenters reports whether readers are heard soon after from, and often
// enough in all that follows for the prose there to be theirs.
func (p *page) hasCommenters(from int) bool {
	soon, all, prose := 0, 0, 0
	for i := from; i < len(p.lines); i++ {
		l := &p.lines[i]
		if isCommenter(l) {
			all++
			if i < from+commentReach {
				soon++
			}
		} else if scoreOf(l) > 0 {
			prose++
		}
		if i == from+commentReach && soon < commenters {
			return false
		}
	}
	return soon >= commenters && all*maxProse >= prose
}

// isCommentHead reports "24 comments", "3 Responses to …", "Comments (5)",
// "Leave a comment".
func isCommentHead(t string) bool {
	_, end := number(t, 0)
	rest := strings.TrimLeft(t[end:], " \u00a0:.")
	for _, w := range commentWords {
		if hasPrefixFold(rest, w) {
			after := strings.TrimLeft(rest[len(w):], " ")
			return end > 0 || after == "" || strings.IndexByte("(:0123456789", after[0]) >= 0 || hasPrefixFold(after, "on ") || hasPrefixFold(after, "to ") || hasPrefixFold(after, "for ")
		}
	}
	return false
}

var commentWords = []string{
	"comments", "comment", "responses", "response", "replies", "reader comments", "readers comments", "thoughts", "user comments", "leave a comment", "leave a reply", "post a comment", "add a comment", "discussion", "join the discussion", "kommentare", "kommentar", "leserkommentare",
	"antworten", "commentaires", "commentaire", "comentarios", "reacties", "commenti", "trackbacks",
}

// isCommenter reports the line above or below a reader's words: "Jane says:",
// "Posted by jane on …", a date with a time, "Reply".
func isCommenter(l *line) bool {
	if l.words > 14 || l.words == 0 {
		return false
	}
	t := l.text
	switch strings.ToLower(t) {
	case "reply", "antworten", "répondre", "responder", "report", "like", "permalink", "reply to this", "quote", "reply | report", "flag", "report abuse":
		return true
	}
	for _, end := range [...]string{" says:", " said:", " said...", " said…", " wrote:", " sagt:", " schrieb:", " meint:", " says", " a dit", " dijo:", " dice:"} {
		if strings.HasSuffix(t, end) {
			return true
		}
	}
	if l.kind == kindAge {
		return true
	}
	st, ok := findDate(t)
	return ok && len(st.value) > len("2025-07-03")
}
