package cli

import (
	"context"
	"fmt"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

type copiesLine struct {
	Kind           string       `json:"kind"`
	ID             string       `json:"id"`
	Representative string       `json:"representative"`
	Why            string       `json:"why"`
	Weakest        float64      `json:"weakest"` // the least score
	Origin         []originLine `json:"origin"`
	Members        []memberLine `json:"members"`
}

type memberLine struct {
	ID         string  `json:"id"`
	Relation   string  `json:"relation"`
	Score      float64 `json:"score"`
	Uncredited bool    `json:"uncredited,omitempty"`
	ByHand     bool    `json:"by_hand,omitempty"`
}

type originLine struct {
	Sign   string `json:"sign"`
	ID     string `json:"id"`
	Agency string `json:"agency,omitempty"`
}

type storyLine struct {
	Kind    string   `json:"kind"`
	ID      string   `json:"id"`
	Members []string `json:"members"`
	Fit     float64  `json:"fit"` // how the text that fits least resembles the others
	ByHand  bool     `json:"by_hand,omitempty"`
}

type repeatLine struct {
	Kind  string    `json:"kind"`
	Doc   string    `json:"doc"`
	First [2]uint32 `json:"first"`
	Again [2]uint32 `json:"again"`
}

func runDedup(ctx context.Context, e *environment, args []string) error {
	grouping := e.groupingFlags()
	paths, err := e.parse(args)
	if err != nil {
		return err
	}
	if e.rules, err = grouping.rules(); err != nil {
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
	list, err := corpus.Stories(ctx, protocol.StoryPage{Limit: 1 << 31})
	if err != nil {
		return err
	}
	if err := p.pairs(ctx, list.Stories.Stories); err != nil {
		return err
	}
	if err := p.stories(list.Stories.Stories); err != nil {
		return err
	}
	return p.repeats(ctx)
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

func bounds(s protocol.Span) [2]uint32 { return [2]uint32{s.Start, s.End} }

func (p *dedupPrinter) stories(list []protocol.Story) error {
	copies, stories := 0, 0
	for _, s := range list {
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
	return nil
}

// copiesLine lists the representative among the members, so that the members
// are the whole group.
func (p *dedupPrinter) copiesLine(id string, g protocol.Group) copiesLine {
	line := copiesLine{
		Kind: "copies", ID: id, Representative: p.names[g.Representative], Why: g.Why, Weakest: 1, Origin: []originLine{},
	}
	if weakest, ok := g.Weakest(); ok {
		line.Weakest = weakest.Containment()
	}
	line.Members = append(line.Members, memberLine{
		ID: p.names[g.Representative], Relation: "representative", Score: 1, Uncredited: g.Uncredited, ByHand: g.ByHand,
	})
	for _, m := range g.Members {
		line.Members = append(line.Members, memberLine{
			ID: p.names[m.A], Relation: m.Relation.String(), Score: m.Containment(), Uncredited: m.Uncredited, ByHand: m.ByHand,
		})
	}
	for _, o := range g.Origin {
		line.Origin = append(line.Origin, originLine{o.Sign.String(), p.names[o.Doc], o.Agency})
	}
	return line
}

func (p *dedupPrinter) storyLine(id string, s protocol.Story) storyLine {
	line := storyLine{Kind: "story", ID: id, Fit: 1, ByHand: s.ByHand}
	for _, doc := range s.DocIDs() {
		line.Members = append(line.Members, p.names[doc])
	}
	for _, fit := range s.Fits {
		line.Fit = min(line.Fit, fit)
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
