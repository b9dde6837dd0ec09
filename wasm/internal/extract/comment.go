package extract

import "strings"

const (
	commentReach   = 18 // lines after "12 comments", or after a reader, in which readers must be heard
	commenters     = 2
	sureCommenters = 3  // where hardly any prose stands above
	rhythm         = 4  // lines above readers' words that need no heading
	rhythmShare    = 3  // times as long as what each of them says is what stands above
	maxTries       = 8  // headings tried: each costs a look at all lines below
	minBefore      = 30 // words of prose before it: on the top of a page it links down
	maxProse       = 12 // paragraphs that one reader writes, on average
)

// cutComments gives the readers' comments at the end of a page, which markup
// does not always name, the hint that they are: all lines after a heading of
// comments that is followed by people who say something, or from where people
// are heard again and again to the end.
func (p *page) cutComments() {
	from := p.commentHead()
	if from < 0 {
		from = p.commentRhythm()
	}
	if from < 0 {
		return
	}
	for j := from; j < len(p.lines); j++ {
		p.lines[j].Hints |= HintComment
	}
}

// commentHead is the first line of comments by the heading above them, -1 if
// there is none.
func (p *page) commentHead() int {
	prose, tries := int32(0), 0
	for i := range p.lines {
		l := &p.lines[i]
		if s := scoreOf(l); s > 0 {
			prose += s
		}
		if l.words > 12 || !isCommentHead(l.text) {
			continue
		}
		need := commenters
		if prose < minBefore {
			need = sureCommenters
		}
		if p.hasCommenters(i+1, need) {
			return i
		}
		if tries++; tries == maxTries {
			break
		}
	}
	return -1
}

// commentRhythm is the first of at least rhythm lines above readers' words, none
// further than commentReach from the last, after the prose of an article, -1 if
// there is none. What each says is far shorter than what stands above: a forum
// or a blog of many posts has the same lines.
func (p *page) commentRhythm() int {
	above, said := int32(0), int32(0)
	start, count, named, last := -1, 0, 0, 0
	for i := range p.lines {
		l := &p.lines[i]
		if above >= minBefore && l.Hints&HintPre == 0 && (isSpeaker(l) || l.words > 0 && l.words <= 14 && isReply(l.text)) {
			if start >= 0 && count < rhythm && i-last > commentReach {
				start = -1 // one who speaks in the article, or a first post
			}
			if start < 0 {
				start, count, named, said = i, 0, 0, 0
			}
			count++
			if endsSpeech(l.text) || isReply(l.text) || p.isNamed(i) {
				named++
			}
			last = i
		} else if scoreOf(l) > 0 {
			if start < 0 {
				above += l.words
			} else {
				said += l.words
			}
		}
	}
	if start < 0 || count < rhythm || named*2 < count || said*rhythmShare > above*int32(count) {
		return -1
	}
	return start
}

// isNamed reports whether the line above readers' words names somebody, or stands
// beside a short one that may: the hours of a running report stand alone.
func (p *page) isNamed(i int) bool {
	l := &p.lines[i]
	if l.words >= 6 || l.end == endColon || l.runes > 3*l.digits+12 {
		return true
	}
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(p.lines) {
			continue
		}
		if next := &p.lines[j]; next.words <= 4 && next.runes > 0 && next.digits == 0 && next.end != endSentence {
			return true
		}
	}
	return false
}

// hasCommenters reports whether as many readers as needed are heard soon after
// from, and often enough in all that follows for the prose there to be theirs.
func (p *page) hasCommenters(from, need int) bool {
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
		if i == from+commentReach && soon < need {
			return false
		}
	}
	return soon >= need && all*maxProse >= prose
}

// isCommentHead reports "24 comments", "3 Responses to …", "Comments (5)",
// "Leave a comment".
func isCommentHead(t string) bool {
	t = strings.TrimLeft(t, "{([«»#—–- ")
	_, end := number(t, 0)
	rest := strings.TrimLeft(t[end:], " \u00a0:.")
	if !commentPairs().mayHold(rest) {
		return false
	}
	for _, w := range commentWords {
		if hasPrefixFold(rest, w) {
			after := strings.TrimLeft(rest[len(w):], " ")
			return end > 0 || after == "" || strings.IndexByte("(:0123456789\xc2\xe2", after[0]) >= 0 || hasPrefixFold(after, "on ") || hasPrefixFold(after, "to ") || hasPrefixFold(after, "for ")
		}
	}
	return false
}

var commentWords = []string{
	"comments", "comment", "users responded", "people responded", "readers responded", "responses", "response", "replies", "reader comments", "readers comments", "thoughts", "user comments", "leave a comment", "leave a reply", "post a comment", "add a comment", "discussion", "join the discussion", "kommentare", "kommentar", "leserkommentare",
	"antworten", "commentaires", "commentaire", "comentarios", "reacties", "commenti", "trackbacks",
}
