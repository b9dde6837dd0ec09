// Package files brings what the person drops, chooses or pastes to the page, as
// lists of handles: no content is read here.
//
//	web/intake.js  walks folders, packs a list into a few byte arrays
//	files.Listen   unpacks it: []Picked
//	protocol.File  the handle travels on to a worker, which reads it
package files

import (
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// Picked is one file the person gave.
type Picked struct {
	// Path is the name with the folders it was dropped or chosen with, "/"
	// between them, none in front.
	Path string
	// Size is in bytes.
	Size int64
	// Modified is the time of the last change in milliseconds since 1970 UTC.
	Modified int64
	// Handle is what a worker opens; nil if there is a Problem.
	Handle protocol.File
	// Problem says why the browser would not open the file; empty if it did.
	Problem string
}

// Handler hears of files. Its functions run in the browser's event loop: they
// must not wait, and hand over to go-app with ctx.Dispatch.
type Handler struct {
	// Files receives every list, in the order given; those that came before
	// Listen too.
	Files func([]Picked)
	// Counting is told now and then how many files have been found in folders
	// still being walked.
	Counting func(found int)
}

// Listen hears of everything dropped on the page, pasted into it, or passed to
// FromInput, from now on. A later Listen replaces the Handler.
// Outside a browser it does nothing.
func Listen(h Handler) {
	if app.IsServer {
		return
	}
	onFiles := app.FuncOf(func(_ app.Value, args []app.Value) any {
		h.Files(unpackValue(args[0]))
		return nil
	})
	onCount := app.FuncOf(func(_ app.Value, args []app.Value) any {
		h.Counting(args[0].Int())
		return nil
	})
	intake().Call("listen", onFiles, onCount)
}

// FromInput takes the files chosen in an <input type=file>, with webkitdirectory
// or without, and empties the input. They arrive at the Handler.
func FromInput(input app.Value) {
	intake().Call("addInput", input)
}

// ErrNoSample is what Sample reports when the collection could not be fetched.
var ErrNoSample = errors.New("files: the sample collection could not be loaded")

// Sample makes the sample collection, one zip file, arrive at the Handler. Done
// is called in the browser's event loop: with nil, or with ErrNoSample.
func Sample(done func(error)) {
	if app.IsServer {
		done(ErrNoSample)
		return
	}
	app.Window().Get("clippings").Get("sample").Then(func(file app.Value) {
		if !file.Truthy() {
			done(ErrNoSample)
			return
		}
		intake().Call("addFile", file)
		done(nil)
	})
}

func intake() app.Value { return app.Window().Get("clippings").Get("intake") }
