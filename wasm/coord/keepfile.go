package coord

import (
	"encoding/binary"
	"hash/crc32"
	"maps"
	"slices"

	"clippings/wasm/protocol"
)

// The workspace file, version 1:
//
//	"clippings" 1
//	ID, name, epoch, shards, documents, bytes, saved, page
//	lead, languages, 1 if all is compared
//	owners of the sources: the number of runs, then of each its length and shard
//	files that are here: protocol.Ingest, the ordinal of each its first
//	ordinals of those that are to be read anew
//	rules: protocol.Regroup
//	the number of stories, then of each its number and the document that names it
//	ledger that the page does not know yet: protocol.Ingested
//	CRC-32 (IEEE) of all this, least significant byte first
//
// Numbers are varints, texts and messages stand behind their length. Messages are
// in the form of protocol.Version 6; where that changes this version goes up, and
// version 1 is read as it was written.
const (
	keptMagic   = "clippings"
	keptVersion = 1
)

// kept is a workspace and all that the coordinator knows.
type kept struct {
	Workspace
	lead     int
	langs    uint32
	compared bool
	owner    []uint8
	files    []protocol.Source // by ordinal
	broken   []uint32          // ordinals of the files that are to be read anew
	rules    protocol.Regroup
	firsts   map[uint32]protocol.DocID
	entries  []protocol.Entry

	isWhole bool // it is to be opened as a whole
}

func (k *kept) encode() []byte {
	b := append([]byte(keptMagic), keptVersion)
	b = appendText(appendText(b, k.ID), k.Name)
	for _, n := range []uint64{k.Epoch, uint64(k.Shards), uint64(k.Documents), k.Bytes, uint64(k.Saved)} {
		b = binary.AppendUvarint(b, n)
	}
	b = appendText(b, k.Page)
	compared := uint64(0)
	if k.compared {
		compared = 1
	}
	b = appendNumbers(b, uint64(k.lead), uint64(k.langs), compared)
	b = appendRuns(b, k.owner)
	b = appendText(b, protocol.Ingest{Sources: k.files}.AppendTo(nil))
	b = appendNumbers(b, uint64(len(k.broken)))
	for _, o := range k.broken {
		b = appendNumbers(b, uint64(o))
	}
	b = appendText(b, k.rules.AppendTo(nil))
	b = appendNumbers(b, uint64(len(k.firsts)))
	for _, story := range slices.Sorted(maps.Keys(k.firsts)) {
		b = appendNumbers(b, uint64(story), uint64(k.firsts[story]))
	}
	b = appendText(b, protocol.Ingested{Entries: k.entries}.AppendTo(nil))
	return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
}

func appendNumbers(b []byte, numbers ...uint64) []byte {
	for _, n := range numbers {
		b = binary.AppendUvarint(b, n)
	}
	return b
}

func appendText[T string | []byte](b []byte, text T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// appendRuns appends who has each source.
func appendRuns(b []byte, owner []uint8) []byte {
	var runs []uint64
	for i, o := range owner {
		if i == 0 || o != owner[i-1] {
			runs = append(runs, 0, uint64(o))
		}
		runs[len(runs)-2]++
	}
	return appendNumbers(appendNumbers(b, uint64(len(runs)/2)), runs...)
}

// decodeKept reads a workspace file: protocol.ErrVersion if a later version of
// the program wrote it, protocol.ErrCorrupt if it is damaged. It shares memory with
// b.
func decodeKept(b []byte) (*kept, error) {
	n := len(b) - crc32.Size
	if n < len(keptMagic)+1 || string(b[:len(keptMagic)]) != keptMagic || crc32.ChecksumIEEE(b[:n]) != binary.LittleEndian.Uint32(b[n:]) {
		return nil, protocol.ErrCorrupt
	}
	if b[len(keptMagic)] != keptVersion {
		return nil, protocol.ErrVersion
	}
	r := &keptReader{b: b[len(keptMagic)+1 : n]}
	k := r.kept()
	if r.bad || len(r.b) > 0 {
		return nil, protocol.ErrCorrupt
	}
	return k, nil
}

// keptReader reads a workspace file; after a fault all is zero.
type keptReader struct {
	b   []byte
	bad bool
}

func (r *keptReader) number() uint64 {
	n, size := binary.Uvarint(r.b)
	if size <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[size:]
	return n
}

// small is a number below most.
func (r *keptReader) small(most uint64) int {
	n := r.number()
	if n >= most {
		r.bad = true
		return 0
	}
	return int(n)
}

// count is how many things of a byte at least follow.
func (r *keptReader) count() int {
	n := r.number()
	if n > uint64(len(r.b)) {
		r.bad = true
		return 0
	}
	return int(n)
}

func (r *keptReader) text() []byte {
	n := r.count()
	if r.bad {
		return nil
	}
	t := r.b[:n:n]
	r.b = r.b[n:]
	return t
}

// maxSources bounds the sources of a corpus, so that a damaged file makes nobody
// allocate for more: 16 MB of owners.
const maxSources = 1 << 24

func (r *keptReader) kept() *kept {
	k := &kept{}
	k.ID, k.Name = string(r.text()), string(r.text())
	k.Epoch, k.Shards, k.Documents = r.number(), r.small(protocol.MaxShards+1), r.small(1<<31)
	k.Bytes, k.Saved, k.Page = r.number(), int64(r.number()), r.text()
	k.lead, k.langs, k.compared = r.small(protocol.MaxShards), uint32(r.number()), r.number() > 0
	for range r.count() {
		length, shard := r.small(maxSources+1), r.small(uint64(max(k.Shards, 1)))
		if r.bad || len(k.owner)+length > maxSources {
			r.bad = true
			return k
		}
		k.owner = append(k.owner, slices.Repeat([]uint8{uint8(shard)}, length)...)
	}
	k.files = r.files(len(k.owner))
	for range r.count() {
		k.broken = append(k.broken, uint32(r.small(maxSources)))
	}
	rules, err := protocol.DecodeRegroup(r.text())
	k.rules, r.bad = rules, r.bad || err != nil
	k.firsts = map[uint32]protocol.DocID{}
	for range r.count() {
		story := uint32(r.number())
		k.firsts[story] = protocol.DocID(r.number())
	}
	ledger, err := protocol.Ingest{}.DecodeResponse(r.text())
	k.entries, r.bad = ledger.Entries, r.bad || err != nil
	return k
}

// files reads the files that are here, all parts of which are below a number of
// sources.
func (r *keptReader) files(sources int) []protocol.Source {
	b := r.text()
	n, _ := binary.Uvarint(b)
	if n > uint64(len(b)) {
		r.bad = true
		return nil
	}
	handles := make([]protocol.File, n) // none is used any more
	for i := range handles {
		handles[i] = i
	}
	q, err := protocol.DecodeIngest(b, handles)
	if err != nil {
		r.bad = true
	}
	for i := range q.Sources {
		s := &q.Sources[i]
		s.Handle = nil
		if s.Parts == 0 || s.Parts > protocol.MaxShards || uint64(s.Ordinal)+uint64(s.Parts) > uint64(sources) {
			r.bad = true
		}
	}
	return q.Sources
}
