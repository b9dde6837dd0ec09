package cli

import (
	"context"

	"clippings/wasm/protocol"
)

type pairLine struct {
	Kind       string        `json:"kind"`
	A          string        `json:"a"`
	B          string        `json:"b"`
	Relation   string        `json:"relation"`
	Jaccard    float64       `json:"jaccard"`
	AInB       float64       `json:"a_in_b"`
	BInA       float64       `json:"b_in_a"`
	LongestRun uint32        `json:"longest_run"`
	OwnRun     uint32        `json:"longest_own_run"` // outside quotation marks
	Passages   []passageLine `json:"passages"`
	Folded     []foldedLine  `json:"folded,omitempty"`
}

type passageLine struct {
	A      [2]uint32 `json:"a"`
	B      [2]uint32 `json:"b"`
	Words  uint32    `json:"words"`
	Quoted uint32    `json:"quoted,omitempty"`
}

type foldedLine struct {
	A     string `json:"a"`
	B     string `json:"b"`
	Times uint32 `json:"times"`
}

const (
	// pageSize is how many pairs are asked for at a time.
	pageSize = 1000
	// maxFamily is how many equal documents are spelled out pair by pair: a
	// thousand make half a million lines, ten thousand fifty million.
	maxFamily = 1000
	// maxMates is up to how many documents of a story the pairs are told that
	// share no wording worth keeping.
	maxMates = 40
	// atOnce is how many documents one is compared with at a time.
	atOnce = 64
)

// pairs prints every pair that shares wording, those of documents with equal
// text spelled out, and every pair of a story of up to maxMates documents.
func (p *dedupPrinter) pairs(ctx context.Context, stories []protocol.Story) error {
	story := map[protocol.DocID]int{}
	for i, s := range stories {
		if s.Documents() <= maxMates {
			for _, id := range s.DocIDs() {
				story[id] = i + 1
			}
		}
	}
	told := map[[2]protocol.DocID]bool{} // of one story
	same := map[protocol.DocID][]protocol.DocID{}
	var batch []protocol.Pair
	err := p.eachPair(ctx, func(pair protocol.Pair, equal bool) error {
		as, bs := family(pair.A, same), family(pair.B, same)
		if equal {
			bs = []protocol.DocID{pair.B} // with all that came before it
			same[pair.A] = append(same[pair.A], pair.B)
		}
		for _, pair.A = range as {
			for _, pair.B = range bs {
				if s := story[pair.A]; s > 0 && s == story[pair.B] {
					told[[2]protocol.DocID{min(pair.A, pair.B), max(pair.A, pair.B)}] = true
				}
				if len(batch) == atOnce || len(batch) > 0 && batch[0].A != pair.A {
					if err := p.print(ctx, batch); err != nil {
						return err
					}
					batch = batch[:0]
				}
				batch = append(batch, pair)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := p.print(ctx, batch); err != nil {
		return err
	}
	for _, s := range stories {
		if s.Documents() <= maxMates {
			if err := p.mates(ctx, s.DocIDs(), told); err != nil {
				return err
			}
		}
	}
	return nil
}

// family is a document and those with equal text.
func family(first protocol.DocID, same map[protocol.DocID][]protocol.DocID) []protocol.DocID {
	all := append([]protocol.DocID{first}, same[first]...)
	if len(all) > maxFamily {
		return all[:1]
	}
	return all
}

// eachPair goes through all verified pairs, and tells which are of documents with
// equal text.
func (p *dedupPrinter) eachPair(ctx context.Context, do func(pair protocol.Pair, equal bool) error) error {
	for offset := uint32(0); ; {
		page, err := p.corpus.Pairs(ctx, protocol.PairPage{Offset: offset, Limit: pageSize})
		if err != nil {
			return err
		}
		for i, pair := range page.Pairs {
			if err := do(pair, offset+uint32(i) < page.Equal); err != nil {
				return err
			}
		}
		if offset += uint32(len(page.Pairs)); len(page.Pairs) == 0 || offset >= page.Total {
			return nil
		}
	}
}

// mates prints the pairs of a story that were not told yet.
func (p *dedupPrinter) mates(ctx context.Context, ids []protocol.DocID, told map[[2]protocol.DocID]bool) error {
	for i, a := range ids {
		var batch []protocol.Pair
		for _, b := range ids[i+1:] {
			if !told[[2]protocol.DocID{min(a, b), max(a, b)}] {
				batch = append(batch, protocol.Pair{A: a, B: b, Relation: protocol.RelationStory})
			}
		}
		if err := p.print(ctx, batch); err != nil {
			return err
		}
	}
	return nil
}

// print compares the wording of pairs with one A and prints them.
func (p *dedupPrinter) print(ctx context.Context, batch []protocol.Pair) error {
	if len(batch) == 0 {
		return nil
	}
	var others []protocol.DocID
	for _, pair := range batch {
		others = append(others, pair.B)
	}
	compared, err := p.corpus.Comparisons(ctx, batch[0].A, others)
	if err != nil {
		return err
	}
	for i, c := range compared {
		if err := p.out.Encode(p.pairLine(c.Pair(batch[i].A, batch[i].Relation), c)); err != nil {
			return err
		}
	}
	return nil
}

func (p *dedupPrinter) pairLine(pair protocol.Pair, c protocol.Comparison) pairLine {
	line := pairLine{
		Kind: "pair", A: p.names[pair.A], B: p.names[pair.B], Relation: pair.Relation.String(),
		Jaccard: pair.Jaccard, AInB: pair.AInB, BInA: pair.BInA, LongestRun: pair.Run, OwnRun: c.OwnRun,
		Passages: []passageLine{},
	}
	for _, s := range c.Passages {
		line.Passages = append(line.Passages, passageLine{bounds(s.Span), bounds(s.OtherSpan), s.Words, s.Quoted})
	}
	for _, f := range c.Folded {
		line.Folded = append(line.Folded, foldedLine{f.Here, f.There, f.Times})
	}
	return line
}
