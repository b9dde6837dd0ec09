package files

import (
	"errors"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ErrNoText is what Text reports when a file cannot be read as text.
var ErrNoText = errors.New("files: the browser could not read the file")

// Text reads a small file that the page itself needs, and calls done with it in
// the browser's event loop. What is not UTF-8, nor UTF-16 with its mark, is taken
// for Windows-1252, which lists saved by older spreadsheets mostly are.
func Text(p Picked, done func(string, error)) {
	handle, ok := p.Handle.(app.Wrapper)
	if app.IsServer || !ok {
		done("", ErrNoText)
		return
	}
	ended := app.FuncOf(func(_ app.Value, args []app.Value) any {
		done("", ErrNoText)
		return nil
	})
	read := app.FuncOf(func(_ app.Value, args []app.Value) any {
		array := app.Window().Get("Uint8Array").New(args[0])
		b := make([]byte, array.Get("byteLength").Int())
		app.CopyBytesToGo(b, array)
		if name := encodingOf(b); name == "utf-8" {
			done(string(b), nil)
		} else {
			done(app.Window().Get("TextDecoder").New(name).Call("decode", array).String(), nil)
		}
		return nil
	})
	handle.JSValue().Call("arrayBuffer").Call("then", read, ended)
}

// encodingOf is the name of the encoding that a text seems to be in.
func encodingOf(b []byte) string {
	switch {
	case len(b) >= 2 && b[0] == 0xFF && b[1] == 0xFE:
		return "utf-16le"
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		return "utf-16be"
	case utf8.Valid(b):
		return "utf-8"
	}
	return "windows-1252"
}
