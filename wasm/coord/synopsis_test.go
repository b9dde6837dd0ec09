package coord_test

import (
	"context"
	"reflect"
	"testing"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// TestSynopsisShards holds that a story is told alike however many shards its
// documents are spread over.
func TestSynopsisShards(t *testing.T) {
	texts := []string{
		"Mayor Anna Marsh opened the new bridge in Oldham on Friday after nine years of work.\n\nIt cost 12 million pounds. “It is a bridge for all of us,” Marsh said.\n\nHeavy rain fell on the crowd of 3,000 people.",
		"After nine years of work a new bridge was opened in Oldham on Friday by Anna Marsh, the mayor.\n\n“A bridge for all of us,” she called it. Twelve boats sailed past.\n\nThe bridge cost 12 million pounds, the council said.",
		"Oldham has its bridge: the mayor, Anna Marsh, opened it on Friday.\n\nTom Oduya, who leads the opposition, said the 12 million pounds it cost would have built four schools.\n\nThe old ferry makes its last crossing on Sunday.",
	}
	tell := func(shards int) protocol.Parallels {
		c := newCorpus(t, shards)
		var sources []protocol.Source
		for i, text := range texts {
			sources = append(sources, source([]string{"a.txt", "b.txt", "c.txt"}[i], text))
		}
		ingest(t, c, sources)
		story := protocol.Story{Lone: []protocol.DocID{protocol.NewDocID(0, 0), protocol.NewDocID(1, 0), protocol.NewDocID(2, 0)}}
		var got coord.Synopsis
		got, err := c.Synopsis(context.Background(), story)
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Texts) != len(texts) {
			t.Fatalf("%d shards: %d texts", shards, len(got.Texts))
		}
		return got.Parallels
	}
	one, three := tell(1), tell(3)
	if !reflect.DeepEqual(one, three) {
		t.Errorf("one shard tells\n%+v\nthree tell\n%+v", one, three)
	}
	if len(one.Shared) < 2 || len(one.Shared[0].In) != 3 || len(one.Only) != 3 || len(one.Names) == 0 || len(one.Sayings) == 0 {
		t.Errorf("got %+v", one)
	}
}
