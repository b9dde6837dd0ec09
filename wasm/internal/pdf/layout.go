package pdf

import "slices"

func median(v []float64) float64 {
	slices.Sort(v)
	return v[len(v)/2]
}

// layout turns a page's glyphs into blocks in reading order, their lines
// written: glyphs -> spans -> rows -> lines -> blocks.
func layout(glyphs []glyph) []block {
	var out []block
	for _, pieces := range turned(glyphs) {
		all := spans(pieces)
		if len(all) == 0 {
			continue
		}
		ls := lines(all)
		right := 0
		for i := range ls {
			ls[i].text = ls[i].write()
			if endsRight(ls[i].text) {
				right++
			}
		}
		ls = slices.DeleteFunc(ls, func(l line) bool { return l.text == "" })
		out = append(out, order(blocks(ls), 2*right > len(ls))...)
	}
	return out
}
