package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

type hitLine struct {
	Query   string      `json:"query"`
	Rank    int         `json:"rank"`
	ID      string      `json:"id"`
	Score   float64     `json:"score"`
	Title   string      `json:"title"`
	Snippet string      `json:"snippet"`
	Matches [][2]uint32 `json:"matches"` // in snippet
	Copies  uint32      `json:"copies"`  // with -fold: others of its group that match too
	Typos   uint8       `json:"typos,omitempty"`
	Missing uint8       `json:"missing,omitempty"` // words of the query that are not in it
	Why     *whyLine    `json:"why,omitempty"`     // with -explain
}

// trecDepth is how many documents a TREC run lists for a query at the most.
const trecDepth = 1000

// numbered is a query of a list.
type numbered struct{ number, text string }

// searching is what the flags of a search say.
type searching struct {
	query   protocol.Query
	limit   uint
	trec    string
	explain bool
	count   bool
	facets  bool
}

// orders are the values of -order.
var orders = map[string]protocol.HitOrder{
	"best": protocol.BestFirst, "newest": protocol.LatestFirst, "oldest": protocol.EarliestFirst,
	"longest": protocol.LongestFirst, "shortest": protocol.ShortestFirst,
}

func runSearch(ctx context.Context, e *environment, args []string) error {
	var queries list
	var s searching
	e.flags.Var(&queries, "q", "a `query`; may be given several times")
	file := e.flags.String("queries", "", "a `file` of queries, a line each: number, tab, query")
	e.flags.StringVar(&s.trec, "trec", "", "print a TREC run under this `name`")
	anyWord := e.flags.Bool("any", false, "rank documents that match any of the words")
	fold := e.flags.Bool("fold", false, "make copies one hit, as in the page")
	order := e.flags.String("order", "best", "`what` stands first: best, newest, oldest, longest, shortest")
	e.flags.UintVar(&s.limit, "limit", 20, "hits of a query at the most")
	e.flags.BoolVar(&s.query.Exactly, "exactly", false, "words as they are spelt: no other inflection, no typo forgiven")
	e.flags.BoolVar(&s.explain, "explain", false, "tell of each hit why it stands where it stands")
	e.flags.BoolVar(&s.count, "count", false, "print no hits, but how much each query finds")
	e.flags.BoolVar(&s.facets, "facets", false, "print no hits, but what the documents found have in common")
	paths, err := e.parse(args)
	if err != nil {
		return err
	}
	asked, err := queriesOf(queries, *file)
	if err != nil {
		return err
	}
	var known bool
	if s.query.Order, known = orders[*order]; !known || len(asked) == 0 {
		e.flags.Usage()
		return errUsage
	}
	if *anyWord {
		s.query.Match = protocol.MatchAny
	}
	if !*fold {
		s.query.Fold = protocol.FoldNothing
	}
	corpus, _, err := e.load(ctx, paths)
	if err != nil {
		return err
	}
	for _, q := range asked {
		if err := e.search(ctx, corpus, s.of(q)); err != nil {
			return err
		}
	}
	return nil
}

// of is the search for one of the queries.
func (s searching) of(q numbered) oneSearch {
	s.query.Text = q.text
	if s.trec != "" {
		s.limit = trecDepth
	}
	return oneSearch{searching: s, number: q.number}
}

// oneSearch is a search for one query.
type oneSearch struct {
	searching
	number string
}

func (e *environment) search(ctx context.Context, corpus *coord.Corpus, s oneSearch) error {
	switch {
	case s.count:
		return e.printCount(ctx, corpus, s.query)
	case s.facets:
		return e.printFacets(ctx, corpus, s.query)
	}
	results, err := corpus.Search(ctx, coord.Search{Query: s.query, Limit: uint32(min(s.limit, 1<<31))})
	if err != nil {
		return err
	}
	e.printFaults(s.query.Text, results.Errors)
	e.printSpellings(s.query.Text, results.Also, results.Some)
	if s.trec != "" {
		return e.printRun(s, results)
	}
	for i, h := range results.Hits {
		line := hitLineOf(h)
		line.Query, line.Rank = s.query.Text, i+1
		if s.explain {
			why, err := corpus.Explain(ctx, s.query, h.Summary.ID)
			if err != nil {
				return err
			}
			line.Why = whyOf(why)
		}
		if err := e.out.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

func hitLineOf(h coord.Hit) hitLine {
	line := hitLine{
		ID: h.Summary.Name, Score: h.Score, Title: h.Summary.Title,
		Matches: [][2]uint32{}, Copies: h.Copies, Typos: h.Typos, Missing: h.Missing,
	}
	best, _ := h.Best()
	line.Snippet = best.Text
	for _, m := range best.Matches {
		line.Matches = append(line.Matches, bounds(m))
	}
	return line
}

// printRun prints hits as a TREC run has them. Its readers sort by score: where
// more than the score decides, the rank stands for it.
func (e *environment) printRun(s oneSearch, results coord.Results) error {
	for i, h := range results.Hits {
		score := h.Score
		if s.query.Match != protocol.MatchAny {
			score = float64(trecDepth - i)
		}
		_, err := fmt.Fprintf(e.plain, "%s Q0 %s %d %.6f %s\n", s.number, h.Summary.Name, i+1, score, s.trec)
		if err != nil {
			return err
		}
	}
	return nil
}

// printFaults tells on standard error what is wrong with a query. Characters are
// counted from 1, as in the page.
func (e *environment) printFaults(text string, faults []protocol.QueryError) {
	for _, fault := range faults {
		place := utf8.RuneCountInString(text[:min(int(fault.Span.Start), len(text))]) + 1
		fmt.Fprintf(e.err, "clippings search: %q, character %d: %s; %s\n", text, place, fault.Message, fault.Remedy)
	}
}

// printSpellings tells on standard error what else was searched for.
func (e *environment) printSpellings(text string, also []coord.Spelling, some bool) {
	for _, s := range also {
		if others := slices.Concat(s.Typos, s.Forms); len(others) > 0 {
			fmt.Fprintf(e.err, "clippings search: %q: for %s also %s\n", text, s.Word, strings.Join(others, ", "))
		}
	}
	if some {
		fmt.Fprintf(e.err, "clippings search: %q: no document has all of it; these have some\n", text)
	}
}

// queriesOf numbers the queries given one by one and adds those of a file.
func queriesOf(given list, file string) ([]numbered, error) {
	var asked []numbered
	for i, q := range given {
		asked = append(asked, numbered{fmt.Sprint(i + 1), q})
	}
	if file == "" {
		return asked, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		number, text, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			return nil, fmt.Errorf("%s: line %d: want number, tab, query", file, n)
		}
		asked = append(asked, numbered{number, text})
	}
	return asked, lines.Err()
}
