package pdf

// pack is an unpacked object stream (ISO 32000-1, 7.5.7): many small objects in
// one stream.
type pack struct {
	data []byte
	at   map[int32]int // offset in data by object number
}

// numbers is the objects in it, sorted.
func (p *pack) numbers() []int32 {
	out := make([]int32, 0, len(p.at))
	for n := range p.at {
		out = append(out, n)
	}
	return inOrder(out)
}

// sortedNumbers is every object of the file, sorted.
func (f *file) sortedNumbers() []int32 {
	out := make([]int32, 0, len(f.entries))
	for n := range f.entries {
		out = append(out, n)
	}
	return inOrder(out)
}

func inOrder(numbers []int32) []int32 {
	sorted(numbers, func(a, b *int32) bool { return *a < *b })
	return numbers
}

// pack opens the object stream of that number, empty when it is none.
func (f *file) pack(num int32) *pack {
	if p, ok := f.packs[num]; ok {
		return p
	}
	p := &pack{at: map[int32]int{}}
	f.packs[num] = p
	if f.entries[num].pack != 0 {
		return p // one in another would let a file nest them without end
	}
	s, ok := f.object(num).(*stream)
	if !ok || f.kept > maxKept {
		return p
	}
	p.data = f.plain(s)
	f.kept += len(p.data)
	first, count := f.int(s.dict["First"], 0), f.int(s.dict["N"], 0)
	l := lexer{src: p.data}
	for range count {
		n, off := l.next(), l.next()
		if n.kind != tokenNumber || off.kind != tokenNumber {
			break
		}
		at := first + int(off.num)
		if n.num >= 0 && n.num <= maxObject && off.num >= 0 && at >= 0 && at < len(p.data) {
			p.at[int32(n.num)] = at
		}
	}
	return p
}

// packed reads one object of an object stream.
func (f *file) packed(stream, num int32) (object, bool) {
	p := f.pack(stream)
	at, ok := p.at[num]
	if !ok {
		return nil, false
	}
	l := parser{lexer{src: p.data, pos: at}}
	o, stop := l.object(0)
	return o, stop == ""
}
