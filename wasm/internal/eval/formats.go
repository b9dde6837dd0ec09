package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"clippings/wasm/protocol"
)

// readFormats are the extensions of the formats that are meant to be read; any
// other must be refused by name.
var readFormats = []string{
	"txt", "md", "html", "xhtml", "htm", "mhtml", "json", "jsonl", "csv", "tsv", "rss", "atom", "xml", "sgml", "warc", "arc", "eml", "emlx", "mbox",
	"docx", "odt", "epub", "rtf", "pdf", "zip", "gz", "tar", "bz2", "zst", "xz", "vtt",
}

// A formatCase says which strings are and are not in the text of a file.
type formatCase struct {
	File    string
	With    []string `json:"must_contain"`
	Without []string `json:"must_not_contain"`
}

// runFormats measures the readers of all formats on samples whose authors say
// what must be found in them: the shares of strings by format, and whether each
// file has its line in the ledger.
func runFormats(_ context.Context, w io.Writer, dir string) error {
	root := filepath.Join(dir, "formats_tika")
	cases, err := formatCases(filepath.Join(root, "expectations.jsonl"))
	if err != nil {
		return err
	}
	names, err := filesBelow(filepath.Join(root, "orig"))
	if err != nil {
		return err
	}
	var tallies []scored
	of := func(name string) *tally {
		for _, t := range tallies {
			if t.name == name {
				return t.tally
			}
		}
		tallies = append(tallies, scored{name, &tally{}})
		return tallies[len(tallies)-1].tally
	}
	lines, refused, all := of("lines"), of("refused"), of("all")
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(root, "orig", name))
		if err != nil {
			return err
		}
		l := ledgerOf(name, data, protocol.Recipe{})
		lines.add(l.crash == "" && len(l.entries) > 0, "%s: %s", name, l.reason())
		ext := innerExtension(name)
		if !slices.Contains(readFormats, ext) {
			refused.add(l.isRefused(), "%s: %s", name, l.reason())
			continue
		}
		for _, t := range []*tally{of(ext), all} {
			scoreStrings(t, l, cases["orig/"+name])
		}
	}
	slices.SortStableFunc(tallies[3:], func(a, b scored) int { return strings.Compare(a.name, b.name) })
	all.faults = nil // told by format
	report(w, tallies)
	return figures(w, "formats", tallies)
}

// innerExtension is the extension without that of a compression after it.
func innerExtension(name string) string {
	ext := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
	switch ext {
	case "gz", "bz2", "xz", "zst":
		if inner := path.Ext(strings.TrimSuffix(name, path.Ext(name))); inner != "" {
			return strings.ToLower(inner[1:])
		}
	}
	return ext
}

func formatCases(name string) (map[string]formatCase, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string]formatCase{}
	for d := json.NewDecoder(f); ; {
		var c formatCase
		switch err := d.Decode(&c); err {
		case nil:
			out[c.File] = c
		case io.EOF:
			return out, nil
		default:
			return nil, fmt.Errorf("eval: %s: %w", name, err)
		}
	}
}

// isRefused reports a file that gave a line which names what it is or what is
// the matter, or that was read though nobody asked for it.
func (l ledger) isRefused() bool {
	return l.crash == "" && len(l.entries) > 0 && (len(l.documents()) > 0 || l.entries[0].Skip != protocol.SkipBinary)
}

// scoreStrings looks for what a file must and must not say.
func scoreStrings(t *tally, l ledger, c formatCase) {
	said := l.said()
	for _, s := range c.With {
		if s = withoutMarkup(s); s == "" {
			continue
		}
		t.add(strings.Contains(said, squeeze(s)), "%s: %q is not found (%s)", c.File, s, l.reason())
	}
	for _, s := range c.Without {
		t.add(!strings.Contains(said, squeeze(s)), "%s: %q is found", c.File, s)
	}
}

// withoutMarkup is a string to be found without the XHTML in which the authors of
// the samples print texts: the end of a tag before it, entities; "" for nothing
// but an attribute.
func withoutMarkup(s string) string {
	for _, attribute := range [...]string{"class=", "subtype=", "type=", "id=", "href="} {
		if strings.HasPrefix(s, attribute) {
			return ""
		}
	}
	return html.UnescapeString(strings.TrimPrefix(s, ">"))
}

// said is all that a person could read of a file: texts, facts, and the names of
// records.
func (l ledger) said() string {
	var b strings.Builder
	for _, e := range l.entries {
		b.WriteString(e.Record + "\n")
		if e.Document == nil {
			continue
		}
		b.WriteString(e.Document.Text + "\n")
		for _, f := range e.Document.Facts {
			b.WriteString(f.Value + "\n")
		}
	}
	return squeeze(b.String())
}

// squeeze makes any white space one space: samples assert strings of markup of
// their own, whose line breaks and tabs are others.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
