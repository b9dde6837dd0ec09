package stem

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// sameLines are words of one language a line, all forms of each other.
var sameLines = map[string]string{
	"en": `protest protests protested protesting
policy policies
police policed policing
vote votes voted voting
announce announces announced announcing announcement|
stop stops stopped stopping
hope hopes hoped hoping
hop hops hopped hopping
carry carries carried carrying
man men
woman women
child children
person people persons
say says said saying
fight fights fought fighting
give gives gave given giving
run runs ran running
die dies died dying
crisis crises
state states stated stating
control controls controlled controlling
agree agrees agreed agreeing
israeli israelis
box boxes boxed boxing
church churches
address addresses addressed addressing
organize organizes organized organizing
sibling siblings
evening evenings
wedding weddings
quick quickly`,
	"de": `haus hauser hausern hauses
brucke brucken
regierung regierungen
gesetz gesetze gesetzen gesetzes
minister ministers ministern
land lander landern landes
ministerin ministerinnen
ergebnis ergebnisse ergebnissen ergebnisses
neu neue neuer neues neuem neuen
stadt stadte stadten
kind kinder kindern kindes
vogel vogels vogeln
polen polens
vater vaters
leben lebens
jahr jahre jahren jahres
letzter letzte letzten letztes`,
	"fr": `cheval chevaux
national nationale nationaux nationales
annonce annonces annoncer annoncee annoncees
directeur directrice directeurs directrices
europeen europeenne europeens europeennes
francais francaise francaises
nouveau nouvelle nouveaux nouvelles
premier premiere premiers premieres
actif active actifs actives
heureux heureuse heureuses
bateau bateaux
loi lois
porte portes
ministere ministeres
annee annees`,
	"es": `nacion naciones
luz luces
ley leyes
rapido rapida rapidos rapidas rapidamente
ingles inglesa ingleses inglesas
presidente presidentes
trabajador trabajadora trabajadores trabajadoras
nuevo nueva nuevos nuevas
casa casas
partida partidas
partido partidos
interes intereses
mejor mejores
mes meses
hora horas`,
	"it": `governo governi
legge leggi
banca banche
banco banchi
partito partiti
partita partite
nazionale nazionali
politico politici politiche politica
spiaggia spiagge
bancario bancari`,
	"pt": `eleicao eleicoes
nacional nacionais
homem homens
trabalhador trabalhadores trabalhadora trabalhadoras
papel papeis
espanhol espanhois
luz luzes
mao maos
alemao alemaes
lider lideres
partida partidas
hora horas
corte cortes
geral gerais`,
	"nl": `boom bomen
bom bommen
huis huizen
brief brieven
groot grote
regering regeringen
mogelijkheid mogelijkheden
dag dagen
stad steden
auto autos
band banden
bond bonden`,
	"sv": `regering regeringen regeringar regeringarna regeringens
bil bilen bilar bilarna
flicka flickor flickorna flickan
hus huset husen
ny nya|
svensk svenska svenske
stockholm stockholms
krona kronor kronorna`,
	"da": `regering regeringen regeringer regeringerne regeringens
hus huset huse husene
dansk danske
norge norges
mulighed muligheder muligheden`,
	"ru": `закон закона закону законом законе законы законов законам законами законах
правительство правительства правительству правительством
новый новая новое новые нового новой новых новыми новую
страна страны стране страну страной стран странам странами странах
министр министра министры министров
москва москвы москве москву москвой
россия россии россию россией`,
	"uk": `закон закону законом законі закони законів законам законами законах
новий нова нове нові нового нової новому новою нових
країна країни країні країну країною країнам країнами країнах`,
	"ar": `حكومه الحكومه والحكومه بالحكومه للحكومه حكومات الحكومات
وزير الوزير والوزير
رييس الرييس للرييس
انتخابات الانتخابات
اسلامي اسلاميه الاسلاميه والاسلامي`,
}

// apartLines are words a line of which none is a form of another.
var apartLines = map[string]string{
	"en": `new news
universe university
organ organization organize
general generic
police policy
united unite unit
human humane
moral morale
local locale
hope hop
plan plane
star stare
even evening
her herring
harry harris
man manning
form former
corn corner
number numb
wing win
king kin
spring spr
minister ministry
state station statue
import important
army arm arms
past paste
us use
good goods
mean means
custom customs
custody custom
william williams
interest inter
secret secrete
execute executive
experiment experience
marine mare
author authority
commun community
thing thin
nation national
red reading read`,
	"de": `meister meist
messe messer
wetter wette
mutter mut
seite seitens
eltern elter
ost ostern
leiter leiste
minister ministerium
polen pol
land landung
stadt statt`,
	"fr": `fil fils
cour cours
foi fois
pari paris
bois boire
ministre ministere
cent centre
corps cor
police politique
porte port
danger dange`,
	"es": `puerto puerta
banco banca
partido partida
caso casa
puesto puesta
interes inter
punto punta
plato plata
camino camina`,
	"it": `partito partita
porto porta
banco banca
punto punta
caso casa
testo testa
corso corsa
roma romo`,
	"pt": `porto porta
banco banca
partido partida
pais paiz
caso casa
depois depol`,
	"nl": `bom boom
man maan
week wek
open op
leiden leid`,
	"ru": `мир мера
после посл
банк банка|`,
	"ar": `لبنان لبن
وزير زير
الله له
الدول الدولي
العمل العمليه
عرب عربي`,
}

// words splits a line; one that ends in | tells what the rules do not join.
func words(line string) []string {
	return strings.Fields(line)
}

func finderOf(word, code string) *Finder {
	var f Finder
	f.Reset([]byte(word), Of(code))
	return &f
}

func isInRange(f *Finder, term string) bool {
	for _, p := range f.Prefixes() {
		if strings.HasPrefix(term, string(p)) {
			return true
		}
	}
	return false
}

func TestSame(t *testing.T) {
	for code, lines := range sameLines {
		for line := range strings.SplitSeq(lines, "\n") {
			for _, a := range words(line) {
				f := finderOf(a, code)
				for _, b := range words(line) {
					if a == b || strings.HasSuffix(a, "|") || strings.HasSuffix(b, "|") {
						continue
					}
					if f.Same([]byte(b)) != Of(code) {
						t.Errorf("%s: %s is no form of %s (stems %s, %s)", code, b, a,
							stemOf([]byte(b), Of(code)), stemOf([]byte(a), Of(code)))
					} else if !isInRange(f, b) {
						t.Errorf("%s: %s, a form of %s, is outside %q", code, b, a, f.Prefixes())
					}
				}
			}
		}
	}
}

func TestApart(t *testing.T) {
	for code, lines := range apartLines {
		for line := range strings.SplitSeq(lines, "\n") {
			for _, a := range words(line) {
				f := finderOf(a, code)
				for _, b := range words(line) {
					if f.Same([]byte(b)) != 0 {
						t.Errorf("%s: %s is a form of %s (stem %s)", code, b, a, stemOf([]byte(b), Of(code)))
					}
				}
			}
		}
	}
}

func TestOf(t *testing.T) {
	for i, code := range strings.Fields(codes) {
		if l := Of(code); l != 1<<i || l.Code() != code {
			t.Errorf("Of(%q) = %b, Code %q", code, l, l.Code())
		}
	}
	for _, code := range []string{"", "xx", "n", "en ", "e", " d", "n d"} {
		if l := Of(code); l != 0 {
			t.Errorf("Of(%q) = %b", code, l)
		}
	}
	if Of("nb") != Danish {
		t.Error("Norwegian is not Danish")
	}
}

func TestCompound(t *testing.T) {
	lexicon := " brucken sperrung arbeits arbeit markt kinder garten minister prasident schul haus regering crisis haus bank verkehr "
	isWord := func(w []byte) bool { return strings.Contains(lexicon, " "+string(w)+" ") }
	for _, c := range []struct {
		code, word, term string
		want             bool
	}{
		{"de", "brucke", "bruckensperrung", true},
		{"de", "sperrung", "bruckensperrung", true},
		{"de", "sperrung", "bruckensperrungen", true},
		{"de", "sperrungen", "verkehrssperrung", true},
		{"de", "markt", "arbeitsmarkt", true},
		{"de", "arbeit", "arbeitsmarkt", true},
		{"de", "minister", "ministerprasident", true},
		{"de", "minister", "ministerium", false},
		{"de", "brucke", "bruckner", false},
		{"de", "bank", "bankhaus", false}, // too short to tell
		{"nl", "regering", "regeringscrisis", true},
		{"en", "market", "marketmarket", false},
	} {
		if got := finderOf(c.word, c.code).Compound([]byte(c.term), isWord) != 0; got != c.want {
			t.Errorf("%s: %s in %s: %v, want %v", c.code, c.word, c.term, got, c.want)
		}
	}
}

// TestNoForms: what has no forms has no ranges either, and nothing panics.
func TestNoForms(t *testing.T) {
	for _, w := range []string{"", "a", "xy", "2024", "b2b", "東京", "서울", "u.s", "\xff\xfe\xfd", strings.Repeat("a", 49)} {
		for _, l := range []Languages{0, All} {
			var f Finder
			f.Reset([]byte(w), l)
			if len(f.Prefixes()) != 0 || f.Same([]byte(w+"s")) != 0 || f.Inside() != nil {
				t.Errorf("%q has forms within %q", w, f.Prefixes())
			}
		}
	}
}

func TestSameAllocates(t *testing.T) {
	var f Finder
	f.Reset([]byte("regierung"), All)
	terms := [][]byte{[]byte("regierungen"), []byte("bundesregierung"), []byte("regieren")}
	if n := testing.AllocsPerRun(100, func() {
		for _, w := range terms {
			f.Same(w)
			f.Compound(w, nil)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// FuzzFinder: a form of a word lies in its ranges, the relation goes both ways, and no
// input does harm.
func FuzzFinder(f *testing.F) {
	for _, lines := range sameLines {
		for line := range strings.SplitSeq(lines, "\n") {
			w := words(line)
			f.Add([]byte(w[0]), []byte(w[len(w)-1]))
		}
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		var fa, fb Finder
		fa.Reset(a, All)
		fb.Reset(b, All)
		same := fa.Same(b)
		fa.Compound(b, nil)
		if same != 0 && bytes.HasPrefix(a, b[:min(len(b), 6)]) && !isInRange(&fa, string(b)) {
			t.Errorf("%q is outside the ranges %q of %q", b, fa.Prefixes(), a)
		}
	})
}

// stemOf is what the stemmer of one language leaves of a word, for messages.
func stemOf(word []byte, l Languages) []byte {
	for i := range languages {
		if l>>i&1 != 0 && grammars[i].script.has(word) {
			return grammars[i].reduce(slices.Clone(word))
		}
	}
	return word
}
