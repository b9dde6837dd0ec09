package analysis

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkSegments compares the fast path with the plain version.
func checkSegments(t *testing.T, text string) {
	t.Helper()
	if got, want := scanAll(text), scanPlain(text); !slices.Equal(got, want) {
		t.Errorf("%+q: words at %v, uax29 has them at %v", text, got, want)
	}
}

// isThorough reports whether there is time for all cases. Under WebAssembly the
// rules are the same and the machine is a tenth as fast: a part will do.
func isThorough() bool { return !testing.Short() && runtime.GOARCH != "wasm" }

// TestSegmentsExhaustive takes every text of up to five characters over an
// alphabet that has one of each kind the rules tell apart.
func TestSegmentsExhaustive(t *testing.T) {
	alphabet := []string{"a", "7", "_", ".", "'", ":", ",", " ", "\n", "é", "’", "“", "東", "\u0301", "،"}
	var text func(prefix string, n int)
	text = func(prefix string, n int) {
		if n == 0 {
			checkSegments(t, prefix)
			return
		}
		for _, c := range alphabet {
			text(prefix+c, n-1)
		}
	}
	longest := 3
	if isThorough() {
		longest = 5
	}
	for n := 1; n <= longest && !t.Failed(); n++ {
		text("", n)
	}
}

// TestSegmentsEveryRune puts every rune of the basic plane, and every byte that
// is not UTF-8, where its kind matters.
func TestSegmentsEveryRune(t *testing.T) {
	frames := []string{"*", " *", "a*", "a*a", "1*1", "a.*", "a’*a", "東*", "“*", "é*é", "_*", "*a", "*\u0301 a", "، *"}
	step := rune(61)
	if isThorough() {
		step = 1
	}
	for r := rune(0x80); r < 0x10000 && !t.Failed(); r += step {
		if utf8.ValidRune(r) {
			for _, f := range frames {
				checkSegments(t, strings.Replace(f, "*", string(r), 1))
			}
		}
	}
	for b := 0x80; b <= 0xFF; b++ {
		for _, f := range frames {
			checkSegments(t, strings.Replace(f, "*", string([]byte{byte(b)}), 1))
			checkSegments(t, strings.Replace(f, "*", string([]byte{byte(b), 0x80}), 1))
		}
	}
}

func FuzzSegments(f *testing.F) {
	for _, seed := range []string{
		"The U.S. said: “It’s 3.5 per cent,” near l’Élysée—again.",
		"Зеленський у Києві, 1 липня", "中国と日本、カタカナ。", "한국어 텍스트", "ﾊﾞｽ a\u200db \U0001F468\u200d\U0001F469",
		"a:b a::b 1,000,000;1 _x_ __", "שלום צה״ל", "e\u0301te\u0301", "\xff\xc3(\xe2\x80",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkSegments(t, text) })
}
