package ui

import (
	"fmt"
	"strings"

	"clippings/app/action"
)

// asChart is the time line as a drawing of its own: all outlets of it, black on
// white, with its names in it.
func (v *oneStory) asChart() action.Text {
	const row, top = trackHeight, 64
	t, rows := v.times, v.times.rows
	height := top + row*len(rows) + 40
	w := &chartLines{}
	w.addf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" font-family="sans-serif" font-size="12" fill="#111" role="img">`, chartWidth, height)
	w.addf(`<title>%s</title>`, v.row.title)
	w.addf(`<rect width="%d" height="%d" fill="#fff"/>`, chartWidth, height)
	w.addf(`<text x="8" y="24" font-size="16" font-weight="600">%s</text>`, shorten(v.row.title, 100))
	for _, tick := range t.ticks {
		x := chartPlace(tick.at)
		w.addf(`<text x="%.1f" y="%d" text-anchor="%s" fill="#555">%s</text>`, x, top-10, anchorAt(tick.at), tick.name)
		w.addf(`<path d="M%.1f %dv%d" stroke="#ccc"/>`, x, top, row*len(rows))
	}
	for i := range rows {
		w.addRow(&rows[i], top+row*i+row/2)
	}
	w.addf(`<text x="8" y="%d" font-size="11" fill="#555">%s</text>`, height-16, v.timeKey())
	w.add("</svg>")
	return action.Text{Name: "clippings-timeline.svg", Type: "image/svg+xml", Lines: w.lines}
}

// In pixels: the drawing, and where its time begins and ends.
const (
	chartWidth = 960
	chartFrom  = 190
	chartTo    = 760
)

func chartPlace(percent float64) float64 { return chartFrom + (chartTo-chartFrom)*percent/100 }

// chartLines is a drawing being written.
type chartLines struct{ lines }

// addf adds a line; texts in it cannot become markup.
func (w *chartLines) addf(form string, values ...any) {
	for i, v := range values {
		if s, ok := v.(string); ok {
			values[i] = chartText.Replace(strings.Map(chartSign, s))
		}
	}
	w.add(fmt.Sprintf(form, values...))
}

var chartText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// chartSign drops what XML forbids.
func chartSign(r rune) rune {
	if r < ' ' || r == 0xfffe || r == 0xffff {
		return ' '
	}
	return r
}

func (w *chartLines) addRow(r *timeRow, y int) {
	w.addf(`<text x="8" y="%d">%s</text>`, y+4, shorten(r.outlet, 26))
	w.addf(`<text x="%d" y="%d" fill="#555">%s</text>`, chartTo+12, y+4, r.when())
	for _, m := range r.marks[:min(len(r.marks), mostMarks)] {
		x := chartPlace(m.at)
		if m.width > 1 {
			w.addf(`<path d="M%.1f %dH%.1f" stroke="#999" stroke-width="4" stroke-linecap="round"/>`, chartPlace(m.at-m.width/2), y, chartPlace(m.at+m.width/2))
		}
		size, fill, ink := dotSize, "#111", "#fff"
		if m.letter != "" {
			size = markSize
		}
		if m.copy {
			fill, ink = "#fff", "#111"
		}
		w.addf(`<circle cx="%.1f" cy="%d" r="%d" fill="%s" stroke="#111" stroke-width="1.5"/>`, x, y, size, fill)
		if m.letter != "" {
			w.addf(`<text x="%.1f" y="%d" text-anchor="middle" font-weight="600" fill="%s">%s</text>`, x, y+4, ink, m.letter)
		}
	}
}
