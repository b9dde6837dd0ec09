package feed

import (
	"strings"

	"clippings/wasm/internal/jsontext"
	"clippings/wasm/internal/markup"
)

// readJSON reads a JSON Feed. What it says of itself may stand behind the
// entries, so it is read first, and the entries are skipped in passing.
func (w *writer) readJSON(text string) error {
	f := header{format: "json feed"}
	w.members(text, func(r *jsontext.Reader, key string) error {
		switch key {
		case "title":
			f.title = markup.Line(r.Value().Text)
		case "home_page_url":
			f.link = r.Value().Text
		case "language":
			f.lang = r.Value().Text
		case "author", "authors":
			v := r.Value()
			f.authors = append(f.authors, names(&v)...)
		default:
			r.Skip()
		}
		return nil
	})
	f.base = f.link
	return w.members(text, func(r *jsontext.Reader, key string) error {
		if key != "items" || !r.Pass('[') {
			r.Skip()
			return nil
		}
		return w.readItems(&f, r)
	})
}

// members calls read for each member of the outermost object; read takes the
// value.
func (w *writer) members(text string, read func(r *jsontext.Reader, key string) error) error {
	r := jsontext.NewReader(text[max(strings.IndexByte(text, '{'), 0):], w.yield)
	r.Pass('{')
	for {
		key, ok := r.Key()
		if !ok {
			return r.Err()
		}
		if err := read(r, key); err != nil {
			return err
		}
	}
}

// readItems writes the entries of a list whose bracket was passed.
func (w *writer) readItems(f *header, r *jsontext.Reader) error {
	for r.Next() == '{' {
		start := r.Offset()
		v := r.Value()
		if r.Err() != nil {
			return r.Err()
		}
		e := jsonEntry(f, &v)
		e.bytes, e.cut = int64(r.Offset()-start), r.IsCut()
		if err := w.write(e); err != nil {
			return err
		}
	}
	if !r.Pass(']') {
		r.End()
	}
	return nil
}

func jsonEntry(f *header, v *jsontext.Value) *entry {
	e := &entry{feed: f, id: v.Get("id").Text, link: v.Get("url").Text, lang: v.Get("language").Text}
	e.link = firstOf(e.link, v.Get("external_url").Text)
	e.title = value{html: markup.Escape(v.Get("title").Text)}
	e.content, e.contentRule = ofText(v.Get("content_html").Text), "content_html"
	if plain := v.Get("content_text").Text; e.content.length == 0 {
		e.content, e.contentRule = measure(markup.FromPlain(plain)), "content_text"
	}
	e.summary, e.summaryRule = ofText(v.Get("summary").Text), "summary"
	authors := append(names(v.Get("authors")), names(v.Get("author"))...)
	for _, name := range authors {
		e.authors = addAll(e.authors, nameOf(name), "authors")
	}
	e.sections = addAll(nil, names(v.Get("tags")), "tags")
	for _, d := range [...]string{"date_published", "date_modified"} {
		if s := v.Get(d).Text; s != "" {
			if d == "date_published" {
				e.dates = []stated{{s, d}}
			} else {
				e.modified = []stated{{s, d}}
			}
		}
	}
	return e
}

// names are the texts of a list, or the "name" of each of its objects; or that
// of the one object or text there is.
func names(v *jsontext.Value) []string {
	if v.Keys != nil {
		v = v.Get("name")
	}
	if v.Text != "" {
		return []string{v.Text}
	}
	var out []string
	for i := range v.List {
		if x := &v.List[i]; x.Keys != nil || x.List == nil {
			out = append(out, names(x)...)
		}
	}
	return out
}
