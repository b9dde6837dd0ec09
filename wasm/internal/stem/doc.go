// Package stem tells which words of a dictionary are other forms of a query
// word: its plural, its cases, its tenses. The index keeps words as they are
// printed; forms are looked for at query time, in the sorted dictionary, and
// rank below the word itself. So an index needs no language, a quoted word stays
// exact, and a wrong guess costs a place in the list and not a document.
//
//	query word, languages of the corpus  ->  Finder
//	Finder.Prefixes  ->  ranges of the dictionary that hold all forms
//	Finder.Same      ->  is this term of the range a form, in which languages?
//	Finder.Compound  ->  is the word a part of this term (Brücke, Brückensperrung)?
//
// Words and terms are in the second form of package analysis: small letters,
// no accents (Brücken is brucken, Straße is strasse, год stays), UK and US
// spelling made one. The rules below are written for words in that form.
//
// A word and a term are forms of each other in a language if the language's
// stemmer leaves the same of both. The stemmers are light: they take off the
// endings of number, gender, case and tense and leave derivation alone, so
// organize and organization stay apart, as do organ, university and universe.
// They follow
//
//   - Jacques Savoy, "Light Stemming Approaches for the French, Portuguese,
//     German and Hungarian Languages", SAC 2006, and the stemmers of the
//     University of Neuchâtel (http://members.unine.ch/jacques.savoy/clef/),
//   - Martin Porter's English stemmer, steps 1 and 5
//     (https://snowballstem.org/algorithms/english/stemmer.html),
//   - Larkey, Ballesteros, Connell, "Light Stemming for Arabic Information
//     Retrieval" (light10), 2007,
//
// each made more careful where it would join words of news that have nothing
// to do with each other; the lists in english.go, german.go, … name these.
//
// Cost: a form test takes some ten to a hundred nanoseconds and allocates
// nothing. A range begins with at least three letters of the word, and is
// mostly some tens of terms.
package stem
