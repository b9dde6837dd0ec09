package dedup

import (
	"cmp"
	"slices"

	"clippings/wasm/protocol"
)

// event is a text on its way into a story: its vector, and the days on which it
// and its copies were published.
type event struct {
	text  uint32
	vec   vector
	first int32 // day, NoDate if not known
	last  int32
}

// stories finds the stories, and numbers them by the canonical order of their
// first text.
func (e *Exchange) stories(in []reader, out [][]byte) error {
	if !e.leads() {
		return nil
	}
	vectors, err := e.readVectors(in)
	if err != nil {
		return err
	}
	events := e.events(vectors)
	m := storyMaker{p: &e.p, numbers: map[uint64]uint32{}}
	if err := m.join(events, e.pace.work); err != nil {
		return err
	}
	if err := m.merge(e.pace.work); err != nil {
		return err
	}
	e.writeStories(events, &m)
	e.writeAssignments(out)
	return nil
}

// events lists the texts that represent themselves, by day, the undated last.
func (e *Exchange) events(vectors []vector) []event {
	l := &e.lead
	events := make([]event, 0, len(vectors))
	at := make([]int32, len(vectors)) // by text, plus one
	for t, vec := range vectors {
		if l.groups.leader[t] == uint32(t) {
			events = append(events, event{text: uint32(t), vec: vec, first: NoDate, last: NoDate})
			at[t] = int32(len(events))
		}
	}
	for i := range l.docs {
		d := &l.docs[i]
		if x := &events[at[l.groups.leader[d.text]]-1]; d.Date != NoDate {
			if x.first == NoDate || d.Date < x.first {
				x.first = d.Date
			}
			x.last = max(x.last, d.Date)
		}
	}
	slices.SortFunc(events, func(x, y event) int {
		return cmp.Or(cmp.Compare(b2i(x.first == NoDate), b2i(y.first == NoDate)),
			cmp.Compare(x.first, y.first), cmp.Compare(x.text, y.text))
	})
	return events
}

// writeStories turns clusters into stories of documents.
func (e *Exchange) writeStories(events []event, m *storyMaker) {
	l := &e.lead
	cluster := make([]int32, len(l.byText)) // by text
	for i := range events {
		cluster[events[i].text] = m.top(m.of[i])
	}
	members := make([][]int32, len(m.clusters))
	var order []int32 // clusters in canonical order of their first document
	for i := range l.docs {
		c := cluster[l.groups.leader[l.docs[i].text]]
		if members[c] == nil {
			order = append(order, c)
		}
		members[c] = append(members[c], int32(i))
	}
	for _, c := range order {
		if docs := members[c]; len(docs) > 1 {
			e.result.Stories = append(e.result.Stories, e.newStory(docs))
		}
	}
}

func (e *Exchange) newStory(docs []int32) Story {
	l := &e.lead
	slices.SortStableFunc(docs, func(x, y int32) int {
		a, b := l.docs[x].Date, l.docs[y].Date
		return cmp.Or(cmp.Compare(b2i(a == NoDate), b2i(b == NoDate)), cmp.Compare(a, b))
	})
	s := Story{ID: uint32(len(e.result.Stories) + 1), Members: make([]protocol.DocID, len(docs))}
	for i, d := range docs {
		s.Members[i] = l.docs[d].ID
	}
	return s
}
