package dedup

// Lists of very many texts, of boilerplate or of one text in very many
// documents, would make counting quadratic. From which length on a list is
// heavy is the same for the whole corpus: the greatest with which the work of
// counting stays within what the corpus' postings allow.

// lengths tells how many shingles have lists of each length up to a most.
type lengths struct {
	shingles []uint64 // by length
	postings uint64   // in all lists, longer ones too
}

// lengths counts this owner's lists; with kinds of texts, as they were without
// those that are new.
func (l *lists) lengths(most int, kinds []uint8) *lengths {
	n := &lengths{shingles: make([]uint64, most+1)}
	for id, w := range l.weight {
		texts := l.of(uint32(id))
		length := len(texts)
		if kinds != nil {
			for _, t := range texts {
				if kinds[t&^lastOfList] == newText {
					length--
				}
			}
		}
		if length < 2 {
			continue
		}
		n.postings += uint64(w) * uint64(length)
		if length <= most {
			n.shingles[length] += uint64(w)
		}
	}
	return n
}

// bytes is the binary form: postings u64, then each length's shingles as a varint.
func (n *lengths) bytes() []byte {
	b := putU64(nil, n.postings)
	for _, s := range n.shingles {
		b = putVar(b, uint32(s))
	}
	return b
}

func (n *lengths) add(r *reader) error {
	n.postings += r.u64()
	for i := range n.shingles {
		n.shingles[i] += uint64(r.varint())
	}
	if r.bad {
		return ErrCorrupt
	}
	return nil
}

// less takes off what others count.
func (n *lengths) less(others *lengths) {
	n.postings -= others.postings
	for i, s := range others.shingles {
		n.shingles[i] -= s
	}
}

func newLengths(p *Params) *lengths { return &lengths{shingles: make([]uint64, p.HeavyMost+1)} }

// limit is the greatest length of lists that pair all with all.
func (n *lengths) limit(p *Params) int {
	budget := max(n.postings*workPerPosting, workAlways)
	work := uint64(0)
	limit := p.HeavyDF
	for length, s := range n.shingles {
		if work += s * uint64(length) * uint64(length) / 2; work > budget {
			break
		}
		if limit < length && isLimit(length, p) {
			limit = length
		}
	}
	return limit
}

const (
	// workPerPosting is how many meetings of two texts are counted for each
	// posting, besides those in lists up to HeavyDF.
	workPerPosting = 32
	// workAlways is how many there may be in any corpus: a third of a second.
	// It takes 1,000 nearly equal texts of 400 words.
	workAlways = 1 << 28
)

// isLimit reports whether lists may be heavy from this length on. A limit that
// moves in steps of a third is mostly the same when texts are added.
func isLimit(length int, p *Params) bool {
	step := p.HeavyDF
	for step < length {
		step += max(step/3, 1)
	}
	return step == length || length == p.HeavyMost
}

// limit sets, at the lead, from which length on lists are heavy. If that is
// another than before, or too many pairs would have to be taken back, everything
// is compared.
//
//	the limit, or 0 to compare everything
func (e *Exchange) limit(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	l := &e.lead
	if e.shard.kinds != nil && l.past == nil {
		return ErrCorrupt
	}
	sum, were, lost := newLengths(&e.p), newLengths(&e.p), uint32(0)
	for s := range in {
		if err := sum.add(&in[s]); err != nil {
			return err
		}
		if e.shard.kinds != nil {
			if err := were.add(&in[s]); err != nil {
				return err
			}
			lost = max(lost, in[s].varint())
		}
		if err := in[s].end(); err != nil {
			return err
		}
	}
	if e.shard.kinds != nil {
		sum.add(&reader{b: l.past.lengths.bytes()})
		sum.less(were)
	}
	l.lengths, l.limit = sum, sum.limit(&e.p)
	if e.shard.kinds != nil && (lost > mostLost || l.limit != l.past.limit) {
		l.old, l.limit = nil, 0
	}
	return e.tell(out, putVar(nil, uint32(l.limit)))
}

// restart goes on with everything to be compared.
func (e *Exchange) restart(out [][]byte) error {
	if e.shard.kinds == nil {
		return ErrCorrupt
	}
	e.shard.kinds, e.part = nil, partState{}
	e.steps = e.anew
	return e.markFresh(out)
}

// divide makes the indexes of this owner's lists and tells the other owners how
// many heavy shingles each text has here.
//
//	count, then each: text, heavy shingles
func (e *Exchange) divide(in []reader, out [][]byte) error {
	p := &e.part
	p.limit = int(in[0].varint())
	if err := in[0].end(); err != nil {
		return err
	}
	if p.limit == 0 {
		return e.restart(out)
	}
	if err := e.indexLists(); err != nil {
		return err
	}
	var b []byte
	n := uint32(0)
	for t := range uint32(len(e.shard.sizes)) {
		heavy := uint32(0)
		for _, x := range p.heavy.Of(t) {
			heavy += x.weight
		}
		if heavy > 0 {
			b = putVar(putVar(b, t), heavy)
			n++
		}
	}
	return e.tell(out, append(putVar(nil, n), b...))
}

// sumHeavy takes the heavy shingles of each text over all owners.
func (e *Exchange) sumHeavy(in []reader) error {
	e.part.sum = make([]uint32, len(e.shard.sizes))
	for s := range in {
		r := &in[s]
		for range r.count(2) {
			t := r.index(len(e.part.sum))
			n := r.varint()
			if !r.bad {
				e.part.sum[t] += n
			}
		}
		if err := r.end(); err != nil {
			return err
		}
	}
	return nil
}
