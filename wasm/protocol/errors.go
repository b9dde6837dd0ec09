package protocol

import (
	"context"
	"errors"
)

// Errors that cross between the programs. They travel as a code and a text and
// are told apart with errors.Is on both sides.
var (
	// ErrCorrupt: a message could not be decoded.
	ErrCorrupt = errors.New("protocol: corrupt message")
	// ErrVersion: the page and the engine are of different versions. Remedy: reload.
	ErrVersion = errors.New("protocol: page and engine do not match")
	// ErrNotFound: no such document.
	ErrNotFound = errors.New("protocol: no such document")
	// ErrLost: the worker that holds the shard has ended.
	ErrLost = errors.New("protocol: worker lost")
	// ErrUnknown: the shard does not know this kind of request.
	ErrUnknown = errors.New("protocol: unknown request")
	// ErrOrder: a step of an exchange came without the one before it.
	ErrOrder = errors.New("protocol: request out of order")
	// ErrField: a correction of this field, or to this value, is not possible.
	ErrField = errors.New("protocol: this cannot be corrected so")
	// ErrNotKept: nothing can be kept on this device.
	ErrNotKept = errors.New("protocol: nothing can be kept here")
	// ErrFull: the device has no room for what should be kept.
	ErrFull = errors.New("protocol: no room is left on this device")
	// ErrInUse: another tab keeps this workspace.
	ErrInUse = errors.New("protocol: another tab has this workspace open")
)

// Code is the form in which an error crosses. The values are part of the wire
// format: append, never renumber.
type Code uint8

const (
	CodeInternal Code = iota + 1
	CodeCanceled
	CodeCorrupt
	CodeVersion
	CodeNotFound
	CodeLost
	CodeUnknown
	CodeOrder
	CodeField
	CodeNotKept
	CodeFull
	CodeInUse
	numCodes
)

var codeErrors = [numCodes]error{
	CodeCanceled: context.Canceled,
	CodeCorrupt:  ErrCorrupt,
	CodeVersion:  ErrVersion,
	CodeNotFound: ErrNotFound,
	CodeLost:     ErrLost,
	CodeUnknown:  ErrUnknown,
	CodeOrder:    ErrOrder,
	CodeField:    ErrField,
	CodeNotKept:  ErrNotKept,
	CodeFull:     ErrFull,
	CodeInUse:    ErrInUse,
}

// ErrorCode is the code of the first sentinel in err's tree; CodeInternal when
// there is none.
func ErrorCode(err error) Code {
	for c, e := range codeErrors {
		if e != nil && errors.Is(err, e) {
			return Code(c)
		}
	}
	return CodeInternal
}

// Error makes the error that crossed as this code and text.
func (c Code) Error(text string) error {
	if c < numCodes && codeErrors[c] != nil {
		return &remoteError{text: text, sentinel: codeErrors[c]}
	}
	return errors.New(text)
}

type remoteError struct {
	text     string
	sentinel error
}

func (e *remoteError) Error() string { return e.text }
func (e *remoteError) Unwrap() error { return e.sentinel }
