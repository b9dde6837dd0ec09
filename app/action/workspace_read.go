package action

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"clippings/wasm/protocol"
)

// decodePage reads what write wrote. It is to be called off the page's goroutine.
// What can be read is given with an error too.
func decodePage(b []byte) (k pageKept, err error) {
	if len(b) == 0 {
		return k, nil
	}
	if b[0] > pageVersion {
		return k, errPageNewer
	}
	r := pageReader{b: b[1:]}
	for len(r.b) > 0 {
		switch name, part := r.text(), r.bytes(); name {
		case "set":
			d := json.NewDecoder(bytes.NewReader(part))
			if jsonErr := d.Decode(&k.set); jsonErr != nil {
				k.set, err = pageSet{}, fmt.Errorf("%w: %v", errPageDamaged, jsonErr)
			}
		case "ledger":
			err = errors.Join(err, k.readLedger(part))
		case "files":
			err = errors.Join(err, k.readFiles(part))
		}
	}
	if r.bad {
		err = errors.Join(err, errPageDamaged)
	}
	return k, err
}

func (k *pageKept) readLedger(part []byte) error {
	var before protocol.Entry
	return readRows(part, func(r *pageReader) {
		e := protocol.Entry{ID: protocol.DocID(r.number())}
		e.Path, e.Record, e.Bytes = r.like(before.Path), r.text(), r.number()
		e.Format, e.Encoding = r.like(before.Format), r.like(before.Encoding)
		e.Title, e.Words = r.text(), uint32(r.number())
		for n := r.number(); n > 0 && len(r.b) > 0; n-- {
			e.Warnings = append(e.Warnings, r.text())
		}
		if skip := r.number(); skip <= 0xff {
			e.Skip = protocol.SkipReason(skip)
		}
		e.Detail = r.text()
		k.entries = append(k.entries, e)
		before = e
	})
}

func (k *pageKept) readFiles(part []byte) error {
	return readRows(part, func(r *pageReader) {
		k.files = append(k.files, protocol.Source{Path: r.text(), Size: r.number(), Modified: int64(r.number())})
	})
}

func readRows(part []byte, row func(*pageReader)) error {
	r := pageReader{b: part}
	for n := 1; len(r.b) > 0; n++ {
		if n%rowsBetweenBreaths == 0 {
			protocol.Breathe()
		}
		one := pageReader{b: r.bytes()}
		if r.bad {
			return errPageDamaged
		}
		row(&one)
	}
	return nil
}

// pageReader reads texts and numbers. Behind the end all are empty.
type pageReader struct {
	b   []byte
	bad bool
}

func (r *pageReader) number() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *pageReader) take(n uint64) []byte {
	if n > uint64(len(r.b)) {
		r.bad, r.b = true, nil
		return nil
	}
	taken := r.b[:n]
	r.b = r.b[n:]
	return taken
}

func (r *pageReader) bytes() []byte { return r.take(r.number()) }

func (r *pageReader) text() string { return string(r.bytes()) }

func (r *pageReader) like(before string) string {
	if n := r.number(); n > 0 {
		return string(r.take(n - 1))
	}
	return before
}
