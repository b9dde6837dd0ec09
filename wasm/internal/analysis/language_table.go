package analysis

import (
	"math/bits"
	"strings"
)

func onesCount(set uint64) int     { return bits.OnesCount64(set) }
func trailingZeros(set uint64) int { return bits.TrailingZeros64(set) }

// A voteTable maps the hash of a function word to the set of languages, one bit
// each, that use it: open addressing, no word hashes to 0.
type voteTable struct {
	keys [voteSlots]uint32
	sets [voteSlots]uint64

	lower   [128]byte             // an ASCII letter in lower case, or 0
	letters [0x780 + 0x100]uint64 // by the letter, Devanagari and more Latin at the end
}

// voteSlots is twice as many as there are words.
const voteSlots = 8192

func newVoteTable() *voteTable {
	t := &voteTable{}
	for c := byte('a'); c <= 'z'; c++ {
		t.lower[c], t.lower[c-'a'+'A'] = c, c
	}
	for i, l := range tongues {
		for w := range strings.FieldsSeq(l.words) {
			h := uint32(fnvStart)
			for _, r := range w {
				if r < 0x80 {
					h = (h ^ uint32(r)) * fnvPrime
				} else {
					h = hashRune(h, r)
				}
			}
			s := t.slot(h)
			t.keys[s] = h
			t.sets[s] |= 1 << i
		}
	}
	t.addLetters()
	return t
}

func (t *voteTable) slot(h uint32) int {
	i := int(h^h>>16) & (voteSlots - 1)
	for t.keys[i] != 0 && t.keys[i] != h {
		i = (i + 1) & (voteSlots - 1)
	}
	return i
}

func (t *voteTable) get(h uint32) uint64 { return t.sets[t.slot(h)] }

// tellingLetters are the letters, lower case, that few languages of a script have,
// with the codes of those that do.
var tellingLetters = [...]struct{ letters, codes string }{
	{"ß", "de"}, {"ñ", "es eu gl tl"}, {"¿¡", "es"}, {"ãõ", "pt"}, {"õ", "et"}, {"ıİğ", "tr az"}, {"ə", "az"}, {"ş", "tr az"}, {"șță", "ro"}, {"ţ", "ro"},
	{"őű", "hu"}, {"řěů", "cs"}, {"ľĺŕôä", "sk"}, {"łąęńśźż", "pl"}, {"ćđ", "hr sr"}, {"æ", "da no is"}, {"ø", "da no"}, {"ðþ", "is"}, {"åö", "sv"}, {"äö", "fi sv de et"},
	{"ėįųū", "lt"}, {"āēīģķļņ", "lv"}, {"ħġż", "mt"}, {"ë", "sq nl"}, {"œ", "fr"}, {"ùò", "it"}, {"ŵŷ", "cy"}, {"ĉĝĥĵŝŭ", "eo"}, {"ơưăạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ\u031b\u0309\u0323", "vi"},
	{"ыэё", "ru be"}, {"ї", "uk"}, {"є", "uk"}, {"ґ", "uk"}, {"і", "uk be"}, {"ў", "be"}, {"ъ", "bg"}, {"јљњџ", "sr mk"}, {"ћђ", "sr"}, {"ѓќѕ", "mk"}, {"әқғұһ", "kk"}, {"ө", "mn kk ky"}, {"ү", "mn kk ky"}, {"ң", "kk ky"}, {"ҳҷӣӯ", "tg"},
	{"پچژگ", "fa ur ku ps"}, {"ک", "fa ur ku ps"}, {"ی", "fa ur ku ps"}, {"ٹڈڑںےہھ", "ur"}, {"ێۆڵڕە", "ku"}, {"ښډټړږځڅې", "ps"}, {"ةيكىإأ", "ar"}, {"ۇېۈۋ", "ug"},
	{"ळ", "mr"},
}

// addLetters notes the telling letters.
func (t *voteTable) addLetters() {
	for _, l := range tellingLetters {
		var set uint64
		for code := range strings.FieldsSeq(l.codes) {
			if bit := languageBit(code); bit >= 0 {
				set |= 1 << bit
			}
		}
		for _, r := range l.letters {
			if p := t.letter(r); p != nil {
				*p |= set
			}
		}
	}
}

// letter is the place of a letter's set, nil for one beyond the scripts that vote.
func (t *voteTable) letter(r rune) *uint64 {
	switch {
	case r < 0x780:
		return &t.letters[r]
	case 0x900 <= r && r < 0x980, 0x1E00 <= r && r < 0x1F00:
		return &t.letters[0x780+r&0xFF]
	}
	return nil
}

// lowerRune is the small letter of r, in the scripts that vote.
func lowerRune(r rune) rune {
	switch {
	case 0xC0 <= r && r <= 0xDE && r != 0xD7, 0x410 <= r && r <= 0x42F:
		return r + 0x20
	case 0x400 <= r && r <= 0x40F:
		return r + 0x50
	case 0x100 <= r && r <= 0x137 && r != 0x130, 0x14A <= r && r <= 0x177, 0x1E00 <= r && r <= 0x1EFF, 0x460 <= r && r <= 0x4BF, 0x4D0 <= r && r <= 0x52F:
		return r | 1
	case 0x139 <= r && r <= 0x148, 0x179 <= r && r <= 0x17E:
		return r + r&1
	case r == 0x178:
		return 0xFF
	case r == 0x18F:
		return 0x259
	case r == 0x1A0 || r == 0x218 || r == 0x21A:
		return r + 1
	case r == 0x1AF:
		return 0x1B0
	}
	return r
}
