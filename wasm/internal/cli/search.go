package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

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
}

// trecDepth is how many documents a TREC run lists for a query at the most.
const trecDepth = 1000

// numbered is a query of a list.
type numbered struct{ number, text string }

func runSearch(ctx context.Context, e *environment, args []string) error {
	var queries list
	e.flags.Var(&queries, "q", "a `query`; may be given several times")
	file := e.flags.String("queries", "", "a `file` of queries, a line each: number, tab, query")
	trec := e.flags.String("trec", "", "print a TREC run under this `name`")
	anyWord := e.flags.Bool("any", false, "rank documents that match any of the words")
	fold := e.flags.Bool("fold", false, "make copies one hit, as in the page")
	limit := e.flags.Uint("limit", 20, "hits of a query at the most")
	paths, err := e.parse(args)
	if err != nil {
		return err
	}
	asked, err := queriesOf(queries, *file)
	if err != nil {
		return err
	}
	if len(asked) == 0 {
		e.flags.Usage()
		return errUsage
	}
	corpus, _, err := e.load(ctx, paths)
	if err != nil {
		return err
	}
	if *trec != "" {
		*limit = trecDepth
	}
	match, folds := protocol.MatchAll, protocol.FoldNothing
	if *anyWord {
		match = protocol.MatchAny
	}
	if *fold {
		folds = protocol.FoldCopies
	}
	for _, q := range asked {
		results, err := corpus.Search(ctx, coord.Search{
			Query: protocol.Query{Text: q.text, Match: match, Fold: folds}, Limit: uint32(min(*limit, 1<<31)),
		})
		if err != nil {
			return err
		}
		if err := e.printResults(q, *trec, results); err != nil {
			return err
		}
	}
	return nil
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

func (e *environment) printResults(q numbered, trec string, results coord.Results) error {
	for _, fault := range results.Errors {
		fmt.Fprintf(e.err, "clippings search: %q, character %d: %s %s\n", q.text, fault.Span.Start, fault.Message, fault.Remedy)
	}
	for i, h := range results.Hits {
		if trec != "" {
			_, err := fmt.Fprintf(e.plain, "%s Q0 %s %d %.6f %s\n", q.number, h.Summary.Name, i+1, h.Score, trec)
			if err != nil {
				return err
			}
			continue
		}
		line := hitLine{
			Query: q.text, Rank: i + 1, ID: h.Summary.Name, Score: h.Score,
			Title: h.Summary.Title, Matches: [][2]uint32{}, Copies: h.Copies,
		}
		if len(h.Snippets) > 0 {
			line.Snippet = h.Snippets[0].Text
			for _, m := range h.Snippets[0].Matches {
				line.Matches = append(line.Matches, bounds(m))
			}
		}
		if err := e.out.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
