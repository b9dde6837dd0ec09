package dedup

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// The tests of this file measure on labelled sets that are not part of the
// project: CLIPPINGS_DATA names the folder that holds them unpacked.

func dataFolder(t testing.TB, set string) string {
	t.Helper()
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("CLIPPINGS_DATA names no folder of labelled sets")
	}
	dir = filepath.Join(dir, set)
	if _, err := os.Stat(dir); err != nil {
		t.Skip(err)
	}
	return dir
}

// textDoc is a document with its text and where its words stand in it.
type textDoc struct {
	testDoc
	text  string
	words []protocol.Span
}

// analyze makes a document of a text, of which it takes the article's running
// text as the program does.
func analyze(name, title, text string) textDoc {
	doc := protocol.Document{Text: text}
	extract.Extract(&doc, extract.Input{})
	d := textDoc{text: text, testDoc: testDoc{Doc: newDoc(name, doc.Agency, doc.Date)}}
	for _, p := range doc.Paragraphs {
		if p.Role.IsRunning() {
			d.addWords(p.Span)
		}
	}
	if title == "" {
		title = doc.Title
	}
	d.title = termsOf(title)
	return d
}

func newDoc(name, agency, date string) cluster.Doc {
	return cluster.Doc{Name: name, Agency: agency, Day: dayOf(date), Minute: cluster.NoMinute}
}

func (d *textDoc) addWords(span protocol.Span) {
	var s analysis.Scanner
	s.Reset(span.Of(d.text))
	for s.Next() {
		if h, ok := s.Compared(); ok {
			d.terms = append(d.terms, h)
			d.words = append(d.words, protocol.Span{Start: span.Start + s.Start(), End: span.Start + s.End()})
		}
	}
}

func termsOf(text string) []uint64 {
	d := textDoc{text: text}
	d.addWords(protocol.Span{End: uint32(len(text))})
	return d.terms
}

// dayOf is the day of a date that begins 2006-01-02.
func dayOf(date string) int32 {
	t, err := time.Parse(time.DateOnly, date[:min(len(date), 10)])
	if err != nil {
		return protocol.NoDay
	}
	return int32(t.Unix() / 86400)
}

// readSet reads the documents of a set.
func readSet(t testing.TB, set string) []textDoc {
	t.Helper()
	var docs []textDoc
	eachLine(t, set, func(line string) {
		var in struct{ ID, Title, Date, Text string }
		if err := json.Unmarshal([]byte(line), &in); err != nil {
			t.Fatal(err)
		}
		d := analyze(in.ID, in.Title, in.Text)
		if in.Date != "" {
			d.Day = dayOf(in.Date)
		}
		docs = append(docs, d)
	})
	return docs
}

func eachLine(t testing.TB, path string, do func(line string)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		do(sc.Text())
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
}

// numbered gives documents their IDs and makes them one shard.
func numbered(docs []textDoc) testCorpus {
	c := make(testCorpus, len(docs))
	for i := range docs {
		docs[i].ID = protocol.NewDocID(uint32(i), 0)
		c[i] = docs[i].testDoc
	}
	return c
}

// pairScore is precision and recall over pairs of documents in one cluster.
type pairScore struct{ truth, found, both int }

func (s pairScore) precision() float64 { return float64(s.both) / float64(max(s.found, 1)) }
func (s pairScore) recall() float64    { return float64(s.both) / float64(max(s.truth, 1)) }
func (s pairScore) f1() float64 {
	return 2 * float64(s.both) / float64(max(s.truth+s.found, 1))
}

// scoreClusters compares two labelings, in which "" is a cluster of its own.
func scoreClusters(truth, found []string) pairScore {
	var s pairScore
	for i := range truth {
		for j := range i {
			same, put := truth[i] != "" && truth[i] == truth[j], found[i] != "" && found[i] == found[j]
			if same {
				s.truth++
			}
			if put {
				s.found++
			}
			if same && put {
				s.both++
			}
		}
	}
	return s
}

func TestWireEdits(t *testing.T) {
	dir := dataFolder(t, "wire_edits_dev")
	docs := readSet(t, filepath.Join(dir, "docs.jsonl"))
	corpus := numbered(docs)
	r := exchange(t, []testCorpus{corpus}, DefaultParams())

	labels := map[string]string{}
	eachLine(t, filepath.Join(dir, "labels.tsv"), func(line string) {
		if f := strings.Split(line, "\t"); len(f) == 2 {
			labels[f[0]] = f[1]
		}
	})
	var truth, found []string
	for _, d := range docs {
		truth = append(truth, labels[d.Name])
		group := ""
		if g := r.groups[corpus[len(found)].ID]; g != 0 {
			group = strconv.Itoa(int(g))
		}
		found = append(found, group)
	}
	s := scoreClusters(truth, found)
	t.Logf("copies: pair precision %.3f recall %.3f F1 %.3f", s.precision(), s.recall(), s.f1())
	if s.f1() < 0.95 {
		t.Error("pair F1 is under 0.95")
	}
	scorePassages(t, filepath.Join(dir, "passages.tsv"), docs, r)
}

// TestSameEvents measures stories on triples of reports of one event each,
// written apart, with and without their dates.
func TestSameEvents(t *testing.T) {
	docs := readSet(t, filepath.Join(dataFolder(t, "basil"), "docs.jsonl"))
	var truth []string
	for _, d := range docs {
		truth = append(truth, d.Name[:strings.LastIndex(d.Name, "_")])
	}
	for _, dated := range []bool{true, false} {
		for i := range docs {
			if !dated {
				docs[i].Day = protocol.NoDay
			}
		}
		corpus := numbered(docs)
		r := exchange(t, []testCorpus{corpus}, DefaultParams())
		story := r.storyOf()
		var found []string
		for _, d := range corpus {
			found = append(found, story[d.ID])
		}
		s := scoreClusters(truth, found)
		t.Logf("dated %v: pair precision %.3f recall %.3f F1 %.3f; %d groups of copies",
			dated, s.precision(), s.recall(), s.f1(), len(r.Groups))
		if len(r.Groups) > 0 || s.f1() < 0.95 {
			t.Error("reports written apart are copies, or F1 is under 0.95")
		}
	}
}

// storyOf is the story of each document, "" of one that is alone.
func (r *result) storyOf() map[protocol.DocID]string {
	of := map[protocol.DocID]string{}
	for i, s := range r.Stories {
		if ids := s.DocIDs(); len(ids) > 1 {
			for _, id := range ids {
				of[id] = strconv.Itoa(i)
			}
		}
	}
	return of
}

// TestSeeds checks the five labelled articles on one event: one edited copy,
// credited to an agency in its longer version, and one story.
func TestSeeds(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_SEEDS")
	if dir == "" {
		t.Skip("CLIPPINGS_SEEDS names no folder of labelled articles")
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(paths) != 5 {
		t.Fatalf("found %d articles, %v", len(paths), err)
	}
	var docs []textDoc
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, analyze(filepath.Base(path), "", string(text)))
	}
	corpus := numbered(docs)
	r := exchange(t, []testCorpus{corpus}, DefaultParams())
	if len(r.Groups) != 1 || r.Groups[0].Representative != corpus[1].ID ||
		len(r.Groups[0].Members) != 1 || r.Groups[0].Members[0].A != corpus[0].ID || !r.Groups[0].Members[0].Uncredited {
		t.Errorf("groups %+v, want 001 for 000 alone", r.Groups)
	}
	if len(r.Stories) != 1 || r.Stories[0].Documents() != 5 {
		t.Errorf("stories %+v, want one of five", r.Stories)
	}
	for _, x := range r.Edges {
		t.Logf("%+v", x)
	}
}

// TestSameStory measures stories on pairs of news reports that people judged
// from 1, the same story, to 4.
func TestSameStory(t *testing.T) {
	dir := dataFolder(t, "semeval22_news_similarity")
	docs := readSet(t, filepath.Join(dir, "docs_en.jsonl"))
	corpus := numbered(docs)
	of := exchange(t, []testCorpus{corpus}, DefaultParams()).storyOf()
	story := map[string]string{}
	for _, d := range corpus {
		story[d.Name] = of[d.ID]
	}
	var joined, all [4]int // by judgement, rounded
	eachLine(t, filepath.Join(dir, "pairs_en.tsv"), func(line string) {
		f := strings.Split(line, "\t")
		judged, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			return
		}
		at := int(math.Round(judged)) - 1
		all[at]++
		if story[f[0]] != "" && story[f[0]] == story[f[1]] {
			joined[at]++
		}
	})
	t.Logf("joined of pairs judged 1 to 4: %v of %v", joined, all)
}
