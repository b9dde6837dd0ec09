package column

import "strings"

// languages are the English names of the languages of ISO 639-1 in which there is
// news, after their codes.
const languages = " af afrikaans am amharic ar arabic az azerbaijani be belarusian bg bulgarian bn bengali bs bosnian ca catalan cs czech cy welsh" +
	" da danish de german el greek en english eo esperanto es spanish et estonian eu basque fa persian fi finnish fr french ga irish gl galician" +
	" gu gujarati ha hausa he hebrew hi hindi hr croatian hu hungarian hy armenian id indonesian is icelandic it italian ja japanese ka georgian" +
	" kk kazakh km khmer kn kannada ko korean ku kurdish ky kyrgyz lo lao lt lithuanian lv latvian mk macedonian ml malayalam mn mongolian mr marathi" +
	" ms malay mt maltese my burmese ne nepali nl dutch no norwegian pa punjabi pl polish ps pashto pt portuguese ro romanian ru russian sd sindhi" +
	" si sinhala sk slovak sl slovenian so somali sq albanian sr serbian sv swedish sw swahili ta tamil te telugu tg tajik th thai ti tigrinya" +
	" tk turkmen tl tagalog tr turkish tt tatar ug uyghur uk ukrainian ur urdu uz uzbek vi vietnamese yi yiddish zh chinese zu zulu "

// appendLanguage appends the English name of a language as one more reading.
func appendLanguage(dst []byte, code string) []byte {
	if len(code) != 2 {
		return dst
	}
	_, after, known := strings.Cut(languages, " "+code+" ")
	if !known {
		return dst
	}
	name, _, _ := strings.Cut(after, " ")
	return appendReading(dst, []byte(" "+name))
}
