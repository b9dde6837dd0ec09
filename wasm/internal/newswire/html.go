package newswire

import (
	"strings"

	"clippings/wasm/internal/markup"
)

// translated gives for elements of NITF, NewsML and JATS, and for a few that
// archives made up, the element of HTML that says the same.
const translated = " block=div body.content=div body.end= body.head= sec=section hl1=h1 hl2=h2 hedline=div par=p para=p paragraph=p absatz=p parrafo=p abschnitt=p lp=p td.text=p " +
	"media=figure media-caption=figcaption media-producer=cite fig=figure bq=blockquote block-quote=blockquote disp-quote=blockquote pullquote=blockquote " +
	"title=h2 caption=figcaption list=ul list-item=li italic=i bold=b underline=u list.item=li tagline=p headline=h2 subheadline=h2 crosshead=h2 subhead=h2 zwischentitel=h2 " +
	"table-wrap=div verse-group=div verse-line=p ext-link=a "

// dropped elements hold no text for readers.
const dropped = " head media-metadata media-object media-reference object-id graphic script style docdata revision-history pubdata "

// void elements have no end tag in HTML.
const void = " br col hr img wbr "

// words are elements within a sentence, which leave only their content.
const words = " person org location city country region state event chron money num frac function object.title virtloc copyrite classifier postaddr lang pronounce alt-code " +
	"xref styled-content sc named-content inline dateline "

// writeHTML writes the markup of a body as HTML, without attributes. An element
// nobody knows is a block if it stands between blocks and nothing if it stands
// in a sentence.
func writeHTML(out *strings.Builder, raw string, yield func() error) error {
	if text := markup.TextOf(raw); !markup.HasTags(raw) && !markup.HasHTML(text) {
		out.WriteString(markup.FromPlain(markup.Printable(text)))
		return nil
	}
	w := htmlWriter{out: out}
	yielded := 0
	s := markup.New(raw)
	for k := s.Next(); k != markup.EOF; k = s.Next() {
		if s.Offset()-yielded > yieldEvery {
			yielded = s.Offset()
			if err := yield(); err != nil {
				return err
			}
		}
		switch {
		case k == markup.Text:
			w.text(s)
		case strings.Contains(dropped, " "+s.Local()+" "):
			if k == markup.Start {
				s.Inner()
			}
		default:
			w.tag(k, s)
		}
	}
	out.WriteByte('\n')
	return nil
}

type htmlWriter struct {
	out       *strings.Builder
	paragraph bool     // inside <p>, or behind text
	blocks    []string // names of open elements that were taken for blocks
}

// text writes a text. Markup that was escaped inside of markup is markup.
func (w *htmlWriter) text(s *markup.Scanner) {
	text := markup.Printable(s.Text())
	if strings.TrimSpace(text) != "" {
		w.paragraph = true
	}
	if strings.IndexAny(text, "<>&") >= 0 && !markup.HasHTML(text) {
		text = markup.Escape(text)
	}
	w.out.WriteString(text)
}

func (w *htmlWriter) tag(k markup.Kind, s *markup.Scanner) {
	name := s.Local()
	to := w.translate(k, name)
	if to == "" {
		return
	}
	if k == markup.End && strings.Contains(void, " "+to+" ") {
		return
	}
	if !markup.IsInline(to) {
		w.paragraph = to == "p" && k == markup.Start
	}
	w.out.WriteByte('<')
	if k == markup.End {
		w.out.WriteByte('/')
	}
	w.out.WriteString(to)
	w.out.WriteByte('>')
}

// translate is the element of HTML for a name, "" for none.
func (w *htmlWriter) translate(k markup.Kind, name string) string {
	if i := strings.Index(translated, " "+name+"="); i >= 0 {
		to, _, _ := strings.Cut(translated[i+len(name)+2:], " ")
		return to
	}
	switch n := len(w.blocks); {
	case strings.Contains(words, " "+name+" "):
		return ""
	case markup.IsHTML(name):
		return name
	case k == markup.Start && !w.paragraph && n < maxBlocks:
		w.blocks = append(w.blocks, name)
		return "div"
	case k == markup.End && n > 0 && w.blocks[n-1] == name:
		w.blocks = w.blocks[:n-1]
		return "div"
	}
	return ""
}

// maxBlocks bounds how deep blocks of unknown names may lie in each other.
const maxBlocks = 64
