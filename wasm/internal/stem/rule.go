package stem

import "strings"

// rule takes an ending off a word and may put another in its place, no longer
// than the one it takes.
type rule struct {
	from, to string
	least    int    // bytes that must stay before the ending; 0 only if to is not empty
	after    string // the byte before the ending is one of these; "" for any
}

// step is rules of which the first that fits is applied, and no other.
type step []rule

// apply runs steps over w, in place. Some byte always stays.
func apply(w []byte, steps []step) []byte {
	for _, s := range steps {
		last := w[len(w)-1]
		for i := range s {
			r := &s[i]
			if r.from[len(r.from)-1] == last && r.fits(w) {
				w = append(w[:len(w)-len(r.from)], r.to...)
				break
			}
		}
	}
	return w
}

func (r *rule) fits(w []byte) bool {
	n := len(w) - len(r.from)
	return n >= r.least && n >= 0 && string(w[n:]) == r.from &&
		(r.after == "" || n > 0 && strings.IndexByte(r.after, w[n-1]) >= 0)
}

// unsure is how many bytes at the end of a stem may have come from a rule and so
// stand in other forms as other letters.
func unsure(stem []byte, steps []step) (n int) {
	for _, s := range steps {
		for _, r := range s {
			if r.to == "" || !strings.HasSuffix(string(stem), r.to) {
				continue
			}
			common := 0
			for common < len(r.to) && r.to[common] == r.from[common] {
				common++
			}
			n = max(n, len(r.to)-common)
		}
	}
	return n
}

// isListed reports whether w stands in a list of words between spaces.
func isListed(list string, w []byte) bool {
	if len(w) == 0 {
		return false
	}
	for i := 0; i+len(w) <= len(list); {
		end := i + len(w)
		if list[i] == w[0] && (end == len(list) || list[end] == ' ') && list[i:end] == string(w) {
			return true
		}
		for i < len(list) && list[i] != ' ' {
			i++
		}
		i++
	}
	return false
}
