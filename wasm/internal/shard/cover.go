package shard

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// What the list of stories shows stands beside each epoch, so that a workspace is
// listed before its documents have been read (reopening.go). All of it follows from
// what is kept: where it is damaged, or missing as with earlier versions, everything is
// read before anything is shown (load.go). Who knows nothing of it loses nothing.
//
//	cover-E      version
//	             name of the file of stories, none but at the shard that leads; of the
//	             next
//	             files of documents, in the order of the manifest: see layout
//	first-C-L    version
//	             places of documents: the group of each, and twice its story, and one
//	             more if it is first of its group
//	             protocol.SummaryList of the documents that are listed first
//	stories-C-L  see savestories.go
//
// Lists stand behind their length, and each file ends in its CRC-32. Those that are
// named by it are written when they have changed.
//
// coverVersion goes up when a newer program makes other groups of the same evidence,
// lists show other things, or the form of any of these files changes, that of stories
// too: then what an older one wrote is made anew.
const coverVersion = 1

func coverOf(epoch uint64) string { return fmt.Sprintf("cover-%d", epoch) }

// cover is what that file holds.
type cover struct {
	stories string
	first   string
	layouts []layout
}

// names is the files that it names.
func (c *cover) names() []string {
	if c.stories == "" {
		return []string{c.first}
	}
	return []string{c.first, c.stories}
}

// listedFirst is what stands in the second file.
type listedFirst struct {
	places    []place
	summaries []protocol.Summary
}

// layout tells how a file of documents is read in part: outlines in front, then heads
// and texts in blocks, each with a checksum of its own. It is stored as the size, the
// front, and of all checksums four bytes each.
type layout struct {
	size, front int
	sums        []uint32 // CRC-32 of the front and of each block
}

// keptBlock is the size of a block: on the devices measured 1 MB is read in 1 to 2 ms, a
// tenth of it in hardly less.
const keptBlock = 1 << 20

// newLayout is that of a file, the front of which has so many bytes.
func newLayout(b []byte, front int) layout {
	l := layout{size: len(b), front: front}
	for i := range l.blocks() + 1 {
		from, to := l.span(i)
		l.sums = append(l.sums, crc32.ChecksumIEEE(b[from:to]))
	}
	return l
}

// blocks is how many there are behind the front.
func (l *layout) blocks() int { return (l.size - l.front + keptBlock - 1) / keptBlock }

// span is where part i is: the front, then the blocks.
func (l *layout) span(i int) (from, to int) {
	if i == 0 {
		return 0, l.front
	}
	from = l.front + (i-1)*keptBlock
	return from, min(from+keptBlock, l.size)
}

// part reads part i of a file.
func (l *layout) part(from store.Ranged, name string, i int) ([]byte, error) {
	at, to := l.span(i)
	b, err := from.Range(name, at, to-at)
	if err == nil && crc32.ChecksumIEEE(b) != l.sums[i] {
		err = protocol.ErrCorrupt
	}
	return b, err
}

// begin reads the front of a file of documents, and the rest when it is needed.
func (l *layout) begin(from store.Ranged, name string) (*store.Parts, error) {
	end, err := from.Range(name, l.size-crc32.Size, crc32.Size) // so it is as long as that
	if err == nil && fmt.Sprintf("%s-%08x-%x", documentsKind, binary.LittleEndian.Uint32(end), l.size) != name {
		err = protocol.ErrCorrupt
	}
	if err != nil {
		return nil, err
	}
	front, err := l.part(from, name, 0)
	if err != nil {
		return nil, err
	}
	return store.NewParts(front, l.size, keptBlock, func(i int) ([]byte, error) { return l.part(from, name, i+1) }), nil
}

func (c *cover) encode() []byte {
	b := appendBytes(appendBytes([]byte{coverVersion}, c.stories), c.first)
	b = binary.AppendUvarint(b, uint64(len(c.layouts)))
	for i := range c.layouts {
		l := &c.layouts[i]
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(l.size)), uint64(l.front))
		for _, sum := range l.sums {
			b = binary.LittleEndian.AppendUint32(b, sum)
		}
	}
	return checked(b)
}

// decodeCover reads a cover.
func decodeCover(b []byte) (*cover, error) {
	if !isChecked(b) {
		return nil, protocol.ErrCorrupt
	}
	r := keptReader{b: unchecked(b)}
	if v := r.take(1); len(v) == 0 || v[0] != coverVersion {
		return nil, protocol.ErrCorrupt
	}
	c := &cover{stories: r.text(), first: r.text()}
	for range r.count() {
		l := layout{size: r.number(), front: r.number()}
		if l.front > l.size {
			return nil, protocol.ErrCorrupt
		}
		sums := r.take(4 * (l.blocks() + 1))
		for ; len(sums) > 0; sums = sums[4:] {
			l.sums = append(l.sums, binary.LittleEndian.Uint32(sums))
		}
		c.layouts = append(c.layouts, l)
	}
	if r.bad || len(r.b) > 0 {
		return nil, protocol.ErrCorrupt
	}
	return c, nil
}

func (f *listedFirst) appendTo(b []byte) []byte {
	b = binary.AppendUvarint(append(b, coverVersion), uint64(len(f.places)))
	for _, p := range f.places {
		story := uint64(p.story) << 1
		if p.isFirst {
			story |= 1
		}
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(p.group)), story)
	}
	return protocol.SummaryList{Summaries: f.summaries}.AppendTo(b)
}

// decodeFirst reads what appendTo wrote. It shares memory with b.
func decodeFirst(b []byte) (*listedFirst, error) {
	r := keptReader{b: b}
	if v := r.take(1); len(v) == 0 || v[0] != coverVersion {
		return nil, protocol.ErrCorrupt
	}
	f := &listedFirst{places: make([]place, r.count())}
	for i := range f.places {
		group, story := r.below(math.MaxUint32), r.below(math.MaxUint32<<1|1)
		f.places[i] = place{group: uint32(group), story: uint32(story >> 1), isFirst: story&1 > 0}
	}
	if r.bad {
		return nil, protocol.ErrCorrupt
	}
	list, err := protocol.Summaries{}.DecodeResponse(r.b)
	f.summaries = list.Summaries
	return f, err
}
