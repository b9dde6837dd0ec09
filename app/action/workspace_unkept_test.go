package action

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// registry is a cabinet whose documents have fields that can be put right: they are kept
// with the workspace and opened again.
type registry struct {
	*cabinet
	fields map[string]string            // of documents: what was put right
	filed  map[string]map[string]string // by workspace
	rules  int                          // decisions it groups by
}

func newRegistry() *registry {
	a := &registry{cabinet: newCabinet(), fields: map[string]string{}, filed: map[string]map[string]string{}}
	a.amend = func(_ context.Context, id protocol.DocID, c protocol.Correction) error {
		a.mu.Lock()
		defer a.mu.Unlock()
		if slices.Contains(c.Values, "refused") {
			return protocol.ErrField
		}
		key := fmt.Sprint(id, " ", c.Field)
		if a.fields[key] = strings.Join(c.Values, ","); c.Revert {
			delete(a.fields, key)
		}
		return nil
	}
	a.regroup = func(_ context.Context, r protocol.Regroup) error {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.rules = len(r.Decisions)
		return nil
	}
	return a
}

func (a *registry) Save(ctx context.Context, w *coord.Workspace) error {
	err := a.cabinet.Save(ctx, w)
	a.mu.Lock()
	defer a.mu.Unlock()
	if err == nil {
		a.filed[w.ID] = maps.Clone(a.fields)
	}
	return err
}

func (a *registry) Reopen(ctx context.Context, id string) (coord.Opened, error) {
	opened, err := a.cabinet.Reopen(ctx, id)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.fields = maps.Clone(a.filed[id])
	k, _ := decodePage(opened.Workspace.Page)
	a.rules = len(k.set.Decisions)
	return opened, err
}

func (a *registry) Summaries(_ context.Context, ids []protocol.DocID) (coord.Summaries, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	all := coord.Summaries{}
	for _, id := range ids {
		all[id] = protocol.Summary{ID: id, Name: fmt.Sprint(id), Title: a.fields[fmt.Sprint(id, " title")]}
	}
	return all, nil
}

// again closes the page at once, without a moment's rest, and opens it anew.
func (b bench) again(t *testing.T, engine Engine) bench {
	t.Helper()
	b.desk.leavePage(b.ctx)
	return b.killed(t, engine)
}

// killed opens the page anew with what the browser's own storage has.
func (b bench) killed(t *testing.T, engine Engine) bench {
	t.Helper()
	all := map[string]json.RawMessage{}
	b.ctx.LocalStorage().ForEach(func(key string) {
		var value json.RawMessage
		if err := b.ctx.LocalStorage().Get(key, &value); err != nil {
			t.Fatal(err)
		}
		all[key] = value
	})
	return setUpWith(t, engine, all)
}

// kept waits until all is kept.
func (b bench) kept() {
	for range 300 {
		if b.loop.ConsumeAll(); b.workspace().Keep == KeptWhole && !b.desk.workspace.changed {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func (b bench) unkept() bool {
	return files.StorageOf(b.ctx).Contains(unkeptKey + b.workspace().ID)
}

func broughtIn(t *testing.T, a *registry, n int) bench {
	t.Helper()
	b := setUp(t, a)
	var sources []protocol.Source
	for i := range n {
		sources = append(sources, protocol.Source{Path: fmt.Sprintf("pile/%d.txt", i), Size: 9, Handle: 1})
	}
	b.post(Bring, Batch{Sources: sources})
	b.kept()
	return b
}

func (b bench) putRight(i int, field string, values ...string) {
	c := protocol.Correction{Field: field, Values: values, Revert: len(values) == 0}
	b.post(Correct, Correcting{ID: doc(uint32(i)), Path: fmt.Sprintf("pile/%d.txt", i), Correction: c})
}

// TestClosedAtOnce: whatever was set a moment before the page was closed is there when
// it is opened again, a note that was being typed too; and it is kept then.
func TestClosedAtOnce(t *testing.T) {
	a := newRegistry()
	b := broughtIn(t, a, 3)
	b.desk.workspace.saving = true // so that nothing more is kept
	b.putRight(0, "tags", "sea")
	b.putRight(1, "title", "Another")
	b.post(SaveSearch, KeptSearch{Name: "trains", Query: protocol.Query{Text: "train"}})
	b.post(Decide, Deciding{Kind: protocol.NotCopies, A: doc(0), B: doc(1)})
	b.post(RenameWorkspace, "Two piles")
	b.loop.ConsumeAll()
	b.post(Draft, Correcting{ID: doc(2), Path: "pile/2.txt", Correction: protocol.Correction{Field: "note", Values: []string{"half a"}}})
	b.post(Draft, Correcting{ID: doc(2), Path: "pile/2.txt", Correction: protocol.Correction{Field: "note", Values: []string{"half a note"}}})
	b.loop.ConsumeAll()
	for range 2 {
		a.fail = protocol.ErrFull // the second time it has been taken up and is not kept either
		b = b.again(t, a)
		a.fail = nil
		want := map[string]string{"0 tags": "sea", "4294967296 title": "Another", "8589934592 note": "half a note"}
		if !reflect.DeepEqual(a.fields, want) || a.rules != 1 {
			t.Errorf("the engine has %v and %d decisions, want %v", a.fields, a.rules, want)
		}
		if l := state[Ledger](b, LedgerState); l.Entries[1].Title != "Another" {
			t.Errorf("the ledger has %q", l.Entries[1].Title)
		}
		s, k, w := state[Searches](b, SearchesState), state[Keeping](b, KeepingState), b.workspace()
		if len(s.Saved) != 1 || k.Corrections != 3 || w.Name != "Two piles" || len(state[Grouping](b, GroupingState).Decisions) != 1 {
			t.Errorf("opened: %+v, %+v, %+v", s, k, w)
		}
	}
	b.post(KeepWorkspace, nil)
	if b.kept(); b.unkept() {
		t.Error("what is kept is written down elsewhere too")
	}
	if b = b.killed(t, a); state[Keeping](b, KeepingState).Corrections != 3 || b.desk.workspace.changed {
		t.Errorf("once it was kept: %+v", state[Keeping](b, KeepingState))
	}
}

// TestTypedAndTakenBack: a note that was typed and taken back is none.
func TestTypedAndTakenBack(t *testing.T) {
	a := newRegistry()
	b := broughtIn(t, a, 1)
	c := Correcting{ID: doc(0), Path: "pile/0.txt", Correction: protocol.Correction{Field: "note", Values: []string{"half"}}}
	b.post(Draft, c)
	if b.loop.ConsumeAll(); !b.unkept() {
		t.Error("what rests a while is not written down")
	}
	c.Correction = protocol.Correction{Field: "note", Revert: true}
	b.post(Draft, c)
	if b.loop.ConsumeAll(); b.unkept() {
		t.Error("what was taken back is still written down")
	}
	if b.again(t, a); len(a.fields) > 0 {
		t.Errorf("the engine has %v", a.fields)
	}
}

// TestOldNotesAreNoTruth: what was written down before the workspace was kept, is
// damaged or is another tab's changes nothing; what the engine refuses is no
// correction.
func TestOldNotesAreNoTruth(t *testing.T) {
	a := newRegistry()
	b := broughtIn(t, a, 2)
	id := b.workspace().ID
	b.putRight(0, "tags", "sea")
	b.kept()
	turn := b.desk.workspace.turn
	wrong := map[string][]protocol.Correction{"pile/0.txt 9": {{Field: "tags", Values: []string{"old"}}}}
	for name, note := range map[string]any{
		"of a turn before": unkept{Turn: turn - 1, Corrections: wrong}, "of this turn": unkept{Turn: turn, Corrections: wrong},
		"damaged": "{", "another thing": []int{1}, "wrong in itself": map[string]any{"Turn": turn + 1, "Corrections": map[string]int{"a": 1}},
	} {
		if err := files.StorageOf(b.ctx).Set(unkeptKey+id, note); err != nil {
			t.Fatal(err)
		}
		next := b.killed(t, a)
		if a.fields["0 tags"] != "sea" || next.desk.workspace.changed || next.unkept() {
			t.Errorf("%s: the engine has %v, unkept %v", name, a.fields, next.unkept())
		}
	}
	later := unkept{Turn: turn + 5, Corrections: map[string][]protocol.Correction{
		"pile/1.txt 9": {{Field: "date", Values: []string{"refused"}}, {Field: "note", Values: []string{"kept"}}}, "gone.txt 9": wrong["pile/0.txt 9"],
	}}
	if err := files.StorageOf(b.ctx).Set(unkeptKey+id, later); err != nil {
		t.Fatal(err)
	}
	beside := opening{engine: a, storage: files.StorageOf(b.ctx), open: &coord.Workspace{ID: id}}
	if beside.catchUp(t.Context()); beside.unkept || !b.unkept() {
		t.Error("what is another tab's was taken up")
	}
	b = b.killed(t, a)
	if len(a.fields) != 2 || len(b.desk.kept.corrections["pile/1.txt 9"]) != 1 || len(b.desk.kept.corrections["gone.txt 9"]) != 1 {
		t.Errorf("taken up: %v, %v", a.fields, b.desk.kept.corrections)
	}
}

// TestClosedAtAnyMoment: whatever is done in whatever order, whether it is kept
// meanwhile or cannot be, the page and the engine hold what was last set whenever it
// is opened.
func TestClosedAtAnyMoment(t *testing.T) {
	defer func(usual time.Duration) { keepSoonest = usual }(keepSoonest)
	keepSoonest = time.Microsecond
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		a := newRegistry()
		b := broughtIn(t, a, 3)
		want, searches := map[string]string{}, map[string]bool{}
		for step := range 30 {
			i, field := r.IntN(3), []string{"tags", "note"}[r.IntN(2)]
			key := fmt.Sprint(doc(uint32(i)), " ", field)
			switch r.IntN(8) {
			case 0, 1:
				b.loop.ConsumeAll() // two at once may come in any order
				want[key] = fmt.Sprint(step)
				b.putRight(i, field, want[key])
			case 2:
				b.loop.ConsumeAll()
				delete(want, key)
				b.putRight(i, field)
			case 3:
				text := string(rune('a' + r.IntN(5)))
				searches[text] = true
				b.post(SaveSearch, KeptSearch{Name: text, Query: protocol.Query{Text: text}})
			case 4:
				b.loop.ConsumeAll()
				a.fail, b.desk.workspace.saving = nil, false
				switch r.IntN(3) {
				case 0:
					a.fail = protocol.ErrFull
				case 1:
					b.desk.workspace.saving = true // and does not come to an end
				}
			case 5:
				b.post(KeepWorkspace, nil)
			case 6:
				b.loop.ConsumeAll()
			case 7:
				b.loop.ConsumeAll() // what was asked for was done
				b = b.again(t, a)
				a.mu.Lock()
				got := maps.Clone(a.fields)
				a.mu.Unlock()
				found := map[string]bool{}
				for _, s := range state[Searches](b, SearchesState).Saved {
					found[s.Name] = true
				}
				page := map[string]string{}
				for file, list := range b.desk.kept.corrections {
					for _, c := range list {
						page[fmt.Sprint(doc(uint32(file[5]-'0')), " ", c.Field)] = strings.Join(c.Values, ",")
					}
				}
				if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(page, want) || !reflect.DeepEqual(found, searches) {
					t.Fatalf("seed %d, step %d: the engine has %v, the page %v, want %v; searches %v, want %v", seed, step, got, page, want, found, searches)
				}
			}
		}
	}
}
