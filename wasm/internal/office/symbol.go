package office

import "sync"

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
