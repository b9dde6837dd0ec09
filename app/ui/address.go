package ui

import (
	"net/url"
	"strconv"
	"strings"

	"clippings/wasm/protocol"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// view is one of the page's views.
type view uint8

const (
	viewHome view = iota
	viewStories
	viewSearch
	viewReading
	viewLedger
	viewAbout
	viewQueries
)

// address says what is shown. It stands in the fragment of the page's URL, so
// that one build works under any path:
//
//	#/   #/stories   #/search?q=…   #/doc/<id>?q=…&at=<start>-<end>   #/files   #/about
//	#/queries
//
// What a search was set to follows its query: see setting.
type address struct {
	view  view
	query string         // of viewSearch; of viewReading, the search it was found by
	doc   protocol.DocID // of viewReading
	at    protocol.Span  // of viewReading: the passage to go to, empty for none
	setting
}

var viewPaths = map[view]string{
	viewHome: "", viewStories: "stories", viewSearch: "search",
	viewReading: "doc", viewLedger: "files", viewAbout: "about", viewQueries: "queries",
}

// hasQuery reports whether a query is part of the view's address.
func (v view) hasQuery() bool { return v == viewSearch || v == viewReading }

// parseAddress reads a fragment, without its "#" and still escaped. What it does
// not know leads home.
func parseAddress(fragment string) address {
	path, rest, _ := strings.Cut(strings.TrimPrefix(fragment, "/"), "?")
	name, id, _ := strings.Cut(path, "/")
	values, _ := url.ParseQuery(rest)
	for v, p := range viewPaths {
		if p != name {
			continue
		}
		a := address{view: v}
		if v.hasQuery() {
			a.query, a.setting = values.Get("q"), parseSetting(values)
		}
		if v == viewReading {
			doc, ok := parseDocID(id)
			if !ok {
				return address{}
			}
			a.doc, a.at = doc, parseSpan(values.Get("at"))
		}
		return a
	}
	return address{}
}

// String is the address with its "#", to be used as a link.
func (a address) String() string {
	b := "#/" + viewPaths[a.view]
	if a.view == viewReading {
		b += "/" + formatDocID(a.doc)
	}
	sep := "?"
	add := func(name, value string) {
		if value != "" {
			// A space as %20 and not as +: + is a plus in a fragment.
			b += sep + name + "=" + strings.ReplaceAll(url.QueryEscape(value), "+", "%20")
			sep = "&"
		}
	}
	if a.view.hasQuery() {
		add("q", a.query)
		a.setting.each(add)
	}
	if a.view == viewReading && a.at.Len() > 0 {
		add("at", formatSpan(a.at))
	}
	return b
}

// follow goes to the address as a link to it would. go-app takes a mere "#/…"
// for one at the root of the host, wherever the page stands.
func (a address) follow(ctx app.Context) {
	if to, err := app.Window().URL().Parse(a.String()); err == nil {
		ctx.NavigateTo(to)
	}
}

// formatDocID writes the ordinal of the source and, of several records, that of
// the record: "12", "12.3".
func formatDocID(id protocol.DocID) string {
	s := strconv.FormatUint(uint64(id.Source()), 10)
	if id.Record() > 0 {
		s += "." + strconv.FormatUint(uint64(id.Record()), 10)
	}
	return s
}

func parseDocID(s string) (protocol.DocID, bool) {
	source, record, hasRecord := strings.Cut(s, ".")
	n, err := strconv.ParseUint(source, 10, 32)
	if err != nil {
		return 0, false
	}
	if !hasRecord {
		return protocol.NewDocID(uint32(n), 0), true
	}
	r, err := strconv.ParseUint(record, 10, 32)
	return protocol.NewDocID(uint32(n), uint32(r)), err == nil
}

func formatSpan(s protocol.Span) string {
	return strconv.FormatUint(uint64(s.Start), 10) + "-" + strconv.FormatUint(uint64(s.End), 10)
}

func parseSpan(s string) protocol.Span {
	start, end, _ := strings.Cut(s, "-")
	from, err := strconv.ParseUint(start, 10, 32)
	if err != nil {
		return protocol.Span{}
	}
	to, err := strconv.ParseUint(end, 10, 32)
	if err != nil || to < from {
		return protocol.Span{}
	}
	return protocol.Span{Start: uint32(from), End: uint32(to)}
}
