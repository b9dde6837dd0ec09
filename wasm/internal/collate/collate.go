package collate

import "clippings/wasm/protocol"

// Collator finds in what texts differ from one reading text. It is not safe for
// several goroutines.
type Collator struct {
	base      text
	witnesses []witness
	reader    reader
	align     aligner

	reading    []int32
	kept, read []token
}

// New makes doc the reading text. yield is called at least every few milliseconds
// of work, here and later; its error ends the work and is returned.
func New(doc *protocol.Document, yield func() error) (*Collator, error) {
	c := &Collator{reader: reader{yield: yield}, align: aligner{yield: yield}}
	var err error
	c.base, err = c.reader.read(doc, isCollated)
	return c, err
}

// Add compares a witness. It keeps the document's text and no more of it.
func (c *Collator) Add(doc *protocol.Document) error {
	read, err := c.reader.read(doc, isCollated)
	if err != nil {
		return err
	}
	w, err := c.align.compare(&c.base, &read)
	if err != nil {
		return err
	}
	w.id = doc.ID
	c.findGaps(&w)
	c.witnesses = append(c.witnesses, w)
	return nil
}

// Collation is what the witnesses added so far differ in.
func (c *Collator) Collation() (out protocol.Collation, err error) {
	out = protocol.Collation{Words: c.base.words}
	var edits []edit
	for i, w := range c.witnesses {
		out.Witnesses = append(out.Witnesses, protocol.Witness{ID: w.id, Words: w.words, Common: w.common})
		edits = c.edits(edits, int32(i))
	}
	out.Places, err = c.places(edits)
	out.Gaps, out.Moves = c.gaps(), c.moves()
	return out, err
}
