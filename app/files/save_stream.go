package files

import (
	"context"
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Sink takes a file as it is made: straight to the disk where the browser lets the
// person choose a file, else into parts that the browser holds outside of the
// program's memory and hands over as a download at the end. Neither has a limit but
// the disk's.
//
//	Create -> Write … Write -> Close   the file is there
//	                        \> Abort   nothing is left of it
//
// https://developer.mozilla.org/docs/Web/API/Window/showSaveFilePicker and
// https://developer.mozilla.org/docs/Web/API/FileSystemWritableFileStream
type Sink struct {
	name, mediaType string
	stream          app.Value // nil without a picker
	parts           []any     // Blobs
}

var (
	// ErrNotChosen is what Create reports when the person chose no file.
	ErrNotChosen = errors.New("files: no file was chosen")
	// ErrNotWritten is what Write and Close report when the disk or the browser does
	// not take more.
	ErrNotWritten = errors.New("files: the file could not be written: there may be no room on the disk")
)

// Create begins a file. It must be called soon after the person pressed a button,
// as browsers demand, and not on the goroutine that draws: it waits for the choice.
func Create(ctx context.Context, name, mediaType string) (*Sink, error) {
	s := &Sink{name: name, mediaType: mediaType}
	if app.IsServer || !app.Window().Get("showSaveFilePicker").Truthy() {
		return s, nil
	}
	handle, failed := await(ctx, app.Window().Call("showSaveFilePicker", map[string]any{"suggestedName": name}))
	switch failed {
	case "":
		if chosen := handle.Get("name"); chosen.Truthy() {
			s.name = chosen.String()
		}
		if s.stream, failed = await(ctx, handle.Call("createWritable")); failed != "" {
			s.stream = nil
		}
	case "AbortError":
		return nil, ErrNotChosen
	}
	return s, ctx.Err() // where pages may not choose files: as a download
}

// Write takes the next bytes. They may be changed afterwards.
func (s *Sink) Write(ctx context.Context, b []byte) error {
	if app.IsServer {
		return nil
	}
	bytes := app.Window().Get("Uint8Array").New(len(b))
	app.CopyBytesToJS(bytes, b)
	return s.put(ctx, bytes)
}

// put writes bytes of the browser's.
func (s *Sink) put(ctx context.Context, bytes app.Value) error {
	if s.stream == nil {
		s.parts = append(s.parts, app.Window().Get("Blob").New([]any{bytes}))
		return ctx.Err()
	}
	if _, failed := await(ctx, s.stream.Call("write", bytes)); failed != "" {
		return ErrNotWritten
	}
	return ctx.Err()
}

// Name is what the file is called, as far as is known.
func (s *Sink) Name() string { return s.name }

// Close ends the file.
func (s *Sink) Close(ctx context.Context) error {
	if app.IsServer {
		return nil
	}
	if s.stream == nil {
		download(s.name, app.Window().Get("Blob").New(s.parts, map[string]any{"type": s.mediaType}))
		s.parts = nil
		return nil
	}
	if _, failed := await(ctx, s.stream.Call("close")); failed != "" {
		return ErrNotWritten
	}
	return nil
}

// Abort leaves nothing of the file.
func (s *Sink) Abort() {
	if s.parts = nil; s.stream != nil {
		s.stream.Call("abort")
	}
}

// await waits for a promise: its value, or the name of its error. When ctx ends it
// waits no more.
func await(ctx context.Context, promise app.Value) (value app.Value, failed string) {
	type settled struct {
		value  app.Value
		failed string
	}
	done := make(chan settled, 1)
	kept := app.FuncOf(func(_ app.Value, args []app.Value) any {
		s := settled{}
		if len(args) > 0 {
			s.value = args[0]
		}
		done <- s
		return nil
	})
	broken := app.FuncOf(func(_ app.Value, args []app.Value) any {
		s := settled{failed: "Error"}
		if len(args) > 0 && args[0].Truthy() && args[0].Get("name").Truthy() {
			s.failed = args[0].Get("name").String()
		}
		done <- s
		return nil
	})
	promise.Call("then", kept, broken)
	select {
	case s := <-done:
		kept.Release()
		broken.Release()
		return s.value, s.failed
	case <-ctx.Done(): // the functions may be called yet, and stay
		return nil, "AbortError"
	}
}
