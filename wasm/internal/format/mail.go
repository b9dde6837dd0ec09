//go:build !js || unpack

package format

import (
	"errors"
	"io"

	"clippings/wasm/internal/charset"
	"clippings/wasm/internal/mail"
	"clippings/wasm/internal/newswire"
	"clippings/wasm/protocol"
)

// newswire reads the articles of an agency's XML or SGML.
func (w *walk) newswire(c opened) error { return w.readRecords(c, newswire.Read) }

// mail reads one message, and what is attached to it as files of their own.
func (w *walk) mail(c opened) error {
	data, err := w.holdRecord(&c)
	if err != nil {
		return err
	}
	var attached []*body // after the message itself; no more bytes than data
	o := w.mailOptions()
	o.Attachment = func(name, mediaType string, data []byte) error {
		b := bytesBody(name, data)
		if mediaType == "message/rfc822" {
			b.format = formatMail
		}
		attached = append(attached, b)
		return nil
	}
	err = w.records(c, "", func(emit emitter) error { return mail.ReadMessage(data, o, emit) })
	if errors.Is(err, mail.ErrNoText) {
		err = skipError{protocol.SkipNoText, "the message holds no text of its own"}
	}
	if err = w.fail(c.Entry, err); err != nil {
		return err
	}
	for _, b := range attached {
		if err := w.member(c, b.name, func() (*body, error) { return b, nil }); err != nil {
			return err
		}
	}
	return nil
}

// mhtml reads a page saved with all its parts in one file.
func (w *walk) mhtml(c opened) error {
	data, err := w.holdRecord(&c)
	if err != nil {
		return err
	}
	err = w.records(c, "", func(emit emitter) error { return mail.ReadMHTML(data, w.mailOptions(), emit) })
	if errors.Is(err, mail.ErrNoText) {
		return skipError{protocol.SkipNoText, ""}
	}
	return err
}

func (w *walk) mailOptions() mail.Options {
	return mail.Options{
		Yield: w.pause, MaxMessage: int(w.limits.MaxFile),
		Decode: func(name string, b []byte) string {
			return charset.Decode(b, charset.Hint{Label: w.recipe.Encoding, Declared: name}).Text
		},
	}
}

// mbox reads the messages of a mailbox.
func (w *walk) mbox(c opened) error {
	r := mail.NewMbox(w.reader(c.body), w.mailOptions())
	for {
		m, err := r.Next()
		switch {
		case err == io.EOF:
			return nil
		case errors.Is(err, mail.ErrTooLarge):
			err = w.leaveOut(c, m.Key, skipError{protocol.SkipTooLarge, "at most " + megabytes(w.limits.MaxFile)})
		case err == nil:
			b := bytesBody("message.eml", m.Data)
			b.format = formatMail
			err = w.entry(c, m.Key, b)
		}
		if err != nil {
			return err
		}
	}
}
