package extract

import (
	"errors"
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// roles is the role of each paragraph of a plain text.
func roles(text string) string {
	d := &protocol.Document{Text: text}
	Extract(d, Input{})
	var out []string
	for _, p := range d.Paragraphs {
		out = append(out, p.Role.String())
	}
	return strings.Join(out, " ")
}

const (
	prose1 = "The ferry that sank in the storm of last winter is back at the quay in the town, as the office of the harbour has said."
	prose2 = "It was raised in May and has been painted since, and it will carry people again from the first of the month of June."
	prose3 = "Those who have waited for it for so long will have to wait for one week more than that, if the weather is with us."
)

func TestRoles(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"white space", " \n\t\n", ""},
		{"one short line", "The ferry", "body"},
		{"a note", "Ferry\n\nback on Monday", "body body"},
		{"title and prose", "Ferry Returns To Service\n" + prose1 + "\n" + prose2, "title body body"},
		{"lead first: no title", prose1 + "\n" + prose2, "body body"},
		{"heading inside", prose1 + "\n\nWhat the town says\n\n" + prose2, "body heading body"},
		{"question as heading", prose1 + "\nWhat Comes Next?\n" + prose2, "body heading body"},
		{"question asked", prose1 + "\nBut who will pay for it?\n" + prose2, "body body body"},
		{"short last sentence", prose1 + "\n" + prose2 + "\nHe was 67.\nMost read\nFerry sinks", "body body body furniture furniture"},
		{"button inside", prose1 + "\n" + prose3 + "\nRead more\n" + prose2 + "\n" + prose3 + prose1, "body body furniture body body"},
		{"caption inside", prose1 + "\nThe ferry burns (City Fire Service via AP)\n" + prose2, "body caption body"},
		{"said twice", prose1 + "\n" + prose2 + "\n" + prose1 + "\n" + prose3, "body body repeat body"},
		{"byline and date", "Ferry Returns To Service\nBy Marta Olsen\nPosted July 3, 2025\n" + prose1, "title byline date body"},
		{"headline and a longer standfirst", "Ferry Back At The Quay\n\nPeople will wait one week more for the ferry, says the office of the harbour\n\n3 July 2025\n\n" + prose1 + "\n\n" + prose2, "title subtitle date body body"},
		{"label and headline", "Town And Harbour\nThe Ferry That Sank Is Back At The Quay\n" + prose1 + "\n" + prose2, "label title body body"},
		{"two words over date and byline", "Quay Notes\n\n3 July 2025\n\nBy Marta Olsen\n\n" + prose1 + "\n\n" + prose2, "title date byline body body"},
		{"two words over prose", "Quay Notes\n\n" + prose1 + "\n\n" + prose2, "furniture body body"},
		{"disclaimer after", prose1 + "\n\n" + prose2 + "\n\nWhat is said here about ferries is for harbour masters and is not investment advice.", "body body furniture"},
		{"call to readers after", prose1 + "\n\n" + prose2 + "\n\nDid you wait at the quay? Tell us your story and we will put it in the paper.", "body body furniture"},
		{"contributors after", prose1 + "\n" + prose2 + "\n###\nJane Roe in Oslo contributed to this report.", "body body furniture credit"},
		{"line ends of all kinds", prose1 + "\r\n\r\n" + prose2 + "\r" + prose3, "body body body"},
	} {
		if got := roles(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestRepeatInside holds that a second printing is one even with lines of
// advertising in it, and that one of furniture stays furniture.
func TestRepeatInside(t *testing.T) {
	text := strings.Join([]string{prose1, "A Short Heading", prose2, prose3, prose1, "Buy one mug now", "Buy two mugs now", "A Short Heading", prose2, prose3}, "\n")
	if got, want := roles(text), "body heading body body repeat furniture furniture repeat repeat repeat"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestYield holds that a long text yields often, and ends with the error of it.
func TestYield(t *testing.T) {
	text := strings.Repeat(prose1+"\n\n"+prose2+"\n\n", 4000)
	calls := 0
	d := &protocol.Document{Text: text}
	if err := Extract(d, Input{Yield: func() error { calls++; return nil }}); err != nil || calls < len(text)/yieldBytes/2 {
		t.Errorf("%d calls for %d bytes, error %v", calls, len(text), err)
	}
	stop := errors.New("stop")
	d = &protocol.Document{Text: text}
	if err := Extract(d, Input{Yield: func() error { return stop }}); err != stop || d.Paragraphs != nil {
		t.Errorf("got error %v and %d paragraphs, want %v and none", err, len(d.Paragraphs), stop)
	}
}

func TestJoinWrapped(t *testing.T) {
	wrapped := "The ferry that sank in the storm of last winter is back\nat the quay in the town, as the office of the harbour\nhas said. It was raised in May.\nThose who have waited for it for so long will have to\nwait for one week more."
	lines := splitLines(wrapped, nil)
	if len(lines) != 2 {
		t.Errorf("got %d paragraphs", len(lines))
	}
	list := "Apples\nPears\nA very long list entry that is much longer\nPlums"
	if lines := splitLines(list, nil); len(lines) != 4 {
		t.Errorf("list: got %d paragraphs", len(lines))
	}
}

func TestCheck(t *testing.T) {
	ok := func(start, end uint32) protocol.Paragraph {
		return protocol.Paragraph{Span: protocol.Span{Start: start, End: end}}
	}
	for _, c := range []struct {
		name       string
		text       string
		paragraphs []protocol.Paragraph
		broken     bool
	}{
		{"covered", "ab\ncd", []protocol.Paragraph{ok(0, 2), ok(3, 5)}, false},
		{"nothing", " \n", nil, false},
		{"left out", "ab\ncd", []protocol.Paragraph{ok(0, 2)}, true},
		{"overlap", "abcd", []protocol.Paragraph{ok(0, 3), ok(2, 4)}, true},
		{"past the end", "ab", []protocol.Paragraph{ok(0, 3)}, true},
		{"empty", "ab", []protocol.Paragraph{ok(0, 0), ok(0, 2)}, true},
		{"cuts a character", "åb", []protocol.Paragraph{ok(0, 1), ok(1, 3)}, true},
		{"not UTF-8", "a\xff", []protocol.Paragraph{ok(0, 2)}, true},
	} {
		err := Check(&protocol.Document{Text: c.text, Paragraphs: c.paragraphs})
		if (err != nil) != c.broken {
			t.Errorf("%s: got %v", c.name, err)
		}
	}
}

// FuzzExtract holds the contract of paragraphs on any text.
func FuzzExtract(f *testing.F) {
	f.Add(" date 2025-07-03 " + prose1 + "\n" + prose2)
	f.Add("Title\nBy Jane Roe, AP\nOSLO (AP) — " + prose1 + "\n—-\n• one\n1h ago\nMeta description\nx")
	f.Add("A/ B/ C/ D/ e\u00a0\u2028f\r\n\rg")
	f.Fuzz(func(t *testing.T, text string) {
		d := &protocol.Document{Text: strings.ToValidUTF8(text, "")}
		Extract(d, Input{})
		if err := Check(d); err != nil {
			t.Fatal(err)
		}
	})
}
