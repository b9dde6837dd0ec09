package jsontext

import (
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// show writes v so that it can be read in a test.
func show(v Value) string {
	var parts []string
	for i, x := range v.List {
		s := show(x)
		if v.Keys != nil {
			s = v.Keys[i] + "=" + s
		}
		parts = append(parts, s)
	}
	switch {
	case v.Keys != nil:
		return "{" + strings.Join(parts, " ") + "}"
	case v.List != nil:
		return "[" + strings.Join(parts, " ") + "]"
	}
	return v.Text
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{`{"a":"x","b":[1,true,{"c":-2.5e3}],"d":{}}`, "{a=x b=[1 true {c=-2.5e3}] d=}"},
		{`[null, "", [], "null"]`, "[   null]"},

		// not quite JSON
		{`<!-- {"a":"x"} -->`, "{a=x}"},
		{`//<![CDATA[` + "\n" + `{"a":1}]]>`, "[CDATA[ {a=1}]"},
		{"{\"a\":\"two\nlines\",,}", "{a=two\nlines}"},
		{`[,1,,2,]`, "[1 2]"},
		{`[1 2"x"]`, `[1 2"x"]`},
		{`{"a":}`, "{a=}"},

		// damaged: what was read stays
		{``, ""},
		{`no marks`, "no"},
		{`{"a":`, "{a=}"},
		{`{"a":"x","b`, "{a=x}"},
		{`{"a":"x`, "{a=x}"},
		{`{"a":"x\`, `{a=x\}`},
		{`{"a":1 "b" 2}`, "{a=1}"},
		{`{name:1}`, ""},
		{`[1,}2]`, "[1]"},
		{`[1,[2`, "[1 [2]]"},
	} {
		if got := show(Parse(c.source)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.source, got, c.want)
		}
	}
}

func TestGet(t *testing.T) {
	v := Parse(`{"a":"first","a":"second","b":null}`)
	for key, want := range map[string]string{"a": "first", "b": "", "c": ""} {
		if got := v.Get(key); got.Text != want || got.IsZero() != (want == "") {
			t.Errorf("%s: got %q, want %q", key, got.Text, want)
		}
	}
}

func TestString(t *testing.T) {
	for _, c := range []struct {
		source, want string
		n            int
	}{
		{`"plain" and more`, "plain", 7},
		{`""`, "", 2},
		{`"\"\\" "`, `"\`, 6},
		{`"\u00e5 \ud83d\ude00 \/"`, "å 😀 /", 24},
		{`"one\ntwo\r\nthree\rfour\ffive\tsix\bseven"`, "one\ntwo\nthree\nfour\nfive six seven", 43},
		{`"\ud83d \u12 \uzzzz"`, "\uFFFD \uFFFD12 \uFFFDzzzz", 20},
		{`"\ud83d\u0041"`, "\uFFFDA", 14},
		{`"never ends\`, `never ends\`, 12},
		{`"never ends\"`, `never ends"`, 13},
		{`"`, "", 1},
		{``, "", 0},
	} {
		got, n := String(c.source)
		if got != c.want || n != c.n {
			t.Errorf("%s: got %q of %d bytes, want %q of %d", c.source, got, n, c.want, c.n)
		}
	}
}

// TestSkip holds that passing over a value ends where reading it does.
func TestSkip(t *testing.T) {
	for _, source := range []string{
		`{"a":[1,{"b":"}]\""}],"c":{}} "next"`, `[[],[[]]] "next"`, `"a\\" "next"`, `-1.5, "next"`, `null "next"`,
		`[1,2`, `{"a":"`, ``,
	} {
		read, skipped := NewReader(source, noYield), NewReader(source, noYield)
		read.Value()
		skipped.Skip()
		if read.Offset() != skipped.Offset() || read.IsCut() != skipped.IsCut() {
			t.Errorf("%s: read to %d (cut %v), skipped to %d (cut %v)", source, read.Offset(), read.IsCut(), skipped.Offset(), skipped.IsCut())
		}
	}
}

func noYield() error { return nil }

func TestYieldStops(t *testing.T) {
	stop := errors.New("stop")
	calls := 0
	r := NewReader(`[`+strings.Repeat(`"some text",`, 100_000)+`]`, func() error {
		if calls++; calls == 3 {
			return stop
		}
		return nil
	})
	v := r.Value()
	if r.Err() != stop || calls != 3 || r.Next() != 0 || len(v.List) > 4*yieldEvery/12 {
		t.Errorf("%v after %d calls and %d values", r.Err(), calls, len(v.List))
	}
}

// TestLimits holds that neither depth nor number makes a tree larger than it may
// be, and that Skip has no such limits.
func TestLimits(t *testing.T) {
	deep := strings.Repeat("[", 1_000_000) + strings.Repeat("]", 1_000_000)
	wide := "[" + strings.Repeat("0,", 2*maxValues) + "]"
	for _, source := range []string{deep, wide, strings.Repeat(`{"a":`, 1_000_000)} {
		r := NewReader(source, noYield)
		if n := size(r.Value()); !r.IsCut() || n > maxValues+1 {
			t.Errorf("%.10s…: %d values", source, n)
		}
	}
	for _, source := range []string{deep, wide} {
		r := NewReader(source+"1", noYield)
		if r.Skip(); r.Next() != '1' {
			t.Errorf("%.10s…: skipped to %d of %d", source, r.Offset(), len(source))
		}
	}
}

func size(v Value) int {
	n := 1
	for _, x := range v.List {
		n += size(x)
	}
	return n
}

// plain is the value that encoding/json made, as this package has it.
func plain(x any) Value {
	switch x := x.(type) {
	case string:
		return Value{Text: x}
	case json.Number:
		return Value{Text: x.String()}
	case bool:
		return Value{Text: strconv.FormatBool(x)}
	case []any:
		var v Value
		for _, y := range x {
			v.List = append(v.List, plain(y))
		}
		return v
	}
	return Value{}
}

// isPlain reports whether nothing in source is read otherwise on purpose: escapes
// of control characters, objects, whose order encoding/json loses, texts that are
// not UTF-8, and white space that is none in JSON.
func isPlain(source string) bool {
	return utf8.ValidString(source) && !strings.ContainsAny(source, "\\{") && strings.HasPrefix(source, "[")
}

// FuzzParse holds that any text gives a tree within its limits, and JSON the one
// that encoding/json gives.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`[1,"two",[true,null,-0.5e9],[]]`, `{"a":["x\u00e9\ud83d\ude00\r\n"],"b":{"c":{}}}`, `{"a":`, `[1}`, `{"a":"\`, `<!-- [ -->`, "[\"\x01\", ,]",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		v := Parse(source)
		if n := size(v); n > len(source)+1 {
			t.Fatalf("%d values", n)
		}
		r := NewReader(source, noYield)
		for r.Next() != 0 {
			before := r.Offset()
			if r.Skip(); r.Offset() == before {
				t.Fatalf("Skip stays at %d", before)
			}
		}
		var want any
		d := json.NewDecoder(strings.NewReader(source))
		d.UseNumber()
		if isPlain(source) && json.Valid([]byte(source)) && strings.Count(source, "[") <= maxDepth && d.Decode(&want) == nil {
			if want := plain(want); !reflect.DeepEqual(v, want) {
				t.Errorf("%s: got %s, want %s", source, show(v), show(want))
			}
		}
	})
}

func benchmarkText() string {
	item := `{"id":"https://example.org/1","title":"Ferry returns","content_html":"<p>The ferry \u201creturned\u201d on Monday.<\/p>\n` +
		strings.Repeat("A boat came in and went out again, and nobody minded much. ", 30) + `","tags":["sea",1,null],"authors":[{"name":"Marta Olsen"}]}`
	return `[` + strings.Repeat(item+",", 200) + `null]`
}

func BenchmarkParse(b *testing.B) {
	text := benchmarkText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(text)
	}
}

func BenchmarkSkip(b *testing.B) {
	text := benchmarkText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		NewReader(text, noYield).Skip()
	}
}
