// Package deflate compresses a file that is made once and fetched often: as DEFLATE
// (RFC 1951) in gzip (RFC 1952), in about eight times the time that compress/gzip takes
// at its best, and into 5 % less, which every browser unpacks as any other.
//
//	content -> pieces, done side by side
//	piece   -> matcher: for every place, the nearest match of each length
//	        -> parser:  the cheapest way through, by what symbols would cost
//	        -> split:   where what is cheap changes, a block ends
//	block   -> parser again and again, by the costs that the last way gave
//	        -> codes, bits
//
// The idea of going through again by the costs that come out is zopfli's
// (https://github.com/google/zopfli), that of tables of all nearest matches
// libdeflate's (https://github.com/ebiggers/libdeflate, deflate_compress.c). Numbers are whole
// everywhere, so that the same content gives the same bytes on every computer.
package deflate

import (
	"encoding/binary"
	"hash/crc32"
	"runtime"
	"sync"
)

// pieceBytes are looked at together. A block does not go on from one piece to the
// next, which costs a hundredth of a percent; a piece takes 30 times its size of memory.
const pieceBytes = 1 << 21

// Gzip compresses content into one member of a gzip file that tells neither a name
// nor a time. What cannot be compressed grows by a hundredth.
func Gzip(content []byte) []byte {
	pieces := make([][]block, (len(content)+pieceBytes-1)/pieceBytes)
	var work sync.WaitGroup
	room := make(chan bool, runtime.GOMAXPROCS(0))
	for i := range pieces {
		work.Add(1)
		room <- true
		go func() {
			pieces[i] = blocksOf(content, i*pieceBytes, min((i+1)*pieceBytes, len(content)))
			<-room
			work.Done()
		}()
	}
	work.Wait()
	out := bitWriter{b: []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255}}
	for _, blocks := range pieces {
		for i := range blocks {
			blocks[i].write(&out, content)
		}
	}
	out.put(1, 1) // the last block: fixed codes, and no more than its end
	out.put(1, 2)
	out.put(0, 7)
	out.flush()
	out.b = binary.LittleEndian.AppendUint32(out.b, crc32.ChecksumIEEE(content))
	return binary.LittleEndian.AppendUint32(out.b, uint32(len(content)))
}

const (
	firstTries = 2 // ways through a piece before it is split
	tries      = 4 // through a block; more, or splitting again, gains 0.05 % for twice the time
)

// blocksOf compresses content[from:to].
func blocksOf(content []byte, from, to int) []block {
	p := newParser(content, from, to)
	whole := block{from: from, to: to, costs: firstCosts()}
	for range firstTries {
		p.improve(&whole)
	}
	blocks := split(content, from, whole.steps)
	for i := range blocks {
		for range tries {
			if !p.improve(&blocks[i]) {
				break
			}
		}
	}
	return blocks
}
