package shard

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"

	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/index"
	"clippings/wasm/internal/search"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// Load takes the documents and the index that Save wrote, in place of those there
// are. Documents in damaged files are left out: index.ErrCorrupt or
// protocol.ErrCorrupt tells of it, and what can be read is there.
// protocol.ErrNotFound if nothing was saved.
func (s *Shard) Load(ctx context.Context, from store.Store) error {
	epoch, err := lastEpoch(from)
	if err != nil {
		return err
	}
	if epoch == 0 {
		return protocol.ErrNotFound
	}
	back, err := s.loadFrom(ctx, from, "", epoch)
	if err == nil && len(back.Lost) > 0 {
		err = protocol.ErrCorrupt
	}
	return err
}

// loadFrom takes up an epoch. A manifest that cannot be read is
// protocol.ErrCorrupt, and the shard stays as it was. What a store says of other
// faults is not taken for damage.
func (s *Shard) loadFrom(ctx context.Context, from store.Store, folder string, epoch uint64) (protocol.Reopened, error) {
	none := protocol.Reopened{}
	yield := s.yield(ctx)
	m, err := readManifest(from, epoch)
	if err != nil {
		return none, err
	}
	l := newLoading(from, m, folder, yield)
	if err := l.all(); err != nil {
		return none, err
	}
	evidence, found, err := l.findings(s)
	if err != nil {
		return none, err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clear()
	s.replace(l.rebuilt)
	s.kept, s.evidence, s.past = l.keeping, evidence, found
	return protocol.Reopened{
		Documents: uint32(len(s.docs)), Compared: evidence != nil, Stale: l.stale, Lost: l.lost,
	}, nil
}

// loading reads what Save wrote.
type loading struct {
	from  store.Store
	m     manifest
	lost  []uint32 // ordinals of sources of documents in damaged files
	stale bool     // which lines recur is not known any more
	*rebuilt
	*keeping
	layouts []layout       // of the files of documents, where they are to be read in part
	texts   []*store.Parts // what of the files has not come
	parts   []*store.Parts // and of those of the index
}

func newLoading(from store.Store, m manifest, folder string, yield func() error) *loading {
	return &loading{from: from, m: m, rebuilt: newRebuilt(yield), keeping: &keeping{
		folder: folder, batches: map[uint32]keptFile{}, segments: map[*index.Segment]keptFile{},
	}}
}

// readManifest reads the manifest of an epoch, or its copy.
func readManifest(from store.Store, epoch uint64) (manifest, error) {
	for _, name := range []string{manifestOf(epoch), manifestCopy(epoch)} {
		b, err := from.Get(name)
		if err != nil {
			if errors.Is(err, store.ErrNotFound) {
				continue
			}
			return manifest{}, err
		}
		if !isChecked(b) {
			continue
		}
		if m, err := decodeManifest(unchecked(b)); err == nil {
			return m, nil
		}
	}
	return manifest{}, protocol.ErrCorrupt
}

// unchecked is b, which is whole, without its checksum.
func unchecked(b []byte) []byte { return b[:len(b)-4] }

// isDamage reports whether a file is damaged or gone, rather than that it cannot be
// read now.
func isDamage(err error) bool {
	return errors.Is(err, store.ErrNotFound) || errors.Is(err, protocol.ErrCorrupt) || errors.Is(err, index.ErrCorrupt) ||
		errors.Is(err, index.ErrVersion)
}

// get reads a file of the manifest, checksum and all.
func (l *loading) get(name string) ([]byte, error) {
	b, err := l.from.Get(name)
	if err != nil {
		return nil, err
	}
	return b, checkName(name, b)
}

// checkName reports whether a file of the manifest is the one that was written.
func checkName(name string, b []byte) error {
	kind, _, _ := strings.Cut(name, "-")
	if !isChecked(b) || nameOf(kind, b) != name {
		return protocol.ErrCorrupt
	}
	return nil
}

func isDocuments(name string) bool { return strings.HasPrefix(name, documentsKind+"-") }

// all reads documents and index. Where files are damaged, the index is made anew
// of the documents that are left.
func (l *loading) all() error {
	rest, err := l.documents()
	if err != nil {
		return err
	}
	whole := len(l.lost) == 0
	if err := l.state(rest); isDamage(err) {
		whole, l.stale = false, true
	} else if err != nil {
		return err
	}
	if whole {
		err := l.segmentsOf(len(l.docs))
		if err == nil || !isDamage(err) {
			return err
		}
		clear(l.segments)
	}
	return l.reindex()
}

// reindex makes the index of the documents.
func (l *loading) reindex() error {
	anew := newRebuilt(l.yield)
	for i := range l.docs {
		if err := anew.add(l.docs[i], l.columns.Row(uint32(i))); err != nil {
			return err
		}
	}
	l.rebuilt = anew
	return anew.index.Flush(l.yield)
}

// segmentsOf reads the index of so many documents.
func (l *loading) segmentsOf(documents int) error {
	var segments []*index.Segment
	for _, name := range l.m.index {
		if isPartedIndex(name) {
			segment, err := l.parted(name)
			if err != nil {
				return err
			}
			segments = append(segments, segment)
			continue
		}
		b, err := l.from.Get(name)
		if err != nil {
			return err
		}
		if len(b) < 4 || nameOf("index", b) != name {
			return protocol.ErrCorrupt
		}
		segment, err := index.DecodeSegment(b, l.yield)
		if err != nil {
			return err
		}
		segments = append(segments, segment)
		l.segments[segment] = keptFile{name: name, size: len(b)}
	}
	x, err := index.Open(segments)
	if err != nil {
		return err
	}
	if int(x.Documents()) != documents {
		return protocol.ErrCorrupt
	}
	l.index, l.feeder = x, search.NewFeeder(x)
	return nil
}

// findings reads what the last comparison found, nil if that is damaged or was not
// found by this program. Without all documents it is the past alone.
func (l *loading) findings(s *Shard) (*cluster.Evidence, past, error) {
	if l.m.found == "" {
		return nil, past{}, nil
	}
	b, err := l.get(l.m.found)
	if isDamage(err) {
		return nil, past{}, nil
	}
	if err != nil {
		return nil, past{}, err
	}
	evidence, found, err := decodeFound(unchecked(b), s.opts.Params, pace(l.yield))
	if err != nil {
		if ctxErr := l.yield(); ctxErr != nil {
			return nil, past{}, ctxErr
		}
		return nil, past{}, nil
	}
	l.keeping.past, l.found = found, keptFile{name: l.m.found, size: len(b)}
	if len(l.lost) > 0 {
		return nil, found, nil
	}
	l.evidence = evidence
	return evidence, found, nil
}

// isLost notes that the sources of a run have documents in a damaged file.
func (l *loading) isLost(r *keptRun) {
	for _, source := range r.sources {
		if !slices.Contains(l.lost[max(0, len(l.lost)-1):], source) {
			l.lost = append(l.lost, source)
		}
	}
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

func (r *keptReader) number() int { return int(r.below(math.MaxInt32)) }

// below is a number up to most.
func (r *keptReader) below(most uint64) uint64 {
	if len(r.b) > 0 && r.b[0] < 0x80 { // most are one byte
		v := r.b[0]
		r.b = r.b[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > most {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return v
}

// signed is a number that may be below zero.
func (r *keptReader) signed() int64 {
	v, n := binary.Varint(r.b)
	if n <= 0 || v > math.MaxUint32 || v < -math.MaxUint32 {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return v
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

// take is the next n bytes, in the memory of the file.
func (r *keptReader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad = true
		return nil
	}
	taken := r.b[:n:n]
	r.b = r.b[n:]
	return taken
}
