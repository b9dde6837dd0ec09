package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// telling is what the texts of a story say, ready to be shown.
type telling struct {
	texts    []teller
	left     int // texts that were not compared
	shared   []told
	names    []string
	only     []soleText
	quotes   []saying
	speakers []option // those quoted, the most quoted first
}

// teller is a text of the story.
type teller struct {
	doc     *protocol.Document
	summary protocol.Summary
	name    string // its outlet
	copies  int
}

// told is a sentence of a text, and where it stands in others.
type told struct{ in []protocol.Sentence }

// soleText are the sentences that only one text has.
type soleText struct {
	text      int
	sentences []protocol.Span
	of        int
}

// newTelling makes a synopsis ready. What points outside the texts is left out.
func newTelling(t *action.Telling) *telling {
	s := t.Synopsis
	v := &telling{left: s.Left}
	story := t.Story()
	for i := range s.Texts {
		doc := &s.Texts[i]
		summary := t.Summaries[doc.ID]
		from := teller{doc: doc, summary: summary, name: shorten(outlet(summary), amongLen)}
		if g, ok := story.GroupOf(doc.ID); ok {
			from.copies = len(g.Members)
		}
		v.texts = append(v.texts, from)
	}
	for _, st := range s.Shared {
		if in := v.sound(st.In); len(in) > 1 {
			v.shared = append(v.shared, told{in})
		}
	}
	for _, n := range s.Names {
		if int(n.In) >= len(v.texts) {
			v.names = append(v.names, n.Text)
		}
	}
	for _, o := range s.Only {
		own := soleText{text: int(o.Text), of: int(o.Of)}
		for _, span := range o.Sentences {
			if v.has(protocol.Sentence{Text: o.Text, Span: span}) {
				own.sentences = append(own.sentences, span)
			}
		}
		if own.text < len(v.texts) {
			v.only = append(v.only, own)
		}
	}
	v.takeSayings(s.Sayings)
	return v
}

// has reports whether a sentence lies in its text.
func (v *telling) has(s protocol.Sentence) bool {
	return int(s.Text) < len(v.texts) && s.Span.Start < s.Span.End && int(s.Span.End) <= len(v.texts[s.Text].doc.Text)
}

func (v *telling) sound(list []protocol.Sentence) []protocol.Sentence {
	return slices.DeleteFunc(slices.Clone(list), func(s protocol.Sentence) bool { return !v.has(s) })
}

// text is the words of a sentence, on one line.
func (v *telling) text(s protocol.Sentence) string {
	return strings.Join(strings.Fields(s.Span.Of(v.texts[s.Text].doc.Text)), " ")
}

func (v *telling) lang(s protocol.Sentence) string { return v.texts[s.Text].doc.Lang }

// place leads to a sentence in its text.
func (v *telling) place(s protocol.Sentence) string {
	return address{view: viewReading, doc: v.texts[s.Text].doc.ID, at: s.Span}.String()
}

// who names a text by its outlet. Its copies are not named: they were not looked
// at, and may leave out what it says.
func (t *teller) who() string { return t.name }

// whoAll names the texts that some sentences are of, each once.
func (v *telling) whoAll(list []protocol.Sentence) string {
	var names []string
	for _, s := range list {
		if name := v.texts[s.Text].who(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > maxWho+1 {
		names = append(names[:maxWho:maxWho], "and "+number(len(names)-maxWho)+" more")
	}
	return strings.Join(names, ", ")
}

// maxWho texts are named; the others are counted.
const maxWho = 4

// howMany says in how many texts a sentence stands.
func (v *telling) howMany(n int) string {
	switch {
	case n >= len(v.texts) && n == 2:
		return "In both texts"
	case n >= len(v.texts):
		return "In all " + number(n) + " texts"
	}
	return "In " + number(n) + " of " + number(len(v.texts)) + " texts"
}

// renderShared draws the sentences that several texts have, those of most first.
func (v *oneStory) renderShared() []app.UI {
	t := v.told
	if len(t.shared) == 0 {
		return []app.UI{words("p", "story-part-note", "No sentence of one text has a counterpart in another.")}
	}
	list := t.shared[:min(len(t.shared), v.upTo("shared", storySteps["shared"]))]
	parts := []app.UI{words("p", "story-part-note", t.compared()+" Open a sentence to see how each text words it.")}
	for from := 0; from < len(list); {
		n, to := len(list[from].in), from
		for to < len(list) && len(list[to].in) == n {
			to++
		}
		part := list[from:to]
		first := from
		parts = append(parts, words("h3", "group-name", t.howMany(n)),
			elem("ul", "statements", several(len(part), func(i int) app.UI { return v.renderStatement(first+i, part[i].in) })...))
		from = to
	}
	return append(parts, v.renderRest("shared", "sentence", len(t.shared)-len(list)))
}

// compared says what of the story was compared.
func (v *telling) compared() string {
	text := many(len(v.texts), "text", "texts") + " compared; of copies, the one that is shown first."
	if v.left > 0 {
		text += " " + number(v.left) + " more were left out: so many are not compared at once."
	}
	return text
}

func (v *oneStory) renderStatement(i int, in []protocol.Sentence) app.UI {
	t, name := v.told, "shared-"+number(i)
	open := v.opened[name]
	var all app.UI
	if open {
		all = elem("ul", "wordings", several(len(in), func(k int) app.UI { return t.renderPlace(in[k]) })...)
	}
	who := ""
	if len(in) < len(t.texts) {
		who = t.whoAll(in)
	}
	return markup(`
		<li class=statement>
			<button class=statement-text type=button lang=$ dir=auto data-open=$ aria-expanded=$>$</button>
			<p class=text-facts>$</p>
			$
		</li>`, t.lang(in[0]), name, trueFalse(open), t.text(in[0]), who, all)
}

func trueFalse(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// renderPlace draws how a text words something, with the way there.
func (v *telling) renderPlace(s protocol.Sentence) app.UI {
	from := &v.texts[s.Text]
	return markup(`<li class=wording><a class='link wording-who' href=$>$</a> <span class=wording-text lang=$ dir=auto>$</span></li>`,
		v.place(s), from.who(), v.lang(s), v.text(s))
}

func (v *oneStory) renderNames() []app.UI {
	list := v.told.names[:min(len(v.told.names), v.upTo("names", storySteps["names"]))]
	return []app.UI{
		elem("ul", "name-list", several(len(list), func(i int) app.UI { return words("li", "name", list[i]) })...),
		v.renderRest("names", "name", len(v.told.names)-len(list)),
	}
}

// renderOnly draws what only one text has, text by text.
func (v *oneStory) renderOnly() []app.UI {
	t := v.told
	list := t.only[:min(len(t.only), v.upTo("only", storySteps["only"]))]
	parts := []app.UI{words("p", "story-part-note", "Sentences of five words or more for which no counterpart was found in the other texts. Of copies, the one that is shown first was looked at.")}
	for i := range list {
		parts = append(parts, v.renderOwn(&list[i]))
	}
	return append(parts, v.renderRest("only", "text", len(t.only)-len(list)))
}

func (v *oneStory) renderOwn(o *soleText) app.UI {
	t, from := v.told, &v.told.texts[o.text]
	title, _ := headline(from.summary)
	name := "only-" + number(o.text)
	shown := o.sentences[:min(len(o.sentences), v.upTo(name, storySteps["only-"]))]
	note := "Nothing: a counterpart was found for all it says."
	if n := len(o.sentences); n > 0 {
		note = "Only " + from.name + " has " + many(n, "sentence", "sentences") + " of its " + number(max(o.of, n)) + "."
	}
	return markup(`
		<div class=own>
			<h3 class=own-name>$ <a class=own-title href=$ dir=auto>$</a></h3>
			<p class=text-facts>$</p>
			<ul class=own-list>$</ul>
			$
		</div>`,
		from.who(), address{view: viewReading, doc: from.doc.ID}.String(), title, note,
		several(len(shown), func(i int) app.UI {
			s := protocol.Sentence{Text: uint32(o.text), Span: shown[i]}
			return markup(`<li class=own-text><a href=$ lang=$ dir=auto>$</a></li>`, t.place(s), t.lang(s), t.text(s))
		}),
		v.renderRest(name, "sentence", len(o.sentences)-len(shown)))
}
