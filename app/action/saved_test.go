package action

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"clippings/app/files"
	"clippings/wasm/protocol"
)

func keptSearches(b bench) Searches {
	b.loop.ConsumeAll()
	return state[Searches](b, SearchesState)
}

// look lets the person look at the result shown for a while.
func (b bench) look() {
	b.loop.ConsumeAll()
	b.desk.searches.shown = time.Now().Add(-historyRest)
}

func texts(list []KeptSearch) string {
	var all []string
	for _, k := range list {
		all = append(all, k.Query.Text)
	}
	return strings.Join(all, ", ")
}

func TestHistoryHoldsWhatWasLookedAt(t *testing.T) {
	b := setUp(t, newNarrowed())
	for _, step := range []struct {
		text   string
		typing bool
		look   bool
	}{
		{"br", true, false},
		{"bridge", true, true}, {"bridge clo", true, true}, {"bridge closed", true, true}, // one search, growing
		{"ferry", false, true}, {"", false, false},
		{"port", false, false}, // passed through
		{"harbour", false, true},
		{"bridge closed", false, true}, // again
		{"nothing", false, false},
	} {
		b.post(Find, protocol.Query{Text: step.text, Typing: step.typing})
		b.loop.ConsumeAll()
		if step.look {
			b.look()
		}
	}
	if got, want := texts(keptSearches(b).History), "bridge closed, harbour, ferry"; got != want {
		t.Errorf("history is %s, want %s", got, want)
	}
	b.post(Read, Reading{Query: protocol.Query{Text: "nothing", Order: protocol.LatestFirst}})
	b.post(Remember, protocol.Query{Text: "  "})
	b.desk.leavePage(b.ctx) // what is shown was not looked at
	if got := keptSearches(b).History; len(got) != 4 || got[0].Query.Order != protocol.LatestFirst {
		t.Errorf("after a hit was followed, history is %+v", got)
	}
	b.post(Find, protocol.Query{Text: "last"})
	b.look()
	b.desk.leavePage(b.ctx)
	if got := keptSearches(b).History; got[0].Query.Text != "last" {
		t.Errorf("after the page was left, history is %+v", got)
	}
	b.post(ForgetHistory, nil)
	if got := keptSearches(b).History; len(got) != 0 {
		t.Errorf("forgotten history is %+v", got)
	}
}

func TestHistoryIsBounded(t *testing.T) {
	b := setUp(t, newNarrowed())
	for i := range historyLen + 5 {
		b.post(Remember, protocol.Query{Text: fmt.Sprint("word ", i)})
	}
	b.post(Remember, protocol.Query{Text: strings.Repeat("long ", mostKept)})
	got := keptSearches(b).History
	if len(got) != historyLen || got[0].Query.Text != fmt.Sprint("word ", historyLen+4) {
		t.Errorf("%d searches, the last %+v", len(got), got[0])
	}
}

func TestSavedSearchesOutlastThePage(t *testing.T) {
	b := setUp(t, newNarrowed())
	ferry := protocol.Query{Text: "ferry", Within: "lang:en", Fold: protocol.FoldStories, Typing: true}
	b.post(SaveSearch, KeptSearch{Query: ferry})
	b.post(SaveSearch, KeptSearch{Name: " The  bridge ", Query: protocol.Query{Text: "bridge"}})
	b.post(SaveSearch, KeptSearch{Name: "nothing"})
	b.loop.ConsumeAll()
	b.desk.searches.state = Searches{} // another page on this device
	b.desk.loadSearches(b.ctx)
	got := keptSearches(b)
	if len(got.Saved) != 2 || got.Saved[0].Name != "ferry lang:en" || got.Saved[1].Name != "The bridge" {
		t.Fatalf("saved are %+v", got.Saved)
	}
	if got.Find(ferry) != 0 || got.Find(protocol.Query{Text: "ferry"}) != -1 {
		t.Error("a saved search is not found by its query")
	}
	b.post(SaveSearch, KeptSearch{Name: "Zeebrugge", Query: ferry})
	if got := keptSearches(b); len(got.Saved) != 2 || got.Saved[1].Name != "Zeebrugge" {
		t.Errorf("called otherwise: %+v", got.Saved)
	}
	b.post(DropSearch, ferry)
	if got := keptSearches(b); len(got.Saved) != 1 || got.Saved[0].Name != "The bridge" {
		t.Errorf("after one was dropped: %+v", got.Saved)
	}
}

// TestStoredSearchesAreHostile: whatever lies in the browser's storage, what is
// shown of it can be drawn.
func TestStoredSearchesAreHostile(t *testing.T) {
	b := setUp(t, newNarrowed())
	files.StorageOf(b.ctx).Set(savedKey, []KeptSearch{
		{Query: protocol.Query{Text: "a", Fold: 200, Order: 99, Match: 7, Typing: true}}, {}, {Query: protocol.Query{Text: strings.Repeat("x", mostKept+1)}},
	})
	files.StorageOf(b.ctx).Set(historyKey, "no list")
	b.desk.loadSearches(b.ctx)
	got := keptSearches(b)
	if len(got.Saved) != 1 || got.Saved[0].Query != (protocol.Query{Text: "a"}) || len(got.History) != 0 {
		t.Errorf("got %+v", got)
	}
}
