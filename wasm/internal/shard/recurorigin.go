package shard

import (
	"strings"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/protocol"
)

// originOf is where a document comes from, in words: its publisher; if none is
// known, the host of its address; if it has none, the folder it was given in, for
// a crawl of one site is mostly one folder.
func originOf(doc *protocol.Document) string {
	if doc.Outlet != "" {
		return doc.Outlet
	}
	if host := hostOf(doc.URL); host != "" {
		return host
	}
	in := folder(doc.Source)
	if doc.Record != "" {
		if in = folder(doc.Record); in == "" {
			return doc.Source
		}
		in = doc.Source + "#" + in
	}
	if in == "" {
		return "this collection"
	}
	return "the folder " + in
}

// originHash stands for the origin where documents are counted. It is odd; keys
// of lines are even.
func originHash(doc *protocol.Document) uint64 { return analysis.Hash([]byte(originOf(doc))) | 1 }

func isOrigin(key uint64) bool { return key&1 != 0 }

// hostOf is the host of an address, without "www." and port.
func hostOf(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	rest, _, _ = strings.Cut(rest, ":")
	return strings.TrimPrefix(strings.ToLower(rest), "www.")
}

// folder is a path up to its last slash, without it.
func folder(path string) string { return path[:max(strings.LastIndexByte(path, '/'), 0)] }
