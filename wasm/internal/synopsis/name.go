package synopsis

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// named is a name or figure under count.
type named struct {
	hash  uint64
	words int
	texts uint32
	times uint32
	last  int           // text that had it last
	at    protocol.Span // in the text that was given first of those that have it
	first uint32        // its number
}

// names are the names and figures that all texts have.
func (s *story) names() ([]protocol.SharedName, error) {
	found := map[uint64]*named{}
	for i := range s.sentences {
		if i%64 == 0 {
			if err := s.yield(); err != nil {
				return nil, err
			}
		}
		s.countNames(found, i)
	}
	var list []*named
	for _, n := range found {
		if n.texts > 1 && int(n.texts) == len(s.texts) {
			list = append(list, n)
		}
	}
	slices.SortFunc(list, func(a, b *named) int {
		return cmp.Or(cmp.Compare(b.texts, a.texts), cmp.Compare(b.times, a.times), cmp.Compare(a.hash, b.hash))
	})
	var out []protocol.SharedName
	for _, n := range list {
		doc := s.byNumber(n.first)
		out = append(out, protocol.SharedName{Text: n.at.Of(doc.Text), In: n.texts})
	}
	return out, nil
}

func (s *story) byNumber(number uint32) *protocol.Document {
	at := slices.IndexFunc(s.texts, func(t text) bool { return t.number == number })
	return s.texts[at].doc
}

// countNames counts the names and figures of a sentence.
func (s *story) countNames(found map[uint64]*named, i int) {
	o := &s.sentences[i]
	text := s.texts[o.text].doc.Text
	piece := o.span.Of(text)
	s.scan.Reset(piece)
	for first := true; s.scan.Next(); first = false {
		printed := piece[s.scan.Start():s.scan.End()]
		r, _ := utf8.DecodeRuneInString(printed)
		hash, ok := s.scan.Compared()
		if !ok || !unicode.IsDigit(r) && (first || !unicode.IsUpper(r)) {
			continue
		}
		n := found[hash]
		if n == nil {
			n = &named{hash: hash, last: -1, first: ^uint32(0)}
			found[hash] = n
		}
		n.times++
		if n.last != o.text {
			n.last, n.texts = o.text, n.texts+1
		}
		if number := s.texts[o.text].number; number < n.first {
			n.first = number
			n.at = protocol.Span{Start: o.span.Start + s.scan.Start(), End: o.span.Start + s.scan.End()}
		}
	}
}
