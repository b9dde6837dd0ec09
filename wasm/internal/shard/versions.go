package shard

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/snippet"
	"clippings/wasm/protocol"
)

// maxPassageWords is how much of a passage is looked for. An excerpt has fifty
// words; what is far longer is a text, for which there is Shared.
const maxPassageWords = 512

// versions finds a passage as it stands in other documents.
func (s *Shard) versions(ctx context.Context, q protocol.Versions) (protocol.VersionList, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	v := newVersion(q.Passage, s.yield(ctx))
	answer := protocol.VersionList{}
	for _, id := range q.IDs {
		d, err := s.find(id)
		if err != nil {
			continue
		}
		found, err := v.of(d)
		if err != nil {
			return protocol.VersionList{}, err
		}
		answer.Versions = append(answer.Versions, found)
	}
	return answer, nil
}

// version looks for one passage in document after document.
//
//	the passage as it is, anywhere → that
//	else words in the form in which texts are compared → the best alignment
//	     → as many words around it as it lacks of the passage → marks
type version struct {
	passage string
	words   wording
	scan    analysis.Scanner
	align   fitting
	mark    differ
	yield   func() error
}

func newVersion(passage string, yield func() error) *version {
	v := &version{yield: yield}
	v.words.text = strings.TrimSpace(passage)
	v.words.read(&v.scan, paragraph{Span: protocol.Span{End: uint32(len(v.words.text))}})
	if n := maxPassageWords; len(v.words.Words) > n {
		v.words.text = v.words.text[:v.words.spans[n-1].End]
		v.words.Words, v.words.spans = v.words.Words[:n], v.words.spans[:n]
	}
	v.passage = v.words.text
	v.align.reset(v.words.Words)
	v.mark.reset(&v.scan, v.passage)
	return v
}

// of is the passage as it stands in a document.
func (v *version) of(d *document) (protocol.PassageVersion, error) {
	summary, err := d.summary()
	if err != nil {
		return protocol.PassageVersion{}, err
	}
	out := protocol.PassageVersion{Summary: summary}
	if at, ok := v.verbatim(d); ok {
		out.Snippet = protocol.Snippet{Text: v.passage, Start: at}
		return out, v.yield()
	}
	there := &wording{text: d.packed.Text}
	for _, p := range d.paragraphs {
		if p.role.IsArticle() {
			there.read(&v.scan, p)
		}
	}
	found, err := v.align.find(there.Words, v.yield)
	if err != nil {
		return protocol.PassageVersion{}, err
	}
	if out.Absent = found.equal == 0 || 3*int(found.equal) < len(v.words.Words); !out.Absent {
		cut := v.widen(d, there, found)
		text := cut.Of(d.packed.Text)
		out.Snippet = protocol.Snippet{Text: text, Start: cut.Start, Matches: v.mark.marks(&v.scan, text)}
	}
	return out, nil
}

// verbatim finds the passage as it is, in the article if it stands there.
func (v *version) verbatim(d *document) (start uint32, ok bool) {
	text := d.packed.Text
	first := strings.Index(text, v.passage)
	if first < 0 || len(v.words.Words) == 0 {
		return 0, false
	}
	at := first
	for _, p := range d.paragraphs {
		if !p.role.IsArticle() || int(p.End) <= at {
			continue
		}
		if at < int(p.Start) {
			n := strings.Index(text[p.Start:], v.passage)
			if n < 0 {
				break
			}
			at = int(p.Start) + n
		}
		if at < int(p.End) {
			return uint32(at), true
		}
	}
	return uint32(first), true
}

// widen is the stretch of text around the words found that a person would take
// for the passage: with what stands where the passage has words that were not
// found, but from where a sentence begins to where one ends if that is nearer;
// and with the signs that the passage begins and ends with.
func (v *version) widen(d *document, there *wording, f fit) protocol.Span {
	text, words := d.packed.Text, uint32(len(v.words.Words))
	out := there.span(f.there)
	in := d.paragraphsOf(out)
	if lacks := f.passage[0]; lacks > 0 {
		first := f.there[0] - min(lacks, f.there[0])
		from := protocol.Span{Start: max(in.Start, min(there.spans[first].Start, out.Start)), End: out.Start}
		out.Start = snippet.SentenceStart(text, from)
	} else {
		lead := v.passage[:v.words.spans[0].Start]
		out.Start -= commonTail(text[in.Start:out.Start], lead)
	}
	if lacks := words - f.passage[1]; lacks > 0 {
		last := min(f.there[1]+lacks, uint32(len(there.spans))) - 1
		to := protocol.Span{Start: out.End, End: min(in.End, max(there.spans[last].End, out.End))}
		out.End = withSigns(text, snippet.SentenceEnd(text, to), in.End)
	} else {
		tail := v.passage[v.words.spans[words-1].End:]
		out.End += commonHead(text[out.End:in.End], tail)
	}
	return snippet.Trim(text, out)
}

// paragraphsOf is from the start of the paragraph in which a span begins to the end
// of that in which it ends.
func (d *document) paragraphsOf(s protocol.Span) protocol.Span {
	out := s
	for _, p := range d.paragraphs {
		if p.Start <= s.Start && s.Start < p.End {
			out.Start = p.Start
		}
		if p.Start < s.End && s.End <= p.End {
			out.End = p.End
		}
	}
	return out
}

// withSigns is the end of a word, or of the sentence that ends with it.
func withSigns(text string, word, limit uint32) uint32 {
	end := snippet.SentenceEnd(text, protocol.Span{Start: word, End: limit})
	isOther := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSpace(r) }
	if strings.ContainsFunc(text[word:end], isOther) {
		return word
	}
	return end
}

// commonTail is how many bytes two texts have in common at their ends, in whole
// characters.
func commonTail(a, b string) uint32 {
	n := 0
	for {
		r, width := utf8.DecodeLastRuneInString(a[:len(a)-n])
		if other, _ := utf8.DecodeLastRuneInString(b[:max(0, len(b)-n)]); width == 0 || r != other {
			return uint32(n)
		}
		n += width
	}
}

// commonHead is how many bytes two texts have in common at their beginnings, in
// whole characters.
func commonHead(a, b string) uint32 {
	for i, r := range a {
		if other, width := utf8.DecodeRuneInString(b[min(i, len(b)):]); width == 0 || r != other {
			return uint32(i)
		}
	}
	return uint32(len(a))
}
