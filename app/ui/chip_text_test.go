package ui

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

func TestFilterText(t *testing.T) {
	for _, c := range []struct{ field, value, want string }{
		{"outlet", "The Bay Star", `outlet:="The Bay Star"`},
		{"lang", "de", `lang:="de"`},
		{"tag", "a “b” \"c\"", `tag:="a b c"`},
		{"tag", "a\nb\x00", `tag:="a b"`},
		{"story", "pile/0.txt", `story:"pile/0.txt"`},
	} {
		if got := filterText(c.field, c.value); got != c.want {
			t.Errorf("filterText(%q, %q) = %s, want %s", c.field, c.value, got, c.want)
		}
	}
}

func TestBareValue(t *testing.T) {
	for in, want := range map[string]string{`="The Bay Star"`: "The Bay Star", "de": "de", "“x": "x", `""`: "", "=ap": "ap"} {
		if got := bareValue(in); got != want {
			t.Errorf("bareValue(%q) = %q, want %q", in, got, want)
		}
	}
}

// at is the span of a part of text.
func at(text, part string) protocol.Span {
	i := uint32(strings.Index(text, part))
	return protocol.Span{Start: i, End: i + uint32(len(part))}
}

func TestFiltersInText(t *testing.T) {
	for _, c := range []struct{ text, part, without, turned string }{
		{"bridge lang:de", "lang:de", "bridge", "bridge -lang:de"},
		{"bridge -lang:de closed", "-lang:de", "bridge closed", "bridge lang:de closed"},
		{"lang:de bridge", "lang:de", "bridge", "-lang:de bridge"},
		{"lang:de", "lang:de", "", "-lang:de"},
		{"bridge AND lang:de", "lang:de", "bridge", "bridge AND -lang:de"},
		{"lang:de AND bridge", "lang:de", "bridge", "-lang:de AND bridge"},
		{"bridge AND NOT lang:de", "NOT lang:de", "bridge", "bridge AND lang:de"},
		{"bridge AND NOT lang:de", "lang:de", "bridge", "bridge AND NOT -lang:de"},
		{"BRAND lang:de", "lang:de", "BRAND", "BRAND -lang:de"},
		{"café outlet:(ap OR dpa) x", "outlet:(ap OR dpa)", "café x", "café -outlet:(ap OR dpa) x"},
	} {
		span := at(c.text, c.part)
		if got := cutOut(c.text, span); got != c.without {
			t.Errorf("%q without %q: got %q, want %q", c.text, c.part, got, c.without)
		}
		if got := turnIn(c.text, span); got != c.turned {
			t.Errorf("%q with %q turned: got %q, want %q", c.text, c.part, got, c.turned)
		}
	}
}

func TestWithPart(t *testing.T) {
	for in, want := range map[string]string{
		"":                `lang:de`,
		" bridge ":        `bridge lang:de`,
		"a OR b":          `(a OR b) lang:de`,
		"(a OR b)":        `(a OR b) lang:de`,
		`"a OR b"`:        `"a OR b" lang:de`,
		`"bridge clos`:    `"bridge clos" lang:de`,
		`a OR "bridge cl`: `(a OR "bridge cl") lang:de`,
	} {
		if got := withPart(in, "lang:de"); got != want {
			t.Errorf("%q with a part: got %q, want %q", in, got, want)
		}
	}
}

func TestSplitText(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"  lang:de   -tag:x ":          "lang:de|-tag:x",
		`outlet:="The Bay Star" in:x`:  `outlet:="The Bay Star"|in:x`,
		"outlet:(ap OR (a b)) lang:de": "outlet:(ap OR (a b))|lang:de",
		"a) b":                         "a)|b",
		`tag:"un closed`:               `tag:"un closed`,
	} {
		parts, _ := splitText(in)
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("splitText(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzChipText: whatever is typed and wherever the spans lie, changing the text
// does not break it, and turning twice changes nothing.
func FuzzChipText(f *testing.F) {
	f.Add("bridge -lang:de café", uint32(7), uint32(15))
	f.Add(`a OR "b`, uint32(2), uint32(400))
	f.Fuzz(func(t *testing.T, text string, start, end uint32) {
		span := protocol.Span{Start: start, End: end}
		cut := cutOut(text, span)
		if len(cut) > len(text)+1 {
			t.Errorf("%q is longer without a part: %q", text, cut)
		}
		turnIn(text, span)
		if part := filterText("tag", text); turned(turned(part)) != part {
			t.Errorf("%q turned twice is %q", part, turned(turned(part)))
		}
		parts, _ := splitText(filterText("tag", text))
		if len(parts) != 1 {
			t.Errorf("a filter for %q falls into %q", text, parts)
		}
	})
}
