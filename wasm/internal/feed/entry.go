package feed

import (
	"strings"

	"clippings/wasm/internal/markup"
)

// An entry is what one item says, as it says it.
type entry struct {
	feed  *header
	bytes int64
	cut   bool // the feed ends inside of it

	id, about, link, original string
	permalink                 bool // id is an address
	title                     value
	content, summary          value
	contentRule, summaryRule  string
	linkRule                  string
	base, lang                string
	authors, contributors     []stated
	sourceAuthors             []stated
	sections, outlets         []stated
	dates, modified           []stated
}

// stated is a field's text and the name of the field.
type stated struct{ text, rule string }

// readFields reads the elements directly inside an entry.
func (e *entry) readFields(raw string, yield func() error) error {
	s, yielded := markup.New(raw), 0
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if s.Offset()-yielded > yieldEvery {
			yielded = s.Offset()
			if err := yield(); err != nil {
				return err
			}
		}
		if k == markup.Start && !e.readText(s) && !e.readDate(s) && !e.readLabel(s) {
			s.Inner()
		}
	}
	return nil
}

// name is an element's name without the prefixes under which the elements of
// RSS and Atom stand.
func name(s *markup.Scanner) string {
	name := s.Name()
	switch prefix, local, ok := strings.Cut(name, ":"); {
	case !ok:
		return name
	case prefix == "media" || prefix == "itunes" || prefix == "thr" || prefix == "gd" || prefix == "yt" || prefix == "georss" || prefix == "googleplay" || prefix == "podcast":
		return name
	default:
		return local
	}
}

// written is the name of a start tag with its capitals, for people to read.
func written(s *markup.Scanner) string { return s.Raw()[1 : 1+len(s.Name())] }

// readText reads what holds running text.
func (e *entry) readText(s *markup.Scanner) bool {
	rule := written(s)
	switch name(s) {
	case "title":
		if v := htmlValue(s); e.title.length == 0 {
			e.title = v
		}
	case "encoded", "content", "body", "full-text", "fulltext":
		e.lang = firstOf(e.lang, s.Attr("xml:lang"))
		if v := htmlValue(s); v.length > e.content.length {
			e.content, e.contentRule = v, rule
		}
	case "description", "summary", "abstract":
		if v := htmlValue(s); v.length > e.summary.length {
			e.summary, e.summaryRule = v, rule
		}
	case "itunes:summary", "media:description", "itunes:subtitle":
		if v := htmlValue(s); e.summary.length == 0 {
			e.summary, e.summaryRule = v, rule
		}
	default:
		return false
	}
	return true
}

// readDate reads the dates. Of several of a kind the first that can be read is
// used, in the order of the entry.
func (e *entry) readDate(s *markup.Scanner) bool {
	rule := written(s)
	switch name(s) {
	case "pubdate", "date", "published", "issued", "created", "publicationdate":
		e.dates = append(e.dates, stated{plainValue(s), rule})
	case "updated", "modified":
		e.modified = append(e.modified, stated{plainValue(s), rule})
	default:
		return false
	}
	return true
}

// readLabel reads addresses, names and whatever else is one line.
func (e *entry) readLabel(s *markup.Scanner) bool {
	rule := written(s)
	switch name(s) {
	case "link":
		e.readLink(s)
	case "origlink":
		e.original = plainValue(s)
	case "guid":
		e.permalink = !strings.EqualFold(s.Attr("ispermalink"), "false")
		e.id = firstOf(e.id, plainValue(s))
	case "id", "identifier":
		e.id = firstOf(e.id, plainValue(s))
	case "author", "creator", "itunes:author":
		e.authors = addAll(e.authors, people(s.Inner()), rule)
	case "contributor":
		e.contributors = addAll(e.contributors, people(s.Inner()), rule)
	case "category", "subject":
		e.readCategory(s)
	case "source":
		e.readSource(s)
	case "publisher":
		e.outlets = addAll(e.outlets, []string{plainValue(s)}, rule)
	case "language":
		e.lang = firstOf(e.lang, plainValue(s))
	default:
		return false
	}
	return true
}

func addAll(to []stated, texts []string, rule string) []stated {
	for _, t := range texts {
		if t != "" && len(to) < maxStated {
			to = append(to, stated{t, rule})
		}
	}
	return to
}

// maxStated bounds the authors and sections of an entry. Papers in journals have
// some hundred authors; that many do not help anybody to find one.
const maxStated = 64

func (e *entry) readLink(s *markup.Scanner) {
	rel, base := s.Attr("rel"), s.Attr("xml:base")
	href, ok := s.LookupAttr("href")
	if !ok {
		href = plainValue(s)
	} else if strings.TrimSpace(s.Inner()) != "" && rel == "" {
		ok = false
	}
	if base != "" {
		href = resolve(resolve(e.base, base), href)
	}
	if e.link == "" && (rel == "" || rel == "alternate") {
		e.link = markup.Line(href)
	}
}

// readCategory reads <category term="x" label="y"/> and <category>x</category>.
// Terms that are addresses are the software's own.
func (e *entry) readCategory(s *markup.Scanner) {
	rule := written(s)
	label := markup.Line(firstOf(s.Attr("label"), s.Attr("term")))
	if inside := plainValue(s); label == "" {
		label = inside
	}
	if !strings.Contains(label, "://") && !strings.EqualFold(label, "uncategorized") {
		e.sections = addAll(e.sections, []string{label}, rule)
	}
}

// readSource reads where an aggregator took the entry from: the name itself in
// RSS, the head of a feed in Atom.
func (e *entry) readSource(s *markup.Scanner) {
	rule, raw := written(s), s.Inner()
	if !markup.HasTags(raw) {
		e.outlets = addAll(e.outlets, []string{markup.Plain(markup.TextOf(raw))}, rule)
		return
	}
	in := markup.New(raw)
	for k := in.Next(); k != markup.EOF; k = in.Next() {
		if k != markup.Start {
			continue
		}
		switch in.Local() {
		case "title":
			e.outlets = addAll(e.outlets, []string{plainValue(in)}, rule)
		case "author":
			e.sourceAuthors = addAll(e.sourceAuthors, people(in.Inner()), "source author")
		default:
			in.Inner()
		}
	}
}
