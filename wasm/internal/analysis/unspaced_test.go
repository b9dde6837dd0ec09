package analysis

import (
	"strings"
	"testing"
)

// stands reports whether a text holds a query by the scheme of the search: the words
// of the query side by side, one alone perhaps inside a word of the text.
func stands(query, text string) bool {
	terms := func(text string) (all []string) {
		var s Scanner
		for s.Reset(text); s.Next(); {
			all = append(all, string(s.Term()))
		}
		return all
	}
	want, have := terms(query), terms(text)
	for i := 0; i+len(want) <= len(have); i++ {
		n := 0
		for n < len(want) && have[i+n] == want[n] {
			n++
		}
		if n == len(want) && n > 0 {
			return true
		}
		if len(want) == 1 && IsUnspaced([]byte(want[0])) && strings.Contains(have[i], want[0]) {
			return true
		}
	}
	return false
}

// TestMatching is what the search promises of scripts and spellings.
func TestMatching(t *testing.T) {
	for _, test := range []struct {
		query, text string
		want        bool
	}{
		// Chinese and Japanese: signs side by side.
		{"東京都知事", "昨日、東京都知事は会見した。", true},
		{"東京都知事", "東京の知事", false},
		{"京都", "東京都", true}, // as every search by n-grams has it
		{"人民", "中华人民共和国", true},
		{"らーめん", "おいしいらーめん屋", true},
		{"人々", "多くの人々が", true},
		{"𠮷野家", "牛丼の𠮷野家で", true},
		// Katakana, of any width, also inside a longer word.
		{"サッカー", "彼はサッカーを見た", true},
		{"サッカー", "サッカーボール", true},
		{"ｻｯｶｰ", "女子サッカー", true},
		{"パリ", "ﾊﾟﾘの空港", true},
		{"ボール", "サッカー", false},
		// Korean with its particles.
		{"서울", "서울에서 열린 회의", true},
		{"서울", "남서울은", true},
		{"대통령", "부대통령이", true},
		{"부산", "서울에서", false},
		// Thai, Lao, Khmer, Burmese.
		{"กรุงเทพ", "ที่กรุงเทพมหานครวันนี้", true},
		{"ประเทศไทย", "ในประเทศไทย", true},
		{"เชียงใหม่", "กรุงเทพมหานคร", false},
		{"ລາວ", "ພາສາລາວ", true},
		{"ខ្មែរ", "ភាសាខ្មែរ", true},
		{"မြန်မာ", "မြန်မာဘာသာ", true},
		{"2567", "ปี ๒๕๖๗", true},
		// Arabic: alef forms, ta marbuta, alef maqsura, tatweel, vowel signs, digits.
		{"الاسلام", "الإسلام", true},
		{"احمد", "أَحْمَد", true},
		{"حكومه", "حكومة", true},
		{"علي", "على", true},
		{"محمد", "مـحـمـد", true},
		{"2024", "٢٠٢٤", true},
		{"2024", "۲۰۲۴", true},
		// Case, accents, width.
		{"zurich", "ZÜRICH", true},
		{"Zürich", "Zu\u0308rich", true},
		{"strasse", "Straße", true},
		{"ABC", "ＡＢＣ", true},
		{"istanbul", "İstanbul", true},
		{"lodz", "ŁÓDŹ", true},
		{"ΑΘΗΝΑ", "Αθήνα", true},
		{"елка", "ЁЛКА", true},
		// Spelling and transliteration.
		{"organise", "organize", true},
		{"centre", "center", true},
		{"Zelensky", "Zelenskyy", true},
		{"Kiev", "Kyiv", true},
	} {
		if got := stands(test.query, test.text); got != test.want {
			t.Errorf("%q in %q: %v, want %v", test.query, test.text, got, test.want)
		}
	}
}

func TestIsUnspaced(t *testing.T) {
	for word, want := range map[string]bool{
		"": false, "a": false, "서": false, "서울": true, "カー": true, "カ": false, "東京": false, "ひら": false,
		"k팝": false, "서울2": false, "\u1109\u1165": true, "\xff\xff": false,
	} {
		if got := IsUnspaced([]byte(word)); got != want {
			t.Errorf("IsUnspaced(%q) = %v", word, got)
		}
	}
}
