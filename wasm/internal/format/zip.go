package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// A budget is what one dropped archive may still cost, all archives inside it
// counted together. Bytes are counted as they come out, never as the headers
// claim, so entries that lie over each other or lie about their size cost what
// they really unpack to.
type budget struct {
	bytes   int64
	records int64
	names   map[string]int // members of one path, to keep keys apart
}

var (
	errBomb  = errors.New("format: archive unpacks to more than its limit")
	errLarge = errors.New("format: member is larger than a document may be")
)

// maxDirectory bounds the list of members, which package zip reads whole: a
// million of them take about 100 MB.
const maxDirectory = 128 << 20

// zip reads the members of an archive in the order of its directory. A damaged
// member costs only itself; a broken limit ends the archive.
func (w *walk) zip(e Entry, f File, depth int64) error {
	e.Format = formatZip
	if depth > w.limits.MaxDepth {
		return w.skip(e, protocol.SkipTooDeep, fmt.Sprintf("%d archives inside each other, at most %d", depth, w.limits.MaxDepth))
	}
	if directorySize(f) > maxDirectory {
		return w.skip(e, protocol.SkipRecords, "")
	}
	watched := &watchedFile{File: f}
	r, err := zip.NewReader(watched, f.Size())
	if watched.err != nil {
		return w.skip(e, protocol.SkipUnreadable, watched.err.Error())
	}
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return w.skip(e, protocol.SkipDamaged, err.Error())
	}
	if len(r.File) == 0 {
		return w.skip(e, protocol.SkipEmptyArchive, "")
	}
	if w.budget == nil {
		w.budget = &budget{
			bytes:   min(w.limits.MaxExpanded, ratioSlack+f.Size()*w.limits.MaxRatio),
			records: w.limits.MaxRecords,
			names:   map[string]int{},
		}
		defer func() { w.budget = nil }()
	}
	return w.members(archive{e, r, watched, depth})
}

// An archive is one open zip.
type archive struct {
	Entry
	*zip.Reader
	file  *watchedFile
	depth int64
}

// A watchedFile remembers the first error of reading, so that a file that has
// gone is told from one that is damaged.
type watchedFile struct {
	File
	err error
}

func (f *watchedFile) ReadAt(p []byte, at int64) (int, error) {
	n, err := f.File.ReadAt(p, at)
	if err != nil && err != io.EOF && f.err == nil {
		f.err = err
	}
	return n, err
}

func (w *walk) members(a archive) error {
	for _, m := range a.Reader.File {
		if strings.HasSuffix(m.Name, "/") {
			continue // a folder
		}
		if w.budget.records--; w.budget.records < 0 {
			return w.skip(a.Entry, protocol.SkipRecords, fmt.Sprintf("at most %d", w.limits.MaxRecords))
		}
		if err := w.yield(); err != nil {
			return err
		}
		err := w.member(a, m)
		if errors.Is(err, errBomb) {
			if a.Record != "" {
				return err // the outermost archive reports it, once
			}
			return w.skip(a.Entry, protocol.SkipExpansion, fmt.Sprintf("stopped at %s", m.Name))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// member reads one member; errBomb says that the archive must end.
func (w *walk) member(a archive, m *zip.File) error {
	name := memberName(m)
	e := Entry{Source: a.Source, Record: w.key(a.Record, name)}
	switch {
	case !isSafeName(name):
		return w.skip(e, protocol.SkipUnsafeName, name)
	case isSystemName(name):
		return w.skip(e, protocol.SkipSystem, "")
	case m.Flags&1 != 0:
		return w.skip(e, protocol.SkipEncrypted, "")
	}
	data, err := w.unpack(m)
	e.Bytes = int64(len(data))
	switch {
	case errors.Is(err, errLarge):
		return w.skip(e, protocol.SkipTooLarge, fmt.Sprintf("at most %d MB", w.limits.MaxFile>>20))
	case errors.Is(err, errBomb):
		return err
	case errors.Is(err, zip.ErrAlgorithm):
		return w.skip(e, protocol.SkipUnsupported, fmt.Sprintf("packing method %d is not read", m.Method))
	case err != nil && a.file.err != nil:
		return w.skip(e, protocol.SkipUnreadable, a.file.err.Error())
	case err != nil:
		if stop, ok := err.(stopError); ok {
			return stop.error
		}
		return w.skip(e, protocol.SkipDamaged, err.Error())
	case len(data) == 0:
		return w.skip(e, protocol.SkipEmpty, "")
	}
	guess := sniff(name, data[:min(len(data), sniffLen)])
	e.Format = guess.format
	if guess.format == formatZip && guess.skip == protocol.SkipNone {
		return w.zip(e, bytes.NewReader(data), a.depth+1)
	}
	if guess.skip != protocol.SkipNone {
		return w.skip(e, guess.skip, guess.detail)
	}
	return w.document(e, guess, data)
}

// unpack reads a member whole. What was read before an error is returned with
// it and stays counted.
func (w *walk) unpack(m *zip.File) ([]byte, error) {
	rc, err := m.Open()
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	var buf bytes.Buffer
	buf.Grow(int(min(m.UncompressedSize64, 1<<20))) // the header may lie: no more than 1 MB on its word
	for {
		n, err := io.CopyN(&buf, rc, 256<<10)
		if w.budget.bytes -= n; w.budget.bytes < 0 {
			return nil, errBomb
		}
		if err == io.EOF {
			return buf.Bytes(), nil
		}
		if err != nil {
			return buf.Bytes(), err
		}
		if int64(buf.Len()) > w.limits.MaxFile {
			return nil, errLarge
		}
		if err := w.yield(); err != nil {
			return nil, stopError{err}
		}
	}
}

// key is the path of a member inside the dropped file, made different from all
// before it: archives may hold two members of one name.
func (w *walk) key(outer, name string) string {
	if outer != "" {
		name = outer + "/" + name
	}
	w.budget.names[name]++
	if n := w.budget.names[name]; n > 1 {
		return fmt.Sprintf("%s~%d", name, n)
	}
	return name
}

// memberName is the member's path in UTF-8 with slashes.
func memberName(m *zip.File) string {
	name := m.Name
	if !utf8.ValidString(name) {
		name = decodeWindows1252([]byte(name)).text
	}
	return strings.ReplaceAll(name, "\\", "/")
}

// isSafeName reports a path that stays inside the archive.
func isSafeName(name string) bool {
	if name == "" || name[0] == '/' || strings.ContainsRune(name, 0) || len(name) > 1 && name[1] == ':' {
		return false
	}
	for _, part := range strings.Split(name, "/") {
		if part == ".." {
			return false
		}
	}
	return true
}

// directorySize is the length in bytes of the archive's list of members as its
// last record states it, 0 if there is no such record. See APPNOTE.TXT of PKWARE,
// sections 4.3.14 to 4.3.16.
func directorySize(f File) int64 {
	const record, locator = 22, 20
	size := f.Size()
	tail := make([]byte, min(size, record+1<<16))
	if n, err := f.ReadAt(tail, size-int64(len(tail))); n < len(tail) && err != nil {
		return 0
	}
	i := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if i < 0 || i+record > len(tail) {
		return 0
	}
	if n := little(tail[i+12 : i+16]); n != 1<<32-1 {
		return n
	}
	if i < locator {
		return 0
	}
	var big [56]byte
	if _, err := f.ReadAt(big[:], little(tail[i-locator+8:i-locator+16])); err != nil || string(big[:4]) != "PK\x06\x06" {
		return 0
	}
	if n := little(big[40:48]); n >= 0 {
		return n
	}
	return maxDirectory + 1
}

// little is a little-endian number of up to eight bytes.
func little(b []byte) int64 {
	n := int64(0)
	for i := len(b) - 1; i >= 0; i-- {
		n = n<<8 | int64(b[i])
	}
	return n
}
