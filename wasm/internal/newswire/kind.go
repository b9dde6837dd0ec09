package newswire

import (
	"strings"

	"clippings/wasm/internal/markup"
)

// A kind is what a text is and where it is to be cut.
type kind struct {
	format  string
	article string // local name of an article's element; "" if nothing is read here
	guessed bool   // found by its shape
}

// sampleLen is what is looked at to tell the kind. Front matter of a paper in
// JATS takes up to some 30 kB.
const sampleLen = 64 << 10

// kindOf looks at the start of a text.
func kindOf(text string) kind {
	text = text[:min(len(text), sampleLen)]
	r := reader{text: text}
	s := markup.New(text)
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if len(r.list) == 0 && (k == markup.End || k == markup.Text && strings.Trim(s.Raw(), "\ufeff \t\r\n") != "") {
			return kind{}
		}
		if k == markup.Start {
			if known, ok := kindNamed(s.Local()); ok {
				return known
			}
			if len(r.list) == 0 && isForeign(s.Local()) {
				return kind{}
			}
		}
		r.add(k, s)
	}
	r.closeAll(len(text))
	return kind{format: "xml", article: r.guess(), guessed: true}
}

// kindNamed knows the formats by their first element. In NewsML that comes before
// the NITF inside.
func kindNamed(local string) (kind, bool) {
	switch local {
	case "reuters":
		return kind{format: "reuters sgml", article: local}, true
	case "nitf":
		return kind{format: "nitf", article: local}, true
	case "newsml", "newsitem", "newsmessage":
		return kind{format: "newsml", article: "newsitem"}, true
	case "pubmedarticle":
		return kind{format: "xml", article: local}, true
	}
	return kind{}, false
}

// isForeign reports whether a text with that first element belongs to somebody
// else, or holds no articles.
func isForeign(root string) bool {
	const roots = " html head body p div script style table rss feed rdf channel svg opml urlset sitemapindex plist math smil wml kml gpx package container document document-content fictionbook worksheet workbook "
	return strings.Contains(roots, " "+root+" ")
}

// minBody is less than a paragraph has: what is shorter than that is a value, not
// a text.
const minBody = 40

// maxClimb is how many levels lie between a headline and the element that holds
// it and the text. JATS has five.
const maxClimb = 12

// guess finds the element that an article is: the innermost that holds both a
// headline and the text behind it, or where there are no headlines what holds
// the text. What is met most often wins, of equals the first.
func (r *reader) guess() string {
	title := int32(-1)
	found := tally{}
	for i := range r.list {
		e := &r.list[i]
		if rankOf(e.name, "title") >= 0 {
			title = int32(i)
		}
		rank := rankOf(e.name, "body")
		if rank < 0 || len(strings.TrimSpace(r.content(e))) < minBody {
			continue
		}
		switch {
		case title >= 0:
			found.add(r.common(title, int32(i)))
			title = -1
		case e.name != "abstract" && e.name != "summary" && e.name != "description":
			found.add(e.parent)
		}
	}
	best := found.best(r.list)
	if best == nil || r.list[best[0]].name == "" {
		return ""
	}
	return r.list[r.widen(best)].local(r.text)
}

// local is the name of the element's tag, whatever name it goes by.
func (e *element) local(text string) string {
	s := markup.New(text[e.start:e.inner])
	s.Next()
	return s.Local()
}

func rankOf(name, field string) int {
	for _, u := range uses()[name] {
		if u.field == field && u.attr == "" {
			return u.rank
		}
	}
	return -1
}

// common is the innermost element that holds both, -1 if there is none near.
func (r *reader) common(a, b int32) int32 {
	for range maxClimb {
		if a = r.list[a].parent; a < 0 {
			return -1
		}
		if r.list[a].end >= r.list[b].end {
			return a
		}
	}
	return -1
}

// widen goes from elements of a name to those around them, as long as each has
// one of its own: around the article of PubMed stands the record with its number.
func (r *reader) widen(all []int32) int32 {
	for len(all) > 1 {
		up := make([]int32, 0, len(all))
		for _, i := range all {
			p := r.list[i].parent
			if p < 0 || r.list[p].parent < 0 || len(up) > 0 && (up[len(up)-1] == p || r.list[p].name != r.list[up[0]].name) {
				return all[0]
			}
			up = append(up, p)
		}
		all = up
	}
	return all[0]
}

// A tally collects elements, in the order of the text.
type tally struct{ found []int32 }

func (t *tally) add(i int32) {
	if i >= 0 && (len(t.found) == 0 || t.found[len(t.found)-1] != i) {
		t.found = append(t.found, i)
	}
}

// best are the elements of the name that was found most often.
func (t *tally) best(list []element) []int32 {
	count := map[string]int{}
	most := ""
	for _, i := range t.found {
		count[list[i].name]++
	}
	for _, i := range t.found {
		if name := list[i].name; most == "" || count[name] > count[most] {
			most = name
		}
	}
	var best []int32
	for _, i := range t.found {
		if list[i].name == most {
			best = append(best, i)
		}
	}
	return best
}
