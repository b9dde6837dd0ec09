package mail

import "strings"

// prose is how much of text is words that people read: letters outside tags,
// styles, scripts and web addresses. Plain alternatives of newsletters are half
// addresses, and their pages half styles.
func prose(text []piece) (n int) {
	for _, p := range text {
		if p.html {
			n += proseOfPage(p.text)
		} else {
			n += proseOfPlain(p.text)
		}
	}
	return n
}

func proseOfPlain(s string) (n int) {
	for len(s) > 0 {
		before, after, _ := strings.Cut(s, "http")
		n += letters(before)
		if i := strings.IndexAny(after, " \t\r\n>"); i >= 0 {
			s = after[i:]
		} else {
			return n
		}
	}
	return n
}

func proseOfPage(s string) (n int) {
	for len(s) > 0 {
		before, tag, _ := strings.Cut(s, "<")
		n += letters(before)
		if close := hidden(tag); close != "" {
			if i := indexFold(tag, close); i >= 0 {
				tag = tag[i:]
			} else {
				return n
			}
		}
		_, s, _ = strings.Cut(tag, ">")
	}
	return n
}

// hidden is the end of an element whose content is not shown, or "".
func hidden(tag string) string {
	switch {
	case strings.HasPrefix(tag, "!--"):
		return "-->"
	case len(tag) > 6 && strings.EqualFold(tag[:5], "style"):
		return "</style"
	case len(tag) > 6 && strings.EqualFold(tag[:6], "script"):
		return "</script"
	case len(tag) > 6 && strings.EqualFold(tag[:5], "title"):
		return "</title"
	}
	return ""
}

// indexFold is where lower, which is lower case ASCII, begins in s, in any case.
func indexFold(s, lower string) int {
	for at := 0; ; at++ {
		i := strings.IndexByte(s[at:], lower[0])
		if i < 0 || len(s)-at-i < len(lower) {
			return -1
		}
		if at += i; strings.EqualFold(s[at:at+len(lower)], lower) {
			return at
		}
	}
}

// letters counts bytes of letters, in any script.
func letters(s string) (n int) {
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || 'a' <= c|0x20 && c|0x20 <= 'z' {
			n++
		}
	}
	return n
}
