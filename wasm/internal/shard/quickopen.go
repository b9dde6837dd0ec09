package shard

import (
	"context"

	"clippings/wasm/internal/choice"
	"clippings/wasm/internal/column"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// choices are what can be called by a few letters. They are brought up to date when
// they are asked for; what was added does not change.
type choices struct {
	lists   [len(choiceFields)]choice.List // by protocol.What
	indexed int                            // documents whose title and name are in the lists

	table  *column.Table          // whose values are in the lists
	values [len(choiceFields)]int // how many of them, by protocol.What
}

// choiceFields are the fields of which each value can be chosen, by protocol.What.
var choiceFields = [...]string{
	protocol.WhatTitle: "", protocol.WhatFile: "", protocol.WhatOutlet: column.Outlet, protocol.WhatPerson: column.By,
}

// addEvery is how many choices are added between two pauses, about 2 ms.
const addEvery = 500

// update adds some of what came since the last call, and reports whether that is
// all. The caller holds the lock.
func (c *choices) update(s *Shard) bool {
	if c.table != s.columns {
		c.table, c.values = s.columns, [len(choiceFields)]int{}
		for what, field := range choiceFields {
			if field != "" {
				c.lists[what] = choice.List{}
			}
		}
	}
	most := min(len(s.docs), c.indexed+addEvery)
	for ; c.indexed < most; c.indexed++ {
		d := &s.docs[c.indexed]
		if d.title != "" {
			c.lists[protocol.WhatTitle].Add(uint64(d.info.ID), d.title)
		}
		c.lists[protocol.WhatFile].Add(uint64(d.info.ID), d.info.Name)
	}
	isWhole := c.indexed == len(s.docs)
	for what, field := range choiceFields {
		if field == "" {
			continue
		}
		n := s.columns.NumValues(field)
		for most := min(n, c.values[what]+addEvery); c.values[what] < most; c.values[what]++ {
			text, _ := s.columns.Value(field, c.values[what])
			c.lists[what].Add(uint64(c.values[what]), text)
		}
		isWhole = isWhole && c.values[what] == n
	}
	return isWhole
}

// quickOpen finds what a few letters call. No lock is held while others are let in.
func (s *Shard) quickOpen(ctx context.Context, q protocol.QuickOpen) (protocol.Choices, error) {
	yield := s.yield(ctx)
	now, err := s.choicesNow(yield)
	if err != nil {
		return protocol.Choices{}, err
	}
	var all []protocol.Choice
	var floor *int // names are wanted as far as titles leave room
	for i := range now.lists {
		what := protocol.What(i)
		found, err := now.lists[i].Best(choice.Ask{
			Typed: q.Pattern, Limit: int(q.LimitOf(what)), Floor: floor, Yield: yield,
			Keep: func(id uint64) bool { return s.documentsOf(now.table, what, id) > 0 },
		})
		if err != nil {
			return protocol.Choices{}, err
		}
		if len(found) == int(q.Limit) && len(found) > 0 {
			floor = &found[len(found)-1].Score
		}
		for _, c := range found {
			told := protocol.Choice{
				What: what, Text: c.Text, Documents: s.documentsOf(now.table, what, c.ID), Score: int64(c.Score), Matches: c.Matches,
			}
			if choiceFields[what] == "" {
				told.ID = protocol.DocID(c.ID)
			}
			all = append(all, told)
		}
	}
	ordering.By(all, protocol.CompareChoices)
	return protocol.Choices{Choices: all}, nil
}

// choicesNow is all choices as they are now.
func (s *Shard) choicesNow(yield func() error) (choices, error) {
	for {
		s.mu.Lock()
		isWhole := s.choices.update(s)
		now := s.choices
		s.mu.Unlock()
		if isWhole {
			return now, nil
		}
		if err := yield(); err != nil {
			return choices{}, err
		}
	}
}

// documentsOf is how many documents a choice stands for.
func (s *Shard) documentsOf(table *column.Table, what protocol.What, id uint64) uint32 {
	field := choiceFields[what]
	if field == "" {
		return 1
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	_, n := table.Value(field, int(id))
	return n
}
