// Package trim makes a program of Go for the browser smaller by what it needs only
// to say on which line of which file it stood when it broke down. In the tables that
// the runtime reads to walk a stack, these lines are a fifteenth of the download
// (engine: 2,574 kB gzip with them, 2,387 without); names of functions stay, and so
// a broken program still tells where it was:
//
//	main.(*Reader).next(...)
//		?:0 +0x2f
//
// The tables are Go's own affair (runtime/symtab.go, "pclntab"; cmd/link writes
// them) and differ between its versions. So the sign of the version is looked for
// first, every place is checked, and a program in which anything is not as it was in
// Go 1.26 is refused.
//
//	program -> its memory as the data sections fill it -> the tables within
//	        -> what only lines need becomes zeros, in its place
//
// Nothing moves, so that no address changes; zeros weigh nothing when compressed.
package trim

import (
	"bytes"
	"errors"
)

// ErrUnknown is what Lines reports of a program that is not as Go 1.26 makes it.
var ErrUnknown = errors.New("trim: this is no program of the Go that is known here")

// Lines gives back a program without its tables of lines. What it returns is new.
func Lines(program []byte) ([]byte, error) {
	out := bytes.Clone(program)
	data, err := readData(out)
	if err != nil {
		return nil, err
	}
	memory := data.memory()
	tables, err := findTables(memory)
	if err != nil {
		return nil, err
	}
	if err := tables.dropLines(); err != nil {
		return nil, err
	}
	data.fill(memory)
	return out, nil
}
