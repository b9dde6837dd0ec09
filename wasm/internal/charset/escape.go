package charset

import "bytes"

// byEscapes recognises the encodings of seven bits that switch with escape
// sequences between ASCII and the characters of two bytes. It looks for the whole
// sequence, and for HZ that pairs follow which GB 2312 has, because "~{" alone
// stands in programs too. data has no byte above 0x7F.
func byEscapes(data []byte) string {
	if bytes.IndexByte(data, 0x1B) >= 0 {
		switch {
		case bytes.Contains(data, []byte("\x1B$)C")) && bytes.IndexByte(data, 0x0E) >= 0:
			return "iso-2022-kr"
		case bytes.Contains(data, []byte("\x1B$B")), bytes.Contains(data, []byte("\x1B$@")), bytes.Contains(data, []byte("\x1B(J")), bytes.Contains(data, []byte("\x1B(I")):
			return "iso-2022-jp"
		}
	}
	if isHZ(data) {
		return "hz-gb-2312"
	}
	return ""
}

// isHZ reports text with a stretch "~{" pairs "~}" whose pairs are all of GB 2312,
// and none that is broken before it.
func isHZ(data []byte) bool {
	for range 4 {
		i := bytes.Index(data, []byte("~{"))
		if i < 0 {
			return false
		}
		data = data[i+2:]
		n := 0
		for n+1 < len(data) && data[n] >= 0x21 && data[n] <= 0x77 && data[n+1] >= 0x21 && data[n+1] <= 0x7E {
			n += 2
		}
		if n > 0 && bytes.HasPrefix(data[n:], []byte("~}")) {
			return true
		}
	}
	return false
}

// fromHZ writes HZ (RFC 1843) as GB 2312 in eight bits: between "~{" and "~}" or
// the end of the line every byte gets its high bit.
func fromHZ(data []byte) []byte {
	b := make([]byte, 0, len(data))
	wide := false
	for i := 0; i < len(data); i++ {
		c := data[i]
		next := byte(0)
		if i+1 < len(data) {
			next = data[i+1]
		}
		switch {
		case c == '~' && !wide && next == '{', c == '~' && wide && next == '}':
			wide = !wide
			i++
		case c == '~' && !wide && next == '~':
			b = append(b, '~')
			i++
		case c == '~' && !wide && next == '\n':
			i++
		case wide && c >= 0x21 && c <= 0x77 && next >= 0x21 && next <= 0x7E:
			b = append(b, c|0x80, next|0x80)
			i++
		default:
			wide = wide && c != '\n'
			b = append(b, c)
		}
	}
	return b
}

// fromShifts writes ISO-2022-KR (RFC 1557) as EUC-KR: between shift out and shift
// in every byte gets its high bit, and the announcement "ESC $ ) C" goes.
func fromShifts(data []byte) []byte {
	data = bytes.ReplaceAll(data, []byte("\x1B$)C"), nil)
	b := make([]byte, 0, len(data))
	high := byte(0)
	for _, c := range data {
		switch {
		case c == 0x0E:
			high = 0x80
		case c == 0x0F:
			high = 0
		case c == '\n':
			high = 0
			b = append(b, c)
		case c > ' ' && c < 0x7F:
			b = append(b, c|high)
		default:
			b = append(b, c)
		}
	}
	return b
}
