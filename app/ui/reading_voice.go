package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/coord"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// voice is somebody who is quoted in an article, with all they say in it.
type voice struct {
	name string // "" where the text does not tell
	sure int    // of refs, those whose speaker is named
	refs []int  // in Article.Speeches, in the order of the text
}

// voicesOf lists who is quoted: who says most first, those without a name last.
func voicesOf(a *coord.Article) []voice {
	var list []voice
	for i, s := range a.Speeches {
		if len(s.Parts) == 0 {
			continue
		}
		at := slices.IndexFunc(list, func(v voice) bool { return v.name == s.Speaker })
		if at < 0 {
			at = len(list)
			list = append(list, voice{name: s.Speaker})
		}
		list[at].refs = append(list[at].refs, i)
		if s.Sure {
			list[at].sure++
		}
	}
	ordering.By(list, func(a, b voice) int {
		if (a.name == "") != (b.name == "") {
			return len(b.name) - len(a.name)
		}
		return len(b.refs) - len(a.refs)
	})
	return list
}

// speaker is who is said to say something: "probably Marta Ohlin"; "" if nothing
// tells.
func speaker(s *protocol.Speech) string {
	name := s.Speaker
	switch {
	case name == "":
		return ""
	case !s.Sure:
		name = "probably " + name
	}
	if s.Via != "" {
		name += ", according to " + s.Via
	}
	return name
}

// renderVoices lists who is quoted, each with what they say, which leads there.
func (r *reading) renderVoices() app.UI {
	list := r.page.voices
	if len(list) == 0 {
		return app.Elem("div").Hidden(true)
	}
	return markup(`<section id=voices class=side-part><h2 class=side-name>Quoted here$</h2><ul class=voices>$</ul></section>`,
		sideCount(len(list)), several(len(list), func(i int) app.UI { return r.renderVoice(&list[i]) }))
}

func (r *reading) renderVoice(v *voice) app.UI {
	name := v.name
	switch {
	case name == "":
		name = "Not said by whom"
	case v.sure == 0:
		name = "Probably " + name
	}
	doc := &r.page.article.Document
	return markup(`<li class=voice><details><summary><span class=voice-name>$</span> <span class=voice-count>$</span></summary><ul class=voice-list>$</ul></details></li>`,
		name, many(len(v.refs), "quote", "quotes"),
		several(len(v.refs), func(i int) app.UI {
			s := &r.page.article.Speeches[v.refs[i]]
			note := ""
			if s.Speaker != "" && !s.Sure && v.sure > 0 {
				note = "probably"
			}
			if s.Via != "" {
				note = facts(note, "according to "+s.Via)
			}
			return markup(`<li><button class=voice-quote type=button data-do=go data-at=$ lang=$ dir=auto>“$”</button>$</li>`,
				strconv.Itoa(int(s.Parts[0].Start)), doc.Lang, quoted(doc.Text, s.Parts), noteWords(note))
		}))
}

// noteWords is a small remark; nothing for none.
func noteWords(note string) app.UI {
	if note == "" {
		return nil
	}
	return words("span", "voice-note", note)
}

// quoteLen is how much of a quote is shown where it leads there.
const quoteLen = 140

// quoted is what somebody says, in a line or two.
func quoted(text string, parts []protocol.Span) string {
	said := ""
	for i, p := range parts {
		if i > 0 {
			said += " … "
		}
		said += oneLine(p.Of(text))
	}
	if len(said) > quoteLen {
		return cut(said, quoteLen)
	}
	return said
}

// renderSpeakers names in the margin who is quoted in a paragraph. The text tells
// it in its own words, so a screen reader passes over it.
func (s *sheet) renderSpeakers(b *block) app.UI {
	var names []string
	for _, ref := range b.voices {
		if name := speaker(&s.Page.article.Speeches[ref]); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return with(words("p", "speakers", joinNames(names)), "aria-hidden", "true")
}

func sideCount(n int) app.UI {
	if n < 2 {
		return nil
	}
	return words("span", "side-count", number(n))
}
