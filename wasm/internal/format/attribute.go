package format

import (
	"strings"

	"golang.org/x/net/html/atom"

	"clippings/wasm/internal/extract"
)

// attributes are those of one start tag that say something here.
type attributes struct {
	role, itemprop, href, rel, typ    string
	name, property, content, datetime string
	class                             string       // of <time> alone
	hints                             extract.Hint // of class and id
	hidden, link                      bool
}

// attributes reads the tag's attributes; the values of a picture or a style are
// passed over without a copy.
func (r *pageReader) attributes(tag atom.Atom, more bool) attributes {
	var a attributes
	for more {
		var key, value []byte
		key, value, more = r.z.TagAttr()
		switch string(key) {
		case "class", "id":
			a.hints |= r.hintsOf(value)
			if tag == atom.Time {
				a.class = cut(value)
			}
		case "role":
			a.role = cut(value)
		case "itemprop":
			a.itemprop = cut(value)
		case "href":
			if a.link = len(value) > 0; tag == atom.Link {
				a.href = cut(value)
			}
		case "rel":
			a.rel = cut(value)
		case "type":
			a.typ = strings.ToLower(cut(value))
		case "name":
			a.name = strings.ToLower(cut(value))
		case "property":
			a.property = strings.ToLower(cut(value))
		case "content":
			a.content = cut(value)
		case "datetime":
			a.datetime = cut(value)
		case "lang", "xml:lang":
			if tag == atom.Html {
				r.meta.lang = cut(value)
			}
		case "hidden":
			a.hidden = true
		case "style":
			a.hidden = a.hidden || isHiddenStyle(value)
		}
	}
	return a
}

// hintsOf is hintsOfClass, remembered: a page repeats a few hundred classes.
func (r *pageReader) hintsOf(names []byte) extract.Hint {
	if h, ok := r.classes[string(names)]; ok {
		return h
	}
	h := hintsOfClass(string(names))
	if len(names) < 200 && len(r.classes) < maxClasses {
		r.classes[string(names)] = h
	}
	return h
}

const maxClasses = 4096

func cut(b []byte) string { return string(b[:min(len(b), maxMeta)]) }

// isHiddenStyle reports a style that takes its element off the page.
func isHiddenStyle(style []byte) bool {
	if len(style) > 1000 {
		return false
	}
	s := strings.ReplaceAll(strings.ToLower(string(style)), " ", "")
	return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
}

// hintsOfRole reads the attributes that name a part of a page.
func hintsOfRole(a *attributes) extract.Hint {
	var h extract.Hint
	if a.role == "" && a.itemprop == "" && a.rel == "" {
		return 0
	}
	switch a.role {
	case "navigation", "menu", "menubar", "search":
		h |= extract.HintNav
	case "complementary":
		h |= extract.HintAside
	case "contentinfo":
		h |= extract.HintFooter
	case "banner":
		h |= extract.HintHeader
	case "dialog", "alert", "alertdialog":
		h |= extract.HintBoiler
	case "main", "article":
		h |= extract.HintArticle
	}
	switch strings.ToLower(a.itemprop) {
	case "articlebody":
		h |= extract.HintContent | extract.HintArticle
	case "headline":
		h |= extract.HintTitle
	case "author":
		h |= extract.HintByline
	case "datepublished", "datemodified":
		h |= extract.HintTime
	case "comment":
		h |= extract.HintComment
	case "caption":
		h |= extract.HintCaption
	}
	if strings.Contains(a.rel, "author") {
		h |= extract.HintByline
	}
	return h
}
