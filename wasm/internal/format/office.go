//go:build !js || unpack

package format

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"clippings/wasm/internal/charset"
	"clippings/wasm/internal/office"
	"clippings/wasm/internal/pdf"
	"clippings/wasm/protocol"
)

// office reads a word processor's document or a book.
func (w *walk) office(c opened) error {
	a, err := w.archiveOf(c.body)
	if err != nil {
		return err
	}
	mimetype, _ := a.Read("mimetype")
	kind := office.Kind(a.Names(), string(mimetype))
	read := map[string]func(office.Archive, func() error, emitter) error{
		"docx": office.ReadDocx, "odt": office.ReadODT, "epub": office.ReadEPUB,
	}[kind]
	if read == nil {
		if a.lost != "" && kind == "" && isOfficeExtension(extensionOf(c.name)) {
			return skipError{protocol.SkipDamaged, a.lost}
		}
		c.Format = formatZip
		if kind == "" {
			return w.zip(c)
		}
		c.Format = foreignNames[kind]
		return w.skip(c.Entry, protocol.SkipUnsupported, c.Format+" is not read")
	}
	c.Format = kind
	if a.lost != "" {
		c.warnings = append(c.warnings, a.lost+".")
	}
	err = officeError(w.records(c, "", func(emit emitter) error { return a.fault(read(a, w.pause, emit)) }))
	if err = w.fail(c.Entry, err); err != nil {
		return err
	}
	return w.embedded(c, a)
}

// embedded reads the files that were put into a document.
func (w *walk) embedded(c opened, a *zipArchive) error {
	for _, part := range a.names {
		name, ok := strings.CutPrefix(part, "word/embeddings/")
		if !ok || name == "" {
			continue
		}
		err := w.member(c, name, func() (*body, error) {
			data, err := a.Read(part)
			if err != nil {
				return nil, err
			}
			if inner, file, ok := office.Object(data); ok {
				return bytesBody(cmp.Or(charset.Decode([]byte(inner), charset.Hint{}).Text, strings.TrimSuffix(name, ".bin")), file), nil
			}
			return bytesBody(name, data), nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// rtf reads Rich Text.
func (w *walk) rtf(c opened) error {
	data, err := w.holdRecord(&c)
	if err != nil {
		return err
	}
	file := office.RTF{Data: data, Decode: decodeCodePage}
	return officeError(w.records(c, "", func(emit emitter) error { return office.ReadRTF(file, w.pause, emit) }))
}

// flat reads a word processor's document that is one XML file.
func (w *walk) flat(c opened) error {
	data, err := w.holdRecord(&c)
	if err != nil {
		return err
	}
	read := office.ReadFlatDocx
	if office.IsFlatODT(data[:min(len(data), sniffLen)]) {
		read = office.ReadFlatODT
	}
	return officeError(w.records(c, "", func(emit emitter) error { return read(data, w.pause, emit) }))
}

func officeError(err error) error {
	if errors.Is(err, office.ErrEncrypted) {
		return skipError{protocol.SkipEncrypted, ""}
	}
	return err
}

// codePages are numbers of Windows that are no names with "windows-" before.
var codePages = map[int]string{
	437: "ibm866", 866: "ibm866", 932: "shift_jis", 936: "gb18030", 949: "euc-kr", 950: "big5", 1361: "euc-kr", 10000: "macintosh", 10007: "x-mac-cyrillic",
	20866: "koi8-r", 21866: "koi8-u", 28592: "iso-8859-2", 28595: "iso-8859-5", 65001: "utf-8",
}

func decodeCodePage(page int, b []byte) string {
	label := codePages[page]
	if label == "" {
		label = fmt.Sprintf("windows-%d", page)
	}
	return decodeLabel(label, b)
}

func decodeLabel(label string, b []byte) string {
	return charset.Decode(b, charset.Hint{Label: label}).Text
}

// pdf reads the text layer.
func (w *walk) pdf(c opened) error {
	f, err := w.random(c.body)
	if err != nil {
		return err
	}
	r, err := pdf.Read(f, f.Size(), pdf.Options{Yield: w.pause, MaxText: int(w.limits.MaxFile), Decode: decodeLabel})
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return skipError{protocol.SkipEncrypted, ""}
	case errors.Is(err, pdf.ErrNoText):
		return skipError{protocol.SkipNoText, "it holds pictures of pages and no text"}
	case err != nil:
		return err
	}
	return w.records(c, "", func(emit emitter) error { return emit(r) })
}
