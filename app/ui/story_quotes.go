package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// saying is something quoted, in all its wordings.
type saying struct {
	speaker, via string
	sure         bool // of the speaker
	wordings     []*wording
	folded       string // all that can be looked for in it
	texts        int
}

// wording is a saying as some texts have it.
type wording struct {
	text string
	in   []protocol.Sentence
	own  []protocol.Span // words that the first wording does not have
}

// unnamed stands for those whom no text names.
const unnamed = "?"

// takeSayings makes the quotes ready, and a list of who is quoted.
func (v *telling) takeSayings(list []protocol.Saying) {
	counts := map[string]int{}
	var names []string
	for _, s := range list {
		q := saying{speaker: s.Speaker, via: s.Via, sure: s.Sure}
		has := map[uint32]bool{}
		for _, w := range s.Wordings {
			in := v.sound(w.In)
			if len(in) == 0 {
				continue
			}
			x := &wording{text: strings.Join(strings.Fields(w.Text), " "), in: in}
			if len(q.wordings) > 0 {
				x.own = ownWordsOf(x.text, q.wordings[0].text)
			}
			q.wordings = append(q.wordings, x)
			q.folded += foldWords(x.text) + "\n"
			for _, p := range in {
				has[p.Text] = true
			}
		}
		if len(q.wordings) == 0 {
			continue
		}
		q.folded += foldWords(q.speaker)
		q.texts = len(has)
		v.quotes = append(v.quotes, q)
		name := q.speaker
		if name == "" {
			name = unnamed
		}
		if counts[name] == 0 {
			names = append(names, name)
		}
		counts[name]++
	}
	ordering.By(names, func(a, b string) int { return counts[b] - counts[a] })
	v.speakers = []option{{"", "Everyone (" + number(len(v.quotes)) + ")"}}
	for _, name := range names {
		text := name
		if name == unnamed {
			text = "Not named"
		}
		v.speakers = append(v.speakers, option{name, text + " (" + number(counts[name]) + ")"})
	}
}

// quotesShown are the places of the quotes of the speaker chosen that hold what is
// looked for.
func (v *oneStory) quotesShown() []int {
	var list []int
	for i := range v.told.quotes {
		q := &v.told.quotes[i]
		isTheirs := v.speaker == "" || q.speaker == v.speaker || q.speaker == "" && v.speaker == unnamed
		if isTheirs && strings.Contains(q.folded, v.sought) {
			list = append(list, i)
		}
	}
	return list
}

func (v *oneStory) renderQuotes() []app.UI {
	t := v.told
	if len(t.quotes) == 0 {
		return []app.UI{words("p", "story-part-note", "No text of this story quotes anybody.")}
	}
	list := v.quotesShown()
	drawn := list[:min(len(list), v.upTo("quotes", storySteps["quotes"]))]
	count := many(len(list), "quote", "quotes")
	if len(list) < len(t.quotes) {
		count = number(len(list)) + " of " + many(len(t.quotes), "quote", "quotes")
	}
	return []app.UI{
		markup(`
			<div class=quote-ways>
				<input id=story-find class=quote-find type=search placeholder='Find in quotes' aria-label='Find in quotes' autocomplete=off spellcheck=false oninput=$/>
				$
				<button class=button type=button data-open=save-quotes>Save the quotes as CSV</button>
			</div>`, v.onFind,
			renderSelect(selectField{id: "story-speaker", label: "Who is quoted", unseen: true, options: t.speakers, at: v.speaker, on: v.onSpeaker})),
		with(words("p", "story-part-note", count), "id", "story-quotes-count", "role", "status"),
		elem("ul", "quotes", several(len(drawn), func(i int) app.UI { return v.renderSaying(&t.quotes[drawn[i]]) })...),
		v.renderRest("quotes", "quote", len(list)-len(drawn)),
	}
}

func (v *oneStory) onFind(ctx app.Context, _ app.Event) { v.find(ctx.JSSrc().Get("value").String()) }

// find shows the quotes that hold a text.
func (v *oneStory) find(text string) { v.sought = strings.TrimSpace(foldWords(text)) }

func (v *oneStory) onSpeaker(ctx app.Context, _ app.Event) { v.speaker = chosenValue(ctx) }

func (v *oneStory) renderSaying(q *saying) app.UI {
	t := v.told
	count := "In " + many(q.texts, "text", "texts")
	if n := len(q.wordings); n > 1 {
		count += ", in " + number(n) + " wordings"
	}
	shown := q.wordings
	if v.sought != "" {
		shown = slices.Clone(shown)
		ordering.By(shown, func(a, b *wording) int {
			return findIn(b.text, v.sought).Len() - findIn(a.text, v.sought).Len()
		})
	}
	return markup(`
		<li class=saying>
			<p class=saying-who><b>$</b> <span class=text-facts>$</span></p>
			$
		</li>`, q.who(), count, several(len(shown), func(i int) app.UI {
		w := shown[i]
		return markup(`
			<div class=saying-wording>
				<blockquote class=saying-text lang=$ dir=auto>$</blockquote>
				<p class=saying-in>$</p>
			</div>`, t.lang(w.in[0]), v.markWording(w), t.renderCarriers(w.in))
	}))
}

// who says it: "Probably Marta Ohlin" where no text names the speaker beside the words.
func (q *saying) who() string {
	who := q.speaker
	switch {
	case who == "":
		who = "Not named"
	case !q.sure:
		who = "Probably " + who
	}
	if q.via != "" {
		who += ", according to " + q.via
	}
	return who
}

// markWording draws a wording between quotation marks: what is looked for is
// marked, else the words in which it differs from the first.
func (v *oneStory) markWording(w *wording) []app.UI {
	parts := []app.UI{app.Text("“")}
	if at := findIn(w.text, v.sought); at.Len() > 0 {
		parts = append(parts, marked(w.text, []protocol.Span{at})...)
		return append(parts, app.Text("”"))
	}
	from := uint32(0)
	for _, s := range w.own {
		parts = append(parts, app.Text(w.text[from:s.Start]), words("span", "wording-own", s.Of(w.text)))
		from = s.End
	}
	return append(parts, app.Text(w.text[from:]+"”"))
}

// findIn is where text holds what is looked for; empty where folding has moved it.
func findIn(text, sought string) protocol.Span {
	at := strings.Index(strings.ToLower(text), sought)
	if sought == "" || at < 0 || at+len(sought) > len(text) || !strings.EqualFold(text[at:at+len(sought)], sought) {
		return protocol.Span{}
	}
	return protocol.Span{Start: uint32(at), End: uint32(at + len(sought))}
}

// renderCarriers links to each place where a wording stands.
func (v *telling) renderCarriers(in []protocol.Sentence) []app.UI {
	var parts []app.UI
	for i, s := range in {
		if i > 0 {
			parts = append(parts, app.Text(" · "))
		}
		parts = append(parts, markup(`<a class='link link-quiet' href=$>$</a>`, v.place(s), v.texts[s.Text].who()))
	}
	return parts
}

// mostCompared words of two wordings are compared: it takes the square.
const mostCompared = 150

// ownWordsOf marks the words of a text that another does not have in that order.
func ownWordsOf(text, other string) []protocol.Span {
	a, b := strings.Fields(text), strings.Fields(other)
	if len(a) > mostCompared || len(b) > mostCompared {
		return nil
	}
	// common[i][k]: words that a[i:] and b[k:] have in common, in order.
	common := make([][]uint8, len(a)+1)
	for i := range common {
		common[i] = make([]uint8, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if isSameWord(a[i], b[k]) {
				common[i][k] = common[i+1][k+1] + 1
			} else {
				common[i][k] = max(common[i+1][k], common[i][k+1])
			}
		}
	}
	var own []protocol.Span
	at, k := uint32(0), 0
	for i, word := range a {
		for k < len(b) && common[i][k+1] == common[i][k] {
			k++ // the other's own
		}
		end := at + uint32(len(word))
		if k < len(b) && isSameWord(word, b[k]) {
			k++
		} else if n := len(own); n > 0 && own[n-1].End+1 == at {
			own[n-1].End = end
		} else {
			own = append(own, protocol.Span{Start: at, End: end})
		}
		at = end + 1
	}
	if k := wordsIn(text, own); 2*k > len(a) {
		return nil // another saying rather than another wording
	}
	return own
}

// wordsIn counts the words of some spans.
func wordsIn(text string, list []protocol.Span) (n int) {
	for _, s := range list {
		n += len(strings.Fields(s.Of(text)))
	}
	return n
}

// isSameWord compares words without the punctuation around them.
func isSameWord(a, b string) bool {
	const marks = ".,;:!?“”\"'‘’()[]–—-…"
	return strings.EqualFold(strings.Trim(a, marks), strings.Trim(b, marks))
}
