package pdf

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// glyphNames is the names of the Adobe Glyph List that are no rule of their own:
// pairs of a name and what it stands for.
const glyphNames = "space  exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( " +
	"parenright ) asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 " +
	"seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ " +
	"bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ " +
	"sterling £ currency ¤ yen ¥ brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª guillemotleft « " +
	"logicalnot ¬ registered ® macron ¯ degree ° plusminus ± twosuperior ² threesuperior ³ acute ´ mu µ paragraph ¶ " +
	"periodcentered · middot · cedilla ¸ onesuperior ¹ ordmasculine º guillemotright » onequarter ¼ onehalf ½ " +
	"threequarters ¾ questiondown ¿ AE Æ Eth Ð multiply × Oslash Ø Thorn Þ germandbls ß ae æ eth ð divide ÷ oslash ø " +
	"thorn þ Dcroat Đ dcroat đ Dslash Đ dmacron đ Hbar Ħ hbar ħ dotlessi ı dotlessj ȷ IJ IJ ij ij kgreenlandic ĸ Ldot Ŀ ldot ŀ " +
	"Lslash Ł lslash ł napostrophe ʼn Eng Ŋ eng ŋ OE Œ oe œ Tbar Ŧ tbar ŧ longs ſ florin ƒ circumflex ˆ caron ˇ breve ˘ " +
	"dotaccent ˙ ring ˚ ogonek ˛ tilde ˜ hungarumlaut ˝ endash – emdash — quoteleft ‘ quoteright ’ quotesinglbase ‚ " +
	"quotedblleft “ quotedblright ” quotedblbase „ dagger † daggerdbl ‡ bullet • ellipsis … perthousand ‰ " +
	"guilsinglleft ‹ guilsinglright › fraction ⁄ Euro € euro € trademark ™ minus − fi fi fl fl ff ff ffi ffi ffl ffl " +
	"nbspace \u00a0 nonbreakingspace \u00a0 sfthyphen \u00ad softhyphen \u00ad hyphenminus - figuredash ‒ " +
	"afii61352 № afii00208 ― partialdiff ∂ Delta ∆ product ∏ summation ∑ radical √ infinity ∞ integral ∫ approxequal ≈ " +
	"notequal ≠ lessequal ≤ greaterequal ≥ lozenge ◊ Omega Ω arrowleft ← arrowup ↑ arrowright → arrowdown ↓ H18533 ■ " +
	"blacksquare ■ H22073 □ circle ○ filledbox ■ triangledown ▼ registersans ® copyrightsans © trademarksans ™ " +
	"registerserif ® copyrightserif © trademarkserif ™ sigma1 ς theta1 ϑ phi1 ϕ omega1 ϖ Scedilla Ş scedilla ş " +
	"Tcommaaccent Ţ tcommaaccent ţ afii10050 Ґ afii10098 ґ afii10051 Ђ afii10052 Ѓ afii10053 Є afii10054 Ѕ afii10055 І " +
	"afii10056 Ї afii10057 Ј afii10058 Љ afii10059 Њ afii10060 Ћ afii10061 Ќ afii10062 Ў afii10145 Џ afii10099 ђ " +
	"afii10100 ѓ afii10101 є afii10102 ѕ afii10103 і afii10104 ї afii10105 ј afii10106 љ afii10107 њ afii10108 ћ " +
	"afii10109 ќ afii10110 ў afii10193 џ "

// greekNames are in the order of Unicode from Α (and α); "-" is a gap.
const greekNames = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho - sigma tau upsilon phi chi psi omega"

// accented are the letters that each accent makes, the plain one before it.
var accented = [...]struct{ accent, pairs string }{
	{"grave", "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹWẀwẁYỲyỳ"},
	{"acute", "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźWẂwẃ"},
	{"circumflex", "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"},
	{"tilde", "AÃNÑOÕaãnñoõIĨiĩUŨuũ"},
	{"dieresis", "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸWẄwẅ"},
	{"ring", "AÅaåUŮuů"},
	{"cedilla", "CÇcçSŞsşTŢtţGĢKĶkķLĻlļNŅnņRŖrŗ"},
	{"commaaccent", "GĢgģKĶkķLĻlļNŅnņRŖrŗSȘsș"},
	{"caron", "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžGǦgǧ"},
	{"ogonek", "AĄaąEĘeęIĮiįUŲuų"},
	{"macron", "AĀaāEĒeēIĪiīOŌoōUŪuū"},
	{"breve", "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"},
	{"dotaccent", "CĊcċEĖeėGĠgġIİZŻzż"},
	{"hungarumlaut", "OŐoőUŰuű"},
	{"tonos", "ΑΆΕΈΗΉΙΊΟΌΥΎΩΏαάεέηήιίοόυύωώ"},
}

// glyphs is glyphNames as a map, made when the first font asks.
var glyphs = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 700)
	list := strings.ReplaceAll(glyphNames, "space  ", "space \u2420 ")
	words := strings.Fields(list)
	for i := 0; i+1 < len(words); i += 2 {
		m[words[i]] = words[i+1]
	}
	m["space"], m["nbspace"], m["nonbreakingspace"] = " ", " ", " "
	for i, n := range strings.Fields(greekNames) {
		if m[n] == "" {
			m[n] = string(rune('α' + i))
		}
		if title := strings.ToUpper(n[:1]) + n[1:]; m[title] == "" {
			m[title] = string(rune('Α' + i))
		}
	}
	for _, a := range accented {
		pairs := []rune(a.pairs)
		for i := 0; i+1 < len(pairs); i += 2 {
			plain := string(pairs[i])
			if len(plain) > 1 {
				plain = greekName(m, plain)
			}
			m[plain+a.accent] = string(pairs[i+1])
		}
	}
	for i := range rune(32) { // Cyrillic, Ё standing after Е
		gap := rune(0)
		if i > 5 {
			gap = 1
		}
		m["afii"+strconv.Itoa(int(10017+i+gap))] = string('А' + i)
		m["afii"+strconv.Itoa(int(10065+i+gap))] = string('а' + i)
	}
	m["afii10023"], m["afii10071"] = "Ё", "ё"
	for i := range rune(27) {
		m["afii"+strconv.Itoa(int(57664+i))] = string('א' + i)
	}
	return m
})

// greekName is the name of a Greek letter.
func greekName(m map[string]string, letter string) string {
	r, _ := utf8.DecodeRuneInString(letter)
	names := strings.Fields(greekNames)
	if r >= 'α' {
		return names[(r-'α')%rune(len(names))]
	}
	n := names[(r-'Α')%rune(len(names))]
	return strings.ToUpper(n[:1]) + n[1:]
}

// glyphText is what a glyph's name stands for, "" when the name does not say.
func glyphText(n string) string {
	n, _, _ = strings.Cut(n, ".")
	if len(n) == 1 {
		return n
	}
	if len(n) > 64 {
		return ""
	}
	if s := glyphs()[n]; s != "" {
		return s
	}
	if parts := strings.Split(n, "_"); len(parts) > 1 && len(parts) < 8 {
		all := ""
		for _, part := range parts {
			all += glyphText(part)
		}
		return all
	}
	switch {
	case strings.HasPrefix(n, "uni") && len(n) >= 7:
		return hexText(n[3:7])
	case strings.HasPrefix(n, "u") && len(n) >= 5 && len(n) <= 7:
		return hexText(n[1:])
	}
	for _, small := range [...]string{"small", "oldstyle", "inferior", "superior"} {
		if stem, ok := strings.CutSuffix(n, small); ok && stem != "" {
			return strings.ToLower(glyphText(stem))
		}
	}
	return ""
}

// hexText is the character of a hexadecimal number.
func hexText(digits string) string {
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || v < ' ' || !utf8.ValidRune(rune(v)) {
		return ""
	}
	return string(rune(v))
}
