package mail

import (
	"bytes"
	"io"
	"strconv"
)

// Mbox reads the messages of a mailbox one after the other, holding one.
//
// A message begins at a line "From ", which is also how sentences begin. It
// counts if it has a date as mailboxes write it and stands below an empty line or
// above a field, or if it has at least an address and a year and stands between
// the two. Length fields, which some variants have, are not used: those who
// changed the messages later have left them wrong. ">From " becomes "From " again,
// and ">>From " ">From ", as in mboxrd.
type Mbox struct {
	r      io.Reader
	o      Options
	store  []byte // holds buf
	buf    []byte // from the beginning of the current message
	at     int    // in buf: the line that is looked at
	seen   int    // in buf: no line end in [at, seen)
	base   int64  // offset of buf[0]
	used   int    // length of the message returned last, still in buf
	number int
	err    error // why r has no more
}

// Entry is one message of a mailbox.
type Entry struct {
	Key    string // its number, from 1
	Offset int64  // of its "From " line in the mailbox
	Bytes  int64  // its length in the mailbox
	Data   []byte // with its "From " line; valid until Next is called
}

// NewMbox reads the mailbox that r holds.
func NewMbox(r io.Reader, o Options) *Mbox {
	return &Mbox{r: r, o: o.withDefaults()}
}

// Next is the next message. The error is io.EOF behind the last one; ErrTooLarge
// for a message beyond the limit, with everything but its data, after which Next
// goes on; else what Yield or the reader said, in which case the message before
// may be cut short.
func (m *Mbox) Next() (Entry, error) {
	m.drop(m.used)
	m.used, m.at, m.seen = 0, 0, 0
	if err := m.skipEmptyLines(); err != nil {
		return Entry{}, err
	}
	m.number++
	e := Entry{Key: strconv.Itoa(m.number), Offset: m.base}
	quoted, tooLarge, err := m.scan()
	if err != nil {
		return Entry{}, err
	}
	e.Bytes = m.base + int64(m.at) - e.Offset
	m.used = m.at
	if tooLarge {
		return e, ErrTooLarge
	}
	e.Data = m.buf[:m.at:m.at]
	if quoted {
		e.Data = unquoteFrom(e.Data)
	}
	return e, nil
}

// skipEmptyLines goes to the first byte that is no line end. Its error is the
// reader's, io.EOF included.
func (m *Mbox) skipEmptyLines() error {
	for {
		n := len(m.buf) - len(bytes.TrimLeft(m.buf, "\r\n"))
		m.drop(n)
		if len(m.buf) > 0 {
			return nil
		}
		if m.err != nil {
			return m.err
		}
		if err := m.fill(); err != nil {
			return err
		}
	}
}

// scan moves at to the end of the current message. What a message that is too
// large has behind is dropped as it goes.
func (m *Mbox) scan() (quoted, tooLarge bool, err error) {
	empty, begins := false, false // the line before; whether at is where a line begins, the first aside
	for {
		length, err := m.line()
		if err != nil {
			return quoted, tooLarge, err
		}
		line := m.buf[m.at : m.at+length]
		if length == 0 {
			return quoted, tooLarge, m.endError()
		}
		switch line[0] {
		case 'F':
			if begins && bytes.HasPrefix(line, []byte("From ")) {
				next, err := m.nextLine(length)
				if err != nil {
					return quoted, tooLarge, err
				}
				line = m.buf[m.at : m.at+length] // may have moved
				if isPostmark(line, next, empty) {
					return quoted, tooLarge, nil
				}
			}
		case '>':
			quoted = true
		}
		empty = begins && (line[0] == '\n' || line[0] == '\r' && length == 2)
		begins = line[length-1] == '\n'
		m.at += length
		m.seen = m.at
		if m.at > m.o.MaxMessage {
			tooLarge = true
			m.drop(m.at)
		}
	}
}

// endError is the error at the end of a message that nothing follows: none at
// the end of the mailbox, else what the reader said, unless part of a message
// was read that should not be lost; then it comes with the next call.
func (m *Mbox) endError() error {
	if m.err == io.EOF || m.at > 0 {
		return nil
	}
	return m.err
}

// line is the length of the line at at, 0 at the end of the mailbox. Lines
// beyond the limit are cut there.
func (m *Mbox) line() (int, error) {
	for {
		limit := min(len(m.buf), m.at+m.o.MaxMessage+1)
		if i := bytes.IndexByte(m.buf[m.seen:limit], '\n'); i >= 0 {
			return m.seen + i + 1 - m.at, nil
		}
		m.seen = limit
		if m.err != nil || limit < len(m.buf) {
			return limit - m.at, nil
		}
		if err := m.fill(); err != nil {
			return 0, err
		}
	}
}

// peek is how much of the line behind a "From " line is looked at, enough for
// the name of a field.
const peek = 80

// nextLine is the beginning of the line behind the current one.
func (m *Mbox) nextLine(length int) ([]byte, error) {
	for len(m.buf) < m.at+length+peek && m.err == nil {
		if err := m.fill(); err != nil {
			return nil, err
		}
	}
	next := m.buf[m.at+length:]
	return firstLine(next[:min(len(next), peek)]), nil
}

// drop takes n bytes off the beginning of the buffer without moving the rest.
func (m *Mbox) drop(n int) {
	m.buf = m.buf[n:]
	m.base += int64(n)
	m.at, m.seen = max(m.at-n, 0), max(m.seen-n, 0)
}

// fill reads more. What is held is moved to the beginning of the store when that
// is twice as large, else the store doubles, so each byte moves a few times at
// most. Its error is that of Yield; the reader's is kept in err.
func (m *Mbox) fill() error {
	if cap(m.buf)-len(m.buf) < chunk {
		if len(m.store) < 2*len(m.buf)+chunk {
			m.store = make([]byte, 2*len(m.buf)+8*chunk)
		}
		m.buf = m.store[:copy(m.store, m.buf)]
	}
	n := 0
	for empty := 0; n == 0 && m.err == nil; empty++ {
		n, m.err = m.r.Read(m.buf[len(m.buf):cap(m.buf)])
		if n == 0 && m.err == nil && empty == 100 {
			m.err = io.ErrNoProgress
		}
	}
	m.buf = m.buf[:len(m.buf)+n]
	return m.o.Yield()
}

// unquoteFrom takes one ">" off lines that begin with any number of them and
// "From ", in place.
func unquoteFrom(data []byte) []byte {
	out := data[:0]
	for rest := data; len(rest) > 0; {
		line := firstLine(rest)
		rest = rest[len(line):]
		if line[0] == '>' && bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) {
			line = line[1:]
		}
		out = append(out, line...)
	}
	return out
}
