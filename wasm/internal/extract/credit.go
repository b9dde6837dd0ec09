package extract

import (
	"strings"

	"clippings/wasm/protocol"
)

// foreignDateline reads the openings of agencies that write none with a dash and
// brackets: "新华社北京7月3日电", "【ワシントン共同】", "(서울=연합뉴스)", "МОСКВА, 3
// июля. /ТАСС/.", "МОСКВА, 3 июл - РИА Новости.", "(ANSA) - ROMA, 03 LUG -".
func foreignDateline(t string) (dateline, bool) {
	switch head := t[:min(len(t), maxDateline)]; {
	case t == "":
		return dateline{}, false
	case strings.HasPrefix(t, "(ANSA)"):
		return romanDateline(head)
	case t[0] == '(' || strings.HasPrefix(t, "【") || strings.HasPrefix(t, "["):
		return bracketDateline(head)
	case t[0] >= 0xE4 && t[0] <= 0xE9:
		return chineseDateline(head)
	case t[0] == 0xD0 || t[0] == 0xD1:
		return russianDateline(head)
	}
	return dateline{}, false
}

// chineseDateline reads 新华社北京7月3日电: agency, city, day, "wired".
func chineseDateline(head string) (dateline, bool) {
	end := strings.Index(head, "电")
	if end < 0 {
		if end = strings.Index(head, "電"); end < 0 {
			return dateline{}, false
		}
	}
	for _, name := range [...]string{"新华社", "新華社", "中新社", "中新网", "中央社", "法新社", "路透社"} {
		rest, ok := strings.CutPrefix(strings.TrimPrefix(head[:end], "据"), name)
		if !ok {
			continue
		}
		city := cityOf(rest)
		if len(city) > len("乌兰巴托乌兰") {
			return dateline{}, false
		}
		return dateline{city: city, agency: agencyNamed(name), end: end + len("电")}, true
	}
	return dateline{}, false
}

// bracketDateline reads the place and agency that Japanese and Korean agencies put
// in brackets before the first word.
func bracketDateline(head string) (dateline, bool) {
	closing, size := strings.Index(head, "】"), len("】")
	if closing < 0 {
		if closing, size = strings.IndexAny(head, ")]"), 1; closing < 0 {
			return dateline{}, false
		}
	}
	inside := strings.Trim(head[:closing], "([【 ")
	d := dateline{end: closing + size}
	if place, agency, ok := strings.Cut(inside, "="); ok {
		d.city, d.agency = strings.TrimSpace(place), agencyNamed(wordBefore(agency))
		if d.agency == "" { // 【AFP=時事】
			d.city, d.agency = "", agencyNamed(place)
		} else if agencyNamed(place) != "" {
			d.city, d.agency = "", agencyNamed(place)
		}
		return d, d.agency != ""
	}
	for _, name := range [...]string{"共同", "時事", "ロイター"} {
		if place, ok := strings.CutSuffix(inside, name); ok && size > 1 {
			d.city, d.agency = strings.TrimRight(place, "・ "), agencyNamed(name)
			return d, true
		}
	}
	return dateline{}, false
}

func wordBefore(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexByte(s, ' '); i > 0 {
		return s[:i]
	}
	return s
}

// russianDateline reads the city and day before /ТАСС/ or a dash and the agency.
func russianDateline(head string) (dateline, bool) {
	open := strings.IndexByte(head, '/')
	if open > 0 {
		length := strings.IndexByte(head[open+1:], '/')
		if length > 0 {
			if code := agencyNamed(head[open+1 : open+1+length]); code != "" {
				return dateline{city: titlePlace(russianCity(head[:open])), agency: code, end: open + length + 2}, true
			}
		}
	}
	for _, name := range [...]string{"РИА Новости", "Интерфакс", "ИНТЕРФАКС", "INTERFAX", "УНИАН", "Укринформ"} {
		if i := strings.Index(head, name); i > 0 && strings.ContainsAny(head[:i], ",.") {
			return dateline{city: titlePlace(russianCity(head[:i])), agency: agencyNamed(name), end: i + len(name)}, true
		}
	}
	return dateline{}, false
}

// russianCity is what stands before the day: "МОСКВА, 3 июля.", "Москва. 3 июля."
func russianCity(head string) string {
	city := cityOf(head)
	if i := strings.IndexByte(city, '.'); i >= 0 {
		city = city[:i]
	}
	if !isPlace(city) {
		return ""
	}
	return city
}

// romanDateline reads "(ANSA) - ROMA, 03 LUG - ".
func romanDateline(head string) (dateline, bool) {
	rest := strings.TrimLeft(head[len("(ANSA)"):], " -–—")
	d := dateline{agency: "ANSA", end: len(head) - len(rest)}
	if i := strings.Index(rest, " - "); i > 0 {
		if city := cityOf(rest[:i]); isPlace(city) && isCapitals(city) {
			d.city, d.end = titlePlace(city), d.end+i+len(" - ")
		}
	}
	return d, true
}

// creditStarts come before an agency's name at the end of an article.
var creditStarts = [...]string{
	"source:", "sources:", "source :", "quelle:", "quellen:", "fuente:", "fuentes:", "fonte:", "fonti:", "bron:", "kilde:", "källa:", "zdroj:", "źródło:", "kaynak:", "источник:", "джерело:", "المصدر:", "المصدر :", "منبع:", "来源：", "来源:", "출처:",
	"avec", "mit", "with", "con información de", "con", "com", "com informações da", "com informações de", "via", "from", "met", "по материалам", "за матеріалами",
}

// creditFacts reads the agency that the last lines of an article name: in
// brackets after the last sentence, or alone on a line.
func (p *page) creditFacts() {
	for i := max(p.lo, p.hi-2); i < min(len(p.lines), p.hi+2); i++ {
		l := &p.lines[i]
		if l.kind == kindSignoff || l.kind == kindByline || l.role == protocol.RoleCaption || l.role == protocol.RoleRepeat || l.role == protocol.RoleFurniture {
			continue
		}
		start, end := creditNote(l.text)
		if start == 0 && (l.words > 6 || l.runes > 60) {
			continue
		}
		if start > 0 && p.signedDay(i, start, end) {
			return
		}
		if code := creditedAgency(l.text[start:end]); code != "" {
			p.lineFact(i, start, end, protocol.Fact{Field: "agency", Value: code, Rule: "credit"})
			return
		}
	}
}

// signedDay reads brackets after the last sentence that end with the day: "(Jane
// Roe, 19.1.2016)", "(APA/dpa, 1.11.2015)", and reports whether they do.
func (p *page) signedDay(i, start, end int) bool {
	note := strings.Trim(p.lines[i].text[start:end], "() .")
	st, ok := findDate(note)
	if !ok || st.end != len(note) || st.start == 0 || len(note) > 100 || namesPicture(note) {
		return false
	}
	who := strings.TrimRight(note[:st.start], " ,")
	code := creditedAgency(who)
	names, signed := splitNames(who), code != ""
	for _, name := range names {
		signed = signed || isName(name) || len(name) <= 4 && len(names) <= 3
	}
	if !signed {
		return false
	}
	at := start + strings.Index(p.lines[i].text[start:end], note)
	p.dateFact(i, at, st, protocol.Fact{Field: "date", Rule: "sign-off"})
	if code != "" {
		p.lineFact(i, start, end, protocol.Fact{Field: "agency", Value: code, Rule: "sign-off"})
	}
	for _, name := range names {
		if agencyNamed(name) == "" && isName(name) {
			p.lineFact(i, start, end, protocol.Fact{Field: "byline", Value: titleName(name), Rule: "sign-off"})
		}
	}
	return true
}

// creditedAgency is the agency of a note such as "(dpa)", "Quelle: dpa/AFP",
// "avec AFP", "" where it is none or credits a picture.
func creditedAgency(note string) string {
	if namesPicture(note) || len(note) > 120 {
		return ""
	}
	note = strings.Trim(note, " ()[]（）.-–—*_")
	for _, start := range creditStarts {
		if hasPrefixFoldText(note, start) && len(note) > len(start) {
			if rest := note[len(start):]; rest[0] == ' ' || !isLetterByte(start[len(start)-1]) || start[len(start)-1] >= 0x80 {
				note = strings.TrimLeft(rest, " :")
				break
			}
		}
	}
	for _, part := range strings.FieldsFunc(note, func(r rune) bool { return r == '/' || r == ',' || r == ';' || r == '+' || r == '&' }) {
		if code := agencyNamed(part); code != "" {
			return code
		}
	}
	return ""
}

// namesPicture reports a note that credits a picture and not the text.
func namesPicture(note string) bool {
	for _, word := range [...]string{"photo", "foto", "image", "picture", "getty", "bild", "video", "graphic", "grafik", "fotograf", "imago"} {
		if indexFold(note, word) >= 0 {
			return true
		}
	}
	return strings.Contains(note, "Фото") || strings.Contains(note, "фото") || strings.Contains(note, "صورة") || strings.Contains(note, "写真") || strings.Contains(note, "图片")
}
