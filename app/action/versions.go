package action

import (
	"context"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// What the person can ask about a story and the versions of a text.
type (
	// Told is a story with what its texts share and what only one has; asked for
	// by any of its documents.
	Told = Answered[protocol.DocID, Telling]
	// Versions is what the copies of a text differ in; asked for by the document
	// that is to be the reading text.
	Versions = Answered[protocol.DocID, coord.Collation]
	// Facing is two documents side by side.
	Facing = Answered[Comparing, coord.Facing]
)

// Telling is a story and its synopsis.
type Telling struct {
	coord.StoryList // of one story
	Synopsis        coord.Synopsis
}

// Story is the story itself.
func (t *Telling) Story() protocol.Story { return t.Stories.Stories[0] }

func newTold() asker[protocol.DocID, Telling] {
	return asker[protocol.DocID, Telling]{state: ToldState, put: func(ctx context.Context, e Engine, id protocol.DocID) (Telling, error) {
		list, err := e.Story(ctx, id)
		if err != nil {
			return Telling{}, err
		}
		synopsis, err := e.Synopsis(ctx, list.Stories.Stories[0])
		return Telling{StoryList: list, Synopsis: synopsis}, err
	}}
}

func newVersions() asker[protocol.DocID, coord.Collation] {
	return asker[protocol.DocID, coord.Collation]{state: VersionsState, put: func(ctx context.Context, e Engine, id protocol.DocID) (coord.Collation, error) {
		return e.Collate(ctx, id)
	}}
}

func newFacing() asker[Comparing, coord.Facing] {
	return asker[Comparing, coord.Facing]{state: FacingState, put: func(ctx context.Context, e Engine, pair Comparing) (coord.Facing, error) {
		return e.Beside(ctx, pair.A, pair.B)
	}}
}
