package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// chipOf is the chip of that name.
func chipOf(t *testing.T, s *search, name string) chip {
	t.Helper()
	var names []string
	for _, c := range s.chips() {
		if c.name() == name {
			return c
		}
		names = append(names, c.name())
	}
	t.Fatalf("no chip %q among %q", name, names)
	return chip{}
}

func TestChipsChangeTheQuery(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	s := r.searched("#/search?q=outlet%3A%3D%22The%20Bay%20Star%22%20night%20-lang%3Ade&in=tag%3A%22a%20b%22%20-by%3Ax&sort=newest")
	for _, c := range []struct{ chip, do, query, within string }{
		{"outlet The Bay Star", chipRemove, `night -lang:de`, `tag:"a b" -by:x`},
		{"outlet The Bay Star", chipTurn, `-outlet:="The Bay Star" night -lang:de`, `tag:"a b" -by:x`},
		{"outlet The Bay Star", chipLock, `night -lang:de`, `tag:"a b" -by:x outlet:="The Bay Star"`},
		{"lang de", chipTurn, `outlet:="The Bay Star" night lang:de`, `tag:"a b" -by:x`},
		{"lang de", chipLock, `outlet:="The Bay Star" night`, `tag:"a b" -by:x -lang:de`},
		{"tag a b", chipRemove, s.At.query, `-by:x`},
		{"tag a b", chipTurn, s.At.query, `-tag:"a b" -by:x`},
		{"tag a b", chipLock, s.At.query + ` tag:"a b"`, `-by:x`},
		{"by x", chipTurn, s.At.query, `tag:"a b" by:x`},
		{"by x", chipLock, s.At.query + ` -by:x`, `tag:"a b"`},
		{"by x", "nothing", s.At.query, s.At.within},
	} {
		want := s.At
		want.query, want.within = c.query, c.within
		if got := chipOf(t, s, c.chip).change(s.At, c.do); got != want {
			t.Errorf("%s of %q:\n got %+v\nwant %+v", c.do, c.chip, got, want)
		}
	}
}

func TestChipsAreShown(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	s := r.searched("#/search?q=night%20-lang%3Ade&in=loose%20tag%3Ax")
	markup := app.HTMLString(s.renderChips())
	wantText(t, plain(markup), "loose", "tag x", "not lang de")
	for _, want := range []string{`class="chip chip-not"`, `class="chip chip-locked"`, `aria-label="Exclude: lang de"`, `aria-label="Keep for other searches: tag x"`, `aria-label="Remove: loose"`} {
		if !strings.Contains(markup, want) {
			t.Errorf("the chips do not have %s", want)
		}
	}
	// While another query is on its way it is not known where its filters stand.
	s.results.Status = action.Loading
	if list := s.chips(); len(list) != 2 {
		t.Errorf("%d chips, want the locked ones alone", len(list))
	}
	s = r.searched("#/search?q=night")
	if got := app.HTMLString(s.renderChips()); strings.Contains(got, "chip") {
		t.Errorf("without filters: %s", got)
	}
}

func TestLockedFiltersStayAcrossSearches(t *testing.T) {
	r := open(t, &fakeEngine{})
	r.bring()
	r.goTo("#/search?q=night&in=lang%3Aen&exact=yes")
	r.goTo("#/stories")
	if want := (setting{within: "lang:en", exactly: true}); r.shell.set != want {
		t.Errorf("the header searches with %+v, want %+v", r.shell.set, want)
	}
	r.goTo("#/search?in=lang%3Aen")
	r.sees("lang en", "documents")
}

func TestLockingTwiceKeepsOne(t *testing.T) {
	c := chip{field: "lang", value: "de", part: "lang:de", span: protocol.Span{End: 7}}
	at := address{view: viewSearch, query: "lang:de", setting: setting{within: "lang:de"}}
	if got := c.change(at, chipLock); got.within != "lang:de" || got.query != "" {
		t.Errorf("got %+v", got)
	}
}
