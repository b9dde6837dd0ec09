package stem

import "bytes"

// germanSteps are the first step of Savoy's stemmer with the genitive before it:
// one ending of a noun or an adjective, but for -er, which german does. Umlauts
// are gone already.
var germanSteps = []step{
	{{"s", "", 4, "bdfghklmnrt"}, {"innen", "in", 4, ""}, {"n", "", 4, "lr"}, {"nissen", "nis", 2, ""},
		{"nisses", "nis", 2, ""}, {"nisse", "nis", 2, ""}},
	{{"erer", "er", 3, ""}, {"erem", "er", 3, ""}, {"eren", "er", 3, ""}, {"eres", "er", 3, ""}, {"ere", "er", 3, ""},
		{"em", "", 3, ""}, {"en", "", 3, ""}, {"es", "", 3, ""}, {"e", "", 3, ""}},
}

// germanAdjectives are endings of adjectives before their -er. The first line is
// nouns that end so.
var germanAdjectives = []step{{
	{"ieger", "ieger", 0, ""}, {"schafter", "schafter", 0, ""}, {"tiger", "tig", 2, ""}, {"tiker", "tiker", 0, ""},
	{"ischer", "isch", 2, ""}, {"licher", "lich", 2, ""}, {"iger", "ig", 2, ""}, {"samer", "sam", 3, ""}, {"barer", "bar", 3, ""},
	{"hafter", "haft", 3, ""}, {"loser", "los", 3, ""}, {"ieller", "iell", 2, ""}, {"ueller", "uell", 2, ""},
	{"naler", "nal", 3, ""}, {"ialer", "ial", 2, ""}, {"raler", "ral", 3, ""}, {"tiver", "tiv", 2, ""}, {"siver", "siv", 2, ""},
	{"ender", "end", 4, ""}, {"ierter", "iert", 2, ""}, {"ater", "at", 4, ""}, {"anter", "ant", 4, ""}, {"enter", "ent", 4, ""},
}}

// germanStrong are nouns with a plural in -er. Taking -er off all words would join
// Bürger and Burg, Politiker and Politik, Meister and meist.
const germanStrong = "kind land haus mann bild buch wort dorf feld geld glas kleid lied recht schloss volk wald weib blatt brett dach fach " +
	"gesicht gewand grab huhn kalb licht loch mitglied nest schild schwert tal tuch irrtum reichtum gott geist wurm rand mund rind " +
	"leib amt gehalt denkmal hospital spital parlamentsmitglied altertum heiligtum furstentum eigentum gut bad rad ei lamm kraut strauch stift"

// germanShort are adjectives that no ending shows to be one.
const germanShort = "neu gross klein alt lang jung stark schwer leicht hoh ganz all viel solch welch jed dies jen kein mein dein sein unser beid erst zweit dritt " +
	"letzt nachst gross best hochst jungst rot blau grun schwarz weiss gelb braun kurz breit tief hart weich warm kalt frisch frei arm reich " +
	"schon schlecht richtig falsch deutsch ander link recht halb voll leer bos lieb heiss klar rein toll bekannt gesamt vergangen neuest"

const germanApart = "meiste meisten meist seitens seit will ware statt nichts indem inder indes sonde sondern eben ebene rund bruck mark masse " +
	"massen johannes andreas morales times moral den denen der deren derer andern anders durchs nachts ihnen ihn premiere premieren " +
	"gegen wegen neben oben unten innen worden"

// germanKeep are words, mostly names, of which -en and -ern are no endings.
const germanKeep = "eltern ostern westen osten norden suden bayern hessen sachsen polen spanien italien aachen essen bremen dresden " +
	"munchen schweden norwegen danemark federn federer gestern modern extern intern"

// german takes one ending off, -er only where it is one.
func german(w []byte) []byte {
	if word := bytes.TrimSuffix(w, []byte("s")); isListed(germanKeep, word) {
		return word
	}
	if n := len(w) - 3; n > 0 && (hasSuffix(w, "ern") || hasSuffix(w, "ers")) {
		w = w[:n+2]
	}
	n := len(w) - 2
	if n < 2 || !hasSuffix(w, "er") {
		return apply(w, germanSteps)
	}
	if isStrong(w[:n]) {
		return apply(w[:n], germanSteps[1:])
	}
	if hasSuffix(w, "erer") && n > 4 {
		return w[:n]
	}
	return apply(w, germanAdjectives)
}

// isStrong reports whether w is a noun with a plural in -er, a compound with one, or
// a short adjective.
func isStrong(w []byte) bool {
	return isListed(germanShort, w) || isListed(germanStrong, w) || endsListed(germanStrong, w)
}

// endsListed reports whether w ends with a word of four letters or more of a list
// between spaces, and has three letters before it.
func endsListed(list string, w []byte) bool {
	for i := 0; i < len(list); {
		end := i
		for end < len(list) && list[end] != ' ' {
			end++
		}
		if n := end - i; n >= 4 && n+3 <= len(w) && list[end-1] == w[len(w)-1] && list[i:end] == string(w[len(w)-n:]) {
			return true
		}
		i = end + 1
	}
	return false
}

// germanUnsure: nothing but endings is taken off, and -nis, -in are their own
// beginnings.
func germanUnsure([]byte) int { return 0 }
