package pdf

import "bytes"

// maxSections is how many cross-reference sections, one for each time the file
// was saved, are followed.
const maxSections = 4096

// readXref reads the tables of where objects stand, the newest first, as
// ISO 32000-1, 7.5.4 to 7.5.8 has it. It reports whether there is a root.
func (f *file) readXref() bool {
	tail := f.window(max(0, f.size-2048), 2048)
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 {
		return false
	}
	l := lexer{src: tail, pos: i + len("startxref")}
	off := int64(l.next().num)
	seen := map[int64]bool{}
	pending := []int64{off}
	for len(pending) > 0 && len(seen) < maxSections && f.yield() {
		off, pending = pending[0], pending[1:]
		if off <= 0 || off >= f.size || seen[off] {
			continue
		}
		seen[off] = true
		d := f.readSection(off)
		if d == nil {
			return false
		}
		f.addTrailer(d)
		if n, ok := d["XRefStm"].(float64); ok {
			pending = append(pending, int64(n))
		}
		if n, ok := d["Prev"].(float64); ok {
			pending = append(pending, int64(n))
		}
	}
	_, ok := f.trailer["Root"]
	return ok
}

// addTrailer takes over the keys of an older trailer that newer ones lack.
func (f *file) addTrailer(d dict) {
	for _, key := range [...]name{"Root", "Info", "Encrypt", "ID"} {
		if _, have := f.trailer[key]; !have && d[key] != nil {
			f.trailer[key] = d[key]
		}
	}
}

// addEntry records where an object stands unless a newer section has said so.
func (f *file) addEntry(num int64, e entry) {
	if num < 0 || num > maxObject {
		return
	}
	if _, have := f.entries[int32(num)]; !have {
		f.entries[int32(num)] = e
	}
}

// readSection reads the table or stream at off and returns its trailer.
func (f *file) readSection(off int64) dict {
	head := f.window(f.origin+off, 64)
	l := lexer{src: head}
	if t := l.next(); t.kind == tokenKeyword && string(t.text) == "xref" {
		return f.readTable(off + int64(l.pos))
	}
	_, o, _ := f.parseAt(off)
	s, ok := o.(*stream)
	if !ok || s.dict["Type"] != name("XRef") {
		return nil
	}
	f.readXrefStream(s)
	return s.dict
}

// readTable reads the sections of a table and the trailer after them.
func (f *file) readTable(off int64) dict {
	off += f.origin
	for n := 64 << 10; ; n *= 4 {
		src := f.window(off, n)
		d, ok := f.readTableIn(src)
		if ok || len(src) < n || n >= maxWindow {
			return d
		}
	}
}

// readTableIn reads a table that lies in src. ok is false when src ends first.
func (f *file) readTableIn(src []byte) (d dict, ok bool) {
	p := parser{lexer{src: src}}
	for {
		first := p.next()
		if first.kind == tokenKeyword && string(first.text) == "trailer" {
			o, _ := p.object(0)
			d, isDict := o.(dict)
			return d, isDict && p.pos < len(src)-16
		}
		count := p.next()
		if first.kind != tokenNumber || count.kind != tokenNumber {
			return nil, false
		}
		for i := int64(0); i < int64(count.num); i++ {
			at, _, kind := p.next(), p.next(), p.next()
			if kind.kind != tokenKeyword {
				return nil, false
			}
			if len(kind.text) == 1 && kind.text[0] == 'n' && at.num > 0 {
				f.addEntry(int64(first.num)+i, entry{offset: int64(at.num)})
			}
		}
	}
}

// readXrefStream reads a cross-reference stream.
func (f *file) readXrefStream(s *stream) {
	var w [3]float64
	if !f.numbers(s.dict["W"], w[:]) {
		return
	}
	width := [3]int{}
	row := 0
	for i := range w {
		if w[i] < 0 || w[i] > 8 {
			return
		}
		width[i] = int(w[i])
		row += width[i]
	}
	if row == 0 {
		return
	}
	index := f.array(s.dict["Index"])
	if index == nil {
		index = array{0.0, s.dict["Size"]}
	}
	data := f.plain(s)
	for i := 0; i+1 < len(index); i += 2 {
		first, count := f.int(index[i], 0), f.int(index[i+1], 0)
		for n := 0; n < count && len(data) >= row; n++ {
			f.addRow(int64(first)+int64(n), data[:row], width)
			data = data[row:]
		}
	}
}

// addRow records one row of a cross-reference stream.
func (f *file) addRow(num int64, row []byte, width [3]int) {
	field := func(i int) (v int64) {
		for _, b := range row[:width[i]] {
			v = v<<8 | int64(b)
		}
		row = row[width[i]:]
		return v
	}
	kind := int64(1)
	if k := field(0); width[0] > 0 {
		kind = k
	}
	a := field(1)
	switch kind {
	case 1:
		f.addEntry(num, entry{offset: a})
	case 2:
		if a > 0 && a <= maxObject {
			f.addEntry(num, entry{pack: int32(a)})
		}
	}
}
