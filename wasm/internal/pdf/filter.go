package pdf

// unLZW undoes LZW with codes of 9 to 12 bits (ISO 32000-1, 7.4.4). The
// standard library's reader does not know that PDF widens the codes one early.
func unLZW(data []byte, early bool, limit int) []byte {
	const clear, end, first = 256, 257, 258
	var (
		prefix       [4096]uint16
		last, head   [4096]byte
		length       [4096]uint16
		out          []byte
		bits         uint32
		have         uint
		width        uint = 9
		next              = first
		previous          = -1
		changeBefore      = 0
	)
	if early {
		changeBefore = 1
	}
	for i := range 256 {
		last[i], head[i], length[i] = byte(i), byte(i), 1
	}
	for _, b := range data {
		bits = bits<<8 | uint32(b)
		if have += 8; have < width {
			continue
		}
		have -= width
		code := int(bits>>have) & (1<<width - 1)
		switch {
		case code == clear:
			width, next, previous = 9, first, -1
			continue
		case code == end || code > next || (code == next && previous < 0) || len(out) >= limit:
			return out
		}
		from := code
		if code == next {
			from = previous
		}
		n := int(length[from])
		at := len(out)
		for range n {
			out = append(out, 0)
		}
		for c := from; n > 0; n-- {
			out[at+n-1] = last[c]
			c = int(prefix[c])
		}
		if code == next {
			out = append(out, head[from])
		}
		if previous >= 0 && next < 4096 {
			prefix[next], last[next], head[next] = uint16(previous), head[from], head[previous]
			length[next] = length[previous] + 1
			next++
		}
		previous = code
		if next+changeBefore >= 1<<width && width < 12 {
			width++
		}
	}
	return out
}

// unASCII85 undoes base 85 up to "~>".
func unASCII85(data []byte) []byte {
	out := make([]byte, 0, len(data)/5*4+4)
	var group uint32
	n := 0
	for _, c := range data {
		switch {
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			group = group*85 + uint32(c-'!')
			if n++; n == 5 {
				out = append(out, byte(group>>24), byte(group>>16), byte(group>>8), byte(group))
				group, n = 0, 0
			}
		case c == '~' && len(out)+n > 0:
			data = nil
		}
		if data == nil {
			break
		}
	}
	if n < 2 {
		return out
	}
	for i := n; i < 5; i++ {
		group = group*85 + 84
	}
	for i := range n - 1 {
		out = append(out, byte(group>>(24-8*i)))
	}
	return out
}

// unRunLength undoes runs.
func unRunLength(data []byte, limit int) (out []byte) {
	for len(data) > 1 && len(out) < limit {
		n := int(data[0])
		data = data[1:]
		switch {
		case n == 128:
			return out
		case n < 128:
			n = min(n+1, len(data))
			out = append(out, data[:n]...)
			data = data[n:]
		default:
			for range 257 - n {
				out = append(out, data[0])
			}
			data = data[1:]
		}
	}
	return out
}

// unpredict undoes the predictor that was applied before packing: each row
// holds differences from its neighbours.
func (f *file) unpredict(data []byte, parm dict) []byte {
	predictor := f.int(parm["Predictor"], 1)
	if predictor < 2 {
		return data
	}
	colors, bits, columns := f.int(parm["Colors"], 1), f.int(parm["BitsPerComponent"], 8), f.int(parm["Columns"], 1)
	if colors < 1 || colors > 64 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<24 {
		return nil
	}
	step, row := (colors*bits+7)/8, (colors*bits*columns+7)/8
	if predictor == 2 {
		if bits == 8 {
			for rest := data; len(rest) >= row; rest = rest[row:] {
				for i := step; i < row; i++ {
					rest[i] += rest[i-step]
				}
			}
		}
		return data
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 1 {
		n := min(row, len(data)-1)
		line := data[1 : 1+n]
		unPNG(data[0], line, above, step)
		out = append(out, line...)
		copy(above, line)
		data = data[1+n:]
	}
	return out
}

// unPNG undoes one row of a PNG predictor in place.
func unPNG(kind byte, line, above []byte, step int) {
	for i := range line {
		var left, corner byte
		if i >= step {
			left, corner = line[i-step], above[i-step]
		}
		switch kind {
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += paeth(int(left), int(above[i]), int(corner))
		}
	}
}

// paeth is whichever neighbour is nearest to left + above - corner.
func paeth(left, above, corner int) byte {
	p := left + above - corner
	a, b, c := max(p-left, left-p), max(p-above, above-p), max(p-corner, corner-p)
	switch {
	case a <= b && a <= c:
		return byte(left)
	case b <= c:
		return byte(above)
	}
	return byte(corner)
}
