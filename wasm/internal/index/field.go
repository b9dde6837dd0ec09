package index

// Field is the part of a document a word stands in. The values are part of
// the index format: append, never renumber; there is room for eight.
type Field uint8

const (
	Title     Field = iota // the headline
	Subtitle               // a second headline or standfirst
	Body                   // running text
	Caption                // text under a picture
	Other                  // byline, date, slug: what is neither of these but not furniture
	Furniture              // what is no part of the article; see AsidePrefix

	numFields = iota
)

// AsidePrefix is the byte that terms of Furniture begin with, and no others. So
// they are terms of their own, all before those of the articles, whose postings
// are what they would be without.
const AsidePrefix = 0x01

// WeightUnit is the weight of one word of the body. Weights are whole numbers
// so that sums of them do not depend on the order of adding.
const WeightUnit = 2

// weights: title 3, subtitle 2, body 1, caption and the rest 0.5, in
// WeightUnits. The title's weight is in the usual range (2-5); on its own it
// decides between two documents only when they say the word about as often.
var weights = [8]uint32{
	Title:     3 * WeightUnit,
	Subtitle:  2 * WeightUnit,
	Body:      WeightUnit,
	Caption:   WeightUnit / 2,
	Other:     WeightUnit / 2,
	Furniture: WeightUnit / 2,
}

// lengthWeights is what a word adds to the length of its document: its weight,
// but nothing in furniture.
var lengthWeights = [8]uint32{
	Title:    3 * WeightUnit,
	Subtitle: 2 * WeightUnit,
	Body:     WeightUnit,
	Caption:  WeightUnit / 2,
	Other:    WeightUnit / 2,
}

// Weight is what one occurrence in the field counts, in WeightUnits.
func (f Field) Weight() uint32 { return weights[f&7] }

// InTitle is set in the weight of a posting that has a place in the title. It
// is no part of the number: see Split and Sum.
const InTitle = 1 << 31

// Split is the number of a weight, and whether one of its places is in the
// title.
func Split(weight uint32) (number uint32, inTitle bool) {
	return weight &^ InTitle, weight&InTitle != 0
}

// Sum is the weight of the places of both.
func Sum(a, b uint32) uint32 { return a + b&^InTitle | b&InTitle }

var fieldNames = [numFields]string{"title", "subtitle", "body", "caption", "other", "furniture"}

// String is the field's name.
func (f Field) String() string {
	if f < numFields {
		return fieldNames[f]
	}
	return "unknown"
}
