package cluster

import "clippings/wasm/protocol"

// why says in words what put the representative before the others: what tells it
// from the next of them.
func (c *clusterer) why(docs []int32) string {
	first := docs[0]
	if c.decided.represents[first] > 0 {
		return "chosen by you"
	}
	next := c.nextOf(docs, false)
	if next < 0 {
		next = c.nextOf(docs, true)
		if c.rankBefore(next, first) {
			return "you took the others out of a group"
		}
	}
	switch {
	case c.rankBefore(next, first):
		return "matched with the most others" // a hub: see hubDegree
	case c.rule[first] == c.rule[next]:
		return c.canonicalWhy(first, next)
	}
	switch c.settings.Keeper {
	case protocol.KeepEarliest:
		return earliestWhy(&c.ev.Docs[first], &c.ev.Docs[next])
	case protocol.KeepPreferred:
		return "from " + c.ev.Docs[first].Outlet + ", which you prefer"
	}
	return "longest text"
}

// nextOf is whom the rule puts first of the other documents of a group, of those
// only that the person took out of a group, or did not; -1 if there is none.
func (c *clusterer) nextOf(docs []int32, takenOut bool) int32 {
	next := int32(-1)
	for _, doc := range docs[1:] {
		if c.decided.takenOut[doc] == takenOut && (next < 0 || c.rankBefore(doc, next)) {
			next = doc
		}
	}
	return next
}

// rankBefore reports whether x comes before y by the keeper's rule.
func (c *clusterer) rankBefore(x, y int32) bool {
	kx, ky := c.rule[x], c.rule[y]
	return kx < ky || kx == ky && x < y
}

func earliestWhy(a, b *Doc) string {
	switch {
	case b.Day == protocol.NoDay:
		return "the only one with a date"
	case a.Day == b.Day && (a.Minute == NoMinute || b.Minute == NoMinute):
		return "earliest, as far as times are known"
	}
	return "earliest"
}

func (c *clusterer) canonicalWhy(first, next int32) string {
	a, b := &c.ev.Docs[first], &c.ev.Docs[next]
	why := "first by name"
	switch {
	case a.Agency != "" && b.Agency == "":
		return "credited to " + a.Agency
	case c.ev.Shingles[a.Text] != c.ev.Shingles[b.Text]:
		why = "longest text"
	case a.Fields != b.Fields:
		why = "most metadata"
	}
	if a.Agency != "" {
		return "credited to " + a.Agency + ", " + why
	}
	return why
}
