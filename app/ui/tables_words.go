package ui

import (
	"slices"
	"strings"

	"clippings/wasm/protocol"
)

// How a table and its parts are called.

// kindCSV is the one kind of layout that has delimiters and quotation marks.
const kindCSV = "csv"

// fieldOptions are what a column may mean: protocol.TableFields in plain words.
var fieldOptions = []option{
	{"", "leave out"}, {"body", "article text"}, {"title", "headline"}, {"subtitle", "second headline"},
	{"date", "date"}, {"modified", "date of last change"}, {"byline", "author"}, {"contributors", "contributors"},
	{"agency", "news agency"}, {"outlet", "publisher"}, {"section", "section"}, {"url", "web address"},
	{"lang", "language"}, {"id", "identifier"},
}

// meaningOf is the line of the menu for a column. A meaning that it does not have
// counts as none.
func meaningOf(c protocol.Column) string {
	if hasOption(fieldOptions, c.Field) {
		return c.Field
	}
	return ""
}

var delimiters = []option{{",", "comma ,"}, {";", "semicolon ;"}, {"tab", "tab"}, {"|", "bar |"}}

var quotes = []option{{`"`, `double marks "`}, {"'", "single marks '"}, {"none", "nothing"}}

const (
	headerYes = "names"
	headerNo  = "row"
)

var headers = []option{{headerYes, "holds the names"}, {headerNo, "is an article"}}

func headerOf(has bool) string {
	if has {
		return headerYes
	}
	return headerNo
}

var orders = []option{{"0", "as they stand"}, {"1", "day first: 3/7 is 3 July"}, {"2", "month first: 3/7 is 7 March"}}

func nameOrder(order byte) string { return string('0' + min(order, 2)) }

func orderOf(name string) byte {
	if name == "1" || name == "2" {
		return name[0] - '0'
	}
	return 0
}

// nameOf is the value a menu has for a byte of a layout.
func nameOf(b byte) string {
	switch b {
	case 0:
		return "none"
	case '\t':
		return "tab"
	}
	return string(rune(b))
}

func byteOf(name string) byte {
	switch name {
	case "none", "":
		return 0
	case "tab":
		return '\t'
	}
	return name[0]
}

// withByte is a menu that has the byte in use, even if that is a rare one.
func withByte(list []option, b byte) []option {
	name := nameOf(b)
	if hasOption(list, name) {
		return list
	}
	return append(slices.Clone(list), option{name, name})
}

// kindName says what a table was taken for.
func kindName(seen *protocol.Previewed) string {
	switch seen.Layout.Kind {
	case kindCSV:
		return "A table of rows and cells"
	case "jsonl":
		return "JSON, one record a line"
	case "json":
		if seen.Layout.Path != "" {
			return "JSON, records in “" + seen.Layout.Path + "”"
		}
		return "JSON"
	}
	return "No table"
}

// encodingChoices are the encodings to choose from. The first is to find it out,
// and says what came of that.
func encodingChoices(chosen string, seen *protocol.Previewed) []option {
	first := option{"", "find out"}
	if chosen == "" && seen.Encoding != "" {
		first.text = encodingLabel(seen.Encoding)
		if hasOption(howWords, seen.How) {
			first.text += ", " + optionText(howWords, seen.How)
		}
	}
	list := append([]option{first}, encodings...)
	if chosen != "" && !hasOption(list, chosen) {
		list = append(list, option{chosen, chosen})
	}
	return list
}

// howWords say what told an encoding.
var howWords = []option{
	{"byte order mark", "by the mark at its start"}, {"declared", "as the file says"},
	{"content", "told by its content"}, {"chosen", "as you chose"},
}

// encodingLabel is an encoding in plain words, as the menu has it.
func encodingLabel(name string) string { return optionText(encodings, strings.ToLower(name)) }
