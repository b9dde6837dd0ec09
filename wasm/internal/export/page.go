package export

import (
	"strings"

	"clippings/wasm/protocol"
)

// page is a page of HTML being written.
type page []byte

// fill appends markup in which each $ stands for the next text. Texts are escaped.
//
//go:noinline
func (p *page) fill(markup string, texts ...string) {
	for {
		before, after, more := strings.Cut(markup, "$")
		*p = append(*p, before...)
		if !more || len(texts) == 0 {
			return
		}
		p.text(texts[0])
		markup, texts = after, texts[1:]
	}
}

// text appends text. Control characters, which HTML forbids, become replacement
// characters.
func (p *page) text(s string) {
	for i := range len(s) {
		c := s[i]
		switch {
		case c < ' ' && c != '\n' && c != '\t', c == 0x7f:
			*p = append(*p, "\ufffd"...)
		case strings.IndexByte(`&<>"'`, c) >= 0:
			*p = append(*p, "&#"+number(uint32(c))+";"...)
		default:
			*p = append(*p, c)
		}
	}
}

const pageHead = `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Copies report</title>
<style>
:root{color-scheme:light dark;--ink:#1c1b19;--dim:#5f5b55;--line:#d9d4cb;--paper:#fdfcf9;--mark:#fbe6b0;--ins:#dcefd9}
@media (prefers-color-scheme:dark){:root{--ink:#ebe7df;--dim:#a8a298;--line:#3d3a35;--paper:#191816;--mark:#57461a;--ins:#26402a}}
body{margin:2rem auto;max-width:64rem;padding:0 1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 Georgia,serif}
h1{font-size:1.8rem}h2{font-size:1.3rem;margin:2.5rem 0 .3rem;border-top:1px solid var(--line);padding-top:1.2rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
p{margin:.3rem 0}.about,th,.where,summary,footer{color:var(--dim)}a{color:inherit}
table{border-collapse:collapse;width:100%;font:.85rem/1.4 system-ui,sans-serif;margin:.4rem 0}
th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--line);unicode-bidi:isolate}
td{font-variant-numeric:tabular-nums}.name{overflow-wrap:anywhere;min-width:9rem}.when{white-space:nowrap}mark:empty::before{content:"‸";color:var(--dim)}
.scroll{overflow-x:auto}.differences td{width:34%;min-width:11rem;overflow-wrap:anywhere}.differences .where,.differences .who{width:10%;min-width:4rem}
mark{background:var(--mark);color:inherit}ins{background:var(--ins);text-decoration:none}bdi{unicode-bidi:isolate}
nav li{margin:.15rem 0}
@media print{:root{--ink:#000;--dim:#444;--line:#bbb;--paper:#fff;--mark:#eee;--ins:#eee}body{margin:0;max-width:none;font-size:10pt}
h2,h3{break-after:avoid}tr{break-inside:avoid}mark{text-decoration:underline}details::details-content{content-visibility:visible;display:block}.scroll{overflow:visible}table{font-size:8pt}.name{min-width:6rem}.when{white-space:normal}.differences td{min-width:0}}
</style></head><body>
<header><h1>Copies report</h1>
`

// PageHead begins the page and its table of contents.
func PageHead(c protocol.ReportCounts) []byte {
	var p page
	p.fill(pageHead)
	p.fill("<p>$ of $ documents stand in $ of copies: documents with substantially the same text.</p>\n",
		number(c.Documents), number(c.Of), count(c.Groups, "group"))
	if c.Query != "" {
		p.fill("<p>Groups of which a document is found by: <bdi>$</bdi></p>\n", c.Query)
	}
	p.fill(`<p class="about">Scores are shares of distinct runs of five words, 0 to 1: the score is how much of the shorter text is in the longer; ` +
		"Jaccard is what both have of what either has. Places are bytes of the representative’s text.</p></header>\n<nav aria-label=\"Groups\"><h2>Groups</h2><ol>\n")
	return p
}

// AppendContents appends lines of the table of contents, one a group.
func AppendContents(b []byte, first uint32, representatives []protocol.Summary, sizes []uint32) []byte {
	p := page(b)
	for i := range min(len(representatives), len(sizes)) {
		s := &representatives[i]
		p.fill("<li><a href=\"#g$\"><bdi>$</bdi></a> <span class=\"about\">$ $ $</span></li>\n",
			number(first+uint32(i)), called(s), s.Outlet, moment(s.Date), count(sizes[i], "document"))
	}
	return p
}

// PageBody ends the table of contents.
const PageBody = "</ol></nav>\n<main>\n"

// PageFoot ends the page.
const PageFoot = "</main>\n<footer><p>Made with Clippings, on the reader’s own computer. This page holds no script and loads nothing.</p></footer>\n</body></html>\n"

// called is what a document is called: its title, else its first words.
func called(s *protocol.Summary) string {
	if s.Title == "" && s.Lead == "" {
		return s.Name
	}
	if s.Title == "" {
		return s.Lead
	}
	return s.Title
}

// moment is a date with its time, if it has one, as people read it.
func moment(date string) string { return strings.Replace(date, "T", " ", 1) }

func count(n uint32, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return number(n) + " " + what + "s"
}
