package feed

import (
	"strings"

	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
	"clippings/wasm/protocol"
)

// A writer makes records of entries and hands them on.
type writer struct {
	yield func() error
	emit  func(record.Record) error
	keys  record.Keys
	n     int

	yielded int // bytes read when yield was called last
}

func (w *writer) write(e *entry) error {
	if err := w.yield(); err != nil {
		return err
	}
	w.n++
	r := record.Record{Format: e.feed.format, HTML: true, Bytes: e.bytes}
	e.linkRule = "link"
	e.resolveLink()
	r.Key = w.keys.Unique(markup.Line(firstOf(firstOf(e.id, e.about), e.link)), w.n)
	e.addText(&r)
	e.addFacts(&r)
	if e.cut {
		r.Warnings = append(r.Warnings, "The feed ends inside this entry, so some of it may be missing.")
	}
	return w.emit(r)
}

func (e *entry) resolveLink() {
	if e.original != "" {
		e.link, e.linkRule = e.original, "feedburner:origLink"
	}
	if e.link == "" {
		switch {
		case isWebAddress(e.about):
			e.link, e.linkRule = e.about, "rdf:about"
		case isWebAddress(e.id) && (e.permalink || e.feed.format != "rss"):
			e.link, e.linkRule = e.id, "id"
		}
	}
	e.link = resolve(firstOf(e.base, e.feed.base), e.link)
}

// addText chooses the content, unless the summary is so much fuller that the
// content can only be a caption or a link. A summary that says something else is
// the subtitle.
func (e *entry) addText(r *record.Record) {
	title := markup.Plain(e.title.html)
	text, other, rule := e.content, e.summary, e.summaryRule
	if e.summary.length > 2*e.content.length {
		text, other, rule = e.summary, e.content, e.contentRule
	}
	r.Text = text.html
	r.Add("title", title, e.feed.format+" title")
	if text.length == 0 && !strings.Contains(text.html, "<") {
		if title == "" {
			r.Warnings = append(r.Warnings, "This entry has neither a headline nor a text.")
			return
		}
		r.Text = "<h1>" + markup.Escape(title) + "</h1>"
		r.Warnings = append(r.Warnings, "The feed gives only the headline of this entry.")
		return
	}
	if other.length > 0 && other.length <= maxSubtitle {
		if subtitle := markup.Plain(other.html); !sameStart(subtitle, text.html) && subtitle != title {
			r.Add("subtitle", subtitle, e.rule(rule))
		}
	}
}

// maxSubtitle is the length of a standfirst of three or four sentences.
const maxSubtitle = 600

// sameStart reports whether a summary is only the start of the text, as feed
// software makes them.
func sameStart(summary, html string) bool {
	const enough = 80 // bytes: two different sentences do not agree in so many
	head := markup.Plain(html[:min(len(html), 4*maxSubtitle)])
	n := min(len(summary), enough)
	for _, ellipsis := range [...]string{"[…]", "[...]", "…", "...", "Read more"} {
		if i := strings.Index(summary, ellipsis); i >= 0 {
			n = min(n, len(strings.TrimSpace(summary[:i])))
		}
	}
	return n > 0 && strings.Contains(head, summary[:n])
}

func (f *header) titleRule() string {
	switch f.format {
	case "rss":
		return "rss channel title"
	case "atom":
		return "atom feed title"
	}
	return "title of the json feed"
}

func (e *entry) rule(name string) string { return e.feed.format + " " + name }

// addFacts adds all but headline and subtitle.
func (e *entry) addFacts(r *record.Record) {
	e.addDates(r)
	authors := e.authors
	if len(authors) == 0 {
		authors = e.sourceAuthors
	}
	if len(authors) == 0 {
		authors = addAll(nil, e.feed.authors, "feed author")
	}
	e.addNames(r, "byline", authors)
	e.addNames(r, "contributors", e.contributors)
	e.addNames(r, "outlet", e.outlets)
	r.Add("outlet", e.feed.title, e.feed.titleRule())
	r.Add("url", e.link, e.rule(e.linkRule))
	r.Add("lang", languageCode(firstOf(e.lang, e.feed.lang)), e.rule("language"))
	if len(e.sections) > 0 {
		r.Add("section", e.sections[0].text, e.rule(e.sections[0].rule))
	}
}

// addNames adds each name once.
func (e *entry) addNames(r *record.Record, field string, names []stated) {
	from := len(r.Facts)
next:
	for _, n := range names {
		for _, f := range r.Facts[from:] {
			if f.Value == n.text {
				continue next
			}
		}
		r.Add(field, n.text, e.rule(n.rule))
	}
}

// addDates adds what can be read first. An entry of Atom must say when it was
// changed and need not say when it was published: then the one is likely the
// other.
func (e *entry) addDates(r *record.Record) {
	e.addDate(r, "date", e.dates)
	e.addDate(r, "modified", e.modified)
	if len(e.dates) == 0 && len(e.modified) > 0 {
		e.addDate(r, "date", e.modified)
		for i := range r.Facts {
			if r.Facts[i].Field == "date" {
				r.Facts[i].Trust = protocol.TrustLikely
			}
		}
	}
}

func (e *entry) addDate(r *record.Record, field string, dates []stated) {
	for _, readable := range [...]bool{true, false} {
		for i, d := range dates {
			if _, ok := record.Date(d.text); ok == readable && i < maxStated {
				r.AddDate(field, d.text, e.rule(d.rule))
			}
		}
	}
}

// languageCode is the ISO 639-1 part of "en-GB" or "de_DE".
func languageCode(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if len(s) < 2 || len(s) > 2 && s[2] != '-' && s[2] != '_' || s[0] < 'a' || s[0] > 'z' || s[1] < 'a' || s[1] > 'z' {
		return ""
	}
	return s[:2]
}
