// Package workspace writes and reads workspace files: all of a workspace in one
// file, to keep elsewhere or to open on another machine.
//
// A file, version 1:
//
//	"clippings-workspace 1\n"      Magic, as it stands
//	gzip (RFC 1952) of the body:
//	  entry …                      see below
//	  0, number of entries         the end
//
//	entry:  length of the name, name, part …, 0
//	part:   length, as many bytes, their CRC-32 (IEEE, least significant byte first)
//
// Numbers are varints. The first entry is "workspace", the file of the coordinator
// (wasm/coord/keepfile.go); the others are "N/NAME", a file that shard N keeps
// (wasm/internal/shard/save.go). They come shard by shard, so that nothing has to be
// held but a part. On Linux the body is had with
//
//	tail -c +23 FILE | gunzip
//
// Later versions change the digit; whoever does not know it says so. A file of each
// version stays in testdata and opens for ever.
//
// Files come from anywhere: names, lengths and the number of entries are bounded,
// nothing is allocated that has not been read, and every part is held to its
// checksum. Gzip is not done here: the page has the browser do it.
package workspace

import "errors"

// Magic begins a workspace file; what follows is compressed.
const Magic = "clippings-workspace 1\n"

// anyMagic begins the files of all versions.
const anyMagic = "clippings-workspace "

// Errors of workspace files.
var (
	// ErrNot: it is no workspace file.
	ErrNot = errors.New("workspace: this is no workspace file")
	// ErrNewer: a later version of the program has written it.
	ErrNewer = errors.New("workspace: a newer version of Clippings has written this file")
	// ErrDamaged: something in it is missing or wrong.
	ErrDamaged = errors.New("workspace: the file is damaged or was cut off")
)

// Limits of what is read.
const (
	// PartBytes bounds a part.
	PartBytes = 1 << 20
	maxName   = 80
	// maxEntry bounds an entry: shards hold one of them in memory. What they write
	// is 16 MB of texts and one text more, or a segment of the index.
	maxEntry   = 1 << 30
	maxEntries = 1 << 20
)

// Check tells of the first bytes of a file whether it can be opened: nil, ErrNot or
// ErrNewer.
func Check(head []byte) error {
	switch {
	case len(head) >= len(Magic) && string(head[:len(Magic)]) == Magic:
		return nil
	case len(head) > len(anyMagic) && string(head[:len(anyMagic)]) == anyMagic:
		return ErrNewer
	}
	return ErrNot
}
