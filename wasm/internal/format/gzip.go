package format

import (
	"compress/gzip"
	"io"
	"strings"
)

// gunzip reads what a gzip file holds, all its members as one.
func (w *walk) gunzip(c opened) error {
	r, err := gzip.NewReader(w.reader(c.body))
	if err != nil {
		return err
	}
	return w.unpacked(c, r)
}

// unpacked reads what a compressed file holds: one file, whose name is that of
// the packed one without its last extension. It does not add to the record's key.
func (w *walk) unpacked(c opened, r io.Reader) error {
	name := withoutPacking(c.name)
	if ext := extensionOf(name); name == c.name && damagedNames[ext] != "" { // packed by a server, or a wrong name: what is inside tells
		name = strings.TrimSuffix(name[:len(name)-len(ext)], ".")
	}
	return w.open(c.Entry, w.streamBody(name, r), c.depth)
}
