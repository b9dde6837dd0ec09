package coord

import (
	"cmp"
	"context"
	"strings"
	"sync/atomic"

	"clippings/wasm/protocol"
)

// Export says what is handed out and in which form.
type Export struct {
	Form         protocol.Form
	Query        protocol.Query // which documents; of a report, groups of which a document is found. All where it asks for nothing
	OnePerCopies bool           // of a group of copies only the representative, or the first that is found
	Furniture    bool           // texts with what is not the article
}

// ExportSize tells how much an export will be.
type ExportSize struct {
	Documents uint32
	Bytes     uint64 // estimated
	Lost      int    // shards whose documents are missing
}

// Out is where an export goes.
type Out struct {
	// Write is given one part after the other; it must not keep them.
	Write func([]byte) error
	// Progress is told now and then how many documents, or groups, are done of how
	// many. It may be nil.
	Progress func(done, of uint32)
}

// exportPart is how many bytes are asked of a shard at a time: the page takes them
// over in a few milliseconds.
const exportPart = 256 << 10

// Export hands out documents, or the report of copies, in an order that does not
// depend on the shards: by name, and groups with most copies first. It holds two
// parts of each shard at the most.
func (c *Corpus) Export(ctx context.Context, x Export, out Out) error {
	if out.Progress == nil {
		out.Progress = func(uint32, uint32) {}
	}
	if x.Form.IsReport() {
		return c.exportReport(ctx, x, out)
	}
	e, err := c.newExport(ctx, x)
	if err != nil {
		return err
	}
	return e.run(ctx, out)
}

// ExportSize counts what Export would hand out. Reports are counted in documents
// that are compared.
func (c *Corpus) ExportSize(ctx context.Context, x Export) (ExportSize, error) {
	if x.Form.IsReport() {
		counts, err := c.storyPage(ctx, protocol.StoryPage{}, x.Query)
		copies := counts.Documents - counts.Texts + counts.Groups
		return ExportSize{Documents: copies, Bytes: uint64(copies) * reportBytes[x.Form-protocol.FormGroups]}, err
	}
	e, err := c.newExport(ctx, x)
	if err != nil {
		return ExportSize{}, err
	}
	return e.size, nil
}

// reportBytes is about what a copy takes in each report.
var reportBytes = [...]uint64{160, 250, 2600}

// exportRun is an export of documents.
type exportRun struct {
	corpus *Corpus
	ask    protocol.Export
	size   ExportSize
	led    map[uint32]bool // groups whose representative is handed out
}

// newExport counts what is handed out.
func (c *Corpus) newExport(ctx context.Context, x Export) (*exportRun, error) {
	e := &exportRun{corpus: c, led: map[uint32]bool{}}
	e.ask = protocol.Export{Form: x.Form, Query: x.Query, OnePerCopies: x.OnePerCopies, Furniture: x.Furniture, Columns: 1}
	if !asksNothing(x.Query) {
		p, err := c.planOf(ctx, x.Query)
		if err != nil {
			return nil, err
		}
		e.ask.Query, e.ask.Plan = p.query, p.stats
	}
	counts, err := gather(ctx, c, e.ask)
	if err != nil {
		return nil, err
	}
	e.size.Lost = len(c.shards) - len(counts)
	return e, e.add(counts)
}

func asksNothing(q protocol.Query) bool { return q.Text == "" && q.Within == "" }

// add sums up what the shards counted.
func (e *exportRun) add(counts []protocol.Exported) error {
	groups := map[uint32]bool{}
	var bytes uint64
	for _, n := range counts {
		bytes += n.Bytes
		e.size.Documents += n.Lone
		e.ask.Columns = max(e.ask.Columns, protocol.CellsOf(n.Longest))
		err := cmp.Or(
			protocol.EachNumber(n.Groups, func(group uint32) { groups[group] = true }),
			protocol.EachNumber(n.Led, func(group uint32) { e.led[group] = true }),
		)
		if err != nil {
			return err
		}
	}
	if e.ask.Form != protocol.FormCSV {
		e.ask.Columns = 1
	}
	e.size.Documents += uint32(len(groups))
	w := exportWeights[e.ask.Form]
	e.size.Bytes = uint64(e.size.Documents)*w.document + bytes*w.text/16
	return nil
}

// exportWeights is about what a document takes in each form: so many bytes and so
// many sixteenths of its text.
var exportWeights = [...]struct{ document, text uint64 }{
	protocol.FormJSONL: {2000, 31}, protocol.FormCSV: {230, 16}, protocol.FormText: {200, 8}, protocol.FormMarkdown: {300, 8},
}

// run merges what the shards hand out.
func (e *exportRun) run(ctx context.Context, out Out) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	e.ask.Number, e.ask.MaxBytes = exports.Add(1), exportPart
	var streams []*exportStream
	for _, shard := range e.corpus.live() {
		s := &exportStream{parts: make(chan exportAnswer)}
		streams = append(streams, s)
		go s.run(ctx, e.corpus, shard, e.ask)
	}
	buffer := &exportBuffer{write: out.Write}
	put := func(entry protocol.ExportEntry) error { return buffer.add(entry.Bytes) }
	var zip *zipWriter
	if e.ask.Form.IsZip() {
		zip = newZip(buffer.add)
		put = func(entry protocol.ExportEntry) error {
			return zip.add(zipFile{entry.File, entry.CRC, entry.Size, entry.Bytes})
		}
	}
	done := uint32(0)
	for {
		s, err := firstOfStreams(streams)
		if err != nil {
			return err
		}
		if done == 0 && len(streams) > 0 {
			if err := buffer.add(streams[0].head); err != nil {
				return err
			}
		}
		if s == nil {
			break
		}
		entry := s.entries[0]
		s.entries = s.entries[1:]
		if !e.takes(entry.Group) {
			continue
		}
		if err := put(entry); err != nil {
			return err
		}
		if done++; done%64 == 0 {
			out.Progress(done, e.size.Documents)
		}
	}
	if zip != nil {
		if err := zip.close(); err != nil {
			return err
		}
	}
	out.Progress(done, e.size.Documents)
	return buffer.flush()
}

// takes reports whether a document of a group is handed out that may have a better
// one elsewhere; the first that is, is.
func (e *exportRun) takes(group uint32) bool {
	if group == 0 {
		return true
	}
	isTaken := e.led[group]
	e.led[group] = true
	return !isTaken
}

// exports counts those begun, so that no shard takes one for another.
var exports atomic.Uint32

// exportStream is what one shard hands out: while a part is written, the next one is
// being made.
type exportStream struct {
	parts   chan exportAnswer
	head    []byte
	entries []protocol.ExportEntry
	done    bool
}

type exportAnswer struct {
	protocol.Exported
	err error
}

// run asks for part after part.
func (s *exportStream) run(ctx context.Context, c *Corpus, shard int, q protocol.Export) {
	for {
		part, err := ask(ctx, c, shard, q)
		select {
		case s.parts <- exportAnswer{part, err}:
		case <-ctx.Done():
			close(s.parts)
			return
		}
		if err != nil || part.Done {
			return
		}
		if n := len(part.Entries); n > 0 {
			q.After = part.Entries[n-1].ExportPlace
		}
	}
}

// fill waits for a part where the last one is used up.
func (s *exportStream) fill() error {
	for len(s.entries) == 0 && !s.done {
		part, ok := <-s.parts
		if !ok {
			return context.Canceled
		}
		if part.err != nil {
			return part.err
		}
		if len(part.Head) > 0 {
			s.head = part.Head
		}
		s.entries, s.done = part.Entries, part.Done
	}
	return nil
}

// firstOfStreams is the stream whose next document comes first by name; nil when all
// have ended.
func firstOfStreams(streams []*exportStream) (*exportStream, error) {
	var first *exportStream
	for _, s := range streams {
		if err := s.fill(); err != nil {
			return nil, err
		}
		if len(s.entries) > 0 && (first == nil || s.before(first)) {
			first = s
		}
	}
	return first, nil
}

func (s *exportStream) before(o *exportStream) bool {
	a, b := &s.entries[0], &o.entries[0]
	return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) < 0
}

// exportBuffer gathers small parts, so that few are written.
type exportBuffer struct {
	write func([]byte) error
	b     []byte
}

func (o *exportBuffer) add(b []byte) error {
	o.b = append(o.b, b...)
	if len(o.b) < exportPart {
		return nil
	}
	return o.flush()
}

func (o *exportBuffer) flush() error {
	b := o.b
	o.b = o.b[:0]
	if len(b) == 0 {
		return nil
	}
	protocol.Breathe()
	return o.write(b)
}
