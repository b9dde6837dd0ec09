package corpustest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"time"
)

// Doc is one document of a corpus.
type Doc struct {
	Name   string // path-like, unique in the corpus
	Title  string
	Date   string // 2025-03-09
	Outlet string
	Text   string // the body: paragraphs with an empty line between, no title
	CopyOf int    // index in the corpus of the document this is an edited copy of, or -1
}

// copyShare is one in how many documents is an edited copy of an earlier one.
const copyShare = 5

// Corpus returns n documents. The same seed gives the same first n documents
// whatever n is. A fifth are edited copies of earlier originals, never copies of
// copies.
func Corpus(seed uint64, n int) []Doc {
	docs := make([]Doc, 0, n)
	var originals []int
	for i := range n {
		r := rand.New(rand.NewPCG(seed, uint64(i)))
		if len(originals) > 0 && r.IntN(copyShare) == 0 {
			docs = append(docs, editedCopy(r, docs, originals[r.IntN(len(originals))]))
		} else {
			originals = append(originals, i)
			docs = append(docs, article(r))
		}
		d := &docs[i]
		d.Name = nameOf(d, i)
	}
	return docs
}

// nameOf is a path by outlet and month.
func nameOf(d *Doc, i int) string {
	return fmt.Sprintf("%s/%s/%05d.txt", strings.ToLower(strings.ReplaceAll(d.Outlet, " ", "-")), d.Date[:7], i)
}

// article writes an original document.
func article(r *rand.Rand) Doc {
	w := newWriter(r)
	d := Doc{
		Title:  w.title(),
		Date:   date(r),
		Outlet: pick(r, outlets),
		CopyOf: -1,
	}
	// 300 to 550 words, 425 in the mean.
	want := 300 + r.IntN(251)
	for w.words < want {
		w.paragraph()
	}
	d.Text = w.b.String()
	return d
}

// date is a day of 2024 or 2025.
func date(r *rand.Rand) string {
	return time.Date(2024, 1, 1+r.IntN(731), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// pick draws one entry, each with the same chance.
func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// zipf draws one entry of a list that is sorted by frequency: the k-th with a
// chance of about 1/(k+3), near what content words of news show.
func zipf(r *rand.Rand, from []string) string {
	for {
		// Inverse of the integral of 1/(x+3) over the list.
		n := float64(len(from))
		k := int(3*math.Pow((n+3)/3, r.Float64())) - 3
		if 0 <= k && k < len(from) {
			return from[k]
		}
	}
}
