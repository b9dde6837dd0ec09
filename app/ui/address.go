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
	viewStory
	viewVersions
	viewBeside
	viewSettings
)

// address says what is shown. It stands in the fragment of the page's URL, so
// that one build works under any path:
//
//	#/   #/stories?in=…&sort=largest   #/search?q=…   #/doc/<id>?q=…&at=<start>-<end>&view=original
//	#/story/<id>   #/versions/<id>?show=changes&minor=yes   #/beside/<id>/<id>
//	#/files   #/queries   #/settings   #/about
//
// What a search was set to follows its query: see setting.
type address struct {
	view  view
	query string         // of viewSearch; of viewReading, the search it was found by
	doc   protocol.DocID // of views about a document: what is read, one of a story, the reading text
	other protocol.DocID // of viewBeside, the one on the right
	at    protocol.Span  // of viewReading: the passage to go to, empty for none
	whole bool           // of viewReading: all of the text as it was read, furniture too
	setting
	sort protocol.StoryOrder // of viewStories, whose filters are those of setting
	apparatus
}

// apparatus says what is shown of the differences between texts side by side.
type apparatus struct {
	changes bool // only what differs
	minor   bool // differences of spelling and punctuation too
}

// minorUsually is what an address means that says nothing of minor differences:
// what the person prefers.
var minorUsually bool

func parseMinor(s string) bool { return s == "yes" || s != "no" && minorUsually }

// storyOrderNames is what stands in an address; "" is the usual.
var storyOrderNames = []string{
	protocol.NewestFirst: "", protocol.OldestFirst: "oldest", protocol.LargestFirst: "largest", protocol.MostCopiedFirst: "copied",
}

var viewPaths = map[view]string{
	viewHome: "", viewStories: "stories", viewSearch: "search",
	viewReading: "doc", viewLedger: "files", viewAbout: "about", viewQueries: "queries",
	viewStory: "story", viewVersions: "versions", viewBeside: "beside", viewSettings: "settings",
}

// hasQuery reports whether a query is part of the view's address.
func (v view) hasQuery() bool { return v == viewSearch || v == viewReading }

// needsTexts reports whether the view is nothing without what is open.
func (v view) needsTexts() bool { return v != viewAbout && v != viewSettings }

// hasDoc reports whether a document is part of the view's address.
func (v view) hasDoc() bool { return v == viewReading || v == viewStory || v.hasApparatus() }

// hasApparatus reports whether the view shows differences.
func (v view) hasApparatus() bool { return v == viewVersions || v == viewBeside }

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
		return a.withParts(id, values)
	}
	return address{}
}

// withParts reads what the address of a view holds besides a query.
func (a address) withParts(ids string, values url.Values) address {
	first, second, _ := strings.Cut(ids, "/")
	ok, okOther := true, true
	if a.view.hasDoc() {
		a.doc, ok = parseDocID(first)
	}
	if a.view == viewBeside {
		a.other, okOther = parseDocID(second)
	}
	if !ok || !okOther {
		return address{}
	}
	switch {
	case a.view == viewReading:
		a.at, a.whole = parseSpan(values.Get("at")), values.Get("view") == "original"
	case a.view == viewStories:
		a.within, a.sort = values.Get("in"), protocol.StoryOrder(placeOf(storyOrderNames, values.Get("sort")))
	case a.view.hasApparatus():
		a.apparatus = apparatus{changes: values.Get("show") == "changes", minor: parseMinor(values.Get("minor"))}
	}
	return a
}

// String is the address with its "#", to be used as a link.
func (a address) String() string {
	b := "#/" + viewPaths[a.view]
	if a.view.hasDoc() {
		b += "/" + formatDocID(a.doc)
	}
	if a.view == viewBeside {
		b += "/" + formatDocID(a.other)
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
	if a.view == viewReading && a.whole {
		add("view", "original")
	}
	if a.view == viewStories {
		add("in", a.within)
		add("sort", storyOrderNames[a.sort])
	}
	if a.view.hasApparatus() && a.changes {
		add("show", "changes")
	}
	if a.view.hasApparatus() && a.minor != minorUsually {
		add("minor", map[bool]string{true: "yes", false: "no"}[a.minor])
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

// followChanges shows only what differs, or everything again.
func (a address) followChanges(ctx app.Context) {
	a.changes = !a.changes
	a.follow(ctx)
}

// followMinor shows differences of spelling and punctuation too, or no more.
func (a address) followMinor(ctx app.Context) {
	a.minor = !a.minor
	a.follow(ctx)
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
