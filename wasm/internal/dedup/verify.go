package dedup

import (
	"cmp"
	"slices"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/ordering"
)

// checkState is what a shard has to do for the pairs that are verified.
type checkState struct {
	tasks  []verifyTask
	sends  []sendTask
	msg    []byte // runs and cohesions so far
	round  int
	rounds int
}

// verifyTask is a pair whose longest run and cohesion a shard is to find.
type verifyTask struct{ a, b uint32 }

// sendTask is a text whose words another shard needs.
type sendTask struct {
	text  uint32
	shard int
}

// ask keeps the pairs that reach their threshold, and has those that may be
// copies verified: by the shard that handles b, which gets the words of a. The
// longest text of a family comes first, so its words travel once to each shard
// and not those of all its copies to it.
//
//	rounds; to send: count, each: text, shard; to verify: pairs as in pairWriter
func (e *Exchange) ask(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	if err := e.readCounts(in); err != nil {
		return err
	}
	l := &e.lead
	tasks := make([]pairGroups, e.n)
	for i := range l.edges {
		if x := &l.edges[i]; e.isMeasured(x) {
			tasks[e.shardOf(x.B)].add(x.A, x.B)
		}
	}
	sends := make([][]byte, e.n)
	counts := make([]uint32, e.n)
	words := uint64(0)
	for t := range tasks {
		for _, a := range tasks[t].firsts() {
			if s := e.shardOf(a); s != t {
				sends[s] = putVar(putVar(sends[s], a), uint32(t))
				counts[s]++
				words += uint64(e.shard.words[a])
			}
		}
	}
	rounds := min(words/uint64(e.n)/uint64(e.p.RoundWords)+1, maxRounds)
	for t := range out {
		out[t] = putVar(putVar(nil, uint32(rounds)), counts[t])
		out[t] = append(out[t], sends[t]...)
		out[t] = append(out[t], tasks[t].bytes()...)
	}
	return nil
}

// maxRounds bounds the rounds of a message that nobody wrote.
const maxRounds = 1 << 12

// isMeasured reports whether the pair may be one of copies.
func (e *Exchange) isMeasured(x *cluster.Edge) bool {
	return cluster.Measured(x.Common, min(e.shard.sizes[x.A], e.shard.sizes[x.B]))
}

func (e *Exchange) shardOf(text uint32) int { return int(e.lead.docs[e.lead.byText[text]].shard) }

// readAsked takes what this shard has to do.
func (e *Exchange) readAsked(r *reader) error {
	c := &e.shard.check
	*c = checkState{rounds: int(r.index(maxRounds + 1))}
	for range r.count(2) {
		t := sendTask{r.index(len(e.shard.sizes)), int(r.index(e.n))}
		if r.bad || e.shard.doc[t.text] < 0 {
			return ErrCorrupt
		}
		c.sends = append(c.sends, t)
	}
	err := e.readPairs(r, func(a, b uint32, _ *reader) { c.tasks = append(c.tasks, verifyTask{a, b}) })
	if err != nil {
		return err
	}
	if c.rounds < 1 || !slices.IsSortedFunc(c.tasks, func(x, y verifyTask) int { return cmp.Compare(x.a, y.a) }) {
		return ErrCorrupt
	}
	ordering.By(c.sends, func(x, y sendTask) int { return cmp.Compare(x.text, y.text) })
	e.repeat(2, c.rounds)
	return nil
}

// send gives other shards the words that they need in this round: those of a
// range of texts.
//
//	each: text, words, terms u64...
func (e *Exchange) send(in []reader, out [][]byte) error {
	c := &e.shard.check
	if c.rounds == 0 {
		if err := e.readAsked(&in[0]); err != nil {
			return err
		}
	}
	end := e.endOfRound()
	n, _ := slices.BinarySearchFunc(c.sends, end, func(t sendTask, end uint32) int { return cmp.Compare(t.text, end) })
	size := make([]int, e.n)
	for _, t := range c.sends[:n] {
		size[t.shard] += 10 + 8*len(e.termsOf(e.shard.doc[t.text]))
	}
	for _, t := range c.sends[:n] {
		if out[t.shard] == nil {
			out[t.shard] = make([]byte, 0, size[t.shard])
		}
		terms := e.termsOf(e.shard.doc[t.text])
		b := putVar(putVar(out[t.shard], t.text), uint32(len(terms)))
		out[t.shard] = appendWords(b, terms)
		if err := e.pace.work(len(terms)); err != nil {
			return err
		}
	}
	c.sends = c.sends[n:]
	return nil
}

// endOfRound is the first text after those that are compared in this round.
func (e *Exchange) endOfRound() uint32 {
	c := &e.shard.check
	return uint32(uint64(len(e.shard.sizes)) * uint64(c.round+1) / uint64(c.rounds))
}

// verify finds the longest run and the cohesion of each pair asked of this shard
// and tells the lead in the last round.
//
//	each, in the order asked: words of the longest run, cohesion u8
func (e *Exchange) verify(in []reader, out [][]byte) error {
	sent, err := e.readSent(in)
	if err != nil {
		return err
	}
	k := &e.shard.check
	end := e.endOfRound()
	n, _ := slices.BinarySearchFunc(k.tasks, end, func(t verifyTask, end uint32) int { return cmp.Compare(t.a, end) })
	found, err := e.compareAll(k.tasks[:n], sent)
	if err != nil {
		return err
	}
	k.tasks = k.tasks[n:]
	for _, x := range found {
		k.msg = append(putVar(k.msg, x.run), x.cohesion)
	}
	if k.round++; k.round == k.rounds {
		out[0] = k.msg
		*k = checkState{}
	}
	return nil
}

// verified is what was found of a pair.
type verified struct {
	run      uint32
	cohesion uint8
}

// compareAll does tasks and keeps their order. Each text is compared, in one go,
// with all that are shorter.
func (e *Exchange) compareAll(tasks []verifyTask, sent []sentText) ([]verified, error) {
	order := e.byLonger(tasks)
	found := make([]verified, len(tasks))
	c := comparer{}
	last := int64(-1)
	for _, i := range order {
		longer, shorter := e.longer(tasks[i])
		if int64(longer) != last {
			last = int64(longer)
			words, err := e.wordsOf(longer, sent)
			if err != nil {
				return nil, err
			}
			c.reset(words)
			if err := e.pace.work(2 * len(words)); err != nil {
				return nil, err
			}
		}
		words, err := e.wordsOf(shorter, sent)
		if err != nil {
			return nil, err
		}
		run, cohesion, work := c.compare(words)
		found[i] = verified{run, cohesion}
		if err := e.pace.work(work); err != nil {
			return nil, err
		}
	}
	return found, nil
}

func (e *Exchange) longer(t verifyTask) (longer, shorter uint32) {
	if e.shard.words[t.a] < e.shard.words[t.b] {
		return t.b, t.a
	}
	return t.a, t.b
}

// byLonger is the order of tasks by the longer of the two texts. The first mostly
// is, and tasks come by that.
func (e *Exchange) byLonger(tasks []verifyTask) []int32 {
	order := make([]int32, len(tasks))
	for i := range order {
		order[i] = int32(i)
	}
	compare := func(i, j int32) int {
		a, _ := e.longer(tasks[i])
		b, _ := e.longer(tasks[j])
		return cmp.Compare(a, b)
	}
	if !slices.IsSortedFunc(order, compare) {
		ordering.By(order, compare)
	}
	return order
}

// sentText is the words of a text as they came in a message.
type sentText struct {
	text uint32
	raw  []byte
}

func (e *Exchange) readSent(in []reader) ([]sentText, error) {
	var sent []sentText
	for s := range in {
		for r := &in[s]; len(r.b) > 0; {
			text := r.index(len(e.shard.sizes))
			raw := r.take(8 * r.count(8))
			if r.bad {
				return nil, ErrCorrupt
			}
			sent = append(sent, sentText{text, raw})
		}
	}
	ordering.By(sent, func(a, b sentText) int { return cmp.Compare(a.text, b.text) })
	return sent, nil
}

func (e *Exchange) wordsOf(text uint32, sent []sentText) ([]uint64, error) {
	if d := e.shard.doc[text]; d >= 0 {
		return e.termsOf(d), nil
	}
	at, found := slices.BinarySearchFunc(sent, text, func(s sentText, t uint32) int { return cmp.Compare(s.text, t) })
	if !found {
		return nil, ErrCorrupt
	}
	terms := make([]uint64, 0, len(sent[at].raw)/8)
	for r := (reader{b: sent[at].raw}); len(r.b) > 0; {
		terms = append(terms, r.u64())
	}
	return terms, nil
}
