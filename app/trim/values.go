package trim

// values are tables of what holds from one instruction to the next: pairs of how
// much the value changes and for how many bytes it then stays, each a number of
// seven bits a byte, up to a change of nothing (runtime.step). Functions whose
// values are alike share a table.
type values struct {
	b       []byte
	covered []bool // the bytes that are needed
}

// cover marks the table that begins at so many bytes as needed, and reports whether
// there is one. At 0 stands none.
func (v *values) cover(at int) bool {
	if at == 0 {
		return true
	}
	for i, isFirst := at, true; i < len(v.b); isFirst = false {
		if v.b[i] == 0 && !isFirst {
			v.covered[i] = true
			return true
		}
		for range 2 {
			for {
				if i >= len(v.b) {
					return false
				}
				v.covered[i] = true
				i++
				if v.b[i-1] < 0x80 {
					break
				}
			}
		}
	}
	return false
}

// clear makes zeros of what is not needed.
func (v *values) clear() {
	for i, isNeeded := range v.covered {
		if !isNeeded {
			v.b[i] = 0
		}
	}
}
