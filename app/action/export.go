package action

import (
	"context"
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// Actions and the state of handing documents out.
const (
	MeasureExport = "clippings/export/measure" // coord.Export: how much it would be
	BeginExport   = "clippings/export"         // coord.Export: to a file
	StopExport    = "clippings/export/stop"    // nil
	ExportState   = "clippings/state/export"   // Exporting
)

// Exporting tells how handing documents out goes.
type Exporting struct {
	Measured coord.Export // what Size is of
	Sizing   Status
	Size     coord.ExportSize

	Status   Status // of the export itself
	Done, Of uint32
	Bytes    uint64
	Name     string // of the file
	Err      error  // nil when the person chose no file, or stopped it
	Count    int    // counts files written, so that a change shows
}

// exporting is what the desk has of it.
type exporting struct {
	state   Exporting
	measure latest
	work    latest
}

func (d *Desk) setUpExport(ctx app.Context) {
	x := &d.exports
	show := func(ctx app.Context) { ctx.SetState(ExportState, x.state) }
	ctx.Handle(MeasureExport, func(ctx app.Context, a app.Action) {
		of, _ := a.Value.(coord.Export)
		x.state.Measured, x.state.Sizing = of, Loading
		show(ctx)
		ask(ctx, d, &x.measure, question[coord.ExportSize]{
			put: func(ctx context.Context, e Engine) (coord.ExportSize, error) { return e.ExportSize(ctx, of) },
			answered: func(ctx app.Context, size coord.ExportSize, err error) {
				x.state.Size, x.state.Sizing = size, Ready
				if err != nil {
					x.state.Sizing, x.state.Err = Failed, err
				}
				show(ctx)
			},
		})
	})
	ctx.Handle(BeginExport, func(ctx app.Context, a app.Action) {
		of, ok := a.Value.(coord.Export)
		if !ok || x.state.Status == Loading {
			return
		}
		x.state.Status, x.state.Err, x.state.Name = Loading, nil, exportNames[of.Form]
		x.state.Done, x.state.Of, x.state.Bytes = 0, 0, 0
		show(ctx)
		work, _ := x.work.next()
		ctx.Async(func() {
			err := d.exportTo(work, ctx, of)
			ctx.Dispatch(func(ctx app.Context) { x.ended(ctx, err) })
		})
	})
	ctx.Handle(StopExport, func(app.Context, app.Action) { x.work.stop() })
}

// ended tells what came of it.
func (x *exporting) ended(ctx app.Context, err error) {
	switch {
	case err == nil:
		x.state.Status = Ready
		x.state.Count++
	case errors.Is(err, files.ErrNotChosen), errors.Is(err, context.Canceled):
		x.state.Status = Idle
	default:
		x.state.Status, x.state.Err = Failed, err
	}
	ctx.SetState(ExportState, x.state)
}

// exportTo writes an export to a file that the person chooses, as it comes.
func (d *Desk) exportTo(work context.Context, ctx app.Context, of coord.Export) error {
	sink, err := files.Create(work, exportNames[of.Form], exportTypes[of.Form])
	if err != nil {
		return err
	}
	x := &d.exports
	ctx.Dispatch(func(app.Context) { x.state.Name = sink.Name() })
	engine, err := d.ready(work)
	if err == nil {
		told := uint32(0)
		err = engine.Export(work, of, coord.Out{
			Write: func(b []byte) error {
				n := uint64(len(b))
				ctx.Dispatch(func(app.Context) { x.state.Bytes += n })
				return sink.Write(work, b)
			},
			Progress: func(done, of uint32) {
				if done < of && done-told < max(1, of/exportSteps) {
					return
				}
				told = done
				ctx.Dispatch(func(ctx app.Context) {
					x.state.Done, x.state.Of = done, of
					ctx.SetState(ExportState, x.state)
				})
			},
		})
	}
	if err == nil {
		err = sink.Close(work)
	}
	if err != nil {
		sink.Abort()
	}
	return err
}

// exportSteps is how often progress is shown at the most.
const exportSteps = 100

// What files are called, and their media types.
var (
	exportNames = [...]string{
		protocol.FormJSONL: "clippings-documents.jsonl", protocol.FormCSV: "clippings-documents.csv",
		protocol.FormText: "clippings-texts.zip", protocol.FormMarkdown: "clippings-markdown.zip",
		protocol.FormGroups: "clippings-copies.csv", protocol.FormPairs: "clippings-pairs.csv",
		protocol.FormReport: "clippings-copies.html",
	}
	exportTypes = [...]string{
		protocol.FormJSONL: "application/jsonl", protocol.FormCSV: "text/csv;charset=utf-8",
		protocol.FormText: "application/zip", protocol.FormMarkdown: "application/zip",
		protocol.FormGroups: "text/csv;charset=utf-8", protocol.FormPairs: "text/csv;charset=utf-8",
		protocol.FormReport: "text/html;charset=utf-8",
	}
)
