package action

import (
	"fmt"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/protocol"
)

// Where the browser keeps, on this device, what the person has set.
const (
	correctionsKey = "clippings/corrections"
	limitsKey      = "clippings/limits"
)

// kept is what the desk remembers of files: their handles, to read them again,
// and what the person has put right in them, to put it right again when they
// are. Corrections and limits outlast the page; in a workspace, what is known of
// files does too, but for the handles.
type kept struct {
	sources     map[string]protocol.Source // by path
	corrections map[string][]protocol.Correction
	limits      protocol.Limits
	preferences Preferences
	changes     int             // of sources
	touched     map[string]bool // files whose corrections have changed since they were handed over to be kept
}

// load brings back what was kept on this device.
func (k *kept) load(ctx app.Context) {
	if err := files.StorageOf(ctx).Get(correctionsKey, &k.corrections); err != nil || k.corrections == nil {
		k.corrections = map[string][]protocol.Correction{}
	}
	if err := files.StorageOf(ctx).Get(limitsKey, &k.limits); err != nil {
		k.limits = protocol.Limits{}
	}
	ctx.SetState(LimitsState, k.limits)
}

// prepare notes the handles and gives each file its recipe.
func (k *kept) prepare(sources []protocol.Source) []protocol.Source {
	if k.sources == nil {
		k.sources = make(map[string]protocol.Source, len(sources))
	}
	k.changes++
	prepared := slices.Clone(sources)
	for i := range prepared {
		s := &prepared[i]
		if old, ok := k.sources[s.Path]; ok && old.Size == s.Size {
			s.Recipe = old.Recipe // read as the person said before
		}
		k.fill(s)
		k.sources[s.Path] = *s
	}
	return prepared
}

// fill puts into a recipe what is kept of the file.
func (k *kept) fill(s *protocol.Source) {
	if s.Recipe.Limits == (protocol.Limits{}) {
		s.Recipe.Limits = k.limits
	}
	s.Recipe.Corrections = k.corrections[fileKey(*s)]
}

// fileKey knows a file again: another one of the same name mostly has another
// size.
func fileKey(s protocol.Source) string { return fmt.Sprintf("%s %d", s.Path, s.Size) }

// correct notes a correction, the last for each field of a record.
func (k *kept) correct(path string, c protocol.Correction) {
	s, ok := k.sources[path]
	if !ok {
		return
	}
	key := fileKey(s)
	list := withCorrection(k.corrections[key], c)
	if k.corrections[key] = list; len(list) == 0 {
		delete(k.corrections, key)
	}
	k.touch(key)
}

// isSame reports whether two corrections of a field come to the same.
func isSame(a, b protocol.Correction) bool {
	return a.Revert == b.Revert && slices.Equal(a.Values, b.Values)
}

// touch notes that the corrections of files have changed since they were kept.
func (k *kept) touch(keys ...string) {
	if k.touched == nil {
		k.touched = map[string]bool{}
	}
	for _, key := range keys {
		k.touched[key] = true
	}
}

// withCorrection is a list with one more, or without one that is taken back.
func withCorrection(list []protocol.Correction, c protocol.Correction) []protocol.Correction {
	list = slices.DeleteFunc(slices.Clone(list), func(old protocol.Correction) bool {
		return old.Record == c.Record && old.Field == c.Field
	})
	if !c.Revert {
		list = append(list, c)
	}
	return list
}

func (d *Desk) keepCorrections(ctx app.Context) {
	if err := d.keepValue(ctx, correctionsKey, d.kept.corrections); err != nil {
		app.Log("corrections are kept until the page is closed only:", err)
	}
}

// corrected is the correction that a field of a record has now; its Revert if it
// has none.
func (k *kept) corrected(path string, c protocol.Correction) protocol.Correction {
	for _, old := range k.corrections[fileKey(k.sources[path])] {
		if old.Record == c.Record && old.Field == c.Field {
			return old
		}
	}
	return protocol.Correction{Record: c.Record, Field: c.Field, Revert: true}
}

func (d *Desk) handleLimit(ctx app.Context, a app.Action) {
	limits, ok := a.Value.(protocol.Limits)
	if !ok {
		return
	}
	if before := d.kept.limits; limits != before {
		d.limit(ctx, limits)
		d.note(ctx, step{
			change: Change{Of: OfLimits},
			back:   atOnce(func(ctx app.Context) { d.limit(ctx, before) }),
			again:  atOnce(func(ctx app.Context) { d.limit(ctx, limits) }),
		})
	}
}

func (d *Desk) limit(ctx app.Context, limits protocol.Limits) {
	d.kept.limits = limits
	ctx.SetState(LimitsState, limits)
	if err := files.StorageOf(ctx).Set(limitsKey, limits); err != nil {
		app.Log("limits are kept until the page is closed only:", err)
	}
}

// Rereading asks to read a file again in another way.
type Rereading struct {
	Path   string
	Recipe protocol.Recipe // corrections and, if none are given, limits are filled in
}

func (d *Desk) handleReread(ctx app.Context, a app.Action) {
	want, ok := a.Value.(Rereading)
	if !ok {
		return
	}
	s, ok := d.kept.sources[want.Path]
	if !ok {
		return
	}
	layout := s.Recipe.Layout
	if s.Recipe = want.Recipe; s.Recipe.Layout.Kind == "" {
		s.Recipe.Layout = layout // the columns that the person chose
	}
	d.kept.fill(&s)
	d.kept.sources[s.Path] = s // also for when it is dropped again
	d.kept.changes++
	if d.gone(ctx, s) {
		d.keepSoon(ctx)
		return
	}
	d.bring(ctx, Batch{Sources: []protocol.Source{s}})
}

// Correcting asks to put a field of a document right.
type Correcting struct {
	ID         protocol.DocID
	Path       string // of the file it came from
	Correction protocol.Correction
}

func (d *Desk) handleCorrect(ctx app.Context, a app.Action) {
	want, ok := a.Value.(Correcting)
	if !ok {
		return
	}
	before := want
	before.Correction = d.kept.corrected(want.Path, want.Correction)
	title := d.bringing.ledger.title(want.ID)
	set := func(to Correcting, title string) way {
		return func(ctx app.Context, done done) { d.correct(ctx, to, title, done) }
	}
	after := ""
	if want.Correction.Field == "title" && !want.Correction.Revert {
		after = strings.Join(want.Correction.Values, " ")
	}
	set(want, after)(ctx, func(ctx app.Context, err error) {
		if err != nil {
			d.refuseCorrection(ctx, want, err)
			return
		}
		d.note(ctx, step{
			change: Change{Of: OfFact, Name: want.Correction.Field},
			back:   set(before, title), again: set(want, after),
		})
	})
}

// correct puts a field right and shows what that has changed. A title, if there
// is one, is the document's in the ledger from now on.
func (d *Desk) correct(ctx app.Context, c Correcting, title string, done done) {
	w := &d.workspace
	w.draft(c)
	ctx.Async(func() {
		engine, err := d.ready(ctx)
		if err == nil {
			err = engine.Amend(ctx, c.ID, c.Correction)
		}
		ctx.Dispatch(func(ctx app.Context) {
			if now, ok := w.drafts[placeOf(c)]; ok && isSame(now, c.Correction) {
				delete(w.drafts, placeOf(c)) // nothing else was typed since
			}
			if err == nil {
				d.corrected(ctx, c, title)
			}
			done(ctx, err)
		})
	})
}

func (d *Desk) refuseCorrection(ctx app.Context, c Correcting, err error) {
	var now Article
	ctx.GetState(ArticleState, &now)
	if now.Reading.ID == c.ID {
		now.Refused = CorrectionRefused{Field: c.Correction.Field, Err: err}
		ctx.SetState(ArticleState, now)
	}
}

func (d *Desk) corrected(ctx app.Context, c Correcting, title string) {
	d.knowPublished(c.Path)
	d.kept.correct(c.Path, c.Correction)
	d.keepCorrections(ctx)
	d.showKeeping(ctx)
	if c.Correction.Field == "title" && title != "" {
		d.bringing.ledger = d.bringing.ledger.titled(c.ID, []string{title})
		ctx.SetState(LedgerState, d.bringing.ledger)
	}
	var now Article
	ctx.GetState(ArticleState, &now)
	if now.Reading.ID == c.ID {
		ctx.NewActionWithValue(Read, now.Reading)
	}
	d.forgetAnswers(ctx)
}
