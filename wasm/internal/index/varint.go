package index

// uvarint reads the varint at b[at:] and returns where it ends. One of a single
// byte, as nearly all are, is better read by the caller; this is for the rest.
func uvarint(b []byte, at int) (v uint32, end int) {
	for shift := 0; at < len(b); shift += 7 {
		c := b[at]
		at++
		v |= uint32(c&0x7f) << (shift & 31)
		if c < 0x80 {
			break
		}
	}
	return v, at
}

// putUvarint writes v to b[at:], which must have room, and returns where it
// ends.
func putUvarint(b []byte, at int, v uint32) int {
	for v >= 0x80 {
		b[at] = byte(v) | 0x80
		at++
		v >>= 7
	}
	b[at] = byte(v)
	return at + 1
}
