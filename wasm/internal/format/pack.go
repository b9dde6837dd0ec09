//go:build !js || unpack

package format

import (
	"compress/bzip2"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/mikelolasagasti/xz"
)

// maxWindow bounds what a decompressor may hold of what it has unpacked: what
// the largest setting of xz asks for.
const maxWindow = 64 << 20

// decompress reads what a file of one of the other compressions holds.
func (w *walk) decompress(c opened) error {
	r, err := decompressor(c.Format, w.reader(c.body))
	if err != nil {
		return err
	}
	return w.unpacked(c, r)
}

func decompressor(format string, r io.Reader) (io.Reader, error) {
	switch format {
	case formatBzip2:
		return bzip2.NewReader(r), nil
	case formatXZ:
		return xz.NewReader(r, maxWindow)
	}
	return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true))
}
