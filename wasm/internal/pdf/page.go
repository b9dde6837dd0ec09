package pdf

// maxTreeDepth is how deep the tree of pages may be.
const maxTreeDepth = 64

// page is one page with what it inherits from the tree above it.
type page struct {
	dict      dict
	resources dict
	box       [4]float64 // left, bottom, right, top of what is seen
}

// pages walks the tree of pages in order and calls visit with each, until it
// returns false.
func (f *file) pages(visit func(page) bool) {
	w := pageWalk{file: f, seen: map[int32]bool{}, visit: visit}
	root := f.dict(f.trailer["Root"])
	w.walk(root["Pages"], page{box: [4]float64{0, 0, 612, 792}}, 0)
	if w.count > 0 || f.err != nil {
		return
	}
	if !f.rebuilt {
		f.rebuild()
	}
	// No tree: every object that calls itself a page, by number.
	for _, num := range f.sortedNumbers() {
		if d, ok := f.object(num).(dict); ok && d["Type"] == name("Page") && !w.stopped {
			w.walk(ref{num: num}, page{box: [4]float64{0, 0, 612, 792}}, 0)
		}
		if f.err != nil {
			return
		}
	}
}

type pageWalk struct {
	file    *file
	seen    map[int32]bool
	visit   func(page) bool
	count   int
	stopped bool
}

func (w *pageWalk) walk(o object, above page, depth int) {
	if depth > maxTreeDepth || w.stopped || w.file.err != nil {
		return
	}
	if r, ok := o.(ref); ok {
		if w.seen[r.num] {
			return
		}
		w.seen[r.num] = true
	}
	f := w.file
	d := f.dict(o)
	if d == nil {
		return
	}
	above.dict = d
	if r := f.dict(d["Resources"]); r != nil {
		above.resources = r
	}
	for _, key := range [...]name{"MediaBox", "CropBox"} {
		f.box(d[key], &above.box)
	}
	if kids := f.array(d["Kids"]); kids != nil && d["Type"] != name("Page") {
		for _, kid := range kids {
			w.walk(kid, above, depth+1)
		}
		return
	}
	w.count++
	w.stopped = !w.visit(above)
}

// box reads a rectangle whose corners may come in any order.
func (f *file) box(o object, to *[4]float64) {
	var b [4]float64
	if !f.numbers(o, b[:]) {
		return
	}
	b = [4]float64{min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])}
	if b[2]-b[0] >= 1 && b[3]-b[1] >= 1 {
		*to = b
	}
}

// content is what a page draws: the streams of Contents, one after the other.
func (f *file) content(p page) []byte {
	o := f.resolve(p.dict["Contents"])
	if s, ok := o.(*stream); ok {
		return f.plain(s)
	}
	var out []byte
	parts, _ := o.(array)
	for _, part := range parts {
		if s := f.stream(part); s != nil && len(out) < maxInflate {
			out = append(append(out, f.plain(s)...), '\n')
		}
	}
	return out
}
