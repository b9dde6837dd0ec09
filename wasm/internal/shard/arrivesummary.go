package shard

import (
	"cmp"
	"context"
	"encoding/binary"
	"math"

	"clippings/wasm/internal/store"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// A collection that is published has, besides what a workspace has, what lists show
// of each document: else the beginnings of all texts of a page of stories would have
// to come, from all over the files. The newest stand first, as in the list that a
// visitor sees first, so that its first page is in one part or two.
//
//	version, how many; of each its ID, in two numbers, and its length
//	of each protocol.SummaryList with it alone
const summariesFile = "summaries"

// keepSummaries writes that file.
func (s *Shard) keepSummaries(ctx context.Context, to store.Store, first []protocol.DocID) error {
	yield := s.yield(ctx)
	s.mu.RLock()
	defer s.mu.RUnlock()
	order, place := make([]uint32, len(s.docs)), make([]int, len(s.docs))
	for i := range order {
		order[i] = uint32(i)
	}
	for i, id := range first {
		if doc, ok := s.byID[id]; ok {
			place[doc] = i - len(first)
		}
	}
	ordering.By(order, func(a, b uint32) int {
		x, y := &s.docs[a].info, &s.docs[b].info
		return cmp.Or(cmp.Compare(place[a], place[b]), cmp.Compare(y.Day, x.Day), cmp.Compare(y.Minute, x.Minute), cmp.Compare(a, b))
	})
	head, body := binary.AppendUvarint([]byte{keptVersion}, uint64(len(order))), []byte(nil)
	for n, i := range order {
		if n%yieldOutlines == 0 {
			if err := yield(); err != nil {
				return err
			}
		}
		summary, err := s.docs[i].summary()
		if err != nil {
			return err
		}
		before := len(body)
		body = protocol.SummaryList{Summaries: []protocol.Summary{summary}}.AppendTo(body)
		id := s.docs[i].info.ID
		head = binary.AppendUvarint(binary.AppendUvarint(head, uint64(id.Source())), uint64(id.Record()))
		head = binary.AppendUvarint(head, uint64(len(body)-before))
	}
	return to.Put(summariesFile, head, body)
}

// summed is that file as it comes.
type summed struct {
	parts *store.Parts
	spans map[protocol.DocID][2]int
}

// readSummed reads what stands in front.
func readSummed(p *store.Parts) (*summed, error) {
	r := keptReader{b: p.Bytes()}
	r.version()
	n := r.count()
	ids, lengths := make([]protocol.DocID, n), make([]int, n)
	for i := range ids {
		source := uint32(r.below(math.MaxUint32))
		ids[i], lengths[i] = protocol.NewDocID(source, uint32(r.below(math.MaxUint32))), r.number()
	}
	s := &summed{parts: p, spans: make(map[protocol.DocID][2]int, n)}
	at := len(p.Bytes()) - len(r.b)
	for i, id := range ids {
		s.spans[id] = [2]int{at, at + lengths[i]}
		at += lengths[i]
	}
	if r.bad || at != len(p.Bytes()) {
		return nil, protocol.ErrCorrupt
	}
	return s, nil
}

// of is the summary of a document; false if there is none or it is damaged.
func (s *summed) of(id protocol.DocID) (protocol.Summary, bool) {
	span, ok := s.spans[id]
	if !ok {
		return protocol.Summary{}, false
	}
	list, err := protocol.Summaries{}.DecodeResponse(s.parts.Bytes()[span[0]:span[1]])
	if err != nil || len(list.Summaries) != 1 || list.Summaries[0].ID != id {
		return protocol.Summary{}, false
	}
	return list.Summaries[0], true
}

// beginSummed begins the file of summaries, nil if there is none: they are made of the
// texts then.
func beginSummed(from store.Parted) (*summed, error) {
	p, err := from.Begin(summariesFile)
	if err == nil {
		var s *summed
		if s, err = readSummed(p); err == nil {
			return s, nil
		}
	}
	if isDamage(err) {
		err = nil
	}
	return nil, err
}

// summariesFront is where the summaries begin in their file.
func summariesFront(b []byte) int {
	r := keptReader{b: b}
	r.version()
	for range 3 * r.count() {
		r.number()
	}
	return len(b) - len(r.b)
}
