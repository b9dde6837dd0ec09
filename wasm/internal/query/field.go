package query

// FieldInfo tells of a field that can be named in a query. One list serves the
// parser, the suggestions and the help.
type FieldInfo struct {
	Name   string
	About  string   // for the person, beginning in lower case
	InText bool     // a part of the text, which words can be looked for in
	Values bool     // the engine knows which values the corpus has
	Words  []string // the only values there are
}

// Fields are all fields, those of the text first. Nobody may change them.
var Fields = []FieldInfo{
	{Name: "title", About: "words of the title", InText: true},
	{Name: "subtitle", About: "words of the subtitle", InText: true},
	{Name: "body", About: "words of the article itself", InText: true},
	{Name: "caption", About: "words under pictures", InText: true},
	{Name: "furniture", About: "words around the article: menus, notices, lists of links", InText: true},
	{Name: "outlet", About: "who published it", Values: true},
	{Name: "agency", About: "the news agency it comes from", Values: true},
	{Name: "by", About: "who wrote it", Values: true},
	{Name: "place", About: "where it is datelined", Values: true},
	{Name: "date", About: "when it was published: 2025, 2025-07, 2025-07-01..2025-07-04, >2025-07, none"},
	{Name: "lang", About: "its language", Values: true},
	{Name: "format", About: "kind of file it was in", Values: true},
	{Name: "source", About: "file it was in", Values: true},
	{Name: "tag", About: "keywords it came with and tags you gave it", Values: true},
	{Name: "is", About: "what it is among its copies, or that it has no title", Words: []string{"copy", "unique", "representative", "untitled"}},
	{Name: "in", About: "part of the text in which all words beside it are looked for", Words: []string{"title", "subtitle", "body", "caption", "furniture"}},
	{Name: "story", About: "documents of the same story as the document of this name"},
	{Name: "copies", About: "documents in the same group of copies as the document of this name"},
}
