package coord

import (
	"context"

	"clippings/wasm/protocol"
)

// recount puts right how many words the documents of a ledger have, where lines
// that recur turned out to be no part of the article. That is known only when all
// files are read and compared.
func (c *Corpus) recount(ctx context.Context, entries []protocol.Entry) error {
	lists, err := gather(ctx, c, protocol.Recounts{})
	if err != nil {
		return err
	}
	words := map[protocol.DocID]uint32{}
	for _, list := range lists {
		for _, r := range list.Recounts {
			words[r.ID] = r.Words
		}
	}
	for i := range entries {
		if n, ok := words[entries[i].ID]; ok && entries[i].Skip == protocol.SkipNone {
			entries[i].Words = n
		}
	}
	return nil
}
