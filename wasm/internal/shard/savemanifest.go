package shard

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// manifest names the files of an epoch.
//
//	version
//	names: those of files of documents, that of the state, of the index, of what
//	was found; each list its length first, of the last none or one
//	runs: their number; of each its file, the place of its first document in that,
//	how many follow, and the ordinals of their sources: how many there are, then
//	each less the one before, zigzag
type manifest struct {
	batches []string
	state   string
	index   []string
	found   string // "" where nothing was
	runs    []keptRun
}

// keptRun is documents of the shard that stand in a row in one file too.
type keptRun struct {
	file    int // in batches
	from, n int
	sources []uint32 // in the order met, each once in a row
}

func manifestOf(epoch uint64) string   { return fmt.Sprintf("manifest-%d", epoch) }
func manifestCopy(epoch uint64) string { return fmt.Sprintf("manifest-%d-copy", epoch) }

// lastEpoch is the greatest of which there is a manifest, 0 for none.
func lastEpoch(from store.Store) (last uint64, err error) {
	names, err := from.Names()
	for _, name := range names {
		if number, ok := strings.CutPrefix(name, "manifest-"); ok {
			if epoch, err := strconv.ParseUint(number, 10, 64); err == nil {
				last = max(last, epoch)
			}
		}
	}
	return last, err
}

// names is all files.
func (m *manifest) names() []string {
	names := append(append([]string(nil), m.batches...), m.state)
	names = append(names, m.index...)
	if m.found != "" {
		names = append(names, m.found)
	}
	return names
}

// documents is how many there are.
func (m *manifest) documents() (n int) {
	for i := range m.runs {
		n += m.runs[i].n
	}
	return n
}

func (m *manifest) appendTo(b []byte) []byte {
	b = append(b, keptVersion)
	found := []string{m.found}
	if m.found == "" {
		found = nil
	}
	for _, names := range [][]string{m.batches, {m.state}, m.index, found} {
		b = binary.AppendUvarint(b, uint64(len(names)))
		for _, name := range names {
			b = appendBytes(b, name)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(m.runs)))
	for i := range m.runs {
		r := &m.runs[i]
		for _, n := range []int{r.file, r.from, r.n, len(r.sources)} {
			b = binary.AppendUvarint(b, uint64(n))
		}
		before := int64(0)
		for _, source := range r.sources {
			b = binary.AppendVarint(b, int64(source)-before)
			before = int64(source)
		}
	}
	return b
}

// mostKept is more documents than the memory of a shard holds. A damaged manifest
// that tells of more would have room made for them before they are missed.
const mostKept = 1 << 24

// decodeManifest reads what appendTo wrote.
func decodeManifest(b []byte) (manifest, error) {
	r := keptReader{b: b}
	r.version()
	m := manifest{batches: r.names()}
	if state := r.names(); len(state) == 1 {
		m.state = state[0]
	} else {
		r.bad = true
	}
	m.index = r.names()
	if found := r.names(); len(found) > 0 {
		m.found = found[0]
	}
	left := mostKept
	for range r.count() {
		run := keptRun{file: r.number(), from: r.number(), n: r.number()}
		before := int64(0)
		for range r.count() {
			before += r.signed()
			run.sources = append(run.sources, uint32(before))
		}
		if run.file >= len(m.batches) || run.n > left {
			r.bad = true
			break
		}
		left -= run.n
		m.runs = append(m.runs, run)
	}
	if r.bad || len(r.b) > 0 {
		return manifest{}, protocol.ErrCorrupt
	}
	return m, nil
}

// names reads a list of names of files.
func (r *keptReader) names() []string {
	var names []string
	for range r.count() {
		names = append(names, string(r.take(r.number())))
	}
	return names
}

// run adds document i of the shard, which is kept in a file of this place among
// them, to the runs.
func (v *saving) run(i, place int) {
	d := &v.shard.docs[i]
	at, runs := int(d.kept.at), v.m.runs
	if n := len(runs) - 1; n < 0 || runs[n].file != place || runs[n].from+runs[n].n != at {
		v.m.runs = append(v.m.runs, keptRun{file: place, from: at})
	}
	last := &v.m.runs[len(v.m.runs)-1]
	last.n++
	source := d.info.ID.Source()
	if n := len(last.sources); n == 0 || last.sources[n-1] != source {
		last.sources = append(last.sources, source)
	}
}
