package deflate

// grain is how many steps are split as one. Less gains nothing.
const grain = 512

// grains is a run of steps that may become a block.
type grains struct {
	steps  []step
	bytes  int
	counts counts
	size   uint64 // as estimated
	gain   uint64 // of joining it with the next
}

// split makes blocks of the steps through a piece: of grains as they lie, the two
// neighbours that gain most by sharing their codes are joined, until none do.
func split(content []byte, from int, steps []step) []block {
	var list []*grains
	for at := from; len(steps) > 0; {
		g := &grains{steps: steps[:min(grain, len(steps))]}
		for _, s := range g.steps {
			g.bytes += int(s.length)
		}
		g.counts = countSymbols(content[at:at+g.bytes], g.steps)
		g.size = g.counts.estimate()
		list = append(list, g)
		steps, at = steps[len(g.steps):], at+g.bytes
	}
	for i := range list {
		weigh(list, i)
	}
	for {
		best := -1
		for i, g := range list[:len(list)-1] {
			if g.gain > 0 && (best < 0 || g.gain > list[best].gain) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		g, next := list[best], list[best+1]
		g.steps, g.bytes = g.steps[:len(g.steps)+len(next.steps)], g.bytes+next.bytes
		g.counts.add(&next.counts)
		g.size = g.counts.estimate()
		list = append(list[:best+1], list[best+2:]...)
		weigh(list, best)
		weigh(list, best-1)
	}
	blocks := make([]block, len(list))
	at := from
	for i, g := range list {
		blocks[i] = block{from: at, to: at + g.bytes, costs: g.counts.costs()}
		at += g.bytes
	}
	return blocks
}

// weigh finds what joining list[i] with the next gains.
func weigh(list []*grains, i int) {
	if i < 0 {
		return
	}
	list[i].gain = 0
	if i+1 == len(list) {
		return
	}
	both := list[i].counts
	both.add(&list[i+1].counts)
	if apart, joined := list[i].size+list[i+1].size, both.estimate(); joined < apart {
		list[i].gain = apart - joined
	}
}
