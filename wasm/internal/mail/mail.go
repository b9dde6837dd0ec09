// Package mail reads messages: single ones (EML, Apple's EMLX), mailboxes
// (MBOX) and pages saved as messages (MHTML).
//
//	MBOX bytes -> Mbox.Next -> one message -> ReadMessage -> record.Record
//	                                              |-> Options.Attachment, once per file or message inside
//	MHTML      -----------------------------------> ReadMHTML -> record.Record
//
// A message becomes one record: its best text, and what its head says as facts.
// Of alternatives the page is preferred, unless it holds less prose than half of
// the plain text; text in several pieces is joined. Nothing is copied until the
// parts that are wanted are known. All of it is lenient: heads with broken
// lines, boundaries that are never closed, types that are misspelled and bytes
// that no encoding allows are read as far as they make sense, with a warning
// where text may be missing.
//
// Sources: RFC 5322 (form of a message), 2045 and 2046 (types, encodings,
// multipart), 2047 and 2231 (words and parameters beyond ASCII), 3676
// (format=flowed), 2557 (MHTML), 4155 (mbox); for what occurs beside them, the
// comments of the tests. The packages mail, multipart and textproto of the
// standard library are not used because they refuse more and bring package net
// into the program.
package mail

import "errors"

var (
	// ErrTooLarge is a message of a mailbox beyond Options.MaxMessage. The
	// mailbox can be read on.
	ErrTooLarge = errors.New("mail: message is larger than its limit")

	// ErrNoText is a message without any text of its own. Its attachments have
	// been handed on.
	ErrNoText = errors.New("mail: message has no text")
)

// Options is what the readers need from their caller, and their limits. The
// zero value of a limit means its default; Decode must be set.
type Options struct {
	// Decode turns bytes into valid UTF-8. The charset is as it was declared,
	// or "" where nothing was, and may be unknown or wrong.
	Decode func(charset string, b []byte) string

	// Yield is called about every 64 kB; its error comes back unchanged. nil
	// means never.
	Yield func() error

	// Attachment is given each attached file, and each message inside the
	// message as "message/rfc822". The name is without folders, not always
	// unique, never empty; data may be kept only if copied. Its error comes
	// back unchanged. nil leaves attachments out.
	Attachment func(name, mediaType string, data []byte) error

	MaxMessage int // bytes of one message of a mailbox: 64 MB, more than mail servers take
	MaxParts   int // parts of one message, all depths together: 1000
	MaxDepth   int // of multiparts inside each other: 16; mail programs make four
}

func (o Options) withDefaults() Options {
	if o.Yield == nil {
		o.Yield = func() error { return nil }
	}
	if o.MaxMessage <= 0 {
		o.MaxMessage = 64 << 20
	}
	if o.MaxParts <= 0 {
		o.MaxParts = 1000
	}
	if o.MaxDepth <= 0 {
		o.MaxDepth = 16
	}
	return o
}
