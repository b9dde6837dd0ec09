package cluster

// creditMarks tells which texts of the group at hand bear an agency's credit, and
// which are a copy of one that does.
type creditMarks struct {
	group  uint32   // the group at hand, from 1
	some   bool     // one of it has a credit
	has    []uint32 // by text: the last group in which a document of it had a credit
	copies []uint32 // by text: the last group in which it was found to be a copy of such a text
	plain  []uint32 // by text: the last group in which it was found not to be
}

// mark goes on to another group.
func (m *creditMarks) mark(c *clusterer, docs []int32) {
	m.group++
	m.some = false
	for _, doc := range docs {
		if d := &c.ev.Docs[doc]; d.Agency != "" {
			if m.has == nil {
				n := len(c.ev.Shingles)
				m.has, m.copies, m.plain = make([]uint32, n), make([]uint32, n), make([]uint32, n)
			}
			m.has[d.Text], m.some = m.group, true
		}
	}
}

// isMissing reports whether a document of the group without a credit is a copy
// of another of it that has one. The edges of each text are looked through once.
func (m *creditMarks) isMissing(c *clusterer, doc int32) bool {
	d := &c.ev.Docs[doc]
	switch {
	case !m.some || d.Agency != "":
		return false
	case m.has[d.Text] == m.group || m.copies[d.Text] == m.group:
		return true
	case m.plain[d.Text] == m.group:
		return false
	}
	for _, e := range c.edges.Of(d.Text) {
		if m.has[c.ev.Edges[e].other(d.Text)] == m.group {
			m.copies[d.Text] = m.group
			return true
		}
	}
	m.plain[d.Text] = m.group
	return false
}
