package ui

import (
	"strconv"
	"strings"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// What is shown of a story, to be saved.

// quoteRows is a table of the quotes shown: a row for each text that carries one.
func (v *oneStory) quoteRows() [][]string {
	rows := [][]string{{"quote", "speaker", "speaker is", "according to", "wording", "words", "outlet", "date", "headline", "file", "copies"}}
	t := v.told
	if t == nil {
		return rows
	}
	for _, i := range v.quotesShown() {
		q := &t.quotes[i]
		for n, w := range q.wordings {
			for _, s := range w.in {
				from := &t.texts[s.Text]
				rows = append(rows, []string{
					strconv.Itoa(i + 1), q.speaker, q.howSure(), q.via, strconv.Itoa(n + 1), w.text,
					outlet(from.summary), from.summary.Date, from.summary.Title, from.summary.Name, strconv.Itoa(from.copies),
				})
			}
		}
	}
	return rows
}

// howSure says how the speaker is known.
func (q *saying) howSure() string {
	switch {
	case q.speaker == "":
		return ""
	case q.sure:
		return "named"
	}
	return "probable"
}

// textRows is a table of the documents: a row for each.
func (v *oneStory) textRows() [][]string {
	rows := [][]string{{"text", "place", "outlet", "date", "headline", "agency", "words", "relation", "file"}}
	add := func(s *protocol.Summary, text, place, note string) {
		rows = append(rows, []string{
			text, place, outlet(*s), s.Date, s.Title, s.Agency, strconv.Itoa(int(s.Words)), note, s.Name,
		})
	}
	for _, g := range v.row.groups {
		for i, t := range g.texts {
			if i == 0 {
				add(&t.summary, g.letter, "shown first", t.note)
			} else {
				add(&t.summary, g.letter, "copy", memberWords(t.member))
			}
		}
	}
	for _, t := range v.row.lone {
		add(&t.summary, "", "alone", t.note)
	}
	return rows
}

// asText is the whole story as plain text.
func (v *oneStory) asText() action.Text {
	var w lines
	w.add(v.row.title, v.counts(), "")
	w.head("Who published when")
	for i := range v.times.all {
		w.mark(v.times.all[i])
	}
	for i := range v.times.undated {
		w.mark(v.times.undated[i])
	}
	w.head(v.textsName())
	for _, g := range v.row.groups {
		w.add(printings(g)+". "+g.note, "")
		for i, t := range g.texts {
			note := t.note
			if i > 0 {
				note = memberWords(t.member)
			}
			w.add("  - "+called(t.summary), "    "+note)
		}
		w.add("")
	}
	for _, t := range v.row.lone {
		w.add("  - "+called(t.summary), "    "+t.note)
	}
	if t := v.told; t != nil {
		w.tell(t)
	}
	return action.Text{Name: "clippings-story.txt", Lines: w}
}

// lines is a text being written.
type lines []string

func (w *lines) add(list ...string) { *w = append(*w, list...) }

func (w *lines) head(name string) { w.add("", name, strings.Repeat("=", len(name)), "") }

func (w *lines) mark(m *timeMark) {
	when := "no date"
	if m.summary.Date != "" {
		when = shortMoment(m.summary.Date)
	}
	w.add(when + " - " + called(m.summary) + " - text " + m.textName())
}

// tell writes what the texts say.
func (w *lines) tell(t *telling) {
	if len(t.texts) > 1 {
		w.head("What all versions say")
		for _, s := range t.shared {
			w.add("- "+t.text(s.in[0]), "  "+t.howMany(len(s.in))+": "+t.whoAll(s.in))
		}
		w.head("Names and figures they share")
		w.add(strings.Join(t.names, ", "))
		w.head("Only here")
		for _, o := range t.only {
			w.add(t.texts[o.text].who() + ":")
			for _, span := range o.sentences {
				w.add("- " + t.text(protocol.Sentence{Text: uint32(o.text), Span: span}))
			}
			w.add("")
		}
	}
	w.head("Quotes")
	for _, q := range t.quotes {
		w.add(q.who() + ":")
		for _, x := range q.wordings {
			w.add("  “"+x.text+"”", "    "+t.whoAll(x.in))
		}
	}
}
