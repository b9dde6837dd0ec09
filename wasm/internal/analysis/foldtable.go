package analysis

import (
	"strings"
	"sync"
	"unicode"
)

// foldLimit is where the direct-mapped table ends: after Latin, Greek,
// Cyrillic, Hebrew, Arabic, Indic, and the compatibility letters and digits.
const foldLimit = 0x2500

// foldMulti is the first table value that stands for a string of foldStrings
// and not for a rune; no folded rune of the table is that high.
const foldMulti = 0xF000

// foldStrings are the foldings that are not one rune.
var foldStrings []string

// foldTable maps each rune under foldLimit to its folded form: 0 for a rune that
// is dropped, a rune, or foldMulti plus an index into foldStrings. It is 19 kB
// and takes about half a millisecond, once. golang.org/x/text/unicode/norm would
// say the same of accents for 55 kB of compressed program; this list is 2 kB,
// and a test holds it against norm.
var foldTable = sync.OnceValue(func() *[foldLimit]uint16 {
	var t [foldLimit]uint16
	for r := range rune(foldLimit) {
		t[r] = uint16(r)
		if l := unicode.ToLower(r); l < foldMulti {
			t[r] = uint16(l)
		}
	}
	for line := range strings.Lines(foldLines + foldEscaped) {
		to, from, _ := strings.Cut(strings.TrimSpace(line), " ")
		value := foldValue(to)
		for _, r := range from {
			t[r] = value
		}
	}
	for _, span := range foldDropped {
		for r := span[0]; r <= span[1]; r++ {
			t[r] = 0
		}
	}
	for _, zero := range foldZeros {
		for d := range rune(10) {
			t[zero+d] = uint16('0' + d)
		}
	}
	// A capital follows its small letter.
	for r := range rune(foldLimit) {
		if l := unicode.ToLower(r); l != r && l < foldLimit {
			t[r] = t[l]
		}
	}
	return &t
})

// foldValue is the table value for a folded form.
func foldValue(to string) uint16 {
	if runes := []rune(to); len(runes) == 1 {
		return uint16(runes[0])
	}
	foldStrings = append(foldStrings, to)
	return uint16(foldMulti + len(foldStrings) - 1)
}

// foldDropped are the runes that fold to nothing: accents, Hebrew points, Arabic
// vowel signs and the tatweel, soft hyphen and other invisible controls. Marks
// that carry meaning of their own, as the vowel signs of Indic scripts and Thai,
// are not among them.
var foldDropped = [][2]rune{
	{0x00AD, 0x00AD}, {0x0300, 0x036F}, {0x0483, 0x0487}, {0x0591, 0x05BD},
	{0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7},
	{0x0610, 0x061A}, {0x061C, 0x061C}, {0x0640, 0x0640}, {0x064B, 0x065F},
	{0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
	{0x06EA, 0x06ED}, {0x180E, 0x180E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
	{0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20FF},
}

// foldZeros are the zeros of Arabic, Persian, Devanagari, Bengali, Thai, Lao,
// Burmese and Khmer, behind which the other nine digits stand.
var foldZeros = [...]rune{0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0x0ED0, 0x1040, 0x17E0}

// foldLigatures are the forms of U+FB00 to U+FB06.
var foldLigatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// foldHalfKana are the full-width forms of U+FF66 to U+FF9D.
var foldHalfKana = []rune("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン")

// foldArabicForms are the letters behind U+FE80 to U+FEF4, which stand there in
// up to four shapes each; U+FEF5 to U+FEFC are shapes of lam with alef.
var foldArabicForms = []rune("ءآآأأؤؤإإئئئئااببببةةتتتتثثثثججججححححخخخخددذذررززسسسسششششصصصصضضضضططططظظظظععععغغغغففففققققككككللللممممننننههههووىىيييي")

// foldLines lists, for each folded form, the small letters and the digits that
// have it.
const foldLines = `' ‘’ʼ´
0 ⁰₀⓪
1 ¹₁①⑴⒈
2 ²₂②⑵⒉
3 ³₃③⑶⒊
4 ⁴₄④⑷⒋
5 ⁵₅⑤⑸⒌
6 ⁶₆⑥⑹⒍
7 ⁷₇⑦⑺⒎
8 ⁸₈⑧⑻⒏
9 ⁹₉⑨⑼⒐
10 ⑩⑽⒑
11 ⑪⑾⒒
12 ⑫⑿⒓
13 ⑬⒀⒔
14 ⑭⒁⒕
15 ⑮⒂⒖
16 ⑯⒃⒗
17 ⑰⒄⒘
18 ⑱⒅⒙
19 ⑲⒆⒚
20 ⑳⒇⒛
0/3 ↉
1/ ⅟
1/10 ⅒
1/2 ½
1/3 ⅓
1/4 ¼
1/5 ⅕
1/6 ⅙
1/7 ⅐
1/8 ⅛
1/9 ⅑
2/3 ⅔
2/5 ⅖
3/4 ¾
3/5 ⅗
3/8 ⅜
4/5 ⅘
5/6 ⅚
5/8 ⅝
7/8 ⅞
a ªàáâãäåāăąǎǟǡǻȁȃȧᴬᵃḁạảấầẩẫậắằẳẵặₐẚ
ae æǣǽᴭ
b ᴮᵇḃḅḇℬ
c çćĉċčᶜḉℂℭⅽ
d ðđďᴰᵈḋḍḏḑḓⅅⅆⅾᶞ
dz ǆǳ
e èéêëēĕėęěȅȇȩᴱᵉḕḗḙḛḝẹẻẽếềểễệₑℯℰⅇ
f ᶠḟℱ
g ĝğġģǧǵᴳᵍḡℊ
h ĥħȟʰᴴḣḥḧḩḫẖₕℋℌℍℎℏ
i ìíîïĩīĭįıǐȉȋᴵᵢḭḯỉịⁱℐℑℹⅈⅰ
ii ⅱ
iii ⅲ
ij ĳ
iv ⅳ
ix ⅸ
j ĵǰʲᴶⅉ
k ķǩᴷᵏḱḳḵₖ
l ĺļľłˡᴸḷḹḻḽₗℒℓⅼ
lj ǉ
l· ŀ
m ᴹᵐḿṁṃₘℳⅿ
n ñńņňǹᴺṅṇṉṋⁿₙℕ
nj ǌ
'n ŉ
o øǿºòóôõöōŏőơǒǫǭȍȏȫȭȯȱᴼᵒṍṏṑṓọỏốồổỗộớờởỡợₒℴ
oe œ
p ᴾᵖṕṗₚℙ
q ℚ
r ŕŗřȑȓʳᴿᵣṙṛṝṟℛℜℝ
s śŝşšșſˢṡṣṥṧṩẛₛ
ss ß
t ţťțŧᵀᵗṫṭṯṱẗₜ
th þ
tm ™
u ùúûüũūŭůűųưǔǖǘǚǜȕȗᵁᵘᵤṳṵṷṹṻụủứừửữự
v ᵛᵥṽṿⅴ
vi ⅵ
vii ⅶ
viii ⅷ
w ŵʷᵂẁẃẅẇẉẘ
x ˣẋẍₓⅹ
xi ⅺ
xii ⅻ
y ýÿŷȳʸẏẙỳỵỷỹ
z źżžᶻẑẓẕℤℨ
α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
β ϐᵝᵦ
γ ᵞᵧℽℾ
δ ᵟ
ε έϵἐἑἒἓἔἕὲέ
η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
θ ϑᶿ
ι ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ
κ ϰ
μ µ
ο όὀὁὂὃὄὅὸό
π ϖℼℿ
ρ ϱᵨῤῥ
σ ςϲ
υ ΰϋύϒϓϔὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ
φ ϕᵠᵩ
χ ᵡᵪ
ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
а ӑӓ
е ѐёӗ
ж ӂӝ
з ӟ
и ѝӣӥ
н ᵸ
о ӧ
у ӯӱӳ
ч ӵ
ы ӹ
э ӭ
ѵ ѷ
ә ӛ
ө ӫ
եւ և
א ℵ
ב ℶ
ג ℷ
ד ℸ
ا آأإٱ
ه ةەۀہۂۃ
و ؤ
ي ئىی
ك ک
ے ۓ
`

// foldEscaped goes on with runes that an editor may replace by what they are
// canonically equal to: Greek letters with the old acute, Indic letters with a dot.
const foldEscaped = "" +
	"α \u1f71\n" +
	"ε \u1f73\n" +
	"η \u1f75\n" +
	"ι \u1f77\u1fd3\n" +
	"ο \u1f79\n" +
	"υ \u1f7b\u1fe3\u03d3\u03d4\n" +
	"ω \u1f7d\n" +
	"\u0915\u093c \u0958\n" +
	"\u0916\u093c \u0959\n" +
	"\u0917\u093c \u095a\n" +
	"\u091c\u093c \u095b\n" +
	"\u0921\u093c \u095c\n" +
	"\u0922\u093c \u095d\n" +
	"\u092b\u093c \u095e\n" +
	"\u092f\u093c \u095f\n" +
	"\u09a1\u09bc \u09dc\n" +
	"\u09a2\u09bc \u09dd\n" +
	"\u09af\u09bc \u09df\n" +
	"\u0a32\u0a3c \u0a33\n" +
	"\u0a38\u0a3c \u0a36\n" +
	"\u0a16\u0a3c \u0a59\n" +
	"\u0a17\u0a3c \u0a5a\n" +
	"\u0a1c\u0a3c \u0a5b\n" +
	"\u0a2b\u0a3c \u0a5e\n" +
	"\u0b21\u0b3c \u0b5c\n" +
	"\u0b22\u0b3c \u0b5d\n" +
	"\u0928\u093c \u0929\n" +
	"\u0930\u093c \u0931\n" +
	"\u0933\u093c \u0934\n" +
	"\u03b9 \u1fbe\n" +
	"\u10dc \u10fc\n" +
	"\u0259 \u2094\n" +
	"\u025b \u2107\n" +
	"\u0292 \u01ef\n" + "\u02b9 \u0374\n"
