package cluster

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// sketch makes evidence of a few words: documents as "name" or "name=text", the
// longest first, and copies as "a-b", of texts.
func sketch(documents, copies string) *Evidence {
	var docs []Doc
	var shingles []uint32
	number := map[string]uint32{}
	for i, f := range strings.Fields(documents) {
		name, text, equal := strings.Cut(f, "=")
		if !equal {
			text = name
		}
		if _, known := number[text]; !known {
			number[text] = uint32(len(shingles))
			shingles = append(shingles, uint32(200-len(shingles)))
		}
		docs = append(docs, Doc{
			ID: protocol.NewDocID(uint32(i), 0), Name: name, Text: number[text], Day: protocol.NoDay, Minute: NoMinute,
		})
	}
	var edges []Edge
	for _, f := range strings.Fields(copies) {
		a, b, _ := strings.Cut(f, "-")
		edges = append(edges, Edge{A: number[a], B: number[b], Common: 180, Run: 100, Cohesion: WholeCohesion})
	}
	return order(docs, shingles, edges)
}

// drawn is groups as "a:b,c d": representatives with their members, of which those
// that are there by hand are marked +.
func drawn(ev *Evidence, c *Clustering) string {
	names := ev.names()
	var parts []string
	for i := range ev.Docs {
		if c.GroupOf[i] == 0 {
			parts = append(parts, ev.Docs[i].Name)
		}
	}
	for _, g := range c.Groups {
		var members []string
		for _, m := range g.Members {
			name := names[m.A]
			if m.ByHand {
				name += "+"
			}
			members = append(members, name)
		}
		slices.Sort(members)
		parts = append(parts, names[g.Representative]+":"+strings.Join(members, ","))
	}
	slices.Sort(parts)
	return strings.Join(parts, " ")
}

// parse reads decisions: "a=b" are copies, "a/b" are not, "!a" represents.
func parse(decisions string) []protocol.Decision {
	var list []protocol.Decision
	for _, f := range strings.Fields(decisions) {
		if name, ok := strings.CutPrefix(f, "!"); ok {
			list = append(list, protocol.Decision{Kind: protocol.Represents, A: name})
			continue
		}
		kind := protocol.AreCopies
		a, b, ok := strings.Cut(f, "=")
		if !ok {
			kind = protocol.NotCopies
			a, b, _ = strings.Cut(f, "/")
		}
		list = append(list, protocol.Decision{Kind: kind, A: a, B: b})
	}
	return list
}

func TestDecisions(t *testing.T) {
	type corpus struct{ docs, copies string }
	var (
		family = corpus{"a b c d", "a-b a-c a-d b-c b-d c-d"}
		star   = corpus{"a b c d", "a-b a-c a-d"}
		two    = corpus{"a b c x y z", "a-b a-c b-c x-y x-z y-z"}
		equal  = corpus{"a=t b=t c=t d", "t-d"}
		lone   = corpus{"a b c x", "a-b a-c b-c"}
	)
	for _, test := range []struct {
		corpus          corpus
		decisions, want string
	}{
		{family, "", "a:b,c,d"},
		{two, "", "a:b,c x:y,z"},
		{equal, "", "a:b,c,d"},
		// A member, then the representative, is taken out: the rest stay together.
		{family, "c/a", "a:b,d c"},
		{family, "c/b", "a:b,d c"},
		{family, "a/b", "a b:c,d"},
		{family, "a/c", "a b:c,d"},
		{family, "a/d b/d", "a:b c:d"}, // two that leave may still be copies of each other
		{star, "a/b", "a:c,d b"},       // of these nobody but a is a copy: they follow it
		{star, "c/a", "a:b,d c"},
		{two, "c/x", "a:b,c x:y,z"}, // they were not together
		// An exact copy.
		{equal, "b/a", "a:c,d b"},
		{equal, "a/b", "a b:c,d"},
		{equal, "d/c", "a:b,c d"},
		{equal, "b/a c/a c/b", "a:d b c"},
		// Overruled, whoever is named first.
		{family, "c/a a=c", "a:b,c,d"},
		{family, "c/a c=a c/a", "a:b,d c"},
		{family, "a=b b/a", "a:c,d b"},
		// Groups and lone texts are joined.
		{two, "a=x", "a:b,c,x+,y+,z+"},
		{two, "z=c", "a:b,c,x+,y+,z+"},
		{lone, "x=a", "a:b,c,x+"},
		{lone, "a=x", "a:b,c,x+"},
		{lone, "x=c", "a:b,c,x+"},
		{corpus{"a b c d", ""}, "a=b c=d d=b", "a:b+,c+,d+"},
		// Joined, then taken out of what became of it.
		{lone, "x=c x/a", "a:b,c x"},
		{lone, "x=c a/x", "a:b,c x"},
		{two, "a=x y/a", "a:b,c,x+,z+ y"},
		{two, "a=x x/a", "a:b,c x:y,z"}, // overruled
		{two, "z=c x/a", "a:b,c,y+,z+ x"},
		{two, "z=c x/a y/a", "a:b,c,z+ x:y"}, // who stays behind stays together
		// What is kept out cannot be joined by way of another of the group.
		{two, "x/a x=b", "a:b,c x:y,z"},
		// The representative is chosen.
		{family, "!c", "c:a,b,d"},
		{family, "!c !b", "b:a,c,d"},
		{family, "!c !b !c", "c:a,b,d"},
		{equal, "!c", "c:a,b,d"},
		{equal, "!d", "d:a,b,c"},
		{star, "!b", "b:a c d"}, // c and d are no copies of b
		{star, "!b b=c b=d", "b:a,c+,d+"},
		{star, "b=c b=d !b", "b:a,c+,d+"},
		{lone, "x=a !x", "x:a+,b+,c+"},
		{two, "a=x !z", "z:a+,b+,c+,x,y"},
		// Chosen and taken out.
		{family, "!c c/a", "a:b,d c"},
		{family, "c/a !c", "a:b,d c"},
		{family, "!c a/c", "a c:b,d"},
	} {
		ev := sketch(test.corpus.docs, test.corpus.copies)
		c := cluster1(t, ev, protocol.DefaultSettings(), parse(test.decisions)...)
		if got := drawn(ev, c); got != test.want {
			t.Errorf("%v after %q: %s, want %s", test.corpus, test.decisions, got, test.want)
		}
	}
}

// TestOneOfAName: where names are not unique the first in canonical order is
// meant, and no empty name.
func TestOneOfAName(t *testing.T) {
	ev := sketch("a b b c", "a-b a-c")
	ev.Docs[3].Name = ""
	c := cluster1(t, ev, protocol.DefaultSettings(), parse("b/a /a")...)
	if got := fmt.Sprint(c.GroupOf); got != "[1 0 1 1]" {
		t.Errorf("groups %s", got)
	}
}
