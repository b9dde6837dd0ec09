package cli

import (
	"context"
	"fmt"
	"slices"

	"clippings/wasm/coord"
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
	Passages   []passageLine `json:"passages"`
}

type passageLine struct {
	A     [2]uint32 `json:"a"`
	B     [2]uint32 `json:"b"`
	Words uint32    `json:"words"`
}

type copiesLine struct {
	Kind           string       `json:"kind"`
	ID             string       `json:"id"`
	Representative string       `json:"representative"`
	Why            string       `json:"why"`
	Members        []memberLine `json:"members"`
}

type memberLine struct {
	ID       string  `json:"id"`
	Relation string  `json:"relation"`
	Score    float64 `json:"score"`
}

type storyLine struct {
	Kind    string   `json:"kind"`
	ID      string   `json:"id"`
	Members []string `json:"members"`
}

type repeatLine struct {
	Kind  string    `json:"kind"`
	Doc   string    `json:"doc"`
	First [2]uint32 `json:"first"`
	Again [2]uint32 `json:"again"`
}

func runDedup(ctx context.Context, e *environment, args []string) error {
	paths, err := e.parse(args)
	if err != nil {
		return err
	}
	corpus, imported, err := e.load(ctx, paths)
	if err != nil {
		return err
	}
	p := &dedupPrinter{environment: e, corpus: corpus, names: map[protocol.DocID]string{}}
	for _, entry := range imported.Entries {
		if entry.Skip == protocol.SkipNone {
			p.order = append(p.order, entry.ID)
			p.names[entry.ID] = name(entry)
		}
	}
	for _, print := range []func(context.Context) error{p.pairs, p.stories, p.repeats} {
		if err := print(ctx); err != nil {
			return err
		}
	}
	return nil
}

// name is the document's ID as people see it.
func name(e protocol.Entry) string {
	if e.Record == "" {
		return e.Path
	}
	return e.Path + "#" + e.Record
}

// dedupPrinter writes what was found, with names for numbers.
type dedupPrinter struct {
	*environment
	corpus *coord.Corpus
	order  []protocol.DocID
	names  map[protocol.DocID]string
}

// pageSize is how much is asked for at a time.
const pageSize = 1000

// pairs prints every pair, those of documents with equal text spelled out.
func (p *dedupPrinter) pairs(ctx context.Context) error {
	all, err := p.allPairs(ctx)
	if err != nil {
		return err
	}
	same := map[protocol.DocID][]protocol.DocID{}
	for _, pair := range all {
		if pair.Relation == protocol.RelationExact {
			same[pair.A] = append(same[pair.A], pair.B)
		}
	}
	for _, pair := range all {
		as, bs := family(pair.A, same), family(pair.B, same)
		if pair.Relation == protocol.RelationExact {
			bs = []protocol.DocID{pair.B}
			as = as[:max(1, slices.Index(as, pair.B))] // each with those before it
		}
		for _, a := range as {
			for _, b := range bs {
				pair.A, pair.B = a, b
				if err := p.pair(ctx, pair); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// maxFamily is how many equal documents are spelled out pair by pair: a thousand
// make half a million lines, ten thousand fifty million.
const maxFamily = 1000

// family is a document and those with equal text.
func family(first protocol.DocID, same map[protocol.DocID][]protocol.DocID) []protocol.DocID {
	all := append([]protocol.DocID{first}, same[first]...)
	if len(all) > maxFamily {
		return all[:1]
	}
	return all
}

func (p *dedupPrinter) allPairs(ctx context.Context) ([]protocol.Pair, error) {
	var all []protocol.Pair
	for {
		page, err := p.corpus.Pairs(ctx, protocol.PairPage{Offset: uint32(len(all)), Limit: pageSize})
		if err != nil {
			return nil, err
		}
		all = append(all, page.Pairs...)
		if len(page.Pairs) == 0 || len(all) >= int(page.Total) {
			return all, nil
		}
	}
}

func (p *dedupPrinter) pair(ctx context.Context, pair protocol.Pair) error {
	compared, err := p.corpus.Comparisons(ctx, pair.A, []protocol.DocID{pair.B})
	if err != nil {
		return err
	}
	pair = compared[0].Pair(pair.A, pair.Relation)
	line := pairLine{
		Kind: "pair", A: p.names[pair.A], B: p.names[pair.B], Relation: pair.Relation.String(),
		Jaccard: pair.Jaccard, AInB: pair.AInB, BInA: pair.BInA, LongestRun: pair.Run,
		Passages: []passageLine{},
	}
	for _, s := range compared[0].Passages {
		line.Passages = append(line.Passages, passageLine{bounds(s.Span), bounds(s.OtherSpan), s.Words})
	}
	return p.out.Encode(line)
}

func bounds(s protocol.Span) [2]uint32 { return [2]uint32{s.Start, s.End} }

func (p *dedupPrinter) stories(ctx context.Context) error {
	copies, stories := 0, 0
	for offset := uint32(0); ; offset += pageSize {
		page, err := p.corpus.Stories(ctx, protocol.StoryPage{Offset: offset, Limit: pageSize})
		if err != nil {
			return err
		}
		for _, s := range page.Stories.Stories {
			for _, g := range s.Groups {
				copies++
				if err := p.out.Encode(p.copiesLine(fmt.Sprintf("c%d", copies), g)); err != nil {
					return err
				}
			}
			if s.Documents() < 2 {
				continue
			}
			stories++
			if err := p.out.Encode(p.storyLine(fmt.Sprintf("s%d", stories), s)); err != nil {
				return err
			}
		}
		if offset+pageSize >= page.Total {
			return nil
		}
	}
}

// copiesLine lists the representative among the members, so that the members
// are the whole group.
func (p *dedupPrinter) copiesLine(id string, g protocol.Group) copiesLine {
	line := copiesLine{Kind: "copies", ID: id, Representative: p.names[g.Representative], Why: g.Why}
	line.Members = append(line.Members, memberLine{p.names[g.Representative], "representative", 1})
	for _, m := range g.Members {
		line.Members = append(line.Members, memberLine{p.names[m.A], m.Relation.String(), max(m.AInB, m.BInA)})
	}
	return line
}

func (p *dedupPrinter) storyLine(id string, s protocol.Story) storyLine {
	line := storyLine{Kind: "story", ID: id}
	for _, doc := range s.DocIDs() {
		line.Members = append(line.Members, p.names[doc])
	}
	return line
}

func (p *dedupPrinter) repeats(ctx context.Context) error {
	for _, id := range p.order {
		opened, err := p.corpus.Document(ctx, id, protocol.Query{})
		if err != nil {
			return err
		}
		for _, r := range opened.Repeats {
			if err := p.out.Encode(repeatLine{"repeat", p.names[id], bounds(r.First), bounds(r.Again)}); err != nil {
				return err
			}
		}
	}
	return nil
}
