package pdf

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
		right, n := 0, 0
		for i := range ls {
			if ls[i].text = ls[i].write(); ls[i].text == "" {
				continue
			}
			if endsRight(ls[i].text) {
				right++
			}
			ls[n] = ls[i]
			n++
		}
		out = append(out, order(blocks(joinInitials(ls[:n])), 2*right > n)...)
	}
	return out
}
