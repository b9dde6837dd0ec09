// Package format turns the bytes of a file into documents. It tells what a file
// is by its content first and its name second, takes containers apart within
// limits, and hands every article to package extract.
//
//	File -> walk.open: sniff (sniff.go, kind.go)
//	     -> a container: zip.go (salvage.go where its list is lost), tar.go, gzip.go,
//	        pack.go (bzip2, xz, zstd), warc.go, mail.go (mbox), table.go (csv, jsonl,
//	        json); each record again from walk.open or straight as a record.Record
//	     -> a file that is held whole: feed.go (and newswire), office.go (and pdf),
//	        mail.go; what is put into or attached to it follows as members
//	     -> text (text.go): decoded by package charset, as plain text, Markdown
//	        (markdown.go) or HTML (html.go, htmltag.go, htmlline.go, meta.go,
//	        jsonld.go)
//	     -> article.go: taken apart if it holds several -> extract.Extract -> Entry
//
// What ends before it should is read as far as it goes, and a line or a warning
// says so. Where a file is shared among walks (share.go), each line is told once.
//
// Whatever is dropped becomes an Entry: a document, or a reason why not. No
// input is an error, none panics, and none makes the reader allocate more than
// Limits allow.
package format

import (
	"io"

	"clippings/wasm/protocol"
)

// File is a source to read: random access, so that a file of 500 MB is never
// held whole. ReadAt must be safe to call from one goroutine at a time.
type File interface {
	io.ReaderAt
	Size() int64
}

// Reader reads sources. The zero value is ready but for Yield.
type Reader struct {
	Recipe protocol.Recipe // how to read, where the person has said
	Yield  func() error    // called every few milliseconds of work; its error ends Read

	// Part and Parts share the records of a large file among several readers:
	// each walks all of it and reads the records that are its part's. The names
	// of the documents do not depend on it. Parts of 0 is 1.
	Part, Parts uint32

	// Unpacker reads formats that are not part of this program, in another worker.
	// It is nil where all are.
	Unpacker *Unpacker
	// Handle is what the file was opened from; Unpacker opens it again.
	Handle protocol.File
	// Far is told how far Unpacker has read the file, in bytes. It may be nil.
	Far func(bytes int64)
}

// Entry is one line of the ledger: a document, or what was left out and why.
type Entry struct {
	Document *protocol.Document // nil when skipped
	Source   string             // path of the file as given
	Record   string             // path inside the archive, "" for the file itself
	Bytes    int64              // of the file or member; unpacked, as far as it was
	Format   string             // "text", "markdown", "html", "zip", or what it seems to be
	Encoding string             // as Document.Encoding; "" when skipped
	Skip     protocol.SkipReason
	Detail   string // what in particular and where, for a person; may be ""
}

// Read calls emit for each document or skipped record of f, in the order they
// stand. It returns an error only if Yield or emit did, and that one.
func (r *Reader) Read(name string, f File, emit func(Entry) error) error {
	w := r.walk(f, emit)
	w.take = w.read
	return w.file(name)
}

func (r *Reader) walk(f File, emit func(Entry) error) *walk {
	w := &walk{
		limits: orDefault(r.Recipe.Limits), recipe: &r.Recipe, yield: r.Yield, emit: emit, unpacker: r.Unpacker, handle: r.Handle, far: r.Far,
		top: &watchedFile{File: f}, share: share{part: r.Part, parts: max(r.Parts, 1)}, names: map[string]int{},
	}
	if w.yield == nil {
		w.yield = func() error { return nil }
	}
	w.budget = min(w.limits.MaxExpanded, ratioSlack+f.Size()*w.limits.MaxRatio)
	w.left = w.limits.MaxRecords
	return w
}
