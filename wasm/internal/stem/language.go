package stem

import (
	"math/bits"
	"strings"
)

// Languages is a set of languages this package has rules for.
type Languages uint32

// The languages. Danish and Norwegian have one set of rules.
const (
	English Languages = 1 << iota
	German
	French
	Spanish
	Italian
	Portuguese
	Dutch
	Swedish
	Danish
	Russian
	Ukrainian
	Arabic

	languages = iota
	// All is every language.
	All Languages = 1<<languages - 1
)

// compounding are the languages that write a noun and the noun before it as one
// word.
const compounding = German | Dutch | Swedish | Danish

// codes are the ISO 639-1 codes in the order of the constants.
const codes = "en de fr es it pt nl sv da ru uk ar"

// Of is the language of an ISO 639-1 code, in small letters, or 0 if there are
// no rules for it. Norwegian (no, nb, nn) is Danish here.
func Of(code string) Languages {
	switch code {
	case "no", "nb", "nn":
		return Danish
	}
	if len(code) != 2 {
		return 0
	}
	if i := strings.Index(codes, code); i >= 0 && i%3 == 0 {
		return 1 << (i / 3)
	}
	return 0
}

// Code is the ISO 639-1 code of the first language of the set, or "" if the set is
// empty.
func (l Languages) Code() string {
	if l &= All; l == 0 {
		return ""
	}
	i := 3 * bits.TrailingZeros32(uint32(l))
	return codes[i : i+2]
}
