package markup

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""}, {" ", ""}, {"a b", "a b"}, {" a \n\t b ", "a b"}, {"a\u00a0b\u2028c", "a b c"}, {"a\x03b\u0085c\u009ad", "ab cd"}, {"\ufeffa", "a"}, {"café €", "café €"},
	} {
		if got := Line(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a", "a"}, {"<p>a</p><p>b</p>", "a b"}, {"H<sub>2</sub>O", "H2O"}, {"List<String> &amp; co", "List<String> & co"}, {"1 < 2 &lt; 3", "1 < 2 < 3"}, {"a<br/>b", "a b"},
	} {
		if got := Plain(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFromPlain(t *testing.T) {
	long := strings.Repeat("long line ", 12)
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"a < b & c", "<p>a &lt; b &amp; c</p>\n"},
		{"a\r\nb\r\n\r\n\r\nc", "<p>a\nb</p>\n<p>c</p>\n"},
		{"a\nb", "<p>a\nb</p>\n"},
		{"a\n" + long, "<p>a</p>\n<p>" + strings.TrimSpace(long) + "</p>\n"},
	} {
		if got := FromPlain(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestIsHTML(t *testing.T) {
	for name, want := range map[string]bool{"p": true, "a": true, "h1": true, "wbr": true, "h": false, "1": false, "": false, "string": false, "x": false} {
		if got := IsHTML(name); got != want {
			t.Errorf("%q: got %v", name, got)
		}
	}
}

// FuzzText holds the fast ways against the plain ones.
func FuzzText(f *testing.F) {
	for _, s := range []string{"a\x03b\u0085\u00a0\u009a \n", "&lt;&amp;&nbsp&notit;&#3;&#x80;&;&#;&CounterClockwiseContourIntegral;", "<p>a</p>", "a\xc2", "\xc2\x85"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		Plain(s)
		HasHTML(s)
		FromPlain(s)
		if got, want := Unescape(s), html.UnescapeString(s); got != want {
			t.Errorf("unescaped %q: got %q, want %q", s, got, want)
		}
		if !utf8.ValidString(s) {
			return // controls are told by characters
		}
		if got := Line(s); Line(got) != got || strings.ContainsAny(got, "\n\t\x03") {
			t.Errorf("line of %q: %q", s, got)
		}
		want := strings.Map(func(r rune) rune {
			if unicode.IsControl(r) && !strings.ContainsRune("\t\n\r\u0085", r) {
				return -1
			}
			return r
		}, s)
		if got := Printable(s); got != want {
			t.Errorf("printable of %q: got %q, want %q", s, got, want)
		}
	})
}
