package protocol

// DocID names one document of a corpus: the ordinal of its source, which the
// coordinator gives out when files arrive, in the upper 32 bits, and the
// ordinal of the document within that source in the lower 32. It does not
// depend on how many shards there are or which of them holds the document.
type DocID uint64

// NewDocID joins the two ordinals.
func NewDocID(source, record uint32) DocID {
	return DocID(uint64(source)<<32 | uint64(record))
}

// Source is the ordinal of the file the document came from.
func (d DocID) Source() uint32 { return uint32(d >> 32) }

// Record is the ordinal of the document within its source, from 0.
func (d DocID) Record() uint32 { return uint32(d) }

// Span is a half-open range [Start, End) of UTF-8 bytes in a document's Text.
type Span struct{ Start, End uint32 }

// Len is the length in bytes.
func (s Span) Len() int { return int(s.End - s.Start) }

// Of is the part of text that the span covers. The span must lie in text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Role tells what a paragraph is to its article. The values are part of the
// wire format: append, never renumber.
type Role uint8

const (
	RoleBody      Role = iota // a paragraph of the article itself
	RoleTitle                 // the headline
	RoleSubtitle              // a second headline or standfirst
	RoleByline                // who wrote it, "By …", a sign-off, "… contributed"
	RoleDate                  // when it was published or changed, a crawl prefix
	RoleDateline              // a slug line such as "Title/ Outlet/ CITY/ Author/"
	RoleHeading               // a heading between paragraphs
	RoleCaption               // the text under a picture
	RoleLabel                 // a section name, "Quick Look:"
	RoleBullet                // an entry of a list or summary
	RoleQuote                 // a block quotation
	RoleCredit                // agency or rights note outside the running text
	RoleFurniture             // text of the page that is not the article
	RoleRepeat                // a verbatim second printing of text above it
	numRoles
)

var roleNames = [numRoles]string{
	"body", "title", "subtitle", "byline", "date", "dateline", "heading",
	"caption", "label", "bullet", "quote", "credit", "furniture", "repeat",
}

// String is the role's name as the command line prints it.
func (r Role) String() string {
	if r < numRoles {
		return roleNames[r]
	}
	return "unknown"
}

// IsArticle reports whether text of this role is part of the article and so is
// searched.
func (r Role) IsArticle() bool { return r != RoleFurniture && r != RoleRepeat && r < numRoles }

// IsRunning reports whether text of this role is running text of the article:
// what is compared with other documents, and what Body joins with little else.
func (r Role) IsRunning() bool { return r == RoleBody || r == RoleQuote }

// Paragraph is a stretch of a document's text with one role. Paragraphs are
// sorted, do not overlap, and cover every character that is not white space.
type Paragraph struct {
	Span
	Role Role
	Why  string // the rule that judged it, for every role but body
	Lang string // ISO 639-1 where it differs from the document's, else ""
}

// Fact is one piece of evidence for a field of Meta: where it stands and which
// rule read it. A field may have several; the first is the one that was used.
type Fact struct {
	Field string // the JSON name of the field: "title", "date", "agency", …
	Value string // what was read, in the field's form
	Span  Span   // where in Text; empty when it stood in markup outside the text
	Rule  string // "crawl prefix", "posted line", "og:title", …
	Trust Trust
}

// Trust is how far a fact is to be relied on. The values are part of the wire
// format: append, never renumber.
type Trust uint8

const (
	TrustGuess   Trust = iota // inferred: from a web address, a sign-off, the look of a line
	TrustLikely               // written in the text in the form that such facts have
	TrustCertain              // stated as such: markup, a field of an export
	TrustPerson               // given by the person who reads
	numTrusts
)

var trustNames = [numTrusts]string{"guess", "likely", "certain", "person"}

// String is the name as the command line prints it.
func (t Trust) String() string {
	if t < numTrusts {
		return trustNames[t]
	}
	return "unknown"
}

// Meta is what is known about an article. An empty string is "none", which is
// an answer.
type Meta struct {
	Title        string
	Subtitle     string
	Section      string
	Date         string // published: 2025-07-03 or 2025-07-03T10:49
	Modified     string // last changed, in the same form
	Byline       []string
	Contributors []string // who contributed besides: "… in Kyiv contributed to this report"
	Agency       string   // the code of a credited news agency: AP, AFP, Reuters, …
	Dateline     string   // the city of the dateline
	Outlet       string   // the publisher
	URL          string
	Lang         string   // ISO 639-1, "" when it cannot be told
	Tags         []string // that the person gave it
	Note         string   // that the person wrote about it
}

// Single is where a field of one value is kept, by its JSON name; nil for any
// other name, those of people among them.
func (m *Meta) Single(field string) *string {
	switch field {
	case "title":
		return &m.Title
	case "subtitle":
		return &m.Subtitle
	case "section":
		return &m.Section
	case "date":
		return &m.Date
	case "modified":
		return &m.Modified
	case "agency":
		return &m.Agency
	case "dateline":
		return &m.Dateline
	case "outlet":
		return &m.Outlet
	case "url":
		return &m.URL
	case "lang":
		return &m.Lang
	case "note":
		return &m.Note
	}
	return nil
}

// Document is one article with all the text it came in. Text is the whole
// document as read, furniture included: for plain text the decoded file
// unchanged, for HTML the text of the page in reading order. All offsets are
// into Text.
type Document struct {
	ID       DocID
	Name     string // path relative to what was dropped, plus "#" and Record where there are several
	Source   string // path of the file as given
	Record   string // key within the source, "" for a file's only document
	Format   string // "text", "html", …
	Encoding string // "utf-8", "utf-16le", "windows-1252"
	Markup   Markup // that Text was read from
	Meta
	Text       string
	Paragraphs []Paragraph
	Facts      []Fact
	Warnings   []string
}

// Body is the article's own text: the paragraphs for which IsRunning, joined by
// newlines. Where the text was read from markup, the headings and list entries
// after the first of them belong to it too: there the author's markup, and not a
// guess from the look of a line, says what they are. An article without running
// text, a list of changes, is its headings and entries.
func (d *Document) Body() string {
	begun := false
	b := d.join(func(r Role) bool {
		begun = begun || r.IsRunning()
		return r.IsRunning() || begun && d.Markup == MarkupHTML && r.isPart()
	})
	if len(b) == 0 {
		b = d.join(Role.isPart)
	}
	return string(b)
}

// isPart reports headings and list entries.
func (r Role) isPart() bool { return r == RoleHeading || r == RoleBullet }

// join joins the paragraphs whose roles are taken by newlines.
func (d *Document) join(takes func(Role) bool) []byte {
	var b []byte
	for _, p := range d.Paragraphs {
		if !takes(p.Role) {
			continue
		}
		if len(b) > 0 {
			b = append(b, '\n')
		}
		b = append(b, p.Of(d.Text)...)
	}
	return b
}
