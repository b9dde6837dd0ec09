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
// abbreviation, the possessive, the comma in a thousand. Copies of one wire text
// in two house styles share 0.63 of their five-word shingles in plain form and
// 0.85 in the second; the index therefore stores terms, dedup hashes terms, and
// the surface is always at hand through the offsets.
//
// Cost: a Scanner allocates nothing per word. ASCII words, words with a curly
// apostrophe, and two-byte letters take a table path; everything else goes
// through uax29. The tables of the slow paths are built at first use, so that
// the package costs nothing at start-up.
package analysis
