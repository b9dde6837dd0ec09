package deflate

const (
	windowBytes = 1 << 15
	minMatch    = 3
	maxMatch    = 258
	hashBits    = 16
	ringPlaces  = 2 * windowBytes // the least power of two with room for the farthest place and the one entered

	// maxDepth is how many places are compared with one. With 1,000 a program is 0.02 %
	// smaller, with 30 it is 0.1 % larger.
	maxDepth = 60
)

// matcher finds for a place what stood before it in the window: binary trees of
// earlier places, one for each beginning of three bytes, sorted by what follows
// and with the newest at the root (LzFind.c of the LZMA SDK).
type matcher struct {
	b     []byte
	heads []int32 // by hash of three bytes: the place last entered, -1 for none
	sides []int32 // by place, in a ring: the less and the greater child
}

func newMatcher(b []byte) *matcher {
	m := &matcher{b: b, heads: make([]int32, 1<<hashBits), sides: make([]int32, 2*ringPlaces)}
	for i := range m.heads {
		m.heads[i] = -1
	}
	return m
}

// match is a length and how far back: the nearest place of all where so much is
// the same.
type match struct{ length, distance uint16 } // distance less one

// enter enters the place at and appends its matches, each longer and farther than
// the one before. Every place must be entered once, in order.
func (m *matcher) enter(at int, out []match) []match {
	longest := min(maxMatch, len(m.b)-at)
	if longest < minMatch {
		return out
	}
	here := m.b[at : at+longest]
	hash := (uint32(here[0]) | uint32(here[1])<<8 | uint32(here[2])<<16) * 0x9e3779b1 >> (32 - hashBits)
	other := int(m.heads[hash])
	m.heads[hash] = int32(at)
	less, greater := 2*(at%ringPlaces), 2*(at%ringPlaces)+1 // where the next less and greater place is put
	sameLess, sameGreater, best := 0, 0, minMatch-1
	for range maxDepth {
		if other < 0 || at-other > windowBytes {
			break
		}
		same, there := min(sameLess, sameGreater), m.b[other:]
		for same < longest && there[same] == here[same] {
			same++
		}
		if same > best {
			best = same
			out = append(out, match{uint16(same), uint16(at - other - 1)})
		}
		child := 2 * (other % ringPlaces)
		if same == longest { // it stands in the other's place
			m.sides[less], m.sides[greater] = m.sides[child], m.sides[child+1]
			return out
		}
		if there[same] < here[same] {
			m.sides[less] = int32(other)
			less, sameLess = child+1, same
			other = int(m.sides[less])
		} else {
			m.sides[greater] = int32(other)
			greater, sameGreater = child, same
			other = int(m.sides[greater])
		}
	}
	m.sides[less], m.sides[greater] = -1, -1
	return out
}
