package cluster

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// TestOrigin gathers the signs in a group of documents given as "name:key=value,…"
// with the keys size, text (that of another's), agency, day, minute; all are copies
// of each other unless edges says which are.
func TestOrigin(t *testing.T) {
	for _, test := range []struct {
		docs  string
		edges string // "a-b", or "" for all; "a-b=90" of which so many are common
		want  string // signs, then who is uncredited
	}{
		{"a:size=100 b:size=99", "", ""},
		// A credit, of whoever has one.
		{"a:size=100,agency=AP b:size=99", "", "credit a AP | b"},
		{"a:size=100 b:size=99,agency=AP", "", "credit b AP | a"}, // credited comes first
		{"a:size=100,agency=AP b:size=99,agency=dpa c:size=98", "", "credit a AP | c"},
		{"a:size=100,agency=AP b:text=a,size=100", "", "credit a AP | b"},
		// Credited is whoever is a copy of a credited one itself, not of another copy.
		{"a:size=100 b:size=99,agency=AP c:size=98 d:size=97", "a-b a-c b-c b-d", "credit b AP | a c d"},
		{"a:size=100,agency=AP b:size=99,agency=dpa c:size=98", "a-b a-c", "credit a AP | c"},
		// A date before all others.
		{"a:size=100,day=5 b:size=99,day=4", "", "earliest b"},
		{"a:size=100,day=5 b:size=99,day=5", "", ""},
		{"a:size=100,day=5,minute=8 b:size=99,day=5", "", ""},
		{"a:size=100,day=5,minute=8 b:size=99,day=5,minute=7", "", "earliest b"},
		{"a:size=100,day=5,minute=8 b:size=99,day=5,minute=8", "", ""},
		{"a:size=100,day=5,minute=8 b:size=99,day=5,minute=9 c:size=98,day=5", "", ""},
		{"a:size=100,day=5 b:size=99,day=6 c:size=98,day=6", "", "earliest a"},
		{"a:size=100,day=5 b:size=99,day=5,minute=1300 c:size=98,day=7", "", ""},
		{"a:size=100,day=5 b:size=99", "", ""}, // no other has a date
		{"a:size=100,day=5 b:size=99,day=7 c:size=98", "", "earliest a"},
		// A text that holds the others.
		{"a:size=100 b:size=90", "a-b=85", "fullest a"},
		{"a:size=100 b:size=91", "a-b=85", ""},
		{"a:size=100 b:size=60 c:size=80", "a-b=40 a-c=70", "fullest a"},
		{"a:size=100 b:text=a,size=100 c:size=80", "a-c=70", ""},
		{"a:size=100,day=9 b:size=60,day=8,agency=AP", "a-b=50", "credit b AP earliest b fullest a | a"},
	} {
		docs, shingles := readDocs(t, test.docs)
		var edges []Edge
		if test.edges == "" {
			for a := range shingles {
				for b := range a {
					edges = append(edges, Edge{A: uint32(b), B: uint32(a), Common: min(shingles[a], shingles[b]) - 1})
				}
			}
		}
		for _, f := range strings.Fields(test.edges) {
			x := Edge{Common: 95}
			if pair, n, ok := strings.Cut(f, "="); ok {
				f = pair
				fmt.Sscan(n, &x.Common)
			}
			x.A, x.B = docs[f[0]-'a'].Text, docs[f[2]-'a'].Text
			edges = append(edges, x)
		}
		for i := range edges {
			edges[i].Run, edges[i].Cohesion = 50, WholeCohesion
		}
		ev := order(docs, shingles, edges)
		c := cluster1(t, ev, protocol.DefaultSettings())
		if len(c.Groups) != 1 || len(c.Groups[0].Members) != len(docs)-1 {
			t.Errorf("%s: not one group: %+v", test.docs, c.Groups)
			continue
		}
		if got := signs(ev, c.Groups[0]); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.docs, test.edges, got, test.want)
		}
	}
}

func readDocs(t *testing.T, written string) (docs []Doc, shingles []uint32) {
	for i, f := range strings.Fields(written) {
		name, rest, _ := strings.Cut(f, ":")
		d := Doc{ID: protocol.NewDocID(uint32(i), 0), Name: name, Text: uint32(len(shingles)), Day: protocol.NoDay, Minute: NoMinute}
		size := uint32(0)
		for _, f := range strings.Split(rest, ",") {
			key, value, _ := strings.Cut(f, "=")
			switch key {
			case "size":
				fmt.Sscan(value, &size)
			case "text":
				d.Text = uint32(value[0] - 'a')
			case "agency":
				d.Agency = value
			case "day":
				fmt.Sscan(value, &d.Day)
			case "minute":
				fmt.Sscan(value, &d.Minute)
			default:
				t.Fatalf("key %q", key)
			}
		}
		if d.Text == uint32(len(shingles)) {
			shingles = append(shingles, size)
		}
		docs = append(docs, d)
	}
	return docs, shingles
}

func signs(ev *Evidence, g protocol.Group) string {
	names := ev.names()
	var words []string
	for _, o := range g.Origin {
		words = append(words, [...]string{"credit", "earliest", "fullest"}[o.Sign], names[o.Doc])
		if o.Agency != "" {
			words = append(words, o.Agency)
		}
	}
	var uncredited []string
	if g.Uncredited {
		uncredited = append(uncredited, names[g.Representative])
	}
	for _, m := range g.Members {
		if m.Uncredited {
			uncredited = append(uncredited, names[m.A])
		}
	}
	if len(uncredited) > 0 {
		slices.Sort(uncredited)
		words = append(words, "|", strings.Join(uncredited, " "))
	}
	return strings.Join(words, " ")
}
