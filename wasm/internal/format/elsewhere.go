package format

import (
	"context"
	"errors"
	"io/fs"
	"sync"
	"time"

	"clippings/wasm/protocol"
)

// Unpacker is how formats are read that this program does not hold: by another one,
// which walks the file or record with the same code (Reader.Walk) and hands back
// the texts that it finds.
type Unpacker struct {
	// Start starts the other program and gives the shard that answers
	// protocol.Unpack: when the first file of another format comes, and again when the
	// program has broken down. fs.ErrNotExist if it was not fetched.
	Start func() (protocol.Shard, error)
	// Blob makes a handle of bytes, to pass a record on.
	Blob func([]byte) protocol.File

	mu      sync.Mutex
	running protocol.Shard
}

// shard is the other program, which is started if it does not run.
func (u *Unpacker) shard() (protocol.Shard, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.running == nil {
		s, err := u.Start()
		if err != nil {
			return nil, err
		}
		u.running = s
	}
	return u.running, nil
}

// lost notes that a program has broken down.
func (u *Unpacker) lost(s protocol.Shard) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.running == s {
		u.running = nil
	}
}

// missing accounts for a file whose format the program was built without.
func (w *walk) missing(c opened) error {
	return skipError{protocol.SkipUnsupported, c.Format + " is read by a part of the program that is not here; reload the page"}
}

// elsewhere has a file or record of another format read by the other program:
// the dropped file itself, as long as nothing but compression lies around the
// record, else the record's bytes.
func (w *walk) elsewhere(format string, c opened) error {
	q := protocol.Unpack{Record: c.Record, Source: protocol.Source{
		Path: c.Source, Recipe: *w.recipe, Handle: w.handle, Size: uint64(w.top.Size()), Part: w.part, Parts: w.parts,
	}}
	q.Source.Recipe.Limits = w.limits
	q.Source.Recipe.Limits.MaxExpanded = max(w.budget, 1)
	if c.Record == "" && w.handle != nil {
		return w.fetch(q)
	}
	if !w.mine() {
		return nil
	}
	data, err := w.whole(c.body, heldFactor*w.limits.MaxFile)
	if err != nil {
		return err
	}
	if q.Depth = uint32(c.depth - 1); format != formatOther {
		q.Format = format
	}
	q.Source.Handle, q.Source.Size = w.unpacker.Blob(data), uint64(len(data))
	q.Source.Part, q.Source.Parts = 0, 1
	return w.inside(func() error { return w.fetch(q) })
}

// fetch takes over what the other program finds.
func (w *walk) fetch(q protocol.Unpack) error {
	shard, err := w.unpacker.shard()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return skipError{protocol.SkipUnsupported, "the part of Clippings that reads this format could not be fetched; reload the page while you are connected, then drop the file again"}
	case err != nil:
		return skipError{protocol.SkipUnsupported, "the part of Clippings that reads this format did not start, most likely for want of memory; close other pages, reload this one, then drop the file again"}
	}
	if err = w.fetchFrom(shard, q); errors.Is(err, protocol.ErrLost) {
		w.unpacker.lost(shard)
		return skipError{protocol.SkipLost, "the part of Clippings that reads this format broke down, most likely for want of memory; drop the file again by itself"}
	}
	return err
}

// fetchFrom takes over what a shard finds, a batch after the other.
func (w *walk) fetchFrom(shard protocol.Shard, q protocol.Unpack) error {
	batch, err := ask(w, shard, q)
	spent := uint64(0)
	for err == nil {
		if err = w.takeOver(batch, &spent); err != nil && !batch.Done {
			_, _ = protocol.Do(context.Background(), shard, protocol.UnpackNext{ID: batch.ID, Stop: true})
		}
		if err != nil || batch.Done {
			return err
		}
		batch, err = ask(w, shard, protocol.UnpackNext{ID: batch.ID})
	}
	return err
}

// askEvery is how often a wait for the other program looks whether the work was
// stopped.
const askEvery = 50 * time.Millisecond

// ask puts a request to the other program and yields while it waits.
func ask(w *walk, shard protocol.Shard, q protocol.Request[protocol.Unpacked]) (protocol.Unpacked, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var answer protocol.Unpacked
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		answer, err = protocol.Do(ctx, shard, q)
	}()
	for {
		select {
		case <-done:
			return answer, err
		case <-time.After(askEvery):
			if stop := w.pause(); stop != nil {
				cancel()
				<-done
				return protocol.Unpacked{}, stop
			}
		}
	}
}

func (w *walk) takeOver(batch protocol.Unpacked, spent *uint64) error {
	more := int64(batch.Spent - min(*spent, batch.Spent))
	*spent = batch.Spent
	if w.far != nil && batch.Read > 0 {
		w.far(int64(batch.Read))
	}
	if err := w.charge(more); err != nil {
		return err
	}
	for i := range batch.Found {
		if err := w.pause(); err != nil {
			return err
		}
		p := pieceOf(&batch.Found[i])
		if p.Skip != protocol.SkipNone {
			if err := w.tell(p.Entry); err != nil {
				return err
			}
			continue
		}
		if err := w.fail(p.Entry, w.take(p)); err != nil {
			return err
		}
	}
	return nil
}

// Walk finds the records of a file or record without looking for articles in
// them, for a program that reads other formats for another. The error is only
// one of Yield or emit. spent is told before each.
func (r *Reader) Walk(q protocol.Unpack, f File, emit func(found protocol.Found, spent uint64) error) error {
	r.Recipe, r.Part, r.Parts = q.Source.Recipe, q.Source.Part, q.Source.Parts
	var w *walk
	tell := func(p piece) error {
		if err := emit(foundOf(p), uint64(w.spent)); err != nil {
			return stopError{err}
		}
		return nil
	}
	w = r.walk(f, func(e Entry) error { return emit(foundOf(piece{Entry: e}), uint64(w.spent)) })
	w.take = tell
	if q.Record == "" && q.Format == "" {
		return w.file(q.Source.Path)
	}
	e := Entry{Source: q.Source.Path, Record: q.Record, Bytes: f.Size()}
	name := q.Record
	if name == "" {
		name = q.Source.Path
	}
	b := fileBody(name, w.top)
	b.format = q.Format
	return w.end(e, w.open(e, b, int64(q.Depth)))
}

// foundOf is a piece in the form in which it crosses.
func foundOf(p piece) protocol.Found {
	return protocol.Found{
		Entry: protocol.Entry{
			Path: p.Source, Record: p.Record, Bytes: uint64(max(0, p.Bytes)), Format: p.Format, Encoding: p.encoding,
			Warnings: p.warnings, Skip: p.Skip, Detail: p.Detail,
		},
		Markup: p.markup, Several: p.several, Text: p.text, Facts: p.facts,
	}
}

// pieceOf is the opposite.
func pieceOf(f *protocol.Found) piece {
	return piece{
		Entry: Entry{
			Source: f.Path, Record: f.Record, Bytes: int64(f.Bytes), Format: f.Format, Skip: f.Skip, Detail: f.Detail,
		},
		markup: f.Markup, several: f.Several, text: f.Text, encoding: f.Encoding, facts: f.Facts, warnings: f.Warnings,
	}
}
