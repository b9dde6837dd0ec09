package pdf

import "strings"

// Widths of the ASCII characters of Helvetica and Times, a byte each: the width
// in thousandths of the type size is 12*(b-32), near enough to tell a space.
// Files may leave the widths of the standard fonts out.
const (
	helvetica = `77>NNjX2<<@Q7<77NNNNNNNNNN77QQQNuXX\\XSa\7JXNe\aXa\XS\XoXXS777<N2NNJNN7NN22J2eNNNN<J7NJ\JJJ<6<<`
	times     = `5<BJJea<<<JO5<57JJJJJJJJJJ77OOOEm\XX\SN\\<@\Sj\\N\XNS\\o\\S<7<<J<EJEJE<JJ77J7aJJJJ<@7JJ\JJEH1H<`
)

// standardWidth is a guess of how wide a character is in a font that does not
// say, in thousandths of the type size.
func standardWidth(font, s string) float64 {
	if strings.Contains(font, "Courier") || strings.Contains(font, "Mono") {
		return 600
	}
	table := times
	if strings.Contains(font, "Helvetica") || strings.Contains(font, "Arial") {
		table = helvetica
	}
	wide := 1.0
	if strings.Contains(font, "Bold") {
		wide = 1.06
	}
	if len(s) == 0 {
		return 500
	}
	if c := s[0]; c >= ' ' && c <= '~' {
		return wide * 12 * float64(table[c-' ']-' ')
	}
	for _, r := range s {
		if isWide(r) {
			return 1000
		}
		break
	}
	return wide * 500
}
