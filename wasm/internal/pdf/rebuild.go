package pdf

import "bytes"

// rebuild finds the objects of a file whose tables are damaged or missing by
// reading the whole file for "num gen obj". Of several objects with one number
// the last is the newest.
func (f *file) rebuild() {
	f.rebuilt = true
	f.warn("The file's table of its parts is damaged or missing; the parts were found by searching.")
	f.entries = map[int32]entry{}
	f.packs = map[int32]*pack{}
	f.opening = map[int32]bool{} // what was being opened is opened anew
	clear(f.objects)
	var special []int32
	f.scan("obj", func(w []byte, at int, base int64) {
		num, start, ok := numberBefore(w, at-len("obj"))
		if !ok {
			return
		}
		f.entries[num] = entry{offset: base + int64(start) - f.origin}
		head := w[at:min(len(w), at+300)]
		if end := bytes.Index(head, []byte("endobj")); end >= 0 {
			head = head[:end]
		}
		for _, kind := range [...]string{"/ObjStm", "/XRef", "/Catalog"} {
			if bytes.Contains(head, []byte(kind)) {
				special = append(special, num)
				break
			}
		}
	})
	f.scan("trailer", func(w []byte, at int, _ int64) {
		p := parser{lexer{src: w, pos: at}}
		o, _ := p.object(0)
		if d, ok := o.(dict); ok {
			f.newerTrailer(d)
		}
	})
	f.openSpecial(special)
}

// scan calls visit with the place behind each word in the file.
func (f *file) scan(word string, visit func(w []byte, at int, base int64)) {
	const overlap = 1024 // at most so much of a window is read around a word
	for base := int64(0); base < f.size && f.yield(); base += chunkSize - overlap {
		w := f.window(base, chunkSize)
		for i := 0; ; {
			j := bytes.Index(w[i:], []byte(word))
			if j < 0 {
				break
			}
			i += j + len(word)
			visit(w, i, base)
		}
	}
}

// numberBefore reads "num gen " backwards from end.
func numberBefore(w []byte, end int) (num int32, start int, ok bool) {
	back := func(limit int64) (n int64, ok bool) {
		space := end
		for end > 0 && class[w[end-1]] == classSpace {
			end--
		}
		if space == end && limit != 65535 {
			return 0, false // between the two there is a space
		}
		digit := end
		for end > 0 && digit-end < 10 && w[end-1] >= '0' && w[end-1] <= '9' {
			end--
		}
		for _, c := range w[end:digit] {
			n = n*10 + int64(c-'0')
		}
		return n, end < digit && n <= limit
	}
	if _, ok = back(65535); !ok {
		return 0, 0, false
	}
	n, ok := back(maxObject)
	return int32(n), end, ok
}

// newerTrailer takes over the keys of a trailer that stands further on.
func (f *file) newerTrailer(d dict) {
	for _, key := range [...]name{"Root", "Info", "Encrypt", "ID"} {
		if d[key] != nil {
			f.trailer[key] = d[key]
		}
	}
}

// openSpecial reads trailers that are streams, then the lists of object
// streams, and makes a catalogue the root when no trailer named one.
func (f *file) openSpecial(special []int32) {
	for _, num := range special {
		if _, o, _ := f.parseAt(f.entries[num].offset); o != nil {
			if s, ok := o.(*stream); ok && s.dict["Type"] == name("XRef") {
				f.newerTrailer(s.dict)
			}
		}
	}
	f.openKey()
	for _, num := range special {
		switch o := f.object(num).(type) {
		case *stream:
			if o.dict["Type"] != name("ObjStm") {
				continue
			}
			for _, inner := range f.pack(num).numbers() {
				if _, have := f.entries[inner]; !have {
					f.entries[inner] = entry{pack: num}
				}
			}
		}
	}
	if f.dict(f.trailer["Root"]) != nil {
		return
	}
	for _, num := range f.sortedNumbers() {
		if d, ok := f.object(num).(dict); ok && d["Type"] == name("Catalog") {
			f.trailer["Root"] = ref{num: num}
		}
	}
}
