package warc

import (
	"bufio"
	"bytes"
)

const (
	maxLine = 16 << 10 // of a line that may begin a record: an ARC address and its fields
	maxHead = 64 << 10 // of a head: real ones have 1 kB, cookies bring some to 10
)

// Reader reads the records of one archive in their order.
type Reader struct {
	in      input
	limits  Limits
	family  family
	line    []byte // the last line read, cut after maxLine
	lineAt  int64
	pending bool // line begins the next record

	head   []byte // of the current record, then the first bytes of its block
	block  []byte // the block of the current record, chunks joined
	record Record
	unpack unpacker
}

// A family is what the first record says the archive is. Its text may talk of
// the other.
type family uint8

const (
	familyUnknown family = iota
	familyWARC
	familyARC
)

// NewReader reads an archive that is already inflated. It takes bytes from in
// only as records are asked for.
func NewReader(in *bufio.Reader, l Limits) *Reader {
	l = l.withDefaults()
	return &Reader{in: input{r: in, yield: l.Yield}, limits: l}
}

// Next is the next record. It and its payload belong to the reader and are
// valid until Next is called again. The error is io.EOF after the last record,
// a *DamagedError for a stretch without records, after which Next goes on, and
// else what Yield or the archive's reader said, after which it does not.
func (r *Reader) Next() (*Record, error) {
	lost := r.find()
	if r.in.stopped {
		return nil, r.in.err
	}
	if lost >= 0 {
		return nil, &DamagedError{lost, "what stands here is no record"}
	}
	if !r.pending {
		return nil, r.in.err
	}
	err := r.readRecord()
	if r.in.stopped {
		return nil, r.in.err
	}
	return &r.record, err
}

// find goes to the next line that begins a record. It returns where anything
// but empty lines was passed on the way, or -1.
func (r *Reader) find() (lost int64) {
	lost = -1
	for !r.pending && r.readLine() {
		if r.begins() {
			r.pending = true
		} else if lost < 0 && len(bytes.TrimSpace(r.line)) > 0 {
			lost = r.lineAt
		}
	}
	return lost
}

// begins reports whether the last line begins a record, and learns from the
// first that does.
func (r *Reader) begins() bool {
	found := familyUnknown
	if isVersion(r.line) {
		found = familyWARC
	} else if r.family != familyWARC && isArchiveLine(r.line) {
		found = familyARC
	}
	if r.family == familyUnknown {
		r.family = found
	}
	return found != familyUnknown && found == r.family
}

// readLine reads the next line, which may be the last and without an end.
func (r *Reader) readLine() bool {
	r.line, r.lineAt = r.line[:0], r.in.offset
	for r.in.err == nil {
		piece, err := r.in.r.ReadSlice('\n')
		r.line = append(r.line, piece[:min(len(piece), maxLine+1-len(r.line))]...)
		if err == bufio.ErrBufferFull {
			err = nil
		} else if err == nil {
			r.in.advance(len(piece))
			return true
		}
		r.in.fail(err)
		r.in.advance(len(piece))
	}
	return len(r.line) > 0
}

// readRecord reads the record that the last line begins. Whatever it returns,
// the input stands behind the record.
func (r *Reader) readRecord() error {
	rec := &r.record
	*rec = Record{Offset: r.lineAt}
	r.pending = false
	if r.family == familyARC {
		line, _ := parseArchiveLine(r.line)
		line.describe(rec)
		r.in.rest = line.length
	} else if reason := r.readHead(rec); reason != "" {
		r.find()
		*rec = Record{Offset: rec.Offset}
		return &DamagedError{rec.Offset, reason}
	}
	r.readBlock(rec)
	rec.Bytes = r.in.offset - rec.Offset
	return nil
}

// readHead reads the head of a WARC record and says what is wrong with it.
func (r *Reader) readHead(rec *Record) string {
	r.head = r.head[:0]
	for {
		if !r.readLine() {
			return "the archive ends inside the head of a record"
		}
		if len(bytes.TrimRight(r.line, "\r\n")) == 0 {
			break
		}
		if r.pending = r.begins(); r.pending {
			return "the head of a record is broken off and another record begins"
		}
		if len(r.head)+len(r.line) > maxHead {
			return "the head of a record is longer than 64 kB"
		}
		r.head = append(r.head, r.line...)
	}
	length := rec.describe(r.head)
	if length < 0 {
		return "a record does not say how long it is"
	}
	r.in.rest = length
	return ""
}
