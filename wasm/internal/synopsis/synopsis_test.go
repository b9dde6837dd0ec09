package synopsis

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

func noYield() error { return nil }

// newDoc is a document of body paragraphs, one a line.
func newDoc(id int, text string) protocol.Document {
	d := protocol.Document{ID: protocol.NewDocID(uint32(id), 0), Text: text}
	d.Lang = "en"
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" {
			d.Paragraphs = append(d.Paragraphs, protocol.Paragraph{Span: protocol.Span{Start: uint32(at), End: uint32(at + len(line))}})
		}
		at += len(line) + 1
	}
	return d
}

func mustOf(t testing.TB, docs []protocol.Document) protocol.Parallels {
	t.Helper()
	p, err := Of(docs, noYield)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestSure: a speaker is sure once one text names them beside the words.
func TestSure(t *testing.T) {
	named := newDoc(1, "The bridge opened in Oldham on Friday.\n“We shall never again close the ferry for so long a time,” Marta Ohlin said.")
	inferred := newDoc(2, "Marta Ohlin, the mayor, spoke in Oldham on Friday.\n“We shall never again close the ferry for so long a time.”")
	for _, test := range []struct {
		docs []protocol.Document
		want bool
	}{{[]protocol.Document{named, inferred}, true}, {[]protocol.Document{inferred}, false}} {
		p := mustOf(t, test.docs)
		if len(p.Sayings) != 1 || p.Sayings[0].Speaker != "Marta Ohlin" && p.Sayings[0].Speaker != "" || p.Sayings[0].Sure != test.want {
			t.Errorf("of %d texts: %+v", len(test.docs), p.Sayings)
		}
	}
}

func TestOf(t *testing.T) {
	docs := []protocol.Document{
		newDoc(1, "Marsh opened the new bridge in Oldham on Friday. Twelve boats sailed past it.\nShe said it was “a bridge for all of us” and left."),
		newDoc(2, "Rain fell all day over the valley.\nOn Friday the new bridge at Oldham was opened by Marsh. “A bridge for all of us,” Marsh said."),
	}
	p := mustOf(t, docs)
	if len(p.Shared) == 0 || len(p.Only) != 2 || len(p.Sayings) != 1 || len(p.Names) == 0 {
		t.Errorf("got %+v", p)
	}
}
