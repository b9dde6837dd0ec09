package eval

import (
	"context"

	"clippings/wasm/internal/analysis"
)

// shingleLen is the number of words in a shingle.
const shingleLen = 5

// words is what the program compares of each document, by name: the folded words
// of its running text without courtesy titles.
func (c *corpus) words(ctx context.Context) (map[string][]uint64, error) {
	var scan analysis.Scanner
	all := make(map[string][]uint64, len(c.ids))
	for _, name := range c.sorted() {
		opened, err := c.document(ctx, name)
		if err != nil {
			return nil, err
		}
		d := &opened.Document
		words := []uint64{}
		for _, p := range d.Paragraphs {
			if !p.Role.IsRunning() {
				continue
			}
			for scan.Reset(p.Of(d.Text)); scan.Next(); {
				if !scan.Title() {
					words = append(words, scan.Hash())
				}
			}
		}
		all[name] = words
	}
	return all, nil
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
