package corpustest

import (
	"math/rand/v2"
	"strings"
)

// editedCopy is what another house makes of docs[of]: some paragraphs cut, some
// words changed, the other spelling, now and then two paragraphs in the other
// order, mostly under a headline of its own. Between a half and all of the
// original's paragraphs remain.
func editedCopy(r *rand.Rand, docs []Doc, of int) Doc {
	d := docs[of]
	d.CopyOf = of
	d.Outlet = pick(r, outlets)
	paragraphs := strings.Split(d.Text, "\n\n")
	if r.IntN(3) > 0 {
		paragraphs = cut(r, paragraphs)
	}
	if r.IntN(4) == 0 {
		i := r.IntN(len(paragraphs) - 1)
		paragraphs[i], paragraphs[i+1] = paragraphs[i+1], paragraphs[i]
	}
	d.Text = strings.Join(paragraphs, "\n\n")
	if r.IntN(2) == 0 {
		d.Text = respelled.Replace(d.Text)
	}
	if r.IntN(4) > 0 {
		d.Text = changeWords(r, d.Text, 1+r.IntN(5))
	}
	if r.IntN(2) == 0 {
		d.Title = newWriter(r).title()
	}
	return d
}

// cut removes up to half of the paragraphs, more often late ones, as editors do.
func cut(r *rand.Rand, paragraphs []string) []string {
	kept := append([]string(nil), paragraphs...)
	for range r.IntN(len(paragraphs)/2 + 1) {
		i := max(r.IntN(len(kept)), r.IntN(len(kept)))
		kept = append(kept[:i], kept[i+1:]...)
	}
	return kept
}

// changeWords puts another word for about percent of the lower-case words.
func changeWords(r *rand.Rand, text string, percent int) string {
	var b strings.Builder
	for len(text) > 0 {
		n := strings.IndexAny(text, " \n")
		if n < 0 {
			n = len(text)
		}
		word := text[:n]
		if n > 3 && isLower(word) && r.IntN(100) < percent {
			word = zipf(r, adjectives)
		}
		b.WriteString(word)
		text = text[n:]
		space := len(text) - len(strings.TrimLeft(text, " \n"))
		b.WriteString(text[:space])
		text = text[space:]
	}
	return b.String()
}

func isLower(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || 'z' < word[i] {
			return false
		}
	}
	return true
}

// respelled turns the British spellings of the lists into American ones.
var respelled = strings.NewReplacer(
	"programme", "program", "defence", "defense", "centre", "center", "labour", "labor",
	"harbour", "harbor", "neighbour", "neighbor", "organisation", "organization",
	"licence", "license", "catalogue", "catalog", "theatre", "theater",
	"recognise", "recognize", "criticise", "criticize", "organise", "organize",
	"emphasise", "emphasize", "favour", "favor", "analyse", "analyze", "grey", "gray",
	"behaviour", "behavior", "councillor", "councilor", "jewellery", "jewelry",
)
