package column

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// values is the dictionary of a column. Value 0 is none.
type values struct {
	texts     []string
	documents []uint32 // that have the value
	byText    map[string]uint32
	readings  []byte
	from      []uint32 // by value: where its readings begin
	reader    reader

	ordering sync.Mutex // held while order is made
	order    []uint32   // values by text
}

// maxValue bounds a value in bytes; what lies beyond is cut off.
const maxValue = 1 << 12

// begin makes a dictionary that has none alone.
func (v *values) begin() {
	v.byText = map[string]uint32{"": 0}
	v.texts, v.documents, v.from = []string{""}, []uint32{0}, []uint32{1}
	v.readings = []byte{readingEnd}
}

// id is the number of a value, a new one if there is none.
func (v *values) id(field int, text string) uint32 {
	text = strings.TrimSpace(cut(text))
	if id, ok := v.byText[text]; ok {
		return id
	}
	id := uint32(len(v.texts))
	text = strings.Clone(text)
	v.byText[text] = id
	v.texts, v.documents = append(v.texts, text), append(v.documents, 0)
	v.from = append(v.from, uint32(len(v.readings)))
	v.readings = v.reader.appendReadings(v.readings, field, text)
	if names[field] == Lang {
		v.readings = appendLanguage(v.readings, text)
	}
	return id
}

// cut is a text, of one that is too long the whole characters at its beginning.
func cut(text string) string {
	if len(text) <= maxValue {
		return text
	}
	end := maxValue
	for end > maxValue-utf8.UTFMax && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}
