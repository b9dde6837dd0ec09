package coord

import (
	"context"

	"clippings/wasm/protocol"
)

// maxParallels bounds how many texts a synopsis is made of: comparing all with
// all is the square of it, and nobody reads more side by side.
const maxParallels = 60

// Story is the story a document is in, with what lists show of its documents.
func (c *Corpus) Story(ctx context.Context, id protocol.DocID) (StoryList, error) {
	relatives, err := fromLead(ctx, c, protocol.Related{ID: id})
	if err != nil {
		return StoryList{}, err
	}
	if relatives.Story.Documents() == 0 {
		return StoryList{}, protocol.ErrNotFound
	}
	list := StoryList{Stories: protocol.Stories{Stories: []protocol.Story{relatives.Story}}}
	list.Stories.Add(&relatives.Story)
	list.Summaries, err = c.Summaries(ctx, relatives.Story.DocIDs())
	return list, err
}

// Synopsis tells what the distinct texts of a story have in common and what only
// one of them has. Of copies it is the representative that is looked at.
func (c *Corpus) Synopsis(ctx context.Context, s protocol.Story) (Synopsis, error) {
	var ids []protocol.DocID
	for _, g := range s.Groups {
		ids = append(ids, g.Representative)
	}
	ids = append(ids, s.Lone...)
	answer := Synopsis{Left: max(0, len(ids)-maxParallels)}
	texts, err := c.carry(ctx, ids[:len(ids)-answer.Left])
	if err != nil {
		return Synopsis{}, err
	}
	for _, t := range texts {
		doc, err := t.Document()
		if err != nil {
			return Synopsis{}, err
		}
		answer.Texts = append(answer.Texts, doc)
	}
	if len(texts) == 0 {
		return Synopsis{}, protocol.ErrNotFound
	}
	shard, err := c.shardOf(texts[0].ID)
	if err != nil {
		return Synopsis{}, err
	}
	answer.Parallels, err = ask(ctx, c, shard, protocol.Synopsis{Texts: texts})
	return answer, err
}
