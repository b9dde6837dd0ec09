package action

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// VersionTable is the differences of the versions of a text, to be saved.
type VersionTable struct {
	*coord.Collation
	Minor bool // those of spelling and punctuation too
}

const versionsName = "clippings-differences.csv"

// versionsHead names the columns of saved differences: a row for each variant.
var versionsHead = []string{"place", "kind", "start", "end", "reading text", "others have", "versions", "count"}

func (d *Desk) handleExportVersions(ctx app.Context, a app.Action) {
	t, ok := a.Value.(VersionTable)
	if !ok || t.Collation == nil {
		return
	}
	export{
		rows:  func() ([][]string, error) { return t.rows(), nil },
		comma: ',', name: versionsName,
		hand: func(table []byte) error { return files.Save(versionsName, "text/csv;charset=utf-8", table) },
	}.start(ctx)
}

// versionRow is a row with where it stands.
type versionRow struct {
	span  protocol.Span
	kind  string
	text  string // of the others
	names []string
}

// rows lists the variants by where they stand; those of one place share a number.
// Start and end are bytes of the reading text.
func (t VersionTable) rows() [][]string {
	var list []*versionRow
	for _, p := range t.Places {
		for _, v := range p.Variants {
			if t.Minor || v.Change == protocol.ChangeWords {
				list = append(list, &versionRow{p.Span, changeNames[v.Change], v.Text, t.names(v.Witnesses)})
			}
		}
	}
	for _, g := range t.Gaps {
		list = append(list, &versionRow{g.Span, "left out", "", t.names(g.Witnesses)})
	}
	for _, m := range t.Moves {
		list = append(list, &versionRow{m.Span, "moved", "", t.names([]uint32{m.Witness})})
	}
	ordering.By(list, func(a, b *versionRow) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.span.End, b.span.End))
	})
	rows := [][]string{versionsHead}
	place := 0
	for i, r := range list {
		if i == 0 || r.span != list[i-1].span {
			place++
		}
		rows = append(rows, []string{
			strconv.Itoa(place), r.kind, strconv.Itoa(int(r.span.Start)), strconv.Itoa(int(r.span.End)),
			t.text(r.span), r.text, strings.Join(r.names, "; "), strconv.Itoa(len(r.names)),
		})
	}
	return rows
}

var changeNames = [...]string{
	protocol.ChangePunctuation: "punctuation", protocol.ChangeSpelling: "spelling", protocol.ChangeWords: "words",
}

// text is what the reading text has in a span.
func (t VersionTable) text(span protocol.Span) string {
	if span.Start > span.End || int(span.End) > len(t.Base.Text) {
		return ""
	}
	return span.Of(t.Base.Text)
}

// names is what some witnesses are called: by outlet, else by file.
func (t VersionTable) names(list []uint32) []string {
	var names []string
	for _, w := range list {
		if int(w) < len(t.Witnesses) {
			s := t.Summaries[t.Witnesses[w].ID]
			names = append(names, cmp.Or(s.Outlet, s.Name))
		}
	}
	return names
}
