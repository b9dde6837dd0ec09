package pdf

import "sync"

// aesBoxes is the substitution of FIPS 197 and its inverse, computed when the
// first encrypted file asks.
var aesBoxes = sync.OnceValue(func() *[2][256]byte {
	var box [2][256]byte
	p, q := byte(1), byte(1)
	for {
		p ^= double(p)
		q ^= q << 1
		q ^= q << 2
		q ^= q << 4
		if q&0x80 != 0 {
			q ^= 9
		}
		v := q ^ (q<<1 | q>>7) ^ (q<<2 | q>>6) ^ (q<<3 | q>>5) ^ (q<<4 | q>>4) ^ 0x63
		box[0][p], box[1][v] = v, p
		if p == 1 {
			break
		}
	}
	box[0][0], box[1][0x63] = 0x63, 0
	return &box
})

// double multiplies by x in the field of FIPS 197.
func double(b byte) byte {
	return b<<1 ^ b>>7*0x1b
}

// aes is an expanded key: rounds of sixteen bytes.
type aes [][16]byte

// newAES expands a key of 16 or 32 bytes.
func newAES(key []byte) aes {
	box := &aesBoxes()[0]
	words := len(key) / 4
	rounds := words + 7
	w := append(make([]byte, 0, rounds*16), key...)
	turn := byte(1)
	for i := words; i < rounds*4; i++ {
		t := [4]byte(w[len(w)-4:])
		switch {
		case i%words == 0:
			t = [4]byte{box[t[1]] ^ turn, box[t[2]], box[t[3]], box[t[0]]}
			turn = double(turn)
		case words > 6 && i%words == 4:
			t = [4]byte{box[t[0]], box[t[1]], box[t[2]], box[t[3]]}
		}
		for j, b := range t {
			w = append(w, w[len(w)-4*words]^b)
			_ = j
		}
	}
	a := make(aes, rounds)
	for i := range a {
		a[i] = [16]byte(w[16*i:])
	}
	return a
}

// decrypt undoes one block.
func (a aes) decrypt(block [16]byte) [16]byte {
	box := &aesBoxes()[1]
	xor(&block, &a[len(a)-1])
	for round := len(a) - 2; ; round-- {
		var s [16]byte
		for i, b := range block { // rows turn back to the right
			s[(i+4*(i%4))%16] = box[b]
		}
		xor(&s, &a[round])
		if round == 0 {
			return s
		}
		for c := 0; c < 16; c += 4 {
			unmix(s[c : c+4])
		}
		block = s
	}
}

func xor(to, with *[16]byte) {
	for i := range to {
		to[i] ^= with[i]
	}
}

// unmix undoes the mixing of one column.
func unmix(c []byte) {
	u, v := double(double(c[0]^c[2])), double(double(c[1]^c[3]))
	c[0], c[1], c[2], c[3] = c[0]^u, c[1]^v, c[2]^u, c[3]^v
	mix(c)
}

func mix(c []byte) {
	all, first := c[0]^c[1]^c[2]^c[3], c[0]
	c[0] ^= all ^ double(c[0]^c[1])
	c[1] ^= all ^ double(c[1]^c[2])
	c[2] ^= all ^ double(c[2]^c[3])
	c[3] ^= all ^ double(c[3]^first)
}

// unCBC decrypts chained blocks, the first of them the starting value, and
// takes off the padding.
func unCBC(key, data []byte) []byte {
	if len(data) < 32 {
		return nil
	}
	out := chainDecrypt(newAES(key), [16]byte(data), data[16:])
	if n := int(out[len(out)-1]); n >= 1 && n <= 16 {
		out = out[:len(out)-n]
	}
	return out
}

// chainDecrypt decrypts whole blocks after a starting value.
func chainDecrypt(a aes, before [16]byte, data []byte) []byte {
	out := make([]byte, 0, len(data))
	for ; len(data) >= 16; data = data[16:] {
		block := [16]byte(data)
		plain := a.decrypt(block)
		xor(&plain, &before)
		out = append(out, plain[:]...)
		before = block
	}
	return out
}
