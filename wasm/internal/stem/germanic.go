package stem

import "strings"

// swedishSteps are Savoy's for Swedish as Lucene has them, with longer stems.
var swedishSteps = []step{
	{{"s", "", 4, "bdfghjklmnoprtvyae"}},
	{{"heterna", "het", 3, ""}, {"heten", "het", 3, ""}, {"heter", "het", 3, ""},
		{"arna", "", 3, ""}, {"erna", "", 3, ""}, {"orna", "", 3, ""}, {"aren", "ar", 3, ""},
		{"are", "ar", 4, ""}, {"ade", "", 3, ""}, {"ar", "", 3, ""}, {"er", "", 3, ""}, {"or", "", 3, ""},
		{"en", "", 3, ""}, {"et", "", 3, ""}, {"an", "", 4, ""}, {"na", "", 4, ""}, {"a", "", 3, ""}, {"e", "", 3, ""}, {"n", "", 4, "aeo"}},
}

const swedishApart = "under over efter eller aven sedan redan innan medan ingen inte"

// danishSteps serve Norwegian as well: the genitive, then the article at the end,
// the plural, or the e of an adjective.
var danishSteps = []step{
	{{"s", "", 4, "bdfghjklmnprtveøy"}},
	{{"hederne", "hed", 3, ""}, {"heder", "hed", 3, ""}, {"heten", "het", 3, ""}, {"heter", "het", 3, ""},
		{"erne", "", 3, ""}, {"ene", "", 3, ""}, {"eren", "er", 4, ""}, {"ere", "er", 4, ""}, {"ede", "", 3, ""},
		{"er", "", 3, ""}, {"en", "", 3, ""}, {"et", "", 3, ""}, {"ne", "", 4, ""}, {"e", "", 3, ""}},
}

const danishApart = "under over efter etter eller siden meget noget ingen mellem"

// dutchSteps bring down the plurals that dutch does not handle letter by letter.
var dutchSteps = []step{
	{{"heden", "heid", 3, ""}, {"eren", "er", 4, ""}, {"'s", "", 3, ""}, {"ens", "en", 3, ""}, {"s", "", 4, "bcdfghklmnprtaeou"}},
}

const dutchApart = "tegen samen buiten binnen boven onder over achter alleen eigen open morgen gisteren " +
	"vlaanderen antwerpen leiden groningen nederlanden"

const dutchIrregular = `dag dagen
weg wegen
oorlog oorlogen
glas glazen
lid leden
stad steden
schip schepen
spel spelen
slag slagen
verdrag verdragen
bedrag bedragen
gebed gebeden
god goden
kind kinderen
ei eieren
minister ministers`

// dutch takes the plural or inflected -en, -e off and spells what is left as Dutch
// does: bommen is bom, bomen boom, brieven brief, huizen huis.
func dutch(w []byte) []byte {
	w = apply(w, dutchSteps)
	n := len(w)
	switch {
	case n >= 5 && hasSuffix(w, "en"):
		n -= 2
	case n >= 5 && w[n-1] == 'e':
		n--
	default:
		return w
	}
	last := w[n-1]
	if strings.IndexByte("aeiou", last) >= 0 {
		return w
	}
	w = w[:n]
	switch isLong := strings.IndexByte("aou", w[n-2]) >= 0 && strings.IndexByte("aeiou", w[n-3]) < 0 ||
		w[n-2] == 'e' && strings.IndexByte("aeiou", w[n-3]) < 0 && strings.IndexByte("lrmn", last) < 0; {
	case last == w[n-2]:
		return w[:n-1]
	case isLong:
		w = append(w[:n-1], w[n-2], last)
		n++
	}
	switch last {
	case 'v':
		w[n-1] = 'f'
	case 'z':
		w[n-1] = 's'
	}
	return w
}

// dutchUnsure: bomen has one o, brieven a v, mogelijkheden no i.
func dutchUnsure(stem []byte) int {
	n := len(stem)
	switch {
	case n > 2 && stem[n-2] == stem[n-3] || hasSuffix(stem, "heid"):
		return 2
	case stem[n-1] == 'f' || stem[n-1] == 's':
		return 1
	}
	return 0
}
