package eval

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// runTypos measures how well documents are found by titles as they are mistyped:
// with an edit or two at random places, and with misspellings that people made.
func runTypos(ctx context.Context, w io.Writer, dir string) error {
	slips, err := readSlips(filepath.Join(dir, "typos", "typos.tsv"))
	if err != nil {
		return err
	}
	for _, set := range newsSets[:2] {
		in, err := set.read(filepath.Join(dir, set.name))
		if err != nil {
			return err
		}
		c, err := in.build(ctx)
		if err != nil {
			return err
		}
		k := known{c: c, slips: slips}
		if err := k.read(ctx); err != nil {
			return err
		}
		for edits, about := range []string{"as it is", "one edit", "two edits", "misspelt"} {
			n, mrr, err := k.measure(ctx, edits)
			if err != nil {
				return err
			}
			fmt.Fprintf(w, "%-13s title %-9s  %4d queries  MRR@10 %.4f\n", set.name, about, n, mrr)
		}
	}
	return nil
}

// readSlips reads how people misspelled words.
func readSlips(path string) (map[string][]string, error) {
	slips := map[string][]string{}
	err := eachRow(path, 2, func(field []string) error {
		word := strings.ToLower(field[1])
		slips[word] = append(slips[word], strings.ToLower(field[0]))
		return nil
	})
	return slips, err
}

// known is documents that are looked for by their titles.
type known struct {
	c      *corpus
	slips  map[string][]string
	titles []knownTitle
}

type knownTitle struct {
	id    protocol.DocID
	words []string
}

// mostKnown is how many titles are tried, and shortestKnown how many words one has.
const (
	mostKnown     = 400
	shortestKnown = 4
)

// read takes titles that no other document has, spread over the corpus.
func (k *known) read(ctx context.Context) error {
	times := map[string]int{}
	titles := map[string]string{}
	for _, name := range k.c.sorted() {
		d, err := k.c.Open(ctx, k.c.ids[name], protocol.Query{})
		if err != nil {
			return err
		}
		title := strings.ToLower(d.Document.Meta.Title)
		titles[name] = title
		times[title]++
	}
	var names []string
	for _, name := range k.c.sorted() {
		if title := titles[name]; times[title] == 1 && len(typedWords(title)) >= shortestKnown {
			names = append(names, name)
		}
	}
	for i := range min(mostKnown, len(names)) {
		name := names[i*len(names)/min(mostKnown, len(names))]
		k.titles = append(k.titles, knownTitle{k.c.ids[name], typedWords(titles[name])})
	}
	return nil
}

// typedWords is the words of a title as they would be typed.
func typedWords(title string) []string { return strings.Fields(asked(title).Text) }

// measure looks for every title with so many edits; 3 stands for misspellings as
// people made them.
func (k *known) measure(ctx context.Context, edits int) (n int, mrr float64, err error) {
	r := rand.New(rand.NewPCG(uint64(edits), 1))
	for _, t := range k.titles {
		words, ok := slices.Clone(t.words), true
		if edits == 3 {
			ok = k.misspell(r, words)
		} else if edits > 0 {
			ok = mistype(r, words, edits)
		}
		if !ok {
			continue
		}
		found, err := k.c.Search(ctx, coord.Search{
			Query: protocol.Query{Text: strings.Join(words, " "), Fold: protocol.FoldNothing}, Limit: 10,
		})
		if err != nil {
			return 0, 0, err
		}
		n++
		for i, h := range found.Hits {
			if h.Summary.ID == t.id {
				mrr += 1 / float64(i+1)
			}
		}
	}
	return n, mrr / float64(max(n, 1)), nil
}

// misspell puts what somebody wrote for a word in its place.
func (k *known) misspell(r *rand.Rand, words []string) bool {
	for _, i := range r.Perm(len(words)) {
		if slips := k.slips[words[i]]; len(slips) > 0 {
			words[i] = slips[r.IntN(len(slips))]
			return true
		}
	}
	return false
}

// mistype puts edits into one word, long enough for them to be forgiven.
func mistype(r *rand.Rand, words []string, edits int) bool {
	for _, i := range r.Perm(len(words)) {
		letters := []rune(words[i])
		if n := utf8.RuneCountInString(words[i]); n < 5 || edits > 1 && n < 9 || strings.ContainsAny(words[i], "0123456789'-.") {
			continue
		}
		for range edits {
			letters = mistyped(r, letters)
		}
		if string(letters) != words[i] {
			words[i] = string(letters)
			return true
		}
	}
	return false
}

// mistyped is letters with one left out, doubled, changed, or swapped with the next.
func mistyped(r *rand.Rand, letters []rune) []rune {
	i := 1 + r.IntN(len(letters)-2)
	switch r.IntN(4) {
	case 0:
		return slices.Delete(slices.Clone(letters), i, i+1)
	case 1:
		return slices.Insert(slices.Clone(letters), i, letters[i])
	case 2:
		out := slices.Clone(letters)
		out[i] = rune('a' + r.IntN(26))
		return out
	}
	out := slices.Clone(letters)
	out[i], out[i+1] = out[i+1], out[i]
	return out
}
