package ui

import (
	"strings"

	"clippings/wasm/protocol"
)

// versionNames is what versions are called beside each other: by their outlets or
// folders and, where two have the same, by day or file too.
func versionNames(list []protocol.Summary) []string {
	names := make([]string, len(list))
	for _, way := range []func(protocol.Summary) string{
		publisher,
		func(s protocol.Summary) string { return facts(publisher(s), day(s.Date)) },
		func(s protocol.Summary) string {
			return facts(shorten(s.Outlet, amongLen), shorten(whereabouts(s.Name), amongLen))
		},
	} {
		times := make(map[string]int, len(list))
		for _, name := range names {
			times[name]++
		}
		for i := range list {
			if names[i] == "" || times[names[i]] > 1 {
				names[i] = way(list[i])
			}
		}
	}
	return names
}

// publisher is the outlet of a document or the folder it stands in: many sort what
// they keep into a folder for each outlet. Of a file that stands in none it is the
// file.
func publisher(s protocol.Summary) string {
	if s.Outlet != "" {
		return shorten(s.Outlet, amongLen)
	}
	folder, _, _ := strings.Cut(whereabouts(s.Name), "/")
	return shorten(folder, amongLen)
}

// namesAtOnce is how many versions are named before their number stands for them.
const namesAtOnce = 3

// who names some witnesses: "Courier, Echo", or "38 versions".
func (c *collated) who(list []uint32) string {
	if len(list) > namesAtOnce {
		return number(len(list)) + " versions"
	}
	return strings.Join(c.namesOf(list), ", ")
}

func (c *collated) namesOf(list []uint32) []string {
	var names []string
	for _, w := range list {
		if int(w) < len(c.names) {
			names = append(names, c.names[w])
		}
	}
	return names
}
