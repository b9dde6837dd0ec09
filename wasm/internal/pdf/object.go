package pdf

import "strings"

// object is one PDF object: nil, bool, float64 (integers too: every number of
// the format fits its 53 bits), name, text, array, dict, ref or *stream.
type object any

type (
	name  string // without the slash, #xx undone
	text  string // a string object's bytes
	array []object
	dict  map[name]object

	// ref points to an indirect object.
	ref struct{ num, gen int32 }

	// stream is a dictionary and where its bytes stand in the file.
	stream struct {
		dict  dict
		start int64
		ref   ref    // whose key its bytes are encrypted with
		data  []byte // the bytes themselves, for streams that are not in the file
	}
)

// maxReferences is how many references may lead from one to the next.
const maxReferences = 32

// resolve follows references until there is an object. A circle is nil.
func (f *file) resolve(o object) object {
	for range maxReferences {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.object(r.num)
	}
	return nil
}

func (f *file) dict(o object) dict {
	switch o := f.resolve(o).(type) {
	case dict:
		return o
	case *stream:
		return o.dict
	}
	return nil
}

func (f *file) array(o object) array {
	a, _ := f.resolve(o).(array)
	return a
}

func (f *file) name(o object) name {
	n, _ := f.resolve(o).(name)
	return n
}

func (f *file) stream(o object) *stream {
	s, _ := f.resolve(o).(*stream)
	return s
}

func (f *file) number(o object) (float64, bool) {
	n, ok := f.resolve(o).(float64)
	return n, ok
}

// int is o as a whole number, or otherwise when it is none.
func (f *file) int(o object, otherwise int) int {
	n, ok := f.number(o)
	if !ok || n < -1<<31 || n > 1<<53 {
		return otherwise
	}
	return int(n)
}

// text is a string object as a person reads it.
func (f *file) text(o object) string {
	t, _ := f.resolve(o).(text)
	return strings.TrimSpace(textString(string(t)))
}

// numbers fills to with the numbers of an array, as far as both go, and reports
// whether it was filled.
func (f *file) numbers(o object, to []float64) bool {
	a := f.array(o)
	if len(a) < len(to) {
		return false
	}
	for i := range to {
		n, ok := f.number(a[i])
		if !ok {
			return false
		}
		to[i] = n
	}
	return true
}
