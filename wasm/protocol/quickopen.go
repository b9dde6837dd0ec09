package protocol

import "cmp"

// QuickOpen asks for documents whose title or file name matches a few typed
// letters, in order but with gaps.
type QuickOpen struct {
	Pattern string
	Limit   uint32
}

// Kind implements Request.
func (QuickOpen) Kind() Kind { return KindQuickOpen }

// AppendTo implements Request.
func (q QuickOpen) AppendTo(b []byte) []byte {
	return appendUint32(appendString(b, q.Pattern), q.Limit)
}

// DecodeQuickOpen reads the request.
func DecodeQuickOpen(b []byte) (QuickOpen, error) {
	return decode(b, func(d *decoder) QuickOpen { return QuickOpen{Pattern: d.string(), Limit: d.uint32()} })
}

// DecodeResponse implements Request.
func (QuickOpen) DecodeResponse(b []byte) (Choices, error) {
	return decode(b, func(d *decoder) Choices {
		return Choices{Choices: decodeList(d, func(d *decoder) Choice {
			c := Choice{
				ID: d.id(), Text: d.string(), File: d.bool(),
				Score: int64(d.uint()), Matches: decodeList(d, readSpan),
			}
			checkMarks(d, c.Matches, c.Text)
			return c
		})}
	})
}

// Choices answers QuickOpen.
type Choices struct {
	Choices []Choice // higher Score first, then Text, then ID
}

// Choice is a title or a file name that matches.
type Choice struct {
	ID      DocID
	Text    string
	File    bool // Text is the file's name, not a title
	Score   int64
	Matches []Span // the letters of Text that matched
}

// CompareChoices orders choices as they are listed.
func CompareChoices(a, b Choice) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Text, b.Text), cmp.Compare(a.ID, b.ID))
}

// AppendTo implements Response.
func (r Choices) AppendTo(b []byte) []byte {
	return appendList(b, r.Choices, func(b []byte, c Choice) []byte {
		b = appendBool(appendString(appendID(b, c.ID), c.Text), c.File)
		return appendList(appendUint(b, uint64(c.Score)), c.Matches, appendSpan)
	})
}
