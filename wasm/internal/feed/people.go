package feed

import (
	"strings"

	"clippings/wasm/internal/markup"
)

// people are the names in an author element: that of Atom, which has elements
// inside, or that of RSS, which should be an address with the name in brackets
// and is whatever the editor typed.
func people(raw string) []string {
	if !markup.HasTags(raw) {
		return nameOf(markup.TextOf(raw))
	}
	var names []string
	s := markup.New(raw)
	named := false
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if k == markup.Start && s.Local() == "name" {
			named = true
			names = append(names, nameOf(plainValue(s))...)
		}
	}
	if !named {
		s = markup.New(raw)
		var text strings.Builder
		for k := s.Next(); k != markup.EOF; k = s.Next() {
			switch {
			case k == markup.Text:
				text.WriteString(s.Text())
			case k == markup.Start && (s.Local() == "email" || s.Local() == "uri" || s.Local() == "url" || s.Local() == "homepage"):
				s.Inner()
			}
		}
		return nameOf(text.String())
	}
	return names
}

// nameOf is the name in "a@b.c (Name)", "Name <a@b.c>", "Name (a@b.c)",
// "By Name" and "Name". An address alone names nobody.
func nameOf(text string) []string {
	text = markup.Plain(angles.Replace(onlyAddresses(text)))
	if before, inside, ok := strings.Cut(text, "("); ok {
		inside, after, _ := strings.Cut(inside, ")")
		if isAddress(inside) {
			text = markup.Line(before + " " + after)
		} else if isAddress(before) {
			text = markup.Line(inside)
		}
	}
	text = strings.TrimPrefix(text, "mailto:")
	for _, by := range [...]string{"By ", "by ", "BY ", "By: ", "by: "} {
		text = strings.TrimPrefix(text, by)
	}
	text = strings.Trim(text, " ,;\"")
	if text == "" || isAddress(text) || strings.Contains(text, "://") {
		return nil
	}
	return []string{text}
}

var angles = strings.NewReplacer("<", " (", ">", ") ")

// onlyAddresses keeps the angle brackets of <a@b.c> and drops other tags.
func onlyAddresses(text string) string {
	if markup.HasHTML(text) {
		return markup.Plain(text)
	}
	return text
}

// isAddress reports whether text is one mail address.
func isAddress(text string) bool {
	text = strings.TrimSpace(text)
	return strings.IndexByte(text, '@') > 0 && !strings.Contains(text, " ")
}
