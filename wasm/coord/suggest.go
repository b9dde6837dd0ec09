package coord

import (
	"cmp"
	"context"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// Suggest tells what may be meant by what is being typed: the fields in their
// order, or values, the most frequent first.
func (c *Corpus) Suggest(ctx context.Context, q protocol.Suggest) (protocol.Suggestions, error) {
	answers, err := gather(ctx, c, q)
	if err != nil {
		return protocol.Suggestions{}, err
	}
	var sum protocol.Suggestions
	at := map[string]int{}
	for _, a := range answers {
		sum.Replace = a.Replace
		for _, s := range a.List {
			if i, ok := at[s.Text]; ok {
				sum.List[i].Documents += s.Documents
				continue
			}
			at[s.Text] = len(sum.List)
			sum.List = append(sum.List, s)
		}
	}
	ordering.By(sum.List, func(a, b protocol.Suggestion) int {
		if isField := a.About != ""; isField || b.About != "" {
			return 0
		}
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Text, b.Text))
	})
	sum.List = sum.List[:min(len(sum.List), int(q.Limit))]
	return sum, nil
}
