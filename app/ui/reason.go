package ui

import (
	"context"
	"errors"

	"clippings/wasm/protocol"
)

// reason says in plain words what went wrong and what can be done.
func reason(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, protocol.ErrVersion):
		return "The page and its engine are of different versions. Reload the page."
	case errors.Is(err, protocol.ErrLost):
		return "A part of the program broke down, most likely for want of memory. Reload the page and add the files in smaller parts."
	case errors.Is(err, protocol.ErrNotFound):
		return "There is no such text among the files that are open."
	case errors.Is(err, context.Canceled):
		return "It was stopped."
	}
	return "The program says: " + err.Error() + ". Reload the page and try again."
}
