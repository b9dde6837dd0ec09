package ui

import (
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// packingNotice tells, wherever the person is, how opening a workspace file goes.
type packingNotice struct {
	app.Compo
	now    action.Packing
	closed bool
}

func (n *packingNotice) OnMount(ctx app.Context) {
	ctx.ObserveState(action.PackingState, &n.now).OnChange(func() { n.closed = false })
}

func (n *packingNotice) Render() app.UI {
	switch {
	case n.now.Status == action.Loading:
		return notice("kept", words("p", "", packingWords(&n.now)))
	case n.now.Status == action.Idle || n.closed:
		return app.Elem("div").Hidden(true)
	}
	return notice("kept", words("p", "", packingWords(&n.now)), button("", "link link-quiet", "Close", n.onClose))
}

func (n *packingNotice) onClose(app.Context, app.Event) { n.closed = true }

// packingWords says how saving or opening a workspace file goes.
func packingWords(p *action.Packing) string {
	switch {
	case p.Status == action.Loading && p.Opening:
		return "Opening the workspace file: " + size(p.Bytes) + " unpacked …"
	case p.Status == action.Loading:
		return "Saving the workspace as a file: " + size(p.Bytes) + " packed …"
	case p.Status == action.Failed:
		return packingReason(p.Err)
	case p.Status == action.Ready:
		return "Saved as " + p.Name + ", " + size(p.Bytes) + ". It opens in Clippings on any machine: drop it on the page."
	}
	return ""
}

// packingReason says why a workspace file could not be saved or opened.
func packingReason(err error) string {
	switch {
	case errors.Is(err, coord.ErrFileNewer), errors.Is(err, protocol.ErrVersion):
		return "This workspace file was written by a newer version of Clippings. Reload the page while you are connected, or get a newer copy of it, then drop the file again."
	case errors.Is(err, coord.ErrNoFile):
		return "This is no workspace file, whatever its name says, and nothing was opened. If it holds articles, give it the name that fits them."
	case errors.Is(err, coord.ErrFileDamaged), errors.Is(err, protocol.ErrCorrupt):
		return "This workspace file is damaged, or was cut off when it was copied. What was open is open again. Copy the file once more and drop that."
	case errors.Is(err, protocol.ErrFull):
		return "No room is left on this device for this workspace file. Remove a workspace that you no longer need under Settings."
	case errors.Is(err, protocol.ErrOrder):
		return "Something is being read at the moment. Drop the workspace file again when that is done."
	case errors.Is(err, protocol.ErrUnknown):
		return "Workspace files cannot be saved or opened on this page."
	case errors.Is(err, action.ErrFirstSave):
		return "What is open is kept nowhere and would be lost. Save it as a file, reload the page, and drop the workspace file again."
	}
	return "It did not work. " + reason(err)
}
