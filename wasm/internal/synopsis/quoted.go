package synopsis

import (
	"slices"
	"strings"

	"clippings/wasm/internal/sentence"
	"clippings/wasm/internal/speech"
	"clippings/wasm/protocol"
)

// quoted is a sentence that a text quotes, or the part of one.
type quoted struct {
	text    int
	speech  int           // of the text, counted from 0 over all texts
	span    protocol.Span // from its first word to its last
	wording string
	speaker string
	via     string
	sure    bool
	words   []uint64 // in order, as they are compared
	ids     []uint32 // the same as words of the story, sorted
}

// quotes are what all texts quote, sentence by sentence: one house quotes two where
// the next quotes the first.
func (s *story) quotes() ([]quoted, error) {
	var all []quoted
	count := 0
	for i := range s.texts {
		for _, said := range speech.Find(s.texts[i].doc) {
			all = s.appendQuoted(all, i, said)
			for k := len(all) - 1; k >= 0 && all[k].speech < 0; k-- {
				all[k].speech = count
			}
			count++
		}
		if err := s.yield(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// appendQuoted appends the sentences of a speech of the i-th text. For what its
// author put between the parts of a sentence stands "…".
func (s *story) appendQuoted(dst []quoted, i int, said protocol.Speech) []quoted {
	doc := s.texts[i].doc
	var parts []protocol.Span
	for _, p := range said.Parts {
		parts = sentence.Spans(parts, doc.Text, p, doc.Lang)
	}
	goesOn := false
	for _, p := range parts {
		wording := p.Of(doc.Text)
		if last := len(dst) - 1; goesOn {
			dst[last].span.End = p.End
			dst[last].wording = trimmed(dst[last].wording) + " … " + wording
		} else {
			dst = append(dst, quoted{
				text: i, speech: -1, span: p, wording: wording,
				speaker: said.Speaker, via: said.Via, sure: said.Sure,
			})
		}
		goesOn = strings.HasSuffix(wording, ",")
	}
	for k := len(dst) - 1; k >= 0 && dst[k].speech < 0; k-- {
		q := &dst[k]
		q.wording = trimmed(q.wording)
		s.readQuoted(q)
		if len(q.words) == 0 {
			dst = slices.Delete(dst, k, k+1)
		}
	}
	return dst
}

// trimmed is a wording on one line without the comma that leads over to who said
// it.
func trimmed(wording string) string {
	return strings.TrimRight(strings.Join(strings.Fields(wording), " "), ",，、")
}

// readQuoted reads the words of q.
func (s *story) readQuoted(q *quoted) {
	s.scan.Reset(q.wording)
	for s.scan.Next() {
		hash, ok := s.scan.Compared()
		if !ok {
			continue
		}
		q.words = append(q.words, hash)
		if id, ok := s.ids[s.stem(hash)]; ok {
			q.ids = append(q.ids, id)
		}
	}
	slices.Sort(q.ids)
	q.ids = slices.Compact(q.ids)
}

// nameKey tells speakers apart by the last word of their names: "Marsh" and "Anna
// Marsh" are one. It is 0 for nobody.
func (s *story) nameKey(who string) uint64 {
	key := uint64(0)
	s.scan.Reset(who)
	for s.scan.Next() {
		if isSign(who[s.scan.Start():s.scan.End()]) {
			key = key*31 + s.scan.Hash()
		} else {
			key = s.scan.Hash()
		}
	}
	return key
}
