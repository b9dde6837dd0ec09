package search

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"clippings/wasm/internal/query"
)

// TestCancel: an error of yield ends a search wherever it comes, unchanged, and the
// next search answers as if nothing had been.
func TestCancel(t *testing.T) {
	errStop := errors.New("stop")
	tr := newTrial(t, 3)
	shards := tr.shards[0]
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 9))
		text := randomQuery(r, 2)
		tree, _ := query.Parse(text, query.Options{})
		q := Compile(tree)
		plan := planOfShards(t, shards, q, Ask{Langs: testLanguages})
		s, o := shards[0], Options{K: 5, Tally: true}
		before, err := s.s.Top(q, plan, s.optionsOf(o))
		if err != nil {
			t.Fatal(err)
		}
		s.s.e.pause = -1
		for stop := range 30 {
			calls := 0
			canceled := s.optionsOf(o)
			canceled.Yield = func() error {
				if calls++; calls > stop {
					return errStop
				}
				return nil
			}
			if _, err := s.s.Top(q, plan, canceled); err != nil && err != errStop || err == nil && calls > stop {
				t.Fatalf("%s: %d calls, error %v", text, calls, err)
			}
		}
		s.s.e.pause = yieldWork
		after, err := s.s.Top(q, plan, s.optionsOf(o))
		if err != nil || fmt.Sprint(after) != fmt.Sprint(before) {
			t.Fatalf("%s: %+v, %v after a search was stopped, %+v before", text, after, err, before)
		}
	}
}
