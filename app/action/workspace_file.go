package action

import (
	"cmp"
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// SaveWorkspaceFile saves what is open as one file. One that is dropped is opened:
// see handleBring.
const SaveWorkspaceFile = "clippings/workspace/file" // nil

// PackingState tells of workspace files.
const PackingState = "clippings/state/packing" // Packing

// Packing tells how saving or opening a workspace file goes.
type Packing struct {
	Status  Status
	Err     error
	Opening bool
	Name    string // of the file that was saved
	Bytes   uint64 // so far, unpacked; at the end those of the file
}

// A Packer is an engine that gives out all it holds and takes it in.
type Packer interface {
	// Pack writes the body of a workspace file.
	Pack(ctx context.Context, w *coord.Workspace, to io.Writer) error
	// Unpack takes up the body of a workspace file in place of what is here.
	Unpack(ctx context.Context, from io.Reader) (coord.Opened, error)
}

// fileEnding ends the names of workspace files.
const fileEnding = ".clippings"

// ErrFirstSave is told where opening a file would lose what is open.
var ErrFirstSave = errors.New("action: what is open is not kept anywhere")

// passing tells now and then how many bytes went by.
type passing struct {
	bytes uint64
	tell  func(uint64)
	shown uint64
}

// tellBytes is how many bytes go by between two tellings.
const tellBytes = 4 << 20

func (c *passing) add(n int) {
	if c.bytes += uint64(n); c.bytes-c.shown >= tellBytes {
		c.shown = c.bytes
		c.tell(c.bytes)
	}
}

func (d *Desk) showPacking(ctx app.Context, p Packing) {
	d.workspace.packing = p
	ctx.SetState(PackingState, p)
}

// tellPacking gives a function that shows how far a file has come.
func (d *Desk) tellPacking(ctx app.Context) func(uint64) {
	return func(n uint64) {
		ctx.Dispatch(func(ctx app.Context) {
			if p := d.workspace.packing; p.Status == Loading {
				p.Bytes = n
				d.showPacking(ctx, p)
			}
		})
	}
}

func (d *Desk) handleSaveWorkspaceFile(ctx app.Context, _ app.Action) {
	w := &d.workspace
	if w.packing.Status == Loading || d.bringing.state.Status == Loading || w.open == nil {
		return
	}
	if w.saving { // the engine does one after the other
		ctx.After(saveAgain, func(ctx app.Context) { ctx.NewAction(SaveWorkspaceFile) })
		return
	}
	d.showPacking(ctx, Packing{Status: Loading})
	s, now := d.snapshot(), *w.open
	now.Name = cmp.Or(now.Name, nameOf(s.entries))
	now.Documents = d.bringing.ledger.Read
	tell := d.tellPacking(ctx)
	ctx.Async(func() {
		engine, err := d.ready(ctx)
		packer, able := engine.(Packer)
		if err == nil && !able {
			err = protocol.ErrUnknown
		}
		p := Packing{}
		if err == nil {
			now.Page = w.page.write(s)
			p.Name, p.Bytes, err = pack(ctx, packer, &now, packTo{fileNameOf(now.Name), tell})
		}
		switch p.Status = Ready; {
		case errors.Is(err, files.ErrNotChosen):
			p = Packing{}
		case err != nil:
			p = Packing{Status: Failed, Err: err}
		}
		ctx.Dispatch(func(ctx app.Context) { d.showPacking(ctx, p) })
	})
}

// packTo is where a workspace file goes.
type packTo struct {
	name string
	tell func(uint64)
}

func pack(ctx context.Context, packer Packer, w *coord.Workspace, to packTo) (name string, size uint64, err error) {
	file, err := files.NewPacker(ctx, to.name, coord.FileMagic)
	if err != nil {
		return "", 0, err
	}
	count := &passing{tell: to.tell}
	if err := packer.Pack(ctx, w, countedWriter{file, count}); err != nil {
		file.Stop()
		return "", 0, err
	}
	return file.Save()
}

type countedWriter struct {
	io.Writer
	*passing
}

func (w countedWriter) Write(b []byte) (int, error) {
	w.add(len(b))
	return w.Writer.Write(b)
}

type countedReader struct {
	io.Reader
	*passing
}

func (r countedReader) Read(b []byte) (int, error) {
	n, err := r.Reader.Read(b)
	r.add(n)
	return n, err
}

// fileNameOf is what a workspace's file is called: without signs that some systems
// refuse in names.
func fileNameOf(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`\/:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
	name = strings.Trim(name, ". -")
	if r := []rune(name); len(r) > 80 {
		name = string(r[:80])
	}
	return cmp.Or(name, "workspace") + fileEnding
}

// saveAgain is after how long saving is tried once more.
const saveAgain = 100 * time.Millisecond

// maySniff is up to how many files at once are looked at for being workspace files;
// of more only those that are named so.
const maySniff = 8

// isNamedWorkspace reports whether a file goes by the name of a workspace file.
func isNamedWorkspace(s protocol.Source) bool {
	return strings.HasSuffix(strings.ToLower(s.Path), fileEnding)
}

// sniff takes the first workspace file out of a batch that has one, and opens it;
// the others of the batch are brought in then. It reports whether the batch is to
// be left to it.
func (d *Desk) sniff(ctx app.Context, batch Batch) bool {
	if batch.sniffed {
		return false
	}
	var suspects []int
	for i, s := range batch.Sources {
		if isNamedWorkspace(s) || len(batch.Sources) <= maySniff && s.Size > uint64(len(coord.FileMagic)) {
			suspects = append(suspects, i)
		}
	}
	if len(suspects) == 0 || app.IsServer {
		return false
	}
	batch.sniffed = true
	ctx.Async(func() {
		found, err := -1, error(nil)
		for _, i := range suspects {
			head, readErr := files.Head(batch.Sources[i].Handle, len(coord.FileMagic))
			if readErr != nil {
				continue // whoever reads it will say why
			}
			if err = coord.CheckFile(head); err != coord.ErrNoFile || isNamedWorkspace(batch.Sources[i]) {
				found = i
				break
			}
		}
		ctx.Dispatch(func(ctx app.Context) {
			if found < 0 {
				ctx.NewActionWithValue(Bring, batch)
				return
			}
			file := batch.Sources[found]
			batch.Sources = append(batch.Sources[:found:found], batch.Sources[found+1:]...)
			d.openFile(ctx, file, batch, err)
		})
	})
	return true
}

// openFile opens a workspace file in the place of what is open, and then brings in
// the files that came with it.
func (d *Desk) openFile(ctx app.Context, file protocol.Source, with Batch, err error) {
	w := &d.workspace
	engine, able := d.engine.(Packer)
	switch {
	case err != nil:
	case !able || w.keeper == nil:
		err = protocol.ErrUnknown
	case d.bringing.state.Status == Loading || w.state.Opening:
		err = protocol.ErrOrder
	case !w.keeps() && d.bringing.ledger.Read > 0:
		err = ErrFirstSave
	}
	if err != nil {
		d.showPacking(ctx, Packing{Status: Failed, Err: err, Opening: true})
		return
	}
	d.showPacking(ctx, Packing{Status: Loading, Opening: true})
	tell, before := d.tellPacking(ctx), w.state.ID
	if len(with.Sources)+len(with.Refused) > 0 {
		w.waiting = append(w.waiting, with)
	}
	d.change(ctx, func(work context.Context, o *opening) {
		err := o.unpack(work, engine, unpackFrom{file, tell})
		if err != nil {
			o.back(work, before)
		}
		p := Packing{Status: Idle}
		if err != nil {
			p = Packing{Status: Failed, Err: err, Opening: true}
		}
		ctx.Dispatch(func(ctx app.Context) { d.showPacking(ctx, p) })
	})
}

// unpackFrom is where a workspace file comes from.
type unpackFrom struct {
	file protocol.Source
	tell func(uint64)
}

// unpack opens a workspace file as a workspace of its own.
func (o *opening) unpack(ctx context.Context, packer Packer, from unpackFrom) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	body, err := files.Unpack(ctx, from.file.Handle, len(coord.FileMagic))
	if err != nil {
		return err
	}
	got, err := packer.Unpack(ctx, countedReader{body, &passing{tell: from.tell}})
	if err != nil {
		return err
	}
	o.take(got)
	o.fromFile = true
	o.hold(ctx, o.open.ID)
	return nil
}

// back opens again what was open before; what was never kept is begun anew.
func (o *opening) back(ctx context.Context, before string) {
	list, _ := o.keeper.Workspaces(ctx)
	for i := range list.Workspaces {
		if list.Workspaces[i].ID == before {
			o.reopen(ctx, before)
			return
		}
	}
	o.begin(ctx)
}
