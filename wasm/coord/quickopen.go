package coord

import (
	"context"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// QuickOpen lists what a few typed letters call, the best first.
func (c *Corpus) QuickOpen(ctx context.Context, q protocol.QuickOpen) ([]protocol.Choice, error) {
	answers, err := gather(ctx, c, q)
	if err != nil {
		return nil, err
	}
	var all, choices []protocol.Choice
	for _, a := range answers {
		all = append(all, a.Choices...)
	}
	ordering.By(all, protocol.CompareChoices)
	count := map[protocol.What]uint32{}
	for _, a := range all {
		last := len(choices) - 1
		switch isDocument := a.What == protocol.WhatTitle || a.What == protocol.WhatFile; {
		case !isDocument && last >= 0 && choices[last].What == a.What && choices[last].Text == a.Text:
			choices[last].Documents += a.Documents // the outlet or person in another shard
		case count[a.What] < q.LimitOf(a.What):
			choices = append(choices, a)
			count[a.What]++
		}
	}
	return choices[:min(len(choices), int(q.Limit))], nil
}
