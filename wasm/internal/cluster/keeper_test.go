package cluster

import (
	"fmt"
	"testing"

	"clippings/wasm/protocol"
)

// TestKeeper groups copies of each other, so many shingles each, and tells who
// represents them and why.
func TestKeeper(t *testing.T) {
	none := Doc{Day: protocol.NoDay, Minute: NoMinute}
	doc := func(name string, change func(*Doc)) Doc {
		d := none
		d.Name = name
		change(&d)
		return d
	}
	plain := func(*Doc) {}
	at := func(day int32, minute int16) func(*Doc) { return func(d *Doc) { d.Day, d.Minute = day, minute } }
	from := func(outlet string) func(*Doc) { return func(d *Doc) { d.Outlet = outlet } }
	credited := func(agency string) func(*Doc) { return func(d *Doc) { d.Agency = agency } }
	fields := func(n uint8) func(*Doc) { return func(d *Doc) { d.Fields = n } }
	both := func(a, b func(*Doc)) func(*Doc) { return func(d *Doc) { a(d); b(d) } }
	size := []uint32{180, 200, 190} // of a, b, c
	same := []uint32{200, 200, 200}
	for _, test := range []struct {
		keeper    protocol.Keeper
		preferred []string
		size      []uint32
		a, b, c   func(*Doc)
		rep, why  string
	}{
		{protocol.KeepCredited, nil, size, plain, plain, plain, "b", "longest text"},
		{protocol.KeepCredited, nil, size, credited("AP"), plain, plain, "a", "credited to AP"},
		{protocol.KeepCredited, nil, size, credited("AP"), plain, credited("dpa"), "c", "credited to dpa, longest text"},
		{protocol.KeepCredited, nil, same, plain, fields(2), fields(1), "b", "most metadata"},
		{protocol.KeepCredited, nil, same, plain, plain, plain, "a", "first by name"},
		{protocol.KeepCredited, nil, same, credited("AP"), credited("AP"), plain, "a", "credited to AP, first by name"},
		{protocol.KeepCredited, nil, same, credited("AP"), both(credited("AP"), fields(1)), plain, "b", "credited to AP, most metadata"},

		{protocol.KeepLongest, nil, size, credited("AP"), plain, plain, "b", "longest text"},
		{protocol.KeepLongest, nil, same, plain, credited("AP"), plain, "b", "credited to AP"}, // as long
		{protocol.KeepLongest, nil, same, plain, plain, plain, "a", "first by name"},

		{protocol.KeepEarliest, nil, size, at(7, 60), at(8, 0), at(9, 0), "a", "earliest"},
		{protocol.KeepEarliest, nil, size, at(7, 60), at(7, 59), at(7, 61), "b", "earliest"},
		{protocol.KeepEarliest, nil, size, at(-3, 60), at(0, 0), plain, "a", "earliest"},
		{protocol.KeepEarliest, nil, size, at(7, NoMinute), at(8, 0), at(9, 0), "a", "earliest"},
		{protocol.KeepEarliest, nil, size, at(7, NoMinute), at(7, 800), plain, "a", "earliest, as far as times are known"},
		{protocol.KeepEarliest, nil, size, at(7, 100), at(7, NoMinute), plain, "a", "earliest, as far as times are known"},
		{protocol.KeepEarliest, nil, size, at(7, NoMinute), at(7, NoMinute), plain, "b", "longest text"},
		{protocol.KeepEarliest, nil, size, at(7, 60), at(7, 60), at(7, 60), "b", "longest text"},
		{protocol.KeepEarliest, nil, size, at(7, 60), plain, plain, "a", "the only one with a date"},
		{protocol.KeepEarliest, nil, size, plain, plain, plain, "b", "longest text"},
		{protocol.KeepEarliest, nil, size, plain, plain, credited("AP"), "c", "credited to AP"},

		{protocol.KeepPreferred, []string{"times", "Post"}, size, from("Post"), plain, from("Times"), "c", "from Times, which you prefer"},
		{protocol.KeepPreferred, []string{"times", "Post"}, size, from("Post"), from("Herald"), plain, "a", "from Post, which you prefer"},
		{protocol.KeepPreferred, []string{"times"}, size, from("Times"), from("Herald"), from("TIMES"), "c", "longest text"},
		{protocol.KeepPreferred, []string{"times"}, size, from("Post"), from("Herald"), credited("AP"), "c", "credited to AP"},
		{protocol.KeepPreferred, nil, size, from("Post"), from("Herald"), plain, "b", "longest text"},
		{protocol.KeepPreferred, []string{""}, size, from("Post"), plain, plain, "b", "longest text"},
	} {
		docs := []Doc{doc("a", test.a), doc("b", test.b), doc("c", test.c)}
		var edges []Edge
		for i := range docs {
			docs[i].ID, docs[i].Text = protocol.NewDocID(uint32(9-i), 0), uint32(i)
			for k := range i {
				edges = append(edges, Edge{A: uint32(k), B: uint32(i), Common: 175, Run: 100, Cohesion: WholeCohesion})
			}
		}
		ev := order(docs, test.size, edges)
		s := protocol.DefaultSettings()
		s.Keeper, s.Preferred = test.keeper, test.preferred
		c := cluster1(t, ev, s)
		if len(c.Groups) != 1 {
			t.Errorf("%v: %d groups", docs, len(c.Groups))
			continue
		}
		g := c.Groups[0]
		if rep := ev.names()[g.Representative]; rep != test.rep || g.Why != test.why || g.ByHand {
			t.Errorf("%v %q, %+v: %s, %q; want %s, %q", test.keeper, test.preferred, docs, rep, g.Why, test.rep, test.why)
		}
	}
}

func TestWhyOfDecisions(t *testing.T) {
	for _, test := range []struct {
		copies, decisions, rep, why string
		byHand                      bool
	}{
		{"a-b a-c b-c", "!b", "b", "chosen by you", true},
		{"a-b a-c b-c", "!b b/a", "a", "longest text", false},
		{"a-b a-c b-c", "a/c", "b", "longest text", false},
		{"a-b a-c b-c", "a=d", "a", "longest text", false},
		{"a-b a-c b-c", "c=d !d", "d", "chosen by you", true},
		// b, taken out of a's group, comes to c, which it would represent otherwise.
		{"a-b b-c", "b/a", "c", "you took the others out of a group", false},
	} {
		ev := sketch("a b c d", test.copies)
		c := cluster1(t, ev, protocol.DefaultSettings(), parse(test.decisions)...)
		g := c.Groups[0]
		if rep := ev.names()[g.Representative]; rep != test.rep || g.Why != test.why || g.ByHand != test.byHand {
			t.Errorf("%s, %q: %s, %q, by hand %v", test.copies, test.decisions, rep, g.Why, g.ByHand)
		}
	}
}

// heavyFamily is texts that are nearly the same, of which only pairs with hubs are
// known: the first so many in canonical order. The last in that order is the
// earliest, of the outlet Post, and of several equal documents.
func heavyFamily(texts, hubs int) *Evidence {
	shingles := make([]uint32, texts)
	var docs []Doc
	var edges []Edge
	for i := range texts {
		shingles[i] = 2000 - uint32(i)
		docs = append(docs, Doc{
			ID: protocol.NewDocID(uint32(texts-i), 0), Name: fmt.Sprintf("%05d", i), Text: uint32(i),
			Day: int32(texts - i), Minute: NoMinute, Outlet: "Times",
		})
		for k := range min(i, hubs) {
			edges = append(edges, Edge{A: uint32(k), B: uint32(i), Common: shingles[i] - 50, Run: 900, Cohesion: WholeCohesion})
		}
	}
	docs[texts-1].Outlet = "Post"
	for i := range 3 {
		d := docs[texts-1]
		d.ID, d.Name = protocol.NewDocID(uint32(texts+1+i), 0), fmt.Sprintf("equal%d", i)
		docs = append(docs, d)
	}
	return order(docs, shingles, edges)
}

func TestHeavyFamilyIsOneGroup(t *testing.T) {
	ev := heavyFamily(1000, 16)
	for keeper, want := range map[protocol.Keeper]struct{ rep, why string }{
		protocol.KeepCredited:  {"00000", "longest text"},
		protocol.KeepLongest:   {"00000", "longest text"},
		protocol.KeepEarliest:  {"00015", "matched with the most others"},
		protocol.KeepPreferred: {"00000", "matched with the most others"},
	} {
		s := protocol.DefaultSettings()
		s.Keeper, s.Preferred = keeper, []string{"Post"}
		c := cluster1(t, ev, s)
		if len(c.Groups) != 1 || len(c.Groups[0].Members) != 1002 {
			t.Errorf("%v: %d groups, the first with %d members", keeper, len(c.Groups), len(c.Groups[0].Members))
			continue
		}
		if rep := ev.names()[c.Groups[0].Representative]; rep != want.rep || c.Groups[0].Why != want.why {
			t.Errorf("%v: %s, %q", keeper, rep, c.Groups[0].Why)
		}
	}
}

// TestRepresentativeOfAHeavyFamily: the person may take out or choose any.
func TestRepresentativeOfAHeavyFamily(t *testing.T) {
	ev := heavyFamily(1000, 16)
	for _, test := range []struct {
		decisions string
		rep       string
		members   int
	}{
		{"00000/00500", "00001", 1001},
		{"00500/00000", "00000", 1001},
		{"!00005", "00005", 1002},
		{"!00500", "00000", 1001}, // of which only hubs are known to be copies
		{"!00500 00500=00000", "00500", 1002},
	} {
		c := cluster1(t, ev, protocol.DefaultSettings(), parse(test.decisions)...)
		g := c.Groups[0]
		if rep := ev.names()[g.Representative]; len(c.Groups) != 1 || rep != test.rep || len(g.Members) != test.members {
			t.Errorf("%s: %d groups, %s with %d members", test.decisions, len(c.Groups), rep, len(g.Members))
		}
	}
}
