package ui

import (
	"context"
	"fmt"
	"html"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

func newTestPace() *pace { return newPace(context.Background()) }

// openLedger is the view of the files of a room, with a way to see its rows.
func openLedger(r *room) (*ledger, func() string) {
	l := &ledger{}
	r.do(func(ctx app.Context) {
		ctx.GetState(action.LedgerState, &l.state)
		l.arrange(ctx)
	})
	return l, func() string {
		return html.UnescapeString(app.HTMLString(&virtualList{Heights: l.heights, Row: l.renderRow}))
	}
}

func TestLedgerAddsUp(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/files")
	r.sees("9 records from 9 files: 6 read, 3 left out.", "6 text", "1 binary · 1 empty · 1 unsupported",
		"All 9", "Left out 3", "With warnings 1", "the text stands in the file twice", "Save as CSV", "Read again…")
	r.seesNot("shown")
}

func TestLedgerSaysWhyFilesWereLeftOut(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	l, rows := openLedger(r)
	l.view.show = showSkipped
	l.arrange(r.ctx)
	text := rows()
	for _, want := range []string{"pile/photo.jpg", protocol.SkipBinary.Explanation(), "PDF", protocol.SkipUnsupported.Explanation()} {
		if !strings.Contains(text, want) {
			t.Errorf("of what was left out, %q does not show", want)
		}
	}
	if strings.Contains(text, "pile/0.txt") {
		t.Error("what was read shows among what was left out")
	}
}

func TestLedgerIsLookedThrough(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	for _, c := range []struct {
		typed string
		rows  int
	}{
		{"", 9}, {"PHOTO", 1}, {"loaf bakers", 1}, {"loaf photo", 0}, {"pdf", 1}, {"twice", 1}, {"pile/", 9}, {"é", 0}, {"save the article as text", 2},
	} {
		l, _ := openLedger(r)
		l.look(r.ctx, c.typed)
		r.loop.ConsumeAll()
		if len(l.shown) != c.rows || len(l.chosen()) != c.rows {
			t.Errorf("%q: %d entries are shown and %d would be saved, want %d", c.typed, len(l.shown), len(l.chosen()), c.rows)
		}
		if want := fmt.Sprintf("%d of 9 shown", c.rows); c.rows < 9 && l.shownText() != want {
			t.Errorf("%q: it says %q, want %q", c.typed, l.shownText(), want)
		}
	}
}

// TestLedgerOrders sorts many entries in steps and compares with sorting at once.
func TestLedgerOrders(t *testing.T) {
	entries := manyEntries(5000)
	for order, o := range ledgerOrders {
		view := ledgerView{order: order}
		got, err := view.arrange(entries, newTestPace())
		if err != nil {
			t.Fatal(err)
		}
		want := make([]int32, len(entries))
		for i := range want {
			want[i] = int32(i)
		}
		if o.compare != nil {
			slices.SortStableFunc(want, func(a, b int32) int { return o.compare(&entries[a], &entries[b]) })
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: the order is not that of a plain stable sort", o.name)
		}
	}
}

// TestOutdatedWorkEnds arranges for somebody who asks something else meanwhile.
func TestOutdatedWorkEnds(t *testing.T) {
	work, stop := context.WithCancel(context.Background())
	stop()
	p := &pace{work: work} // its step is over since the year 1
	if _, err := (&ledgerView{order: 4}).arrange(manyEntries(1000), p); err == nil {
		t.Error("the work goes on though nobody waits for it")
	}
}

func TestLedgerTellsWhatCameOfSaving(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/files")
	var state action.Ledger
	r.do(func(ctx app.Context) { ctx.GetState(action.LedgerState, &state) })
	r.post(action.ExportLedger, state.Entries)
	r.sees("Saved 9 rows as clippings-ledger.csv")
	r.post(action.CopyLedger, state.Entries[:2])
	r.sees("Copied 2 rows")
	r.goTo("#/stories")
	r.goTo("#/files")
	r.seesNot("Copied 2 rows")
}

// manyEntries is a ledger of n entries, the same for every n.
func manyEntries(n int) []protocol.Entry {
	random := rand.New(rand.NewPCG(1, 2))
	formats := []string{"html", "text", "csv", "docx", ""}
	entries := make([]protocol.Entry, n)
	for i := range entries {
		e := &entries[i]
		e.ID, e.Path = fakeID(i), fmt.Sprintf("archive/2025/%02d/harbour-gazette-%06d.html", i%12, i)
		e.Title, e.Bytes = "Notice of the harbour office on the night train", uint64(random.IntN(90_000))
		e.Format, e.Encoding = formats[random.IntN(len(formats))], "utf-8"
		switch random.IntN(10) {
		case 0:
			e.Skip = protocol.SkipReason(1 + random.IntN(int(protocol.SkipNoArticle)))
		case 1:
			e.Warnings = []string{"1 place without meaning in utf-8"}
			fallthrough
		default:
			e.Words = uint32(random.IntN(1500))
		}
	}
	return entries
}

func BenchmarkLedgerView(b *testing.B) {
	entries := manyEntries(100_000)
	for _, c := range []struct {
		name string
		view ledgerView
	}{
		{"words", ledgerView{words: []string{"night", "courier"}}},
		{"sorted", ledgerView{order: 4}},
		{"format", ledgerView{order: 3}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := c.view.arrange(entries, &pace{work: context.Background()}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("tally", func(b *testing.B) {
		for b.Loop() {
			if _, err := tally(entries, &pace{work: context.Background()}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
