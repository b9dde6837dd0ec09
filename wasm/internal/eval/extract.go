package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"

	"clippings/wasm/internal/extract"
	"clippings/wasm/internal/format"
	"clippings/wasm/protocol"
)

// Extraction is how well the article was found on one labelled set.
type Extraction struct {
	Set       string
	Input     string // "html", or "text" for the same pages flattened to lines
	Pages     int
	F1        float64
	Halves    [2]float64 // F1 of every other page, from the first and from the second: rules are made on the first half, tried on the second
	Precision float64
	Recall    float64
	BodyF1    float64     // the same of Document.Body alone, without headings and lists
	Worst     []PageScore // all pages, the worst first
}

// PageScore is one page of an Extraction.
type PageScore struct {
	ID                string
	Precision, Recall float64
}

// String is one line of a table.
func (e Extraction) String() string {
	return fmt.Sprintf("%-28s %-5s pages %4d  F1 %.4f  halves %.4f %.4f  precision %.4f  recall %.4f  body alone F1 %.4f", e.Set, e.Input, e.Pages, e.F1, e.Halves[0], e.Halves[1], e.Precision, e.Recall, e.BodyF1)
}

// ExtractionSets are the labelled sets of article extraction by the file of
// their truth, relative to the data folder. Files of segments hold sentences
// that must and must not be found; the others the article's text.
var ExtractionSets = []string{
	"html_cleaning_merged/truth_l3s_gn1.jsonl",
	"html_cleaning_merged/truth_dragnet_data.jsonl",
	"html_cleaning_merged/truth_cleaneval-dev.jsonl",
	"readability_pages/truth.jsonl",
	"trafilatura_eval/segments.jsonl",
}

// truthLine is a line of a truth file.
type truthLine struct {
	ID      string
	HTML    string
	Text    string
	With    []string
	Without []string
}

// ExtractSet reads the pages of one truth file below dir with package format
// and scores the article: 4-gram F1 counted as article-extraction-benchmark's
// evaluate.py does, or for segments the share of those found and wrongly found.
// With flat the page's text alone is given to the extractor, one line a block.
func ExtractSet(dir, set string, flat bool) (Extraction, error) {
	e := Extraction{Set: strings.TrimSuffix(set, ".jsonl"), Input: "html"}
	if flat {
		e.Input = "text"
	}
	truth, err := readTruth(filepath.Join(dir, set))
	if err != nil {
		return e, err
	}
	var total, body sums
	var half [2]sums
	for i, t := range truth {
		d, err := readPage(filepath.Join(filepath.Dir(filepath.Join(dir, set)), t.HTML), flat)
		if err != nil {
			return e, fmt.Errorf("eval: %s: %w", t.ID, err)
		}
		p := scorePage(t, articleText(d))
		total.add(p)
		half[i%2].add(p)
		body.add(scorePage(t, d.Body()))
		e.Worst = append(e.Worst, PageScore{ID: t.ID, Precision: p.precision(), Recall: p.recall()})
	}
	e.Pages = len(truth)
	for i := range half {
		_, _, e.Halves[i] = half[i].means(len(truth[0].With) > 0)
	}
	_, _, e.BodyF1 = body.means(len(truth[0].With) > 0)
	e.Precision, e.Recall, e.F1 = total.means(len(truth[0].With) > 0)
	sort.SliceStable(e.Worst, func(i, j int) bool {
		return e.Worst[i].Precision+e.Worst[i].Recall < e.Worst[j].Precision+e.Worst[j].Recall
	})
	return e, nil
}

func readTruth(path string) ([]truthLine, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []truthLine
	r := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var t truthLine
			if err := json.Unmarshal(line, &t); err != nil {
				return nil, fmt.Errorf("eval: %s: %w", path, err)
			}
			out = append(out, t)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("eval: %s holds no truth", path)
	}
	return out, nil
}

// readPage is the document of a page; one without text is an empty document.
func readPage(path string, flat bool) (*protocol.Document, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	d := &protocol.Document{}
	r := format.Reader{Yield: func() error { return nil }}
	err = r.Read(filepath.Base(path), bytes.NewReader(data), func(e format.Entry) error {
		if e.Document != nil {
			d = e.Document
		}
		return nil
	})
	if flat {
		d = &protocol.Document{Text: d.Text}
		extract.Extract(d, extract.Input{})
	}
	return d, err
}

// articleText is all that a reader of the article reads from its first
// paragraph on: body, quotations, headings between and lists, in order.
func articleText(d *protocol.Document) string {
	var b strings.Builder
	body := false
	for _, p := range d.Paragraphs {
		switch p.Role {
		case protocol.RoleBody, protocol.RoleQuote:
			body = true
		case protocol.RoleHeading, protocol.RoleBullet:
			if !body && p.Role == protocol.RoleHeading {
				continue
			}
		default:
			continue
		}
		b.WriteString(p.Of(d.Text))
		b.WriteByte('\n')
	}
	return b.String()
}

// A pageCount counts what was found rightly, wrongly, and missed.
type pageCount struct{ tp, fp, fn float64 }

func (c pageCount) precision() float64 {
	if c.fp == 0 && c.fn == 0 {
		return 1
	}
	return ratio(c.tp, c.tp+c.fp)
}

func (c pageCount) recall() float64 {
	if c.fp == 0 && c.fn == 0 {
		return 1
	}
	return ratio(c.tp, c.tp+c.fn)
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// sums adds pages up both ways: means of pages, and counts over all.
type sums struct {
	p, r    float64
	np, nr  int
	counted pageCount
}

func (s *sums) add(c pageCount) {
	if c.tp+c.fp > 0 {
		s.p, s.np = s.p+c.precision(), s.np+1
	}
	if c.tp+c.fn > 0 {
		s.r, s.nr = s.r+c.recall(), s.nr+1
	}
	s.counted.tp, s.counted.fp, s.counted.fn = s.counted.tp+c.tp, s.counted.fp+c.fp, s.counted.fn+c.fn
}

func (s *sums) means(overall bool) (p, r, f1 float64) {
	p, r = ratio(s.p, float64(s.np)), ratio(s.r, float64(s.nr))
	if overall {
		p, r = s.counted.precision(), s.counted.recall()
	}
	return p, r, ratio(2*p*r, p+r)
}

// scorePage compares the text found with the truth of a page.
func scorePage(t truthLine, got string) pageCount {
	if len(t.With) > 0 || len(t.Without) > 0 {
		return scoreSegments(t, got)
	}
	return ScoreText(t.Text, got)
}

func scoreSegments(t truthLine, got string) pageCount {
	var c pageCount
	for _, s := range t.With {
		if strings.Contains(got, s) {
			c.tp++
		} else {
			c.fn++
		}
	}
	for _, s := range t.Without {
		if strings.Contains(got, s) {
			c.fp++
		}
	}
	return c
}

// ScoreText counts the 4-grams of words that want and got share, as shares of
// all of them.
func ScoreText(want, got string) pageCount {
	a, b := grams(want), grams(got)
	var c pageCount
	for g, n := range b {
		shared := min(n, a[g])
		c.tp += float64(shared)
		c.fp += float64(n - shared)
	}
	for g, n := range a {
		c.fn += float64(n - min(n, b[g]))
	}
	if sum := c.tp + c.fp + c.fn; sum > 0 {
		c.tp, c.fp, c.fn = c.tp/sum, c.fp/sum, c.fn/sum
	}
	return c
}

// grams counts runs of four words; a text of fewer is one.
func grams(text string) map[string]int {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
	out := map[string]int{}
	if len(words) == 0 {
		return out
	}
	for i := 0; i < max(1, len(words)-3); i++ {
		out[strings.Join(words[i:min(len(words), i+4)], " ")]++
	}
	return out
}
