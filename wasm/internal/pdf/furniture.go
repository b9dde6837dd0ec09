package pdf

import "strings"

// edgeParagraphs is how many paragraphs at the top and at the bottom of a page
// may be running heads and numbers.
const edgeParagraphs = 3

// fix marks what stands at the edges of pages: artifacts, numbers of pages, and
// what repeats, digits aside, at the same height on another page.
func fix(pages [][]paragraph) {
	type place struct {
		text string
		y    int
	}
	seen := map[place]int{}
	visit := func(do func(p *paragraph, key place)) {
		for _, page := range pages {
			for i := range page {
				if i < edgeParagraphs || i >= len(page)-edgeParagraphs {
					p := &page[i]
					do(p, place{digitless(p.text), int(p.y / 8)})
				}
			}
		}
	}
	visit(func(p *paragraph, key place) {
		if len(p.text) < 200 {
			seen[key]++
		}
	})
	visit(func(p *paragraph, key place) {
		near := seen[key] + seen[place{key.text, key.y - 1}] + seen[place{key.text, key.y + 1}]
		p.fixed = p.fixed || len(pages) > 1 && near > 1 || isPageNumber(p.text)
	})
	for _, page := range pages {
		for i := range page {
			p := &page[i]
			p.fixed = p.fixed || p.artifact
		}
	}
}

// digitless is a text with each number made "#".
func digitless(s string) string {
	var b strings.Builder
	digit := false
	for _, r := range s {
		is := r >= '0' && r <= '9'
		if !is {
			b.WriteRune(r)
		} else if !digit {
			b.WriteByte('#')
		}
		digit = is
	}
	return b.String()
}

// isPageNumber reports texts such as "12", "- 12 -", "Page 3 of 9".
func isPageNumber(s string) bool {
	if len(s) > 24 {
		return false
	}
	t := strings.Trim(digitless(strings.ToLower(s)), " -–—|[]()./")
	switch t {
	case "#", "page #", "page # of #", "# of #", "# / #", "#/#", "p. #", "seite #", "seite # von #", "página #", "стр. #", "第 # 页", "第#页":
		return true
	}
	return false
}
