package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// reused is a part of a text that stands in the same others from end to end.
type reused struct {
	span   protocol.Span
	others []protocol.DocID // sorted
	words  int
}

// reusesOf cuts what an article shares with others where the others change,
// in the order of the text. Cost: the passages that overlap, at each of their
// ends.
func reusesOf(a *coord.Article) []reused {
	marks := make([]mark, len(a.Passages))
	for i, p := range a.Passages {
		marks[i] = mark{span: p.Span, kind: markShared, ref: i}
	}
	var list []reused
	for _, piece := range segments(protocol.Span{End: uint32(len(a.Document.Text))}, marks) {
		if len(piece.shared) == 0 {
			continue
		}
		s := reused{span: piece.span, words: len(strings.Fields(piece.span.Of(a.Document.Text)))}
		for _, ref := range piece.shared {
			s.others = append(s.others, a.Passages[ref].Other)
		}
		slices.Sort(s.others)
		s.others = slices.Compact(s.others)
		if n := len(list) - 1; n >= 0 && isGap(a.Document.Text, list[n].span.End, s.span.Start) && slices.Equal(list[n].others, s.others) {
			list[n].span.End = s.span.End
			list[n].words += s.words
			continue
		}
		list = append(list, s)
	}
	return slices.DeleteFunc(list, func(s reused) bool { return s.words == 0 })
}

// gapLen is how many bytes between two passages are taken for signs and space.
const gapLen = 12

// isGap reports whether no word stands from one place to the other.
func isGap(text string, from, to uint32) bool {
	return to >= from && to-from <= gapLen && !strings.ContainsFunc(text[from:to], isLetterOrDigit)
}

// reuseWidth is the width of the map in its own units; the page stretches it.
const reuseWidth = 1000

// levels of the map: how many others a stretch stands in.
var levelNames = [...]string{"in 1 other text", "in 2 or 3", "in 4 or more"}

func levelOf(others int) int {
	switch {
	case others >= 4:
		return 2
	case others >= 2:
		return 1
	}
	return 0
}

// renderReuse draws the whole text as one bar: the more others a part stands in,
// the taller it is; ticks above are quotes, below matches of the query. The table
// under it says the same.
func (r *reading) renderReuse() app.UI {
	a := r.page.article
	if len(r.page.reuse) == 0 && len(a.Speeches) == 0 && len(a.Marks) == 0 {
		return app.Elem("div").Hidden(true)
	}
	return markup(`<section id=reuse class=reuse aria-label='What of this text stands elsewhere' lang=en>$<p class=reuse-key>$</p>$</section>`,
		r.drawReuse(), r.renderLegend(), r.renderStretches())
}

func (r *reading) drawReuse() app.UI {
	a := r.page.article
	all := max(1, len(a.Document.Text))
	place := func(at uint32) int { return int(at) * reuseWidth / all }
	var levels [len(levelNames)][]byte
	for _, s := range r.page.reuse {
		level := levelOf(len(s.others))
		height := 6 + 5*level
		from := place(s.span.Start)
		width := max(2, place(s.span.End)-from)
		levels[level] = fmt.Appendf(levels[level], "M%d %dh%dv%dh-%dz", from, 24-height, width, height, width)
	}
	var quotes, matches []byte
	for _, s := range a.Speeches {
		if len(s.Parts) > 0 {
			quotes = fmt.Appendf(quotes, "M%d 1v5", place(s.Parts[0].Start))
		}
	}
	for _, m := range r.page.matches {
		matches = fmt.Appendf(matches, "M%d 27v5", place(m.Start))
	}
	paths := []app.UI{svg("path").Class("reuse-all").Attr("d", "M0 24h1000")}
	for i, d := range levels {
		paths = appendPath(paths, "reuse-level reuse-"+strconv.Itoa(i+1), d)
	}
	paths = appendPath(appendPath(paths, "reuse-quote", quotes), "reuse-match", matches)
	return svg("svg").ID("reuse-map").Class("reuse-map").Attr("viewBox", "0 0 1000 33").
		Attr("preserveAspectRatio", "none").Aria("hidden", "true").Body(paths...).OnClick(r.onReuseMap)
}

func appendPath(list []app.UI, class string, d []byte) []app.UI {
	if len(d) == 0 {
		return list
	}
	return append(list, svg("path").Class(class).Attr("d", string(d)))
}

// onReuseMap goes to the part of the text that was pointed at.
func (r *reading) onReuseMap(ctx app.Context, e app.Event) {
	box := ctx.JSSrc().Call("getBoundingClientRect")
	share := (e.Get("clientX").Float() - box.Get("left").Float()) / max(1, box.Get("width").Float())
	at := int(share * float64(len(r.page.article.Document.Text)))
	r.goToPlace(ctx, uint32(max(0, at)))
}

// renderLegend says in words what the map shows.
func (r *reading) renderLegend() []app.UI {
	var counts [len(levelNames)]int
	shared := 0
	for _, s := range r.page.reuse {
		counts[levelOf(len(s.others))] += s.words
		shared += s.words
	}
	var list []app.UI
	add := func(class, text string) {
		list = append(list, markup(`<span class=reuse-part><i class=$></i>$</span>`, "reuse-sign "+class, text))
	}
	for i, n := range counts {
		if n > 0 {
			add("reuse-sign-"+strconv.Itoa(i+1), many(n, "word ", "words ")+levelNames[i])
		}
	}
	if shared == 0 {
		add("reuse-sign-0", "No passage of this text stands in another")
	}
	a := r.page.article
	if n := len(a.Speeches); n > 0 {
		add("reuse-sign-tick", many(n, "quote", "quotes")+" (ticks above)")
	}
	if len(r.page.matches) > 0 {
		list = append(list, r.renderMatches())
	}
	return list
}

const (
	stretchWords = 8  // of a stretch that has a line in the table
	stretchesMax = 60 // lines of the table
)

// renderStretches is the table of the map: each stretch, how many words it has,
// and who else has it.
func (r *reading) renderStretches() app.UI {
	var rows []app.UI
	total, more := 0, 0
	for i := range r.page.reuse {
		s := &r.page.reuse[i]
		switch total++; {
		case s.words < stretchWords || len(rows) == stretchesMax:
			more++
		default:
			rows = append(rows, r.renderStretch(s))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	var rest app.UI
	if more > 0 {
		rest = words("p", "reuse-more", "and "+many(more, "shorter stretch", "shorter stretches"))
	}
	return markup(`<details class=reuse-table><summary>Passages shared with others</summary>
		<table><thead><tr><th scope=col>Begins</th><th scope=col>Words</th><th scope=col>Stands in</th></tr></thead><tbody>$</tbody></table>$
		<p class=reuse-saves><button id=reuse-csv class='link link-quiet' type=button onclick=$>Save as CSV</button> <button id=reuse-svg class='link link-quiet' type=button onclick=$>Save the map as SVG</button></p></details>`,
		rows, rest, r.onSaveStretches, r.onSaveMap)
}

// onSaveStretches saves the table, short stretches too.
func (r *reading) onSaveStretches(ctx app.Context, _ app.Event) {
	ctx.NewActionWithValue(action.SaveTable, action.Table{Name: "clippings-passages.csv", Rows: r.stretchRows()})
}

// stretchRows are a row for each text in which a stretch stands too. Places are bytes
// of the text.
func (r *reading) stretchRows() [][]string {
	rows := [][]string{{"from", "to", "words", "text", "outlet", "date", "headline", "file"}}
	for _, s := range r.page.reuse {
		for _, id := range s.others {
			from := r.page.article.Summaries[id]
			rows = append(rows, []string{
				strconv.Itoa(int(s.span.Start)), strconv.Itoa(int(s.span.End)), strconv.Itoa(s.words),
				oneLine(s.span.Of(r.page.article.Document.Text)), outlet(from), from.Date, from.Title, from.Name,
			})
		}
	}
	return rows
}

// onSaveMap saves the map as it looks.
func (r *reading) onSaveMap(app.Context, app.Event) {
	// It can fail only where there is no window.
	_ = files.SaveChart(app.Window().GetElementByID("reuse-map"), "clippings-passages.svg")
}

func (r *reading) renderStretch(s *reused) app.UI {
	doc := &r.page.article.Document
	var names []string
	for _, id := range s.others {
		if name := outlet(r.page.article.Summaries[id]); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return markup(`<tr><td><button class=link type=button data-do=go data-at=$ lang=$ dir=auto>$</button></td><td class=reuse-words>$</td><td>$</td></tr>`,
		strconv.Itoa(int(s.span.Start)), doc.Lang, beginning(s.span.Of(doc.Text)), number(s.words), someNames(names))
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// beginning is the first words of a stretch.
func beginning(text string) string {
	return cut(strings.TrimLeftFunc(oneLine(text), func(r rune) bool { return !isLetterOrDigit(r) }), 60)
}

// oneLine is text without line breaks.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
