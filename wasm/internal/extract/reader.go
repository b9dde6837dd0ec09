package extract

import (
	"strings"
	"sync"
)

// isCommenter reports the line above or below a reader's words: "Jane says:",
// "Posted by jane on …", a date with a time, "Reply".
func isCommenter(l *line) bool {
	if l.words > 14 || l.words == 0 {
		return false
	}
	if isReply(l.text) {
		return true
	}
	return isSpeaker(l) || l.kind == kindDate || l.kind == kindAge && l.words >= 2 && !isCount(l.text)
}

// isReply reports a button under a reader's words, and nothing else.
func isReply(t string) bool {
	if indexFold(t, "report this ") >= 0 {
		return true
	}
	if !replyPairs().mayHold(t) {
		return false
	}
	for _, w := range replyWords {
		if strings.EqualFold(t, w) {
			return true
		}
	}
	for _, start := range replyStarts {
		if hasPrefixFold(t, start) {
			return true
		}
	}
	return false
}

var (
	replyWords = []string{
		"reply", "replydelete", "reply delete", "antworten", "répondre", "responder", "report", "like", "permalink", "quote", "reply | report", "flag", "report abuse",
	}
	replyStarts = []string{"reply to this", "flag as inappropriate", "leave a reply", "name (required)", "report this comment", "link to comment", "log in to reply"}
	replyPairs  = sync.OnceValue(func() *pairSet { return newPairSet(replyWords, replyStarts) })
)

// isSpeaker reports the line that says who speaks, and nearly always a reader:
// "Jane says:", a date with a time.
func isSpeaker(l *line) bool {
	if l.words > 14 || l.words == 0 {
		return false
	}
	if endsSpeech(l.text) {
		return true
	}
	if l.words >= 2 && l.words <= 6 && l.end == endOpen && (strings.HasPrefix(l.text, "http://") || strings.HasPrefix(l.text, "https://")) {
		return true // the address of a reader, then the name
	}
	if l.digits == 0 {
		return false
	}
	if hasPrefixFold(l.text, "posted by") || endsInHour(l.text) {
		return true
	}
	st, ok := findDate(l.text)
	return ok && len(st.value) > len("2025-07-03")
}

// endsSpeech reports a text that ends with a word for speaking. Its last bytes
// decide for almost every text; \xBF and \xA6 end a long s and an ellipsis.
func endsSpeech(text string) bool {
	switch text[len(text)-1] {
	case ':', ',', 's', 'S', 't', 'T', 0xA6, 0xBF:
	case '.':
		if !strings.HasSuffix(text, "...") {
			return false
		}
	default:
		return false
	}
	for _, end := range [...]string{" says:", " said:", " said,", " said...", " said…", " wrote:", " sagt:", " schrieb:", " meint:", " says", " a dit", " dijo:", " dice:"} {
		if n := len(text) - len(end); n > 0 && strings.EqualFold(text[n:], end) {
			return true
		}
	}
	return false
}

// endsInHour reports "Jane Roe10/2/12 2:05 PM".
func endsInHour(t string) bool {
	n := len(t)
	if n < len("1 2:05 PM") || t[n-1]|0x20 != 'm' || t[n-2]|0x20 != 'p' && t[n-2]|0x20 != 'a' {
		return false
	}
	t = strings.TrimRight(t[:n-2], " ")
	n = len(t)
	return n > 4 && isDigit(t[n-1]) && isDigit(t[n-2]) && t[n-3] == ':' && isDigit(t[n-4])
}

// isCount reports "192 shares": a counter beside an article, not the age of a
// reader's words.
func isCount(t string) bool {
	for _, w := range [...]string{"share", "like", "view", "follower", "retweet", "comment", "vote", "reaction"} {
		if indexFold(t, w) >= 0 {
			return true
		}
	}
	return false
}
