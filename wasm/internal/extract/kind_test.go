package extract

import "testing"

// lineOf is the counted line of a text without markup.
func lineOf(text string) line {
	l := line{text: text}
	l.scan(words())
	l.kind = kindOf(&l)
	return l
}

func TestKindOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want kind
	}{
		{"56m ago", kindAge}, {"1h ago", kindAge}, {"2 hours ago", kindAge}, {"vor 3 Stunden", kindAge}, {"2:30", kindAge}, {"1:02:30", kindAge}, {"3 likes", kindAge}, {"12 comments", kindAge}, {"18h", kindAge},
		{"He was 67.", kindNone}, {"Three years ago the harbour froze.", kindNone}, {"Apollo 11", kindNone},
		{"—-", kindEndMark}, {"###", kindEndMark}, {"* * *", kindEndMark}, {"ENDS", kindEndMark},
		{"FILE – The old ferry at the quay, May 3, 2023.", kindCaption}, {"FILE PHOTO: The old ferry", kindCaption}, {"File a complaint with the port office.", kindNone},
		{"The ferry burns off Bergen (AP Photo/Jane Roe, File)", kindCaption}, {"Firemen at the quay (City Fire Service via AP)", kindCaption}, {"The ferry. Photograph: Jane Roe/Getty Images", kindCaption},
		{"Photo: Jane Roe", kindCaption}, {"The company (formerly AP) said so.", kindNone},
		{"By Marta Olsen", kindByline}, {"Posted July 3, 2025 10:49 am.", kindDate}, {"Last Updated July 3, 2025 2:39 pm.", kindDate}, {"Thursday, July 3, 2025", kindDate}, {"Aktualisiert am 3.7.2025, 10:49 Uhr", kindDate},
		{"The ferry sank on July 3, 2025 off Bergen and was raised a year after.", kindNone},
		{"Ferry Returns/ Baynews/ BERGEN/ M. Olsen/ The ferry is back.", kindSlug}, {"and/or either/or", kindNone},
		{"Associated Press writers Jane Roe in Oslo and John Doe in Bergen contributed.", kindContrib}, {"(Reporting by Jane Roe; Editing by John Doe)", kindContrib}, {"She contributed much to the town.", kindNone},
		{"Marta Olsen, The Associated Press", kindSignoff}, {"Marta Olsen, The Mayor", kindNone},
		{"• The ferry is back.", kindBullet}, {"- The ferry is back", kindBullet}, {"-3 degrees at night", kindNone},
		{"Meta description", kindField}, {"Copyright 2025 Baynews. All rights reserved.", kindRights},
	} {
		if l := lineOf(c.text); l.kind != c.want {
			t.Errorf("%q: got kind %d, want %d", c.text, l.kind, c.want)
		}
	}
}

func TestScan(t *testing.T) {
	for _, c := range []struct {
		text               string
		words, stops, caps int32
		phrase             bool
		end                ending
	}{
		{"The ferry is back at the quay.", 7, 4, 1, false, endSentence},
		{"“Is it?” she said, “or not?”", 6, 6, 1, false, endSentence},
		{"It’s back… (and can’t leave)", 5, 3, 1, false, endOpen},
		{"More on the ferry", 4, 3, 1, true, endOpen},
		{"He wanted more on the ferry", 6, 4, 1, false, endOpen},
		{"READ\u00a0MORE", 2, 1, 2, true, endOpen},
		{"Don’t miss a ferry", 4, 2, 1, true, endOpen},
		{"渡轮已经恢复运营。", 4, 0, 0, false, endSentence},
		{"The ferry, we hear...", 4, 2, 1, false, endEllipsis},
		{"Quick look:", 2, 0, 1, false, endColon},
		{"Über die Fähre wird nicht mehr geredet.", 7, 4, 2, false, endSentence},
		{"", 0, 0, 0, false, endOpen},
		{"— * —", 0, 0, 0, false, endOpen},
	} {
		l := lineOf(c.text)
		if l.words != c.words || l.stops != c.stops || l.caps != c.caps || l.phrase != c.phrase || l.end != c.end {
			t.Errorf("%q: got words %d stops %d caps %d phrase %v end %d, want %d %d %d %v %d", c.text, l.words, l.stops, l.caps, l.phrase, l.end, c.words, c.stops, c.caps, c.phrase, c.end)
		}
	}
}

func TestScoreOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want int32
	}{
		{"The ferry that sank in May is back at the quay of the town.", 14},
		{"The ferry is back.", shortEnd},
		{"Ferry Returns To Service", noEnd},
		{"1h ago", ageScore},
		{"Read more", noEnd - phraseCost},
		{"—-", noLetters},
		{"FILE – The ferry that sank in May is back at the quay of the town.", 0},
	} {
		l := lineOf(c.text)
		if got := scoreOf(&l); got != c.want {
			t.Errorf("%q: got %d, want %d", c.text, got, c.want)
		}
	}
}

// TestBestBlock compares the one pass with all runs, on every list of up to
// seven scores.
func TestBestBlock(t *testing.T) {
	scores := []int32{-10, -3, 0, 12}
	var lines []line
	var try func(left int)
	try = func(left int) {
		lo, hi := bestBlock(lines)
		best, want := int32(0), int32(0)
		for i := range lines {
			sum := int32(0)
			for j := i; j < len(lines); j++ {
				sum += lines[j].score
				want = max(want, sum)
			}
		}
		for _, l := range lines[lo:hi] {
			best += l.score
		}
		if best != want {
			t.Fatalf("%v: got [%d,%d) with %d, want %d", lines, lo, hi, best, want)
		}
		for _, s := range scores {
			if left > 0 {
				lines = append(lines, line{score: s})
				try(left - 1)
				lines = lines[:len(lines)-1]
			}
		}
	}
	try(6)
}
