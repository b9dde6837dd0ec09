package shard

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"clippings/wasm/internal/corpustest"
	"clippings/wasm/internal/store"
	"clippings/wasm/protocol"
)

// filledShard holds articles made by rule.
func filledShard(t testing.TB, seed uint64, n int) *Shard {
	t.Helper()
	c := &corpus{}
	for _, d := range corpustest.Corpus(seed, n) {
		c.add(d.Name, []byte(d.Title+"\n\nPosted "+d.Date+"\n\n"+d.Text))
	}
	s := New(fromMemory())
	if _, err := protocol.Do(context.Background(), s, protocol.Ingest{Sources: c.sources}); err != nil {
		t.Fatal(err)
	}
	return s
}

// state is all that can be seen of a shard's documents and index.
func state(t testing.TB, s *Shard) string {
	t.Helper()
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.flush(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for i := range s.docs {
		d := &s.docs[i]
		fmt.Fprintf(&b, "%v %q %+v %v %v %v %q %+v\n", d.info, d.title, s.columns.Row(uint32(i)), d.words, d.paragraphs, d.recurring, d.packed.Text, s.byID[d.info.ID])
	}
	for _, seg := range s.index.Segments() {
		b.Write(seg.AppendTo(nil))
	}
	return b.String()
}

func TestSaveAndLoad(t *testing.T) {
	s := filledShard(t, 3, 40)
	s.docs[3] = s.docs[3].recurred([]recurring{{paragraph: 0, texts: 4}})
	st := &store.Memory{}
	ctx := context.Background()
	if err := s.Save(ctx, st); err != nil {
		t.Fatal(err)
	}
	again := filledShard(t, 4, 5)
	if err := again.Load(ctx, st); err != nil {
		t.Fatal(err)
	}
	if state(t, again) != state(t, s) {
		t.Error("what was loaded is not what was saved")
	}
	counted := &store.Faulty{Store: st}
	if err := again.Save(ctx, counted); err != nil || counted.Operations() > 9 {
		t.Errorf("saving the same again: %d operations, %v", counted.Operations(), err)
	}
}

// A save that fails, wherever it does, leaves what was saved before or the whole
// of the new.
func TestSaveFailsAnywhere(t *testing.T) {
	ctx := context.Background()
	before, after := filledShard(t, 3, 10), filledShard(t, 4, 20)
	old, now := state(t, before), state(t, after)
	for at := int64(1); ; at++ {
		st := &store.Memory{}
		if err := before.Save(ctx, st); err != nil {
			t.Fatal(err)
		}
		faulty := &store.Faulty{Store: st, At: at}
		failed := after.Save(ctx, faulty)
		loaded := New(fromMemory())
		if err := loaded.Load(ctx, st); err != nil {
			t.Fatalf("fault at %d: %v", at, err)
		}
		switch got := state(t, loaded); {
		case failed == nil && got != now:
			t.Fatal("what was saved is not there")
		case failed != nil && got != old && got != now:
			t.Fatalf("fault at %d: neither the old nor the new", at)
		}
		if failed == nil {
			return
		}
	}
}

// Whatever stands in a file of documents with a right checksum is read or refused.
func FuzzKeptDocuments(f *testing.F) {
	s := filledShard(f, 6, 3)
	b, err := s.appendDocuments(nil, []int{0, 1, 2}, func() error { return nil })
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte{keptVersion, 2, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		docs, err := decodeDocuments(b, func() error { return nil })
		if err != nil {
			return
		}
		for i := range docs {
			d := &docs[i].document
			d.full(nil)
			for _, p := range d.paragraphs {
				p.Of(d.packed.Text)
			}
			d.recurring = []recurring{{paragraph: 1}}
			_, _ = d.summary()
			_, _ = d.unpack()
		}
	})
}

// BenchmarkLoad opens what was saved; BenchmarkIngest tells what that saves.
func BenchmarkLoad(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c *corpus) {
		s, st := c.filled(b), &store.Memory{}
		if err := s.Save(context.Background(), st); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(c.bytes)
		b.ReportMetric(float64(st.Size())/float64(c.bytes), "kept/text")
		for b.Loop() {
			if err := New(fromMemory()).Load(context.Background(), st); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkReopen is BenchmarkLoad with groups and stories made of what was found.
func BenchmarkReopen(b *testing.B) {
	eachCorpus(b, func(b *testing.B, c *corpus) {
		ctx := context.Background()
		s, st := c.filled(b), &store.Memory{}
		if err := s.Save(ctx, st); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			again := New(fromMemory())
			if err := again.Load(ctx, st); err != nil {
				b.Fatal(err)
			}
			grouping, err := protocol.Do(ctx, again, protocol.Regroup{Settings: protocol.DefaultSettings()})
			if err != nil || again.evidence == nil {
				b.Fatal(err, again.evidence)
			}
			if _, err := protocol.Do(ctx, again, protocol.Assign{Documents: grouping.Documents}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
