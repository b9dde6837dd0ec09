package ui

import (
	"net/url"

	"clippings/wasm/protocol"
)

// setting says how a search is read, besides its words. It stands in the address,
// so that a link restores what is seen:
//
//	&in=lang:en   &sort=newest   &fold=none   &exact=yes
type setting struct {
	within  string // filters that stay from search to search
	exactly bool
	fold    protocol.Fold
	order   protocol.HitOrder
}

// orderNames and foldNames are what stands in an address; "" is the usual.
var (
	orderNames = []string{
		protocol.BestFirst: "", protocol.LatestFirst: "newest", protocol.EarliestFirst: "oldest",
		protocol.LongestFirst: "longest", protocol.ShortestFirst: "shortest",
	}
	foldNames = []string{protocol.FoldCopies: "", protocol.FoldNothing: "none", protocol.FoldStories: "stories"}
)

// parseSetting reads the setting of an address. What it does not know is as usual.
func parseSetting(values url.Values) setting {
	return setting{
		within: values.Get("in"), exactly: values.Get("exact") != "",
		order: protocol.HitOrder(placeOf(orderNames, values.Get("sort"))),
		fold:  protocol.Fold(placeOf(foldNames, values.Get("fold"))),
	}
}

// placeOf is that of a name in a list, 0 when it is none of it.
func placeOf(list []string, name string) int {
	for i := range list {
		if list[i] == name {
			return i
		}
	}
	return 0
}

// each tells the parts of the address by name; what is as usual is "".
func (s setting) each(tell func(name, value string)) {
	tell("in", s.within)
	tell("sort", orderNames[s.order])
	tell("fold", foldNames[s.fold])
	if s.exactly {
		tell("exact", "yes")
	}
}

// find is the query that the address asks.
func (a address) find() protocol.Query {
	return protocol.Query{Text: a.query, Within: a.within, Exactly: a.exactly, Fold: a.fold, Order: a.order}
}

// asks reports whether q is the query of the address, its last word being typed
// or not.
func (a address) asks(q protocol.Query) bool {
	q.Typing = false
	return q == a.find()
}

// isSought reports whether the address is that of a search, or of a text found by
// one.
func (a address) isSought() bool { return a.query != "" || a.within != "" }

// sought is the address of the search that a text was found by.
func (a address) sought() address {
	return address{view: viewSearch, query: a.query, setting: a.setting}
}

// found is the address of a text found by the search of the address.
func (a address) found(id protocol.DocID) address {
	return address{view: viewReading, doc: id, query: a.query, setting: a.setting}
}
