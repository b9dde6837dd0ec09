package trim

import (
	"bytes"
	"encoding/binary"
)

// tables are where the runtime looks up what it knows of functions, one behind
// the other (runtime.pcHeader). Offsets are from the head.
type tables struct {
	b []byte // from the head to the end of memory

	functions int // how many
	units     int // offset of which files each package has
	files     int // offset of the names of files
	values    int // offset of the values by instruction, see values
	entries   int // offset of the entries of functions
}

const (
	// headSign is the version of the tables, with how large instructions and
	// addresses are (internal/abi.Go120PCLnTabMagic, which is that of Go 1.26 too).
	headSign  = "\xf1\xff\xff\xff\x00\x00\x01\x08"
	headBytes = 72

	entryBytes = 44 // of a function, without what follows it (runtime._func)
	entryStack = 16 // in an entry: its values of the height of the stack,
	entryFile  = 20 // of files,
	entryLine  = 24 // and of lines;
	entryOwn   = 28 // how many others follow it
	entryUnit  = 32
	entryFirst = 36 // its own line

	// unsafePoint is the first of the others: where the runtime may not stop a
	// function, which it never does in a browser (runtime.preemptMSupported).
	unsafePoint = 0
	maxOwn      = 16
)

// findTables looks for the head whose offsets are possible: its sign may stand
// elsewhere by chance.
func findTables(memory []byte) (*tables, error) {
	for at := 0; ; at++ {
		i := bytes.Index(memory[at:], []byte(headSign))
		if i < 0 || len(memory)-at-i < headBytes {
			return nil, ErrUnknown
		}
		at += i
		t := &tables{b: memory[at:]}
		offset := func(i int) int { return int(min(binary.LittleEndian.Uint64(t.b[i:]), maxMemory)) }
		t.functions, t.units, t.files, t.values, t.entries = offset(8), offset(40), offset(48), offset(56), offset(64)
		if offset(32) == headBytes && t.units > headBytes && t.files > t.units && t.values > t.files && t.entries > t.values &&
			t.functions > 0 && t.entries+8*t.functions+4 <= len(t.b) {
			return t, nil
		}
	}
}

// dropLines makes zeros of all that only lines need.
func (t *tables) dropLines() error {
	kept := values{b: t.b[t.values:t.entries]}
	kept.covered = make([]bool, len(kept.b))
	kept.covered[0] = true // where no values are
	for i := range t.functions {
		at := t.entries + t.word(t.entries+8*i+4)
		if at < t.entries+8*t.functions || at+entryBytes > len(t.b) {
			return ErrUnknown
		}
		own := t.word(at + entryOwn)
		if own > maxOwn || at+entryBytes+4*own > len(t.b) || !kept.cover(t.word(at+entryStack)) {
			return ErrUnknown
		}
		for _, field := range [...]int{entryFile, entryLine, entryUnit, entryFirst} {
			clear(t.b[at+field : at+field+4])
		}
		for k := range own {
			field := at + entryBytes + 4*k
			if k == unsafePoint {
				clear(t.b[field : field+4])
			} else if !kept.cover(t.word(field)) {
				return ErrUnknown
			}
		}
	}
	kept.clear()
	clear(t.b[t.units:t.values]) // and names of files
	return nil
}

func (t *tables) word(at int) int { return int(binary.LittleEndian.Uint32(t.b[at:])) }
