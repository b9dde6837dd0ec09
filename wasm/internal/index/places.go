package index

// Places calls found for every place of a term in the documents that are marked,
// bit d%64 of marks[d/64], by rising document and position. It reads the whole list
// of the term: the quick way through very many short lists, of which a Postings
// would take longer to open than to read.
func (s *Segment) Places(term uint32, marks []uint64, found func(doc, position uint32)) {
	if s.late != nil && !(s.hasList(term) && s.hasPositions(s.posStart[term], s.posStart[term+1])) {
		return
	}
	in := s.listOf(term)
	positions := int(s.posStart[term])
	doc, skip, at := uint32(0), uint32(0), 0
	for at < len(in) {
		delta := uint32(in[at])
		at++
		if delta >= 0x80 {
			delta, at = uvarint(in, at-1)
		}
		doc += delta
		code := uint32(in[at])
		at++
		if code >= 0x80 {
			code, at = uvarint(in, at-1)
		}
		if code&1 != 0 {
			at = fieldCodeEnd(in, at)
		}
		if marks[doc/64]>>(doc%64)&1 == 0 {
			skip += code >> 1
			continue
		}
		for ; skip > 0 && positions < len(s.positions); positions++ {
			if s.positions[positions] < 0x80 {
				skip--
			}
		}
		position := uint32(0)
		for range code >> 1 {
			delta, positions = uvarint(s.positions, positions)
			if position += delta; position > maxPosition {
				break // only where positions came in parts, which nobody has looked at
			}
			found(doc, position)
		}
	}
}
