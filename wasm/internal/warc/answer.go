package warc

import (
	"bytes"
	"fmt"
	"strconv"
)

// firstRead is how much of an answer is read to find the end of its head, and
// is all that is copied of a picture.
const firstRead = 4 << 10

// readBlock reads what a record is about, or passes it over and says why.
func (r *Reader) readBlock(rec *Record) {
	r.block = r.block[:0]
	if rec.Skipped = skipType(rec.Type); rec.Skipped == "" {
		rec.Skipped = skipAddress(rec.URL)
	}
	if rec.Skipped == "" {
		codings := r.readAnswer(rec)
		if rec.Skipped == "" {
			rec.Skipped = skipMedia(rec.MediaType)
		}
		if rec.Skipped == "" {
			r.readPayload(rec, codings)
		}
	}
	r.in.discard()
	if r.in.rest > 0 {
		rec.cut(fmt.Sprintf("the archive ends %d bytes before the record does", r.in.rest))
		r.in.rest = 0
	} else if r.family == familyWARC && !r.in.atLineEnd() && rec.Damage == "" {
		rec.Damage = "the record is not as long as it says"
	}
	if rec.Skipped != "" {
		rec.Payload = nil
	} else if len(rec.Payload) == 0 {
		rec.Skipped = "an empty page"
	}
}

// cut notes that a payload is not whole. The first reason is the one that
// counts.
func (rec *Record) cut(why string) {
	rec.Truncated = true
	if rec.Damage == "" {
		rec.Damage = why
	}
}

// codings is what was done to a payload on its way, as the answer declares it.
type codings struct {
	transfer, content string
}

// readAnswer reads the head of the answer at the beginning of a block. Blocks
// without one are the payload from the first byte on, with the type that the
// record has.
func (r *Reader) readAnswer(rec *Record) (c codings) {
	if rec.Type == "conversion" {
		return c
	}
	start := r.in.take(r.block, firstRead)
	r.block = start
	if !bytes.HasPrefix(start, []byte("HTTP/")) {
		if rec.MediaType == "application/http" {
			rec.MediaType, rec.Charset = "", ""
		}
		return c
	}
	rec.Type = "response" // which an ARC does not say
	n := end(start)
	if n < 0 {
		start = r.in.take(start, maxHead-firstRead)
		r.block = start
		if n = end(start); n < 0 && len(start) >= maxHead {
			rec.Skipped = "the head of the answer is longer than 64 kB"
			return c
		} else if n < 0 {
			n = len(start)
		}
	}
	h := head(start[:n])
	rec.Status = status(h)
	rec.Skipped = skipStatus(rec.Status)
	if rec.setMedia(h.get("Content-Type")); rec.MediaType == "" {
		rec.MediaType = rec.identified
	}
	c = codings{h.get("Transfer-Encoding"), h.get("Content-Encoding")}
	r.block = append(r.block[:0], start[n:]...)
	return c
}

// status is the number in "HTTP/1.1 200 OK", or 0.
func status(h head) int {
	fields := bytes.Fields(h.next())
	if len(fields) < 2 {
		return 0
	}
	n, err := strconv.Atoi(string(fields[1]))
	if err != nil || n < 0 || n > 999 {
		return 0
	}
	return n
}

// readPayload reads the rest of the block, as far as the limit goes, and undoes
// what was done to it.
func (r *Reader) readPayload(rec *Record, c codings) {
	limit := r.limits.MaxPayload
	r.block = r.in.take(r.block, limit-int64(len(r.block)))
	if r.in.rest > 0 && r.in.err == nil {
		rec.cut(fmt.Sprintf("only the first %d bytes were kept, which is the limit", limit))
	}
	payload := r.block
	if isChunked(c.transfer) {
		payload = dechunk(payload)
	}
	payload, why := r.unpack.all(payload, c.content, limit)
	switch {
	case why != "" && len(payload) == 0:
		rec.Skipped = why
	case why != "":
		rec.cut(why)
	}
	rec.Payload = payload
}
