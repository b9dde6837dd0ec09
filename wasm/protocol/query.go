package protocol

// Query is what the person typed and how it is to be read.
type Query struct {
	Text    string
	Within  string // a second query that must match too: filters that stay from search to search
	Typing  bool   // the last word may still be growing: match it as a prefix
	Exactly bool   // words as they are spelt: no other inflection, no typo forgiven
	Match   Match
	Fold    Fold
	Order   HitOrder
}

// Match says how many of the words side by side must be in a document. The values
// of this type, as of Fold and HitOrder, are part of the wire format.
type Match uint8

const (
	MatchAll  Match = iota // all of them
	MatchSome              // one at least; a document that misses fewer stands first
	MatchAny               // one at least; by score alone
	numMatches
)

// Fold says which documents are one hit.
type Fold uint8

const (
	FoldCopies  Fold = iota // those of a group of copies
	FoldNothing             // none: each is a hit of its own
	FoldStories             // those of a story
	numFolds
)

// HitOrder is how hits are sorted; ties by name.
type HitOrder uint8

const (
	BestFirst HitOrder = iota // by Standing
	LatestFirst
	EarliestFirst
	LongestFirst
	ShortestFirst
	numHitOrders
)

func appendQuery(b []byte, q Query) []byte {
	b = appendString(appendString(b, q.Text), q.Within)
	b = appendBool(appendBool(b, q.Typing), q.Exactly)
	return append(b, byte(q.Match), byte(q.Fold), byte(q.Order))
}

func readQuery(d *decoder) Query {
	q := Query{
		Text: d.string(), Within: d.string(), Typing: d.bool(), Exactly: d.bool(),
		Match: Match(d.byte()), Fold: Fold(d.byte()), Order: HitOrder(d.byte()),
	}
	if q.Match >= numMatches || q.Fold >= numFolds || q.Order >= numHitOrders {
		d.fail()
	}
	return q
}

// QueryError says what is wrong with a query and where. What is sound is
// searched all the same.
type QueryError struct {
	Span    Span // in bytes of Query.Text
	Message string
	Remedy  string
}

func appendQueryError(b []byte, e QueryError) []byte {
	return appendString(appendString(appendSpan(b, e.Span), e.Message), e.Remedy)
}

func readQueryError(d *decoder) QueryError {
	return QueryError{Span: d.span(), Message: d.string(), Remedy: d.string()}
}

// QueryFilter is a filter in force: a part of Query.Text that all documents found
// must meet, or, with Not, none of them does.
type QueryFilter struct {
	Span  Span // in bytes of Query.Text, with its sign
	Field string
	Value string // as typed
	Not   bool
}

func appendQueryFilter(b []byte, f QueryFilter) []byte {
	return appendBool(appendString(appendString(appendSpan(b, f.Span), f.Field), f.Value), f.Not)
}

func readQueryFilter(d *decoder) QueryFilter {
	return QueryFilter{Span: d.span(), Field: d.string(), Value: d.string(), Not: d.bool()}
}
