package extract

// Hints that say a block is no part of the article.
const (
	boxHints  = HintNav | HintFooter | HintAside | HintForm | HintBoiler
	roomHints = boxHints | HintComment
)

// weighHints takes back what the names of blocks say where they cannot mean it:
// a block with a furniture name that holds most of the page's prose is a wrapper
// ("has a sidebar", "with ads"), and its lines are judged as if it had none. The
// hints of a line are then its own and those of all blocks around it that count.
func (p *page) weighHints() {
	if len(p.in.Nodes) == 0 {
		return
	}
	prose := make([]int32, len(p.in.Nodes))
	for i := range p.lines {
		l := &p.lines[i]
		if s := scoreOf(l); s > 0 && l.Links < 50 {
			prose[l.Node] += s
		}
	}
	for n := len(prose) - 1; n > 0; n-- {
		prose[p.in.Nodes[n].Parent] += prose[n]
	}
	all := make([]Hint, len(prose))
	for n := 1; n < len(prose); n++ {
		node := &p.in.Nodes[n]
		own := node.Hints
		if prose[n]*100 > prose[0]*wrapperShare {
			own &^= boxHints
		}
		if prose[n]*100 > prose[0]*roomShare {
			own &^= HintComment
		}
		all[n] = all[node.Parent] | own
	}
	for i := range p.lines {
		l := &p.lines[i]
		l.Hints = l.Hints&^roomHints | all[l.Node]&roomHints | l.Inline&roomHints
	}
}

const (
	wrapperShare = 40 // percent of the page's prose that no box holds
	roomShare    = 85 // percent that no room for comments holds: under a short article they are most of the page
)
