package format

// A FarFile knows how far its file was read, which is what progress is told from.
// It is for one goroutine at a time.
type FarFile struct {
	File
	Far int64 // bytes from the start of the file to the end of what was read
}

// ReadAt implements io.ReaderAt.
func (f *FarFile) ReadAt(p []byte, off int64) (int, error) {
	n, err := f.File.ReadAt(p, off)
	f.Reach(off + int64(n))
	return n, err
}

// Reach is told of bytes that were read elsewhere, as Reader.Far is.
func (f *FarFile) Reach(far int64) { f.Far = max(f.Far, far) }
