package coord

import (
	"cmp"
	"context"
	"slices"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// few is how many documents have a word when it is taken for a misspelling: one,
// that of whoever made the same slip.
const few = 2

// mostSpellings is how many other spellings a word is searched in.
const mostSpellings = 16

// plan is a query as it is to be evaluated, and by which figures.
type plan struct {
	query protocol.Query
	stats protocol.Stats
	typos bool // misspellings of all words are in it that have any
}

// newPlan asks all shards for the figures of a query.
func (c *Corpus) newPlan(ctx context.Context, q protocol.Query, typos bool) (plan, error) {
	c.mu.Lock()
	langs := c.langs
	c.mu.Unlock()
	for {
		figures, err := gather(ctx, c, protocol.SearchStats{Query: q, Langs: langs, Typos: typos})
		if err != nil {
			return plan{}, err
		}
		var sum protocol.Stats
		for _, f := range figures {
			sum.Add(f)
		}
		if sum.Langs == langs {
			for i := range sum.Words {
				chooseSpellings(&sum.Words[i], typos)
			}
			return plan{query: q, stats: sum, typos: typos}, nil
		}
		// Documents in other languages have come: words are inflected in these too.
		langs = sum.Langs
		c.mu.Lock()
		c.langs = langs
		c.mu.Unlock()
	}
}

// chooseSpellings keeps all other forms of a word and, if next to nothing holds
// any of them or its typos are asked for, the misspellings that are nearest, and
// of these the most frequent. All shards together decide, so that the answer does
// not depend on how the documents are spread.
func chooseSpellings(w *protocol.WordStats, typos bool) {
	held := w.Documents
	var forms, others []protocol.Expansion
	for _, e := range w.Expansions {
		if e.Edits > 0 {
			others = append(others, e)
			continue
		}
		forms = append(forms, e)
		held += e.Documents
	}
	if typos || w.Asked || max(held, w.Postings) < few {
		ordering.By(others, func(a, b protocol.Expansion) int {
			return cmp.Or(cmp.Compare(a.Edits, b.Edits), cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Term, b.Term))
		})
		forms = append(forms, others[:min(len(others), mostSpellings)]...)
	}
	ordering.By(forms, func(a, b protocol.Expansion) int { return cmp.Compare(a.Term, b.Term) })
	w.Expansions = forms
}

// canMisspell reports whether any word of the query could be misspelt.
func (p *plan) canMisspell() bool {
	return !p.typos && !p.query.Exactly && slices.ContainsFunc(p.stats.Words, func(w protocol.WordStats) bool { return w.Text != "" })
}

// also lists the spellings that a query is searched in besides its own.
func (p *plan) also() []Spelling {
	var list []Spelling
	for _, w := range p.stats.Words {
		s := Spelling{Word: w.Text}
		expansions := slices.Clone(w.Expansions)
		ordering.By(expansions, func(a, b protocol.Expansion) int {
			return cmp.Or(cmp.Compare(a.Edits, b.Edits), cmp.Compare(b.Documents, a.Documents))
		})
		for _, e := range expansions {
			if e.Edits > 0 {
				s.Typos = append(s.Typos, e.Term)
			} else {
				s.Forms = append(s.Forms, e.Term)
			}
		}
		if len(expansions) > 0 {
			list = append(list, s)
		}
	}
	return list
}

// keptPlans is how many plans are remembered: those of the pages that can be gone
// back to without typing.
const keptPlans = 8

// remember keeps the plan by which a query was answered, so that what is asked
// about the answer is asked of the same one.
func (c *Corpus) remember(asked protocol.Query, p plan) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.plans = slices.DeleteFunc(c.plans, func(k keptPlan) bool { return k.asked == asked })
	if len(c.plans) >= keptPlans {
		c.plans = slices.Delete(c.plans, 0, 1)
	}
	c.plans = append(c.plans, keptPlan{asked, p})
}

// keptPlan is a plan and the query that led to it.
type keptPlan struct {
	asked protocol.Query
	plan  plan
}

// forgetPlans is called when documents have changed.
func (c *Corpus) forgetPlans() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.plans, c.narrowing.query = nil, protocol.Query{}
}

// planOf is the plan by which a query is or would be answered.
func (c *Corpus) planOf(ctx context.Context, q protocol.Query) (plan, error) {
	c.mu.Lock()
	i := slices.IndexFunc(c.plans, func(k keptPlan) bool { return k.asked == q })
	if i >= 0 {
		p := c.plans[i].plan
		c.mu.Unlock()
		return p, nil
	}
	c.mu.Unlock()
	p, _, err := c.rank(ctx, q, protocol.SearchTop{})
	return p, err
}
