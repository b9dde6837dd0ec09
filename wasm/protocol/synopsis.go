package protocol

// Synopsis asks a shard what texts about one event have in common and what only
// one of them has, as a synopsis of the gospels sets parallel accounts side by
// side. Any shard can answer: all it needs is in the request.
type Synopsis struct {
	Texts []Carried // distinct texts: of copies the representative
}

// Kind implements Request.
func (Synopsis) Kind() Kind { return KindSynopsis }

// AppendTo implements Request.
func (q Synopsis) AppendTo(b []byte) []byte { return appendList(b, q.Texts, appendCarried) }

// DecodeSynopsis reads the request.
func DecodeSynopsis(b []byte) (Synopsis, error) {
	return decode(b, func(d *decoder) Synopsis { return Synopsis{Texts: decodeList(d, readCarried)} })
}

// DecodeResponse implements Request.
func (Synopsis) DecodeResponse(b []byte) (Parallels, error) {
	return decode(b, func(d *decoder) Parallels {
		return Parallels{
			Shared: decodeList(d, readStatement), Names: decodeList(d, readSharedName),
			Only: decodeList(d, readOnlyHere), Sayings: decodeList(d, readSaying),
		}
	})
}

// Parallels answers Synopsis. Texts are numbered as they were given.
type Parallels struct {
	Shared  []Statement  // told in most texts first, then as the first text tells it
	Names   []SharedName // names and figures that half of the texts have or more, the most frequent first
	Only    []OnlyHere   // for each text, in order
	Sayings []Saying     // what is quoted, that of most texts first
}

// AppendTo implements Response.
func (r Parallels) AppendTo(b []byte) []byte {
	b = appendList(appendList(b, r.Shared, appendStatement), r.Names, appendSharedName)
	return appendList(appendList(b, r.Only, appendOnlyHere), r.Sayings, appendSaying)
}

// Sentence is a sentence of one of the texts.
type Sentence struct {
	Text uint32 // its number
	Span Span   // in it
}

// Statement is a sentence with its counterparts in other texts, one of each, by
// number of the text.
type Statement struct {
	In []Sentence // two at least
}

// SharedName is a name or figure, as the first text that has it writes it.
type SharedName struct {
	Text string
	In   uint32 // texts
}

// OnlyHere is what only one text has.
type OnlyHere struct {
	Text      uint32
	Sentences []Span // without a counterpart in any other, in order
	Of        uint32 // sentences the text has in all
}

// Saying is something that is quoted, in all its wordings.
type Saying struct {
	Speaker  string // as most texts name who said it; "" if none tells
	Sure     bool   // a text names the speaker beside a verb of saying; else inferred, see Speech
	Via      string // who passed it on, "" for nobody
	Wordings []Wording
}

// Wording is a saying as some texts have it.
type Wording struct {
	Text string // without quotation marks
	In   []Sentence
}

func appendSentence(b []byte, s Sentence) []byte { return appendSpan(appendUint32(b, s.Text), s.Span) }

func readSentence(d *decoder) Sentence { return Sentence{Text: d.uint32(), Span: d.span()} }

func appendStatement(b []byte, s Statement) []byte { return appendList(b, s.In, appendSentence) }

func readStatement(d *decoder) Statement { return Statement{In: decodeList(d, readSentence)} }

func appendSharedName(b []byte, n SharedName) []byte {
	return appendUint32(appendString(b, n.Text), n.In)
}

func readSharedName(d *decoder) SharedName { return SharedName{Text: d.string(), In: d.uint32()} }

func appendOnlyHere(b []byte, o OnlyHere) []byte {
	return appendUint32(appendList(appendUint32(b, o.Text), o.Sentences, appendSpan), o.Of)
}

func readOnlyHere(d *decoder) OnlyHere {
	return OnlyHere{Text: d.uint32(), Sentences: decodeList(d, readSpan), Of: d.uint32()}
}

func appendSaying(b []byte, s Saying) []byte {
	return appendList(appendString(appendBool(appendString(b, s.Speaker), s.Sure), s.Via), s.Wordings, func(b []byte, w Wording) []byte {
		return appendList(appendString(b, w.Text), w.In, appendSentence)
	})
}

func readSaying(d *decoder) Saying {
	return Saying{Speaker: d.string(), Sure: d.bool(), Via: d.string(), Wordings: decodeList(d, func(d *decoder) Wording {
		return Wording{Text: d.string(), In: decodeList(d, readSentence)}
	})}
}
