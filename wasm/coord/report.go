package coord

import (
	"context"
	"slices"

	"clippings/wasm/protocol"
)

// storiesAtOnce is how many stories a report goes through at a time.
const storiesAtOnce = 100

// exportReport has the shards make the report of copies: each the sections of the
// groups whose representative it holds.
func (c *Corpus) exportReport(ctx context.Context, x Export, out Out) error {
	counts, err := c.storyPage(ctx, protocol.StoryPage{}, x.Query)
	if err != nil {
		return err
	}
	r := &reporting{corpus: c, ctx: ctx, form: x.Form, query: x.Query, out: out}
	r.of = counts.Groups
	total := protocol.ReportCounts{
		Documents: counts.Documents - counts.Texts + counts.Groups, Groups: counts.Groups, Of: counts.Documents, Query: queryWords(x.Query),
	}
	if err := r.part(r.any(), protocol.Report{Part: protocol.ReportHead, Counts: total}); err != nil {
		return err
	}
	switch x.Form {
	case protocol.FormPairs:
		err = r.pairs()
	case protocol.FormReport:
		if err = r.eachStory(r.contents); err == nil {
			err = r.part(r.any(), protocol.Report{Part: protocol.ReportBody})
		}
		fallthrough
	default:
		if err == nil {
			err = r.eachStory(r.groups)
		}
	}
	if err != nil {
		return err
	}
	return r.part(r.any(), protocol.Report{Part: protocol.ReportFoot})
}

// queryWords is a query as the report tells it.
func queryWords(q protocol.Query) string {
	if q.Text != "" && q.Within != "" {
		return q.Text + " " + q.Within
	}
	return q.Text + q.Within
}

// reporting is a report under way.
type reporting struct {
	corpus *Corpus
	ctx    context.Context
	form   protocol.Form
	query  protocol.Query
	out    Out
	number uint32 // of the last group
	listed uint32 // groups in the table of contents
	of     uint32 // groups, or pairs, there are
}

// any is a shard that lives.
func (r *reporting) any() int { return r.corpus.getLead() }

// part has a shard make a part and writes it.
func (r *reporting) part(shard int, q protocol.Report) error {
	q.Form = r.form
	made, err := ask(r.ctx, r.corpus, shard, q)
	if err != nil || len(made.Bytes) == 0 {
		return err
	}
	return r.out.Write(made.Bytes)
}

// eachStory goes through the stories with copies, those with most first.
func (r *reporting) eachStory(do func([]protocol.Story) error) error {
	page := protocol.StoryPage{Order: protocol.MostCopiedFirst, Limit: storiesAtOnce}
	for {
		stories, err := r.corpus.storyPage(r.ctx, page, r.query)
		if err != nil {
			return err
		}
		if err := do(stories.Stories); err != nil {
			return err
		}
		n := len(stories.Stories)
		if n == 0 || len(stories.Stories[n-1].Groups) == 0 {
			return nil
		}
		page.Offset += uint32(n)
	}
}

// contents writes lines of the table of contents.
func (r *reporting) contents(stories []protocol.Story) error {
	q := protocol.Report{Part: protocol.ReportContents, Number: r.listed + 1}
	var ids []protocol.DocID
	for _, s := range stories {
		for _, g := range s.Groups {
			ids = append(ids, g.Representative)
			q.Sizes = append(q.Sizes, uint32(1+len(g.Members)))
		}
	}
	if len(ids) == 0 {
		return nil
	}
	r.listed += uint32(len(ids))
	summaries, err := r.corpus.Summaries(r.ctx, ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		q.Summaries = append(q.Summaries, summaries[id])
	}
	return r.part(r.any(), q)
}

// groups writes the groups of some stories.
func (r *reporting) groups(stories []protocol.Story) error {
	for _, s := range stories {
		for _, g := range s.Groups {
			r.number++
			if err := r.group(g); err != nil {
				return err
			}
			r.out.Progress(r.number, r.of)
		}
	}
	return nil
}

// group writes a group.
func (r *reporting) group(g protocol.Group) error {
	c := r.corpus
	shard, err := c.shardOf(g.Representative)
	if err != nil {
		return err
	}
	ids := g.DocIDs()[1:]
	q := protocol.Report{Part: protocol.ReportGroup, Number: r.number, Base: g.Representative, Group: g}
	q.Left = uint32(max(0, len(ids)-maxWitnesses))
	ids = ids[:len(ids)-int(q.Left)]
	if q.Words, err = c.wordLists(r.ctx, ids); err != nil {
		return err
	}
	if r.form == protocol.FormReport {
		if q.Others, err = c.carry(r.ctx, ids); err != nil {
			return err
		}
	}
	if q.Summaries, err = c.summaryList(r.ctx, g.DocIDs()); err != nil {
		return err
	}
	return r.part(shard, q)
}

const (
	pairsAtOnce    = 1000 // are asked for
	comparedAtOnce = 64   // documents one is compared with in one go
)

// pairs writes all pairs, or those of which a document is found: those of one
// document together.
func (r *reporting) pairs() error {
	found, err := r.corpus.foundBy(r.ctx, r.query)
	if err != nil {
		return err
	}
	for offset := uint32(0); ; {
		page, err := r.corpus.Pairs(r.ctx, protocol.PairPage{Offset: offset, Limit: pairsAtOnce})
		if err != nil {
			return err
		}
		count := uint32(len(page.Pairs))
		pairs := slices.DeleteFunc(page.Pairs, func(p protocol.Pair) bool { return !found.has(p.A) && !found.has(p.B) })
		for from := 0; from < len(pairs); {
			to := from + 1
			for to < len(pairs) && to-from < comparedAtOnce && pairs[to].A == pairs[from].A {
				to++
			}
			if err := r.pairsOf(pairs[from:to]); err != nil {
				return err
			}
			from = to
			r.out.Progress(offset+uint32(from), page.Total)
		}
		if offset += count; count == 0 || offset >= page.Total {
			return nil
		}
	}
}

// foundIDs are the documents that a query finds, of each shard in rising order; nil
// is all there are.
type foundIDs [][]protocol.DocID

func (c *Corpus) foundBy(ctx context.Context, q protocol.Query) (foundIDs, error) {
	if asksNothing(q) {
		return nil, nil
	}
	lists, err := c.matching(ctx, q)
	found := make(foundIDs, len(lists))
	for i := 0; i < len(lists) && err == nil; i++ {
		found[i], err = protocol.UnpackIDs(lists[i].IDs)
		protocol.Breathe()
	}
	return found, err
}

func (f foundIDs) has(id protocol.DocID) bool {
	return f == nil || slices.ContainsFunc(f, func(list []protocol.DocID) bool {
		_, isIn := slices.BinarySearch(list, id)
		return isIn
	})
}

// pairsOf writes pairs of one document.
func (r *reporting) pairsOf(list []protocol.Pair) error {
	base := list[0].A
	shard, err := r.corpus.shardOf(base)
	if err != nil {
		return err
	}
	var others []protocol.DocID
	for _, p := range list {
		others = append(others, p.B)
	}
	q := protocol.Report{Part: protocol.ReportPairs, Base: base, Pairs: list}
	if q.Words, err = r.corpus.wordLists(r.ctx, others); err != nil {
		return err
	}
	if q.Summaries, err = r.corpus.summaryList(r.ctx, append(others, base)); err != nil {
		return err
	}
	return r.part(shard, q)
}
