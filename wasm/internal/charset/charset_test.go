package charset

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func encode16(text string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			b.WriteString(string([]byte{byte(u >> 8), byte(u)}))
		} else {
			b.WriteString(string([]byte{byte(u), byte(u >> 8)}))
		}
	}
	return b.String()
}

func encode32(text string, big bool) string {
	var b strings.Builder
	for _, r := range text {
		if big {
			b.WriteString(string([]byte{0, byte(r >> 16), byte(r >> 8), byte(r)}))
		} else {
			b.WriteString(string([]byte{byte(r), byte(r >> 8), byte(r >> 16), 0}))
		}
	}
	return b.String()
}

func TestDecodeUnicode(t *testing.T) {
	const text = "Die Fähre “Ole Bull” kehrt zurück 😀 – heißt es in Bergen."
	const russian = "Паром вернулся в порт, сказал капитан."
	const ascii = "The ferry is back in Bergen."
	for _, c := range []struct {
		name, data, want, encoding, how string
		warned                          bool
	}{
		{"empty", "", "", "utf-8", byContent, false},
		{"ascii", ascii, ascii, "utf-8", byContent, false},
		{"utf-8", text, text, "utf-8", byContent, false},
		{"utf-8 with mark", "\xEF\xBB\xBF" + text, text, "utf-8", byMark, false},
		{"utf-16le with mark", "\xFF\xFE" + encode16(text, false), text, "utf-16le", byMark, false},
		{"utf-16be with mark", "\xFE\xFF" + encode16(text, true), text, "utf-16be", byMark, false},
		{"utf-16le without mark", encode16(ascii, false), ascii, "utf-16le", byContent, false},
		{"utf-16be without mark", encode16(ascii, true), ascii, "utf-16be", byContent, false},
		{"utf-16le in Russian", encode16(russian, false), russian, "utf-16le", byContent, false},
		{"utf-16be in Russian", encode16(russian, true), russian, "utf-16be", byContent, false},
		{"utf-32le with mark", encode32("\uFEFF"+text, false), text, "utf-32le", byMark, false},
		{"utf-32be with mark", encode32("\uFEFF"+text, true), text, "utf-32be", byMark, false},
		{"utf-32le without mark", encode32(text, false), text, "utf-32le", byContent, false},
		{"utf-32be without mark", encode32(russian, true), russian, "utf-32be", byContent, false},
		{"utf-16 cut", "\xFF\xFEa\x00b", "a\uFFFD", "utf-16le", byMark, true},
		{"lone surrogate", "\xFF\xFEa\x00\x00\xD8b\x00", "a\uFFFDb", "utf-16le", byMark, true},
		{"mostly utf-8", strings.Repeat("ä", 20) + "\xC3 cut", strings.Repeat("ä", 20) + "\uFFFD cut", "utf-8", byContent, true},
		{"crlf stays", "a\r\nb", "a\r\nb", "utf-8", byContent, false},
		{"a stray zero", strings.Repeat(ascii, 100) + "\x00", strings.Repeat(ascii, 100) + "\x00", "utf-8", byContent, false},
	} {
		d := Decode([]byte(c.data), Hint{})
		if d.Binary || d.Text != c.want || d.Encoding != c.encoding || d.How != c.how || (len(d.Warnings) > 0) != c.warned {
			t.Errorf("%s: got %q in %s by %s %v, want %q in %s by %s", c.name, d.Text, d.Encoding, d.How, d.Warnings, c.want, c.encoding, c.how)
		}
	}
}

func TestChosen(t *testing.T) {
	d := Decode([]byte("\xF0\xD2\xC9"), Hint{Label: "KOI8-R"})
	if d.Text != "При" || d.Encoding != "koi8-r" || d.How != byChoice {
		t.Errorf("got %+v", d)
	}
	d = Decode([]byte("Die F\xE4hre"), Hint{Label: "utf-8"})
	if d.Text != "Die F\uFFFDhre" || len(d.Warnings) != 1 {
		t.Errorf("got %+v", d)
	}
}

func TestCanonical(t *testing.T) {
	for _, c := range []struct{ label, want string }{
		{"latin1", "windows-1252"}, {" Latin1\n", "windows-1252"}, {"x-sjis", "shift_jis"}, {"gb2312", "gb18030"}, {"utf8", "utf-8"},
		{"UTF-16", "utf-16le"}, {"iso-8859-9", "windows-1254"}, {"tis-620", "windows-874"}, {"\"koi8-r\"", "koi8-r"},
		{"", ""}, {"klingon", ""}, {"utf-8 utf8", ""}, {"8", ""}, {"utf-8\nutf-16le", ""},
	} {
		if got := Canonical(c.label); got != c.want {
			t.Errorf("Canonical(%q) = %q, want %q", c.label, got, c.want)
		}
	}
	for _, name := range Names() {
		if got := Canonical(name); got != name {
			t.Errorf("Canonical(%q) = %q", name, got)
		}
	}
}

func TestMojibake(t *testing.T) {
	for _, c := range []struct {
		text, example string
		at            int
	}{
		{"It wasnâ€™t the ferry", "â€™", 7},
		{"La forÃªt prÃ¨s de Bergen", "Ãª", 6},
		{"cafÃ© and itâ€™s", "â€™", 14},
		{"«MANHû na TV", "", 0},
		{"Die Fähre fährt, die Brücke bleibt", "", 0},
		{"Ð¿Ð°Ñ€Ð¾Ð¼", "Ð¿", 0},
	} {
		n, at, example := mojibake(c.text)
		if (n > 0) != (c.example != "") || at != c.at || example != c.example {
			t.Errorf("mojibake(%q) = %d, %d, %q", c.text, n, at, example)
		}
	}
}
