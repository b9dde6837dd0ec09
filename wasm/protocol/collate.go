package protocol

// Collate asks the shard that holds a document in what others differ from it,
// place by place: the apparatus of a critical edition, with the document as the
// reading text and the others as its witnesses.
type Collate struct {
	Base   DocID
	Others []Carried
}

// Kind implements Request.
func (Collate) Kind() Kind { return KindCollate }

// AppendTo implements Request.
func (q Collate) AppendTo(b []byte) []byte {
	return appendList(appendID(b, q.Base), q.Others, appendCarried)
}

// DecodeCollate reads the request.
func DecodeCollate(b []byte) (Collate, error) {
	return decode(b, func(d *decoder) Collate { return Collate{Base: d.id(), Others: decodeList(d, readCarried)} })
}

// DecodeResponse implements Request.
func (Collate) DecodeResponse(b []byte) (Collation, error) {
	return decode(b, func(d *decoder) Collation {
		return Collation{
			Words: d.uint32(), Witnesses: decodeList(d, readWitness), Places: decodeList(d, readPlace),
			Gaps: decodeList(d, readGap), Moves: decodeList(d, readMove),
		}
	})
}

// Collation answers Collate. Spans are of the reading text unless they say
// otherwise. Only running text is compared, each printing once.
type Collation struct {
	Words     uint32 // of the reading text
	Witnesses []Witness
	Places    []Place // where they differ, by where they stand, apart
	Gaps      []Gap   // longer stretches that some leave out, by where they start
	Moves     []Move  // stretches that stand elsewhere in a witness, by where they start
}

// AppendTo implements Response.
func (r Collation) AppendTo(b []byte) []byte {
	b = appendList(appendUint32(b, r.Words), r.Witnesses, appendWitness)
	b = appendList(b, r.Places, appendPlace)
	return appendList(appendList(b, r.Gaps, appendGap), r.Moves, appendMove)
}

// Witness is a document that was compared with the reading text.
type Witness struct {
	ID     DocID
	Words  uint32 // of its own text
	Common uint32 // of these, words that stand in the reading text at the same place
}

// Place is a place where witnesses differ from the reading text. A witness that no
// variant names has what the reading text has, or lacks the passage around: see
// Gap.
type Place struct {
	Span     Span // of the reading text; empty where others have words that it lacks
	Variants []Variant
}

// Change returns the weightiest change of its variants.
func (p Place) Change() Change {
	most := ChangePunctuation
	for _, v := range p.Variants {
		most = max(most, v.Change)
	}
	return most
}

// Variant is what some witnesses have in a place.
type Variant struct {
	Change    Change
	Text      string   // "" where they have nothing
	Witnesses []uint32 // places in Collation.Witnesses, rising
	Span      Span     // in the first of them
}

// Change says how much of a change a difference is. The values are part of the
// wire format.
type Change uint8

const (
	ChangePunctuation Change = iota // punctuation, capitals, white space
	ChangeSpelling                  // the same words spelt otherwise: programme and program, Mr left out
	ChangeWords                     // other words
	numChanges
)

// Gap is a stretch of the reading text that witnesses leave out as a whole.
type Gap struct {
	Span      Span
	Witnesses []uint32 // rising
}

// Move is a stretch of the reading text that stands elsewhere in a witness.
type Move struct {
	Span    Span
	Witness uint32
	There   Span // in the witness
}

func appendWitness(b []byte, w Witness) []byte {
	return appendUint32(appendUint32(appendID(b, w.ID), w.Words), w.Common)
}

func readWitness(d *decoder) Witness {
	return Witness{ID: d.id(), Words: d.uint32(), Common: d.uint32()}
}

func appendPlace(b []byte, p Place) []byte {
	return appendList(appendSpan(b, p.Span), p.Variants, func(b []byte, v Variant) []byte {
		b = appendString(append(b, byte(v.Change)), v.Text)
		return appendSpan(appendList(b, v.Witnesses, appendUint32), v.Span)
	})
}

func readPlace(d *decoder) Place {
	return Place{Span: d.span(), Variants: decodeList(d, func(d *decoder) Variant {
		return Variant{Change: readChange(d), Text: d.string(), Witnesses: decodeList(d, (*decoder).uint32), Span: d.span()}
	})}
}

func readChange(d *decoder) Change {
	c := Change(d.byte())
	if c >= numChanges {
		d.fail()
	}
	return c
}

func appendGap(b []byte, g Gap) []byte {
	return appendList(appendSpan(b, g.Span), g.Witnesses, appendUint32)
}

func readGap(d *decoder) Gap { return Gap{Span: d.span(), Witnesses: decodeList(d, (*decoder).uint32)} }

func appendMove(b []byte, m Move) []byte {
	return appendSpan(appendUint32(appendSpan(b, m.Span), m.Witness), m.There)
}

func readMove(d *decoder) Move { return Move{Span: d.span(), Witness: d.uint32(), There: d.span()} }
