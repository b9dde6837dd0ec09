package pdf

import (
	"encoding/binary"
	"strings"
)

// font turns the bytes of a string that is shown into characters with widths.
type font struct {
	name     string // PostScript name without the subset tag
	wide     bool   // composite: codes of several bytes
	vertical bool
	bold     bool
	scale    float64 // of a glyph's own space, 1/1000 but for Type 3

	simple   [256]string  // text by code, of simple fonts
	widths   [256]float64 // of simple fonts, in glyph space; negative when not said
	unicode  *cmap        // ToUnicode
	encoding *cmap        // of composite fonts: codes to glyph numbers; nil for identity
	utf16    bool         // codes are UTF-16
	charset  string       // codes are text of this charset

	cidWidths    map[int32]float64
	defaultWidth float64
	decode       func(charset string, b []byte) string

	known map[uint32]char // codes met before, by their bytes; at most maxKnown
}

// maxKnown is how many codes a font remembers; the fonts of one language have
// fewer.
const maxKnown = 8192

// font opens a font dictionary.
func (f *file) font(o object) *font {
	r, isRef := o.(ref)
	if isRef {
		if t, ok := f.fonts[r.num]; ok {
			return t
		}
	}
	t := f.openFont(f.dict(o))
	if isRef {
		f.fonts[r.num] = t
	}
	return t
}

func (f *file) openFont(d dict) *font {
	t := &font{scale: 0.001, defaultWidth: -1, decode: f.options.Decode}
	t.name = string(f.name(d["BaseFont"]))
	if len(t.name) > 7 && t.name[6] == '+' {
		t.name = t.name[7:]
	}
	t.bold = looksBold(t.name)
	if s := f.stream(d["ToUnicode"]); s != nil {
		t.unicode = readCMap(f.plain(s))
	}
	if f.name(d["Subtype"]) == "Type0" {
		f.openComposite(t, d)
		return t
	}
	f.openSimple(t, d)
	if f.name(d["Subtype"]) == "Type3" {
		var m [6]float64
		if f.numbers(d["FontMatrix"], m[:]) && m[0] != 0 {
			t.scale = m[0]
		}
	}
	return t
}

// openSimple reads the encoding and widths of a font with codes of one byte.
func (f *file) openSimple(t *font, d dict) {
	descriptor := f.dict(d["FontDescriptor"])
	base := name("StandardEncoding")
	switch {
	case strings.HasPrefix(t.name, "Symbol"):
		base = "Symbol"
	case f.name(d["Subtype"]) == "TrueType":
		base = "WinAnsiEncoding"
	}
	var differences array
	switch e := f.resolve(d["Encoding"]).(type) {
	case name:
		base = e
	case dict:
		if n := f.name(e["BaseEncoding"]); n != "" {
			base = n
		}
		differences = f.array(e["Differences"])
	}
	t.simple = baseEncoding(base)
	if s := f.stream(descriptor["FontFile"]); s != nil && d["Encoding"] == nil {
		builtin(&t.simple, f.plain(s))
	}
	at := 0
	for _, o := range differences {
		switch o := f.resolve(o).(type) {
		case float64:
			at = int(min(max(o, 0), 256))
		case name:
			if at < 256 {
				t.simple[at] = glyphText(string(o))
				at++
			}
		}
	}
	for c := range t.widths {
		t.widths[c] = -1
	}
	first := f.int(d["FirstChar"], 0)
	for i, o := range f.array(d["Widths"]) {
		if w, ok := f.number(o); ok && first+i >= 0 && first+i < 256 {
			t.widths[first+i] = w
		}
	}
	if w, ok := f.number(descriptor["MissingWidth"]); ok && w > 0 {
		t.defaultWidth = w
	}
}

// builtin reads the encoding of a Type 1 font from the readable part of its
// program: "dup 65 /A put".
func builtin(to *[256]string, program []byte) {
	l := lexer{src: program[:min(len(program), 64<<10)]}
	for t := l.next(); t.kind != tokenEnd; t = l.next() {
		if t.kind != tokenKeyword {
			continue
		}
		switch string(t.text) {
		case "dup":
			code, glyph := l.next(), l.next()
			if code.kind == tokenNumber && glyph.kind == tokenName && code.num >= 0 && code.num < 256 {
				to[int(code.num)] = glyphText(string(glyph.text))
			}
		case "eexec":
			return
		}
	}
}

// openComposite reads a Type 0 font.
func (f *file) openComposite(t *font, d dict) {
	t.wide = true
	t.defaultWidth = 1000
	var child dict
	if list := f.array(d["DescendantFonts"]); len(list) > 0 {
		child = f.dict(list[0])
	}
	switch e := f.resolve(d["Encoding"]).(type) {
	case name:
		t.predefined(string(e))
	case *stream:
		t.encoding = readCMap(f.plain(e))
		t.vertical = t.encoding.wide
		if base := f.name(e.dict["UseCMap"]); base != "" && len(t.encoding.spaces) == 0 {
			t.predefined(string(base))
		}
	}
	if w, ok := f.number(child["DW"]); ok {
		t.defaultWidth = w
	}
	t.cidWidths = f.cidWidths(f.array(child["W"]))
}

// charsets are the charsets that the codes of predefined character maps are in,
// by how the maps' names begin.
var charsets = [...]struct{ prefix, charset string }{
	{"GB", "gb18030"}, {"90ms-RKSJ", "shift_jis"}, {"90msp-RKSJ", "shift_jis"}, {"90pv-RKSJ", "shift_jis"},
	{"83pv-RKSJ", "shift_jis"}, {"EUC-", "euc-jp"}, {"B5", "big5"}, {"ETen-B5", "big5"}, {"ETenms-B5", "big5"},
	{"HKscs-B5", "big5"}, {"KSC", "euc-kr"},
}

// predefined sets what a character map that is known by name says (ISO 32000-1,
// table 118).
func (t *font) predefined(n string) {
	t.vertical = strings.HasSuffix(n, "-V")
	if strings.Contains(n, "UCS2") || strings.Contains(n, "UTF16") {
		t.utf16 = true
		return
	}
	for _, c := range charsets {
		if strings.HasPrefix(n, c.prefix) {
			t.charset = c.charset
			return
		}
	}
}

// cidWidths reads "first [w w …]" and "first last w".
func (f *file) cidWidths(a array) map[int32]float64 {
	m := map[int32]float64{}
	left := 1 << 18 // widths that one font may set, four times each
	for i := 0; i+1 < len(a) && left > 0; {
		first := f.int(a[i], -1)
		if first < 0 {
			return m
		}
		if list, ok := f.resolve(a[i+1]).(array); ok {
			for j, o := range list {
				if w, ok := f.number(o); ok && first+j < 1<<16 {
					m[int32(first+j)] = w
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(a) {
			return m
		}
		last := min(f.int(a[i+1], -1), 1<<16-1)
		if w, ok := f.number(a[i+2]); ok {
			left -= max(0, last-first)
			for c := first; c <= last; c++ {
				m[int32(c)] = w
			}
		}
		i += 3
	}
	return m
}

// A char is one code of a shown string.
type char struct {
	text  string
	width float64 // in text space for a type size of 1
	bytes int
	space bool // the one-byte code 32, which word spacing applies to
}

// next takes one character from s, which is not empty.
func (t *font) next(s []byte) char {
	k := uint32(s[0])
	switch {
	case !t.wide:
	case (t.encoding != nil || t.utf16) && len(s) >= 4:
		k = binary.LittleEndian.Uint32(s)
	case t.encoding == nil && !t.utf16 && len(s) >= 2: // codes of two bytes at most
		k = uint32(binary.LittleEndian.Uint16(s))
	default:
		return t.nextWide(s)
	}
	c, ok := t.known[k]
	if ok {
		return c
	}
	if t.wide {
		c = t.nextWide(s)
	} else {
		c = t.nextSimple(s[0])
	}
	if t.known == nil {
		t.known = map[uint32]char{}
	}
	if len(t.known) < maxKnown {
		t.known[k] = c
	}
	return c
}

// nextSimple is the character of a code of one byte.
func (t *font) nextSimple(c byte) char {
	out := char{text: t.simple[c], bytes: 1, space: c == ' '}
	if t.unicode != nil {
		if u := t.unicode.text(uint32(c)); u != "" {
			out.text = u
		}
	}
	w := t.widths[c]
	if w < 0 {
		if w = t.defaultWidth; w < 0 {
			w = standardWidth(t.name, out.text)
		}
	}
	out.width = w * t.scale
	return out
}

// nextWide is the first character of s, in codes of several bytes.
func (t *font) nextWide(s []byte) char {
	var out char
	var c uint32
	switch {
	case t.encoding != nil:
		c, out.bytes = t.encoding.next(s)
	case t.charset != "" && (s[0] < 0x80 || len(s) == 1 || t.charset == "shift_jis" && s[0] >= 0xa0 && s[0] < 0xe0):
		c, out.bytes = uint32(s[0]), 1
	case len(s) > 1:
		c, out.bytes = uint32(s[0])<<8|uint32(s[1]), 2
	default:
		c, out.bytes = uint32(s[0]), 1
	}
	cid := c
	if t.encoding != nil {
		if n, ok := t.encoding.number(c); ok {
			cid = n
		}
	}
	out.space = out.bytes == 1 && c == ' '
	if t.unicode != nil {
		out.text = t.unicode.text(c)
	}
	switch {
	case out.text != "":
	case t.utf16:
		if c >= 0xd800 && c < 0xdc00 && len(s) >= 4 {
			out.bytes = 4
		}
		out.text = utf16Text(s[:out.bytes])
	case t.charset != "" && out.bytes == 1 && c < 0x80:
		out.text = string(rune(c))
	case t.charset != "" && t.decode != nil:
		out.text = t.decode(t.charset, s[:out.bytes])
	}
	w, ok := t.cidWidths[int32(cid&0xffff)]
	if !ok {
		w = t.defaultWidth
		if t.charset != "" && out.bytes == 1 {
			w = 500
		}
	}
	out.width = w * t.scale
	return out
}

// isBold reports whether the font's name says that it is heavy.
func (t *font) isBold() bool { return t.bold }

// looksBold reads the weight from a font's name.
func looksBold(n string) bool {
	for _, word := range [...]string{"Bold", "bold", "Black", "Heavy", "Demi", "-BD"} {
		if strings.Contains(n, word) {
			return true
		}
	}
	return false
}
