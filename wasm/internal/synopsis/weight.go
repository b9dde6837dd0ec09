package synopsis

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// kindOf is what a word as printed shows of itself. Whether a capital counts
// depends on where it stands.
func kindOf(printed string, capitals bool) wordKind {
	r, _ := utf8.DecodeRuneInString(printed)
	switch {
	case unicode.IsDigit(r):
		return isFigure
	case capitals && unicode.IsUpper(r):
		return isName
	}
	return 0
}

// enterLists enters the words of the lists below with their kind.
func (s *story) enterLists() {
	for _, l := range []struct {
		list string
		kind wordKind
	}{{numbers, isFigure}, {little, isLittle}, {titles, isTitle}} {
		s.scan.Reset(l.list)
		for s.scan.Next() {
			if hash, ok := s.scan.Compared(); ok {
				s.enter(hash, l.kind)
				if l.kind != isTitle { // which is looked for in full
					s.enter(s.stem(hash), l.kind)
				}
			}
		}
	}
}

// Weights of words beside how rare they are.
const (
	littleWeight = 0.1
	nameWeight   = 1.3
	figureWeight = 1.5
)

// weigh gives words and sentences their weights.
func (s *story) weigh() {
	n := float64(len(s.sentences)+1) / float64(max(len(s.texts), 1))
	for i := range s.words {
		w := &s.words[i]
		if w.sentences == 0 {
			continue
		}
		weight := 0.3 + math.Log(1+n*float64(w.texts)/float64(w.sentences))
		switch {
		case w.kind&isLittle != 0:
			weight = littleWeight
		case w.kind&isFigure != 0:
			weight *= figureWeight
		case w.kind&isName != 0:
			weight *= nameWeight
		}
		w.weight = float32(weight)
	}
	for i := range s.sentences {
		o := &s.sentences[i]
		for _, w := range o.words {
			o.weight += s.words[w].weight
		}
	}
}

// numbers are figures in letters. One is none: it is a pronoun too.
const numbers = `two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand dozen
 zwei drei vier fünf sechs sieben acht neun zehn elf zwölf deux trois quatre cinq sept huit neuf dix dos tres cuatro cinco siete ocho nueve diez
 два три четыре пять шесть семь восемь девять десять`

// titles are what stands in front of a name and is no part of it.
const titles = `president vice prime minister chancellor secretary senator representative congressman congresswoman governor mayor judge justice king queen prince princess pope general colonel captain sergeant lieutenant admiral professor spokesman spokeswoman chairman director sheriff detective officer chief rep sen gov
 präsident kanzler bundeskanzler minister premierminister président ministre presidente ministro президент премьер министр президента`

// little are function words of the languages that news in this program is mostly
// in, and verbs of saying, which every text has its own of.
const little = `the a an of and to in is that for it with was on as at by from he his be are this have has had not but they which who were their will would been one we you i my or if when there what all can its more her she about after also into over than then them these those some such so up out no only other could should may might while during before between through under against since because where how him our your us me do did does being both any very just now most many much own
 said says saying told tells according added asked
 der das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er dass sie nach wird bei einer um am sind noch wie einem über einen so zum haben nur oder aber vor zur bis mehr durch sein wurde sei sagte sagt
 de la le et les un du une que est dans qui par pour au il sur pas plus se ne ce avec aux sont sa son ou mais été cette comme leur elle ses ont
 el en y los las por con para es lo su al como más pero sus ha o este sí porque esta entre muy sin sobre ser también fue había no dijo
 di e che è del non della una sono con si da i dei nel gli alla ho anche ma delle dal ed se hanno ha detto
 o os do em um não uma na mais das dos foi ao ele tem à seu sua ser disse
 het een dat op te zijn voor niet er om ook maar bij nog uit naar heeft ze zei
 и в не на что с по как это из у за от о для но к он его то так же все был бы только она мы они или ее при до после сказал заявил
 і що з як про він але було є які також або який та це`
