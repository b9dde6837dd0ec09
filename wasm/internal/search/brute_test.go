package search

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// testDoc is a document with its words as a plain evaluator wants them.
type testDoc struct {
	name       string
	group      uint32
	key        int64
	outlet     string
	text       string
	paragraphs []protocol.Paragraph
	words      []testWord // those that are indexed
	length     uint32
}

// testWord is a word of a document.
type testWord struct {
	surface  string
	forms    []string // term and, if it is another, folded
	position uint32
	field    index.Field
	run      int
}

var testVocabulary = strings.Fields("a b c ab abc ac ba peace peaceful talks talk Kiev Kyiv programme program programs café cafe Cafe naïve 日本 don't a-b 2025 " +
	"election elections electoin Election government govermnent governments goverments Brücke Brücken Brückensperrung Autobahnbrücke U.S. US 서울 서울에서 東京タワー タワー テレビタワー voting vote votes voter")

var testRoles = []protocol.Role{
	protocol.RoleTitle, protocol.RoleBody, protocol.RoleBody, protocol.RoleBody, protocol.RoleCaption,
	protocol.RoleFurniture, protocol.RoleByline, protocol.RoleSubtitle, protocol.RoleRepeat,
}

var testOutlets = []string{"", "Morning Post", "Evening Star", "ap"}

// anyWord is a word of the vocabulary, those at its beginning far more often.
func anyWord(r *rand.Rand) string {
	n := len(testVocabulary)
	return testVocabulary[min(r.IntN(n), r.IntN(n))]
}

func newTestDoc(r *rand.Rand, n int) testDoc {
	d := testDoc{name: fmt.Sprintf("%03d", r.IntN(1000)) + fmt.Sprint(n), key: int64(r.IntN(5)), outlet: testOutlets[r.IntN(4)]}
	if r.IntN(3) == 0 {
		d.group = 1 + uint32(r.IntN(5))
	}
	for range r.IntN(6) {
		start := len(d.text)
		for range 1 + r.IntN(12) {
			d.text += anyWord(r) + " "
		}
		p := protocol.Paragraph{Role: testRoles[r.IntN(len(testRoles))]}
		p.Span = protocol.Span{Start: uint32(start), End: uint32(len(d.text) - 1)}
		d.paragraphs = append(d.paragraphs, p)
		d.text += "\n"
	}
	d.read()
	return d
}

// read finds the indexed words of the document.
func (d *testDoc) read() {
	var s analysis.Scanner
	s.Reset(d.text)
	run := -1
	for s.Next() {
		for _, p := range d.paragraphs {
			f, ok := FieldOf(p.Role)
			if !ok || s.Start() < p.Start || s.Start() >= p.End {
				continue
			}
			if run < 0 || d.words[len(d.words)-1].field != f {
				run++
			}
			w := testWord{surface: d.text[s.Start():s.End()], forms: []string{string(s.Term())}, position: s.Position(), field: f, run: run}
			if folded := string(s.Folded()); folded != w.forms[0] {
				w.forms = append(w.forms, folded)
			}
			if f != index.Furniture {
				d.length += f.Weight()
			}
			d.words = append(d.words, w)
		}
	}
}

// brute evaluates queries by looking at every word of every document.
type brute struct {
	docs  []testDoc
	langs bool // forms are looked for
	typos bool // of all words
}

// dictionary is how many documents hold each term of articles, or of furniture.
func (b *brute) dictionary(aside bool) map[string]uint64 {
	out := map[string]uint64{}
	for i := range b.docs {
		for _, w := range b.docs[i].words {
			if (w.field == index.Furniture) != aside {
				continue
			}
			for _, f := range w.forms {
				out[f] += 1 << 32
			}
		}
		for f, n := range out { // those met in this document, once
			if n >= 1<<32 {
				out[f] = n&(1<<32-1) + 1
			}
		}
	}
	return out
}

// sums is the statistics without the words.
func (b *brute) sums() (st protocol.Stats) {
	st.Documents = uint64(len(b.docs))
	for _, d := range b.docs {
		st.Length += uint64(d.length)
	}
	return st
}

func noYield() error { return nil }
