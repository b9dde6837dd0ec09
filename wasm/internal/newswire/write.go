package newswire

import (
	"fmt"
	"strings"
	"unicode"

	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
)

// write makes a record of the article at hand, [start, end) of the text.
func (r *reader) write(start, end int, cut bool) error {
	r.closeAll(end)
	r.n++
	b := r.findBody()
	f := r.findFields(b)
	rec := record.Record{Format: r.format, Bytes: int64(end - start)}
	rec.Key = r.keys.Unique(f.first("key"), r.n)
	var err error
	if rec.Text, rec.HTML, err = r.bodyText(b, f.titleInside); err != nil {
		return err
	}
	f.addTo(&rec, r.kind)
	if !hasLetter(rec.Text, rec.HTML) || r.isBrief(b) {
		rec.Text, rec.HTML = f.first("title"), false
		warning := "Only the headline of this article is there."
		if rec.Text == "" {
			warning = "This article has neither a headline nor a text."
		}
		rec.Warnings = append(rec.Warnings, warning)
	}
	if cut {
		rec.Warnings = append(rec.Warnings, "The file ends inside this article, so some of it may be missing.")
	}
	if r.guessed && r.n == 1 {
		rec.Warnings = append(rec.Warnings, r.howGuessed(b, f))
	}
	return r.emit(rec)
}

// hasLetter reports whether there is anything to read.
func hasLetter(text string, html bool) bool {
	if html {
		text = markup.TextOf(text)
	}
	return strings.IndexFunc(text, unicode.IsLetter) >= 0
}

// howGuessed says which element was taken for what.
func (r *reader) howGuessed(b body, f *fields) string {
	say := fmt.Sprintf("This XML is of no known make: each <%s> was taken for an article", r.article)
	if t := f.best["title"]; t != nil {
		say += fmt.Sprintf(", its headline from <%s>", t.values[0].rule)
	}
	if len(b.parts) > 0 {
		say += fmt.Sprintf(", its text from <%s>", r.list[b.parts[0]].name)
	}
	return say + "."
}

// addTo adds the facts in the order of protocol.Meta.
func (f *fields) addTo(rec *record.Record, k kind) {
	for _, field := range [...]string{"title", "subtitle", "section", "date", "modified", "byline", "agency", "dateline", "outlet", "url", "lang"} {
		c := f.best[field]
		if c == nil || field == "modified" && f.first("date") == c.values[0].text {
			continue
		}
		for _, v := range c.values {
			rule := k.format + " " + v.rule
			switch field {
			case "date", "modified":
				rec.AddDate(field, v.text, rule)
			case "lang":
				rec.Add(field, languageCode(v.text), rule)
			case "url":
				if strings.HasPrefix(v.text, "http") {
					rec.Add(field, v.text, rule)
				}
			default:
				rec.Add(field, v.text, rule)
			}
		}
	}
	if k.article == "reuters" {
		rec.Add("agency", "Reuters", "reuters sgml")
		rec.Add("outlet", "Reuters", "reuters sgml")
		rec.Add("lang", "en", "reuters sgml")
	}
}

// languageCode is the ISO 639-1 part of "en-GB" or "de_DE".
func languageCode(s string) string {
	s = strings.ToLower(s)
	if len(s) < 2 || len(s) > 2 && s[2] != '-' && s[2] != '_' || s[0] < 'a' || s[0] > 'z' || s[1] < 'a' || s[1] > 'z' {
		return ""
	}
	return s[:2]
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
