package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// cellsOf reads every cell of a CSV file with the scanner and parser.
func cellsOf(data string, l Layout) [][]string {
	w := newWindow(strings.NewReader(data))
	sc := newScanner(w, l, DefaultMaxRecord)
	p, r := newParser(l, true), newRow(l)
	var rows [][]string
	for {
		s, err := sc.scan()
		if err != nil {
			return rows
		}
		if _, broken := p.parse(s.data, r); broken != nil {
			return rows
		}
		var cells []string
		for _, c := range r.cells {
			cells = append(cells, string(c.text))
		}
		rows = append(rows, cells)
	}
}

// TestRowsAgainstStandardLibrary holds that what encoding/csv writes is read
// back as it was.
func TestRowsAgainstStandardLibrary(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	parts := []string{"a", "b c", "\"", "\n", ",", ";", "\t", "\"\"", "'", "é", "x\",\"y"}
	for range 3000 {
		delimiter := []byte(",;\t|")[rng.IntN(4)]
		var rows [][]string
		for range 1 + rng.IntN(5) {
			row := []string{"k"}
			for range 2 {
				var b strings.Builder
				for range rng.IntN(5) {
					b.WriteString(parts[rng.IntN(len(parts))])
				}
				row = append(row, b.String())
			}
			rows = append(rows, row)
		}
		var file bytes.Buffer
		w := csv.NewWriter(&file)
		w.Comma = rune(delimiter)
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		l := Layout{Kind: CSV, Delimiter: delimiter, Quote: '"', Columns: threeColumns}
		if got := cellsOf(file.String(), l); !slices.EqualFunc(got, rows, slices.Equal) {
			t.Fatalf("%q:\n got %q\nwant %q", file.String(), got, rows)
		}
	}
}

// TestTreeAgainstStandardLibrary holds that strings come out as encoding/json
// reads them, wherever they stand.
func TestTreeAgainstStandardLibrary(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	parts := []string{"a", `\n`, `\"`, `\\`, `é`, `\u00e9`, `\ud83d\ude00`, `\ud83d`, `{`, `]`, `,`, `\/`, `x y`}
	columns := []Column{{Name: "a.b", Field: Body}}
	for range 3000 {
		var b strings.Builder
		for range rng.IntN(8) {
			b.WriteString(parts[rng.IntN(len(parts))])
		}
		data := `[{"z":["` + b.String() + `"],"a":{"c":"` + b.String() + `" , "b" : "` + b.String() + `"}}]`
		var want []struct{ A struct{ B string } }
		if err := json.Unmarshal([]byte(data), &want); err != nil {
			t.Fatal(err)
		}
		got := cellsOf(data, Layout{Kind: JSON, Columns: columns})
		if len(got) != 1 || got[0][0] != want[0].A.B {
			t.Fatalf("%s: got %q want %q", data, got, want[0].A.B)
		}
	}
}

// TestBalanceInPieces holds that the end of a value is found wherever it is cut.
func TestBalanceInPieces(t *testing.T) {
	const value = `{"a":"\\\"}","b":[1,"\\",{"c":null}],"d":"\\"} rest`
	for i := range len(value) {
		for j := i; j < len(value); j++ {
			var b balance
			n, done := 0, false
			for _, end := range []int{i, j, len(value)} {
				if !done {
					k := 0
					k, done = b.scan([]byte(value[n:end]))
					n += k
				}
			}
			if !done || value[n:] != " rest" {
				t.Fatalf("cut at %d and %d: %q", i, j, value[n:])
			}
		}
	}
}
