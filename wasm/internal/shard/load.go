package shard

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"strings"

	"clippings/wasm/internal/index"
	"clippings/wasm/internal/search"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// Load takes the documents and the index that Save wrote, in place of those there
// are; what they have in common is found out by the next comparison. If anything
// is damaged the shard stays as it was: index.ErrCorrupt or protocol.ErrCorrupt;
// store.ErrNotFound if nothing was saved.
func (s *Shard) Load(ctx context.Context, from store.Store) error {
	return s.loadFrom(ctx, from, manifestName)
}

func (s *Shard) loadFrom(ctx context.Context, from store.Store, manifest string) error {
	yield := s.yield(ctx)
	l := &loading{from: from, rebuilt: newRebuilt(yield)}
	if err := l.all(manifest); err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clear()
	s.replace(l.rebuilt)
	return nil
}

// loading reads what Save wrote.
type loading struct {
	from     store.Store
	segments []*index.Segment
	*rebuilt
}

func (l *loading) all(manifest string) error {
	names, err := l.names(manifest)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := l.file(name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	x, err := index.Open(l.segments)
	if err != nil {
		return err
	}
	if int(x.Documents()) != len(l.docs) {
		return protocol.ErrCorrupt
	}
	l.use(x)
	return nil
}

// names is the files that a manifest names.
func (l *loading) names(manifest string) (names []string, err error) {
	b, err := l.get(manifest)
	if err != nil {
		return nil, err
	}
	r := keptReader{b: b}
	r.version()
	for range r.count() {
		names = append(names, string(r.take(r.number())))
	}
	if r.bad || len(r.b) > 0 {
		return nil, protocol.ErrCorrupt
	}
	return names, nil
}

// get reads a file and takes its checksum off.
func (l *loading) get(name string) ([]byte, error) {
	b, err := l.from.Get(name)
	if err != nil {
		return nil, err
	}
	n := len(b) - crc32.Size
	if n < 0 || crc32.ChecksumIEEE(b[:n]) != binary.LittleEndian.Uint32(b[n:]) {
		return nil, protocol.ErrCorrupt
	}
	return b[:n], nil
}

// file reads one of the files that a manifest names.
func (l *loading) file(name string) error {
	if strings.HasPrefix(name, "index-") {
		b, err := l.from.Get(name)
		if err != nil {
			return err
		}
		segment, err := index.DecodeSegment(b, l.yield)
		if err == nil {
			l.segments = append(l.segments, segment)
		}
		return err
	}
	b, err := l.get(name)
	if err != nil {
		return err
	}
	return l.documents(b)
}

// keptHead is what a file of documents says of one before all heads and texts.
type keptHead struct {
	head, text int
	words      uint32
	recurring  []recurring
}

// documents takes over a file of documents.
func (l *loading) documents(b []byte) error {
	r := keptReader{b: b}
	r.version()
	heads := make([]keptHead, r.count())
	sizes := 0
	for i := range heads {
		h := &heads[i]
		h.head, h.text, h.words = r.number(), r.number(), uint32(r.number())
		sizes += h.head
		h.recurring = make([]recurring, r.count())
		for j := range h.recurring {
			h.recurring[j] = recurring{paragraph: uint32(r.number()), texts: uint32(r.number())}
		}
		if r.bad {
			return protocol.ErrCorrupt
		}
	}
	// Each part is one piece of memory that its documents share.
	packed := append([]byte(nil), r.take(sizes)...)
	texts := string(r.b)
	for i := range heads {
		h := &heads[i]
		if h.head > len(packed) || h.text > len(texts) {
			return protocol.ErrCorrupt
		}
		p := protocol.Packed{Head: packed[:h.head:h.head], Text: texts[:h.text]}
		packed, texts = packed[h.head:], texts[h.text:]
		if err := l.document(p, h); err != nil {
			return err
		}
	}
	if r.bad || len(texts) > 0 {
		return protocol.ErrCorrupt
	}
	return nil
}

// document takes over one.
func (l *loading) document(p protocol.Packed, h *keptHead) error {
	if len(l.docs)%64 == 0 {
		if err := l.yield(); err != nil {
			return err
		}
	}
	doc, err := p.Document()
	if err != nil {
		return err
	}
	d := repacked(&doc, p)
	for _, found := range h.recurring {
		if int(found.paragraph) >= len(d.paragraphs) {
			return protocol.ErrCorrupt
		}
	}
	if len(h.recurring) > 0 {
		d = d.recurred(h.recurring)
	}
	d.words = h.words
	if _, twice := l.byID[doc.ID]; twice {
		return protocol.ErrCorrupt
	}
	l.byID[doc.ID] = uint32(len(l.docs))
	l.docs = append(l.docs, d)
	l.columns.Append(rowOf(&doc, d.words))
	return nil
}

// use makes an opened index that of the documents.
func (r *rebuilt) use(x *index.Index) {
	r.index, r.feeder = x, search.NewFeeder(x)
}

// keptReader reads the numbers of a kept file.
type keptReader struct {
	b   []byte
	bad bool
}

func (r *keptReader) version() {
	if v := r.take(1); len(v) == 0 || v[0] != keptVersion {
		r.bad = true
	}
}

func (r *keptReader) number() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > math.MaxInt32 {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

// count is the number of things that follow, each of a byte at least.
func (r *keptReader) count() int {
	n := r.number()
	if n > len(r.b) {
		r.bad = true
		return 0
	}
	return n
}

func (r *keptReader) take(n int) []byte {
	if n > len(r.b) {
		r.bad = true
		return nil
	}
	taken := r.b[:n]
	r.b = r.b[n:]
	return taken
}
