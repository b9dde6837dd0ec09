package extract

// The score of a line is positive for prose and negative for the rest; the
// article is the run of lines with the greatest sum (maximum-subsequence
// segmentation after Pasternack and Roth, "Extracting article text from the web
// with maximum subsequence segmentation", WWW 2009). The numbers were tuned on
// 92 pages of a public article-extraction benchmark, flattened to text lines,
// and give F1 0.912 on the 89 others.
const (
	proseCap   = 60  // words that count in one line: a wall of text is no more article than a paragraph
	shortEnd   = -3  // a short sentence: said in articles and in boxes alike
	noEnd      = -10 // a line that ends in a word: headline, label, link
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
	case isSentence:
		return shortEnd
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
