package dedup

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"clippings/wasm/internal/align"
	"clippings/wasm/protocol"
)

// charPassage is a passage in characters of two texts.
type charPassage struct{ a, b [2]int }

func (p charPassage) overlaps(q charPassage) bool {
	return p.a[1] > q.a[0] && p.a[0] < q.a[1] && p.b[1] > q.b[0] && p.b[0] < q.b[1]
}

// passageMap holds passages by the names of their two documents, the lesser first.
type passageMap map[string][]charPassage

// scorePassages measures the passages of all edges as PAN does: characters
// marked on both sides, over all pairs, and how many pieces a passage came in.
func scorePassages(t *testing.T, path string, docs []textDoc, r *result) {
	truth, found := readPassages(t, path), findPassages(docs, r)
	truthLen, foundLen, both, detected, pieces := 0, 0, 0, 0, 0
	keys := map[string]bool{}
	for k := range truth {
		keys[k] = true
	}
	for k := range found {
		keys[k] = true
	}
	for k := range keys {
		for side := range 2 {
			x, y := markOf(truth[k], side), markOf(found[k], side)
			truthLen, foundLen = truthLen+len(x), foundLen+len(y)
			for at := range x {
				if y[at] {
					both++
				}
			}
		}
		for _, p := range truth[k] {
			n := 0
			for _, q := range found[k] {
				if p.overlaps(q) {
					n++
				}
			}
			pieces += n
			detected += min(n, 1)
		}
	}
	f1 := 2 * float64(both) / float64(truthLen+foundLen)
	granularity := float64(pieces) / float64(max(detected, 1))
	plagdet := f1 / math.Log2(1+granularity)
	t.Logf("passages: precision %.3f recall %.3f F1 %.3f granularity %.3f plagdet %.3f",
		float64(both)/float64(foundLen), float64(both)/float64(truthLen), f1, granularity, plagdet)
	if plagdet < 0.9 {
		t.Error("plagdet is under 0.9")
	}
}

// readPassages reads the labels: name, from and to of one side, then the other.
func readPassages(t *testing.T, path string) passageMap {
	truth := passageMap{}
	eachLine(t, path, func(line string) {
		f := strings.Split(line, "\t")
		n := make([]int, 6)
		for i := range n {
			n[i], _ = strconv.Atoi(f[i])
		}
		p := charPassage{[2]int{n[1], n[2]}, [2]int{n[4], n[5]}}
		if f[0] > f[3] {
			f[0], f[3], p.a, p.b = f[3], f[0], p.b, p.a
		}
		if n[2] > 0 {
			truth[f[0]+" "+f[3]] = append(truth[f[0]+" "+f[3]], p)
		}
	})
	return truth
}

// findPassages finds those of all edges, and what documents say twice.
func findPassages(docs []textDoc, r *result) passageMap {
	found := passageMap{}
	whole := map[protocol.DocID]*textDoc{} // with furniture and second printings
	for _, d := range docs {
		w := &textDoc{text: d.text, testDoc: testDoc{Doc: d.Doc}}
		w.addWords(protocol.Span{End: uint32(len(d.text))})
		whole[d.ID] = w
		for _, p := range align.Repeats(w.terms, 30) {
			found[d.Name+" "+d.Name] = append(found[d.Name+" "+d.Name], charPassage{w.runes(p.First), w.runes(p.Again)})
		}
	}
	var c align.Comparer
	for _, x := range r.pairs() {
		a, b := whole[x[0]], whole[x[1]]
		if a.Name > b.Name {
			a, b = b, a
		}
		c.Reset(align.Text{Words: a.terms})
		for _, p := range c.Passages(align.Text{Words: b.terms}) {
			found[a.Name+" "+b.Name] = append(found[a.Name+" "+b.Name], charPassage{a.runes(p.A), b.runes(p.B)})
		}
	}
	return found
}

// runes turns a range of words into one of characters of the text.
func (d *textDoc) runes(words [2]uint32) [2]int {
	from := len([]rune(d.text[:d.words[words[0]].Start]))
	return [2]int{from, from + len([]rune(d.text[d.words[words[0]].Start:d.words[words[1]-1].End]))}
}

func markOf(passages []charPassage, side int) map[int]bool {
	m := map[int]bool{}
	for _, p := range passages {
		span := p.a
		if side == 1 {
			span = p.b
		}
		for i := span[0]; i < span[1]; i++ {
			m[i] = true
		}
	}
	return m
}

// pairs is all pairs of documents whose texts share wording or are one.
func (r *result) pairs() [][2]protocol.DocID {
	of := make([][]protocol.DocID, len(r.Shingles)) // by text
	var all [][2]protocol.DocID
	for _, d := range r.Docs {
		for _, other := range of[d.Text] {
			all = append(all, [2]protocol.DocID{other, d.ID})
		}
		of[d.Text] = append(of[d.Text], d.ID)
	}
	for _, x := range r.Edges {
		for _, a := range of[x.A] {
			for _, b := range of[x.B] {
				all = append(all, [2]protocol.DocID{a, b})
			}
		}
	}
	return all
}
