package corpustest

import "math/rand/v2"

// Originals returns n documents of at least so many words, none of which is a
// copy of another. The same seed gives the same first n documents whatever n is.
func Originals(seed uint64, n, words int) []Doc {
	docs := make([]Doc, n)
	for i := range docs {
		r := rand.New(rand.NewPCG(seed, uint64(i)))
		w := newWriter(r)
		docs[i] = Doc{Title: w.title(), Date: date(r), Outlet: pick(r, outlets), CopyOf: -1}
		for w.words < words {
			w.paragraph()
		}
		docs[i].Text = w.b.String()
		docs[i].Name = nameOf(&docs[i], i)
	}
	return docs
}
