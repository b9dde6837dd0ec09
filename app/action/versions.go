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

// Telling is a story and, once its texts were compared, its synopsis.
type Telling struct {
	coord.StoryList                 // of one story
	Synopsis        *coord.Synopsis // nil while the texts are being compared, and where they could not be
	Err             error           // why they could not
}

// Story is the story itself.
func (t *Telling) Story() protocol.Story { return t.Stories.Stories[0] }

// newTold asks in two steps: the story shows while its texts are compared, and
// where they cannot be.
func newTold() asker[protocol.DocID, Telling] {
	return asker[protocol.DocID, Telling]{
		state: ToldState,
		put: func(ctx context.Context, e Engine, id protocol.DocID) (Telling, error) {
			list, err := e.Story(ctx, id)
			return Telling{StoryList: list}, err
		},
		add: func(ctx context.Context, e Engine, t Telling) Telling {
			synopsis, err := e.Synopsis(ctx, t.Story())
			if t.Err = err; err == nil {
				t.Synopsis = &synopsis
			}
			return t
		},
	}
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
