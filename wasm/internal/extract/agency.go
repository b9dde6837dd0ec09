package extract

import (
	"strings"
	"sync"
)

// An agency is a news agency as credits name it.
type agency struct {
	code  string
	names string // lower case, bars between; the code included where it is used in print
}

// agencies are the ones whose credit is met in print, in the languages that they
// are credited in; the first name is the usual mark in a dateline.
var agencies = []agency{
	{"AP", "ap|associated press|the associated press|ассошиэйтед пресс|美联社|AP通信|أسوشيتد برس|أ ب"},
	{"Reuters", "reuters|thomson reuters|reuters staff|рейтер|рейтерс|路透社|路透|ロイター|로이터|رويترز"},
	{"AFP", "afp|agence france-presse|agence france presse|франс-пресс|афп|法新社|AFP通信|أ ف ب|أ.ف.ب|فرانس برس"},
	{"UPI", "upi|united press international"},
	{"dpa", "dpa|deutsche presse-agentur|dpa-afx|德新社|د ب أ"},
	{"Xinhua", "xinhua|xinhua news agency|新华社|新華社|新华网|شينخوا|синьхуа"},
	{"CNS", "china news service|中新社|中新网|中国新闻社"},
	{"TASS", "tass|itar-tass|тасс|итар-тасс|塔斯社|تاس"},
	{"Interfax", "interfax|interfax-ukraine|interfax.ru|интерфакс|інтерфакс-україна|интерфакс-украина"},
	{"RIA", "ria novosti|ria|риа новости|риа"},
	{"Ukrinform", "ukrinform|укринформ|укрінформ"},
	{"UNIAN", "unian|униан|уніан"},
	{"ANI", "ani|asian news international"},
	{"PTI", "pti|press trust of india"},
	{"IANS", "ians|indo-asian news service"},
	{"APP", "associated press of pakistan"},
	{"Kyodo", "kyodo|kyodo news|共同|共同通信|共同社"},
	{"Jiji", "jiji|jiji press|時事|時事通信"},
	{"Yonhap", "yonhap|yonhap news agency|연합뉴스|韩联社"},
	{"Newsis", "newsis|뉴시스"},
	{"CNA", "中央社|central news agency"},
	{"VNA", "ttxvn|vietnam news agency"},
	{"Bernama", "bernama"},
	{"Antara", "antara"},
	{"EFE", "efe|agencia efe|efe news"},
	{"EuropaPress", "europa press"},
	{"ANSA", "ansa"},
	{"Adnkronos", "adnkronos"},
	{"AGI", "agi"},
	{"LaPresse", "lapresse"},
	{"Lusa", "lusa|agência lusa"},
	{"AgenciaBrasil", "agência brasil"},
	{"Telam", "télam|telam"},
	{"Notimex", "notimex"},
	{"APA", "apa"},
	{"SDA", "sda|keystone-sda|ats"},
	{"SID", "sid"},
	{"epd", "epd"},
	{"KNA", "kna"},
	{"AFX", "afx"},
	{"ANP", "anp"},
	{"Belga", "belga|agence belga"},
	{"NTB", "ntb"},
	{"TT", "tt|tt nyhetsbyrån"},
	{"Ritzau", "ritzau"},
	{"STT", "stt"},
	{"PAP", "pap|polska agencja prasowa"},
	{"CTK", "čtk|ctk"},
	{"TASR", "tasr"},
	{"MTI", "mti"},
	{"Agerpres", "agerpres"},
	{"BTA", "bta|бта"},
	{"Tanjug", "tanjug|танјуг"},
	{"Hina", "hrvatska izvještajna novinska agencija"},
	{"AMNA", "αμπε|απε-μπε|ana-mpa"},
	{"PA", "pa|press association|pa media"},
	{"CP", "cp|canadian press|the canadian press"},
	{"AAP", "aap|australian associated press"},
	{"Anadolu", "aa|anadolu|anadolu agency|anadolu ajansı|الأناضول"},
	{"DHA", "dha|demirören haber ajansı"},
	{"IHA", "iha|i̇ha|ihlas haber ajansı"},
	{"IRNA", "irna|ایرنا"},
	{"ISNA", "isna|ایسنا"},
	{"Fars", "fars news|فارس"},
	{"Tasnim", "tasnim|تسنیم"},
	{"Mehr", "mehr news|مهر"},
	{"SPA", "spa|saudi press agency|واس|وكالة الأنباء السعودية"},
	{"QNA", "qna|qatar news agency|قنا|وكالة الأنباء القطرية"},
	{"WAM", "wam|emirates news agency|وام"},
	{"KUNA", "kuna|kuwait news agency|كونا"},
	{"BNA", "bahrain news agency|بنا"},
	{"Petra", "jordan news agency|بترا"},
	{"SANA", "سانا"},
	{"MENA", "mena|middle east news agency|أ ش أ|أ.ش.أ"},
	{"WAFA", "wafa|وفا"},
	{"APS", "algérie presse service|وأج"},
	{"MAP", "maghreb arabe presse"},
	{"TAP", "tunis afrique presse"},
	{"NAN", "nan|news agency of nigeria"},
	{"APO", "apo group"},
	{"Bloomberg", "bloomberg|bloomberg news|彭博社"},
	{"DowJones", "dow jones|dow jones newswires"},
	{"PRNewswire", "prnewswire|pr newswire"},
	{"BusinessWire", "business wire"},
	{"GlobeNewswire", "globe newswire|globenewswire"},
}

// agencyNamed is the code of the agency that name is, "" if it is none. Case
// does not count, but a code of two or three letters must not be written as a
// word ("Tt", "spa").
func agencyNamed(name string) string {
	name = strings.Trim(name, " .,;:()[]/«»【】（）\u00a0")
	if len(name) < 2 || len(name) > maxAgency {
		return ""
	}
	for _, a := range agencyNames()[len(name)] {
		if !strings.EqualFold(a.names, name) {
			continue
		}
		if len(name) <= 3 && name != strings.ToUpper(name) && name != a.code {
			return ""
		}
		return a.code
	}
	return ""
}

const maxAgency = 60 // bytes of a name

// agencyNames are the names of all agencies by their length, one in each agency's
// names.
var agencyNames = sync.OnceValue(func() *[maxAgency + 1][]agency {
	var by [maxAgency + 1][]agency
	for _, a := range agencies {
		for n := range strings.SplitSeq(a.names, "|") {
			if len(n) <= maxAgency {
				by[len(n)] = append(by[len(n)], agency{a.code, n})
			}
		}
	}
	return &by
})

// longAgencyIn is the code of an agency whose full name (no mere code) stands
// in text, "" if there is none.
func longAgencyIn(text string) string {
	for _, a := range agencies {
		for n := range strings.SplitSeq(a.names, "|") {
			if len(n) >= 7 && n[0] < 0x80 && indexFold(text, n) >= 0 {
				return a.code
			}
		}
	}
	return ""
}

// indexFold is the place of an ASCII lower-case pattern in text, letters
// compared without case, or -1.
func indexFold(text, lower string) int {
	for i := 0; i+len(lower) <= len(text); i++ {
		if c := text[i]; (c == lower[0] || c|0x20 == lower[0]) && strings.EqualFold(text[i:i+len(lower)], lower) {
			return i
		}
	}
	return -1
}

// hasPrefixFold reports whether text begins with an ASCII lower-case pattern. The
// first byte decides for almost every text.
func hasPrefixFold(text, lower string) bool {
	return len(text) >= len(lower) && (text[0] == lower[0] || text[0]|0x20 == lower[0]) && strings.EqualFold(text[:len(lower)], lower)
}
