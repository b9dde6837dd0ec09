package ui

import (
	"strings"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// versionNames is what versions are called beside each other: by their outlets and,
// where two have the same, by day or file too.
func versionNames(ids []protocol.DocID, summaries coord.Summaries) []string {
	names := make([]string, len(ids))
	ways := []func(protocol.Summary) string{
		func(s protocol.Summary) string { return shorten(outlet(s), amongLen) },
		func(s protocol.Summary) string { return facts(shorten(outlet(s), amongLen), day(s.Date)) },
		func(s protocol.Summary) string {
			return facts(shorten(outlet(s), amongLen), shorten(whereabouts(s.Name), amongLen))
		},
	}
	for _, way := range ways {
		times := make(map[string]int, len(ids))
		for _, name := range names {
			times[name]++
		}
		for i, id := range ids {
			if times[names[i]] > 1 || names[i] == "" {
				names[i] = way(summaries[id])
			}
		}
	}
	return names
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
