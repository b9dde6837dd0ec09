//go:build !js || unpack

package format

import (
	"clippings/wasm/internal/charset"
	"clippings/wasm/internal/feed"
)

// A recordReader takes a text apart into articles. Its only errors are those of
// yield and emit.
type recordReader func(text string, yield func() error, emit emitter) error

// feed reads the entries of a feed.
func (w *walk) feed(c opened) error { return w.readRecords(c, feed.Read) }

func (w *walk) readRecords(c opened, read recordReader) error {
	p, err := w.decoded(c, charset.Hint{HTML: true})
	if err != nil {
		return err
	}
	c.known, c.warnings = p.facts, p.warnings
	return w.records(c, p.encoding, func(emit emitter) error { return read(p.text, w.pause, emit) })
}
