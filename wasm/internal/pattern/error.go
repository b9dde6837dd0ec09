package pattern

// Error is what is wrong with an expression, and what to write instead.
type Error struct {
	Start, End int // bytes of the expression that it is about
	Message    string
	Remedy     string
}

func (e *Error) Error() string { return "pattern: " + e.Message + "; " + e.Remedy }

// mistake is the kinds of errors.
type mistake uint8

const (
	unreadable mistake = iota
	missingParen
	strayParen
	missingBracket
	wrongRange
	nothingRepeated
	repeatedTooOften
	nothingEscaped
	unknownEscape
	unknownClass
	unknownGroup
	tooLarge
	repeatsTooMuch
)

// told is message and remedy of each kind.
var told = [...][2]string{
	unreadable:       {"this regular expression cannot be read", "write its words in quotation marks to search for them"},
	missingParen:     {"a parenthesis of this regular expression is not closed", "write “)” where it ends, or “\\(” for the sign itself"},
	strayParen:       {"this regular expression closes a parenthesis it never opened", "take “)” out, or write “\\)” for the sign itself"},
	missingBracket:   {"a bracket of this regular expression is not closed", "write “]” where it ends, or “\\[” for the sign itself"},
	wrongRange:       {"this range of letters runs backwards or does not exist", "write the first letter first, such as “[a-z]”"},
	nothingRepeated:  {"this sign repeats nothing", "write a letter before it, or “\\” for the sign itself"},
	repeatedTooOften: {"this cannot be repeated so often", "write at most {1000}, the smaller number first"},
	nothingEscaped:   {"nothing stands after this backslash", "write “\\\\” for the sign itself"},
	unknownEscape:    {"this backslash does not stand before a letter that means something", "take the backslash out"},
	unknownClass:     {"this kind of letters is not known here", "write “\\pL” for letters, “\\p{Lu}” for capitals, “\\p{Ll}” for small ones, “\\pN” for digits, “\\pP” for punctuation"},
	unknownGroup:     {"“(?” of this kind is not known here", "looking ahead or behind is not possible; write “(?:…)” for a group"},
	tooLarge:         {"this regular expression is too large", "make it shorter"},
	repeatsTooMuch:   {"this regular expression repeats too much", "use smaller numbers between “{” and “}”"},
}

func newError(m mistake, start, end int) *Error {
	return &Error{Start: start, End: end, Message: told[m][0], Remedy: told[m][1]}
}
