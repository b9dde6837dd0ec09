package charset

import "unicode/utf8"

// sample returns the words of data that have bytes above 0x7F, with the byte
// before and after them, at most limit bytes. Words end at bytes below 0x30, of which none is
// the second byte of a character in an encoding that is detected, so that
// characters stay whole.
func sample(data []byte, limit int) []byte {
	b := make([]byte, 0, min(limit, len(data))+1)
	for pos := 0; pos < len(data) && len(b) < limit; {
		high := pos + asciiLen(data[pos:])
		if high == len(data) {
			break
		}
		start := high
		for start > pos && data[start-1] >= 0x30 && high-start < 64 {
			start--
		}
		if start > pos {
			start--
		}
		end := high
		for end < len(data) && (data[end] >= 0x30 || end < len(data)-1 && data[end+1] >= utf8.RuneSelf) && end-start < limit-len(b) {
			end++
		}
		if end < len(data) && data[end] < 0x30 {
			end++
		}
		b = append(b, data[start:end]...)
		if end < len(data) && data[end-1] < 0x30 {
			b = append(b, ' ')
		}
		pos = end
	}
	return b
}
