package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"clippings/wasm/protocol"
)

// grouping is how the flags say that documents are grouped.
type grouping struct {
	settings  protocol.Settings
	run, days uint
	keep      string
	prefer    list
	decisions string // path of a file of them, "" for none
}

// groupingFlags adds the flags of commands that tell of copies and stories.
func (e *environment) groupingFlags() *grouping {
	g := &grouping{settings: protocol.DefaultSettings()}
	s, f := &g.settings, e.flags
	f.Float64Var(&s.Jaccard, "jaccard", s.Jaccard, "texts are near copies from this `share` of common shingles in all, 0 to 1")
	f.Float64Var(&s.Containment, "containment", s.Containment, fmt.Sprintf("a text is a contained copy from this `share` of its shingles in the other, %g to 1", protocol.MinContainment))
	f.UintVar(&g.run, "run", uint(s.Run), "and from so many `words` in one run")
	f.Float64Var(&s.Cosine, "cosine", s.Cosine, "texts tell one story from this mean `cosine` of what marks them, 0 to 1")
	f.UintVar(&g.days, "days", uint(s.Days), "and within so many `days`")
	f.StringVar(&g.keep, "keep", protocol.KeepCredited.String(), "which copy represents the others: credited, earliest, longest, preferred")
	f.Var(&g.prefer, "prefer", "an `outlet` to prefer, the most preferred first (may be repeated); means --keep preferred")
	f.StringVar(&g.decisions, "decisions", "", "overrule what is found by this `file`: JSON lines of verdict (copies, not copies, same story, other story, first), a, b")
	return g
}

// rules are the flags in the form in which they are applied.
func (g *grouping) rules() (protocol.Regroup, error) {
	s := g.settings
	s.Run, s.Days, s.Preferred = uint32(g.run), uint32(g.days), g.prefer
	keeper, ok := protocol.KeeperNamed(g.keep)
	if !ok {
		return protocol.Regroup{}, fmt.Errorf("--keep: there is no rule %q", g.keep)
	}
	if s.Keeper = keeper; len(g.prefer) > 0 {
		s.Keeper = protocol.KeepPreferred
	}
	if s.Containment < protocol.MinContainment {
		return protocol.Regroup{}, fmt.Errorf("--containment: under %g runs are not measured", protocol.MinContainment)
	}
	decisions, err := readDecisions(g.decisions)
	return protocol.Regroup{Settings: s, Decisions: decisions}, err
}

// decisionLine is a line of a file of decisions.
type decisionLine struct {
	Verdict string `json:"verdict"`
	A       string `json:"a"`
	B       string `json:"b"`
}

func readDecisions(path string) ([]protocol.Decision, error) {
	if path == "" {
		return nil, nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("decisions: %w", err)
	}
	var all []protocol.Decision
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		if strings.TrimSpace(line) == "" {
			continue
		}
		var d decisionLine
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			return nil, fmt.Errorf("decisions: %s, line %d: %w", path, n, err)
		}
		verdict, ok := protocol.VerdictNamed(d.Verdict)
		if !ok {
			return nil, fmt.Errorf("decisions: %s, line %d: there is no verdict %q", path, n, d.Verdict)
		}
		all = append(all, protocol.Decision{Kind: verdict, A: d.A, B: d.B})
	}
	return all, nil
}
