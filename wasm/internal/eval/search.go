package eval

import (
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// classics are collections with questions and the documents that answer them, by
// the nDCG@10 that plain BM25 reaches, without other forms of a word and with the
// plural made the singular: k1 0.9, b 0.4, 33 stop words.
var classics = []struct {
	name              string
	plain, singulared float64
}{
	{"cranfield", 0.3311, 0.3385},
	{"cisi", 0.3263, 0.3611},
	{"cacm", 0.3915, 0.4445},
}

// runSearch measures ranking: questions in full sentences, documents that hold any
// of the words, by score.
func runSearch(ctx context.Context, w io.Writer, dir string) error {
	for _, c := range classics {
		folder := filepath.Join(dir, "ir_classic", c.name)
		r, err := rankClassic(ctx, folder)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%-10s %3d queries  nDCG@10 %.4f  MAP %.4f  MRR %.4f   plain BM25 %.4f, with singulars %.4f\n",
			c.name, r.queries, r.gain, r.precision, r.first, c.plain, c.singulared)
	}
	return nil
}

// ranking is how well a collection was ranked, on average over its queries.
type ranking struct {
	queries                int
	gain, precision, first float64 // nDCG@10, average precision, reciprocal rank
}

func rankClassic(ctx context.Context, folder string) (ranking, error) {
	lines, err := readJSONLines(filepath.Join(folder, "docs.jsonl"))
	if err != nil {
		return ranking{}, err
	}
	in, err := dropLines(lines)
	if err != nil {
		return ranking{}, err
	}
	c, err := in.build(ctx)
	if err != nil {
		return ranking{}, err
	}
	relevant, err := readJudgements(filepath.Join(folder, "qrels.txt"))
	if err != nil {
		return ranking{}, err
	}
	var r ranking
	err = eachRow(filepath.Join(folder, "queries.tsv"), 2, func(field []string) error {
		judged := relevant[field[0]]
		if len(judged) == 0 {
			return nil
		}
		found, err := c.Search(ctx, coord.Search{Query: asked(field[1]), Limit: 1000})
		if err != nil {
			return err
		}
		r.add(c, found.Hits, judged)
		return nil
	})
	n := float64(max(r.queries, 1))
	r.gain, r.precision, r.first = r.gain/n, r.precision/n, r.first/n
	return r, err
}

// asked is a question as words of which any may stand in a document.
func asked(question string) protocol.Query {
	words := strings.FieldsFunc(question, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-' && r != '.'
	})
	for i := range words {
		words[i] = strings.ToLower(strings.Trim(words[i], "-.'"))
	}
	return protocol.Query{Text: strings.Join(words, " "), Match: protocol.MatchAny, Fold: protocol.FoldNothing}
}

// add takes the answer to one query.
func (r *ranking) add(c *corpus, hits []coord.Hit, judged map[string]float64) {
	r.queries++
	best := make([]float64, 0, len(judged))
	for _, gain := range judged {
		best = append(best, gain)
	}
	slices.Sort(best)
	slices.Reverse(best)
	gained, possible, met, precision := 0.0, 0.0, 0, 0.0
	for i, gain := range best[:min(len(best), 10)] {
		possible += gain / math.Log2(float64(i)+2)
	}
	for i, h := range hits {
		gain := judged[c.names[h.Summary.ID]]
		if gain <= 0 {
			continue
		}
		if i < 10 {
			gained += gain / math.Log2(float64(i)+2)
		}
		if met++; met == 1 {
			r.first += 1 / float64(i+1)
		}
		precision += float64(met) / float64(i+1)
	}
	r.gain += gained / possible
	r.precision += precision / float64(len(judged))
}

// readJudgements reads the gain of each document that answers a query.
func readJudgements(path string) (map[string]map[string]float64, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out := map[string]map[string]float64{}
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		if len(f) < 4 {
			continue
		}
		gain, err := strconv.ParseFloat(f[3], 64)
		if err != nil || gain <= 0 {
			continue
		}
		if out[f[0]] == nil {
			out[f[0]] = map[string]float64{}
		}
		out[f[0]][f[2]] = max(gain, out[f[0]][f[2]])
	}
	return out, nil
}
