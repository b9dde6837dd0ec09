package shard

import (
	"context"
	"encoding/binary"
	"math"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// A collection that is published has where each document of a shard belongs, so that
// nothing is grouped to open it: version, the number of documents, of each twice its
// group and 1 if it is shown first of that, and its story. Varints.
const placesFile = "places"

// keepCollection writes what a collection has besides what a workspace has.
func (s *Shard) keepCollection(ctx context.Context, to store.Store, first []protocol.DocID) error {
	if err := s.keepSummaries(ctx, to, first); err != nil {
		return err
	}
	if err := s.keepStories(ctx, to); err != nil {
		return err
	}
	return s.keepPlaces(to)
}

// keepPlaces writes that file.
func (s *Shard) keepPlaces(to store.Store) error {
	s.mu.RLock()
	b := binary.AppendUvarint([]byte{keptVersion}, uint64(len(s.docs)))
	for i := range s.docs {
		p, first := s.placeOf(uint32(i)), uint64(0)
		if p.isFirst {
			first = 1
		}
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(p.group)<<1|first), uint64(p.story))
	}
	s.mu.RUnlock()
	return to.Put(placesFile, checked(b))
}

// decodePlaces reads what keepPlaces wrote, of so many documents.
func decodePlaces(b []byte, documents int) ([]place, error) {
	if !isChecked(b) {
		return nil, protocol.ErrCorrupt
	}
	r := keptReader{b: unchecked(b)}
	r.version()
	if r.count() != documents || r.bad {
		return nil, protocol.ErrCorrupt
	}
	places := make([]place, documents)
	for i := range places {
		group := r.below(math.MaxUint32<<1 | 1)
		places[i] = place{group: uint32(group >> 1), isFirst: group&1 != 0, story: uint32(r.below(math.MaxUint32))}
	}
	if r.bad || len(r.b) > 0 {
		return nil, protocol.ErrCorrupt
	}
	return places, nil
}
