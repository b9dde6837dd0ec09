package extract

// Hints that say a block is no part of the article.
const (
	boxHints  = HintNav | HintFooter | HintAside | HintForm | HintBoiler
	roomHints = boxHints | HintComment
	weighed   = roomHints | HintCaption
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
		s := scoreOf(l)
		if l.kind == kindCaption && l.Hints&HintCaption != 0 && !l.phrase {
			s = proseScore(l) // whether it is one is what is asked
		}
		if s > 0 && l.Links < 50 {
			prose[l.Node] += s
		}
	}
	for n := len(prose) - 1; n > 0; n-- {
		prose[p.in.Nodes[n].Parent] += prose[n]
	}
	captions := p.captionProse(prose)
	all := make([]Hint, len(prose))
	titled := p.aroundTitle()
	for n := 1; n < len(prose); n++ {
		node := &p.in.Nodes[n]
		own := node.Hints
		if prose[n]*100 > prose[0]*wrapperShare || titled[n] {
			own &^= boxHints
		}
		if prose[n]*100 > prose[0]*roomShare {
			own &^= HintComment
		}
		if prose[n]*100 > prose[0]*captionShare || captions*100 > prose[0]*captionsShare {
			own &^= HintCaption
		}
		all[n] = all[node.Parent] | own
	}
	for i := range p.lines {
		l := &p.lines[i]
		l.Hints = l.Hints&^weighed | (all[l.Node]|l.Inline)&weighed
		if l.kind == kindCaption && l.Hints&HintCaption == 0 {
			l.kind = kindOf(l)
		}
	}
	p.keepProse(prose[0])
}

// captionProse is the prose of all blocks with the name of a caption.
func (p *page) captionProse(prose []int32) int32 {
	sum := int32(0)
	inside := make([]bool, len(prose))
	for n := 1; n < len(prose); n++ {
		node := &p.in.Nodes[n]
		inside[n] = inside[node.Parent]
		if !inside[n] && node.Hints&HintCaption != 0 {
			inside[n] = true
			sum += prose[n]
		}
	}
	return sum
}

// keepProse takes the names of boxes back altogether if they would leave hardly
// any of the page's prose: some pages name every block of an article so.
func (p *page) keepProse(all int32) {
	kept, boxed := int32(0), int32(0)
	for i := range p.lines {
		l := &p.lines[i]
		s := scoreOf(l)
		switch {
		case s <= 0 || l.Links >= 50:
		case l.Hints&roomHints == 0:
			kept += s
		case l.Hints&(HintNav|HintFooter|HintComment) == 0:
			boxed += s
		}
	}
	if kept*100 >= all*keptShare || boxed < kept*2 {
		return
	}
	for i := range p.lines {
		p.lines[i].Hints &^= HintAside | HintBoiler | HintForm
	}
}

const (
	wrapperShare  = 40 // percent of the page's prose that no box holds
	captionShare  = 30 // percent that no text under a picture holds
	captionsShare = 35 // percent that all texts under pictures together do not hold
	keptShare     = 20 // percent of the prose that must stand outside boxes
	roomShare     = 85 // percent that no room for comments holds: under a short article they are most of the page
)

// A container is a block and all in it: the nodes [from, to), for those of a
// block follow it. Empty, it holds nothing.
type container struct{ from, to int32 }

func (c container) has(l *line) bool { return c.from <= l.Node && l.Node < c.to }

// containers are the smallest block around most of the prose of the run
// [lo, hi), and the block above it that is named for the article. Both are empty
// without markup, or where only the page holds the prose.
func (p *page) containers() (tight, wide container) {
	if len(p.in.Nodes) == 0 || p.hi == 0 {
		return tight, wide
	}
	prose := make([]int32, len(p.in.Nodes))
	total := int32(0)
	for i := p.lo; i < p.hi; i++ {
		if l := &p.lines[i]; l.score > 0 {
			prose[l.Node] += l.score
			total += l.score
		}
	}
	for n := len(prose) - 1; n > 0; n-- {
		prose[p.in.Nodes[n].Parent] += prose[n]
	}
	best := 0
	for n := range prose { // a node comes after its parent: the last that qualifies is the smallest
		if prose[n]*100 >= total*containerShare {
			best = n
		}
	}
	named := p.climb(best)
	if p.isNarrow() {
		best = named
	}
	return p.container(best), p.container(named)
}

// container is the block with that ordinal, empty for the page itself.
func (p *page) container(n int) container {
	if n == 0 {
		return container{}
	}
	to := n + 1
	for to < len(p.in.Nodes) && p.in.Nodes[to].Parent >= int32(n) {
		to++
	}
	return container{int32(n), int32(to)}
}

// widenBlock scores the lines that stand in one container with the article
// again, kindly, and takes the best run once more: lists, short sentences and
// headings are of the article if they stand among its paragraphs.
func (p *page) widenBlock() {
	inside, _ := p.containers()
	if inside.to == 0 {
		return
	}
	for i := range p.lines {
		l := &p.lines[i]
		if !inside.has(l) || l.score >= 0 || l.Links > 50 || l.phrase || l.kind != kindNone && l.kind != kindBullet && l.kind != kindCaption {
			continue
		}
		switch {
		case l.kind == kindCaption:
			l.score = 0
		case l.end == endSentence:
			l.score = l.words
		case l.words >= 10:
			l.score = kindLong
		default:
			l.score = kindShort
		}
	}
	p.lo, p.hi = bestBlock(p.lines)
}

const (
	containerShare = 85 // percent of the run's prose in its container
	kindShort      = -2
	kindLong       = 2
)

// anchorTitle uses the line that the page itself gives as its title, if it is a
// heading: the article follows it. Prose before it counts nothing, and the first
// prose after it more, so that a short article wins over the teasers below.
func (p *page) anchorTitle() {
	at, proof := p.knownTitle()
	if proof < 3 {
		return
	}
	for i := 0; i < at; i++ {
		p.lines[i].score = min(p.lines[i].score, 0)
	}
	bonus := anchorLines
	for i := at + 1; i < min(len(p.lines), at+anchorReach) && bonus > 0; i++ {
		if l := &p.lines[i]; l.score > 0 {
			l.score += anchorBonus
			bonus--
		}
	}
}

const (
	anchorLines = 2  // lines of prose after the title that count more
	anchorBonus = 30 // as a line of so many words more
	anchorReach = 30 // lines after the title in which they are sought
)

// climb goes from the block around an article's prose up to the nearest that is
// named for the article.
func (p *page) climb(from int) int {
	nodes := p.in.Nodes
	for n := nodes[from].Parent; n > 0; n = nodes[n].Parent {
		if nodes[n].Hints&(HintArticle|HintContent) != 0 {
			return int(n)
		}
	}
	return from
}

// isNarrow reports a run of one paragraph, or of entries of lists alone: the
// block around it says nothing of the article's.
func (p *page) isNarrow() bool {
	count := 0
	for i := p.lo; i < p.hi; i++ {
		l := &p.lines[i]
		if l.score <= 0 {
			continue
		}
		if count++; count > 1 && l.Hints&HintList == 0 {
			return false
		}
	}
	return true
}
