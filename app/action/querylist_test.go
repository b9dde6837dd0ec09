package action

import (
	"context"
	"errors"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// counter counts letters; "stop" waits until nobody wants to know.
type counter struct {
	scripted
	asked []protocol.Query
	begun func()
}

func (c *counter) Count(ctx context.Context, q protocol.Query) (coord.Tally, error) {
	c.asked = append(c.asked, q)
	n := uint64(len(q.Text))
	switch q.Text {
	case "stop":
		if c.begun != nil {
			c.begun()
			<-ctx.Done()
		}
	case "lost":
		return coord.Tally{}, protocol.ErrLost
	case "some":
		return coord.Tally{Occurrences: 9, Documents: 7, Texts: 5, Some: true}, nil
	}
	return coord.Tally{Occurrences: 3 * n, Documents: 2 * n, Texts: n}, nil
}

func TestQueriesAreCountedInTurn(t *testing.T) {
	e := &counter{}
	b := setUp(t, e)
	b.post(CountQueries, Querying{Queries: []string{"bridge", "lost", "some", "port"}, Exactly: true})
	b.loop.ConsumeAll()
	got := state[QueryList](b, QueriesState)
	if got.Status != Ready || got.Done != 4 || got.Number != 1 || !got.Exactly || len(e.asked) != 4 || !e.asked[3].Exactly {
		t.Fatalf("list = %+v, asked %v", got, e.asked)
	}
	for i, want := range [][3]uint64{{18, 12, 6}, {}, {}, {12, 8, 4}} {
		if hits, documents, texts := got.Lines[i].Counts(); [3]uint64{hits, documents, texts} != want {
			t.Errorf("%s: %d %d %d, want %v", got.Lines[i].Text, hits, documents, texts, want)
		}
	}
	if !errors.Is(got.Lines[1].Err, protocol.ErrLost) {
		t.Errorf("lost: %v", got.Lines[1].Err)
	}
	b.ctx.Dispatch(b.desk.refreshOthers)
	b.loop.ConsumeAll()
	if got := state[QueryList](b, QueriesState); !got.Stale {
		t.Error("a changed corpus does not show")
	}
	b.post(ResumeQueries, nil)
	b.loop.ConsumeAll()
	if got := state[QueryList](b, QueriesState); got.Stale || got.Done != 4 || len(e.asked) != 8 {
		t.Errorf("counted again: %+v", got)
	}
	b.post(StartOver, nil)
	b.loop.ConsumeAll()
	if got := state[QueryList](b, QueriesState); len(got.Lines) != 4 || got.Done != 0 || got.Lines[0].Tally.Documents != 0 {
		t.Errorf("after all was forgotten: %+v", got)
	}
	b.post(ForgetQueries, nil)
	b.loop.ConsumeAll()
	if got := state[QueryList](b, QueriesState); len(got.Lines) != 0 || got.Number != 2 {
		t.Errorf("forgotten: %+v", got)
	}
}

func TestCountingStopsAndGoesOn(t *testing.T) {
	e := &counter{}
	b := setUp(t, e)
	e.begun = func() { b.desk.counting.work.stop() }
	b.post(CountQueries, Querying{Queries: []string{"stop", "b", "c"}})
	b.loop.ConsumeAll()
	b.post(StopQueries, nil)
	b.loop.ConsumeAll()
	if got := state[QueryList](b, QueriesState); got.Status != Ready || got.Done != 0 || len(e.asked) != 1 {
		t.Fatalf("stopped: %+v", got)
	}
	e.begun = nil
	b.post(ResumeQueries, nil)
	b.loop.ConsumeAll()
	if got := state[QueryList](b, QueriesState); got.Status != Ready || got.Done != 3 {
		t.Errorf("resumed: %+v", got)
	}
}

func TestSavedQueriesSayWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		line    QueryLine
		counted bool
		want    string
	}{
		{QueryLine{Text: "=1+1", Tally: coord.Tally{Occurrences: 3, Documents: 2, Texts: 1}}, true, "7,'=1+1,3,2,1,,,"},
		{QueryLine{Text: "a"}, false, "7,a,,,,,,not counted"},
		{QueryLine{Text: "a", Err: errors.New("gone")}, true, "7,a,,,,,,gone"},
		{QueryLine{Text: `"a`, Tally: coord.Tally{Some: true, Documents: 4}}, true, `7,"""a",0,0,0,4,,`},
		{QueryLine{Text: "ü(", Tally: coord.Tally{
			Errors: []protocol.QueryError{{Span: protocol.Span{Start: 2, End: 3}, Message: "Never closed", Remedy: "Add )."}},
			Also:   []coord.Spelling{{Typos: []string{"u"}, Forms: []string{"v"}}}, Lost: 1,
		}}, true, `7,ü(,0,0,0,,"u, v",character 2: Never closed. Add ).; partial: a part of the program broke down`},
	} {
		got := strings.TrimSpace(string(csv([][]string{queryRow(6, &c.line, c.counted)}, ',')))
		if got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
