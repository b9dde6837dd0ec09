package pdf

import "math"

// operate runs one operator. Those that draw no text are passed over.
func (w *painter) operate(op string) {
	switch op {
	case "q":
		if len(w.saved) < maxSaved {
			w.saved = append(w.saved, w.graphics)
		}
	case "Q":
		if n := len(w.saved); n > 0 {
			w.graphics, w.saved = w.saved[n-1], w.saved[:n-1]
		}
	case "cm":
		w.ctm = w.matrix().then(w.ctm)
	case "Do":
		w.draw(name(w.last()))
	case "gs":
		w.setState(w.file.dict(w.file.dict(w.resources["ExtGState"])[name(w.last())]))
	case "BMC", "BDC":
		w.open(op == "BDC")
	case "EMC":
		w.close()
	default:
		w.operateText(op)
	}
}

// operateText runs the operators of text objects.
func (w *painter) operateText(op string) {
	switch op {
	case "BT":
		w.tm, w.line = identity, identity
	case "Tf":
		w.size = w.number(0)
		if n := len(w.operands); n >= 2 {
			w.font = w.file.font(w.file.dict(w.resources["Font"])[name(w.operands[n-2].text)])
		}
	case "Tc":
		w.charSpace = w.number(0)
	case "Tw":
		w.wordGap = w.number(0)
	case "Tz":
		w.stretch = w.number(0) / 100
	case "TL":
		w.leading = w.number(0)
	case "Ts":
		w.rise = w.number(0)
	case "Td":
		w.move(w.number(1), w.number(0))
	case "TD":
		w.leading = -w.number(0)
		w.move(w.number(1), w.number(0))
	case "Tm":
		w.tm = w.matrix()
		w.line = w.tm
	case "T*":
		w.move(0, -w.leading)
	case "Tj":
		w.show(w.last())
	case "'":
		w.move(0, -w.leading)
		w.show(w.last())
	case `"`:
		w.wordGap, w.charSpace = w.number(2), w.number(1)
		w.move(0, -w.leading)
		w.show(w.last())
	case "TJ":
		w.showItems()
	}
}

// move starts a new line some way from the start of this one.
func (w *painter) move(x, y float64) {
	w.line = w.line.moved(x, y)
	w.tm = w.line
}

// showItems shows an array's strings; its numbers move back.
func (w *painter) showItems() {
	for _, item := range w.items {
		if item.kind == tokenString {
			w.show(item.text)
			continue
		}
		by := -item.num / 1000 * w.size
		if w.font != nil && w.font.vertical {
			w.tm = w.tm.moved(0, by)
		} else {
			w.tm = w.tm.moved(by*w.stretch, 0)
		}
	}
	w.items = w.items[:0]
}

// show shows a string from where the text matrix stands.
func (w *painter) show(s []byte) {
	t := w.font
	if t == nil {
		return
	}
	m := w.tm.then(w.ctm)
	ax, ay := m.a, m.b
	if t.vertical {
		ax, ay = -m.c, -m.d
	}
	along := math.Hypot(ax, ay)
	size := math.Abs(w.size) * math.Hypot(m.c, m.d)
	if t.vertical {
		size = math.Abs(w.size) * math.Hypot(m.a, m.b)
	}
	if !(along > 0) || !(size > 0) || along > 1e9 || size > 1e9 || len(w.glyphs) > maxGlyphs {
		return
	}
	turn := 1.0
	if w.size*w.stretch < 0 && !t.vertical {
		turn = -1
	}
	g := glyph{dx: turn * ax / along, dy: turn * ay / along, size: size, font: t, artifact: w.isArtifact()}
	short := len(s) < 8
	at := 0.0 // along the line, in text space
	for len(s) > 0 {
		c := t.next(s)
		s = s[max(1, min(c.bytes, len(s))):]
		step := c.width*w.size + w.charSpace
		if t.vertical {
			step = math.Abs(w.size) + w.charSpace
		}
		bare := step
		if w.charSpace > 0 && short {
			bare -= w.charSpace // of few characters it is a gap, of many tracking
		}
		if c.space {
			step += w.wordGap
		}
		if !t.vertical {
			step, bare = step*w.stretch, bare*w.stretch
		}
		g.x, g.y = m.e+at*ax+w.rise*m.c, m.f+at*ay+w.rise*m.d
		g.text, g.width = c.text, math.Abs(bare)*along
		w.add(g)
		at += step
	}
	if t.vertical {
		w.tm = w.tm.moved(0, -at)
	} else {
		w.tm = w.tm.moved(at, 0)
	}
}

// add keeps a glyph that can be seen.
func (w *painter) add(g glyph) {
	if g.text == "" {
		w.unknown++
		return
	}
	const edge = 2 // points: a glyph may hang over the edge
	inside := g.x > w.box[0]-edge && g.x < w.box[2]+edge && g.y > w.box[1]-edge && g.y < w.box[3]+edge
	if inside {
		w.glyphs = append(w.glyphs, g)
	}
}

// setState takes over the font of a graphics state dictionary.
func (w *painter) setState(d dict) {
	if pair := w.file.array(d["Font"]); len(pair) == 2 {
		w.font = w.file.font(pair[0])
		w.size, _ = w.file.number(pair[1])
	}
}
