package feed

import (
	"clippings/wasm/internal/markup"
)

// readJSON reads a JSON Feed. What it says of itself may stand behind the
// entries, so it is read first, and the entries are skipped in passing.
func (w *writer) readJSON(text string) error {
	f := header{format: "json feed"}
	w.members(text, func(p *jsonReader, key string) error {
		switch key {
		case "title":
			f.title = markup.Line(p.value(0).text)
		case "home_page_url":
			f.link = p.value(0).text
		case "language":
			f.lang = p.value(0).text
		case "author", "authors":
			v := p.value(0)
			f.authors = append(f.authors, v.names()...)
		default:
			p.skip()
		}
		return nil
	})
	f.base = f.link
	return w.members(text, func(p *jsonReader, key string) error {
		if key != "items" || p.space() != '[' {
			p.skip()
			return nil
		}
		return w.readItems(&f, p)
	})
}

// members calls read for each member of the outermost object; read takes the
// value.
func (w *writer) members(text string, read func(p *jsonReader, key string) error) error {
	p := &jsonReader{text: text, yield: w.yield}
	for p.at < len(text) && text[p.at] != '{' {
		p.at++
	}
	p.at++
	for p.space() == '"' {
		key := p.string()
		if p.space() != ':' {
			break
		}
		p.at++
		if err := read(p, key); err != nil {
			return err
		}
		if p.err != nil {
			return p.err
		}
	}
	return p.err
}

func (w *writer) readItems(f *header, p *jsonReader) error {
	p.at++
	for p.space() == '{' {
		start := p.at
		v := p.value(0)
		if p.err != nil {
			return p.err
		}
		e := jsonEntry(f, &v)
		e.bytes, e.cut = int64(p.at-start), p.cut
		if err := w.write(e); err != nil {
			return err
		}
	}
	if p.space() == ']' {
		p.at++
	} else {
		p.at = len(p.text)
	}
	return nil
}

func jsonEntry(f *header, v *jsonValue) *entry {
	e := &entry{feed: f, id: v.get("id").text, link: v.get("url").text, lang: v.get("language").text}
	e.link = firstOf(e.link, v.get("external_url").text)
	e.title = value{html: markup.Escape(v.get("title").text)}
	e.content, e.contentRule = ofText(v.get("content_html").text), "content_html"
	if plain := v.get("content_text").text; e.content.length == 0 {
		e.content, e.contentRule = measure(markup.FromPlain(plain)), "content_text"
	}
	e.summary, e.summaryRule = ofText(v.get("summary").text), "summary"
	authors := append(v.get("authors").names(), v.get("author").names()...)
	for _, name := range authors {
		e.authors = addAll(e.authors, nameOf(name), "authors")
	}
	e.sections = addAll(nil, v.get("tags").names(), "tags")
	for _, d := range [...]string{"date_published", "date_modified"} {
		if s := v.get(d).text; s != "" {
			if d == "date_published" {
				e.dates = []stated{{s, d}}
			} else {
				e.modified = []stated{{s, d}}
			}
		}
	}
	return e
}
