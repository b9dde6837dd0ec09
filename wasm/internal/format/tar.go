//go:build !js || unpack

package format

import (
	"archive/tar"
	"io"
	"strings"

	"clippings/wasm/internal/charset"
	"clippings/wasm/protocol"
)

// tar reads the files of an archive as they come. After a damaged header nothing
// can be found any more, so what was read before is kept and the archive says
// where it ended.
func (w *walk) tar(c opened) error {
	r := tar.NewReader(w.reader(c.body))
	files := 0
	for {
		header, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if header.Typeflag != tar.TypeReg {
			continue
		}
		files++
		name := strings.TrimPrefix(charset.Decode([]byte(header.Name), charset.Hint{}).Text, "./")
		err = w.member(c, name, func() (*body, error) {
			return &body{name: name, r: newBuffered(&pauser{r: r, walk: w})}, nil
		})
		if err != nil {
			return err
		}
	}
	if files == 0 && w.speaks() {
		return w.skip(c.Entry, protocol.SkipEmptyArchive, "")
	}
	return nil
}
