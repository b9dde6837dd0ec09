package cluster

import (
	"cmp"
	"slices"

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

	order  []int32 // documents by the keeper's rule
	nodes  []node  // by the keeper's rule
	nodeOf []int32 // by document
	byText csr     // by text: its nodes
	edges  csr     // by text: its edges that make copies
	events []event
	story  []int32 // by leading node: its story, by any number

	lastDay []int32 // by leading node: of it and its copies, protocol.NoDay if not known
}

// A node is the documents of one text; or one document of them that a decision
// names, which may go a way of its own.
type node struct {
	text   uint32
	docs   []int32 // by the keeper's rule; the first stands for the node
	leader int32   // the node that represents it, itself if none
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
	c.linkEdges()
	c.sortDocs()
	c.makeNodes()
	if err := c.formStars(); err != nil {
		return nil, err
	}
	c.applyJoins()
	return c, nil
}

// makeNodes gathers documents by text, in the order of the first of each.
func (c *clusterer) makeNodes() {
	ofText := make([]int32, len(c.ev.Shingles)) // the shared node of a text, plus one
	c.nodeOf = make([]int32, len(c.ev.Docs))
	for _, doc := range c.order {
		text := c.ev.Docs[doc].Text
		at := ofText[text] - 1
		if at < 0 || c.decided.named[doc] {
			at = int32(len(c.nodes))
			c.nodes = append(c.nodes, node{text: text, leader: at, edge: noEdge})
			if !c.decided.named[doc] {
				ofText[text] = at + 1
			}
		}
		c.nodes[at].docs = append(c.nodes[at].docs, doc)
		c.nodeOf[doc] = at
	}
	c.byText = newCSR(len(c.ev.Shingles), func(put func(key uint32, val int32)) {
		for i := range c.nodes {
			put(c.nodes[i].text, int32(i))
		}
	})
}

// linkEdges judges the edges and files those that make copies under both texts.
func (c *clusterer) linkEdges() {
	copies := make([]bool, len(c.ev.Edges))
	for i := range c.ev.Edges {
		x := &c.ev.Edges[i]
		copies[i] = Judge(c.ev.overlap(x, x.A), &c.settings).IsCopy()
	}
	c.edges = newCSR(len(c.ev.Shingles), func(put func(key uint32, val int32)) {
		for i, yes := range copies {
			if yes {
				put(c.ev.Edges[i].A, int32(i))
				put(c.ev.Edges[i].B, int32(i))
			}
		}
	})
}

// csr holds a slice of numbers for each key: of key k, val[from[k]:from[k+1]].
type csr struct {
	from []uint32
	val  []int32
}

func (c *csr) of(k uint32) []int32 { return c.val[c.from[k]:c.from[k+1]] }

// newCSR makes one of what each gives in two equal rounds, keeping its order.
func newCSR(keys int, each func(put func(key uint32, val int32))) csr {
	c := csr{from: make([]uint32, keys+2)}
	total := 0
	each(func(key uint32, _ int32) { c.from[key+2]++; total++ })
	for k := 2; k < len(c.from); k++ {
		c.from[k] += c.from[k-1]
	}
	c.val = make([]int32, total)
	each(func(key uint32, val int32) { c.val[c.from[key+1]] = val; c.from[key+1]++ })
	c.from = c.from[:keys+1]
	return c
}

// groups lists the documents of every group, the representative first, the
// others in canonical order; a lone document is none. In canonical order of the
// representatives.
func (c *clusterer) groups() [][]int32 {
	members := make([][]int32, len(c.nodes)) // by leading node
	for i := range c.nodes {
		n := &c.nodes[i]
		members[n.leader] = append(members[n.leader], n.docs...)
	}
	var groups [][]int32
	for _, docs := range members {
		if len(docs) > 1 {
			slices.Sort(docs[1:])
			groups = append(groups, docs)
		}
	}
	slices.SortFunc(groups, func(x, y []int32) int { return cmp.Compare(x[0], y[0]) })
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
