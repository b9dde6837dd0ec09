package stem

// frenchSteps: the plural, then the feminine and its spelling, then the
// infinitive in -er, which makes annoncer, annonce and annoncée one.
var frenchSteps = []step{
	{{"eaux", "eau", 1, ""}, {"aux", "al", 3, ""}, {"oux", "ou", 2, ""}, {"s", "", 3, "abcdefghiklmnoprtuvy"}},
	{{"euse", "eux", 3, ""}, {"trice", "teur", 3, ""}, {"ive", "if", 3, ""}, {"enne", "en", 3, ""}, {"onne", "on", 3, ""},
		{"elle", "el", 4, ""}, {"ette", "et", 4, ""}, {"aise", "ai", 4, ""}, {"oise", "oi", 4, ""},
		{"ee", "", 4, ""}, {"e", "", 4, ""}},
	{{"er", "", 4, ""}},
}

const frenchApart = "paris pays fils cours mois fois bois temps corps bras gens plus sous dans sans cas pas bas tres vers sens suis " +
	"jamais toujours depuis puis mais trois mars ours alors hors dehors repas progres proces succes acces congres exces " +
	"apres pres avis tapis commis permis compris jesus virus campus louis georges jacques charles nantes rennes cannes vosges ardennes " +
	"tours lens reims les des mes tes ses ces aux eux leurs voix croix prix choix paix noix"

// frenchKeep are words of which -e and -er are no endings, or whose letters before
// them are another word: port and porte, vent and vente.
const frenchKeep = "porte vente coupe pointe poste commune parce retraite conte berger foyer danger ministere hiver entre " +
	"centre contre guerre terre autre notre votre quatre armee annee duree soiree fonctionne center theater meter"

const frenchIrregular = `nouveau nouvel nouvelle nouveaux nouvelles
beau bel belle beaux belles
vieux vieil vieille vieilles
oeil yeux
travail travaux
bail baux
vitrail vitraux
fou folle fous folles
blanc blanche blancs blanches
public publique publics publiques
grec grecque grecs grecques
turc turque turcs turques`

// spanishSteps: the plural, the -mente of adverbs, and the gender of those
// endings that adjectives have. Gender in general is left, which would join
// puerto and puerta, banco and banca.
var spanishSteps = []step{
	{{"amente", "a", 3, ""}, {"mente", "", 4, ""}},
	{{"intereses", "interes", 0, ""}, {"interes", "interes", 0, ""}, {"eses", "es", 2, ""}, {"esas", "es", 3, ""}, {"esa", "es", 3, ""}, {"ces", "z", 2, "aeiou"}, {"es", "", 3, ""}, {"s", "", 3, "aeo"}, {"e", "", 3, ""}},
	{{"ica", "ico", 3, ""}, {"ada", "ado", 3, ""}, {"ida", "ido", 3, ""}, {"iva", "ivo", 3, ""}, {"osa", "oso", 3, ""},
		{"aria", "ario", 3, ""}, {"ana", "ano", 3, ""}, {"ina", "ino", 4, ""}, {"era", "ero", 4, ""}, {"ora", "or", 4, ""},
		{"ena", "eno", 4, ""}, {"nueva", "nuevo", 0, ""}, {"buena", "bueno", 0, ""}, {"otra", "otro", 0, ""},
		{"mucha", "mucho", 0, ""}, {"nuestra", "nuestro", 0, ""}, {"interes", "interes", 0, ""}, {"es", "", 4, ""}},
}

const spanishApart = "lunes martes miercoles jueves viernes despues antes entonces crisis tesis andes londres cortes"

// spanishPairs are stems whose words in -o are not those in -a: partido (party) and
// partida (departure).
const spanishPairs = "partido entrado manero cartero bandero carrero frontero medido salido llegado jornado mirado oficino medicino semano " +
	"ventano campano camino cocino fabrico"

// portugueseSteps: the plural in all its spellings, -mente, and the gender of
// endings that adjectives have.
var portugueseSteps = []step{
	{{"amente", "a", 3, ""}, {"mente", "", 4, ""}},
	{{"oes", "ao", 2, ""}, {"aes", "ao", 2, ""}, {"aos", "ao", 2, ""}, {"ais", "al", 3, ""}, {"eis", "el", 3, ""},
		{"ois", "ol", 4, ""}, {"is", "il", 4, ""}, {"ns", "m", 2, ""}, {"res", "r", 3, ""}, {"zes", "z", 2, ""},
		{"ses", "s", 3, ""}, {"s", "", 3, "aeiou"}},
	{{"ica", "ico", 3, ""}, {"ada", "ado", 3, ""}, {"ida", "ido", 3, ""}, {"iva", "ivo", 3, ""}, {"osa", "oso", 3, ""},
		{"aria", "ario", 3, ""}, {"ana", "ano", 4, ""}, {"ina", "ino", 4, ""}, {"eira", "eiro", 3, ""}, {"ora", "or", 4, ""},
		{"esa", "es", 3, ""}, {"nova", "novo", 0, ""}, {"outra", "outro", 0, ""}, {"muita", "muito", 0, ""}},
}

const portugueseApart = "mais depois pais apos tras antes menos onibus lapis virus tenis dois seis reis deus goias jesus"

// portuguesePairs are as spanishPairs.
const portuguesePairs = "partido entrado medido saido chegado jornado semano oficino medicino cozinho carteiro bandeiro fronteiro maneiro feiro fabrico"

// italianSteps take the last vowel, which tells number and gender, with the h
// or i that spelling puts before it.
var italianSteps = []step{
	{{"amente", "a", 3, ""}, {"mente", "", 4, ""}},
	{{"che", "c", 3, ""}, {"chi", "c", 3, ""}, {"ghe", "g", 3, ""}, {"ghi", "g", 3, ""}, {"ie", "", 4, "cgl"},
		{"ia", "", 4, "cgl"}, {"io", "", 4, "cgl"}, {"io", "", 4, ""}, {"a", "", 4, ""}, {"e", "", 4, ""}, {"i", "", 4, ""}, {"o", "", 4, ""}},
}

const italianApart = "milano roma torino napoli italia firenze bari parigi londra rimini brindisi trieste udine terni " +
	"oggi domani ieri anche dove come prima dopo quando sempre molto tutto tutti crisi tesi analisi serie specie"

// italianPairs are stems whose words in -o, -i are not those in -a, -e: partito
// (party) and partita (match).
const italianPairs = "partit port banc cont punt past cors post mostr test fogl colp mess camp pal cost scal mor fil folla pann " +
	"capitol collett costum cors mod line lott manc pian pist salut scopert second spes tass torr vent vis visit volt"
