package mail

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html"
	"strings"
)

var errParts = errors.New("mail: more parts than the limit")

// readMultipart reads the parts of a multipart by what they are to each other.
func (w *walk) readMultipart(p part, depth int) ([]piece, error) {
	parts, err := w.partsOf(p)
	if err != nil {
		return nil, err
	}
	switch p.kind.word {
	case "multipart/alternative":
		return w.readAlternatives(parts, depth)
	case "multipart/related":
		return w.readRelated(p, parts, depth)
	}
	var text []piece
	for i, child := range parts {
		if p.kind.word == "multipart/signed" && i > 0 || isSignature(child.kind.word) {
			continue
		}
		if child.isText() && isAttached(child, w.Decode, len(text) == 0) {
			if err := w.attach(child); err != nil {
				return nil, err
			}
			continue
		}
		more, err := w.read(child, depth+1)
		if err != nil {
			return nil, err
		}
		text = append(text, more...)
	}
	return text, nil
}

// isAttached reports whether a part of text is a file beside the message. A
// name alone does not make one of the first text: some programs name that too.
func isAttached(p part, decode func(string, []byte) string, first bool) bool {
	return p.disposition.word == "attachment" || !first && p.fileName(decode) != ""
}

// isSignature reports whether a part only proves or describes the others.
func isSignature(kind string) bool {
	switch kind {
	case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
		"message/delivery-status", "message/disposition-notification", "text/rfc822-headers":
		return true
	}
	return false
}

// readAlternatives reads the best of the forms that one text is given in: the
// last with a page in it, unless the plain one has more than twice its prose, as
// where the page is one picture.
func (w *walk) readAlternatives(parts []part, depth int) ([]piece, error) {
	var best []piece
	bestProse := 0
	for _, p := range parts {
		if !p.isText() && !p.isMultipart() {
			continue // the same as an invitation, or for one maker's programs
		}
		text, err := w.read(p, depth+1)
		if err != nil {
			return nil, err
		}
		n := prose(text)
		better := n*2 >= bestProse
		if !isPage(text) { // behind a page, against the order of the standard
			better = best == nil || !isPage(best) || n > bestProse*2
		}
		if len(text) > 0 && better {
			best, bestProse = text, n
		}
	}
	return best, nil
}

// readRelated reads the root of a page with its pictures, which are a part of it
// and not attachments.
func (w *walk) readRelated(p part, parts []part, depth int) ([]piece, error) {
	root := rootOf(p, parts)
	var text []piece
	for i, child := range parts {
		if i != root && child.disposition.word == "attachment" && !strings.HasPrefix(child.kind.word, "image/") {
			if err := w.attach(child); err != nil {
				return nil, err
			}
		}
		if i == root {
			var err error
			if text, err = w.read(child, depth+1); err != nil {
				return nil, err
			}
		}
	}
	return text, nil
}

// rootOf is the part that the others belong to: the one that start names, else
// the first.
func rootOf(p part, parts []part) int {
	if start := bytes.Trim(p.kind.bytes("start"), "<> "); len(start) > 0 {
		for i, child := range parts {
			if bytes.Equal(bytes.Trim(child.raw("Content-ID"), "<> "), start) {
				return i
			}
		}
	}
	return 0
}

// attach hands a part on as a file.
func (w *walk) attach(p part) error {
	if w.Attachment == nil || isSignature(p.kind.word) {
		return nil
	}
	data, err := p.content(w.Yield)
	if err != nil || len(bytes.TrimSpace(data)) == 0 {
		return err
	}
	name, kind := p.fileName(w.Decode), p.kind.word
	if strings.HasPrefix(kind, "message/") {
		kind = "message/rfc822"
		if h, _ := cutHeader(data); name == "" {
			name = cmp.Or(h.text("Subject", w.Decode), "message") + ".eml"
			name = strings.NewReplacer("/", "-", `\`, "-").Replace(name)
		}
	}
	if name == "" {
		name = fmt.Sprintf("part-%d", w.parts)
	}
	return w.Attachment(name, kind, data)
}

func isPage(text []piece) bool {
	for _, p := range text {
		if p.html {
			return true
		}
	}
	return false
}

// join makes one text of pieces. Plain pieces become paragraphs where there is
// a page among them.
func join(text []piece) (s string, isHTML bool) {
	isHTML = isPage(text)
	if len(text) == 1 {
		return text[0].text, isHTML
	}
	var b strings.Builder
	for i, p := range text {
		switch {
		case isHTML && !p.html:
			b.WriteString("\n<p>" + strings.ReplaceAll(html.EscapeString(strings.TrimSpace(p.text)), "\n\n", "</p>\n<p>") + "</p>\n")
		case i > 0 && !isHTML:
			b.WriteString("\n\n" + p.text)
		default:
			b.WriteString(p.text)
		}
	}
	return b.String(), isHTML
}
