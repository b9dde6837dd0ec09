package coord_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/internal/corpustest"
	"clippings/wasm/protocol"
)

// export is a file of so many bytes with an article a line.
func export(bytes int) string {
	var b strings.Builder
	for n := 0; b.Len() < bytes; n++ {
		for _, d := range corpustest.Corpus(uint64(n+1), 200) {
			fmt.Fprintf(&b, `{"title":%q,"date":%q,"text":%q}`+"\n", d.Title, d.Date, d.Text)
		}
		b.WriteString("{damaged\n")
	}
	return b.String()
}

// ledgerOf is a line an entry, without the numbers that sharing gives out.
func ledgerOf(entries []protocol.Entry) []string {
	var lines []string
	for _, e := range entries {
		lines = append(lines, fmt.Sprintf("%s#%s %s %d %v %s", e.Path, e.Record, e.Title, e.Words, e.Skip, e.Detail))
	}
	return lines
}

// TestRecordsOfALargeFileAreShared holds that one large file reads the same
// whether one shard reads it or several share its records.
func TestRecordsOfALargeFileAreShared(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some 18 MB")
	}
	sources := []protocol.Source{source("export.jsonl", export(9<<20)), source("small.txt", corpustest.Corpus(77, 1)[0].Text)}
	want := ledgerOf(ingest(t, newCorpus(t, 1), sources).Entries)
	got := ledgerOf(ingest(t, newCorpus(t, 3), sources).Entries)
	if len(want) < 3000 || !slices.Equal(got, want) {
		t.Errorf("one shard wrote %d lines, three %d; they differ at\n%s", len(want), len(got), firstDifference(strings.Join(got, "\n"), strings.Join(want, "\n")))
	}
}

// TestReadAnotherWay reads a file again in another encoding: it takes the place
// of its former reading, everywhere.
func TestReadAnotherWay(t *testing.T) {
	ctx := context.Background()
	for shards := 1; shards <= 2; shards++ {
		c := newCorpus(t, shards)
		text := "Mosc\xf3 calla\n\nEl puerto de la ciudad qued\xf3 cerrado el lunes, dijo la oficina, y nadie supo decir por qu\xe9 hasta la noche del martes.\n"
		file := source("es.txt", text)
		other := source("en.txt", "The harbour is open\n\nThe harbour of the town was opened again on Monday, the office said, and the ships came in one after the other.\n")
		ingest(t, c, []protocol.Source{file, other})
		if again := ingest(t, c, []protocol.Source{file, other}); len(again.Entries) != 2 || again.Entries[0].Skip != protocol.SkipKnown {
			t.Errorf("the same again: %+v", again.Entries)
		}
		file.Recipe.Encoding = "koi8-r"
		again := ingest(t, c, []protocol.Source{file})
		if len(again.Entries) != 1 || again.Entries[0].Encoding != "koi8-r" || !slices.Equal(again.Replaced, []string{"es.txt"}) {
			t.Errorf("read another way: %+v, replaced %q", again.Entries, again.Replaced)
		}
		r, err := c.Search(ctx, coord.Search{Query: protocol.Query{Text: "puerto OR harbour"}, Limit: 9})
		if err != nil || r.Documents != 2 {
			t.Errorf("%d documents after reading one of two again, %v", r.Documents, err)
		}
		if _, err := c.Stories(ctx, protocol.StoryPage{Limit: 9}); err != nil {
			t.Error(err)
		}
	}
}

// TestStoppedFileIsReadAnew holds that a file that was stopped halfway and is
// given again stands in the corpus once.
func TestStoppedFileIsReadAnew(t *testing.T) {
	c := newCorpus(t, 2)
	file := source("export.jsonl", export(1<<20))
	ctx, cancel := context.WithCancel(context.Background())
	imported, err := c.Ingest(ctx, []protocol.Source{file}, func(p coord.Progress) {
		if p.Documents > 20 {
			cancel()
		}
	})
	if err != nil || !imported.Canceled {
		t.Fatalf("stopped: %v, %v", imported.Canceled, err)
	}
	whole := ingest(t, c, []protocol.Source{file})
	if !slices.Equal(whole.Replaced, []string{"export.jsonl"}) {
		t.Errorf("replaced %q", whole.Replaced)
	}
	fresh := newCorpus(t, 2)
	if want := ledgerOf(ingest(t, fresh, []protocol.Source{file}).Entries); !slices.Equal(ledgerOf(whole.Entries), want) {
		t.Error("read anew, the ledger is another")
	}
	if got, want := transcript(t, c), transcript(t, fresh); got != want {
		t.Errorf("read anew, the corpus answers otherwise:\n%s", firstDifference(got, want))
	}
}

// TestAmend corrects a date and takes it back.
func TestAmend(t *testing.T) {
	ctx := context.Background()
	c := newCorpus(t, 2)
	imported := ingest(t, c, corpusSources(12))
	id := imported.Entries[4].ID
	open := func() protocol.Document {
		opened, err := c.Document(ctx, id, protocol.Query{})
		if err != nil {
			t.Fatal(err)
		}
		return opened.Document
	}
	before := transcript(t, c)
	was := open()
	for _, correction := range []protocol.Correction{
		{Field: "date", Values: []string{"2024-02-29"}}, {Field: "byline", Values: []string{" Ann Writer ", "", "Bo Reader"}}, {Field: "title"},
		{Field: "note", Values: []string{"Call her back.\nAsk for the date."}},
	} {
		if err := c.Amend(ctx, id, correction); err != nil {
			t.Fatal(err)
		}
	}
	now := open()
	if now.Date != "2024-02-29" || !slices.Equal(now.Byline, []string{"Ann Writer", "Bo Reader"}) || now.Title != "" {
		t.Errorf("corrected to %q, %q, %q", now.Date, now.Byline, now.Title)
	}
	if now.Note != "Call her back.\nAsk for the date." {
		t.Errorf("the note is %q", now.Note)
	}
	if now.Facts[0].Trust != protocol.TrustPerson {
		t.Errorf("first fact %+v", now.Facts[0])
	}
	for _, wrong := range []protocol.Correction{
		{Field: "date", Values: []string{"2025-02-30"}}, {Field: "date", Values: []string{"yesterday"}}, {Field: "text", Values: []string{"x"}}, {Field: "title", Values: []string{"a", "b"}},
	} {
		if err := c.Amend(ctx, id, wrong); !errors.Is(err, protocol.ErrField) {
			t.Errorf("%v: %v", wrong, err)
		}
	}
	for _, field := range []string{"date", "byline", "title", "note"} {
		if err := c.Amend(ctx, id, protocol.Correction{Field: field, Revert: true}); err != nil {
			t.Fatal(err)
		}
	}
	if back := open(); fmt.Sprintf("%+v", back) != fmt.Sprintf("%+v", was) {
		t.Errorf("taken back:\n%+v\nwas\n%+v", back, was)
	}
	if after := transcript(t, c); after != before {
		t.Errorf("taken back, the corpus answers otherwise:\n%s", firstDifference(after, before))
	}
	if err := c.Amend(ctx, protocol.NewDocID(99, 0), protocol.Correction{Field: "title"}); !errors.Is(err, protocol.ErrNotFound) {
		t.Errorf("no such document: %v", err)
	}
}

// TestCorrectionsComeWithTheFile holds that what was corrected before is
// corrected again when the file is read.
func TestCorrectionsComeWithTheFile(t *testing.T) {
	c := newCorpus(t, 1)
	file := source("a.csv", "title,text\nOne,"+strings.Repeat("The harbour is open again. ", 12)+"\nTwo,"+strings.Repeat("The bridge is closed again. ", 12)+"\n")
	file.Recipe.Corrections = []protocol.Correction{{Record: "2", Field: "title", Values: []string{"Bridge closed"}}, {Record: "2", Field: "nonsense"}}
	entries := ingest(t, c, []protocol.Source{file}).Entries
	if len(entries) != 2 || entries[0].Title != "One" || entries[1].Title != "Bridge closed" {
		t.Errorf("got %+v", entries)
	}
}
