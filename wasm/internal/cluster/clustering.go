package cluster

import (
	"cmp"
	"slices"

	"clippings/wasm/internal/csr"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// Clustering is a corpus in groups and stories.
type Clustering struct {
	Groups  []protocol.Group // in canonical order of their representatives
	GroupOf []uint32         // by document: its group from 1, 0 if it has no copies
	Stories []protocol.Story // every document is in one; in canonical order of the first document of each
}

// Cluster groups what the evidence tells of. work is called every so often with
// the work done since, in units of some nanoseconds; its error ends the
// clustering. A decision about a document that is not there has no effect.
func (ev *Evidence) Cluster(s protocol.Settings, decisions []protocol.Decision, work func(int) error) (*Clustering, error) {
	c, err := ev.copies(s, decisions, work)
	if err != nil {
		return nil, err
	}
	if err := c.findStories(); err != nil {
		return nil, err
	}
	return c.result(), nil
}

// Copies is the part of Cluster that finds groups of copies: by document, its
// group from 1, 0 if it has no copies.
func (ev *Evidence) Copies(s protocol.Settings, work func(int) error) ([]uint32, error) {
	c, err := ev.copies(s, nil, work)
	if err != nil {
		return nil, err
	}
	return c.groupOf(c.groups()), nil
}

// clusterer is one clustering in the making.
type clusterer struct {
	ev       *Evidence
	settings protocol.Settings
	work     func(int) error
	decided  decided

	rule   []int64         // by document: the less, the sooner the keeper's rule has it represent others
	order  []int32         // documents in the order in which they may represent others
	nodes  []node          // in that order
	nodeOf []int32         // by document
	byText csr.Rows[int32] // by text: its nodes
	edges  csr.Rows[int32] // by text: its edges that make copies, in the order of the texts at the other end
	leads  []bool          // by text: one of its nodes led at some time
	credit creditMarks
	events []event
	story  []int32 // by leading node: its story, by any number

	lastDay []int32 // by leading node: of it and its copies, protocol.NoDay if not known
}

// A node is the documents of one text; or one document of them that a decision
// names, which may go a way of its own.
type node struct {
	text   uint32
	docs   []int32 // as in clusterer.order; the first stands for the node
	leader int32   // the node that represents it, itself if it leads
	edge   int32   // to its leader; noEdge if it leads, sameText, byHand
}

const (
	noEdge   = -1
	sameText = -2
	byHand   = -3
)

func (ev *Evidence) copies(s protocol.Settings, decisions []protocol.Decision, work func(int) error) (*clusterer, error) {
	c := &clusterer{ev: ev, settings: s, work: work}
	c.decided = decide(ev, decisions)
	if err := c.linkEdges(); err != nil {
		return nil, err
	}
	c.sortDocs()
	c.makeNodes()
	if err := c.formStars(); err != nil {
		return nil, err
	}
	return c, c.redraw()
}

// makeNodes gathers documents by text, in the order of the first of each.
func (c *clusterer) makeNodes() {
	shared := make([]int32, len(c.ev.Shingles)) // by text: the node of documents that no decision names, plus one
	sizes := make([]int32, 0, len(c.ev.Shingles))
	c.nodes = make([]node, 0, len(c.ev.Shingles))
	c.nodeOf = make([]int32, len(c.ev.Docs))
	for _, doc := range c.order {
		text, named := c.ev.Docs[doc].Text, c.decided.named[doc]
		at := shared[text] - 1
		if at < 0 || named {
			at = int32(len(c.nodes))
			c.nodes = append(c.nodes, node{text: text, leader: at, edge: noEdge})
			sizes = append(sizes, 0)
		}
		if !named {
			shared[text] = at + 1
		}
		c.nodeOf[doc] = at
		sizes[at]++
	}
	flat := make([]int32, len(c.ev.Docs))
	for i, size := range sizes {
		c.nodes[i].docs, flat = flat[:0:size], flat[size:]
	}
	for _, doc := range c.order {
		n := &c.nodes[c.nodeOf[doc]]
		n.docs = append(n.docs, doc)
	}
	c.byText = csr.New(len(c.ev.Shingles), func(put func(key uint32, val int32)) {
		for i := range c.nodes {
			put(c.nodes[i].text, int32(i))
		}
	})
}

// groups lists the documents of every group, the representative first, the
// others in canonical order; a lone document is none. In canonical order of the
// representatives.
func (c *clusterer) groups() [][]int32 {
	sizes := make([]int32, len(c.nodes)) // by leading node
	grouped := 0
	for i := range c.nodes {
		n := &c.nodes[i]
		sizes[n.leader] += int32(len(n.docs))
	}
	for _, size := range sizes {
		if size > 1 {
			grouped += int(size)
		}
	}
	flat := make([]int32, grouped)
	number := make([]int32, len(c.nodes)) // by leading node: its group, plus one
	var groups [][]int32
	for i, size := range sizes {
		if size > 1 {
			groups = append(groups, append(flat[:0:size], c.nodes[i].docs...))
			flat = flat[size:]
			number[i] = int32(len(groups))
		}
	}
	for i := range c.nodes {
		n := &c.nodes[i]
		if g := number[n.leader] - 1; g >= 0 && n.leader != int32(i) {
			groups[g] = append(groups[g], n.docs...)
		}
	}
	for _, docs := range groups {
		slices.Sort(docs[1:])
	}
	ordering.By(groups, func(x, y []int32) int { return cmp.Compare(x[0], y[0]) })
	return groups
}

func (c *clusterer) groupOf(groups [][]int32) []uint32 {
	of := make([]uint32, len(c.ev.Docs))
	for i, docs := range groups {
		for _, doc := range docs {
			of[doc] = uint32(i + 1)
		}
	}
	return of
}
