package ui

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// offers is the list under the search box: fields and values while something is
// typed that begins like one; in an empty box the searches kept on this device.
// The box keeps the focus all the time, as in an ARIA combobox with a list
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
type offers struct {
	list []offer // shown, if there are any
	at   int     // the one the keys stand on, -1 for none
	// asked is the text that list is of.
	asked   string
	replace protocol.Span
}

// offer is a line of the list.
type offer struct {
	text  string // as shown
	about string // what it is
	count uint64 // documents that have the value
	put   string // what is written into the query
	// search is what a kept search finds; its Text is "" for a suggestion.
	search action.KeptSearch
}

const (
	offersID = "offers"
	// mostOffered suggestions are shown: what can be taken in at a glance. A narrow
	// page shows fewer at once, and scrolls.
	mostOffered = 8
	// mostRecent searches are shown of each kind.
	mostRecent = 5
	// leastLetters of a word are typed before fields are offered for it: one letter
	// would offer some for nearly every word.
	leastLetters = 2
	mostLetters  = 16 // no field has a longer name
)

// mayBeOffered reports whether there may be a suggestion for what ends where the
// caret stands: the engine need not be asked about every word.
func mayBeOffered(before string) bool {
	start, quoted := 0, false
	for i, r := range before {
		switch {
		case strings.ContainsRune(phraseSigns, r):
			quoted = !quoted
		case !quoted && (unicode.IsSpace(r) || r == '(' || r == '（'):
			start = i + utf8.RuneLen(r)
		}
	}
	word := strings.TrimPrefix(before[start:], "-")
	if at := strings.IndexAny(word, ":："+phraseSigns); at >= 0 {
		r, _ := utf8.DecodeRuneInString(word[at:])
		return at > 0 && (r == ':' || r == '：')
	}
	if len(word) < leastLetters || len(word) > mostLetters {
		return false
	}
	return strings.IndexFunc(word, func(r rune) bool { return r|0x20 < 'a' || r|0x20 > 'z' }) < 0
}

// suggested lists what the engine offers.
func suggested(s action.Suggested) offers {
	o := offers{at: -1, asked: s.Asked.Text, replace: s.Answer.Replace}
	for _, x := range s.Answer.List {
		line := offer{text: x.Text, put: x.Text, count: x.Documents}
		if strings.HasSuffix(x.Text, ":") {
			line.about = x.About
		} else {
			line.text = bareValue(x.Text)
			if x.About != "" && hasOption(wordHints, x.Text) {
				line.about = optionText(wordHints, x.Text)
			}
		}
		o.list = append(o.list, line)
	}
	return o
}

// wordHints say what the words of is: and in: mean.
var wordHints = []option{
	{"copy", "a copy of one that is shown first"}, {"unique", "has no copies"},
	{"representative", "shown first of its copies"}, {"untitled", "has no headline"},
	{"title", "the headline"}, {"subtitle", "the second headline"}, {"body", "the article itself"},
	{"caption", "under pictures"}, {"furniture", "around the article"},
}

// recent lists the searches kept on this device, saved ones first.
func recent(s action.Searches) offers {
	o := offers{at: -1}
	for _, k := range s.Saved[:min(len(s.Saved), mostRecent)] {
		o.list = append(o.list, offer{text: k.Name, about: "Saved search", search: k})
	}
	count := 0
	for _, k := range s.History {
		if count == mostRecent {
			break
		}
		if s.Find(k.Query) < 0 {
			o.list = append(o.list, offer{text: queryName(k.Query), search: k})
			count++
		}
	}
	return o
}

// queryName is what a search is called that has no name.
func queryName(q protocol.Query) string {
	return strings.TrimSpace(q.Text + " " + q.Within)
}

// queryAddress is where a search is shown.
func queryAddress(q protocol.Query) address {
	return address{view: viewSearch, query: q.Text, setting: setting{
		within: q.Within, exactly: q.Exactly, fold: q.Fold, order: q.Order,
	}}
}

// step moves by one line, over the box itself at both ends.
func (o *offers) step(by int) {
	n := len(o.list) + 1
	o.at = (o.at+1+by+n)%n - 1
}

// close shows the list no more.
func (o *offers) close() { *o = offers{at: -1} }

// put writes an offer into the text it was made for, and tells where in it the
// caret stands then. Behind a value there is room for the next word.
func (o *offers) put(text string, line offer) (after string, caret int) {
	start, end := spanIn(text, o.replace)
	put, rest := line.put, text[end:]
	if !strings.HasSuffix(put, ":") {
		put += " "
		rest = strings.TrimPrefix(rest, " ")
	}
	return text[:start] + put + rest, start + len(put)
}

func offerID(i int) string { return "offer-" + strconv.Itoa(i) }

// render draws the list. It is there when empty, too: the box names it.
func (o *offers) render(on app.EventHandler) app.UI {
	class := "offers"
	if len(o.list) == 0 {
		class += " offers-none"
	}
	return markup(`<ul id=$ class=$ role=listbox aria-label=Suggestions onmousedown=$ onclick=$>$</ul>`,
		offersID, class, keepFocus, on,
		several(len(o.list), func(i int) app.UI { return o.list[i].render(i, i == o.at) }))
}

func (l offer) render(i int, selected bool) app.UI {
	facts := l.about
	if l.count > 0 {
		facts = many(l.count, "text", "texts")
	}
	return markup(`
		<li id=$ class=offer role=option aria-selected=$ data-offer=$>
			<span class=offer-text>$</span> <span class=offer-facts>$</span>
		</li>`, offerID(i), strconv.FormatBool(selected), i, l.text, facts)
}

// keepFocus leaves the focus in the box when the list is pressed.
func keepFocus(_ app.Context, e app.Event) { e.PreventDefault() }

// bytesBefore is how many bytes of text so many UTF-16 units are; all of it if
// there are fewer.
func bytesBefore(text string, units int) int {
	for i, r := range text {
		if units <= 0 {
			return i
		}
		units -= utf16Len(string(r))
	}
	return len(text)
}
