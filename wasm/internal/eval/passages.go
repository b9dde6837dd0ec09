package eval

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// runes is a stretch of a text in characters, half open.
type runes struct{ start, end int }

// overlap is how many characters two stretches have in common.
func (r runes) overlap(o runes) int { return max(0, min(r.end, o.end)-max(r.start, o.start)) }

// passagePair is a passage of two documents, or a repetition in one.
type passagePair [2]runes

// passageMap holds passages by the names of their documents, the lesser first.
type passageMap map[namePair][]passagePair

func (m passageMap) add(a string, x runes, b string, y runes) {
	if a > b || a == b && x.start > y.start {
		a, b, x, y = b, a, y, x
	}
	m[namePair{a, b}] = append(m[namePair{a, b}], passagePair{x, y})
}

// keys lists the pairs of documents that one of the two has, in order.
func (m passageMap) keys(other passageMap) []namePair {
	var all []namePair
	for k := range m {
		all = append(all, k)
	}
	for k := range other {
		if _, both := m[k]; !both {
			all = append(all, k)
		}
	}
	slices.SortFunc(all, comparePairs)
	return all
}

// readPassages reads lines of id1, start1, end1, id2, start2, end2.
func readPassages(path string) (passageMap, error) {
	m := passageMap{}
	err := eachRow(path, 6, func(field []string) error {
		var n [6]int
		for _, i := range []int{1, 2, 4, 5} {
			var err error
			if n[i], err = strconv.Atoi(field[i]); err != nil {
				return err
			}
		}
		m.add(field[0], runes{n[1], n[2]}, field[3], runes{n[4], n[5]})
		return nil
	})
	return m, err
}

// passages is what the program shows of every pair of documents, and of
// repetitions within one, in characters of the files.
func (c *corpus) passages(ctx context.Context, files map[string][]byte) (passageMap, error) {
	m := passageMap{}
	rulers := map[string]*ruler{}
	for _, name := range c.sorted() {
		opened, err := c.document(ctx, name)
		if err != nil {
			return nil, err
		}
		if rulers[name], err = newRuler(string(files[name]), opened.Document.Text); err != nil {
			return nil, fmt.Errorf("eval: %s: %w", name, err)
		}
		for _, r := range opened.Repeats {
			m.add(name, rulers[name].runes(r.First), name, rulers[name].runes(r.Again))
		}
	}
	pairs, err := c.pairs(ctx)
	if err != nil {
		return nil, err
	}
	for key, p := range pairs {
		shared, err := c.shared(ctx, p)
		if err != nil {
			return nil, err
		}
		for _, s := range shared {
			m.add(key[0], rulers[key[0]].runes(s.Span), key[1], rulers[key[1]].runes(s.OtherSpan))
		}
	}
	return m, nil
}

// ruler turns bytes of a document's text into characters of the file.
type ruler struct {
	text string
	base int // characters of the file before the text
}

// newRuler makes one. The text must stand in the file as it is.
func newRuler(file, text string) (*ruler, error) {
	at := strings.Index(file, text)
	if at < 0 {
		return nil, fmt.Errorf("the text is not the file's")
	}
	return &ruler{text, utf8.RuneCountInString(file[:at])}, nil
}

func (r *ruler) runes(s protocol.Span) runes {
	start := r.base + utf8.RuneCountInString(r.text[:s.Start])
	return runes{start, start + utf8.RuneCountInString(s.Of(r.text))}
}

// PassageScore is the measure of PAN's text alignment in its micro form
// (Potthast et al. 2010, "An Evaluation Framework for Plagiarism Detection"):
// the characters marked on both sides, over all pairs of documents.
type PassageScore struct {
	Known, Found  int // passages
	Detected      int // of the known
	Precision     float64
	Recall        float64
	F1            float64
	Granularity   float64 // pieces a detected passage came in, 1 is best
	Plagdet       float64 // F1 / log2(1 + Granularity)
	Repeats, Seen int     // passages of one document with itself, those detected
}

// String is one line of a table.
func (s PassageScore) String() string {
	return fmt.Sprintf("plagdet %.4f  character F1 %.4f (precision %.4f, recall %.4f)  granularity %.4f  detected %d of %d (within one document %d of %d)",
		s.Plagdet, s.F1, s.Precision, s.Recall, s.Granularity, s.Detected, s.Known, s.Seen, s.Repeats)
}

// comparePassages scores found passages by known ones.
func comparePassages(known, found passageMap) (s PassageScore) {
	var marked, real, both, pieces int
	for _, key := range known.keys(found) {
		for side := range 2 {
			want, got := marks(known[key], side), marks(found[key], side)
			real, marked, both = real+length(want), marked+length(got), both+shared(want, got)
		}
		for _, k := range known[key] {
			n := detections(k, found[key])
			pieces += n
			s.Known++
			s.Detected += min(n, 1)
			if key[0] == key[1] {
				s.Repeats++
				s.Seen += min(n, 1)
			}
		}
		s.Found += len(found[key])
	}
	s.Precision, s.Recall = share(both, marked), share(both, real)
	s.F1 = harmonic(s.Precision, s.Recall)
	s.Granularity = max(1, float64(pieces)/float64(max(s.Detected, 1)))
	s.Plagdet = s.F1 / math.Log2(1+s.Granularity)
	return s
}

// detections counts the passages found that overlap a known one on both sides.
func detections(k passagePair, found []passagePair) (n int) {
	for _, f := range found {
		if k[0].overlap(f[0]) > 0 && k[1].overlap(f[1]) > 0 {
			n++
		}
	}
	return n
}

// marks is one side of passages: stretches in order and apart.
func marks(passages []passagePair, side int) []runes {
	var all []runes
	for _, p := range passages {
		all = append(all, p[side])
	}
	slices.SortFunc(all, func(a, b runes) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	out := all[:0]
	for _, r := range all {
		if n := len(out); n > 0 && r.start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, r.end)
		} else {
			out = append(out, r)
		}
	}
	return out
}

func length(marks []runes) (n int) {
	for _, m := range marks {
		n += m.end - m.start
	}
	return n
}

// shared is how many characters two lists of marks have in common.
func shared(a, b []runes) (n int) {
	for len(a) > 0 && len(b) > 0 {
		n += a[0].overlap(b[0])
		if a[0].end < b[0].end {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return n
}

// passageFaults names the pairs of documents whose marks are wrong by the most
// characters.
func passageFaults(known, found passageMap) (said []string) {
	type fault struct {
		key           namePair
		wrong, missed int
	}
	var all []fault
	for _, key := range known.keys(found) {
		f := fault{key: key}
		for side := range 2 {
			want, got := marks(known[key], side), marks(found[key], side)
			both := shared(want, got)
			f.wrong, f.missed = f.wrong+length(got)-both, f.missed+length(want)-both
		}
		if f.wrong+f.missed >= faultyCharacters {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b fault) int { return cmp.Compare(b.wrong+b.missed, a.wrong+a.missed) })
	for _, f := range all {
		said = append(said, fmt.Sprintf("%s %s: %d characters too many, %d missed", f.key[0], f.key[1], f.wrong, f.missed))
	}
	return said
}

// faultyCharacters is how wrong the marks of a pair are before it is named: a
// paragraph on both sides.
const faultyCharacters = 800
