package format

import (
	"strings"

	"golang.org/x/net/html/atom"

	"clippings/wasm/internal/extract"
)

// elementKind says how an element stands in the flow of a page.
type elementKind uint8

const (
	inline  elementKind = iota
	block               // begins and ends a line
	dropped             // its text is not of the page
	void                // has no end tag and no text
)

// elementKinds lists what is not inline.
var elementKinds = map[atom.Atom]elementKind{}

// elementHints is what an element says by its name.
var elementHints = map[atom.Atom]extract.Hint{
	atom.H1: extract.HintH1, atom.H2: extract.HintHeading, atom.H3: extract.HintHeading, atom.H4: extract.HintHeading, atom.H5: extract.HintHeading, atom.H6: extract.HintHeading,
	atom.Nav: extract.HintNav, atom.Menu: extract.HintNav, atom.Footer: extract.HintFooter, atom.Aside: extract.HintAside, atom.Header: extract.HintHeader,
	atom.Form: extract.HintForm, atom.Button: extract.HintForm, atom.Select: extract.HintForm, atom.Label: extract.HintForm, atom.Legend: extract.HintForm,
	atom.Figcaption: extract.HintCaption, atom.Caption: extract.HintCaption, atom.Li: extract.HintList, atom.Dt: extract.HintList, atom.Dd: extract.HintList,
	atom.Blockquote: extract.HintQuote, atom.Table: extract.HintTable, atom.Pre: extract.HintPre, atom.Article: extract.HintArticle, atom.Main: extract.HintArticle,
	atom.Time: extract.HintTime, atom.P: extract.HintParagraph,
}

func init() {
	for _, a := range [...]atom.Atom{
		atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt,
		atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Html, atom.Legend, atom.Li,
		atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul,
	} {
		elementKinds[a] = block
	}
	for _, a := range [...]atom.Atom{
		atom.Applet, atom.Audio, atom.Canvas, atom.Datalist, atom.Head, atom.Iframe, atom.Math, atom.Noembed, atom.Noframes, atom.Noscript, atom.Object, atom.Option,
		atom.Script, atom.Select, atom.Style, atom.Svg, atom.Template, atom.Textarea, atom.Title, atom.Video,
	} {
		elementKinds[a] = dropped
	}
	for _, a := range [...]atom.Atom{
		atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Frame, atom.Hr, atom.Img, atom.Input, atom.Keygen, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr,
	} {
		elementKinds[a] = void
	}
}

// classHints is what single words of a class or id say, the class taken apart
// at everything but letters: "article-body__share" is article, body, share.
var classHints = map[string]extract.Hint{
	"nav": extract.HintNav, "navbar": extract.HintNav, "navigation": extract.HintNav, "menu": extract.HintNav, "submenu": extract.HintNav, "breadcrumb": extract.HintNav, "breadcrumbs": extract.HintNav, "pagination": extract.HintNav, "pager": extract.HintNav, "toc": extract.HintNav,
	"footer": extract.HintFooter, "colophon": extract.HintFooter, "copyright": extract.HintFooter, "masthead": extract.HintHeader,
	"sidebar": extract.HintAside, "rail": extract.HintAside, "widget": extract.HintAside, "widgets": extract.HintAside,
	"comment": extract.HintComment, "comments": extract.HintComment, "commentlist": extract.HintComment, "disqus": extract.HintComment, "respond": extract.HintComment, "replies": extract.HintComment, "trackbacks": extract.HintComment, "pingback": extract.HintComment,
	"share": extract.HintBoiler, "sharing": extract.HintBoiler, "sharedaddy": extract.HintBoiler, "social": extract.HintBoiler, "addthis": extract.HintBoiler, "addtoany": extract.HintBoiler, "related": extract.HintBoiler, "recommended": extract.HintBoiler, "recommendations": extract.HintBoiler, "promo": extract.HintBoiler, "promotion": extract.HintBoiler,
	"banner": extract.HintBoiler, "ad": extract.HintBoiler, "ads": extract.HintBoiler, "advert": extract.HintBoiler, "advertisement": extract.HintBoiler, "advertising": extract.HintBoiler, "adsense": extract.HintBoiler, "sponsor": extract.HintBoiler, "sponsored": extract.HintBoiler, "outbrain": extract.HintBoiler, "taboola": extract.HintBoiler,
	"newsletter": extract.HintBoiler, "subscribe": extract.HintBoiler, "subscription": extract.HintBoiler, "paywall": extract.HintBoiler, "signup": extract.HintBoiler, "login": extract.HintBoiler, "cookie": extract.HintBoiler, "cookies": extract.HintBoiler, "gdpr": extract.HintBoiler, "consent": extract.HintBoiler, "popup": extract.HintBoiler, "modal": extract.HintBoiler, "overlay": extract.HintBoiler,
	"popular": extract.HintBoiler, "trending": extract.HintBoiler, "toolbar": extract.HintBoiler, "tools": extract.HintBoiler, "tags": extract.HintBoiler, "teaser": extract.HintBoiler, "teasers": extract.HintBoiler, "carousel": extract.HintBoiler, "print": extract.HintBoiler, "rating": extract.HintBoiler, "poll": extract.HintBoiler, "jp": extract.HintBoiler, "skip": extract.HintBoiler,
	"caption": extract.HintCaption, "credit": extract.HintCaption, "byline": extract.HintByline, "author": extract.HintByline, "authors": extract.HintByline, "dateline": extract.HintTime, "timestamp": extract.HintTime, "pubdate": extract.HintTime, "published": extract.HintTime, "date": extract.HintTime,
	"headline": extract.HintTitle, "title": extract.HintTitle, "standfirst": extract.HintSubtitle, "subheadline": extract.HintSubtitle, "dek": extract.HintSubtitle, "subtitle": extract.HintSubtitle,
	"story": extract.HintContent, "article": extract.HintContent, "articlebody": extract.HintContent, "entry": extract.HintContent, "content": extract.HintContent, "body": extract.HintContent, "post": extract.HintContent, "text": extract.HintContent,
}

const negative = extract.HintNav | extract.HintFooter | extract.HintAside | extract.HintComment | extract.HintBoiler | extract.HintForm

// hintsOfClass reads a class or id. Names that content systems put on whole
// pages and posts ("tag-news", "has-sidebar", "no-comments") say nothing.
func hintsOfClass(names string) extract.Hint {
	var h extract.Hint
	for _, name := range strings.Fields(names) {
		if len(name) > 60 || isStateClass(name) {
			continue
		}
		h |= hintsOfName(name)
	}
	return h
}

func isStateClass(name string) bool {
	for _, p := range [...]string{"tag-", "category-", "has-", "no-", "is-", "with-", "js-", "type-", "status-", "format-", "hide-", "show-", "page-template", "single-", "col-", "u-", "not-"} {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

// hintsOfName takes one class apart at hyphens, underscores, digits and
// capitals.
func hintsOfName(name string) extract.Hint {
	var h extract.Hint
	var word [24]byte
	n := 0
	for i := 0; i <= len(name); i++ {
		c := byte('-')
		if i < len(name) {
			c = name[i]
		}
		upper := 'A' <= c && c <= 'Z'
		if upper && i > 0 && 'a' <= name[i-1] && name[i-1] <= 'z' || !upper && (c < 'a' || c > 'z') {
			h |= classHints[string(word[:n])]
			n = 0
		}
		if (upper || 'a' <= c && c <= 'z') && n < len(word) {
			word[n] = c | 0x20
			n++
		}
	}
	return h
}
