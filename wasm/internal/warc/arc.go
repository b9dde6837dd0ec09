package warc

import (
	"bytes"
	"strconv"
	"strings"
)

// An ARC record has one line for a head. Version 1:
//
//	http://example.org/ 192.0.2.1 20140216050221 text/html 1591
//
// and version 2 puts the status, a checksum, a redirect's target, an offset and
// the name of the archive between the type and the length. Addresses with
// blanks in them occur, so the fields are counted from the date.
type archiveLine struct {
	url, date, media string
	length           int64
}

// parseArchiveLine reads the head of an ARC record.
func parseArchiveLine(line []byte) (a archiveLine, ok bool) {
	line = bytes.TrimRight(line, " \t\r\n")
	scheme := bytes.Index(line, []byte(":"))
	if scheme < 2 || len(line) > maxLine || bytes.IndexByte(line[:scheme], ' ') >= 0 {
		return a, false
	}
	fields := strings.Split(string(line), " ")
	for i := 2; i+2 < len(fields); i++ {
		if !isArchiveDate(fields[i]) {
			continue
		}
		n, err := strconv.ParseInt(fields[len(fields)-1], 10, 64)
		if err != nil || n < 0 || n > maxLength {
			return a, false
		}
		url := strings.Join(fields[:i-1], " ")
		return archiveLine{strings.ToValidUTF8(url, "\uFFFD"), isoDate(fields[i]), fields[i+1], n}, true
	}
	return a, false
}

func isArchiveLine(line []byte) bool {
	_, ok := parseArchiveLine(line)
	return ok
}

// isArchiveDate reports whether s is a date as ARC writes it, YYYYMMDDhhmmss,
// or without seconds as early crawlers did.
func isArchiveDate(s string) bool {
	if len(s) != 14 && len(s) != 12 {
		return false
	}
	return strings.Trim(s, "0123456789") == ""
}

// isoDate brings an ARC date into the form that WARC has.
func isoDate(s string) string {
	s += "00"
	return s[:4] + "-" + s[4:6] + "-" + s[6:8] + "T" + s[8:10] + ":" + s[10:12] + ":" + s[12:14] + "Z"
}

// describe fills in what the line says.
func (a archiveLine) describe(rec *Record) {
	rec.Type, rec.URL, rec.Date = "resource", a.url, a.date
	if strings.HasPrefix(a.url, "filedesc:") {
		rec.Type = "filedesc"
	}
	if a.media != "no-type" {
		rec.setMedia(a.media)
	}
}
