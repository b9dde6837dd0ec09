package cluster

import (
	"cmp"
	"math"
	"strings"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// CompareCanonical puts the document that should represent its copies first,
// where the person has no rule of their own: credited to an agency > most
// distinct text > most metadata > name. Distinct shingles and not words, so that
// an article printed twice on its page is no longer than one printed once.
func CompareCanonical(a, b *Doc, shinglesA, shinglesB uint32) int {
	return cmp.Or(
		cmp.Compare(b2i(b.Agency != ""), b2i(a.Agency != "")),
		cmp.Compare(shinglesB, shinglesA),
		cmp.Compare(b.Fields, a.Fields),
		strings.Compare(a.Name, b.Name),
		cmp.Compare(a.ID, b.ID),
	)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// hubDegree is from how many copies on a text is a hub. Of more texts that are
// nearly the same than dedup.Params.HeavyDF not all pairs are known, only those
// with some of them: each of these must come before the rest, or the rest would
// find nobody to join. It is less than HeavyDF, for not all who share a wording
// that is so frequent are copies.
const hubDegree = 150

func (c *clusterer) isHub(text uint32) bool { return len(c.edges.Of(text)) >= hubDegree }

// sortDocs puts the documents in the order in which they may represent others:
// those the person chose, of several the last first; hubs; then by the keeper's
// rule; then as they stand.
func (c *clusterer) sortDocs() {
	n := len(c.ev.Docs)
	c.order, c.rule = make([]int32, n), c.newRule()
	key := make([]int64, n)
	for i := range key {
		c.order[i] = int32(i)
		key[i] = c.rule[i]
		if !c.isHub(c.ev.Docs[i].Text) {
			key[i] += afterHubs
		}
	}
	for doc, when := range c.decided.represents {
		key[doc] = math.MinInt64 + math.MaxInt32 - int64(when)
	}
	ordering.By(c.order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(key[x], key[y]), cmp.Compare(x, y))
	})
}

// afterHubs is more than what keys by the rule differ by.
const afterHubs = 1 << 48

// newRule is the key of each document by the keeper's rule.
func (c *clusterer) newRule() []int64 {
	rule := make([]int64, len(c.ev.Docs))
	ranks := map[string]int64{} // by outlet, as it is spelled
	for i := range rule {
		d := &c.ev.Docs[i]
		switch c.settings.Keeper {
		case protocol.KeepEarliest:
			rule[i] = stamp(d)
		case protocol.KeepLongest:
			rule[i] = -int64(c.ev.Shingles[d.Text])
		case protocol.KeepPreferred:
			rank, known := ranks[d.Outlet]
			if !known {
				rank = c.preference(d.Outlet)
				ranks[d.Outlet] = rank
			}
			rule[i] = rank
		}
	}
	return rule
}

// preference is the less, the more the person prefers the outlet.
func (c *clusterer) preference(outlet string) int64 {
	preferred := c.settings.Preferred
	for i, name := range preferred {
		if strings.EqualFold(name, outlet) {
			return int64(i)
		}
	}
	return int64(len(preferred))
}

const minutesOfDay = 24 * 60

// stamp is the minute at which a document appeared, that of midday where only
// the day is known; what has no date is last.
func stamp(d *Doc) int64 {
	switch {
	case d.Day == protocol.NoDay:
		return math.MaxInt32 * minutesOfDay
	case d.Minute == NoMinute:
		return int64(d.Day)*minutesOfDay + minutesOfDay/2
	}
	return int64(d.Day)*minutesOfDay + int64(d.Minute)
}
