package office

import (
	"strings"

	"clippings/wasm/internal/markup"
)

// A tocEntry is what the table of contents says of a page.
type tocEntry struct {
	title   string
	section string // the entry above it
	more    bool   // several entries lead into the page: none is its title
}

// readToc reads the table of contents of EPUB 3, else the NCX of EPUB 2: entries
// by the name of the part they lead to.
func (r *epubReader) readToc() map[string]tocEntry {
	if toc := readTree(read(r, r.book.nav), r.book.nav, navNames); len(toc) > 0 {
		return toc
	}
	part := r.book.items[r.book.toc]
	return readTree(read(r, part), part, ncxNames)
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}

// treeNames are the elements of a table of contents.
type treeNames struct{ entry, link, label, href string }

var (
	navNames = treeNames{"li", "a", "a", "href"}
	ncxNames = treeNames{"navpoint", "content", "text", "src"}
)

// maxToc bounds how deep entries stand in each other.
const maxToc = 32

// readTree reads a table of contents. See EPUB 3.3, section 7 and OPF 2.0.1,
// section 2.4.1.
func readTree(xml, part string, names treeNames) map[string]tocEntry {
	toc := map[string]tocEntry{}
	dir := part[:strings.LastIndexByte(part, '/')+1]
	s := markup.New(xml)
	var labels []string // of the open entries
	depth := 0
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		name := s.Local()
		switch {
		case k == markup.End && name == names.entry && depth > 0:
			depth--
			labels = labels[:min(depth, len(labels))]
		case k != markup.Start:
		case name == "nav":
			if kind := s.Attr("epub:type"); kind != "" && !hasWord(kind, "toc") {
				s.Inner() // landmarks, or a list of the printed pages
			}
		case name == names.entry:
			if depth++; depth <= maxToc {
				labels = append(labels, "")
			}
		case name == names.link || name == names.label || name == "span":
			n := len(labels)
			if n == 0 || depth > maxToc {
				continue
			}
			href := s.Attr(names.href)
			if name != names.link || name == names.label {
				if label := clean(textOf(s)); labels[n-1] == "" {
					labels[n-1] = label
				}
			}
			if name == names.link && href != "" && len(toc) < maxRelations {
				addEntry(toc, partName(dir, unescapePath(href)), labels)
			}
		}
	}
	return toc
}

// addEntry notes the last of the labels for a part.
func addEntry(toc map[string]tocEntry, part string, labels []string) {
	entry, ok := toc[part]
	if ok {
		entry.more = entry.more || entry.title != labels[len(labels)-1]
	} else {
		entry.title = labels[len(labels)-1]
		if len(labels) > 1 {
			entry.section = labels[len(labels)-2]
		}
	}
	toc[part] = entry
}
