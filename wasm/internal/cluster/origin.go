package cluster

import (
	"clippings/wasm/protocol"
)

// newGroup tells of the documents of a group, the representative first.
func (c *clusterer) newGroup(docs []int32) protocol.Group {
	rep := docs[0]
	c.credit.mark(c, docs)
	g := protocol.Group{
		Representative: c.ev.Docs[rep].ID,
		Why:            c.why(docs),
		ByHand:         c.decided.represents[rep] > 0,
		Members:        make([]protocol.Member, 0, len(docs)-1),
		Origin:         c.origin(docs),
		Uncredited:     c.credit.isMissing(c, rep),
	}
	for _, doc := range docs[1:] {
		g.Members = append(g.Members, protocol.Member{
			Pair:       c.toRepresentative(doc, rep),
			Uncredited: c.credit.isMissing(c, doc),
			ByHand:     c.nodes[c.nodeOf[doc]].edge == byHand,
		})
	}
	return g
}

// toRepresentative is how a document is related to the one that represents it.
func (c *clusterer) toRepresentative(doc, rep int32) protocol.Pair {
	n := &c.nodes[c.nodeOf[doc]]
	if n.edge == noEdge || n.edge == sameText {
		return c.ev.samePair(doc, rep)
	}
	o, rel := c.overlapOf(n.edge, n.text)
	return o.Pair(c.ev.Docs[doc].ID, c.ev.Docs[rep].ID, rel)
}

// origin gathers the signs of where a group's text comes from: a credit to an
// agency, a date and time before all others, a text that holds the others and is
// not held by them. They may point to different documents: the fullest version
// is often a later one.
func (c *clusterer) origin(docs []int32) []protocol.Origin {
	var signs []protocol.Origin
	add := func(sign protocol.Sign, doc int32, agency string) {
		signs = append(signs, protocol.Origin{Sign: sign, Doc: c.ev.Docs[doc].ID, Agency: agency})
	}
	for _, doc := range docs {
		if agency := c.ev.Docs[doc].Agency; agency != "" {
			add(protocol.SignCredit, doc, agency)
			break
		}
	}
	if doc, ok := c.earliest(docs); ok {
		add(protocol.SignEarliest, doc, "")
	}
	if doc, ok := c.fullest(docs); ok {
		add(protocol.SignFullest, doc, "")
	}
	return signs
}

// earliest is the one document that is certainly older than all others that have
// a date; one whose hour is unknown may be as old as any of its day.
func (c *clusterer) earliest(docs []int32) (first int32, ok bool) {
	first, dated := -1, 0
	for _, doc := range docs {
		if d := &c.ev.Docs[doc]; d.Day != protocol.NoDay {
			dated++
			if first < 0 || stamp(d) < stamp(&c.ev.Docs[first]) {
				first = doc
			}
		}
	}
	if dated < 2 {
		return 0, false
	}
	a := &c.ev.Docs[first]
	for _, doc := range docs {
		b := &c.ev.Docs[doc]
		sameDay := b.Day == a.Day && (a.Minute == NoMinute || b.Minute == NoMinute || a.Minute == b.Minute)
		if doc != first && sameDay {
			return 0, false
		}
	}
	return first, true
}

// fullest is the document that has clearly more text than any other of the
// group and holds each of them for the greater part.
func (c *clusterer) fullest(docs []int32) (fullest int32, ok bool) {
	size := func(doc int32) uint32 { return c.ev.Shingles[c.ev.Docs[doc].Text] }
	fullest = docs[0]
	for _, doc := range docs[1:] {
		if size(doc) > size(fullest) {
			fullest = doc
		}
	}
	for _, doc := range docs {
		if doc == fullest {
			continue
		}
		if 10*size(doc) > 9*size(fullest) {
			return 0, false
		}
		edge, ok := c.between(c.nodeOf[doc], c.nodeOf[fullest])
		if o, _ := c.overlapOf(edge, c.ev.Docs[doc].Text); !ok || o.AInB() < holdsMost {
			return 0, false
		}
	}
	return fullest, true
}

// holdsMost is the containment from which one text holds another.
const holdsMost = 0.5
