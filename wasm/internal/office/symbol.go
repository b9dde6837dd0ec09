package office

import (
	"strconv"
	"strings"
	"sync"
)

// symbolPage stands for the font Symbol among code pages, as in Windows.
const symbolPage = 42

// symbols are the characters of Adobe's font Symbol from 0x20 to 0x7e and, from
// the 95th on, from 0xa1 to 0xfe.
// See https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt.
var symbols = sync.OnceValue(func() []rune {
	return []rune(" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼" +
		"ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uFFFD〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭")
})

// symbolText is a character of the font Symbol, which files also write in the
// private area from U+F000 on.
func symbolText(r rune) string {
	switch r &= 0xFF; {
	case 0x20 <= r && r <= 0x7E:
		return string(symbols()[r-0x20])
	case 0xA1 <= r && r <= 0xFE:
		return string(symbols()[r-0xA1+95])
	}
	return " "
}

// symbolOf is a character of a font of symbols, given by its number in
// hexadecimal. Of the many signs of Wingdings and its like only those that mean
// something in text are kept.
func symbolOf(font, char string) string {
	n, err := strconv.ParseUint(char, 16, 32)
	if err != nil {
		return ""
	}
	r := rune(n)
	if r < 0xF000 || r > 0xF0FF {
		if strings.HasPrefix(font, "Wingdings") || strings.HasPrefix(font, "Webdings") {
			r |= 0xF000
		} else if font != "Symbol" {
			return string(r)
		}
	}
	if font == "" || font == "Symbol" {
		return symbolText(r)
	}
	switch r &= 0xFF; r {
	case 0xE0, 0xE8:
		return "→"
	case 0xDF, 0xE7:
		return "←"
	case 0x6C, 0x9F, 0xA7, 0x6E:
		return "•"
	case 0xFC, 0xFE:
		return "✓"
	case 0xFB, 0xFD:
		return "✗"
	case 0x4A:
		return "☺"
	case 0x4C:
		return "☹"
	case 0x28, 0x29:
		return "☎"
	case 0x2A:
		return "✉"
	}
	return " "
}
