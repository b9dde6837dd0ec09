package extract

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// plainScan counts words rune by rune, as scan does by runs of bytes.
func plainScan(l *line, t *wordTable) {
	for i := 0; i < len(l.text); {
		if n := spaceLen(l.text, i); n > 0 {
			i += n
			continue
		}
		end := i
		for end < len(l.text) && spaceLen(l.text, end) == 0 {
			_, n := utf8.DecodeRuneInString(l.text[end:])
			end += n
		}
		plainWord(l, t, i, end)
		i = end
	}
	l.words += l.wide / 2
	l.end = endingOf(l.text)
}

func plainWord(l *line, t *wordTable, from, end int) {
	h, start := uint64(hashStart), -1
	var letters, digits, wide int32
	upper := false
	for i := from; i < end; {
		r, n := utf8.DecodeRuneInString(l.text[i:])
		switch {
		case r == '\'' || r == '’':
			if start >= 0 {
				h = (h ^ '\'') * hashPrime
			}
		case r == '/' && start >= 0:
			plainClassify(l, t, h, start)
			h, start = hashStart, -1
		case unicode.IsLetter(r) || unicode.IsMark(r) || '0' <= r && r <= '9' || r == '©' || isWide(r):
			if start < 0 {
				start = i
			}
			switch {
			case '0' <= r && r <= '9':
				digits++
			case unicode.IsLetter(r) || isWide(r):
				upper = upper || letters+digits == 0 && !isWide(r) && unicode.IsUpper(r)
				letters++
			}
			if isWide(r) {
				wide++
			}
			for _, c := range []byte(l.text[i : i+n]) {
				if 'A' <= c && c <= 'Z' {
					c |= 0x20
				}
				h = (h ^ uint64(c)) * hashPrime
			}
		}
		i += n
	}
	l.runes, l.digits, l.wide = l.runes+letters+digits, l.digits+digits, l.wide+wide
	if letters+digits > 0 && (wide == 0 || wide < letters) {
		l.words++
		if upper || letters == 0 {
			l.caps++
		}
	}
	if start >= 0 {
		plainClassify(l, t, h, start)
	}
}

func plainClassify(l *line, t *wordTable, h uint64, start int) {
	slot := t.slot(h)
	if t.keys[slot] == 0 {
		return
	}
	c := t.classes[slot]
	l.marks |= c
	if c&classStop != 0 {
		l.stops++
	}
	if c&classAge != 0 {
		l.ages++
	}
	for p := t.phrases[slot]; p != 0; p = t.next[p-1] {
		phrase, isFirst := strings.CutPrefix(t.list[p-1], "^")
		if (!isFirst || l.words <= 1) && matchPhrase(l.text, start, phrase) {
			l.phrase = true
		}
	}
}

// TestScanIsPlain holds that the scan by runs counts what the plain one does.
func TestScanIsPlain(t *testing.T) {
	pieces := append([]string{"Ferry", "the", "3", "12h", "ago", "’", "'", "/", " ", "\u00a0", "—", "é", "É", "\u0301", "新", "ไทย", "©", ".", "-", "\xE2", "READ", "more", "x", "А", "٣", "\t", "Don’t", "don't", "miss"}, furniturePhrases...)
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(strings.TrimPrefix(pieces[r.IntN(len(pieces))], "^"))
			if r.IntN(2) == 0 {
				b.WriteByte(' ')
			}
		}
		got, want := line{text: b.String()}, line{text: b.String()}
		got.scan(words())
		plainScan(&want, words())
		got.sum, got.foreign = 0, false
		if got != want {
			t.Fatalf("%q:\n got %+v\nwant %+v", b.String(), got, want)
		}
	}
}

// TestMayRepeat holds that lines with one text are never passed over.
func TestMayRepeat(t *testing.T) {
	text := "The ferry is back at the quay again.\n\nRead more\n\nThe ferry is back at the quay, at last.\n\nThe ferry is back at the quay again."
	lines := splitLines(text, nil)
	for i := range lines {
		lines[i].text = lines[i].Span.Of(text)
		lines[i].scan(words())
	}
	if mayRepeat(lines[:3]) || !mayRepeat(lines) {
		t.Error("want a repetition in all four lines and none in the first three")
	}
}
