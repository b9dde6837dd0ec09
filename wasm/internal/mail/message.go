package mail

import (
	"bytes"
	"fmt"
	"strings"

	"clippings/wasm/internal/record"
	"clippings/wasm/protocol"
)

// ReadMessage reads one message, with or without the "From " line of a mailbox
// above it, and emits one record; ErrNoText tells that there was none to emit.
// The attachments are handed on first. The record keeps nothing of data unless
// Decode does.
func ReadMessage(data []byte, o Options, emit func(record.Record) error) error {
	w := walk{Options: o.withDefaults()}
	size := int64(len(data))
	postmark, data := cutEnvelope(data)
	p := newPart(data, "text/plain")
	text, err := w.read(p, 0)
	if err != nil {
		return err
	}
	rec := record.Record{Format: "eml", Bytes: size, Warnings: w.warnings}
	rec.Text, rec.HTML = join(text)
	if strings.TrimSpace(rec.Text) == "" {
		return w.noText()
	}
	w.describe(&rec, p.header, postmark)
	return emit(rec)
}

// noText is ErrNoText with what was found wrong, if anything was.
func (w *walk) noText() error {
	if len(w.warnings) == 0 {
		return ErrNoText
	}
	return fmt.Errorf("%w: %s", ErrNoText, strings.Join(w.warnings, " "))
}

// describe adds what the head of a message says.
func (w *walk) describe(rec *record.Record, h header, postmark string) {
	rec.Add("title", h.text("Subject", w.Decode), "mail Subject")
	for _, name := range senders(h.raw("From"), w.Decode) {
		rec.Add("byline", name, "mail From")
	}
	if d := dateOf(h, postmark); d.Value != "" {
		rec.Facts = append(rec.Facts, d)
	}
	rec.Add("outlet", phrase(h.raw("List-Id"), w.Decode), "mail List-Id")
	group, _, _ := strings.Cut(h.ascii("Newsgroups"), ",")
	rec.Add("section", clean(group), "mail Newsgroups")
	rec.Add("url", webAddress(h.ascii("Content-Base")), "mail Content-Base") // feeds that Thunderbird keeps
	rec.Add("url", webAddress(h.ascii("Archived-At")), "mail Archived-At")
	if lang := languageCode(h.ascii("Content-Language")); lang != "" {
		rec.Facts = append(rec.Facts, protocol.Fact{Field: "lang", Value: lang, Rule: "mail Content-Language", Trust: protocol.TrustLikely})
	}
}

// languageCode is the ISO 639-1 part of the first of "de-CH, en", or "" when
// there is none.
func languageCode(list string) string {
	tag, _, _ := strings.Cut(list, ",")
	code, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	if len(code) != 2 || code[0] < 'a' || code[0] > 'z' || code[1] < 'a' || code[1] > 'z' {
		return ""
	}
	return code
}

// dateOf is when a message was written, or where it does not say, when it came
// in, which is likely the same day.
func dateOf(h header, postmark string) protocol.Fact {
	date := func(value, rule string, t protocol.Trust) protocol.Fact {
		return protocol.Fact{Field: "date", Value: value, Rule: rule, Trust: t}
	}
	if d := parseDate(h.ascii("Date")); d != "" {
		return date(d, "mail Date", protocol.TrustCertain)
	}
	received := h.ascii("Received")
	if d := parseDate(received[strings.LastIndexByte(received, ';')+1:]); d != "" {
		return date(d, "mail Received", protocol.TrustLikely)
	}
	if d := parseDate(h.ascii("Delivery-Date")); d != "" {
		return date(d, "mail Delivery-Date", protocol.TrustLikely)
	}
	if d := parseDate(postmark); d != "" {
		return date(d, "mbox From line", protocol.TrustLikely)
	}
	return date(clean(h.ascii("Date")), "mail Date", protocol.TrustGuess)
}

// webAddress is s without brackets if it is the address of a page.
func webAddress(s string) string {
	s = strings.Trim(s, "<> ")
	if lower := strings.ToLower(s[:min(len(s), 8)]); strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") {
		return clean(s)
	}
	return ""
}

// cutEnvelope takes off what may stand above a message: a byte order mark,
// empty lines, the count of an EMLX file with the property list that follows its
// message, the "From " line of a mailbox, whose date it returns.
func cutEnvelope(data []byte) (postmark string, message []byte) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	data = bytes.TrimLeft(data, "\r\n")
	line := firstLine(data)
	if n, ok := emlxCount(line); ok {
		data = data[len(line):]
		return "", data[:min(n, len(data))]
	}
	if bytes.HasPrefix(line, []byte("From ")) || bytes.HasPrefix(line, []byte(">From ")) {
		data = data[len(line):]
		if _, date, ok := bytes.Cut(line[5:], []byte(" ")); ok {
			postmark = strings.ToValidUTF8(strings.TrimSpace(string(date[:min(len(date), 200)])), "")
		}
	}
	return postmark, data
}

// emlxCount reads the first line of an EMLX file, the length of the message in
// digits and blanks.
func emlxCount(line []byte) (n int, ok bool) {
	digits := bytes.TrimRight(line, " \r\n")
	if len(digits) == 0 || len(digits) > 10 || len(digits) == len(line) {
		return 0, false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
