package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// passageView is a passage as both documents have it.
type passageView struct {
	passage     protocol.Passage
	here, there []stretch
	rest        bool // it goes on
}

// stretch is words of a passage that both have, or that only one of them has so.
type stretch struct {
	text  string
	alike bool
}

// passageWords is how many words of a passage are shown: comparing them word by
// word takes the square of it, at 200 half a millisecond.
const passageWords = 200

func newPassageView(k *action.Kin, p protocol.Passage) passageView {
	a, more := someWords(k.Here.Text, p.Span)
	b, also := someWords(k.There.Text, p.OtherSpan)
	v := passageView{passage: p, rest: more || also}
	alikeA, alikeB := alike(a, b, k.Comparison.Folded)
	if v.rest { // they are cut off in different places: up to the last that both have
		a, alikeA = upToLast(a, alikeA)
		b, alikeB = upToLast(b, alikeB)
	}
	v.here, v.there = stretches(a, alikeA), stretches(b, alikeB)
	return v
}

// someWords is the words of a span, and whether it has more than are shown.
func someWords(text string, span protocol.Span) ([]string, bool) {
	if span.Start > span.End || int(span.End) > len(text) {
		return nil, false
	}
	list := strings.Fields(span.Of(text))
	return list[:min(len(list), passageWords)], len(list) > passageWords
}

// alike tells which words of two texts stand in their longest common
// subsequence, capitals, punctuation and what was folded aside; and which are
// passed over.
func alike(a, b []string, folded []protocol.Folding) (inA, inB []bool) {
	number := numberWords(folded)
	x, inA := number.of(a)
	y, inB := number.of(b)
	width := len(y) + 1
	longest := make([]int, (len(x)+1)*width) // of what follows
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			at := i*width + j
			if x[i] == y[j] {
				longest[at] = longest[at+width+1] + 1
			} else {
				longest[at] = max(longest[at+width], longest[at+1])
			}
		}
	}
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch at := i*width + j; {
		case x[i] == y[j]:
			inA[i], inB[j] = true, true
			i++
			j++
		case longest[at+width] >= longest[at+1]:
			i++
		default:
			j++
		}
	}
	return inA, inB
}

// wordNumbers gives words numbers, the same to those that are taken for the same.
type wordNumbers map[string]int

// passedOver is the number of words that do not count.
const passedOver = -1

// numberWords begins with the words that were folded.
func numberWords(folded []protocol.Folding) wordNumbers {
	n := wordNumbers{}
	for _, f := range folded {
		here, there := bareWord(f.Here), bareWord(f.There)
		switch {
		case here == "":
			n[there] = passedOver
		case there == "":
			n[here] = passedOver
		default:
			n[there] = n.number(here)
		}
	}
	return n
}

func (n wordNumbers) number(word string) int {
	number, ok := n[word]
	if !ok {
		number = len(n)
		n[word] = number
	}
	return number
}

// of numbers a list of words and tells which are passed over.
func (n wordNumbers) of(list []string) (numbers []int, passed []bool) {
	numbers, passed = make([]int, len(list)), make([]bool, len(list))
	for i, w := range list {
		numbers[i] = n.number(bareWord(w))
		passed[i] = numbers[i] == passedOver
	}
	return numbers, passed
}

// bareWord is a word without capitals and punctuation.
func bareWord(w string) string {
	return strings.ToLower(strings.Trim(w, ".,;:!?()[]“”„«»\"'‘’"))
}

func upToLast(list []string, alike []bool) ([]string, []bool) {
	n := len(list)
	for n > 0 && !alike[n-1] {
		n--
	}
	if n == 0 {
		return list, alike
	}
	return list[:n], alike[:n]
}

func stretches(list []string, alike []bool) []stretch {
	var all []stretch
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && alike[to] == alike[from] {
			to++
		}
		all = append(all, stretch{strings.Join(list[from:to], " "), alike[from]})
		from = to
	}
	return all
}

func (w *why) renderPassages() app.UI {
	all := len(w.kin.Comparison.Passages)
	if all == 0 {
		return markup(`<p class=why-none>There is no passage of any length that both have.</p>`)
	}
	var more app.UI
	if rest := all - len(w.shown); rest > 0 {
		more = button("why-more", "link", "Show "+number(min(whyStep, rest))+" more", w.onMore)
	}
	return markup(`
		<section class=why-part>
			<h3 class=grouping-name>$ in both</h3>
			<p class=slider-hint>Underlined words are not the same in both, however spelled.</p>
			<ol class=why-passages>$</ol>
			$
		</section>`, many(all, "passage", "passages"), several(len(w.shown), w.renderPassage), more)
}

func (w *why) renderPassage(i int) app.UI {
	v := &w.shown[i]
	class := "why-passage"
	if 2*v.passage.Quoted > v.passage.Words {
		class += " why-quoted"
	}
	return markup(`<li class=$><p class=why-about>$</p><div class=why-sides>$$</div></li>`,
		class, facts(many(v.passage.Words, "word", "words")+" the same", quotedWords(v.passage)),
		whySide{v.here, w.kin.Here, v.passage.Span}.render(v.rest, "Open the first here"),
		whySide{v.there, w.kin.There, v.passage.OtherSpan}.render(v.rest, "Open the second here"))
}

// quotedWords says how much of a passage is a quotation; "" if nothing is.
func quotedWords(p protocol.Passage) string {
	switch {
	case p.Quoted == 0:
		return ""
	case p.Quoted >= p.Words:
		return "quotation in both"
	}
	return number(p.Quoted) + " of them within quotation marks in both"
}

// targetLen is how much of a passage a link leads to: its start.
const targetLen = 200

// whySide is a passage as one document has it.
type whySide struct {
	words []stretch
	doc   *protocol.Document
	span  protocol.Span
}

// render draws the words and a link to them; rest is whether they go on.
func (s whySide) render(rest bool, link string) app.UI {
	body := make([]app.UI, 0, 2*len(s.words)+1)
	for _, w := range s.words {
		if w.alike {
			body = append(body, app.Text(w.text+" "))
		} else {
			body = append(body, words("span", "why-other", w.text), app.Text(" "))
		}
	}
	if rest {
		body = append(body, app.Text("…"))
	}
	to := address{view: viewReading, doc: s.doc.ID, at: protocol.Span{Start: s.span.Start, End: min(s.span.End, s.span.Start+targetLen)}}
	return markup(`
		<div class=why-side>
			<blockquote class=why-words lang=$ dir=auto>$</blockquote>
			<a class='link why-open' href=$>$</a>
		</div>`, s.doc.Lang, body, to.String(), link)
}
