package action

import (
	"context"
	"testing"

	"clippings/wasm/protocol"
)

// suggesting is an engine that suggests what it was asked, and notes it.
type suggesting struct {
	scripted
	asked []string
	fail  error
}

func (s *suggesting) Suggest(_ context.Context, q protocol.Suggest) (protocol.Suggestions, error) {
	s.asked = append(s.asked, q.Text)
	return protocol.Suggestions{List: []protocol.Suggestion{{Text: q.Text + ":"}}}, s.fail
}

func TestSuggestionsAreOfTheLastKey(t *testing.T) {
	e := &suggesting{}
	b := setUp(t, e)
	for _, text := range []string{"o", "ou", "out"} {
		b.post(Suggest, protocol.Suggest{Text: text})
	}
	b.loop.ConsumeAll()
	got := state[Suggested](b, SuggestedState)
	if len(e.asked) != 1 || got.Asked.Text != "out" || len(got.Answer.List) != 1 {
		t.Errorf("asked %v, got %+v", e.asked, got)
	}
	b.post(Suggest, protocol.Suggest{Text: "x"})
	b.post(Suggest, protocol.Suggest{})
	b.loop.ConsumeAll()
	if got := state[Suggested](b, SuggestedState); len(e.asked) != 1 || got.Asked.Text != "" {
		t.Errorf("taken away: asked %v, got %+v", e.asked, got)
	}
	e.fail = protocol.ErrLost
	b.post(Suggest, protocol.Suggest{Text: "x"})
	b.loop.ConsumeAll()
	if got := state[Suggested](b, SuggestedState); got.Asked.Text != "" {
		t.Errorf("failed: %+v", got)
	}
}
