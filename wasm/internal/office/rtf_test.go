package office

import (
	"errors"
	"strings"
	"testing"

	"clippings/wasm/internal/record"
)

// readRTF reads a file that must give one record.
func readRTF(t testing.TB, data string) record.Record {
	t.Helper()
	var out []record.Record
	err := ReadRTF(RTF{Data: []byte(data), Decode: decode}, never, func(r record.Record) error {
		out = append(out, r)
		return nil
	})
	if err != nil || len(out) != 1 {
		t.Fatalf("%.80q: %d records, %v", data, len(out), err)
	}
	return out[0]
}

// oneLine is HTML without the line ends between blocks.
func oneLine(html string) string { return strings.ReplaceAll(html, ">\n", ">") }

func TestRTF(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"paragraphs", `Ferry\par returns\line now\par`, "<p>Ferry</p><p>returns<br>now</p>"},
		{"line ends of the file", "Fer\r\nry \\\nback", "<p>Ferry </p><p>back</p>"},
		{"characters", `a\tab b\emdash c\ldblquote d\rdblquote\~e\_f\-g \{\}\\`, "<p>a\tb—c“d”\u00a0e\u2011f\u00adg {}\\</p>"},
		{"signs of HTML", `a < b & c > d`, "<p>a &lt; b &amp; c &gt; d</p>"},

		// Code pages and Unicode.
		{"code page of the file", `\ansicpg1251 \'d1\'eb\'ee\'e2\'ee`, "<p>Слово</p>"},
		{"code page of a font", `{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset161 Arial Greek;}}\f1 \'e1\'e2 \f0 \'e9`, "<p>αβ é</p>"},
		{"code page of the default font", `\deff1{\fonttbl{\f1\fcharset204 Arial;}}\'d1\'eb`, "<p>Сл</p>"},
		{"two bytes, the second a letter", `\ansicpg932 \'83A\'83\'43`, "<p>アイ</p>"},
		{"Unicode with a fallback", `\uc1 caf\u233 e \u8211 - \u-10240?\u-8398?`, "<p>café – 𐌲</p>"},
		{"fallback of two", `\uc2 \u24180 \'94\'4e.`, "<p>年.</p>"},
		{"fallback of none", `\uc0 \u233\u233.`, "<p>éé.</p>"},
		{"fallback ends with its group", `{\uc5 \u233 e}next`, "<p>énext</p>"},
		{"half a pair", `\u-10240?x\u-8398?`, "<p>\uFFFDx\uFFFD</p>"},
		{"Unicode version of a word", `{\upr{cafe}{\*\ud{caf\u233 e}}}`, "<p>café</p>"},
		{"the font Symbol", `{\fonttbl{\f3\fcharset2 Symbol;}}{\f3 \'61\'b7}\u61623 ?`, "<p>α••</p>"},

		// Groups that are not text.
		{"tables of the head", `{\fonttbl{\f0 Arial;}}{\colortbl;\red1;}{\stylesheet{\s0 Normal;}}{\*\generator X;}text`, "<p>text</p>"},
		{"unknown words", `{\*\neverheard of}{\heard of}`, "<p>of</p>"},
		{"picture", `a{\pict\wmetafile8 0102\'30{x}03}b`, "<p>ab</p>"},
		{"bytes that look like groups", "a{\\pict\\bin4 }}}}}b", "<p>ab</p>"},
		{"object with what it shows", `{\object{\*\objdata 0102}{\result{shown}}}`, "<p>shown</p>"},
		{"hidden and deleted", `a{\v b}{\deleted c}d\v e\v0 f`, "<p>adf</p>"},
		{"HTML in RTF", `\fromhtml1{\*\htmltag <p>}one{\htmlrtf two\htmlrtf0}three`, "<p>onethree</p>"},

		// What a paragraph is.
		{"heading by level", `\pard\outlinelevel0 One\par\pard\outlinelevel1 Two\par\pard Three`, "<h1>One</h1><h2>Two</h2><p>Three</p>"},
		{"heading by style", `{\stylesheet{\s1\outlinelevel0 Kop;}{\s2 heading 2;}{\s3 caption;}{\s4 Quote;}}\s1 One\par\pard\s2 Two\par\pard\s3 Three\par\pard\s4 Four`, "<h1>One</h1><h2>Two</h2><figcaption>Three</figcaption><blockquote>Four</blockquote>"},
		{"list", `{\listtext\'95\tab}One\par{\pntext 2.\tab}Two\par\pard Three`, "<ul><li>One</li><li>2. Two</li></ul><p>Three</p>"},
		{"table", `\trowd\intbl One\cell Two\par Three\cell\row\pard Four`, "<table><tr><td><p>One</p></td><td><p>Two</p><p>Three</p></td></tr></table><p>Four</p>"},
		{"page break", `One\page Two\sect Three\sect\sbknone Four`, "<p>One</p><hr><p>Two</p><hr><p>Three</p><p>Four</p>"},
		{"link", `{\field{\*\fldinst HYPERLINK "https://baynews.example/?a=1&b"}{\fldrslt Bay {\b News}}} said`, `<p><a href="https://baynews.example/?a=1&amp;b">Bay News</a> said</p>`},
		{"link over paragraphs", `{\field{\*\fldinst HYPERLINK "a:b"}{\fldrslt One\par Two}}`, `<p><a href="a:b">One</a></p><p><a href="a:b">Two</a></p>`},
		{"field that is not a link", `page {\field{\*\fldinst PAGE}{\fldrslt 3}}`, "<p>page 3</p>"},

		// Text that hangs on text.
		{"note", `One{\super\chftn{\footnote\pard Note\par}} two\par`, "<p>One two</p><ol><li><p>Note</p></li></ol>"},
		{"comment", `One{\*\atnid AB}{\*\annotation Why?} two`, "<p>One two</p><aside class=\"comments\"><ul><li><p>Why?</p></li></ul></aside>"},
		{"margins", `{\header Bay News\par}{\footer Page \chpgn\par}{\headerf Bay News}One`, "<p>One</p><footer><p>Bay News</p><p>Page </p></footer>"},
		{"text box", `One {\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt Box\par}}{\shprslt Box}}two\par`, "<p>One two</p><p>Box</p>"},
		{"two files", "One}\n{\\rtf1 Two", "<p>One</p><hr><p>Two</p>"},

		// Damage.
		{"brackets that were never opened", `One}}Two`, "<p>One</p>"},
		{"words out of place", `\cell\row\'\'zz\u\uc-5\bin-1\fs99999999999999999999 x`, "<table><tr><td></td></tr></table><p>zzx</p>"},
	} {
		if got := oneLine(readRTF(t, `{\rtf1 `+c.in+`}`).Text); got != c.want {
			t.Errorf("%s: %q\n got %q\nwant %q", c.name, c.in, got, c.want)
		}
	}
}

func TestRTFFacts(t *testing.T) {
	r := readRTF(t, `{\rtf1{\info{\title Ferry returns}{\author Marta Olsen}{\creatim\yr2025\mo6\dy2\hr8\min30}{\revtim\yr0\mo0\dy0}}x}`)
	want := "title=Ferry returns byline=Marta Olsen date=2025-06-02T08:30"
	if got := factsOf(r); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// factsOf lists the facts of a record.
func factsOf(r record.Record) string {
	var out []string
	for _, f := range r.Facts {
		out = append(out, f.Field+"="+f.Value)
	}
	return strings.Join(out, " ")
}

func TestRTFDamage(t *testing.T) {
	if r := readRTF(t, `{\rtf1 One\par{\b Two`); len(r.Warnings) != 1 || oneLine(r.Text) != "<p>One</p><p>Two</p>" {
		t.Errorf("cut off: got %q, warnings %q", r.Text, r.Warnings)
	}
	deep := `{\rtf1 ` + strings.Repeat("{", 1<<17) + "deep" + strings.Repeat("}", 1<<17) + " after}"
	if r := readRTF(t, deep); oneLine(r.Text) != "<p>deep after</p>" {
		t.Errorf("deep groups: got %.80q", r.Text)
	}
	if err := ReadRTF(RTF{Data: []byte("no")}, never, nil); !errors.Is(err, ErrFormat) {
		t.Errorf("no RTF: got %v", err)
	}
	stop := errors.New("stop")
	if err := ReadRTF(RTF{Data: []byte(deep)}, func() error { return stop }, nil); err != stop {
		t.Errorf("cancel: got %v", err)
	}
}

// TestRTFLinear holds that what opens and never ends is not costly.
func TestRTFLinear(t *testing.T) {
	for _, piece := range []string{`{\footnote `, `{\shptxt `, `{\field{\fldinst HYPERLINK "a:`, `{\field{\*\fldinst HYPERLINK "a:b"}{\fldrslt x`, `\cell`, `\trowd `, `{\*`, `\u1`, `{\listtext 1`, `{\header x`, `\page x`, `{\rtf`, `}{\rtf1`, `{\s1 a;}`, `\'`} {
		readRTF(t, `{\rtf1 `+strings.Repeat(piece, 1<<18/len(piece)))
	}
}

func FuzzRTF(f *testing.F) {
	f.Add(`{\rtf1\ansicpg932{\fonttbl{\f0\fcharset204 A;}}\f0 \'d1\'eb\u8211 -{\footnote x\par}\par\trowd\intbl a\cell\row{\field{\*\fldinst HYPERLINK "a:b"}{\fldrslt x\par y}}\page}`)
	f.Add("{\\rtf1{\\info{\\title a}{\\creatim\\yr2025\\mo6}}{\\listtext 1.\\tab}x{\\shp{\\*\\shpinst{\\shptxt b}}}{\\pict\\bin3 }}}}")
	f.Fuzz(func(t *testing.T, data string) {
		data = `{\rtf1 ` + data
		checkRecord(t, readRTF(t, data), len(data))
	})
}
