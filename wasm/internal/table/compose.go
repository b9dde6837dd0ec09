package table

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"clippings/wasm/internal/record"
	"clippings/wasm/protocol"
)

// compose makes a record of a row. A row without a text is none: reason says so.
// The summary stands in for a text that is missing, as search interfaces often
// send one without the other.
func (r *row) compose() (rec record.Record, reason string) {
	text, html := r.text(Body)
	standIn := text == ""
	if standIn {
		text, html = r.text(Subtitle)
	}
	if text == "" {
		return rec, r.emptyReason()
	}
	if rec.Text, rec.HTML = text, html; !html {
		rec.Text = decodeEntities(text)
	}
	if standIn {
		rec.Warnings = append(rec.Warnings, "no text: the summary stands in for it")
	}
	rec.Facts = make([]protocol.Fact, 0, len(r.columns))
	for i, c := range r.columns {
		if c.Field == Body || c.Field == Ignored || c.Field == Subtitle && standIn {
			continue
		}
		r.facts(&rec, i)
	}
	return rec, ""
}

// text joins the cells of a field by blank lines, and reports whether they are
// HTML.
func (r *row) text(field string) (text string, html bool) {
	for i, c := range r.columns {
		if c.Field != field {
			continue
		}
		t := trim(r.cells[i].text)
		if len(t) == 0 || isNone(t) {
			continue
		}
		html = html || looksHTML(t)
		if text != "" {
			text += "\n\n"
		}
		text += validString(t)
	}
	return text, html
}

func (r *row) emptyReason() string {
	for i, c := range r.columns {
		if c.Field == Body {
			return "no text: " + r.rules[i] + " is empty"
		}
	}
	return "no column is chosen for the text"
}

// facts adds what a cell says.
func (r *row) facts(rec *record.Record, column int) {
	c := r.columns[column]
	t := trim(r.cells[column].text)
	if len(t) == 0 || isNone(t) {
		return
	}
	rule := r.rules[column]
	if len(t) > maxFact {
		t = t[:maxFact]
		rec.Warnings = append(rec.Warnings, rule+" is cut: it is longer than any "+c.Field)
	}
	value := cleanText(validString(t))
	switch c.Field {
	case Byline, Contributors:
		for _, name := range splitNames(value) {
			rec.Add(c.Field, name, rule)
		}
		return
	case Date, Modified:
		if d := parseDate(value, c.Order); d != "" {
			value = d
		}
	case Lang:
		value = langCode(value)
	case Outlet:
		value = outletName(value)
	}
	rec.Add(c.Field, value, rule)
}

// maxFact is longer than any title or list of authors, in bytes.
const maxFact = 4 << 10

// trim cuts white space, no-break spaces among it, off both ends.
func trim(b []byte) []byte {
	for {
		b = bytes.TrimSpace(b)
		n := len(b)
		b = bytes.TrimPrefix(bytes.TrimSuffix(b, []byte("\u200b")), []byte("\ufeff"))
		if len(b) == n {
			return b
		}
	}
}

// isNone reports what programs write where there is nothing.
func isNone(b []byte) bool {
	switch len(b) {
	case 2:
		return string(b) == "[]" || string(b) == "{}"
	case 3:
		return string(b) == "nan" || string(b) == "NaN" || string(b) == "N/A" || string(b) == "NaT"
	case 4:
		return string(b) == "None" || string(b) == "null" || string(b) == "NULL"
	}
	return false
}

func validString(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	return strings.ToValidUTF8(string(b), "\ufffd")
}

// cut is at most n bytes of s, whole runes.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
