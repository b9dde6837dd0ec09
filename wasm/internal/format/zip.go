package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/charset"
	"clippings/wasm/protocol"
)

// maxDirectory bounds the list of members, which package zip reads whole: a
// million of them take about 100 MB.
const maxDirectory = 128 << 20

// zip reads the members of an archive in the order of its directory. A damaged
// member costs only itself.
func (w *walk) zip(c opened) error {
	r, lost, err := w.openZip(c.body)
	if err != nil {
		return err
	}
	if len(r.File) == 0 && w.speaks() {
		return w.skip(c.Entry, protocol.SkipEmptyArchive, "")
	}
	for _, m := range r.File {
		if strings.HasSuffix(m.Name, "/") {
			continue // a folder
		}
		name := memberName(m)
		if err := w.member(c, name, func() (*body, error) { return w.openZipMember(name, m) }); err != nil {
			return err
		}
	}
	if lost != "" && w.speaks() {
		return w.skip(c.Entry, protocol.SkipDamaged, lost)
	}
	return nil
}

// openZip reads the directory. lost is what there is to say of an archive whose
// directory is missing, "" for any other.
func (w *walk) openZip(b *body) (r *zip.Reader, lost string, err error) {
	f, err := w.random(b)
	if err != nil {
		return nil, "", err
	}
	if directorySize(f) > maxDirectory {
		return nil, "", skipError{protocol.SkipRecords, "its list of members alone is larger than " + megabytes(maxDirectory)}
	}
	r, err = zip.NewReader(f, f.Size())
	if errors.Is(err, zip.ErrInsecurePath) {
		err = nil
	}
	if err == nil && !isShifted(r) || w.top.err != nil {
		return r, "", err
	}
	s, found, stop := w.salvage(f)
	if stop != nil {
		return nil, "", stop
	}
	if found == 0 || err == nil && found < len(r.File) {
		return r, "", err
	}
	again, problem := zip.NewReader(s, s.Size())
	switch {
	case problem != nil && !errors.Is(problem, zip.ErrInsecurePath):
		return r, "", err
	case err == nil: // only the places in the list were wrong
		return again, "", nil
	}
	return again, salvaged(found), nil
}

// isShifted reports a list of members that does not say where they are: something
// was put before or between them.
func isShifted(r *zip.Reader) bool {
	if len(r.File) == 0 {
		return false
	}
	_, err := r.File[0].DataOffset()
	return errors.Is(err, zip.ErrFormat)
}

func (w *walk) openZipMember(name string, m *zip.File) (*body, error) {
	if m.Flags&1 != 0 {
		return nil, skipError{protocol.SkipEncrypted, ""}
	}
	rc, err := m.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, skipError{protocol.SkipUnsupported, fmt.Sprintf("packing method %d is not read", m.Method)}
	}
	if err != nil {
		return nil, err
	}
	return w.streamBody(name, rc), nil
}

// memberName is the member's path in UTF-8 with slashes.
func memberName(m *zip.File) string {
	name := m.Name
	if !utf8.ValidString(name) {
		name = charset.Decode([]byte(name), charset.Hint{}).Text
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

// A zipArchive shows a zip to package office, part by part, each within the
// walk's limits.
type zipArchive struct {
	walk  *walk
	files map[string]*zip.File
	names []string
	lost  string // as of openZip
	err   error  // the first of a part that could not be read
}

func (w *walk) archiveOf(b *body) (*zipArchive, error) {
	r, lost, err := w.openZip(b)
	if err != nil {
		return nil, err
	}
	a := &zipArchive{walk: w, lost: lost, files: make(map[string]*zip.File, len(r.File))}
	for _, m := range r.File {
		name := memberName(m)
		if _, twice := a.files[name]; !twice {
			a.files[name] = m
			a.names = append(a.names, name)
		}
	}
	return a, nil
}

// Names implements office.Archive.
func (a *zipArchive) Names() []string { return a.names }

// Read implements office.Archive.
func (a *zipArchive) Read(name string) ([]byte, error) {
	m := a.files[name]
	if m == nil {
		return nil, fmt.Errorf("format: no part %s", name)
	}
	var data []byte
	b, err := a.walk.openZipMember(name, m)
	if err == nil {
		data, err = a.walk.hold(b)
	}
	if err != nil && a.err == nil {
		a.err = fmt.Errorf("%s: %w", name, err)
	}
	return data, err
}

// fault is the error of a reader of parts, or what it made of an error that was
// not its own: a limit, a stop, a part that is damaged.
func (a *zipArchive) fault(err error) error {
	var stop stopError
	if a.err != nil && (err != nil || errors.As(a.err, &stop) || errors.Is(a.err, errBomb)) {
		return a.err
	}
	return err
}
