package newswire

import (
	"sort"
	"strings"

	"clippings/wasm/internal/markup"
)

// A body is where an article's text stands: one element, or several siblings of
// one name.
type body struct {
	parts []int32
	lead  int32 // the first paragraph in an element of its own, -1 for none
	tail  int32 // a last line in an element of its own, -1 for none
}

// findBody takes the elements with the best name that have content. Where they
// stand in different places the longest counts: the same article is often given
// in several forms.
func (r *reader) findBody() body {
	best, rank, length := -1, 0, 0
	for i := range r.list {
		e := &r.list[i]
		k, ok := r.bodyRank(e)
		if !ok || best >= 0 && k > rank {
			continue
		}
		if n := len(strings.TrimSpace(r.content(e))); n > 0 && (best < 0 || k < rank || n > length) {
			best, rank, length = i, k, n
		}
	}
	if best < 0 {
		return body{lead: -1, tail: -1}
	}
	b := body{lead: -1, tail: -1}
	name, parent, end := r.list[best].name, r.list[best].parent, r.list[best].end
	for i := range r.list {
		e := &r.list[i]
		switch {
		case e.name == "tagline" && e.start >= end:
			b.tail = int32(i)
		case e.parent != parent:
		case e.name == name && (rank >= 0 || i == best):
			b.parts = append(b.parts, int32(i))
		case (e.name == "lp" || e.name == "leadpara") && b.lead < 0:
			b.lead = int32(i)
		}
	}
	return b
}

// bodyRank tells how good a name for a body an element has, lower being better.
// The New York Times' corpus gives the first paragraph in a block of its own and
// again in the block that has all of it.
func (r *reader) bodyRank(e *element) (rank int, ok bool) {
	if e.name == "block" && r.attr(e, "class") == "full_text" {
		return -1, true
	}
	rank = rankOf(e.name, "body")
	return rank, rank >= 0
}

// holds reports whether an element is part of the body or lies inside it.
func (b *body) holds(r *reader, e *element) bool {
	i := sort.Search(len(b.parts), func(i int) bool { return r.list[b.parts[i]].start > e.start }) - 1
	return i >= 0 && e.end <= r.list[b.parts[i]].end || b.lead >= 0 && e == &r.list[b.lead]
}

// bodyText is the text of an article, and whether it is HTML. What is the
// headline is left out.
func (r *reader) bodyText(b body, title int) (text string, isHTML bool, err error) {
	raws := make([]string, 0, len(b.parts)+2)
	if b.lead >= 0 {
		raws = append(raws, r.content(&r.list[b.lead]))
	}
	tags := false
	for _, i := range b.parts {
		e := &r.list[i]
		if title >= 0 && r.list[title].parent == i {
			t := &r.list[title]
			raws = append(raws, r.text[e.inner:t.start], r.text[min(r.afterEnd(t), e.end):e.end])
		} else {
			raws = append(raws, r.content(e))
		}
	}
	if b.tail >= 0 {
		raws = append(raws, r.content(&r.list[b.tail]))
	}
	for _, raw := range raws {
		tags = tags || markup.HasTags(raw) || r.isEscaped(raw)
	}
	var out strings.Builder
	for _, raw := range raws {
		if tags {
			if err := writeHTML(&out, raw, r.yield); err != nil {
				return "", false, err
			}
		} else {
			writePlain(&out, markup.Printable(markup.TextOf(raw)))
		}
	}
	return strings.TrimSpace(out.String()), tags, nil
}

// isBrief reports whether this is one of Reuters' articles that are only a
// headline. Their text is a row of stars and words that fill its place.
func (r *reader) isBrief(b body) bool {
	return r.article == "reuters" && len(b.parts) == 1 && strings.EqualFold(r.attr(&r.list[b.parts[0]], "type"), "brief")
}

// isEscaped reports whether a text is HTML that was escaped. Reuters' never is:
// <S> and <P> are companies there.
func (r *reader) isEscaped(raw string) bool {
	if r.article == "reuters" || !strings.Contains(raw, "&lt;") && !strings.Contains(raw, "<![CDATA[") {
		return false
	}
	text := markup.TextOf(raw)
	return (strings.Contains(text, "</") || strings.Contains(text, "<br")) && markup.HasHTML(text)
}

// afterEnd is where the end tag of an element ends.
func (r *reader) afterEnd(e *element) int {
	s := markup.New(r.text[e.end:])
	if s.Next() == markup.End {
		return e.end + s.EndOffset()
	}
	return e.end
}
