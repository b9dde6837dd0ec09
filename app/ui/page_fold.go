package ui

import "clippings/wasm/protocol"

// fold adds a paragraph that is not the article to the fold before it, or begins
// a new one.
func (p *page) fold(f folded) {
	n := len(p.blocks)
	if n == 0 || !p.blocks[n-1].isFold {
		p.blocks = append(p.blocks, block{isFold: true})
		n++
	}
	b := &p.blocks[n-1]
	b.folded = append(b.folded, f)
}

// nameFold says what a fold hides: "14 lines of page furniture", "6 paragraphs
// printed above already", "2 lines told above".
func nameFold(list []folded) string {
	var lines, repeats, told int
	for _, f := range list {
		switch f.role {
		case protocol.RoleRepeat:
			repeats++
		case protocol.RoleFurniture:
			lines++
		default:
			told++
		}
	}
	var parts []string
	if lines > 0 {
		parts = append(parts, many(lines, "line", "lines")+" of page furniture")
	}
	if repeats > 0 {
		parts = append(parts, many(repeats, "paragraph", "paragraphs")+" printed above already")
	}
	if told > 0 {
		parts = append(parts, many(told, "line", "lines")+" whose facts are told above")
	}
	return joinNames(parts)
}
