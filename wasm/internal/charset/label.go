package charset

import "strings"

// Names returns the encodings a person can choose from, the common ones first.
// The caller may keep and change the slice.
func Names() []string {
	var names []string
	for line := range strings.Lines(labels) {
		name, _, _ := strings.Cut(line, " ")
		names = append(names, name)
	}
	return names
}

// Canonical returns the name of the encoding that a label means, as the WHATWG
// Encoding Standard has it (https://encoding.spec.whatwg.org/#names-and-labels),
// "" if it means none. Three things differ: "gbk" and its labels are gb18030, which
// reads the same bytes; "iso-8859-8-i" is iso-8859-8, which differs only on screen;
// and some encodings are known that browsers refuse, such as utf-32le and hz-gb-2312.
func Canonical(label string) string {
	label = strings.ToLower(strings.Trim(label, " \t\r\n\f\"'"))
	if label == "" || strings.ContainsAny(label, " \n") {
		return ""
	}
	i := strings.Index(labels, " "+label+" ")
	if i < 0 {
		return ""
	}
	line := labels[strings.LastIndexByte(labels[:i], '\n')+1:]
	return line[:strings.IndexByte(line, ' ')]
}

// labels has a line for each encoding: its name, then every label of it between
// spaces, the name among them.
const labels = "" +
	"utf-8 utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig utf8mb4 cp65001 \n" +
	"utf-16le utf-16le utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf16 ucs-2le \n" +
	"utf-16be utf-16be unicodefffe ucs-2be \n" +
	"windows-1252 windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252 latin-1 ansi \n" +
	"windows-1250 windows-1250 cp1250 x-cp1250 \n" +
	"windows-1251 windows-1251 cp1251 x-cp1251 \n" +
	"windows-1253 windows-1253 cp1253 x-cp1253 \n" +
	"windows-1254 windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 latin-5 x-cp1254 \n" +
	"windows-1255 windows-1255 cp1255 x-cp1255 \n" +
	"windows-1256 windows-1256 cp1256 x-cp1256 \n" +
	"windows-1257 windows-1257 cp1257 x-cp1257 \n" +
	"windows-1258 windows-1258 cp1258 x-cp1258 \n" +
	"windows-874 windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620 cp874 \n" +
	"shift_jis shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932 \n" +
	"euc-jp euc-jp cseucpkdfmtjapanese x-euc-jp eucjp \n" +
	"iso-2022-jp iso-2022-jp csiso2022jp \n" +
	"euc-kr euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 uhc euckr \n" +
	"gb18030 gb18030 gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936 windows-936 euc-cn \n" +
	"big5 big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 windows-950 \n" +
	"koi8-r koi8-r cskoi8r koi koi8 koi8_r \n" +
	"koi8-u koi8-u koi8-ru \n" +
	"ibm866 ibm866 866 cp866 csibm866 \n" +
	"x-mac-cyrillic x-mac-cyrillic x-mac-ukrainian maccyrillic mac-cyrillic \n" +
	"macintosh macintosh csmacintosh mac x-mac-roman macroman \n" +
	"iso-8859-2 iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 latin-2 \n" +
	"iso-8859-3 iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 \n" +
	"iso-8859-4 iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 \n" +
	"iso-8859-5 iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 \n" +
	"iso-8859-6 iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 \n" +
	"iso-8859-7 iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek \n" +
	"iso-8859-8 iso-8859-8 csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8-e iso-8859-8-i iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 logical visual \n" +
	"iso-8859-10 iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6 \n" +
	"iso-8859-13 iso-8859-13 iso8859-13 iso885913 \n" +
	"iso-8859-14 iso-8859-14 iso8859-14 iso885914 \n" +
	"iso-8859-15 iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin-9 \n" +
	"iso-8859-16 iso-8859-16 \n" +
	"ibm437 ibm437 437 cp437 cspc8codepage437 \n" +
	"ibm850 ibm850 850 cp850 cspc850multilingual \n" +
	"ibm852 ibm852 852 cp852 cspcp852 \n" +
	"ibm855 ibm855 855 cp855 csibm855 \n" +
	"euc-tw euc-tw x-euc-tw euctw \n" +
	"johab johab cp1361 ms1361 \n" +
	"iso-2022-kr iso-2022-kr csiso2022kr \n" +
	"hz-gb-2312 hz-gb-2312 hz hz-gb \n" +
	"utf-32le utf-32le utf-32 utf32 ucs-4 iso-10646-ucs-4 \n" +
	"utf-32be utf-32be \n"
