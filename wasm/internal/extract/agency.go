package extract

import "strings"

// An agency is a news agency as credits name it.
type agency struct {
	code  string
	names []string // lower case, the code included where it is used in print
}

// agencies are the ones whose credit is met in print; the first name is the
// usual mark in a dateline.
var agencies = []agency{
	{"AP", []string{"ap", "associated press", "the associated press"}},
	{"Reuters", []string{"reuters", "thomson reuters", "reuters staff"}},
	{"AFP", []string{"afp", "agence france-presse", "agence france presse"}},
	{"UPI", []string{"upi", "united press international"}},
	{"dpa", []string{"dpa", "deutsche presse-agentur", "dpa-afx"}},
	{"Xinhua", []string{"xinhua", "xinhua news agency"}},
	{"TASS", []string{"tass", "itar-tass"}},
	{"Interfax", []string{"interfax", "interfax-ukraine"}},
	{"RIA", []string{"ria novosti", "ria"}},
	{"Ukrinform", []string{"ukrinform"}},
	{"ANI", []string{"ani", "asian news international"}},
	{"PTI", []string{"pti", "press trust of india"}},
	{"IANS", []string{"ians", "indo-asian news service"}},
	{"Kyodo", []string{"kyodo", "kyodo news"}},
	{"Jiji", []string{"jiji", "jiji press"}},
	{"Yonhap", []string{"yonhap", "yonhap news agency"}},
	{"Bernama", []string{"bernama"}},
	{"Antara", []string{"antara"}},
	{"EFE", []string{"efe", "agencia efe"}},
	{"ANSA", []string{"ansa"}},
	{"Lusa", []string{"lusa"}},
	{"APA", []string{"apa"}},
	{"SDA", []string{"sda", "keystone-sda"}},
	{"SID", []string{"sid"}},
	{"epd", []string{"epd"}},
	{"KNA", []string{"kna"}},
	{"ANP", []string{"anp"}},
	{"Belga", []string{"belga"}},
	{"NTB", []string{"ntb"}},
	{"TT", []string{"tt"}},
	{"PA", []string{"pa", "press association", "pa media"}},
	{"CP", []string{"cp", "canadian press", "the canadian press"}},
	{"AAP", []string{"aap", "australian associated press"}},
	{"Anadolu", []string{"aa", "anadolu", "anadolu agency"}},
	{"IRNA", []string{"irna"}},
	{"SPA", []string{"spa", "saudi press agency"}},
	{"MENA", []string{"mena"}},
	{"NAN", []string{"nan", "news agency of nigeria"}},
	{"Bloomberg", []string{"bloomberg", "bloomberg news"}},
	{"DowJones", []string{"dow jones", "dow jones newswires"}},
	{"PRNewswire", []string{"prnewswire", "pr newswire"}},
	{"BusinessWire", []string{"business wire"}},
	{"GlobeNewswire", []string{"globe newswire", "globenewswire"}},
}

// agencyNamed is the code of the agency that name is, "" if it is none. Case
// does not count, but a code of two or three letters must not be written as a
// word ("Tt", "spa").
func agencyNamed(name string) string {
	name = strings.Trim(name, " .,;:()")
	if len(name) < 2 || len(name) > 40 {
		return ""
	}
	for _, a := range agencies {
		for _, n := range a.names {
			if !strings.EqualFold(n, name) {
				continue
			}
			if len(n) <= 3 && name != strings.ToUpper(name) && name != a.code {
				return ""
			}
			return a.code
		}
	}
	return ""
}

// longAgencyIn is the code of an agency whose full name (no mere code) stands
// in text, "" if there is none.
func longAgencyIn(text string) string {
	for _, a := range agencies {
		for _, n := range a.names {
			if len(n) >= 7 && indexFold(text, n) >= 0 {
				return a.code
			}
		}
	}
	return ""
}

// indexFold is the place of an ASCII lower-case pattern in text, letters
// compared without case, or -1.
func indexFold(text, lower string) int {
	for i := 0; i+len(lower) <= len(text); i++ {
		if c := text[i]; (c == lower[0] || c|0x20 == lower[0]) && strings.EqualFold(text[i:i+len(lower)], lower) {
			return i
		}
	}
	return -1
}

// hasPrefixFold reports whether text begins with an ASCII lower-case pattern. The
// first byte decides for almost every text.
func hasPrefixFold(text, lower string) bool {
	return len(text) >= len(lower) && (text[0] == lower[0] || text[0]|0x20 == lower[0]) && strings.EqualFold(text[:len(lower)], lower)
}
