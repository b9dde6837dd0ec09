package extract

import "strings"

// A slug is the first line of an article in the style
// "Title/ Outlet/ CITY/ Author/ Edition/ lead".
type slug struct {
	title, outlet, city, author string
	span                        [4][2]int // where each of them stands: start and end in bytes
}

// parseSlug takes the parts of a slug line by their form: the first is the
// title, the one in capitals the city, the one after it the author, the one
// before it the outlet.
func parseSlug(t string) slug {
	var s slug
	start, ordinal := 0, 0
	for ordinal < 6 {
		i := strings.Index(t[start:], "/ ")
		if i < 0 {
			break
		}
		part := strings.TrimSpace(t[start : start+i])
		at := start + strings.Index(t[start:start+i], part)
		switch {
		case ordinal == 0:
			s.title = part
		case s.city == "" && isCapitals(part) && isPlace(part):
			s.city, s.span[2] = titlePlace(part), [2]int{at, at + len(part)}
		case s.city == "" && s.outlet == "" && isPlace(part):
			s.outlet, s.span[1] = part, [2]int{at, at + len(part)}
		case s.city != "" && s.author == "" && isName(part):
			s.author, s.span[3] = part, [2]int{at, at + len(part)}
		}
		start += i + 2
		ordinal++
	}
	return s
}
