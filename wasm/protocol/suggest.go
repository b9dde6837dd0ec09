package protocol

// Suggest asks what may be meant by what is being typed at a place of a query:
// fields, and values of a field.
type Suggest struct {
	Text   string
	Cursor uint32 // in bytes of Text
	Limit  uint32
}

// Kind implements Request.
func (Suggest) Kind() Kind { return KindSuggest }

// AppendTo implements Request.
func (q Suggest) AppendTo(b []byte) []byte {
	return appendUint32(appendUint32(appendString(b, q.Text), q.Cursor), q.Limit)
}

// DecodeSuggest reads the request.
func DecodeSuggest(b []byte) (Suggest, error) {
	return decode(b, func(d *decoder) Suggest {
		return Suggest{Text: d.string(), Cursor: d.uint32(), Limit: d.uint32()}
	})
}

// DecodeResponse implements Request.
func (Suggest) DecodeResponse(b []byte) (Suggestions, error) {
	return decode(b, func(d *decoder) Suggestions {
		return Suggestions{Replace: d.span(), List: decodeList(d, func(d *decoder) Suggestion {
			return Suggestion{Text: d.string(), About: d.string(), Documents: d.uint()}
		})}
	})
}

// Suggestions answers Suggest. Those of two shards for one request are joined by
// text, their documents added up.
type Suggestions struct {
	Replace Span // of Suggest.Text, what a suggestion takes the place of
	List    []Suggestion
}

// Suggestion is something that may be meant.
type Suggestion struct {
	Text      string // to be put in, "outlet:" or `="The Bay Star"`
	About     string // what it is, for a field; "" for a value
	Documents uint64 // that have the value
}

// AppendTo implements Response.
func (r Suggestions) AppendTo(b []byte) []byte {
	return appendList(appendSpan(b, r.Replace), r.List, func(b []byte, s Suggestion) []byte {
		return appendUint(appendString(appendString(b, s.Text), s.About), s.Documents)
	})
}
