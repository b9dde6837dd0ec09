package shard

import (
	"context"
	"strings"
	"unicode"

	"clippings/wasm/internal/query"
	"clippings/wasm/protocol"
)

// mostSuggested is how many values a shard tells: enough that those of the corpus
// that have the most documents are among them in all but odd cases.
const mostSuggested = 1000

// suggest offers what a query may go on with: fields while a word is typed that
// begins like one, values behind the colon.
func (s *Shard) suggest(_ context.Context, q protocol.Suggest) (protocol.Suggestions, error) {
	c := query.Complete(q.Text, int(min(q.Cursor, uint32(len(q.Text)))))
	answer := protocol.Suggestions{Replace: spanOf(c.Start, c.End)}
	if c.Field == "" {
		answer.List = fieldsLike(c.Text)
		return answer, nil
	}
	for _, f := range query.Fields {
		if f.Name != c.Field {
			continue
		}
		for _, w := range f.Words {
			if strings.HasPrefix(w, strings.ToLower(c.Text)) {
				answer.List = append(answer.List, protocol.Suggestion{Text: w, About: f.About})
			}
		}
		if f.Values {
			answer.List = s.valuesLike(f.Name, c.Text)
		}
	}
	return answer, nil
}

// fieldsLike offers the fields that begin with what is typed.
func fieldsLike(typed string) []protocol.Suggestion {
	var list []protocol.Suggestion
	for _, f := range query.Fields {
		if typed != "" && strings.HasPrefix(f.Name, strings.ToLower(typed)) {
			list = append(list, protocol.Suggestion{Text: f.Name + ":", About: f.About})
		}
	}
	return list
}

// valuesLike offers values of a field.
func (s *Shard) valuesLike(field, typed string) []protocol.Suggestion {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var list []protocol.Suggestion
	for _, v := range s.columns.Suggest(field, typed) {
		if len(list) == mostSuggested {
			break
		}
		list = append(list, protocol.Suggestion{Text: written(v.Value), Documents: uint64(v.Documents)})
	}
	return list
}

// written is a value as a query has it.
func written(value string) string {
	if strings.IndexFunc(value, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0 {
		return value
	}
	return `="` + unquoted(value) + `"`
}
