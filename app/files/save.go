package files

import (
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ErrNoClipboard is what Copy reports where the browser gives pages none.
var ErrNoClipboard = errors.New("files: the browser does not let this page copy; save instead")

// Save hands the person a file, as a download that never leaves the computer.
func Save(name, mediaType string, content []byte) error {
	if app.IsServer {
		return nil
	}
	window := app.Window()
	bytes := window.Get("Uint8Array").New(len(content))
	app.CopyBytesToJS(bytes, content)
	download(name, window.Get("Blob").New([]any{bytes}, map[string]any{"type": mediaType}))
	return nil
}

// download hands over a Blob.
func download(name string, blob app.Value) {
	window := app.Window()
	url := window.Get("URL").Call("createObjectURL", blob)
	link := window.Get("document").Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")
	// The browser has taken hold of the blob when click returns.
	window.Get("URL").Call("revokeObjectURL", url)
}

// Copy puts text on the clipboard.
func Copy(text string) error {
	if app.IsServer {
		return nil
	}
	clipboard := app.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		return ErrNoClipboard
	}
	clipboard.Call("writeText", text)
	return nil
}
