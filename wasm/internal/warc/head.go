package warc

import (
	"bytes"
	"strconv"
	"strings"
)

// A head is the named lines of a record or of an answer, as they stood.
type head []byte

// get is the value of the first line of a name, with folded lines joined, or
// "". A head has a dozen lines, so looking through them each time costs less
// than keeping them.
func (h head) get(name string) string {
	for len(h) > 0 {
		line := h.next()
		if len(line) <= len(name) || line[len(name)] != ':' || !strings.EqualFold(string(line[:len(name)]), name) {
			continue
		}
		value := strings.TrimSpace(string(line[len(name)+1:]))
		for len(h) > 0 && (h[0] == ' ' || h[0] == '\t') {
			value += " " + string(bytes.TrimSpace(h.next()))
		}
		return strings.ToValidUTF8(value, "\uFFFD")
	}
	return ""
}

// next takes one line off.
func (h *head) next() []byte {
	line, rest, _ := bytes.Cut(*h, []byte("\n"))
	*h = rest
	return line
}

// end is the length of a head in data with the empty line that closes it, or -1
// if it goes on.
func end(data []byte) int {
	for i := 0; i < len(data); {
		n := bytes.IndexByte(data[i:], '\n')
		if n < 0 {
			break
		}
		if n == 0 || n == 1 && data[i] == '\r' {
			return i + n + 1
		}
		i += n + 1
	}
	return -1
}

// describe fills in what the head of a WARC record says. The length is -1 when
// it says none that can be.
func (rec *Record) describe(h head) (length int64) {
	rec.Type = strings.ToLower(h.get("WARC-Type"))
	rec.ID = bracketed(h.get("WARC-Record-ID"))
	rec.URL = bracketed(h.get("WARC-Target-URI"))
	rec.Date = h.get("WARC-Date")
	rec.Lang = h.get("WARC-Identified-Content-Language")
	rec.setMedia(h.get("Content-Type"))
	rec.identified = strings.ToLower(h.get("WARC-Identified-Payload-Type"))
	if why := h.get("WARC-Truncated"); why != "" {
		rec.cut("the crawler kept only a part of it (" + short(why) + ")")
	}
	if h.get("WARC-Segment-Number") == "1" {
		rec.cut("only the first part of a record that is split over archives")
	}
	length, err := strconv.ParseInt(h.get("Content-Length"), 10, 64)
	if err != nil || length < 0 || length > maxLength {
		return -1
	}
	return length
}

// maxLength bounds what a record may claim, so that sums of offsets cannot
// overflow: a petabyte.
const maxLength = 1 << 50

// setMedia takes a Content-Type apart.
func (rec *Record) setMedia(contentType string) {
	media, parameters, _ := strings.Cut(contentType, ";")
	rec.MediaType = strings.ToLower(strings.TrimSpace(media))
	rec.Charset = ""
	for p := range strings.SplitSeq(parameters, ";") {
		name, value, _ := strings.Cut(p, "=")
		if strings.EqualFold(strings.TrimSpace(name), "charset") {
			rec.Charset = strings.ToLower(strings.Trim(value, " \t\"'"))
			return
		}
	}
}

// bracketed takes the angle brackets off that WARC 1.0 wrote around addresses.
func bracketed(s string) string {
	return strings.TrimSuffix(strings.TrimPrefix(s, "<"), ">")
}
