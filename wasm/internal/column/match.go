package column

import "bytes"

// match notes the values in which a pattern stands. All readings are one text, so
// that a search of it is a search of all values.
func (v *values) match(matched []uint8, w wanted) {
	for _, p := range w.patterns {
		f := newFinder(p)
		id := 0
		for id+1 < len(v.from) {
			start := f.find(v.readings, int(v.from[id+1])-1)
			if start < 0 {
				break
			}
			if p[0] == readingEnd {
				start++
			}
			id = v.at(uint32(start), id)
			if !w.first || int(v.from[id]) == start {
				matched[id] = 1
			}
		}
	}
}

// at is the value whose readings hold an offset, which is not before those of
// value id. What is searched for stands in many values or in few: the steps double.
func (v *values) at(offset uint32, id int) int {
	step := 1
	for id+step < len(v.from) && v.from[id+step] <= offset {
		id += step
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if id+step < len(v.from) && v.from[id+step] <= offset {
			id += step
		}
	}
	return id
}

// finder finds a pattern of two bytes at least after Horspool (Software: Practice and Experience 10,
// 1980): from the byte under the pattern's end it knows how far to go on. Words
// begin with the commonest byte there is, the space, at which bytes.Index stops
// each time: in a worker that took 100 ms for 100,000 paths, this 3.
type finder struct {
	pattern []byte
	skip    [256]uint8
}

func newFinder(pattern []byte) *finder {
	f := &finder{pattern: pattern}
	last := len(pattern) - 1
	for c := range f.skip {
		f.skip[c] = uint8(min(len(pattern), 255))
	}
	for i, c := range pattern[:last] {
		f.skip[c] = uint8(min(last-i, 255))
	}
	return f
}

// find is the first place of the pattern in text from at on, -1 for none. Two
// bytes are looked at before all: the last is often a space.
func (f *finder) find(text []byte, at int) int {
	n := len(f.pattern)
	if n < 2 {
		return -1
	}
	last, before := f.pattern[n-1], f.pattern[n-2]
	for i := at + n - 1; i < len(text); i += int(f.skip[text[i]]) {
		if text[i] == last && text[i-1] == before && bytes.Equal(text[i-n+1:i+1], f.pattern) {
			return i - n + 1
		}
	}
	return -1
}
