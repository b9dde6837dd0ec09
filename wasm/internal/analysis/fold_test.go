package analysis

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldPlain is what golang.org/x/text says of one rune: compatibility
// decomposition, dropped marks dropped, small letters, composed again.
func foldPlain(r rune) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(string(unicode.ToLower(r))) {
		if !isDropped(c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return norm.NFC.String(b.String())
}

func isDropped(r rune) bool {
	for _, span := range foldDropped {
		if span[0] <= r && r <= span[1] {
			return true
		}
	}
	return false
}

// ownFold are the runes that we fold in a way of our own: letters with a stroke
// or of two letters, final and other forms, digits of other scripts, й and its
// kind kept whole, fractions and bracketed numbers made plain.
const ownFold = "‘’ʼæøœßþðđħıłŧŀſçŉǣǽǿᴭᶞ℠℡℻ℼℽℾℿ⅀™ẚℏς" + "йўїѓќ" + "ٱىیةہەۀۂۃکٵٶٷٸ" + "ำຳໜໝ" + "ͺ´΄µ"

func TestFoldAgainstNorm(t *testing.T) {
	isOwn := func(r rune) bool {
		l := unicode.ToLower(r)
		return strings.ContainsRune(ownFold, l) || unicode.Is(unicode.No, r) || unicode.Is(unicode.Nd, r) ||
			0x0250 <= l && l < 0x0300 || 0x1D00 <= l && l < 0x1DC0 || // signs of phonetic alphabets
			0x0900 <= l && l < 0x1000 // Indic and Tibetan letters with a dot come from a list
	}
	differ := 0
	for r := rune(0x80); r < foldLimit; r++ {
		if !(unicode.IsLetter(r) || unicode.IsNumber(r)) || isOwn(r) {
			continue
		}
		got, want := Fold(string(r)), foldPlain(r)
		if strings.ContainsAny(want, ownFold) {
			continue
		}
		if got != want {
			differ++
			t.Errorf("U+%04X %c: folded %q, norm says %q", r, r, got, want)
		}
		if differ > 40 {
			t.FailNow()
		}
	}
}

// composedOnly are rare letters whose decomposed form folds to another.
const composedOnly = "ஔゞヷヸヹヺヾ"

// TestFoldComposed: text in decomposed form folds as the composed does, but for
// Burmese, Balinese and Tibetan.
func TestFoldComposed(t *testing.T) {
	for r := rune(0xC0); r < 0xD7A4; r++ {
		if unicode.IsLetter(r) && !strings.ContainsRune(composedOnly, r) && !(0x0F00 <= r && r < 0x1100) && !(0x1B00 <= r && r < 0x1C00) {
			if a, b := Fold(string(r)), Fold(norm.NFD.String(string(r))); a != b {
				t.Errorf("U+%04X %c: composed %q, decomposed %q", r, r, a, b)
			}
		}
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ word, want string }{
		{"ÉCOLE", "ecole"}, {"Straße", "strasse"}, {"STRAẞE", "strasse"}, {"Ærø", "aero"}, {"Đặng", "dang"},
		{"İstanbul", "istanbul"}, {"ISPARTA", "isparta"}, {"ılık", "ilik"}, {"Łódź", "lodz"}, {"œuvre", "oeuvre"},
		{"ﬁnance", "finance"}, {"ＡＢＣ１２３", "abc123"}, {"ﾊﾟﾝ", "パン"}, {"ガ", "ガ"}, {"か\u3099", "が"},
		{"ёлка", "елка"}, {"йод", "йод"}, {"и\u0306од", "йод"}, {"Її", "її"}, {"за\u0301мок", "замок"},
		{"أحمد", "احمد"}, {"إلى", "الي"}, {"مُحَمَّد", "محمد"}, {"جمـــيل", "جميل"}, {"ﻻ", "لا"}, {"ﺏ", "ب"}, {"٢٠٢٥", "2025"},
		{"Ελλάς", "ελλασ"}, {"it’s", "it's"}, {"co\u00adop", "coop"}, {"½", "1/2"}, {"m²", "m2"}, {"𝐁𝐨𝐥𝐝", "bold"},
		{"\u1112\u1161\u11ab", "한"}, {"हिन्दी", "हिन्दी"}, {"", ""},
	}
	for _, test := range tests {
		if got := Fold(test.word); got != test.want {
			t.Errorf("Fold(%+q) = %q, want %q", test.word, got, test.want)
		}
	}
}

// FuzzForms: every form is UTF-8 if the text is, and folding and normalizing
// again change nothing.
func FuzzForms(f *testing.F) {
	for _, seed := range []string{"Zelensky’s", "programme", "1,000", "l’été", "ﾊﾞ", "U.S.A", "organisation’s", "и\u0306", "ǆ½"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		var s Scanner
		for s.Reset(text); s.Next(); {
			folded, term := string(s.Folded()), string(s.Term())
			if !utf8.ValidString(folded) || !utf8.ValidString(term) {
				t.Errorf("%+q: forms %+q and %+q are not UTF-8", text, folded, term)
			}
			if again := Fold(folded); again != folded {
				t.Errorf("%+q folds to %+q folds to %+q", text, folded, again)
			}
			surface := text[s.Start():s.End()]
			if Fold(surface) != folded || Normalize(surface) != term || s.Hash() != Hash([]byte(term)) {
				t.Errorf("%+q: the scanner says %q, %q, the functions %q, %q", surface, folded, term, Fold(surface), Normalize(surface))
			}
		}
	})
}
