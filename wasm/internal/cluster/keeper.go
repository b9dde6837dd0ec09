package cluster

import (
	"cmp"
	"math"
	"slices"
	"strings"

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

// hubDegree is from how many copies on a text is a hub. Of very many texts that
// are nearly the same not all pairs are known, only those with some of them: each
// of these must come before the rest, or the rest would find nobody to join.
const hubDegree = 150

// sortDocs puts the documents in the order in which they may represent others:
// those the person chose, hubs, then by the keeper's rule, then as they stand.
func (c *clusterer) sortDocs() {
	n := len(c.ev.Docs)
	c.order = make([]int32, n)
	key := make([]int64, n)
	for i := range c.order {
		c.order[i] = int32(i)
		key[i] = c.keeperKey(&c.ev.Docs[i])
		if len(c.edges.of(c.ev.Docs[i].Text)) < hubDegree {
			key[i] += afterHubs
		}
	}
	for doc, ordinal := range c.decided.represents {
		key[doc] = math.MinInt64 + math.MaxInt32 - int64(ordinal) // of several the last first
	}
	slices.SortFunc(c.order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(key[x], key[y]), cmp.Compare(x, y))
	})
}

// keeperKey is the less, the sooner the document represents others.
func (c *clusterer) keeperKey(d *Doc) int64 {
	switch c.settings.Keeper {
	case protocol.KeepEarliest:
		return stamp(d)
	case protocol.KeepLongest:
		return -int64(c.ev.Shingles[d.Text])
	case protocol.KeepPreferred:
		for i, outlet := range c.settings.Preferred {
			if strings.EqualFold(outlet, d.Outlet) {
				return int64(i)
			}
		}
		return int64(len(c.settings.Preferred))
	}
	return 0
}

// afterHubs is more than keys differ by.
const afterHubs = 1 << 48

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

// why says in words what put the representative before the others.
func (c *clusterer) why(docs []int32) string {
	first, next := docs[0], docs[1]
	a := &c.ev.Docs[first]
	if c.decided.represents[first] > 0 {
		return "chosen by you"
	}
	for _, doc := range docs[2:] {
		if c.rankBefore(doc, next) {
			next = doc
		}
	}
	b := &c.ev.Docs[next]
	switch {
	case c.keeperKey(a) == c.keeperKey(b):
		return c.canonicalWhy(a, b)
	case c.settings.Keeper == protocol.KeepEarliest:
		return "earliest"
	case c.settings.Keeper == protocol.KeepPreferred:
		return "from " + a.Outlet + ", which you prefer"
	}
	return "longest text"
}

// rankBefore reports whether x comes before y by the keeper's rule.
func (c *clusterer) rankBefore(x, y int32) bool {
	kx, ky := c.keeperKey(&c.ev.Docs[x]), c.keeperKey(&c.ev.Docs[y])
	return kx < ky || kx == ky && x < y
}

func (c *clusterer) canonicalWhy(a, b *Doc) string {
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
