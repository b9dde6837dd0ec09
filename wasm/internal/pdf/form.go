package pdf

import "strings"

// draw draws a form: a stream of operators with resources of its own.
func (w *painter) draw(n name) {
	s := w.file.stream(w.file.dict(w.resources["XObject"])[n])
	if s == nil {
		return
	}
	switch w.file.name(s.dict["Subtype"]) {
	case "Form":
		w.drawForm(s)
	case "Image":
		w.images++
	}
}

func (w *painter) drawForm(s *stream) {
	if w.depth >= maxForms {
		return
	}
	state, resources, tm, line, saved := w.graphics, w.resources, w.tm, w.line, w.saved
	operands := w.operands
	w.saved, w.operands = nil, nil
	w.depth++
	w.count += 100 // opening one costs as much as so many operators
	var m [6]float64
	if w.file.numbers(s.dict["Matrix"], m[:]) {
		w.ctm = matrixOf(m[:]).then(w.ctm)
	}
	if r := w.file.dict(s.dict["Resources"]); r != nil {
		w.resources = r
	}
	w.run(w.file.plain(s))
	w.depth--
	w.graphics, w.resources, w.tm, w.line, w.saved = state, resources, tm, line, saved
	w.operands = operands
}

// open begins marked content. Its text may be given beside it, and it may be
// marked as an artifact: a running head, a page number.
func (w *painter) open(hasProperties bool) {
	m := mark{first: len(w.glyphs)}
	if len(w.operands) > 0 {
		m.artifact = string(w.operands[0].text) == "Artifact"
	}
	if hasProperties && len(w.operands) > 1 {
		last := w.operands[len(w.operands)-1]
		d, ok := last.object.(dict)
		if !ok {
			d = w.file.dict(w.file.dict(w.resources["Properties"])[name(last.text)])
		}
		if t, ok := w.file.resolve(d["ActualText"]).(text); ok {
			m.actual, m.replaces = textString(string(t)), true
		}
	}
	if len(w.marks) < maxMarks {
		w.marks = append(w.marks, m)
	}
}

// close ends marked content.
func (w *painter) close() {
	n := len(w.marks)
	if n == 0 {
		return
	}
	m := w.marks[n-1]
	w.marks = w.marks[:n-1]
	if m.replaces && m.first < len(w.glyphs) {
		w.replace(m)
	}
}

// replace puts the text that was given in place of the glyphs of one line. Of
// glyphs on several lines the first takes it.
func (w *painter) replace(m mark) {
	all := w.glyphs[m.first:]
	g := all[0]
	for _, next := range all[1:] {
		along := (next.x-g.x)*g.dx + (next.y-g.y)*g.dy
		if along > 0 && next.font == g.font {
			g.width = max(g.width, along+next.width)
		}
	}
	g.text = m.actual
	w.glyphs = w.glyphs[:m.first]
	if strings.Trim(g.text, "\u00ad \n") != "" || g.text == " " || g.text == "\u00ad" {
		w.glyphs = append(w.glyphs, g)
	}
}

func (w *painter) isArtifact() bool {
	for _, m := range w.marks {
		if m.artifact {
			return true
		}
	}
	return false
}

// annotations draws what is laid over the page: fields of forms and notes.
func (w *painter) annotations(p page) {
	for i, o := range w.file.array(p.dict["Annots"]) {
		if i > 1000 || w.file.err != nil {
			return
		}
		a := w.file.dict(o)
		flags := w.file.int(a["F"], 0)
		kind := w.file.name(a["Subtype"])
		if flags&2 != 0 || kind == "Popup" || kind == "Link" {
			continue // hidden, or no text of its own
		}
		w.appearance(a)
	}
}

// appearance draws the normal appearance of an annotation.
func (w *painter) appearance(a dict) {
	o := w.file.resolve(w.file.dict(a["AP"])["N"])
	if d, ok := o.(dict); ok {
		o = w.file.resolve(d[w.file.name(a["AS"])])
	}
	s, ok := o.(*stream)
	if !ok {
		return
	}
	rect, box, m := [4]float64{}, [4]float64{}, identity
	f := w.file
	f.box(a["Rect"], &rect)
	f.box(s.dict["BBox"], &box)
	var n [6]float64
	if f.numbers(s.dict["Matrix"], n[:]) {
		m = matrixOf(n[:])
	}
	corner := matrix{e: box[0], f: box[1]}.then(m)
	w.graphics = graphics{ctm: matrix{1, 0, 0, 1, rect[0] - corner.e, rect[1] - corner.f}, stretch: 1}
	w.saved, w.marks = nil, nil
	w.drawForm(s)
}
