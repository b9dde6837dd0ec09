package ui

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// timeline is when the documents of a story were published, outlet by outlet.
type timeline struct {
	rows    []timeRow
	ticks   []timeTick
	undated []*timeMark
	all     []*timeMark // by date, for the table
}

// timeRow is an outlet, by its first document.
type timeRow struct {
	outlet string
	marks  []*timeMark
}

// timeMark is a document. Places are shares of the width, in percent.
type timeMark struct {
	summary    protocol.Summary
	letter     string // of its group of copies, "" of a lone text
	copy       bool   // not the one shown first
	at, width  float64
	start, end time.Time // the moment, or the whole day when no more is known
}

// timeTick is a line across, with its name.
type timeTick struct {
	at   float64
	name string
}

const (
	timeEdge = 5 // percent left free at both ends, for the names of ticks
	oneDay   = 24 * time.Hour
)

func newTimeline(r *storyRow) *timeline {
	t := &timeline{}
	for _, g := range r.groups {
		for i, text := range g.texts {
			t.add(&timeMark{summary: text.summary, letter: g.letter, copy: i > 0})
		}
	}
	for _, l := range r.lone {
		t.add(&timeMark{summary: l.summary})
	}
	ordering.By(t.all, func(a, b *timeMark) int {
		return cmp.Or(a.start.Compare(b.start), a.end.Compare(b.end), cmp.Compare(outlet(a.summary), outlet(b.summary)))
	})
	t.arrange()
	return t
}

func (t *timeline) add(m *timeMark) {
	at, hasTime, ok := parseDate(m.summary.Date)
	if !ok {
		t.undated = append(t.undated, m)
		return
	}
	m.start, m.end = at, at
	if !hasTime {
		m.end = at.Add(oneDay)
	}
	t.all = append(t.all, m)
}

// arrange gives every dated document its place.
func (t *timeline) arrange() {
	if len(t.all) == 0 {
		return
	}
	from, to := t.all[0].start, t.all[0].end
	for _, m := range t.all {
		if m.end.After(to) {
			to = m.end
		}
	}
	place := func(at time.Time) float64 {
		if !to.After(from) {
			return 50
		}
		return timeEdge + (100-2*timeEdge)*float64(at.Sub(from))/float64(to.Sub(from))
	}
	rows := map[string]int{}
	for _, m := range t.all {
		first, last := place(m.start), place(m.end)
		m.at, m.width = (first+last)/2, last-first
		name := shorten(outlet(m.summary), amongLen)
		i, ok := rows[name]
		if !ok {
			i, rows[name] = len(t.rows), len(t.rows)
			t.rows = append(t.rows, timeRow{outlet: name})
		}
		t.rows[i].marks = append(t.rows[i].marks, m)
	}
	for _, at := range ticksBetween(from, to) {
		t.ticks = append(t.ticks, timeTick{place(at.Time), at.name})
	}
}

// mostTicks fit on a phone.
const mostTicks = 5

// namedTime is a moment as a tick calls it.
type namedTime struct {
	time.Time
	name string
}

// ticksBetween are moments at even distances, hours, days, months or years.
func ticksBetween(from, to time.Time) []namedTime {
	span := to.Sub(from)
	for _, step := range []time.Duration{time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour} {
		if span <= (mostTicks-1)*step {
			return evenTicks(from.Truncate(step), to, func(t time.Time) time.Time { return t.Add(step) }, from, "15:04")
		}
	}
	for _, days := range []int{1, 2, 7, 14} {
		if span <= time.Duration((mostTicks-1)*days)*oneDay {
			return evenTicks(from.Truncate(oneDay), to, func(t time.Time) time.Time { return t.AddDate(0, 0, days) }, from, "2 Jan")
		}
	}
	month := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, time.UTC)
	for _, months := range []int{1, 3, 6} {
		if month.AddDate(0, (mostTicks-1)*months, 0).After(to) {
			return evenTicks(month, to, func(t time.Time) time.Time { return t.AddDate(0, months, 0) }, from, "Jan 2006")
		}
	}
	years := max(1, (to.Year()-from.Year()+mostTicks-2)/(mostTicks-1))
	return evenTicks(time.Date(from.Year(), 1, 1, 0, 0, 0, 0, time.UTC), to, func(t time.Time) time.Time { return t.AddDate(years, 0, 0) }, from, "2006")
}

// evenTicks are the moments from start that lie from begin to end. The first of a
// day among hours tells the day.
func evenTicks(start, end time.Time, next func(time.Time) time.Time, begin time.Time, form string) []namedTime {
	var list []namedTime
	day := -1
	for t := start; !t.After(end); t = next(t) {
		if t.Before(begin) {
			continue
		}
		name := t.Format(form)
		if form == "15:04" && t.YearDay() != day {
			name = t.Format("2 Jan 15:04")
		}
		day = t.YearDay()
		list = append(list, namedTime{t, name})
	}
	return list
}

// renderTimes draws the time line, the undated apart, and a table on demand.
func (v *oneStory) renderTimes() []app.UI {
	t := v.times
	var parts []app.UI
	if len(t.rows) > 0 {
		rows := t.rows[:min(len(t.rows), v.upTo("times", storySteps["times"]))]
		parts = append(parts,
			markup(`<div class=timeline>$<ol class=time-rows>$</ol>$</div>`, t.renderAxis(),
				several(len(rows), func(i int) app.UI { return t.renderRow(&rows[i]) }),
				v.renderRest("times", "outlet", len(t.rows)-len(rows))),
			words("p", "story-part-note time-key", v.timeKey()))
	}
	if n := len(t.undated); n > 0 {
		parts = append(parts, words("p", "story-part-note", "Without a date: "+namesOf(t.undated)+"."))
	}
	parts = append(parts, v.renderTimeTable())
	if len(t.rows) > 0 {
		parts = append(parts, markup(`<p class=time-saves><button class='link link-quiet' type=button data-open=save-chart>Save as SVG</button></p>`))
	}
	return parts
}

// timeKey says what the signs stand for.
func (v *oneStory) timeKey() string {
	text := "A bar is a day of which no hour is known."
	if len(v.row.groups) > 0 {
		text = "The same letter is the same text: filled where it is shown first, hollow for its copies; a dot is a text that stands alone. " + text
	}
	return text
}

// namesOf names the outlets of some documents.
func namesOf(list []*timeMark) string {
	t := &telling{}
	var in []protocol.Sentence
	for i, m := range list {
		t.texts = append(t.texts, teller{name: shorten(outlet(m.summary), amongLen)})
		in = append(in, protocol.Sentence{Text: uint32(i)})
	}
	return t.whoAll(in)
}

// trackPlace is a place in a drawing as wide as the page lets it be.
func trackPlace(percent float64) string { return fmt.Sprintf("%.2f%%", percent) }

func (t *timeline) renderAxis() app.UI {
	return markup(`<div class=time-axis aria-hidden=true>$</div>`, svg("svg").Class("time-track").Attr("height", 20).Body(
		several(len(t.ticks), func(i int) app.UI {
			return with(svg("text").Class("time-tick"), "x", trackPlace(t.ticks[i].at), "y", "14", "text-anchor", anchorAt(t.ticks[i].at)).Body(app.Text(t.ticks[i].name))
		})...))
}

// anchorAt keeps the name of a tick within the drawing.
func anchorAt(percent float64) string {
	switch {
	case percent < 2*timeEdge:
		return "start"
	case percent > 100-2*timeEdge:
		return "end"
	}
	return "middle"
}

const (
	trackHeight = 28
	markSize    = 9 // radius of a mark with a letter
	dotSize     = 5
)

func (t *timeline) renderRow(r *timeRow) app.UI {
	middle := fmt.Sprint(trackHeight / 2)
	body := make([]app.UI, 0, len(t.ticks)+3*len(r.marks))
	for _, tick := range t.ticks {
		body = append(body, with(svg("line").Class("time-line"), "x1", trackPlace(tick.at), "x2", trackPlace(tick.at), "y1", "0", "y2", fmt.Sprint(trackHeight)))
	}
	for _, m := range r.marks[:min(len(r.marks), mostMarks)] {
		if m.width > 1 {
			body = append(body, with(svg("line").Class("time-day"), "x1", trackPlace(m.at-m.width/2), "x2", trackPlace(m.at+m.width/2), "y1", middle, "y2", middle))
		}
		class, letter, size := "time-mark", "time-mark-letter", dotSize
		if m.letter != "" {
			size = markSize
		}
		if m.copy {
			class, letter = "time-mark time-copy", "time-copy-letter"
		}
		body = append(body, with(svg("circle").Class(class), "cx", trackPlace(m.at), "cy", middle, "r", fmt.Sprint(size)))
		if m.letter != "" {
			body = append(body, with(svg("text").Class(letter), "x", trackPlace(m.at), "y", fmt.Sprint(trackHeight/2+4), "text-anchor", "middle").Body(app.Text(m.letter)))
		}
	}
	return markup(`<li class=time-row><span class=time-outlet dir=auto>$</span>$<span class=time-when>$</span></li>`,
		r.outlet,
		svg("svg").Class("time-track").Attr("height", trackHeight).Aria("hidden", "true").Body(body...),
		r.when())
}

// mostMarks of an outlet are drawn; the words beside them tell of all.
const mostMarks = 40

// when says when an outlet published.
func (r *timeRow) when() string {
	if len(r.marks) == 1 {
		return shortMoment(r.marks[0].summary.Date)
	}
	var dates []string
	for _, m := range r.marks {
		dates = append(dates, m.summary.Date)
	}
	return days(dates) + " · " + many(len(r.marks), "text", "texts")
}

// shortMoment writes a date with its time, if it has one: "3 Jul 2025, 10:49".
func shortMoment(s string) string {
	t, hasTime, ok := parseDate(s)
	if ok && hasTime {
		return t.Format("2 Jan 2006, 15:04")
	}
	return day(s)
}

// renderTimeTable tells the same in words, once it is opened.
func (v *oneStory) renderTimeTable() app.UI {
	open := v.opened["time-table"]
	var table app.UI
	if open {
		list := append(slices.Clone(v.times.all), v.times.undated...)
		shown := list[:min(len(list), v.upTo("rows", 2*openStep))]
		table = markup(`
			<div class=time-table-box>
				<table class=dates-rows>
					<thead><tr><th scope=col>Published</th><th scope=col>Outlet</th><th scope=col>Text</th><th scope=col>Headline</th></tr></thead>
					<tbody>$</tbody>
				</table>
				$
			</div>`, several(len(shown), func(i int) app.UI { return shown[i].renderCells() }),
			v.renderRest("rows", "document", len(list)-len(shown)))
	}
	return elem("div", "time-table",
		with(words("button", "link link-quiet", "as a table"), "type", "button", "data-open", "time-table", "aria-expanded", trueFalse(open)), orHidden(table))
}

// orHidden keeps the place of what is not there.
func orHidden(e app.UI) app.UI {
	if e == nil {
		return app.Elem("div").Hidden(true)
	}
	return e
}

func (m *timeMark) renderCells() app.UI {
	title, _ := headline(m.summary)
	when := "no date"
	if m.summary.Date != "" {
		when = shortMoment(m.summary.Date)
	}
	return markup(`<tr><td>$</td><td>$</td><td>$</td><td><a class=link href=$ dir=auto>$</a></td></tr>`,
		when, outlet(m.summary), m.textName(), address{view: viewReading, doc: m.summary.ID}.String(), title)
}

// textName says which text a document prints.
func (m *timeMark) textName() string {
	switch {
	case m.letter == "":
		return "alone"
	case m.copy:
		return m.letter + ", a copy"
	}
	return m.letter + ", shown first"
}
