package charset

import "testing"

// TestShort reads files with only a few characters that are no ASCII, as most in
// English are.
func TestShort(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		// windows-1252
		{"\xA9 2008 Example Ltd", "© 2008 Example Ltd"}, {"25\xB0C today", "25°C today"}, {"\x95 item one\n\x95 item two", "• item one\n• item two"},
		{"wait\x85", "wait…"}, {"\xBD cup of sugar", "½ cup of sugar"}, {"5\xB2 m", "5² m"}, {"cost \xA35m", "cost £5m"}, {"\x80 50", "€ 50"},
		{"caf\xE9", "café"}, {"it\x92s", "it’s"}, {"\x93Yes,\x94 he said", "“Yes,” he said"}, {"El Ni\xF1o", "El Niño"}, {"\xABOui\xBB", "«Oui»"},
		{"\xA0\xA0Hello", "\u00A0\u00A0Hello"}, {"1\xBA", "1º"}, {"\xBFQu\xE9?", "¿Qué?"}, {"a \x96 b", "a – b"}, {"a\x97b", "a—b"}, {"\xAE", "®"},
		{"Foo\x99 bar", "Foo™ bar"}, {"\xD3scar", "Óscar"}, {"\xC0 la carte", "À la carte"}, {"d\xE9j\xE0 vu", "déjà vu"}, {"\xD8resund", "Øresund"},
		{"Stra\xDFe", "Straße"}, {"GR\xDC\xDFE", "GRÜßE"}, {"10 \xB5m", "10 µm"}, {"a \xD7 b", "a × b"}, {"\xA7\xA73, 4", "§§3, 4"}, {"\xD1", "Ñ"},
		{"\x8Akoda", "Škoda"}, {"San Jos\xE9 and S\xE3o Paulo", "San José and São Paulo"},
		// others
		{"Slobodan Milo\x9Aevi\xE6", "Slobodan Milošević"}, {"Lech Wa\xB3\xEAsa", "Lech Wałęsa"}, {"Hello \xCF\xF0\xE8\xE2\xE5\xF2", "Hello Привет"},
		{"\xD0\xCF\xD3\xD4", "пост"}, {"\xD6\xD0\xB9\xFA", "中国"}, {"\xC4\xE3\xBA\xC3", "你好"}, {"\x93\xFA\x96{", "日本"}, {"\xC6\xFC\xCB\xDC", "日本"}, {"\xC7\xD1\xB1\xB9", "한국"},
	} {
		if d := Decode([]byte(c.data), Hint{}); d.Text != c.want {
			t.Errorf("%q: got %q in %s, want %q", c.data, d.Text, d.Encoding, c.want)
		}
	}
}
