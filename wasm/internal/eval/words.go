package eval

import (
	"context"

	"clippings/wasm/internal/analysis"
)

// shingleLen is the number of words in a shingle.
const shingleLen = 5

// running is the paragraphs of each document that the program compares, by name.
func (c *corpus) running(ctx context.Context) (map[string][]string, error) {
	all := make(map[string][]string, len(c.ids))
	for _, name := range c.sorted() {
		opened, err := c.document(ctx, name)
		if err != nil {
			return nil, err
		}
		d := &opened.Document
		var texts []string
		for _, p := range d.Paragraphs {
			if p.Role.IsRunning() {
				texts = append(texts, p.Of(d.Text))
			}
		}
		all[name] = texts
	}
	return all, nil
}

// wordsOf is the folded words of texts without courtesy titles, by which they are
// compared.
func wordsOf(texts map[string][]string) map[string][]uint64 {
	var scan analysis.Scanner
	all := make(map[string][]uint64, len(texts))
	for name, paragraphs := range texts {
		words := []uint64{}
		for _, text := range paragraphs {
			for scan.Reset(text); scan.Next(); {
				if hash, ok := scan.Compared(); ok {
					words = append(words, hash)
				}
			}
		}
		all[name] = words
	}
	return all
}

// A shingle is five words in a row as they are. A text of fewer words has one
// shingle, filled with zeros.
type shingle [shingleLen]uint64

// shingles is the set of shingles of a text.
func shingles(words []uint64) map[shingle]bool {
	set := map[shingle]bool{}
	if n := len(words); n > 0 && n < shingleLen {
		var s shingle
		copy(s[:], words)
		set[s] = true
	}
	for i := 0; i+shingleLen <= len(words); i++ {
		set[shingle(words[i:i+shingleLen])] = true
	}
	return set
}
