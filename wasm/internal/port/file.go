//go:build !js

package port

import (
	"fmt"
	"os"

	"clippings/wasm/protocol"
)

// File is an open source. It is an io.ReaderAt.
type File struct {
	file *os.File
	size int64
}

// Open opens the file a handle stands for: natively a path, a string. The error
// says why the person's file cannot be read, in words for them.
func Open(handle protocol.File) (*File, error) {
	path, ok := handle.(string)
	if !ok {
		return nil, fmt.Errorf("port: handle is a %T, want a path", handle)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("port: %w", err)
	}
	info, err := file.Stat()
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("port: %w", err)
	}
	return &File{file: file, size: info.Size()}, nil
}

// Size is the length of the file in bytes when it was opened.
func (f *File) Size() int64 { return f.size }

// ReadAt implements io.ReaderAt. Safe for several goroutines.
func (f *File) ReadAt(p []byte, off int64) (int, error) { return f.file.ReadAt(p, off) }

// Close gives the file back to the system.
func (f *File) Close() error { return f.file.Close() }
