package ui

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/files"
	"clippings/wasm/protocol"
)

// renderTools draws what can be done with the text.
func (r *reading) renderTools() app.UI {
	other := "As it was read"
	if r.whole {
		other = "As an article"
	}
	return markup(`<div class=reading-tools lang=en>
		<button id=find-open class='link link-quiet' type=button aria-keyshortcuts=i onclick=$>Find in text</button>
		<a id=original class='link link-quiet' href=$ aria-keyshortcuts=o>$</a>
		<button id=cite class='link link-quiet' type=button onmousedown=$ onclick=$>Copy citation</button>
		<button id=save-text class='link link-quiet' type=button onclick=$>Save this text</button>
		<span class=tools-said role=status>$</span>
	</div>`, r.onFind, r.otherWay().String(), other, keepSelection, r.onCite, r.onSaveText, r.told)
}

func (r *reading) onFind(ctx app.Context, _ app.Event) { r.openFinder(ctx) }

// keepSelection leaves what is selected so when a button is pressed.
func keepSelection(_ app.Context, e app.Event) { e.PreventDefault() }

func (r *reading) onCite(app.Context, app.Event) {
	span, some := selectedSpan(&r.page.article.Document)
	r.told = "Citation copied"
	if some {
		r.told = "Passage copied with its source"
	}
	if err := files.Copy(citation(&r.page.article.Document, span)); err != nil {
		r.told = "This browser does not let the page copy"
	}
}

func (r *reading) onSaveText(app.Context, app.Event) {
	doc := &r.page.article.Document
	name := textName(doc)
	r.told = "Saved as " + name
	if err := files.Save(name, "text/plain;charset=utf-8", []byte(plainText(doc))); err != nil {
		r.told = reason(err)
	}
}

// citation names a text, or a passage of it with its words: who published it
// under which headline, when, and in which characters of which file it stands.
func citation(doc *protocol.Document, span protocol.Span) string {
	var b strings.Builder
	if span.Len() > 0 {
		b.WriteString("“" + oneLine(span.Of(doc.Text)) + "”\n")
	}
	var parts []string
	add := func(before, text, after string) {
		if text != "" {
			parts = append(parts, before+text+after)
		}
	}
	add("", joinNames(doc.Byline), "")
	add("“", doc.Title, "”")
	add("", doc.Outlet, "")
	add("", doc.Agency, "")
	add("", moment(doc.Date), "")
	add("", doc.URL, "")
	b.WriteString(strings.Join(parts, ", "))
	if len(parts) > 0 {
		b.WriteString(". ")
	}
	b.WriteString("File " + doc.Name)
	if span.Len() > 0 {
		from := utf8.RuneCountInString(doc.Text[:span.Start])
		to := from + utf8.RuneCountInString(span.Of(doc.Text))
		b.WriteString(", characters " + strconv.Itoa(from+1) + "–" + strconv.Itoa(to))
	}
	return b.String() + "."
}

// plainText is the article as a text file: its head, then its paragraphs.
func plainText(doc *protocol.Document) string {
	var parts []string
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	add(doc.Title)
	add(doc.Subtitle)
	by := joinNames(doc.Byline)
	if by != "" {
		by = "By " + by
	}
	add(facts(by, doc.Outlet, doc.Agency, moment(doc.Date)))
	add(doc.URL)
	for _, p := range doc.Paragraphs {
		text := strings.TrimSpace(p.Of(doc.Text))
		switch {
		case !p.Role.IsArticle() || p.Role == protocol.RoleByline || p.Role == protocol.RoleDate || p.Role == protocol.RoleDateline:
		case p.Role == protocol.RoleTitle && sameWords(text, doc.Title) || p.Role == protocol.RoleSubtitle && sameWords(text, doc.Subtitle):
		case p.Role == protocol.RoleBullet:
			add("– " + strings.TrimSpace(withoutBullet(doc.Text, p.Span).Of(doc.Text)))
		default:
			add(text)
		}
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// nameLen is how much of a headline goes into the name of a file.
const nameLen = 60

// textName is what the file of a text is called: its headline, or the name of
// its file.
func textName(doc *protocol.Document) string {
	name := doc.Title
	if name == "" {
		name = fileName(doc.Name)
		if i := strings.LastIndexByte(name, '.'); i > 0 {
			name = name[:i]
		}
	}
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || strings.ContainsRune(`/\:*?"<>|`, r) {
			return ' '
		}
		return r
	}, name)
	if name = strings.Trim(oneLine(name), ". "); len(name) > nameLen {
		name = strings.TrimSuffix(cut(name, nameLen), " …")
	}
	if name == "" {
		name = "text"
	}
	return name + ".txt"
}

// selectedSpan is what of a document's text is selected on the page.
func selectedSpan(doc *protocol.Document) (protocol.Span, bool) {
	if app.IsServer {
		return protocol.Span{}, false
	}
	selected := app.Window().Call("getSelection")
	if selected.Get("rangeCount").Int() == 0 || selected.Get("isCollapsed").Bool() {
		return protocol.Span{}, false
	}
	r := selected.Call("getRangeAt", 0)
	start, ok := placeOfNode(doc, r.Get("startContainer"), r.Get("startOffset"))
	end, okEnd := placeOfNode(doc, r.Get("endContainer"), r.Get("endOffset"))
	return protocol.Span{Start: start, End: end}, ok && okEnd && start < end
}

// placeOfNode is where in the document's text a place of the page lies.
func placeOfNode(doc *protocol.Document, node, offset app.Value) (uint32, bool) {
	element := node
	if node.Get("nodeType").Int() != 1 {
		element = node.Get("parentElement")
	}
	if !element.Truthy() {
		return 0, false
	}
	line := element.Call("closest", ".article [data-from]")
	if !line.Truthy() {
		return 0, false
	}
	start, err := strconv.Atoi(line.Get("dataset").Get("from").String())
	if err != nil || start < 0 || start > len(doc.Text) {
		return 0, false
	}
	before := app.Window().Get("document").Call("createRange")
	before.Call("selectNodeContents", line)
	before.Call("setEnd", node, offset)
	n := utf16Len(before.Call("toString").String())
	return uint32(start + bytesOf(doc.Text[start:], n)), true
}
