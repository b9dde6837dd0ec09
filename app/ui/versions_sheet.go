package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// sheetRows is what a long view draws in sheets: the paragraphs of a reading text,
// the rows of two texts.
type sheetRows interface {
	count() int
	weight(i int) int // about how many elements the row is made of
	render(i int, at sheetState) app.UI
}

// sheetWeight is how many elements a sheet has: to mount one takes 200 to 300 µs,
// and a task should stay below 50 ms.
const sheetWeight = 100

// sheets draws rows a sheet in every frame. Where others were drawn before, those
// stay until their turn comes, so that the page keeps its height.
type sheets struct {
	rows  sheetRows
	parts []sheetPart
	fresh int // parts drawn of rows; those after are of the rows before
	done  bool
}

type sheetPart struct {
	rows     sheetRows
	from, to int
}

// begin draws other rows from now on.
func (s *sheets) begin(rows sheetRows) {
	s.rows, s.fresh, s.done = rows, 0, false
	s.advance()
}

// advance draws one more sheet and reports whether there are others to come.
func (s *sheets) advance() bool {
	from := 0
	if s.fresh > 0 {
		from = s.parts[s.fresh-1].to
	}
	to, weight := from, 0
	for to < s.rows.count() && (to == from || weight+s.rows.weight(to) <= sheetWeight) {
		weight += s.rows.weight(to)
		to++
	}
	if to > from {
		s.parts = append(s.parts[:s.fresh:s.fresh], append([]sheetPart{{s.rows, from, to}}, s.parts[min(s.fresh+1, len(s.parts)):]...)...)
		s.fresh++
	}
	if to >= s.rows.count() {
		s.parts, s.done = s.parts[:s.fresh], true
	}
	return !s.done
}

// draw draws all sheets, one in every frame, and then calls done.
func (s *sheets) draw(ctx app.Context, done func(app.Context)) {
	rows := s.rows
	ctx.Defer(func(ctx app.Context) {
		switch {
		case rows != s.rows:
		case s.done:
			done(ctx)
		default:
			ctx.Dispatch(func(ctx app.Context) {
				s.advance()
				s.draw(ctx, done)
			})
		}
	})
}

// render draws the sheets drawn so far. The row that the person stands on shows
// the difference current.
func (s *sheets) render(row, current int) []app.UI {
	return several(len(s.parts), func(i int) app.UI {
		p := s.parts[i]
		sheet := &rowSheet{Rows: p.rows, From: p.from, To: p.to, Row: -1, Current: -1}
		if i < s.fresh && p.from <= row && row < p.to {
			sheet.Row, sheet.Current = row, current
		}
		return sheet
	})
}

// rowSheet is a run of rows. What the person opens in it redraws this sheet alone,
// however long the text is.
type rowSheet struct {
	app.Compo
	Rows     sheetRows
	From, To int
	Row      int // that the person stands on, -1 if it is in another sheet
	Current  int

	of     sheetRows // that the rest belongs to
	opened map[int]bool
	listed map[string]bool
}

// sheetState is what is open in a row.
type sheetState struct {
	current int             // the difference the person stands on, -1 for none
	opened  bool            // what is folded away
	listed  map[string]bool // lists shown whole, by name
}

func (s *rowSheet) OnInit() { s.foldAll() }

func (s *rowSheet) OnUpdate(app.Context) { s.foldAll() }

// foldAll closes what was opened of other rows.
func (s *rowSheet) foldAll() {
	if s.of != s.Rows {
		s.of, s.opened, s.listed = s.Rows, map[int]bool{}, map[string]bool{}
	}
}

func (s *rowSheet) Render() app.UI {
	return elem("div", "version-sheet", several(s.To-s.From, func(i int) app.UI {
		at := sheetState{current: -1, opened: s.opened[s.From+i], listed: s.listed}
		if s.From+i == s.Row {
			at.current = s.Current
		}
		return s.Rows.render(s.From+i, at)
	})...).On("click", s.onClick)
}

// goDifference leads to a difference: its value is its number.
const goDifference = "ui/difference" // int

// onClick hears everything that can be pressed in the sheet.
func (s *rowSheet) onClick(ctx app.Context, e app.Event) {
	target := e.Get("target").Call("closest", "[data-open], [data-list], [data-place], a")
	if !target.Truthy() {
		ctx.PreventUpdate()
		return
	}
	data := target.Get("dataset")
	if row, err := strconv.Atoi(data.Get("open").String()); err == nil {
		s.opened[row] = !s.opened[row]
	} else if list := data.Get("list"); list.Truthy() {
		s.listed[list.String()] = !s.listed[list.String()]
	} else if n, err := strconv.Atoi(data.Get("place").String()); err == nil {
		ctx.NewActionWithValue(goDifference, n)
		ctx.PreventUpdate()
	}
}
