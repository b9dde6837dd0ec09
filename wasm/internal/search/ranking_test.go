package search

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"clippings/wasm/internal/golden"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/query"
	"clippings/wasm/internal/stem"
	"clippings/wasm/protocol"
)

// rankingDocs is a small corpus: name, title and body.
var rankingDocs = [][3]string{
	{"bridge-closed", "Old bridge closed to lorries", "The city closed the old bridge to heavy lorries on Monday. Engineers found cracks in two pillars."},
	{"bridges-plan", "Council plans three new crossings", "Three bridges are to be built across the river. The council voted for the bridges after a long debate."},
	{"ferry", "Ferry service returns", "A ferry takes the place of the bridge while it is closed. Lorries have to go round by the motorway, which is far longer, and the old harbour is open to them."},
	{"river", "River rises after rain", "The river rose by two metres. Nobody was hurt."},
	{"election", "Voters go to the polls", "The election takes place on Sunday. Elections in the north were put off because of the flood."},
	{"candidate", "Candidate drops out", "One candidate for the election of the mayor dropped out. He said the programme of his party had failed."},
	{"zurich", "Zürich opens a tunnel", "The tunnel under Zürich took nine years to build. Trains from Zurich airport use it from Sunday."},
	{"kyiv", "Talks in Kyiv", "The president spoke with his guests in Kiev for three hours. The talks go on."},
	{"bruecke", "Brücke gesperrt", "Die Brücke über den Fluss ist gesperrt. Die Brückensperrung dauert bis Mai."},
	{"autobahn", "Neue Autobahnbrücke", "Der Bau der Autobahnbrücke beginnt im Herbst. Zwei Brücken werden abgerissen."},
	{"tokyo", "東京タワーの夜", "東京タワーは今夜、青く光る。大阪でも同じ催しがある。"},
	{"seoul", "서울 시장 선거", "서울에서 시장 선거가 열린다. 부산은 다음 달이다."},
	{"beirut", "انتخابات في بيروت", "تجري الانتخابات في بيروت يوم الأحد. قال الرئيس إن الانتخابات حرة."},
	{"beijing", "北京的新桥", "北京的新桥今天通车。大桥长两公里。"},
	{"lorry-tax", "Tax on lorries", "A tax on every lorry pays for the roads. The old law had no such tax; a bridge toll there was."},
	{"menu", "Weather", "Dry, with some sun."},
}

// rankingQueries are asked of it, in order.
var rankingQueries = []string{
	"bridge", "bridges", `"bridges"`, "old bridge", "bridge closed lorries", "bridge lorry tax", "brdge", "brige lorries", "electoin",
	"election -mayor", "ferry OR tunnel", `"old bridge"`, `"closed bridge"~3`, "bridge NEAR/2 closed", "title:bridge", "river body:bridges",
	"zurich", "=Zürich", "Kiev", "program", "elect*", "*bridge*", "l?rr*", "/br(idge|ücke)s?/", `/two\s+\w+\./`,
	"Brücke", "brucke", "Autobahn", "東京", "東京タワー", "タワー", "서울", "선거", "انتخابات", "الانتخابات", "大桥", "nothing bridge", "furniture:subscribe", "subscribe",
}

// TestRanking shows what is found for each query, in order, and why.
func TestRanking(t *testing.T) {
	var docs []testDoc
	for _, d := range rankingDocs {
		text := d[1] + "\n" + d[2] + "\nSubscribe to our letter"
		title, end := uint32(len(d[1])), uint32(len(d[1])+1+len(d[2]))
		docs = append(docs, testDoc{name: d[0], text: text, paragraphs: []protocol.Paragraph{
			{Span: protocol.Span{End: title}, Role: protocol.RoleTitle},
			{Span: protocol.Span{Start: title + 1, End: end}, Role: protocol.RoleBody},
			{Span: protocol.Span{Start: end + 1, End: uint32(len(text))}, Role: protocol.RoleFurniture},
		}})
	}
	s := &testShard{x: index.New(), all: docs}
	s.s = New(s.x)
	f := NewFeeder(s.x)
	for i, d := range docs {
		s.docs = append(s.docs, i)
		feed(f, d.text, d.paragraphs)
	}
	if err := s.x.Flush(noYield); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, text := range rankingQueries {
		printRanking(t, &out, s, text)
	}
	golden.Check(t, "testdata/ranking.txt", out.Bytes())
}

// printRanking answers as the coordinator does: if no document has all words, first
// all typos are forgiven, then words may be missing.
func printRanking(t *testing.T, out *bytes.Buffer, s *testShard, text string) {
	fmt.Fprintf(out, "%s\n", text)
	ask := Ask{Langs: stem.English | stem.German | stem.Arabic}
	o := Options{K: 10, Docs: s, Tally: true}
	for _, step := range []string{"", "typos of all words", "some words"} {
		tree, _ := query.Parse(text, query.Options{Any: step == "some words"})
		ask.Typos = step != ""
		if step == "some words" {
			o.Match = protocol.MatchSome
		}
		q := Compile(tree)
		plan := planOfShards(t, []*testShard{s}, q, ask)
		r, err := s.s.Top(q, plan, o)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Hits) == 0 {
			continue
		}
		if step != "" {
			fmt.Fprintf(out, "    by %s\n", step)
		}
		for _, w := range plan.Words {
			for _, e := range w.Expansions {
				fmt.Fprintf(out, "    also %s (%s%s)\n", e.Term, strings.Repeat("~", int(e.Edits)), map[bool]string{true: "part"}[e.Part])
			}
		}
		for _, h := range r.Hits {
			fmt.Fprintf(out, "    %-14s missing %d  typos %d  forms %d  gap %d  field %d  score %.3f\n", h.Name, h.Missing, h.Typos, h.Forms, h.Gap, h.Field, h.Score)
		}
		fmt.Fprintf(out, "    %d documents, %d places\n", r.Documents, r.Occurrences)
		return
	}
}
