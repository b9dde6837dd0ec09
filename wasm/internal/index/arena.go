package index

// arena holds byte chains: lists of chunks, each twice as long as the one
// before, the last four bytes of a chunk being the address of the next. Chains
// of a hundred thousand terms grow at once with at most half of a chain unused.
// An address is an index into buf.
type arena struct {
	buf  []byte
	used uint32 // address of the first free byte
}

const (
	linkSize = 4

	// A word that occurs once, as half of all words do, takes 3 to 6 bytes.
	firstChunk = 16
	lastChunk  = 2048
)

// chain is where a list of chunks is written. Its first chunk is remembered by
// the caller.
type chain struct {
	tail uint32 // address of the next byte to write
	left uint16 // bytes left in the last chunk, its link not counted
	size uint16 // length of the last chunk
}

// reset forgets all chains and keeps the memory.
func (a *arena) reset() { a.used = 0 }

// put appends a varint to the chain.
func (a *arena) put(c *chain, v uint32) {
	for v >= 0x80 {
		a.putByte(c, byte(v)|0x80)
		v >>= 7
	}
	a.putByte(c, byte(v))
}

func (a *arena) putByte(c *chain, v byte) {
	if c.left == 0 {
		a.extend(c)
	}
	a.buf[c.tail] = v
	c.tail++
	c.left--
}

// begin starts a chain and returns the address of its first chunk.
func (a *arena) begin() (chain, uint32) {
	at := a.alloc(firstChunk)
	return chain{tail: at, left: firstChunk - linkSize, size: firstChunk}, at
}

// extend gives the chain another chunk.
func (a *arena) extend(c *chain) {
	size := min(2*uint32(c.size), lastChunk)
	at := a.alloc(size)
	link := a.buf[c.tail : c.tail+linkSize]
	link[0], link[1], link[2], link[3] = byte(at), byte(at>>8), byte(at>>16), byte(at>>24)
	c.tail, c.size, c.left = at, uint16(size), uint16(size-linkSize)
}

// alloc takes a chunk.
func (a *arena) alloc(size uint32) uint32 {
	at := a.used
	if a.used += size; int(a.used) > len(a.buf) {
		grown := make([]byte, len(a.buf)+max(int(size), len(a.buf)/2, 1<<20))
		copy(grown, a.buf)
		a.buf = grown
	}
	return at
}

// chain is the content of a chain that begins at first: where it stands, if it
// is in one chunk, else copied to buf, which is returned to be used again.
func (a *arena) chain(buf []byte, first uint32, c *chain) (content, kept []byte) {
	if c.size == firstChunk {
		return a.buf[first:c.tail], buf
	}
	buf = a.appendChain(buf[:0], first, c)
	return buf, buf
}

// appendChain appends the whole content of the chain that begins at first.
func (a *arena) appendChain(b []byte, first uint32, c *chain) []byte {
	at, size := first, uint32(firstChunk)
	for c.tail < at || c.tail-at > size-linkSize {
		link := a.buf[at+size-linkSize : at+size]
		b = append(b, a.buf[at:at+size-linkSize]...)
		at = uint32(link[0]) | uint32(link[1])<<8 | uint32(link[2])<<16 | uint32(link[3])<<24
		size = min(2*size, lastChunk)
	}
	return append(b, a.buf[at:c.tail]...)
}
