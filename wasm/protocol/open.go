package protocol

// Open asks the shard that holds a document for all of it, with the matches of
// a query marked. An empty query marks nothing.
type Open struct {
	ID    DocID
	Query Query
	Plan  Stats // of the query
}

// Kind implements Request.
func (Open) Kind() Kind { return KindOpen }

// AppendTo implements Request.
func (q Open) AppendTo(b []byte) []byte {
	return q.Plan.AppendTo(appendQuery(appendID(b, q.ID), q.Query))
}

// DecodeOpen reads the request.
func DecodeOpen(b []byte) (Open, error) {
	return decode(b, func(d *decoder) Open { return Open{ID: d.id(), Query: readQuery(d), Plan: readStats(d)} })
}

// DecodeResponse implements Request.
func (Open) DecodeResponse(b []byte) (Opened, error) {
	return decode(b, func(d *decoder) Opened {
		r := Opened{
			Document: readDocument(d), Repeats: decodeList(d, readRepeat), Marks: decodeList(d, readSpan),
			Speeches: decodeList(d, readSpeech),
		}
		checkMarks(d, r.Marks, r.Document.Text)
		checkSpeeches(d, r.Speeches, r.Document.Text)
		for _, p := range r.Repeats {
			if int(p.First.End) > len(r.Document.Text) || int(p.Again.End) > len(r.Document.Text) {
				d.fail()
			}
		}
		return r
	})
}

// Opened answers Open.
type Opened struct {
	Document Document
	Repeats  []Repeat
	Marks    []Span // matches of the query in Document.Text, sorted, apart
	Speeches []Speech
}

// Repeat is a stretch of a document that stands in it twice.
type Repeat struct {
	First, Again Span
}

// AppendTo implements Response.
func (r Opened) AppendTo(b []byte) []byte {
	return r.packed(Pack(&r.Document), b)
}

// AppendPacked appends the answer's binary form with a packed document in
// place of Document, which is not looked at.
func (r Opened) AppendPacked(b []byte, p Packed) []byte { return r.packed(p, b) }

func (r Opened) packed(p Packed, b []byte) []byte {
	b = p.AppendTo(b)
	b = appendList(b, r.Repeats, func(b []byte, p Repeat) []byte {
		return appendSpan(appendSpan(b, p.First), p.Again)
	})
	return appendList(appendList(b, r.Marks, appendSpan), r.Speeches, appendSpeech)
}

func readRepeat(d *decoder) Repeat { return Repeat{First: d.span(), Again: d.span()} }

// Packed is a document in the form in which it crosses, to be kept by the
// thousand: two allocations and nothing for the garbage collector to follow.
type Packed struct {
	Head []byte // everything but the text
	Text string
}

// Pack packs a document. It shares the document's Text.
func Pack(doc *Document) Packed { return Packed{Head: appendHead(nil, doc), Text: doc.Text} }

// AppendTo appends the document's binary form.
func (p Packed) AppendTo(b []byte) []byte { return appendString(append(b, p.Head...), p.Text) }

// Document unpacks. ErrCorrupt if Pack did not make p.
func (p Packed) Document() (Document, error) {
	d := &decoder{b: p.Head}
	doc := readHead(d)
	doc.Text = p.Text
	checkSpans(d, &doc)
	return doc, d.done()
}

// Outline is the document without paragraphs, facts and warnings: what lists show
// of it, for a fraction of the work of Document. ErrCorrupt if Pack did not make p.
func (p Packed) Outline() (Document, error) {
	d := &decoder{b: p.Head}
	doc := readOutline(d)
	doc.Text = p.Text
	d.b = d.b[:0] // what follows is left unread
	return doc, d.done()
}

// readOutline reads what a head begins with.
func readOutline(d *decoder) Document {
	return Document{
		ID: d.id(), Name: d.string(), Source: d.string(), Record: d.string(),
		Format: d.string(), Encoding: d.string(), Markup: Markup(d.byte()), Meta: readMeta(d),
	}
}

func appendHead(b []byte, doc *Document) []byte {
	b = appendID(b, doc.ID)
	for _, s := range []string{doc.Name, doc.Source, doc.Record, doc.Format, doc.Encoding} {
		b = appendString(b, s)
	}
	b = appendMeta(append(b, byte(doc.Markup)), &doc.Meta)
	b = appendList(b, doc.Paragraphs, func(b []byte, p Paragraph) []byte {
		return appendString(appendString(append(appendSpan(b, p.Span), byte(p.Role)), p.Why), p.Lang)
	})
	b = appendList(b, doc.Facts, appendFact)
	return appendList(b, doc.Warnings, appendString)
}

func readDocument(d *decoder) Document {
	doc := readHead(d)
	doc.Text = d.string()
	checkSpans(d, &doc)
	return doc
}

func readHead(d *decoder) Document {
	doc := readOutline(d)
	doc.Paragraphs = decodeList(d, func(d *decoder) Paragraph {
		return Paragraph{Span: d.span(), Role: Role(d.byte()), Why: d.string(), Lang: d.string()}
	})
	doc.Facts = decodeList(d, readFact)
	doc.Warnings = decodeList(d, readString)
	return doc
}

func appendFact(b []byte, f Fact) []byte {
	b = appendString(appendString(b, f.Field), f.Value)
	return append(appendString(appendSpan(b, f.Span), f.Rule), byte(f.Trust))
}

func readFact(d *decoder) Fact {
	return Fact{Field: d.string(), Value: d.string(), Span: d.span(), Rule: d.string(), Trust: Trust(d.byte())}
}

// checkSpans holds a decoded document to its contract, so that whoever shows it
// may slice Text by its spans.
func checkSpans(d *decoder, doc *Document) {
	at := uint32(0)
	for _, p := range doc.Paragraphs {
		if p.Start < at || int(p.End) > len(doc.Text) {
			d.fail()
			return
		}
		at = p.End
	}
	for _, f := range doc.Facts {
		if int(f.Span.End) > len(doc.Text) {
			d.fail()
			return
		}
	}
}

func appendMeta(b []byte, m *Meta) []byte {
	for _, s := range []string{m.Title, m.Subtitle, m.Section, m.Date, m.Modified} {
		b = appendString(b, s)
	}
	b = appendList(b, m.Byline, appendString)
	b = appendList(appendList(b, m.Contributors, appendString), m.Tags, appendString)
	for _, s := range []string{m.Agency, m.Dateline, m.Outlet, m.URL, m.Lang, m.Note} {
		b = appendString(b, s)
	}
	return b
}

func readMeta(d *decoder) Meta {
	return Meta{
		Title: d.string(), Subtitle: d.string(), Section: d.string(), Date: d.string(),
		Modified: d.string(), Byline: decodeList(d, readString), Contributors: decodeList(d, readString), Tags: decodeList(d, readString),
		Agency: d.string(), Dateline: d.string(), Outlet: d.string(), URL: d.string(), Lang: d.string(), Note: d.string(),
	}
}

// Summaries asks the shard that holds them for what a list shows of documents.
// Unknown documents are left out of the answer.
type Summaries struct {
	IDs []DocID
}

// Kind implements Request.
func (Summaries) Kind() Kind { return KindSummaries }

// AppendTo implements Request.
func (q Summaries) AppendTo(b []byte) []byte { return appendList(b, q.IDs, appendID) }

// DecodeSummaries reads the request.
func DecodeSummaries(b []byte) (Summaries, error) {
	return decode(b, func(d *decoder) Summaries { return Summaries{IDs: decodeList(d, readID)} })
}

// DecodeResponse implements Request.
func (Summaries) DecodeResponse(b []byte) (SummaryList, error) {
	return decode(b, func(d *decoder) SummaryList {
		return SummaryList{Summaries: decodeList(d, readSummary)}
	})
}

// SummaryList answers Summaries, in the order asked.
type SummaryList struct {
	Summaries []Summary
}

// Summary is what a list shows of a document.
type Summary struct {
	ID     DocID
	Name   string // path, with the record's key
	Title  string // "" when the document has none: show Lead
	Lead   string // the start of the running text, at most LeadLen bytes, never cut inside a word
	Outlet string
	Date   string
	Agency string
	Byline []string
	Lang   string
	Words  uint32 // of the article's text
}

// LeadLen is how many bytes of running text a Summary holds at the most: two
// lines of a list at its widest.
const LeadLen = 200

// AppendTo implements Response.
func (r SummaryList) AppendTo(b []byte) []byte { return appendList(b, r.Summaries, appendSummary) }

func appendSummary(b []byte, s Summary) []byte {
	b = appendID(b, s.ID)
	for _, v := range []string{s.Name, s.Title, s.Lead, s.Outlet, s.Date, s.Agency} {
		b = appendString(b, v)
	}
	b = appendList(b, s.Byline, appendString)
	return appendUint32(appendString(b, s.Lang), s.Words)
}

func readSummary(d *decoder) Summary {
	return Summary{
		ID: d.id(), Name: d.string(), Title: d.string(), Lead: d.string(), Outlet: d.string(),
		Date: d.string(), Agency: d.string(), Byline: decodeList(d, readString),
		Lang: d.string(), Words: d.uint32(),
	}
}
