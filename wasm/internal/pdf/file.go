package pdf

import (
	"bytes"
	"io"
)

const (
	maxObject = 1<<23 - 1 // the greatest object number (ISO 32000-1, annex C)

	chunkSize  = 256 << 10 // a slice of the file that is kept
	numChunks  = 64        // 16 MB kept: an ordinary file whole
	firstLook  = 4 << 10   // most objects are shorter; the look is widened fourfold until one ends
	maxWindow  = 64 << 20  // no object but a stream's data is longer
	maxInflate = 96 << 20  // bytes that one stream may unpack to
	maxUnpack  = 1 << 30   // bytes that all the streams of a file may unpack to
	maxKept    = 256 << 20 // bytes of object streams that are held
)

// file is an opened PDF: where its objects stand, and those read so far.
type file struct {
	r       io.ReaderAt
	size    int64
	origin  int64 // where "%PDF-" stands; offsets count from there
	options Options

	chunks [numChunks]chunk
	tick   uint32

	entries map[int32]entry
	trailer dict
	objects map[int32]object
	opening map[int32]bool // objects being read, against circles
	packs   map[int32]*pack
	fonts   map[int32]*font
	rebuilt bool
	key     *key // nil when the file is not encrypted

	glyphs   []glyph // of the page before, its memory to be used again
	unpacked int64   // by all streams so far
	kept     int     // bytes of object streams
	warnings []string
	err      error // of the reader or of yield: ends all work
}

// chunk is a slice of the file held in memory.
type chunk struct {
	at   int64 // its number
	used uint32
	data []byte
}

// entry says where an object stands: at an offset, or as one of a stream.
type entry struct {
	offset int64 // of the object from origin
	pack   int32 // number of the object stream that holds it, 0 for none
}

func (f *file) warn(sentence string) {
	for _, w := range f.warnings {
		if w == sentence {
			return
		}
	}
	if len(f.warnings) < 20 {
		f.warnings = append(f.warnings, sentence)
	}
}

// yield lets a cancel in. It reports whether work is to go on.
func (f *file) yield() bool {
	if f.err == nil {
		f.err = f.options.Yield()
	}
	return f.err == nil
}

// window is up to n bytes of the file from off. It must not be changed, and is
// shorter only at the end of the file or after an error.
func (f *file) window(off int64, n int) []byte {
	if off < 0 || off >= f.size || n <= 0 {
		return nil
	}
	n = int(min(int64(n), f.size-off))
	at, inside := off/chunkSize, int(off%chunkSize)
	if inside+n <= chunkSize {
		b := f.chunk(at)
		return b[min(inside, len(b)):min(inside+n, len(b))]
	}
	out := make([]byte, 0, n)
	for len(out) < n {
		b := f.chunk(at)
		if inside >= len(b) {
			break
		}
		out = append(out, b[inside:min(len(b), inside+n-len(out))]...)
		at, inside = at+1, 0
	}
	return out
}

// chunk is one slice of the file, from memory if it is there.
func (f *file) chunk(at int64) []byte {
	f.tick++
	oldest := 0
	for i := range f.chunks {
		if b := &f.chunks[i]; b.at == at && b.data != nil {
			b.used = f.tick
			return b.data
		}
		if f.chunks[i].used < f.chunks[oldest].used {
			oldest = i
		}
	}
	if !f.yield() {
		return nil
	}
	data := make([]byte, min(chunkSize, f.size-at*chunkSize))
	n, err := f.r.ReadAt(data, at*chunkSize)
	if err != nil && err != io.EOF {
		f.err = err
		return nil
	}
	f.chunks[oldest] = chunk{at, f.tick, data[:n]}
	return data[:n]
}

// findOrigin looks for "%PDF-" near the start: other bytes may stand before it.
func (f *file) findOrigin() bool {
	i := bytes.Index(f.window(0, 4<<10), []byte("%PDF-"))
	if i > 0 {
		f.origin = int64(i)
	}
	return i >= 0
}

// parseAt reads the indirect object at an offset from the origin.
func (f *file) parseAt(off int64) (ref, object, bool) {
	off += f.origin
	for n := firstLook; ; n *= 4 {
		src := f.window(off, n)
		p := parser{lexer{src: src}}
		r, o, ok := p.indirect()
		atEnd := off+int64(len(src)) >= f.size
		if p.pos >= len(src)-16 && !atEnd && n < maxWindow && f.err == nil && len(src) == n {
			continue
		}
		if s, isStream := o.(*stream); isStream {
			s.start += off
		}
		return r, o, ok
	}
}

// object is the indirect object of that number, nil when there is none.
func (f *file) object(num int32) object {
	if o, ok := f.objects[num]; ok {
		return o
	}
	if f.opening[num] || f.err != nil {
		return nil
	}
	f.opening[num] = true
	o := f.load(num)
	delete(f.opening, num)
	f.objects[num] = o
	return o
}

func (f *file) load(num int32) object {
	e, ok := f.entries[num]
	if ok && e.pack != 0 {
		if o, ok := f.packed(e.pack, num); ok {
			return o
		}
	} else if ok {
		if r, o, ok := f.parseAt(e.offset); ok && r.num == num {
			return f.decrypted(o, r)
		}
	}
	if !ok && len(f.entries) > 0 || f.rebuilt {
		return nil // an object that is not there is nil, and no damage
	}
	f.rebuild()
	return f.load(num)
}
