package shard

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// versionsIn asks for a passage in documents of the texts.
func versionsIn(t *testing.T, passage string, texts ...string) []protocol.PassageVersion {
	t.Helper()
	s := holding(texts...)
	q := protocol.Versions{Passage: passage}
	for i := range texts {
		q.IDs = append(q.IDs, protocol.NewDocID(uint32(i), 0), protocol.NewDocID(uint32(1000+i), 0))
	}
	body, err := s.Call(context.Background(), protocol.Call{Kind: protocol.KindVersions, Body: q.AppendTo(nil)})
	if err != nil {
		t.Fatal(err)
	}
	list, err := q.DecodeResponse(body)
	if err != nil || len(list.Versions) != len(texts) {
		t.Fatalf("%d versions of %d, %v", len(list.Versions), len(texts), err)
	}
	for i, v := range list.Versions {
		if end := int(v.Snippet.Start) + len(v.Snippet.Text); v.Summary.ID != protocol.NewDocID(uint32(i), 0) ||
			end > len(texts[i]) || texts[i][v.Snippet.Start:end] != v.Snippet.Text {
			t.Errorf("%d: %+v is not where it stands", i, v.Snippet)
		}
	}
	return list.Versions
}

// bracketed is a snippet with its marks in brackets.
func bracketed(s protocol.Snippet) string {
	var b strings.Builder
	at := uint32(0)
	for _, m := range s.Matches {
		b.WriteString(s.Text[at:m.Start] + "[" + m.Of(s.Text) + "]")
		at = m.End
	}
	return b.String() + s.Text[at:]
}

func TestVersions(t *testing.T) {
	const passage = "The harbour programme will cost $5 million, Mr Halvard Brink told reporters on Tuesday."
	for _, c := range []struct{ text, want string }{
		// As it is, in running text or in a headline.
		{"A first line.\nBefore it. " + passage + " And after.", passage},
		{passage, passage},
		// House styles: spelling, titles, figures, the day.
		{"Rain fell. The harbor program will cost five million dollars, Halvard Brink told reporters Tuesday. It goes on.",
			"The [harbor program] will cost [five] million [dollars], Halvard Brink told reporters Tuesday."},
		{"THE HARBOUR PROGRAMME will cost $5 million, Brink told reporters here on Tuesday.",
			"THE HARBOUR PROGRAMME will cost $5 million, Brink told reporters [here] on Tuesday."},
		{"OSLO — The harbour programme will cost $5m, Mr. Halvard Brink told reporters on Tuesday, and nobody believed him.",
			"The harbour programme will cost [$5m], Mr. Halvard Brink told reporters on Tuesday"},
		// Signs that are read with a word.
		{"The harbour programme will cost £5 million, Mr Halvard Brink told U.S. reporters on Tuesday.",
			"The harbour programme will cost [£5] million, Mr Halvard Brink told [U.S.] reporters on Tuesday."},
		// Where words are lacking at an end, the sentence there is shown.
		{"Nothing else. A new plan will cost $5 million, Mr Halvard Brink told reporters on Tuesday.",
			"[A new plan] will cost $5 million, Mr Halvard Brink told reporters on Tuesday."},
		{"It rained all day. The harbour programme will cost $5 million, the council said. Ships wait.",
			"The harbour programme will cost $5 million, [the council said]."},
		// Two places: the one that is more like it, else the first.
		{"The harbour programme will cost money. The harbour programme will cost $5 million, Brink said.",
			"The harbour programme will cost $5 million, Brink [said]."},
		// Absent.
		{"The harbour is quiet and the ferry late.", ""},
		{"", ""},
	} {
		v := versionsIn(t, passage, c.text)[0]
		if got := bracketed(v.Snippet); got != c.want || v.Absent != (c.want == "") {
			t.Errorf("%s\ngot  %s, absent %t\nwant %s", c.text, got, v.Absent, c.want)
		}
	}
}

func TestVersionsOfNothing(t *testing.T) {
	for _, passage := range []string{"", " \n", "“…” —", strings.Repeat("!", 70000)} {
		if v := versionsIn(t, passage, "Some text.", "“…” —")[0]; !v.Absent || v.Snippet.Text != "" {
			t.Errorf("%.10q: %+v", passage, v)
		}
	}
}

// A document that holds the passage gives it back without marks; one in which
// only case and apostrophes differ gives back as much.
func TestVersionsVerbatim(t *testing.T) {
	words := strings.Fields("The mayor’s car was late, said Mrs Vandal of the port. “We wait,” she said; nobody came. " +
		"Über 5% of the harbour was ice! 東京 の人 and Jan. 7 passed. Co. Ltd air strike")
	r := rand.New(rand.NewPCG(1, 5))
	pick := func(n int) string {
		var out []string
		for range n {
			out = append(out, words[r.IntN(len(words))])
		}
		return strings.Join(out, " ")
	}
	for range 300 {
		passage := pick(3 + r.IntN(50))
		before, after := pick(r.IntN(60)), pick(r.IntN(60))
		text := before + " " + passage + "\n" + after
		list := versionsIn(t, passage, text, strings.ReplaceAll(strings.ToUpper(text), "’", "'"))
		if got := list[0].Snippet; list[0].Absent || got.Text != passage || len(got.Matches) > 0 {
			t.Fatalf("%q in %q: %+v", passage, text, got)
		}
		if list[1].Absent {
			t.Fatalf("%q in capitals: absent", passage)
		}
	}
}

// A long text is not aligned as a whole, and the place is found all the same.
func TestVersionsInLongText(t *testing.T) {
	const passage = "Two ships are being repaired at the yard in Sundvik and a third was chartered from its owner."
	filler := strings.Repeat("The yard in the north has two ships at the quay and a third at sea. ", 12000)
	edited := strings.Replace(passage, "a third was", "another has been", 1)
	v := versionsIn(t, passage, filler+edited+" "+filler)[0]
	want := "Two ships are being repaired at the yard in Sundvik and [another has been] chartered from its owner."
	if got := bracketed(v.Snippet); got != want {
		t.Errorf("got %.300s", got)
	}
	long := strings.Repeat(passage+" ", 700) // 64 kB
	if v := versionsIn(t, long, filler, long)[1]; v.Absent || len(v.Snippet.Matches) > 0 {
		t.Errorf("%d marks in %d bytes", len(v.Snippet.Matches), len(v.Snippet.Text))
	}
}

func TestVersionsEndsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := holding(opening).versions(ctx, protocol.Versions{Passage: closing, IDs: []protocol.DocID{protocol.NewDocID(0, 0)}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// Whatever the passage and the text, marks are words of the snippet in order, and
// the snippet is where it says.
func FuzzVersions(f *testing.F) {
	f.Add("a b c d", "x a b c e d")
	f.Add("The U.S. air strike on “Monday”.", "The US airstrike on Mon. was\nlate")
	f.Add("東京の人", "東京都の人")
	f.Fuzz(func(t *testing.T, passage, text string) {
		passage, text = strings.ToValidUTF8(passage, "?"), strings.ToValidUTF8(text, "?")
		v := versionsIn(t, passage, text)[0]
		at := uint32(0)
		for _, m := range v.Snippet.Matches {
			if m.Start < at || m.Start >= m.End {
				t.Fatalf("%+v", v.Snippet)
			}
			at = m.End + 1
		}
	})
}

// BenchmarkVersions finds an excerpt in edited copies of an article of 2 kB.
func BenchmarkVersions(b *testing.B) {
	text := strings.Repeat(quoted+"she said. ", 10) + opening + closing
	edited := strings.NewReplacer("programme", "program", "Mr ", "", "another", "one more").Replace(text)
	s := holding(edited)
	q := protocol.Versions{Passage: opening, IDs: []protocol.DocID{protocol.NewDocID(0, 0)}}
	b.SetBytes(int64(len(edited)))
	for b.Loop() {
		if list, err := s.versions(context.Background(), q); err != nil || list.Versions[0].Absent {
			b.Fatal(err)
		}
	}
}
