package extract

import "strings"

// The score of a line is positive for prose and negative for the rest; the
// article is the run of lines with the greatest sum (maximum-subsequence
// segmentation after Pasternack and Roth, "Extracting article text from the web
// with maximum subsequence segmentation", WWW 2009). The numbers were tuned on
// 92 pages of a public article-extraction benchmark, flattened to text lines,
// and give F1 0.912 on the 89 others; the milder ends on the even pages of five
// other sets, and tried on their odd ones. At -9 and -8 for noEnd, blogs, forums
// and lists gain a point or two, and news loses a quarter of one.
const (
	proseCap   = 60  // words that count in one line: a wall of text is no more article than a paragraph
	shortEnd   = -3  // a short sentence: said in articles and in boxes alike
	noEnd      = -10 // a line that ends in a word: headline, label, link
	longEnd    = -5  // ten words of running text that end in one: cut, a list's entry, a line of verse
	colonEnd   = -3  // five words before what they announce
	bulletEnd  = -2  // an entry of a list: menus are seldom printed with marks
	ageScore   = -25 // "1h ago": sure furniture
	noLetters  = -1
	roomScore  = -1 // furniture by its place on the page, for sure: the run passes over it
	phraseCost = 18 // a furniture phrase in a line under 40 words; a fifth of it in a longer one
	repeatCost = 6
)

// scoreOf is the score of a line whose words are counted and whose kind is
// known.
func scoreOf(l *line) int32 {
	s := proseScore(l)
	switch l.kind {
	case kindAge:
		return ageScore
	case kindEndMark, kindMarkup:
		return noLetters
	case kindCaption:
		return min(s, 0)
	case kindBullet:
		s = max(s, bulletEnd)
		if l.words >= 8 && s < 0 { // a sentence without its stop
			s = l.words / 4
		}
	case kindField, kindFieldText:
		return ageScore
	case kindByline, kindDate, kindSlug, kindSignoff, kindRights, kindContrib:
		return noEnd
	}
	if l.phrase {
		if l.words < 40 {
			s -= phraseCost
		} else {
			s -= phraseCost / 5
		}
	}
	return s
}

func proseScore(l *line) int32 {
	isSentence := l.end == endSentence
	stopShare := l.stops * 100
	if l.wide*2 > l.runes {
		stopShare = 100 * l.words
	}
	switch {
	case l.words >= 10 && stopShare >= 30*l.words && (isSentence || l.words >= 25):
		return min(l.words, proseCap)
	case l.words >= 8 && isSentence:
		return l.words
	case l.words >= 10 && l.stops*100 >= 30*l.words: // without spaces no headline is told from text
		return longEnd
	case l.end == endColon && l.words >= 5:
		return colonEnd
	case isSentence:
		return shortEnd
	case isProgram(l.text):
		return noLetters
	}
	return noEnd
}

// bestBlock is the run [lo, hi) of lines with the greatest sum of scores, the
// first of equals; empty if no line is positive. One pass.
func bestBlock(lines []line) (lo, hi int) {
	var best, sum int32
	start := 0
	for i := range lines {
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += lines[i].score
		if sum > best {
			best, lo, hi = sum, start, i+1
		}
	}
	return lo, hi
}

// isProgram reports a line of a program, which an article about one prints.
func isProgram(t string) bool {
	return t != "" && (strings.IndexByte("{};", t[len(t)-1]) >= 0 || strings.HasPrefix(t, "//") || t[0] == '<')
}
