package synopsis

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/internal/sentence"
	"clippings/wasm/protocol"
)

// newStory is texts that tell some of the same facts in words of their own.
func newStory(r *rand.Rand, texts int) []protocol.Document {
	who := []string{"Anna Marsh", "Marsh", "The mayor", "Tom Oduya", "He", "The council of Oldham"}
	did := []string{"opened", "closed", "praised", "visited", "rejected"}
	what := []string{"the new bridge", "the old market", "12 schools", "a plan worth 3 million", "“a bridge for all of us”"}
	when := []string{"on Friday", "in June", "after a long debate", "in heavy rain", "for 15 days"}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var docs []protocol.Document
	for i := range texts {
		var b strings.Builder
		for range 2 + r.IntN(8) {
			fmt.Fprintf(&b, "%s %s %s %s.%s", pick(who), pick(did), pick(what), pick(when), pick([]string{" ", "\n"}))
			if r.IntN(4) == 0 {
				fmt.Fprintf(&b, "“It is %s for %s,” %s said. ", pick(what), pick(who), pick(who))
			}
		}
		docs = append(docs, newDoc(i+1, b.String()))
	}
	return docs
}

func TestProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 150 {
		docs := newStory(r, 1+n%7)
		p := mustOf(t, docs)
		checkSound(t, docs, p)
		order := r.Perm(len(docs))
		other := make([]protocol.Document, len(docs))
		for from, to := range order {
			other[to] = docs[from]
		}
		q := mustOf(t, other)
		back := make([]uint32, len(docs))
		for from, to := range order {
			back[to] = uint32(from)
		}
		if a, b := canonical(p, nil), canonical(q, back); !reflect.DeepEqual(a, b) {
			t.Fatalf("in another order the answer is another:\n%q\n%q", a, b)
		}
	}
}

// canonical is an answer with its lists in an order of their own, numbers of texts
// replaced by those of back.
func canonical(p protocol.Parallels, back []uint32) []string {
	sentences := func(list []protocol.Sentence) string {
		var out []string
		for _, s := range list {
			if back != nil {
				s.Text = back[s.Text]
			}
			out = append(out, fmt.Sprint(s))
		}
		slices.Sort(out)
		return fmt.Sprint(out)
	}
	var out []string
	for _, s := range p.Shared {
		out = append(out, "shared "+sentences(s.In))
	}
	for _, o := range p.Only {
		for _, span := range o.Sentences {
			out = append(out, "only "+sentences([]protocol.Sentence{{Text: o.Text, Span: span}}))
		}
	}
	for _, n := range p.Names {
		out = append(out, fmt.Sprint("name ", strings.ToLower(n.Text), n.In))
	}
	for _, s := range p.Sayings {
		var wordings []string
		for _, w := range s.Wordings {
			wordings = append(wordings, w.Text+sentences(w.In))
		}
		slices.Sort(wordings)
		out = append(out, fmt.Sprint("saying ", s.Speaker, s.Sure, s.Via, wordings))
	}
	slices.Sort(out)
	return out
}

// checkSound checks what holds of every answer: spans are of whole sentences in
// their texts, none is in two statements, and what is told as of one text is in none.
func checkSound(t *testing.T, docs []protocol.Document, p protocol.Parallels) {
	t.Helper()
	stated := make([]map[uint32]bool, len(docs)) // by text, where sentences of statements begin
	starts := make([]map[uint32]bool, len(docs))
	for i, d := range docs {
		stated[i], starts[i] = map[uint32]bool{}, map[uint32]bool{}
		for _, par := range told(&docs[i]) {
			for _, s := range sentence.Spans(nil, d.Text, par.Span, d.Lang) {
				starts[i][s.Start] = true
			}
		}
	}
	for _, st := range p.Shared {
		if len(st.In) < 2 {
			t.Fatal("a statement of one text")
		}
		for k, in := range st.In {
			if k > 0 && st.In[k-1].Text >= in.Text {
				t.Fatal("a statement has two sentences of a text, or is not sorted")
			}
			for at := in.Span.Start; at < in.Span.End; at++ {
				if starts[in.Text][at] {
					if stated[in.Text][at] {
						t.Fatal("a sentence is in two statements")
					}
					stated[in.Text][at] = true
				}
			}
			if !starts[in.Text][in.Span.Start] || int(in.Span.End) > len(docs[in.Text].Text) {
				t.Fatal("no sentence of the text")
			}
		}
	}
	if len(p.Only) != len(docs) {
		t.Fatal("texts are missing")
	}
	for i, o := range p.Only {
		if int(o.Text) != i || int(o.Of) != len(starts[i]) {
			t.Fatalf("text %d has %d sentences, want %d", o.Text, o.Of, len(starts[i]))
		}
		for _, s := range o.Sentences {
			if stated[i][s.Start] || !starts[i][s.Start] {
				t.Fatal("what only one has stands in a statement, or is no sentence")
			}
		}
	}
	for _, s := range p.Sayings {
		for _, w := range s.Wordings {
			for _, in := range w.In {
				if w.Text == "" || int(in.Span.End) > len(docs[in.Text].Text) || in.Span.Len() <= 0 {
					t.Fatal("a wording that stands nowhere")
				}
			}
		}
	}
}

func TestCancel(t *testing.T) {
	docs := newStory(rand.New(rand.NewPCG(3, 4)), 9)
	stop := errors.New("stop")
	yields := 0
	if _, err := Of(docs, func() error { yields++; return nil }); err != nil {
		t.Fatal(err)
	}
	for n := range yields {
		left := n
		_, err := Of(docs, func() error {
			if left--; left < 0 {
				return stop
			}
			return nil
		})
		if err != stop {
			t.Fatalf("cancelled at %d of %d, got %v", n, yields, err)
		}
	}
}

// TestHostile sets 60 texts of 1,000 sentences side by side, of the same words and
// of different ones.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	for name, line := range map[string]func(text, i int) string{
		"the same": func(int, int) string { return "Marsh opened the new bridge in Oldham." },
		"counted":  func(_, i int) string { return fmt.Sprintf("Marsh opened bridge number x%d in Oldham.", i) },
		"quoted": func(text, i int) string {
			return fmt.Sprintf("“We like bridge q%d of the %d,” Marsh said.", i, text)
		},
	} {
		var docs []protocol.Document
		for text := range 60 {
			var b strings.Builder
			for i := range 1000 {
				b.WriteString(line(text, i) + "\n")
			}
			docs = append(docs, newDoc(text+1, b.String()))
		}
		yields := 0
		p, err := Of(docs, func() error { yields++; return nil })
		if err != nil || yields < 1000 {
			t.Errorf("%s: %d yields, error %v", name, yields, err)
		}
		if name != "quoted" && len(p.Shared) != 1000 {
			t.Errorf("%s: %d statements, want 1000", name, len(p.Shared))
		}
	}
}
