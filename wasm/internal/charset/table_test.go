//go:build !js

package charset

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// TestTables compares every byte of the tables with golang.org/x/text.
func TestTables(t *testing.T) {
	want := map[string]*charmap.Charmap{
		"windows-1250": charmap.Windows1250, "windows-1251": charmap.Windows1251, "windows-1252": charmap.Windows1252, "windows-1253": charmap.Windows1253,
		"windows-1254": charmap.Windows1254, "windows-1255": charmap.Windows1255, "windows-1256": charmap.Windows1256, "windows-1257": charmap.Windows1257,
		"windows-1258": charmap.Windows1258, "windows-874": charmap.Windows874, "koi8-r": charmap.KOI8R, "koi8-u": charmap.KOI8U, "macintosh": charmap.Macintosh,
		"x-mac-cyrillic": charmap.MacintoshCyrillic, "ibm437": charmap.CodePage437, "ibm850": charmap.CodePage850, "ibm852": charmap.CodePage852,
		"ibm855": charmap.CodePage855, "ibm866": charmap.CodePage866, "iso-8859-2": charmap.ISO8859_2, "iso-8859-3": charmap.ISO8859_3,
		"iso-8859-4": charmap.ISO8859_4, "iso-8859-5": charmap.ISO8859_5, "iso-8859-6": charmap.ISO8859_6, "iso-8859-7": charmap.ISO8859_7,
		"iso-8859-8": charmap.ISO8859_8, "iso-8859-10": charmap.ISO8859_10, "iso-8859-13": charmap.ISO8859_13, "iso-8859-14": charmap.ISO8859_14,
		"iso-8859-15": charmap.ISO8859_15, "iso-8859-16": charmap.ISO8859_16,
	}
	if len(want) != len(tables) {
		t.Errorf("%d tables, want %d", len(tables), len(want))
	}
	for name, m := range want {
		for i, got := range letters(name) {
			r := m.DecodeByte(byte(i))
			if r == '\uFFFD' && i < 0xA0 {
				r = rune(i) // as in the WHATWG standard
			}
			if got != r {
				t.Errorf("%s: byte %02X is %U, want %U", name, i, got, r)
			}
		}
	}
}
