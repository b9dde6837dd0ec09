package record

import (
	"strconv"
	"strings"
)

// Keys makes the keys of one container's records unique. The zero value is not
// usable; make it.
type Keys map[string]int // how often each has been asked for

// maxKey is longer than identifiers are. What is cut off a longer one is told by
// the ordinal that tells equal keys apart.
const maxKey = 300

// Unique is the key of a record with an identifier, the record's number where it
// has none. Of equal ones the second has "~2" after it.
func (k Keys) Unique(id string, number int) string {
	if len(id) > maxKey {
		id = strings.ToValidUTF8(id[:maxKey], "")
	}
	if id == "" {
		id = strconv.Itoa(number)
	}
	key := id
	for k[key] > 0 {
		k[id]++
		key = id + "~" + strconv.Itoa(k[id])
	}
	k[key]++
	return key
}
