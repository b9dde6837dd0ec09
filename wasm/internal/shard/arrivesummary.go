package shard

import (
	"cmp"
	"context"
	"encoding/binary"

	"clippings/wasm/internal/store"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// A collection that is published has, besides what a workspace has, what lists show
// of each document: else the beginnings of all texts of a page of stories would have
// to come, from all over the files. The newest stand first, as in the list that a
// visitor sees first, so that its first page is in one part or two.
//
//	version, how many; of each its place in the shard and its length
//	of each protocol.SummaryList with it alone
const summariesFile = "summaries"

// keepSummaries writes that file.
func (s *Shard) keepSummaries(ctx context.Context, to store.Store) error {
	yield := s.yield(ctx)
	s.mu.RLock()
	defer s.mu.RUnlock()
	order := make([]uint32, len(s.docs))
	for i := range order {
		order[i] = uint32(i)
	}
	ordering.By(order, func(a, b uint32) int {
		x, y := &s.docs[a].info, &s.docs[b].info
		return cmp.Or(cmp.Compare(y.Day, x.Day), cmp.Compare(y.Minute, x.Minute), cmp.Compare(a, b))
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
		head = binary.AppendUvarint(binary.AppendUvarint(head, uint64(i)), uint64(len(body)-before))
	}
	return to.Put(summariesFile, head, body)
}

// summed is that file as it comes.
type summed struct {
	parts *store.Parts
	spans [][2]int // of each document
}

// readSummed reads what stands in front, of so many documents.
func readSummed(p *store.Parts, documents int) (*summed, error) {
	r := keptReader{b: p.Bytes()}
	r.version()
	if r.count() != documents {
		return nil, protocol.ErrCorrupt
	}
	s := &summed{parts: p, spans: make([][2]int, documents)}
	order := make([]int, documents)
	for n := range order {
		i, length := r.number(), r.number()
		if r.bad || i >= documents || s.spans[i] != [2]int{} {
			return nil, protocol.ErrCorrupt
		}
		order[n], s.spans[i] = i, [2]int{0, length}
	}
	at := len(p.Bytes()) - len(r.b)
	for _, i := range order {
		length := s.spans[i][1]
		s.spans[i] = [2]int{at, at + length}
		at += length
	}
	if at != len(p.Bytes()) {
		return nil, protocol.ErrCorrupt
	}
	return s, nil
}

// of is the summary of a document; false if there is none or it is damaged.
func (s *summed) of(i uint32) (protocol.Summary, bool) {
	list, err := protocol.Summaries{}.DecodeResponse(s.parts.Bytes()[s.spans[i][0]:s.spans[i][1]])
	if err != nil || len(list.Summaries) != 1 {
		return protocol.Summary{}, false
	}
	return list.Summaries[0], true
}

// summed begins the file of summaries, if there is one.
func (l *loading) summed() error {
	from, ok := l.from.(store.Parted)
	if !ok {
		return nil
	}
	p, err := from.Begin(summariesFile)
	if isDamage(err) {
		return nil // they are made of the texts
	}
	if err != nil {
		return err
	}
	l.arriving.summed, err = readSummed(p, len(l.docs))
	if isDamage(err) {
		return nil
	}
	return err
}

// summariesFront is where the summaries begin in their file.
func summariesFront(b []byte) int {
	r := keptReader{b: b}
	r.version()
	for range 2 * r.count() {
		r.number()
	}
	return len(b) - len(r.b)
}
