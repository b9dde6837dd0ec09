package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// monthWords are the names of the months from January on, lower case, in the
// cases in which dates have them, with usual abbreviations: English, German,
// French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Finnish, Polish,
// Czech, Slovak, Hungarian, Romanian, Turkish, Indonesian, Catalan; Russian,
// Ukrainian, Belarusian, Bulgarian, Serbian; Greek; Arabic in Egypt, the Levant
// and the Maghreb; Persian, Urdu, Hebrew, Hindi, Thai. A word means the same
// month wherever it stands.
var monthWords = [12]string{
	`january jan januar jänner jaenner janvier janv enero ene gennaio gennaro genn gen janeiro januari januaris tammikuuta tammikuu stycznia styczeń sty ledna leden januára január januárius ianuarie ocak oca gener
	января январь янв січня січень січ студзеня януари јануар јануара ιανουαρίου ιανουάριος ιαν يناير جانفي كانون٢ ژانویه جنوری בינואר ינואר जनवरी มกราคม ม.ค`,
	`february feb febr februar feber février févr fév fevrier febrero febbraio febb fevereiro fev februari helmikuuta helmikuu lutego luty lut února únor februára február februarie şubat subat şub febrer febbr
	февраля февраль фев лютого лютий лют лютага февруари фебруар фебруара φεβρουαρίου φεβρουάριος φεβ فبراير فيفري شباط فوریه فروری בפברואר פברואר फरवरी फ़रवरी กุมภาพันธ์ ก.พ`,
	`march mar märz mär mrz maerz mars marzo març março maart mrt maaliskuuta maaliskuu marca marzec března březen marec március márc martie mart marts maret
	марта март мар березня березень бер сакавіка март марта μαρτίου μάρτιος μαρ مارس آذار مارچ במרץ מרץ मार्च มีนาคม มี.ค`,
	`april apr avril avr abril abr aprile april aprill huhtikuuta huhtikuu kwietnia kwiecień kwi dubna duben apríla apríl április ápr aprilie nisan nis
	апреля апрель апр квітня квітень квіт красавіка април априла απριλίου απρίλιος απρ أبريل ابريل إبريل أفريل نيسان آوریل اپریل באפריל אפריל अप्रैल เมษายน เม.ย`,
	`may mai mayo maggio mag maio mei maj toukokuuta toukokuu maja května květen mája máj május mayıs mayis maig maí
	мая май травня травень трав мая май маја мај μαΐου μάιος μαι مايو ماي أيار ايار مه مئی במאי מאי मई พฤษภาคม พ.ค`,
	`june jun juni juin junio giugno giu junho kesäkuuta kesäkuu czerwca czerwiec cze června červen júna jún június iunie haziran haz juny
	июня июнь июн червня червень черв чэрвеня юни јун јуна ιουνίου ιούνιος ιουν يونيو يونيه جوان حزيران ژوئن جون ביוני יוני जून มิถุนายน มิ.ย`,
	`july jul juli juillet juil julio luglio lug julho heinäkuuta heinäkuu lipca lipiec lip července červenec júla júl július iulie temmuz tem juliol
	июля июль июл липня липень лип ліпеня юли јул јула ιουλίου ιούλιος ιουλ يوليو يوليه جويلية تموز ژوئیه جولائی ביולי יולי जुलाई กรกฎาคม ก.ค`,
	`august aug août aout agosto ago augustus elokuuta elokuu sierpnia sierpień sie srpna srpen augusta augusztus aug ağustos agustos ağu agost agustus
	августа август авг серпня серпень серп жніўня август августа αυγούστου αύγουστος αυγ أغسطس اغسطس أوت آب اوت اگست באוגוסט אוגוסט अगस्त สิงหาคม ส.ค`,
	`september sep sept septembre septiembre settembre sett setembro set syyskuuta syyskuu września wrzesień wrz září septembra szeptember szept septembrie eylül eylul eyl setembre setiembre
	сентября сентябрь сен сент вересня вересень вер верасня септември септембар септембра σεπτεμβρίου σεπτέμβριος σεπ سبتمبر أيلول ايلول سپتامبر ستمبر בספטמבר ספטמבר सितंबर सितम्बर กันยายน ก.ย`,
	`october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu października październik paź října říjen októbra október octombrie ekim eki
	октября октябрь окт жовтня жовтень жовт кастрычніка октомври октобар октобра οκτωβρίου οκτώβριος οκτ أكتوبر اكتوبر اکتبر اکتوبر באוקטובר אוקטובר अक्टूबर ตุลาคม ต.ค`,
	`november nov novembre noviembre novembro marraskuuta marraskuu listopada listopad lis listopadu novembra noiembrie kasım kasim kas
	ноября ноябрь ноя нояб листопада листопад лист лістапада ноември новембар новембра νοεμβρίου νοέμβριος νοε نوفمبر نوامبر نومبر בנובמבר נובמבר नवंबर नवम्बर พฤศจิกายน พ.ย`,
	`december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro joulukuuta joulukuu grudnia grudzień gru prosince prosinec decembra decembrie aralık aralik ara desember des desembre
	декабря декабрь дек грудня грудень груд снежня декември децембар децембра δεκεμβρίου δεκέμβριος δεκ ديسمبر دسامبر دسمبر בדצמבר דצמבר दिसंबर दिसम्बर ธันวาคม ธ.ค`,
}

// months maps the names to numbers from 1.
var months = sync.OnceValue(func() map[string]int {
	m := make(map[string]int, 512)
	for i, names := range monthWords {
		for name := range strings.FieldsSeq(names) {
			m[name] = i + 1
		}
	}
	return m
})

// maxMonthName is more bytes than any name has, in lower case.
const maxMonthName = 40

// monthAt reads a month name at i: its number from 1, and the end with the dot
// of an abbreviation and a "de" after it; 0 where there is none.
func monthAt(text string, i int) (month, end int) {
	if strings.HasPrefix(text[i:], "de ") {
		i += len("de ")
	}
	if month, end = levantMonth(text, i); month > 0 {
		return month, end
	}
	if month, end = thangMonth(text, i); month > 0 {
		return month, end
	}
	if !monthPairs().mayHold(text[i:]) {
		return 0, i
	}
	var lower [maxMonthName + utf8.UTFMax]byte
	n, j := 0, i
	for j < len(text) && n < maxMonthName {
		r, size := utf8.DecodeRuneInString(text[j:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !(r == '.' && isThai(text[i:j]) && n < 8) {
			break
		}
		n += utf8.EncodeRune(lower[n:], unicode.ToLower(r))
		j += size
	}
	if n < 3 || n >= maxMonthName {
		return 0, i
	}
	name := strings.TrimSuffix(string(lower[:n]), ".")
	if month = months()[name]; month == 0 {
		return 0, i
	}
	if j < len(text) && (text[j] == '.' || text[j] == '/' && isArabic(text[i:j])) {
		j = skipTwin(text, j)
	}
	if k := skipSpaces(text, j); strings.HasPrefix(text[k:], "de ") {
		return month, k + len("de ")
	}
	return month, j
}

// skipTwin passes over the dot of an abbreviation, or over the second name that
// Arabic papers give after a stroke: يوليو/تموز.
func skipTwin(text string, j int) int {
	if text[j] == '.' {
		return j + 1
	}
	if month, end := monthAt(text, j+1); month > 0 {
		return end
	}
	return j
}

func isArabic(s string) bool { return len(s) > 0 && 0xD8 <= s[0] && s[0] <= 0xDB }

func isThai(s string) bool { return len(s) > 1 && s[0] == 0xE0 && (s[1] == 0xB8 || s[1] == 0xB9) }

// levantMonth reads the months of two words: كانون الثاني is January, كانون الأول
// December, تشرين الأول October, تشرين الثاني November.
func levantMonth(text string, i int) (month, end int) {
	for _, m := range [...]struct {
		word          string
		first, second int
	}{{"كانون", 12, 1}, {"تشرين", 10, 11}} {
		rest, ok := strings.CutPrefix(text[i:], m.word)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " ")
		for _, ordinal := range [...]string{"الأول", "الاول", "أول"} {
			if after, ok := strings.CutPrefix(rest, ordinal); ok {
				return m.first, len(text) - len(after)
			}
		}
		for _, ordinal := range [...]string{"الثاني", "الثانى", "ثان"} {
			if after, ok := strings.CutPrefix(rest, ordinal); ok {
				return m.second, len(text) - len(after)
			}
		}
	}
	return 0, i
}

// thangMonth reads the numbered month of Vietnamese: "tháng 7".
func thangMonth(text string, i int) (month, end int) {
	rest, ok := strings.CutPrefix(text[i:], "tháng ")
	if !ok {
		return 0, i
	}
	n, count, end := digits(text, len(text)-len(rest))
	if count == 0 || n < 1 || n > 12 {
		return 0, i
	}
	return n, end
}
