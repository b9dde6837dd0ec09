package analysis

// The scripts that are told apart. Those before numWordScripts are shared by
// several languages, which their words and letters tell apart; each of the others
// stands for one language, but Han and kana, which make up Chinese and Japanese.
const (
	scriptLatin = iota
	scriptCyrillic
	scriptArabic
	scriptDevanagari
	numWordScripts
	scriptGreek = iota - 1
	scriptHebrew
	scriptThai
	scriptHangul
	scriptGeorgian
	scriptArmenian
	scriptBengali
	scriptGurmukhi
	scriptGujarati
	scriptOriya
	scriptTamil
	scriptTelugu
	scriptKannada
	scriptMalayalam
	scriptSinhala
	scriptLao
	scriptTibetan
	scriptBurmese
	scriptKhmer
	scriptEthiopic
	scriptHan
	scriptKana
	numScripts
	scriptNone
)

// scriptLanguages are the languages of the scripts from numWordScripts on.
var scriptLanguages = [...]string{"el", "he", "th", "ko", "ka", "hy", "bn", "pa", "gu", "or", "ta", "te", "kn", "ml", "si", "lo", "bo", "my", "km", "am", "zh", "ja"}

// blocks are the ranges of the scripts, in order.
var blocks = [...]struct {
	lo, hi rune
	script int
}{
	{0xAA, 0xAA, scriptLatin}, {0xBA, 0xBA, scriptLatin}, {0xC0, 0xD6, scriptLatin}, {0xD8, 0xF6, scriptLatin}, {0xF8, 0x24F, scriptLatin}, {0x250, 0x2AF, scriptLatin}, {0x370, 0x3FF, scriptGreek}, {0x400, 0x52F, scriptCyrillic},
	{0x531, 0x58F, scriptArmenian}, {0x591, 0x5F4, scriptHebrew}, {0x620, 0x65F, scriptArabic}, {0x66E, 0x6D3, scriptArabic}, {0x6D5, 0x6EF, scriptArabic}, {0x6FA, 0x77F, scriptArabic},
	{0x900, 0x963, scriptDevanagari}, {0x970, 0x97F, scriptDevanagari}, {0x980, 0x9FF, scriptBengali}, {0xA00, 0xA7F, scriptGurmukhi}, {0xA80, 0xAFF, scriptGujarati}, {0xB00, 0xB7F, scriptOriya}, {0xB80, 0xBFF, scriptTamil},
	{0xC00, 0xC7F, scriptTelugu}, {0xC80, 0xCFF, scriptKannada}, {0xD00, 0xD7F, scriptMalayalam}, {0xD80, 0xDFF, scriptSinhala}, {0xE00, 0xE4E, scriptThai}, {0xE80, 0xEFF, scriptLao}, {0xF00, 0xFFF, scriptTibetan},
	{0x1000, 0x109F, scriptBurmese}, {0x10A0, 0x10FF, scriptGeorgian}, {0x1100, 0x11FF, scriptHangul}, {0x1200, 0x139F, scriptEthiopic}, {0x1780, 0x17FF, scriptKhmer}, {0x1E00, 0x1EFF, scriptLatin}, {0x1F00, 0x1FFF, scriptGreek},
	{0x3041, 0x30FF, scriptKana}, {0x3130, 0x318F, scriptHangul}, {0x3400, 0x9FFF, scriptHan}, {0xAC00, 0xD7AF, scriptHangul}, {0xF900, 0xFAFF, scriptHan}, {0xFB1D, 0xFB4F, scriptHebrew}, {0xFB50, 0xFDFF, scriptArabic}, {0xFE70, 0xFEFC, scriptArabic}, {0x20000, 0x3FFFF, scriptHan},
}

// scriptOf is the script of a letter, scriptNone for what is no letter.
func scriptOf(r rune) int {
	switch { // the common ones first
	case 0x4E00 <= r && r <= 0x9FFF:
		return scriptHan
	case 0x400 <= r && r <= 0x52F:
		return scriptCyrillic
	case 0xAC00 <= r && r <= 0xD7AF:
		return scriptHangul
	}
	lo, hi := 0, len(blocks)
	for lo < hi {
		mid := (lo + hi) / 2
		if blocks[mid].hi < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(blocks) && blocks[lo].lo <= r {
		return blocks[lo].script
	}
	return scriptNone
}

// scriptCount is the number of letters of each script.
type scriptCount [numScripts]int

// largest is the script with the most letters, or -1 when there are none. Signs
// that stand for a syllable or a word count for three letters.
func (s *scriptCount) largest() int {
	best, most := -1, 0
	for i, n := range s {
		if i == scriptHan || i == scriptKana || i == scriptHangul {
			n *= 3
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// han parts Japanese, which has a kana to every two or three Han signs, from
// Chinese, which has none; a name or a brand may bring a few.
func (s *scriptCount) han() string {
	if s[scriptKana]*12 > s[scriptHan] {
		return "ja"
	}
	return "zh"
}
