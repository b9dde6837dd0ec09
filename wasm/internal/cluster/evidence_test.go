package cluster

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"clippings/wasm/protocol"
)

func noWork(int) error { return nil }

// order brings documents, texts and edges made in any order into the form that
// Evidence has: documents in canonical order, texts by the first of each.
func order(docs []Doc, shingles []uint32, edges []Edge) *Evidence {
	docs = slices.Clone(docs)
	slices.SortFunc(docs, func(a, b Doc) int {
		return CompareCanonical(&a, &b, shingles[a.Text], shingles[b.Text])
	})
	ev := &Evidence{Docs: docs}
	number := map[uint32]uint32{}
	for i := range docs {
		text, known := number[docs[i].Text]
		if !known {
			text = uint32(len(ev.Shingles))
			number[docs[i].Text] = text
			ev.Shingles = append(ev.Shingles, shingles[docs[i].Text])
		}
		docs[i].Text = text
	}
	for _, x := range edges {
		a, oka := number[x.A]
		b, okb := number[x.B]
		if oka && okb {
			x.A, x.B = min(a, b), max(a, b)
			ev.Edges = append(ev.Edges, x)
		}
	}
	slices.SortFunc(ev.Edges, func(x, y Edge) int {
		return slices.Compare([]uint32{x.A, x.B}, []uint32{y.A, y.B})
	})
	ev.Vectors = vectorsOf(make([][]testTerm, len(ev.Shingles)))
	return ev
}

// randomEvidence is a small corpus in which everything happens often: equal
// texts, copies of all kinds, missing dates, credits.
func randomEvidence(r *rand.Rand) *Evidence {
	texts := 1 + r.IntN(12)
	shingles := make([]uint32, texts)
	for i := range shingles {
		shingles[i] = 20 + uint32(r.IntN(5))*20
	}
	var docs []Doc
	for i := range texts + r.IntN(8) {
		text := uint32(i)
		if i >= texts {
			text = uint32(r.IntN(texts))
		}
		d := Doc{
			ID: protocol.NewDocID(uint32(r.IntN(1000)), uint32(i)), Name: fmt.Sprint("doc", i), Text: text,
			Outlet: []string{"", "Post", "Times", "post"}[r.IntN(4)], Agency: []string{"", "", "AP", "Reuters"}[r.IntN(4)],
			Fields: uint8(r.IntN(3)), Day: int32(r.IntN(4)), Minute: int16(r.IntN(3)) - 1,
		}
		if d.Day == 0 {
			d.Day, d.Minute = protocol.NoDay, NoMinute
		}
		docs = append(docs, d)
	}
	var edges []Edge
	density := r.IntN(3)
	for a := range texts {
		for b := range a {
			if r.IntN(4) < density {
				continue
			}
			most := min(shingles[a], shingles[b])
			edges = append(edges, Edge{
				A: uint32(b), B: uint32(a), Common: 1 + uint32(r.IntN(int(most))), Run: uint32(r.IntN(60)),
				Cohesion: []uint8{WholeCohesion, WholeCohesion, 9, 3}[r.IntN(4)],
			})
		}
	}
	ev := order(docs, shingles, edges)
	ev.Vectors = randomVectors(r, len(ev.Shingles))
	return ev
}

func randomSettings(r *rand.Rand) protocol.Settings {
	s := protocol.DefaultSettings()
	s.Jaccard, s.Containment = 0.3+0.5*r.Float64(), 0.2+0.7*r.Float64()
	s.Run, s.Keeper = uint32(r.IntN(40)), protocol.Keeper(r.IntN(4))
	s.Cosine, s.Days = 0.5*r.Float64(), uint32(r.IntN(4))
	s.Preferred = [][]string{nil, {"TIMES"}, {"Post", "Times"}}[r.IntN(3)]
	return s
}

// randomDecisions are about documents most of which are there.
func randomDecisions(r *rand.Rand, ev *Evidence, kinds ...protocol.Verdict) []protocol.Decision {
	name := func() string { return fmt.Sprint("doc", r.IntN(len(ev.Docs)+2)) }
	var list []protocol.Decision
	for range r.IntN(7) {
		x := protocol.Decision{Kind: kinds[r.IntN(len(kinds))], A: name()}
		if x.Kind != protocol.Represents {
			x.B = name()
		}
		list = append(list, x)
	}
	return list
}

var onCopies = []protocol.Verdict{protocol.AreCopies, protocol.NotCopies, protocol.Represents}

func cluster1(t *testing.T, ev *Evidence, s protocol.Settings, decisions ...protocol.Decision) *Clustering {
	t.Helper()
	c, err := ev.Cluster(s, decisions, noWork)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// names tells documents by name in place of their IDs.
func (ev *Evidence) names() map[protocol.DocID]string {
	names := map[protocol.DocID]string{}
	for i := range ev.Docs {
		names[ev.Docs[i].ID] = ev.Docs[i].Name
	}
	return names
}

// written is a clustering in words, without IDs.
func (ev *Evidence) written(c *Clustering) []string {
	names := ev.names()
	var lines []string
	for _, s := range c.Stories {
		line := fmt.Sprint("story ", s.Day, s.ByHand, s.Fits)
		for _, g := range s.Groups {
			line += fmt.Sprint(" [", names[g.Representative], " ", g.Why, g.ByHand, g.Uncredited)
			for _, m := range g.Members {
				line += fmt.Sprint(" ", names[m.A], names[m.B], m.Relation, m.Jaccard, m.AInB, m.Run, m.ByHand, m.Uncredited)
			}
			for _, o := range g.Origin {
				line += fmt.Sprint(" ", o.Sign, names[o.Doc], o.Agency)
			}
			line += "]"
		}
		for _, id := range s.Lone {
			line += " " + names[id]
		}
		lines = append(lines, line)
	}
	return lines
}
