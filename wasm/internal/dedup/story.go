package dedup

// storyOf is the story of each document, by canonical number.
func (e *Exchange) storyOf() []uint32 { return make([]uint32, len(e.lead.docs)) }
