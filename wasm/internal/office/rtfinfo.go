package office

import (
	"fmt"

	"clippings/wasm/internal/record"
)

// infoField is a fact of the group \info.
type infoField uint8

const (
	infoNone infoField = iota
	infoTitle
	infoAuthor
	infoCreated
	infoRevised
)

func infoOfWord(word string) infoField {
	switch word {
	case "title":
		return infoTitle
	case "author":
		return infoAuthor
	case "creatim":
		return infoCreated
	case "revtim":
		return infoRevised
	}
	return infoNone
}

// An rtfInfo is what \info says about the file.
type rtfInfo struct {
	field  infoField
	text   []byte
	time   [5]int32 // year, month, day, hour, minute
	values [infoRevised + 1]string
}

func (i *rtfInfo) start(field infoField) {
	i.field, i.text, i.time = field, i.text[:0], [5]int32{}
}

func (i *rtfInfo) add(s string) { i.text = appendShort(i.text, s) }

// number takes a part of a time and reports whether it was one.
func (i *rtfInfo) number(word string, n int32) bool {
	for at, name := range [...]string{"yr", "mo", "dy", "hr", "min"} {
		if word == name {
			i.time[at] = n
			return true
		}
	}
	return false
}

// end keeps the field.
func (i *rtfInfo) end() {
	value := string(i.text)
	if t := i.time; t[0] >= 1980 && t[0] < 2100 && t[1] >= 1 && t[1] <= 12 && t[2] >= 1 && t[2] <= 31 {
		value = fmt.Sprintf("%04d-%02d-%02d", t[0], t[1], t[2])
		if 0 <= t[3] && t[3] < 24 && 0 <= t[4] && t[4] < 60 && t[3]+t[4] > 0 {
			value += fmt.Sprintf("T%02d:%02d", t[3], t[4])
		}
	}
	if i.values[i.field] == "" {
		i.values[i.field] = value
	}
	i.start(infoNone)
}

// facts writes the facts to the record.
func (i *rtfInfo) facts(rec *record.Record) {
	addTitle(rec, i.values[infoTitle], "rtf title")
	addPersons(rec, i.values[infoAuthor], "rtf author")
	addGuess(rec, "date", i.values[infoCreated], "rtf creatim")
	addGuess(rec, "modified", i.values[infoRevised], "rtf revtim")
}
