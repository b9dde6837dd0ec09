// Package warc reads web archives one record at a time: WARC 0.17 to 1.1 as
// crawlers and browsers write it, the text extracts of Common Crawl (WET), and
// the older ARC in both versions.
//
//	bytes, already inflated -> Reader.Next -> head of the record
//	                                          -> a page: head of the answer, chunks, gzip -> Payload
//	                                          -> anything else: passed over, Skipped says why
//
// A record is a head of named lines, an empty line, as many bytes as the head
// says, and two line ends. Only the bytes of pages and documents are held;
// pictures, scripts, requests, redirects and errors are passed over as fast as
// they can be read. Memory is bounded by one payload, whatever the archive
// holds or claims. Where records do not follow each other the reader looks for
// the next line that begins one, so damage costs what it hit and no more.
//
// Archives are compressed record by record or whole; the caller inflates them.
//
// Sources: ISO 28500 as drafted in https://iipc.github.io/warc-specifications/,
// the ARC format in https://archive.org/web/researcher/ArcFileFormat.php,
// RFC 9112 for answers and chunks.
package warc

import (
	"bytes"
	"fmt"
	"strings"
)

// Limits bounds what one record may cost. The zero value means the defaults.
type Limits struct {
	// MaxPayload is the most bytes of a payload that are kept, before and after
	// it is unpacked: 16 MB by default, 400 times the median page.
	MaxPayload int64

	// Yield is called about every 64 kB; an error ends the reading and comes
	// back from Next unchanged. nil means never.
	Yield func() error
}

func (l Limits) withDefaults() Limits {
	if l.MaxPayload <= 0 {
		l.MaxPayload = 16 << 20
	}
	if l.Yield == nil {
		l.Yield = func() error { return nil }
	}
	return l
}

// Record is one record of an archive.
type Record struct {
	Type      string // as the archive names it: "response", "resource", "conversion", "warcinfo", …; "filedesc" for the first of an ARC
	ID        string // WARC-Record-ID without brackets, "" in an ARC
	URL       string // what was fetched
	Date      string // when it was fetched, not published: 2014-02-16T05:02:20Z, or as it stood
	MediaType string // of the payload, lower case, without parameters; "" when nobody says
	Charset   string // declared for the payload, lower case, or ""
	Lang      string // WARC-Identified-Content-Language as it stood: "eng" or "eng,spa"
	Status    int    // of the answer, 0 where there was none
	Offset    int64  // of the record in the inflated archive
	Bytes     int64  // length of the record with its head

	// Payload is the page or document with chunks joined and compression
	// undone. It belongs to the reader and is valid until Next is called.
	Payload   []byte
	Truncated bool   // Payload is not whole; Damage says why
	Skipped   string // why there is no payload, for the ledger; "" when there is
	Damage    string // what is wrong with a record that could be read in part

	identified string // WARC-Identified-Payload-Type, for answers without a type
}

// DamagedError is a stretch of an archive that holds no record. Next can be
// called again after it.
type DamagedError struct {
	Offset int64 // where the stretch begins in the inflated archive
	Reason string
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("warc: byte %d: %s", e.Offset, e.Reason)
}

// Is reports whether head, the first bytes of an inflated file (4 kB are
// plenty), begins a web archive.
func Is(head []byte) bool {
	head = bytes.TrimLeft(head, "\r\n")
	line, _, _ := bytes.Cut(head, []byte("\n"))
	if isVersion(line) {
		return true
	}
	return bytes.HasPrefix(line, []byte("filedesc://")) && isArchiveLine(line)
}

// isVersion reports whether a line begins a WARC record: "WARC/1.0" and nothing
// else, since pages may well talk of "WARC/1.0".
func isVersion(line []byte) bool {
	line = bytes.TrimRight(line, " \t\r\n")
	rest, ok := bytes.CutPrefix(line, []byte("WARC/"))
	if !ok || len(rest) < 3 || len(rest) > 8 {
		return false
	}
	return isDigit(rest[0]) && isDigit(rest[len(rest)-1]) && strings.Trim(string(rest), "0123456789.") == ""
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
