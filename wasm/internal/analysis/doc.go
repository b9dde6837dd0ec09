// Package analysis turns text into words, and words into the forms in which
// they are compared.
//
// A word is a segment of UAX #29 (https://unicode.org/reports/tr29/) that holds
// at least one letter or digit. Every word has three forms:
//
//	surface  text[Start:End]     Zelensky’s      programme    U.S
//	folded   first form          zelensky's      programme    u.s
//	term     second form         zelenskyy       program      us
//
// The first form forgets what the typesetter chose: case, accents, width, curly
// apostrophes, ligatures. The second forgets what the house style chose: UK or
// US spelling, one of several transliterations of a name, the dots of an
// abbreviation, the possessive, the comma in a thousand. Two house styles of one
// wire text share 0.63 of the shorter one's five-word shingles in the first form
// and 0.84 in the second; the index therefore stores terms, and the surface is
// always at hand through the offsets.
//
// Comparisons use a third form, which exists as a hash only: 7 and seven, Gov.
// and Governor, 5% and 5 percent, airstrike and air strike meet, and courtesy titles are left out (compare.go, house.go). No
// searcher would want these merged; between two texts it costs nothing.
//
// From text to term:
//
//	scanner.go  Next: ASCII words, eight bytes at a time (swar.go), folded on the way
//	segment.go  words with points, Latin, Greek, Cyrillic, Arabic, Han, kana, Hangul
//	            (wide.go); everything else, and every doubt, goes to uax29
//	fold.go     the first form by a table of our own (foldtable.go)
//	term.go     points; variant.go lists (spelling.go, names.go); respell.go rules
//	unspaced.go which words may stand inside longer ones: Hangul, katakana
//	compare.go  the third form, by the lists in house.go
//	hash.go     xxHash of the term, while it is still in registers
//
// Cost: nothing is allocated per word. Tables are built at first use, in about a
// millisecond, so that the package costs nothing at start-up. BenchmarkScan
// measures each step.
package analysis
