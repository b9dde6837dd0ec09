package ui

import (
	"cmp"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// ledgerTally is what the entries of a ledger add up to.
type ledgerTally struct {
	byFilter  [numFilters]int
	formats   []tallied // of all entries
	read      []tallied // formats of what was read
	reasons   []tallied // of what was left out
	leftBytes uint64    // of what was left out
}

// tallied is a name and how many have it.
type tallied struct {
	name  string
	count int
}

// tally adds the entries up.
func tally(entries []protocol.Entry, p *pace) (ledgerTally, error) {
	var t ledgerTally
	formats, read, reasons := map[string]int{}, map[string]int{}, map[string]int{}
	for i := range entries {
		if i%paceEvery == 0 {
			if err := p.step(); err != nil {
				return t, err
			}
		}
		e := &entries[i]
		for f := range numFilters {
			t.byFilter[f] += yes(f.takes(e))
		}
		format := cmp.Or(e.Format, noFormat)
		formats[format]++
		if e.Skip == protocol.SkipNone {
			read[format]++
		} else {
			reasons[e.Skip.String()]++
			t.leftBytes += e.Bytes
		}
	}
	t.formats, t.read, t.reasons = mostFirst(formats), mostFirst(read), mostFirst(reasons)
	return t, nil
}

// mostFirst sorts by insertion: there are a few dozen kinds.
func mostFirst(counts map[string]int) []tallied {
	list := make([]tallied, 0, len(counts))
	for name, n := range counts {
		i := len(list)
		list = append(list, tallied{})
		for ; i > 0 && (list[i-1].count < n || list[i-1].count == n && list[i-1].name > name); i-- {
			list[i] = list[i-1]
		}
		list[i] = tallied{name, n}
	}
	return list
}

// tallyShown is how many kinds are named: what fits into a line.
const tallyShown = 8

// tallyLine names the kinds with their numbers: "4,000 html · 900 csv".
func tallyLine(list []tallied) string {
	parts := make([]string, 0, tallyShown+1)
	rest := 0
	for i, t := range list {
		if i < tallyShown {
			parts = append(parts, number(t.count)+" "+formatName(t.name))
		} else {
			rest += t.count
		}
	}
	if rest > 0 {
		parts = append(parts, number(rest)+" other")
	}
	return facts(parts...)
}

func formatName(format string) string {
	if format == noFormat {
		return "of unknown format"
	}
	return format
}

// ledgerSentence says what came of everything that was brought in.
func ledgerSentence(l *action.Ledger) string {
	return many(len(l.Entries), "record", "records") + " from " + many(l.Files, "file", "files") + ": " +
		number(l.Read) + " read, " + number(l.Skipped) + " left out."
}
