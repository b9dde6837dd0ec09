package files

import (
	"bytes"
	"encoding/binary"
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Handle stands for one file of a list. Fetching a value from JavaScript costs
// about a microsecond, which 200,000 files turn into a page that stands still:
// a Handle does so when it is sent to a worker, not before.
type Handle struct {
	list  app.Value
	index int
}

// JSValue is the JavaScript File. It implements app.Wrapper.
func (h Handle) JSValue() app.Value { return h.list.Index(h.index) }

// list is what web/intake.js packs; its head describes the form.
type list struct {
	paths, numbers, problems []byte
	files                    app.Value
}

func unpackValue(v app.Value) []Picked {
	return list{
		paths:    bytesOf(v.Get("paths")),
		numbers:  bytesOf(v.Get("numbers")),
		problems: bytesOf(v.Get("problems")),
		files:    v.Get("files"),
	}.unpack()
}

func bytesOf(v app.Value) []byte {
	b := make([]byte, v.Get("byteLength").Int())
	app.CopyBytesToGo(b, v)
	return b
}

// unpack stops at the shortest of the parts.
func (l list) unpack() []Picked {
	picked := make([]Picked, 0, len(l.numbers)/16)
	for i := 0; len(l.numbers) >= 16; i++ {
		path, paths, ok := bytes.Cut(l.paths, nul)
		if !ok {
			break
		}
		problem, problems, ok := bytes.Cut(l.problems, nul)
		if !ok {
			break
		}
		p := Picked{
			Path:     string(path),
			Size:     number(l.numbers),
			Modified: number(l.numbers[8:]),
			Problem:  string(problem),
		}
		if p.Problem == "" {
			p.Handle = Handle{list: l.files, index: i}
		}
		picked = append(picked, p)
		l.paths, l.problems, l.numbers = paths, problems, l.numbers[16:]
	}
	return picked
}

var nul = []byte{0}

// number reads one float64 in the byte order of WebAssembly and of every
// machine that browsers run on.
func number(b []byte) int64 {
	return int64(math.Float64frombits(binary.LittleEndian.Uint64(b)))
}
