package protocol

import "cmp"

// QuickOpen asks for what a few typed letters call, in order but with gaps:
// documents by their titles and file names, outlets and people.
type QuickOpen struct {
	Pattern string
	Limit   uint32 // of choices; at most a quarter each are outlets and people
}

// LimitOf is how many choices of a kind are wanted. Outlets and people have short
// names and so high scores: without a limit of their own they would take all places.
func (q QuickOpen) LimitOf(what What) uint32 {
	if what == WhatOutlet || what == WhatPerson {
		return (q.Limit + 3) / 4
	}
	return q.Limit
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
				What: readWhat(d), ID: d.id(), Text: d.string(), Documents: d.uint32(),
				Score: int64(d.uint()), Matches: decodeList(d, readSpan),
			}
			checkMarks(d, c.Matches, c.Text)
			return c
		})}
	})
}

// Choices answers QuickOpen.
type Choices struct {
	Choices []Choice // in the order of CompareChoices
}

// What tells what a Choice is. The values are part of the wire format: append,
// never renumber.
type What uint8

const (
	WhatTitle  What = iota // a document's title
	WhatFile               // a document's name
	WhatOutlet             // a value of the field "outlet"
	WhatPerson             // a value of the field "by"
	numWhats
)

func readWhat(d *decoder) What {
	n := d.byte()
	if n >= byte(numWhats) {
		d.fail()
	}
	return What(n)
}

// Choice is something that matches.
type Choice struct {
	What      What
	ID        DocID // of a title or a file, else 0
	Text      string
	Documents uint32 // that have the outlet or person, else 1
	Score     int64
	Matches   []Span // the letters of Text that matched
}

// CompareChoices orders choices as they are listed: higher Score first, then Text,
// What and ID.
func CompareChoices(a, b Choice) int {
	return cmp.Or(
		cmp.Compare(b.Score, a.Score), cmp.Compare(a.Text, b.Text), cmp.Compare(a.What, b.What), cmp.Compare(a.ID, b.ID),
	)
}

// AppendTo implements Response.
func (r Choices) AppendTo(b []byte) []byte {
	return appendList(b, r.Choices, func(b []byte, c Choice) []byte {
		b = appendID(append(b, byte(c.What)), c.ID)
		b = appendUint32(appendString(b, c.Text), c.Documents)
		return appendList(appendUint(b, uint64(c.Score)), c.Matches, appendSpan)
	})
}
