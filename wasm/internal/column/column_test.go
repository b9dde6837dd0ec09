package column

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/query"
)

// some is a table of a few documents.
func some() *Table {
	t := &Table{}
	for _, r := range []Row{
		{Source: "wire/2025-07/storm_coast.txt", Outlet: "The Harbour Post", Agency: "AP", Place: "Zürich", Lang: "de", Format: "text", By: []string{"Ana Ruiz", "José Pérez"}, Day: 20272, Words: 300},
		{Source: "wire/ferry.html", Outlet: "anchor.example", Agency: "Japan Press", Place: "New York", Lang: "en", Format: "html", By: []string{"ANA RUIZ"}, Tags: []string{"check", "ferry"}, Day: 20273, Words: 20},
		{Source: "wire/ferry.html", Outlet: "New York Anchor", Agency: "AP Photo", Lang: "pt", Format: "html", By: []string{"None Such"}, Day: noDay},
		{Source: "東京.txt", Outlet: "東京新聞", Place: "—", Lang: "ja", Format: "text", Day: math.MaxInt32},
	} {
		t.Append(r)
	}
	return t
}

func TestFilter(t *testing.T) {
	table := some()
	for _, c := range []struct {
		node query.Node
		want string
	}{
		// Words side by side.
		{query.Node{Field: Outlet, Text: "harbor post"}, "[0]"},
		{query.Node{Field: Outlet, Text: "post harbour"}, "[]"},
		{query.Node{Field: Outlet, Text: "anchor"}, "[1 2]"},
		{query.Node{Field: Outlet, Text: "anchor.example"}, "[1]"},
		{query.Node{Field: Outlet, Text: "harb"}, "[]"},
		{query.Node{Field: Outlet, Text: "harb", Open: true}, "[0]"},
		{query.Node{Field: Outlet, Text: "new yor", Open: true}, "[2]"},
		{query.Node{Field: Outlet, Text: "新聞"}, "[3]"},
		{query.Node{Field: Place, Text: "zurich"}, "[0]"},
		{query.Node{Field: Place, Text: "—"}, "[3]"},
		{query.Node{Field: Source, Text: "coast"}, "[0]"},
		{query.Node{Field: Source, Text: "ferry.html"}, "[1 2]"},
		{query.Node{Field: Source, Text: "2025-07"}, "[0]"},
		{query.Node{Field: By, Text: "ruiz"}, "[0 1]"},
		{query.Node{Field: By, Text: "perez"}, "[0]"},
		{query.Node{Field: Tag, Text: "ferry"}, "[1]"},
		// The whole value.
		{query.Node{Field: Outlet, Text: "new york", Exact: true}, "[]"},
		{query.Node{Field: Outlet, Text: "NEW YORK ANCHOR", Exact: true, Open: true}, "[2]"},
		{query.Node{Field: Agency, Text: "ap"}, "[0]"},
		{query.Node{Field: Agency, Text: "ap", Open: true}, "[0 2]"},
		{query.Node{Field: Agency, Text: "press"}, "[]"},
		{query.Node{Field: Format, Text: "htm", Open: true}, "[1 2]"},
		{query.Node{Field: Lang, Text: "German"}, "[0]"},
		{query.Node{Field: Lang, Text: "germ", Open: true}, "[0]"},
		{query.Node{Field: Lang, Text: "pt-BR"}, "[2]"},
		{query.Node{Field: Lang, Text: "portuguese", Exact: true}, "[]"},
		// None, and nothing typed.
		{query.Node{Field: Place, Text: "none"}, "[2]"},
		{query.Node{Field: By, Text: "None"}, "[2 3]"},
		{query.Node{Field: By, Text: "none", Exact: true}, "[]"},
		{query.Node{Field: Tag, Text: "none"}, "[0 2 3]"},
		{query.Node{Field: Outlet, Text: " "}, "[]"},
		{query.Node{Field: "is", Text: "copy"}, "[]"},
		// Days.
		{query.Node{Field: Date, From: 20272, To: 20272}, "[0]"},
		{query.Node{Field: Date, From: math.MinInt32, To: 20273}, "[0 1]"},
		{query.Node{Field: Date, From: 20273, To: math.MaxInt32}, "[1 3]"},
		{query.Node{Field: Date, Text: "none"}, "[2]"},
	} {
		c.node.Kind = query.Filter
		if got := fmt.Sprint(table.Filter(&c.node).AppendDocs(nil)); got != c.want {
			t.Errorf("%s %q open %t exact %t: %s, want %s", c.node.Field, c.node.Text, c.node.Open, c.node.Exact, got, c.want)
		}
	}
}

func TestEmptyTable(t *testing.T) {
	var table Table
	if got := table.Filter(&query.Node{Field: By, Text: "none"}); got.Count() != 0 {
		t.Errorf("an empty table matches %v", got)
	}
	if values, none := table.Count(nil, By); values != nil || none != 0 || table.Suggest(By, "") != nil {
		t.Error("an empty table has values")
	}
}

// words of the random tables: some alike, some with points, none.
var words = []string{"Post", "post", "Pösten", "new", "York", "harbour", "harbor", "a.b", "None", "o'neil", "U.S.", "京", "x_y", "—", "AP"}

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(4) {
		b.WriteString(words[r.IntN(len(words))] + []string{" ", "-", "/", "  "}[r.IntN(4)])
	}
	return strings.TrimSpace(b.String())
}

func randomRow(r *rand.Rand) Row {
	row := Row{
		Source: randomText(r), Outlet: randomText(r), Agency: randomText(r), Place: randomText(r), Format: randomText(r),
		Lang: []string{"", "de", "en", "xx"}[r.IntN(4)], Day: int32(r.IntN(20)) - 10, Words: uint32(r.IntN(100)),
	}
	if r.IntN(4) == 0 {
		row.Day = noDay
	}
	for _, list := range []*[]string{&row.By, &row.Tags} {
		for range r.IntN(4) {
			if text := randomText(r); text != "" && !slices.Contains(*list, text) {
				*list = append(*list, text)
			}
		}
	}
	return row
}

// valuesOf is the values a row has of a field.
func valuesOf(r Row, field string) []string {
	at := fieldAt(field)
	if at >= firstSeveral {
		return *r.several(at)
	}
	if v := *r.value(at); v != "" {
		return []string{v}
	}
	return nil
}

// plainReadings is the words of a text in each of its readings.
func plainReadings(field, text string) [][]string {
	var folded, term, apart []string
	var scan analysis.Scanner
	for scan.Reset(text); scan.Next(); {
		folded, term = append(folded, string(scan.Folded())), append(term, string(scan.Term()))
		apart = append(apart, strings.FieldsFunc(string(scan.Folded()), func(r rune) bool { return strings.ContainsRune("._:,", r) })...)
	}
	if folded == nil {
		one := strings.Fields(analysis.Fold(text))
		return [][]string{one, one, one}
	}
	if field == Source {
		return [][]string{apart, apart, apart}
	}
	return [][]string{folded, term, apart}
}

// plainMatch reports whether a value matches a filter, by the words of the design.
func plainMatch(n *query.Node, value string) bool {
	have, want := plainReadings(n.Field, value), plainReadings(n.Field, n.Text)
	if n.Exact {
		return slices.Equal(have[0], want[0])
	}
	if n.Field == Lang && value == "de" {
		have = append(have, []string{"german"})
	}
	if n.Field == Lang && value == "en" {
		have = append(have, []string{"english"})
	}
	whole := n.Field == Agency || n.Field == Lang || n.Field == Format
	if n.Open {
		if len(want[0]) == 0 {
			return false
		}
		last := want[0][len(want[0])-1]
		want = append(want, append(slices.Clone(want[1][:len(want[1])-1]), last))
	}
	for _, h := range have {
		for i, w := range want {
			open := n.Open && i != 1
			for from := 0; from+len(w) <= len(h); from++ {
				if whole && from > 0 || whole && !n.Open && len(w) != len(h) || whole && !open && len(w) != len(h) {
					continue
				}
				part := slices.Clone(h[from : from+len(w)])
				if k := len(w) - 1; open && strings.HasPrefix(part[k], w[k]) {
					part[k] = w[k]
				}
				if slices.Equal(part, w) {
					return true
				}
			}
		}
	}
	return false
}

// plainFilter is Filter, a document at a time.
func plainFilter(n *query.Node, r Row) bool {
	if n.Field == Date {
		if n.Text == None {
			return r.Day == noDay
		}
		return r.Day != noDay && n.From <= r.Day && r.Day <= n.To
	}
	values := valuesOf(r, n.Field)
	if len(values) == 0 {
		return !n.Exact && strings.EqualFold(n.Text, None)
	}
	return slices.ContainsFunc(values, func(v string) bool { return n.Text != "" && plainMatch(n, v) })
}

// randomTable is a table that was appended to and set at random, and its rows.
func randomTable(r *rand.Rand) (*Table, []Row) {
	table, rows := &Table{}, []Row{}
	for range r.IntN(150) {
		row := randomRow(r)
		if len(rows) > 0 && r.IntN(3) == 0 {
			doc := r.IntN(len(rows))
			table.Set(uint32(doc), row)
			rows[doc] = row
			continue
		}
		table.Append(row)
		rows = append(rows, row)
	}
	return table, rows
}

func TestFilterIsThePlainOne(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		table, rows := randomTable(r)
		for range 30 {
			n := query.Node{Kind: query.Filter, Field: names[r.IntN(len(names))], Text: randomText(r), Open: r.IntN(2) == 0, Exact: r.IntN(3) == 0}
			if len(rows) > 0 && r.IntN(2) == 0 {
				if v := valuesOf(rows[r.IntN(len(rows))], n.Field); len(v) > 0 {
					n.Text = v[r.IntN(len(v))]
				}
			}
			if n.Open && len(n.Text) > 1 && n.Text[len(n.Text)-1] < 0x80 {
				n.Text = strings.TrimSpace(n.Text[:len(n.Text)-1])
			}
			if r.IntN(5) == 0 {
				n.Field, n.From, n.To = Date, int32(r.IntN(20)-10), int32(r.IntN(20)-10)
			}
			set := table.Filter(&n)
			for doc, row := range rows {
				if got, want := set.Has(uint32(doc)), plainFilter(&n, row); got != want {
					t.Fatalf("%s %q open %t exact %t of %+v: %t, want %t", n.Field, n.Text, n.Open, n.Exact, row, got, want)
				}
			}
			if docs := set.AppendDocs(nil); len(docs) != set.Count() || !slices.IsSorted(docs) {
				t.Fatalf("%v are %d documents", docs, set.Count())
			}
		}
	}
}

func TestCountsAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		table, rows := randomTable(r)
		var docs []uint32
		for doc := range rows {
			if r.IntN(2) == 0 {
				docs = append(docs, uint32(doc))
			}
		}
		for _, field := range names {
			want, all := map[string]uint32{}, map[string]uint32{}
			without := uint32(0)
			for doc, row := range rows {
				if slices.Contains(docs, uint32(doc)) && len(valuesOf(row, field)) == 0 {
					without++
				}
				for _, v := range valuesOf(row, field) {
					all[v]++
					if slices.Contains(docs, uint32(doc)) {
						want[v]++
					}
				}
			}
			values, none := table.Count(docs, field)
			equalCounts(t, values, want)
			if none != without {
				t.Fatalf("%s: %d documents without a value, want %d", field, none, without)
			}
			equalCounts(t, table.Suggest(field, ""), all)
		}
		days, undated := table.CountDays(docs)
		sum := undated
		for i, d := range days {
			if sum += d.Documents; i > 0 && days[i-1].Day >= d.Day {
				t.Fatalf("days are not rising: %v", days)
			}
			in := 0
			for _, doc := range docs {
				if rows[doc].Day == d.Day {
					in++
				}
			}
			if uint32(in) != d.Documents {
				t.Fatalf("day %d: %d, want %d", d.Day, d.Documents, in)
			}
		}
		if int(sum) != len(docs) {
			t.Fatalf("%d dated and undated of %d", sum, len(docs))
		}
	}
}

func equalCounts(t *testing.T, got []ValueCount, want map[string]uint32) {
	t.Helper()
	if len(got) != len(want) || !slices.IsSortedFunc(got, CompareCounts) {
		t.Fatalf("%v, want %v", got, want)
	}
	for _, c := range got {
		if want[c.Value] != c.Documents {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

func TestRowsComeBack(t *testing.T) {
	table, rows := randomTable(rand.New(rand.NewPCG(5, 6)))
	for doc, want := range rows {
		if got := table.Row(uint32(doc)); fmt.Sprintf("%#v", got) != fmt.Sprintf("%#v", want) {
			t.Errorf("%#v, want %#v", got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	table := some()
	table.Set(2, Row{Outlet: "New York Anchor"})
	for _, c := range []struct{ field, typed, want string }{
		{Outlet, "anc", "[{New York Anchor 1} {anchor.example 1}]"},
		{Outlet, "york a", "[{New York Anchor 1}]"},
		{Agency, "ap", "[{AP 1}]"},
		{Lang, "ger", "[{de 1}]"},
		{By, "none", "[]"},
		{Date, "", "[]"},
	} {
		if got := fmt.Sprint(table.Suggest(c.field, c.typed)); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.field, c.typed, got, c.want)
		}
	}
}

func TestLongAndManyValues(t *testing.T) {
	var table Table
	row := Row{Outlet: strings.Repeat("ü", maxValue)}
	for i := range 3 * maxSeveral {
		row.Tags = append(row.Tags, fmt.Sprint(i))
	}
	table.Append(row)
	if got := table.Values(Outlet, 0)[0]; len(got) != maxValue {
		t.Errorf("a long value has %d bytes", len(got))
	}
	if got := len(table.Values(Tag, 0)); got != maxSeveral {
		t.Errorf("%d values are kept, want %d", got, maxSeveral)
	}
}

func TestValuesHaveNumbers(t *testing.T) {
	table := some()
	table.Set(0, Row{})
	var got []string
	for i := range table.NumValues(Outlet) {
		text, n := table.Value(Outlet, i)
		got = append(got, fmt.Sprint(text, " ", n))
	}
	if want := []string{" 0", "The Harbour Post 0", "anchor.example 1", "New York Anchor 1", "東京新聞 1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for _, field := range []string{Date, Outlet} {
		if text, n := table.Value(field, 99); text != "" || n != 0 {
			t.Errorf("%s has a value 99: %q of %d", field, text, n)
		}
	}
}
