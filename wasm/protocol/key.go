package protocol

import (
	"cmp"
	"strings"
)

// CompareRecords compares keys of records within their file. Where both have a
// number at the same place, the smaller number comes first: "9" before "10".
func CompareRecords(a, b string) int {
	for i := 0; i < len(a) && i < len(b); {
		na, nb := digits(a[i:]), digits(b[i:])
		if na > 0 && nb > 0 {
			x, y := strings.TrimLeft(a[i:i+na], "0"), strings.TrimLeft(b[i:i+nb], "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y)); c != 0 {
				return c
			}
			if na != nb {
				return cmp.Compare(na, nb)
			}
			i += na
			continue
		}
		if a[i] != b[i] {
			return cmp.Compare(a[i], b[i])
		}
		i++
	}
	return cmp.Compare(len(a), len(b))
}

// digits is how many ASCII digits s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}
