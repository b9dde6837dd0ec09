package ui

import (
	"errors"
	"strings"
	"testing"

	"clippings/app/action"
	"clippings/app/files"
)

func TestPublishedSaysWhatCanBeDone(t *testing.T) {
	about := files.Published{Title: "Strike", Documents: 200, Stories: 3, Bytes: 38_000_000}
	for _, c := range []struct {
		of   action.Published
		want string
	}{
		{action.Published{Loaded: 1_000_000}, "when you ask for them; so far 1"},
		{action.Published{Err: errors.New("the host answered 404")}, "could not be fetched: the host answered 404"},
	} {
		c.of.Published = about
		p := &publishedBar{Of: c.of}
		if got := p.coming(); !strings.Contains(got, c.want) {
			t.Errorf("%+v: says %q, want %q", c.of.Err, got, c.want)
		}
	}
	single := &publishedBar{Of: action.Published{}}
	if got := single.coming(); got != "" {
		t.Errorf("in a single file, which has all, it says %q", got)
	}
	whole := &publishedBar{Of: action.Published{IsWhole: true}}
	if got := whole.coming(); got != "" {
		t.Errorf("when all has come it says %q", got)
	}
}

func TestPublishedSaysWhetherItIsKept(t *testing.T) {
	kept := files.Published{IsKept: true}
	for _, c := range []struct {
		of   action.Published
		want string
	}{
		{action.Published{}, ""},
		{action.Published{Keeping: action.Loading}, "Being kept"},
		{action.Published{Keeping: action.Failed, KeepErr: errors.New("there is not enough room")}, "not enough room"},
		{action.Published{Published: kept}, "opens without a network"},
	} {
		if got := (&publishedBar{Of: c.of}).kept(); !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("says %q, want %q", got, c.want)
		}
	}
}
