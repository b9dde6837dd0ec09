package format

import (
	"strings"

	"clippings/wasm/internal/extract"
)

// titleBars part a page's title from the names of section and outlet, those that
// do nothing else first.
var titleBars = [...]string{" | ", "\u00a0| ", " » ", " « ", " :: ", " – ", " — ", " - ", " · "}

// cutOutlet takes " | Outlet" off the end of a title, or "Outlet: " off its
// start. A bar always sets it off; a dash only if what follows is the outlet's
// name, or short beside a long title.
func cutOutlet(title, outlet string) string {
	title = cutNote(title)
	for _, bar := range titleBars {
		for {
			i := strings.LastIndex(title, bar)
			if i <= 0 {
				break
			}
			left, right := strings.TrimSpace(title[:i]), strings.TrimSpace(title[i+len(bar):])
			if !isOutletPart(left, right, bar, outlet) {
				break
			}
			title = left
		}
	}
	return cutStart(title, outlet)
}

// isOutletPart reports whether right, after a bar, is the outlet's and not the
// headline's.
func isOutletPart(left, right, bar, outlet string) bool {
	if namesOutlet(right, outlet) {
		return true
	}
	lw, rw := len(strings.Fields(left)), len(strings.Fields(right))
	switch strings.TrimSpace(bar) {
	case "-", "–", "—", "·":
		return rw <= 3 && lw >= 4 || isHost(right)
	}
	return lw >= rw && lw >= 2
}

// namesOutlet reports a part of a title that holds the outlet's name or is held
// by it.
func namesOutlet(part, outlet string) bool {
	if outlet == "" {
		return false
	}
	part, outlet = strings.ToLower(part), strings.ToLower(outlet)
	return strings.Contains(outlet, part) || strings.Contains(part, outlet)
}

// cutStart takes outlets and hosts off the start: "Outlet: Title", "gazette.com -
// Section - Title".
func cutStart(title, outlet string) string {
	if outlet != "" && strings.HasPrefix(title, outlet) {
		for _, bar := range [...]string{": ", " - ", " | ", " – "} {
			if rest, ok := strings.CutPrefix(title[len(outlet):], bar); ok && rest != "" {
				return rest
			}
		}
	}
	for _, bar := range [...]string{": ", " - ", " | ", " – "} {
		first, rest, ok := strings.Cut(title, bar)
		if ok && rest != "" && isHost(first) {
			return lastPart(rest)
		}
	}
	return title
}

// lastPart is what follows a section's name of one word: "Music - Title".
func lastPart(title string) string {
	for _, bar := range [...]string{" - ", "- "} {
		if section, rest, ok := strings.Cut(title, bar); ok && !strings.Contains(section, " ") && strings.Contains(strings.TrimSpace(rest), " ") {
			return strings.TrimSpace(rest)
		}
	}
	return title
}

// isHost reports the name of a web site, "gazette.com".
func isHost(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 1 || strings.IndexByte(s, ' ') >= 0 || len(s)-dot < 3 || len(s)-dot > 5 {
		return false
	}
	for _, c := range strings.ToLower(s[dot+1:]) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// cutNote takes what pages add in brackets or as a day off the end of a title:
// "(from Harbour Gazette)", "- 1/21/2008".
func cutNote(title string) string {
	if i := strings.LastIndexByte(title, '('); i > 0 && strings.HasSuffix(title, ")") {
		note := strings.ToLower(title[i+1:])
		for _, start := range [...]string{"from ", "via ", "with pictures", "with video", "video)", "photos)", "update", "updated"} {
			if strings.HasPrefix(note, start) {
				title = strings.TrimSpace(title[:i])
				break
			}
		}
	}
	if i := strings.LastIndex(title, " - "); i > 0 && len(title)-i <= len(" - 12 September 2025") {
		if day := title[i+len(" - "):]; day[0] >= '0' && day[0] <= '9' && extract.IsDate(day) {
			title = title[:i]
		}
	}
	return title
}
