package index

// arena holds byte chains: lists of chunks, each twice as long as the one
// before, the last four bytes of a chunk being the address of the next. Chains
// of a hundred thousand terms grow at once with at most half of a chain's last
// chunk unused. Addresses count bytes from the first page; no chunk crosses
// the end of its page.
type arena struct {
	pages [][]byte
	used  uint32 // address of the first free byte
}

const (
	pageBits = 16
	pageSize = 1 << pageBits
	linkSize = 4

	// A word that occurs once, as half of all words do, takes 3 to 6 bytes.
	firstChunk = 16
	lastChunk  = 2048
)

// chain is one list of chunks being written.
type chain struct {
	head uint32 // address of the first byte
	tail uint32 // address of the next byte to write
	left uint16 // bytes left in the last chunk, its link not counted
	size uint16 // length of the last chunk, 0 when there is none
}

// alloc takes a chunk of size bytes, a power of two at most pageSize.
func (a *arena) alloc(size uint32) uint32 {
	if a.used&(pageSize-1)+size > pageSize {
		a.used = (a.used | (pageSize - 1)) + 1
	}
	if int(a.used>>pageBits) == len(a.pages) {
		a.pages = append(a.pages, make([]byte, pageSize))
	}
	at := a.used
	a.used += size
	return at
}

// reset forgets all chains and keeps the pages.
func (a *arena) reset() { a.used = 0 }

// putByte appends one byte to the chain.
func (a *arena) putByte(c *chain, v byte) {
	if c.left == 0 {
		a.extend(c)
	}
	a.pages[c.tail>>pageBits][c.tail&(pageSize-1)] = v
	c.tail++
	c.left--
}

// putUvarint appends a varint to the chain.
func (a *arena) putUvarint(c *chain, v uint32) {
	for v >= 0x80 {
		a.putByte(c, byte(v)|0x80)
		v >>= 7
	}
	a.putByte(c, byte(v))
}

// extend gives the chain another chunk.
func (a *arena) extend(c *chain) {
	size := uint32(firstChunk)
	if c.size != 0 {
		size = min(2*uint32(c.size), lastChunk)
	}
	at := a.alloc(size)
	if c.size == 0 {
		c.head = at
	} else {
		link := a.pages[c.tail>>pageBits][c.tail&(pageSize-1):]
		link[0], link[1], link[2], link[3] = byte(at), byte(at>>8), byte(at>>16), byte(at>>24)
	}
	c.tail, c.size, c.left = at, uint16(size), uint16(size-linkSize)
}

// appendChain appends the whole content of the chain to b.
func (a *arena) appendChain(b []byte, c *chain) []byte {
	if c.size == 0 {
		return b
	}
	at, size := c.head, uint32(firstChunk)
	for {
		page := a.pages[at>>pageBits]
		from := at & (pageSize - 1)
		if c.tail >= at && c.tail-at <= size-linkSize && size == uint32(c.size) {
			return append(b, page[from:from+c.tail-at]...)
		}
		to := from + size - linkSize
		b = append(b, page[from:to]...)
		at = uint32(page[to]) | uint32(page[to+1])<<8 | uint32(page[to+2])<<16 | uint32(page[to+3])<<24
		size = min(2*size, lastChunk)
	}
}
