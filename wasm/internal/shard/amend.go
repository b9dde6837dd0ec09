package shard

import (
	"context"
	"slices"
	"strings"

	"clippings/wasm/internal/stem"
	"clippings/wasm/protocol"
)

// amend puts a field of a document right. What is in the index stays: it holds
// the words of the text, which no correction changes.
func (s *Shard) amend(_ context.Context, q protocol.Amend) (protocol.Done, error) {
	s.writing.Lock() // not while it is kept
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	d, err := s.find(q.ID)
	if err != nil {
		return protocol.Done{}, err
	}
	doc, err := d.packed.Document()
	if err != nil {
		return protocol.Done{}, err
	}
	if err := correct(&doc, q.Correction); err != nil {
		return protocol.Done{}, err
	}
	if d.title != doc.Title {
		s.choices = choices{}
	}
	d.packed, d.title, d.info, d.origin = protocol.Pack(&doc), doc.Title, infoOf(&doc), originHash(&doc)
	d.kept = keptAt{}
	s.columns.Set(s.byID[q.ID], rowOf(&doc, d.words))
	s.langs |= stem.Of(doc.Lang)
	return protocol.Done{}, nil
}

// correctedRule is the evidence of a field that the person has put right.
const correctedRule = "corrected by hand"

// correct sets a field of a document to what the person says and writes down
// that it was the person. protocol.ErrField if the field cannot have the value.
func correct(doc *protocol.Document, c protocol.Correction) error {
	evidence := slices.DeleteFunc(slices.Clone(doc.Facts), func(f protocol.Fact) bool {
		return f.Field == c.Field && f.Trust == protocol.TrustPerson
	})
	values := trimmed(c.Values)
	if c.Revert {
		values = evident(evidence, c.Field)
	}
	if err := set(&doc.Meta, c.Field, values); err != nil {
		return err
	}
	if c.Revert {
		doc.Facts = evidence
		return nil
	}
	said := make([]protocol.Fact, 0, len(values)+1)
	for _, v := range values {
		said = append(said, protocol.Fact{Field: c.Field, Value: v, Rule: correctedRule, Trust: protocol.TrustPerson})
	}
	if len(said) == 0 { // "none" is an answer
		said = append(said, protocol.Fact{Field: c.Field, Rule: correctedRule, Trust: protocol.TrustPerson})
	}
	doc.Facts = append(said, evidence...)
	return nil
}

// trimmed is the values without white space around them and without empty ones.
func trimmed(values []string) []string {
	var list []string
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			list = append(list, v)
		}
	}
	return list
}

// evident is what the facts say of a field: the first one's value, of people all
// that its rule named.
func evident(facts []protocol.Fact, field string) []string {
	var list []string
	rule := ""
	for _, f := range facts {
		switch {
		case f.Field != field || f.Value == "":
		case len(list) == 0:
			list, rule = append(list, f.Value), f.Rule
		case (field == "byline" || field == "contributors" || field == "tags") && f.Rule == rule && !slices.Contains(list, f.Value):
			list = append(list, f.Value)
		}
	}
	return list
}

// set sets a field of meta.
func set(m *protocol.Meta, field string, values []string) error {
	switch field {
	case "byline":
		m.Byline = values
		return nil
	case "contributors":
		m.Contributors = values
		return nil
	case "tags":
		m.Tags = values
		return nil
	}
	to := m.Single(field)
	value := strings.Join(values, " ")
	isDate := field == "date" || field == "modified"
	if to == nil || len(values) > 1 || isDate && value != "" && !isDay(value) {
		return protocol.ErrField
	}
	*to = value
	return nil
}

// isDay reports a date in the form of protocol.Meta, with or without a time.
func isDay(s string) bool {
	const form = "0000-00-00T00:00"
	if len(s) != len("0000-00-00") && len(s) != len(form) {
		return false
	}
	for i := range len(s) {
		if isDigit := '0' <= s[i] && s[i] <= '9'; isDigit != (form[i] == '0') || !isDigit && s[i] != form[i] {
			return false
		}
	}
	return dayOf(s) != protocol.NoDay
}
