package table

import "strings"

// splitNames takes a list of authors apart: "A; B", "A | B", "A and B",
// "A, B and C", the "['A', 'B']" that Python writes. "Last, First" stays whole.
func splitNames(s string) []string {
	s = strings.TrimSpace(s)
	if len(s) > 2 && s[0] == '[' && s[len(s)-1] == ']' {
		return pythonList(s[1 : len(s)-1])
	}
	var names []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '|' || r == '\n' }) {
		for _, joined := range cutWords(part) {
			names = appendNames(names, joined)
		}
	}
	return names
}

// joiners stand between two authors.
var joiners = [...]string{" and ", " AND ", " And ", " & ", " und ", " et ", " och ", " y "}

func cutWords(s string) []string {
	for _, j := range joiners {
		if a, b, ok := strings.Cut(s, j); ok {
			return append(cutWords(a), cutWords(b)...)
		}
	}
	return []string{s}
}

// appendNames splits at commas if every part looks like a whole name.
func appendNames(names []string, s string) []string {
	parts := strings.Split(s, ",")
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" && !strings.Contains(p, " ") && len(p) < 30 && len(parts) < 4 {
			parts = []string{strings.Trim(s, " ,")} // "Last, First", "Jane Doe, Reuters"
			break
		}
	}
	for _, p := range parts {
		names = appendName(names, p)
	}
	return names
}

func appendName(names []string, p string) []string {
	p = strings.Trim(p, " \t,")
	for _, by := range [...]string{"By ", "by ", "BY ", "Von ", "von: ", "Par "} {
		if rest, ok := strings.CutPrefix(p, by); ok {
			p = strings.TrimSpace(rest)
		}
	}
	if p == "" || len(names) >= maxNames {
		return names
	}
	for _, n := range names {
		if n == p {
			return names
		}
	}
	return append(names, p)
}

// maxNames bounds the authors of one article; a longer list is none of authors.
const maxNames = 64

// pythonList reads 'A', "B" as a Python program prints a list.
func pythonList(s string) []string {
	var names []string
	for s = strings.TrimLeft(s, " ,"); s != ""; s = strings.TrimLeft(s, " ,") {
		end := -1
		if q := s[0]; q == '\'' || q == '"' {
			if k := strings.IndexByte(s[1:], q); k >= 0 {
				names = appendName(names, s[1:1+k])
				s = s[k+2:]
				continue
			}
			s = s[1:]
		}
		if end = strings.IndexByte(s, ','); end < 0 {
			end = len(s)
		}
		names = appendName(names, s[:end])
		s = s[end:]
	}
	return names
}

// languages holds the names and longer codes of languages after their code.
const languages = "|en eng english|de deu ger german deutsch|fr fra fre french français|es spa spanish español|it ita italian italiano|" +
	"pt por portuguese português|nl nld dut dutch nederlands|sv swe swedish svenska|no nor norwegian norsk|da dan danish dansk|fi fin finnish suomi|" +
	"pl pol polish polski|cs ces cze czech|sk slk slovak|hu hun hungarian|ro ron rum romanian|bg bul bulgarian|el ell gre greek|tr tur turkish türkçe|" +
	"ru rus russian русский|uk ukr ukrainian українська|ar ara arabic العربية|he heb hebrew|fa fas per persian farsi|ur urd urdu|hi hin hindi|bn ben bengali|" +
	"zh zho chi chinese 中文|ja jpn japanese 日本語|ko kor korean 한국어|vi vie vietnamese|th tha thai|id ind indonesian|ms msa may malay|sw swa swahili|" +
	"ca cat catalan|eu eus basque|hr hrv croatian|sr srp serbian|sl slv slovenian|lt lit lithuanian|lv lav latvian|et est estonian|ta tam tamil|te tel telugu|" +
	"is isl icelandic|ga gle irish|cy cym welsh|af afr afrikaans|sq sqi albanian|mk mkd macedonian|hy hye armenian|ka kat georgian|az aze azerbaijani|kk kaz kazakh|"

// langCode is the ISO 639-1 code that "en-US", "eng" or "English" stand for, ""
// if it is not known.
func langCode(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if i := strings.IndexAny(s, "-_"); i == 2 || i == 3 {
		s = s[:i]
	}
	if len(s) < 2 || len(s) > 20 || strings.ContainsAny(s, " |") {
		return ""
	}
	i := strings.Index(languages, " "+s+" ")
	if i < 0 {
		if i = strings.Index(languages, "|"+s+" "); i < 0 {
			if i = strings.Index(languages, " "+s+"|"); i < 0 {
				return ""
			}
		}
	}
	if languages[i] == '|' {
		return languages[i+1 : i+3]
	}
	start := strings.LastIndexByte(languages[:i], '|')
	return languages[start+1 : start+3]
}
