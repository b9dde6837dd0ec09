package mail

import (
	"fmt"
	"strings"
)

// A part is one part of a message, or the whole of it.
type part struct {
	header
	body        []byte // still encoded
	kind        media  // Content-Type, with the default filled in
	disposition media
}

// newPart reads a part whose type, if it gives none, is the one given.
func newPart(data []byte, otherwise string) part {
	h, body := cutHeader(data)
	p := part{header: h, body: body, kind: parseMedia(h.raw("Content-Type")), disposition: parseMedia(h.raw("Content-Disposition"))}
	switch p.kind.word {
	case "":
		p.kind.word = otherwise
	case "text", "plain", "text/ascii", "text/us-ascii":
		p.kind.word = "text/plain"
	case "html", "application/xhtml+xml":
		p.kind.word = "text/html"
	}
	return p
}

// content is the body with its transfer encoding undone.
func (p part) content(yield func() error) ([]byte, error) {
	return decodeTransfer(p.ascii("Content-Transfer-Encoding"), p.body, yield)
}

func (p part) isMultipart() bool { return strings.HasPrefix(p.kind.word, "multipart/") }

func (p part) isText() bool { return p.kind.word == "text/plain" || p.kind.word == "text/html" }

// fileName is the name that a part gives itself, without folders, or "".
func (p part) fileName(decode func(string, []byte) string) string {
	name := p.disposition.text("filename", decode)
	if name == "" {
		name = p.kind.text("name", decode)
	}
	return strings.TrimSpace(name[strings.LastIndexAny(name, `/\`)+1:])
}

// A piece is a stretch of the text of a message.
type piece struct {
	html bool
	text string
}

// A walk goes through the parts of one message.
type walk struct {
	Options
	parts    int
	warnings []string
}

func (w *walk) warn(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	for _, old := range w.warnings {
		if old == s {
			return
		}
	}
	w.warnings = append(w.warnings, s)
}

// read returns the text of a part and hands its attachments on.
func (w *walk) read(p part, depth int) ([]piece, error) {
	switch {
	case p.isMultipart() && depth >= w.MaxDepth:
		w.warn("More than %d parts lie inside each other; the innermost are left out.", w.MaxDepth)
		return nil, nil
	case p.kind.word == "multipart/encrypted", p.kind.word == "application/pkcs7-mime", p.kind.word == "application/x-pkcs7-mime":
		w.warn("The message is encrypted or sealed; its text cannot be read.")
		return nil, nil
	case p.isMultipart():
		return w.readMultipart(p, depth)
	case p.isText():
		return w.readText(p)
	}
	return nil, w.attach(p)
}

// readText decodes a part of text.
func (w *walk) readText(p part) ([]piece, error) {
	data, err := p.content(w.Yield)
	if err != nil {
		return nil, err
	}
	text := w.Decode(p.kind.ascii("charset"), data)
	if p.kind.word == "text/html" {
		return []piece{{true, text}}, nil
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if strings.EqualFold(p.kind.ascii("format"), "flowed") {
		text = joinFlowed(text, strings.EqualFold(p.kind.ascii("delsp"), "yes"))
	}
	return []piece{{false, text}}, nil
}

// partsOf splits a multipart, as far as the limit on parts goes.
func (w *walk) partsOf(p part) (parts []part, err error) {
	otherwise := "text/plain"
	if p.kind.word == "multipart/digest" {
		otherwise = "message/rfc822"
	}
	body := p.body
	b, ok := newBoundary(p.kind.bytes("boundary"), body)
	if !ok { // a whole multipart may be encoded, against the standard
		if body, err = p.content(w.Yield); err != nil {
			return nil, err
		}
		b, ok = newBoundary(p.kind.bytes("boundary"), body)
	}
	if !ok {
		w.warn("A part with parts in it has no boundaries between them; it was read as plain text.")
		p.kind = media{word: "text/plain"}
		return []part{p}, nil
	}
	closed, err := b.split(body, func(data []byte) error {
		if w.parts++; w.parts > w.MaxParts {
			return errParts
		}
		parts = append(parts, newPart(data, otherwise))
		return w.Yield()
	})
	switch {
	case err == errParts:
		w.warn("The message has more than %d parts; the rest is left out.", w.MaxParts)
		err = nil
	case !closed && err == nil:
		w.warn("The message ends before its last part is closed; it may be cut short.")
	}
	return parts, err
}
