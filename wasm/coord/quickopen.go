package coord

import (
	"context"
	"slices"

	"clippings/wasm/protocol"
)

// QuickOpen lists the titles and files that match a few typed letters best.
func (c *Corpus) QuickOpen(ctx context.Context, q protocol.QuickOpen) ([]protocol.Choice, error) {
	answers, err := gather(ctx, c, q)
	if err != nil {
		return nil, err
	}
	var choices []protocol.Choice
	for _, a := range answers {
		choices = append(choices, a.Choices...)
	}
	slices.SortFunc(choices, protocol.CompareChoices)
	return choices[:min(len(choices), int(q.Limit))], nil
}
