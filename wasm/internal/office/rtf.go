package office

import (
	"bytes"
	"fmt"
	"strings"

	"clippings/wasm/internal/record"
)

// RTF is a file of the Rich Text Format.
type RTF struct {
	Data []byte
	// Decode turns bytes of a Windows code page (1252, 932, …) into text. Nil
	// reads all as Latin-1.
	Decode func(codepage int, b []byte) string
}

// rtfState is what a group of braces keeps for itself.
type rtfState struct {
	dest   rtfDest
	page   int32 // code page of the bytes
	uc     int32 // characters that stand in for one \u
	flow   bool  // the group is a flow of its own
	hidden bool  // hidden, deleted, or for another reader
	first  bool  // nothing has come since the brace
	star   bool  // \* came: an unknown word makes the group one to ignore
	html   bool  // inside \htmlrtf: the RTF version of what is HTML
}

// An rtfReader is one pass over the bytes.
type rtfReader struct {
	RTF
	src   string // from the start of the RTF on
	at    int
	state rtfState
	stack []rtfState
	deep  int // groups opened and not kept, for there were maxGroups
	w     *writer
	para  rtfPara
	paras []rtfPara // of the flows around

	bytes     []byte // text not decoded yet, in the code page of state
	units     uint16 // a high surrogate that waits for its other half, or 0
	skip      int32  // characters to leave out after \u
	defFont   int32
	codepage  int32
	fonts     map[int32]int32 // font -> code page
	curFont   int32           // of the font table
	styles    map[int32]rtfStyle
	curStyle  int32 // of the style sheet
	styleName []byte
	fields    []rtfField
	info      rtfInfo
	rule      bool // a page ends before the next paragraph
	warnings  []string
}

// rtfPara is what is said of the open paragraph.
type rtfPara struct {
	style   int32
	outline int32 // level from 0, or -1
	label   []byte
	list    bool
	table   bool
}

var plainPara = rtfPara{outline: -1}

const (
	maxGroups   = 4096     // groups inside each other
	maxTables   = 1 << 16  // fonts and styles
	yieldBytes  = 64 << 10 // of source between two yields: about a millisecond in WASM
	rtfLookFor  = 1 << 10  // bytes in which {\rtf must begin
	latin1      = 28591    // what Decode is never asked for
	windows1252 = 1252     // what a file is in that does not say
)

// ReadRTF reads a file. It emits one record; its only errors are ErrFormat and
// those of yield and emit.
func ReadRTF(file RTF, yield func() error, emit func(record.Record) error) error {
	start := bytes.Index(file.Data[:min(len(file.Data), rtfLookFor)], []byte("{\\rtf"))
	if start < 0 {
		return fmt.Errorf("office: no {\\rtf at its start: %w", ErrFormat)
	}
	r := &rtfReader{
		RTF: file, src: string(file.Data[start:]), w: newWriter(), para: plainPara, codepage: windows1252,
		fonts: map[int32]int32{}, styles: map[int32]rtfStyle{},
		state: rtfState{uc: 1, page: windows1252},
	}
	if err := r.read(yield); err != nil {
		return err
	}
	rec := r.w.record("rtf", len(file.Data))
	r.info.facts(&rec)
	rec.Warnings = r.warnings
	return emit(rec)
}

// read takes the file apart to its end.
func (r *rtfReader) read(yield func() error) error {
	for next := r.at; r.at < len(r.src); {
		if r.at >= next {
			if err := yield(); err != nil {
				return err
			}
			next = r.at + yieldBytes
		}
		switch c := r.src[r.at]; c {
		case '{':
			r.at++
			r.open()
		case '}':
			r.at++
			if r.close(); len(r.stack) == 0 && r.deep == 0 && !r.another() {
				r.endParagraph()
				return nil
			}
		case '\\':
			r.at++
			r.control()
		default:
			r.plain(c)
		}
	}
	r.flush()
	r.endParagraph()
	r.warnings = append(r.warnings, "The file ends inside a group: it may have been cut short.")
	return nil
}

// another finds a second file after the end of the first: some exports are many
// files one after the other.
func (r *rtfReader) another() bool {
	i := strings.Index(r.src[r.at:min(len(r.src), r.at+rtfLookFor)], "{\\rtf")
	if i < 0 {
		return false
	}
	r.at += i
	r.endParagraph()
	r.leaveTable()
	r.w.page().rule()
	return true
}

// open begins a group.
func (r *rtfReader) open() {
	r.flush()
	r.skip = 0
	if len(r.stack) >= maxGroups {
		r.deep++
		return
	}
	r.stack = append(r.stack, r.state)
	r.state.flow, r.state.first, r.state.star = false, true, false
}

// close ends a group.
func (r *rtfReader) close() {
	r.flush()
	r.skip = 0
	if r.deep > 0 {
		r.deep--
		return
	}
	if len(r.stack) == 0 {
		return
	}
	outer := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	r.endDest(&outer)
	r.state = outer
	r.state.first = false
}

// plain takes text up to the next byte that means something.
func (r *rtfReader) plain(c byte) {
	start := r.at
	for r.at < len(r.src) && r.at-start < yieldBytes && !isRTFMark[r.src[r.at]] {
		r.at++
	}
	if r.at == start { // CR, LF or NUL
		r.at++
		if c == 0 {
			r.state.first = false
		}
		return
	}
	text := r.src[start:r.at]
	r.state.first = false
	if n := min(int(r.skip), len(text)); n > 0 {
		r.skip -= int32(n)
		text = text[n:]
	}
	r.put(text)
}

// isRTFMark holds the bytes that are not text.
var isRTFMark = [256]bool{'{': true, '}': true, '\\': true, '\r': true, '\n': true, 0: true}
