package shard

import (
	"encoding/binary"
	"math"
	"unsafe"

	"clippings/wasm/internal/column"
	"clippings/wasm/protocol"
)

// loaded is a document as its file has it.
type loaded struct {
	document
	row column.Row
}

// documents reads the files of documents. It tells for each place in the state
// whether its document is there.
func (l *loading) documents() (there []bool, err error) {
	batches := make([][]loaded, len(l.m.batches))
	for i, name := range l.m.batches {
		b, err := l.begin(i, name)
		if err == nil {
			batches[i], err = decodeDocuments(unchecked(b), l.yield)
		}
		if err != nil && !isDamage(err) {
			return nil, err
		}
		l.last++
		l.batches[l.last] = keptFile{name: name, size: len(b), layout: l.layoutOf(i)}
	}
	for i := range l.m.runs {
		r := &l.m.runs[i]
		batch := batches[r.file]
		isThere := r.from+r.n <= len(batch)
		for k := range r.n {
			if len(there)%yieldOutlines == 0 {
				if err := l.yield(); err != nil {
					return nil, err
				}
			}
			if isThere && l.add(&batch[r.from+k], keptAt{uint32(r.file) + 1, uint32(r.from + k)}) {
				there = append(there, true)
				continue
			}
			if there = append(there, false); len(there) > math.MaxInt32/2 {
				return nil, protocol.ErrCorrupt
			}
			isThere = false
		}
		if !isThere && r.n > 0 {
			l.isLost(r)
		}
	}
	return there, nil
}

// add takes over a document; false if it is here already.
func (l *loading) add(d *loaded, at keptAt) bool {
	id := d.info.ID
	if _, twice := l.byID[id]; twice {
		return false
	}
	d.kept = at
	l.byID[id] = uint32(len(l.docs))
	l.docs = append(l.docs, d.document)
	l.columns.Append(d.row)
	return true
}

// state reads what appendState wrote; there tells which of its documents are.
func (l *loading) state(there []bool) error {
	b, err := l.get(l.m.state)
	if err != nil {
		return err
	}
	r := keptReader{b: unchecked(b)}
	r.version()
	if r.number() != len(there) {
		return protocol.ErrCorrupt
	}
	at := 0
	for i, isThere := range there {
		if i%yieldOutlines == 0 {
			if err := l.yield(); err != nil {
				return err
			}
		}
		words := uint32(r.number())
		found := make([]recurring, r.count())
		for i := range found {
			found[i] = recurring{paragraph: uint32(r.number()), texts: uint32(r.number())}
		}
		if r.bad {
			return protocol.ErrCorrupt
		}
		if !isThere {
			continue
		}
		d := &l.docs[at]
		for _, f := range found {
			if int(f.paragraph) >= len(d.paragraphs) {
				return protocol.ErrCorrupt
			}
		}
		if len(found) > 0 {
			*d = d.recurred(found)
		}
		d.words = words
		l.columns.SetWords(uint32(at), words)
		at++
	}
	if len(r.b) > 0 {
		return protocol.ErrCorrupt
	}
	return nil
}

// decodeDocuments reads a file of documents, whose memory they share.
func decodeDocuments(b []byte, yield func() error) ([]loaded, error) {
	r := keptReader{b: b}
	r.version()
	n, paragraphs := r.count(), r.count()
	if r.bad || n > len(b)/leastOutline {
		return nil, protocol.ErrCorrupt
	}
	o := outlines{r: r, docs: make([]loaded, n), sizes: make([][2]int, n), paragraphs: make([]paragraph, 0, paragraphs)}
	for i := range o.docs {
		if i%yieldOutlines == 0 {
			if err := yield(); err != nil {
				return nil, err
			}
		}
		if o.read(i); o.r.bad {
			return nil, protocol.ErrCorrupt
		}
	}
	for i := range o.docs {
		o.docs[i].packed.Head = o.r.take(o.sizes[i][0])
	}
	for i := range o.docs {
		d := &o.docs[i]
		d.packed.Text = shared(o.r.take(o.sizes[i][1]))
		if k := len(d.paragraphs); k > 0 && int(d.paragraphs[k-1].End) > len(d.packed.Text) {
			return nil, protocol.ErrCorrupt
		}
	}
	if o.r.bad || len(o.r.b) > 0 {
		return nil, protocol.ErrCorrupt
	}
	return o.docs, nil
}

// leastOutline is the bytes of the shortest.
const leastOutline = 5 + 2 + 16 + 7 + 2 + 1

// outlines reads those of a file.
type outlines struct {
	r          keptReader
	docs       []loaded
	sizes      [][2]int // of head and text
	paragraphs []paragraph
}

func (o *outlines) read(i int) {
	r, d := &o.r, &o.docs[i]
	info, row := &d.info, &d.row
	source := r.below(math.MaxUint32)
	info.ID = protocol.NewDocID(uint32(source), uint32(r.below(math.MaxUint32)))
	o.sizes[i] = [2]int{r.number(), r.number()}
	info.Fields = uint8(r.number())
	info.Day, info.Minute = int32(r.signed()), int16(r.signed())
	if hashes := r.take(16); hashes != nil {
		info.Series, d.origin = binary.LittleEndian.Uint64(hashes), binary.LittleEndian.Uint64(hashes[8:])
	}
	for _, to := range [...]*string{&info.Name, &info.Outlet, &info.Agency, &d.title, &row.Place, &row.Lang, &row.Format} {
		*to = r.text()
	}
	row.Source, row.Outlet, row.Agency, row.Day = info.Name, info.Outlet, info.Agency, info.Day
	for _, to := range [...]*[]string{&row.By, &row.Tags} {
		if n := r.count(); n > 0 {
			*to = make([]string, n)
			for k := range *to {
				(*to)[k] = r.text()
			}
		}
	}
	from, n, end := len(o.paragraphs), r.count(), uint64(0)
	if n > cap(o.paragraphs)-from {
		r.bad = true
		return
	}
	for range n {
		start := end + r.below(math.MaxInt32)
		end = start + r.below(math.MaxInt32)
		role := protocol.Role(r.number())
		if end > uint64(o.sizes[i][1]) {
			r.bad = true
			return
		}
		o.paragraphs = append(o.paragraphs, paragraph{protocol.Span{Start: uint32(start), End: uint32(end)}, role, role})
	}
	d.paragraphs = o.paragraphs[from:len(o.paragraphs):len(o.paragraphs)]
}

// text is the next string.
func (r *keptReader) text() string { return shared(r.take(r.count())) }

// shared is b as a string in the same memory: nobody writes to a file that was
// read. Copying the texts of 10,000 documents took as long as all the rest.
func shared(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
