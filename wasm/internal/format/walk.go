package format

import (
	"fmt"

	"clippings/wasm/protocol"
)

// A walk is one call of Read: down through the containers of one dropped file.
type walk struct {
	limits   protocol.Limits
	recipe   *protocol.Recipe
	yield    func() error
	emit     func(Entry) error
	take     func(piece) error // what is done with each text that is found
	top      *watchedFile      // the dropped file
	unpacker *Unpacker
	handle   protocol.File // of the dropped file
	far      func(int64)
	share

	names  map[string]int // members of one path, to keep keys apart
	budget int64          // bytes that may still be unpacked
	spent  int64          // bytes unpacked
	left   int64          // records that may still be met
	at     string         // the record being read, for the line of a limit
	told   int            // lines and warnings about damage so far
}

// file reads the dropped file itself.
func (w *walk) file(name string) error {
	e := Entry{Source: name, Bytes: w.top.Size()}
	switch {
	case isSystemName(name):
		return w.end(e, w.skipLeaf(e, protocol.SkipSystem))
	case isCompanionName(name):
		return w.end(e, w.skipLeaf(e, protocol.SkipCompanion))
	case e.Bytes <= 0:
		return w.end(e, w.skipLeaf(e, protocol.SkipEmpty))
	}
	return w.end(e, w.open(e, fileBody(name, w.top), 0))
}

// skipLeaf skips a file that is a record of its own.
func (w *walk) skipLeaf(e Entry, why protocol.SkipReason) error {
	if !w.mine() {
		return nil
	}
	return w.skip(e, why, "")
}

func (w *walk) skip(e Entry, reason protocol.SkipReason, detail string) error {
	if e.Skip, e.Detail = reason, detail; reason == protocol.SkipDamaged {
		w.told++
	}
	return w.tell(e)
}

// tell writes a line of the ledger.
func (w *walk) tell(e Entry) error {
	if err := w.emit(e); err != nil {
		return stopError{err}
	}
	return nil
}

// open reads a file or a member: a container record by record, anything else as
// one record. depth counts the containers around it. Whatever is the matter with
// it becomes a line of the ledger; an error ends the walk.
func (w *walk) open(e Entry, b *body, depth int64) error {
	if depth > w.limits.MaxDepth { // messages and documents hold others too, and are no containers
		return w.tooDeep(e, depth)
	}
	head, err := b.head()
	if err != nil {
		return w.failContainer(e, err)
	}
	g := guess{format: b.format}
	if g.format == "" {
		g = sniff(b, head)
	}
	e.Format = g.format
	if g.skip == protocol.SkipNone && w.unpacker != nil && isOther(g.format) {
		return w.fail(e, w.elsewhere(g.format, opened{e, b, depth + 1}))
	}
	if read := containerReader(g.format); read != nil && g.skip == protocol.SkipNone {
		if depth >= w.limits.MaxDepth {
			return w.tooDeep(e, depth+1)
		}
		told := w.told
		err := w.failContainer(e, read(w, opened{e, b, depth + 1}))
		return w.tellCut(e, b, told, err)
	}
	if !w.mine() {
		return nil
	}
	return w.inside(func() error {
		told := w.told
		err := w.fail(e, w.leaf(g, opened{e, b, depth + 1}))
		return w.tellCut(e, b, told, err)
	})
}

// speaks reports whether this walk tells what is true of a container as a whole,
// which all parts see.
func (w *walk) speaks() bool { return w.within > 0 || w.part == 0 }

// tellCut says that a body was cut off if err is nil and nobody has said so since
// told.
func (w *walk) tellCut(e Entry, b *body, told int, err error) error {
	if err != nil || !b.isCut || w.told > told || !w.speaks() {
		return err
	}
	return w.skip(e, protocol.SkipDamaged, b.cutOff())
}

func (w *walk) tooDeep(e Entry, depth int64) error {
	return w.skip(e, protocol.SkipTooDeep, fmt.Sprintf("%d containers inside each other, at most %d", depth, w.limits.MaxDepth))
}

// leaf reads what is no container.
func (w *walk) leaf(g guess, c opened) error {
	if g.skip != protocol.SkipNone {
		return skipError{g.skip, g.detail}
	}
	if err := w.pause(); err != nil {
		return err
	}
	return leafReader(g.format)(w, c)
}

// An opened container is its line of the ledger, its bytes, and how many
// containers lie around its members.
type opened struct {
	Entry
	*body
	depth int64
}

// member accounts for one member of a container and reads it if it is this
// walk's. get opens it, and is called only then.
func (w *walk) member(c opened, name string, get func() (*body, error)) error {
	if w.left--; w.left < 0 {
		return errRecords
	}
	if err := w.pause(); err != nil {
		return err
	}
	e := Entry{Source: c.Source, Record: w.key(c.Record, name)}
	w.at = e.Record
	if namesContainer(name) && isSafeName(name) && !isSystemName(name) {
		return w.openMember(e, c, get)
	}
	if !w.mine() {
		return nil
	}
	switch {
	case !isSafeName(name):
		return w.skip(e, protocol.SkipUnsafeName, name)
	case isSystemName(name):
		return w.skip(e, protocol.SkipSystem, "")
	case isCompanionName(name):
		return w.skip(e, protocol.SkipCompanion, "")
	}
	return w.inside(func() error { return w.openMember(e, c, get) })
}

func (w *walk) openMember(e Entry, c opened, get func() (*body, error)) error {
	b, err := get()
	if err != nil {
		return w.failContainer(e, err)
	}
	e.Bytes = max(0, b.size())
	return w.open(e, b, c.depth)
}

// entry reads one record of a container of records, which has no path but a
// key: a web address, a number.
func (w *walk) entry(c opened, key string, b *body) error {
	if w.left--; w.left < 0 {
		return errRecords
	}
	e := Entry{Source: c.Source, Record: w.key(c.Record, key), Bytes: max(0, b.size())}
	w.at = e.Record
	if !w.mine() {
		return nil
	}
	return w.inside(func() error { return w.open(e, b, c.depth) })
}

// key is the path of a member inside the dropped file, made different from all
// before it: archives may hold two members of one name.
func (w *walk) key(outer, name string) string {
	name = joinKey(outer, name)
	w.names[name]++
	if n := w.names[name]; n > 1 {
		return fmt.Sprintf("%s~%d", name, n)
	}
	return name
}

func joinKey(outer, name string) string {
	if outer == "" {
		return name
	}
	return outer + "/" + name
}
