//go:build !js || unpack

package format

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"clippings/wasm/internal/warc"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// warc reads the pages and documents of a web archive. Records that only
// describe the capture are told in one line at the end.
func (w *walk) warc(c opened) error {
	r := warc.NewReader(w.reader(c.body), warc.Limits{MaxPayload: w.limits.MaxFile, Yield: w.pause})
	var about tally
	for {
		rec, err := r.Next()
		var damaged *warc.DamagedError
		switch {
		case err == io.EOF:
			return w.skipAbout(c.Entry, about)
		case errors.As(err, &damaged):
			err = w.failContainer(c.Entry, skipError{protocol.SkipDamaged, damaged.Error()})
		case err == nil && describes(rec):
			about.add(rec.Type)
		case err == nil:
			err = w.capture(c, rec)
		}
		if err != nil {
			return err
		}
	}
}

// describes reports records that hold nothing that was captured.
func describes(r *warc.Record) bool {
	switch r.Type {
	case "warcinfo", "request", "metadata", "filedesc":
		return true
	}
	return false
}

// capture reads what was fetched from one address.
func (w *walk) capture(c opened, r *warc.Record) error {
	key := r.URL
	if key == "" {
		key = fmt.Sprintf("byte %d", r.Offset)
	}
	if r.Skipped != "" {
		return w.leaveOut(c, key, skipError{protocol.SkipNoArticle, r.Skipped})
	}
	b := bytesBody(nameOf(r.URL, r.MediaType), r.Payload)
	b.declared = r.Charset
	if r.URL != "" {
		b.known = append(b.known, protocol.Fact{Field: "url", Value: r.URL, Rule: "WARC-Target-URI", Trust: protocol.TrustCertain})
	}
	if r.Damage != "" {
		b.warnings = append(b.warnings, r.Damage)
	}
	return w.entry(c, key, b)
}

// leaveOut accounts for a record that is not even opened.
func (w *walk) leaveOut(c opened, key string, why skipError) error {
	if w.left--; w.left < 0 {
		return errRecords
	}
	e := Entry{Source: c.Source, Record: w.key(c.Record, key)}
	if !w.mine() {
		return nil
	}
	return w.skip(e, why.reason, why.detail)
}

// nameOf is a file name for what came from an address: the type that the server
// gave decides about pages, for "/story.php" is one.
func nameOf(url, mediaType string) string {
	switch mediaType {
	case "text/html", "application/xhtml+xml":
		return "page.html"
	case "text/plain":
		return "page.txt"
	}
	path, _, _ := strings.Cut(url, "?")
	path, _, _ = strings.Cut(path, "#")
	return path[strings.LastIndexByte(path, '/')+1:]
}

// A tally counts by kind.
type tally []count

type count struct {
	kind string
	n    int
}

func (t *tally) add(kind string) {
	for i := range *t {
		if (*t)[i].kind == kind {
			(*t)[i].n++
			return
		}
	}
	*t = append(*t, count{kind, 1})
}

func (w *walk) skipAbout(e Entry, about tally) error {
	if len(about) == 0 || !w.speaks() {
		return nil
	}
	ordering.By(about, func(a, b count) int { return strings.Compare(a.kind, b.kind) })
	var parts []string
	for _, a := range about {
		parts = append(parts, fmt.Sprintf("%d %s", a.n, a.kind))
	}
	return w.skip(e, protocol.SkipNoArticle, "records about the capture: "+strings.Join(parts, ", "))
}
