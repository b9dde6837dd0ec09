package action

import (
	"encoding/binary"
	"encoding/json"
	"errors"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// What the page keeps in a workspace, version 1: the byte 1, then parts, each of
// a name, a length and as many bytes. Numbers are varints, texts follow their
// length. A part that is missing is empty, one that is not known is passed over;
// so it is with the fields at the end of a row.
//
//	set      JSON: see pageSet
//	ledger   rows of entries: ID, path, record, bytes, format, encoding, title, words,
//	         warnings (their number, then each), reason left out, detail
//	files    rows of the files brought in: path, size, time of change
//
// A row begins with its length. A path, a format or an encoding like that of the
// row before is the number 0, any other its length and one more.
const pageVersion = 1

// errPageNewer is the error for what a later version has written.
var errPageNewer = errors.New("it was kept by a newer version of Clippings: reload the page")

// errPageDamaged is the error for what is no page.
var errPageDamaged = errors.New("what the page had kept in it is damaged")

// pageSet is what the person has set. The names of fields are those in the file.
type pageSet struct {
	Turn        uint64             `json:",omitempty"` // counts changes; see unkept
	Settings    *protocol.Settings // nil where the person has set none
	Decisions   []Decision
	Corrections map[string][]protocol.Correction
	Recipes     map[string]protocol.Recipe // by path; corrections stand above
	Saved       []KeptSearch
	History     []KeptSearch
	Queries     []string // the list of queries
	Exactly     bool     // of the list
}

// pageKept is all that the page keeps.
type pageKept struct {
	set     pageSet
	entries []protocol.Entry
	files   []protocol.Source // without handle and recipe, by path
}

// pageWriter writes pages. What has not changed since the last one is not written
// anew: a ledger may have a hundred thousand lines.
type pageWriter struct {
	entries []protocol.Entry
	ledger  []byte
	files   int // counts changes
	sources []byte
}

// rowsBetweenBreaths are written or read in one go: some milliseconds of the
// page's thread.
const rowsBetweenBreaths = 500

// snapshot is a pageKept as it is handed to whoever writes it.
type snapshot struct {
	pageKept
	version int // of files, which is nil if the writer has them
}

// write gives the page. It is to be called off the page's goroutine, and not
// twice at once.
func (w *pageWriter) write(s snapshot) []byte {
	if len(s.entries) == 0 {
		w.ledger = nil
	} else if len(s.entries) != len(w.entries) || &s.entries[0] != &w.entries[0] {
		w.ledger = appendRows(nil, len(s.entries), func(b []byte, i int) []byte { return appendEntry(b, s.entries, i) })
	}
	w.entries = s.entries
	if s.version != w.files {
		w.sources = appendRows(nil, len(s.files), func(b []byte, i int) []byte { return appendFile(b, s.files, i) })
		w.files = s.version
	}
	set, err := json.Marshal(s.set)
	if err != nil {
		set = nil // never: it holds numbers and texts alone
	}
	b := make([]byte, 0, len(set)+len(w.ledger)+len(w.sources)+64)
	b = append(b, pageVersion)
	b = appendPart(b, "set", set)
	b = appendPart(b, "ledger", w.ledger)
	return appendPart(b, "files", w.sources)
}

func appendPart(b []byte, name string, part []byte) []byte {
	b = appendText(b, name)
	return append(binary.AppendUvarint(b, uint64(len(part))), part...)
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendLike is appendText for a text that often is the one before.
func appendLike(b []byte, s, before string) []byte {
	if s == before {
		return append(b, 0)
	}
	return append(binary.AppendUvarint(b, uint64(len(s))+1), s...)
}

func appendRows(b []byte, n int, row func(b []byte, i int) []byte) []byte {
	var one []byte
	for i := range n {
		if i%rowsBetweenBreaths == rowsBetweenBreaths-1 {
			protocol.Breathe()
		}
		one = row(one[:0], i)
		b = append(binary.AppendUvarint(b, uint64(len(one))), one...)
	}
	return b
}

func appendEntry(b []byte, list []protocol.Entry, i int) []byte {
	e, before := &list[i], &protocol.Entry{}
	if i > 0 {
		before = &list[i-1]
	}
	b = binary.AppendUvarint(b, uint64(e.ID))
	b = appendText(appendLike(b, e.Path, before.Path), e.Record)
	b = binary.AppendUvarint(b, e.Bytes)
	b = appendLike(appendLike(b, e.Format, before.Format), e.Encoding, before.Encoding)
	b = binary.AppendUvarint(appendText(b, e.Title), uint64(e.Words))
	b = binary.AppendUvarint(b, uint64(len(e.Warnings)))
	for _, w := range e.Warnings {
		b = appendText(b, w)
	}
	return appendText(append(b, byte(e.Skip)), e.Detail)
}

func appendFile(b []byte, list []protocol.Source, i int) []byte {
	b = binary.AppendUvarint(appendText(b, list[i].Path), list[i].Size)
	return binary.AppendUvarint(b, uint64(list[i].Modified))
}

// snapshot is what is to be kept now.
func (d *Desk) snapshot() snapshot {
	k := &d.kept
	s := snapshot{version: k.changes}
	s.entries = d.bringing.ledger.Entries
	s.set = d.pageSet()
	if k.changes != d.workspace.page.files {
		s.files = k.files()
	}
	return s
}

// pageSet is what the person has set by now.
func (d *Desk) pageSet() pageSet {
	k, g := &d.kept, &d.grouping.state
	set := pageSet{Turn: d.workspace.turn}
	set.Decisions = g.Decisions
	if !IsUsual(g.Settings) || len(g.Settings.Preferred) > 0 {
		settings := g.Settings
		set.Settings = &settings
	}
	set.Saved, set.History = d.searches.state.Saved, d.searches.state.History
	set.Corrections = make(map[string][]protocol.Correction, len(k.corrections))
	for key, list := range k.corrections {
		set.Corrections[key] = list
	}
	set.Recipes = k.recipes()
	set.Exactly = d.counting.list.Exactly
	for i := range d.counting.list.Lines {
		set.Queries = append(set.Queries, d.counting.list.Lines[i].Text)
	}
	return set
}

// files are those brought in, by path.
func (k *kept) files() []protocol.Source {
	list := make([]protocol.Source, 0, len(k.sources))
	for _, s := range k.sources {
		list = append(list, protocol.Source{Path: s.Path, Size: s.Size, Modified: s.Modified})
	}
	ordering.By(list, func(a, b protocol.Source) int {
		switch {
		case a.Path < b.Path:
			return -1
		case a.Path > b.Path:
			return 1
		}
		return 0
	})
	return list
}

// recipes are those that say more than what is usual.
func (k *kept) recipes() map[string]protocol.Recipe {
	var list map[string]protocol.Recipe
	for path, s := range k.sources {
		r := s.Recipe
		r.Corrections = nil
		if r.Limits == k.limits {
			r.Limits = protocol.Limits{}
		}
		if r.Encoding == "" && r.Layout.Kind == "" && !r.Whole && r.Limits == (protocol.Limits{}) {
			continue
		}
		if list == nil {
			list = map[string]protocol.Recipe{}
		}
		list[path] = r
	}
	return list
}
