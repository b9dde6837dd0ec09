package format

import (
	"bufio"
	"compress/bzip2"
	"compress/gzip"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/mikelolasagasti/xz"
)

// unpack reads what a compressed file holds: one file, whose name is that of the
// packed one without its last extension. It does not add to the record's key.
func (w *walk) unpack(c opened) error {
	r, err := unpacker(c.Format, w.reader(c.body))
	if err != nil {
		return err
	}
	e := c.Entry
	return w.open(e, w.streamBody(withoutPacking(c.name), r), c.depth)
}

// maxWindow bounds what a decompressor may hold of what it has unpacked: what
// the largest setting of xz asks for.
const maxWindow = 64 << 20

func unpacker(format string, r *bufio.Reader) (io.Reader, error) {
	switch format {
	case formatGzip:
		return gzip.NewReader(r) // reads all members of a file of several
	case formatBzip2:
		return bzip2.NewReader(r), nil
	case formatXZ:
		return xz.NewReader(r, maxWindow)
	}
	return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderLowmem(true))
}
