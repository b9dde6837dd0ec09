package eval

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestFormatSets holds what was reached on the labelled samples: the least share
// of each figure.
func TestFormatSets(t *testing.T) {
	dir := os.Getenv("CLIPPINGS_DATA")
	if dir == "" {
		t.Skip("CLIPPINGS_DATA is not set: the folder of the labelled sets")
	}
	for _, c := range []struct {
		set   string
		least map[string]float64
	}{
		{"formats", map[string]float64{"lines": 1, "refused": 1, "mbox": 1, "eml": 1, "epub": 1}},
		{"encodings", map[string]float64{"dropped": 0.97, "plain": 0.97}},
		{"feeds", map[string]float64{"lines": 1, "entries": 1, "titles": 1, "links": 1, "dates": 1}},
		{"warc", map[string]float64{"lines": 1, "records": 1}},
	} {
		var out bytes.Buffer
		if err := Run(context.Background(), &out, c.set, dir); err != nil {
			t.Fatal(err)
		}
		text := strings.TrimSpace(out.String())
		var got struct {
			Figures map[string]struct{ Right, Of float64 }
		}
		if err := json.Unmarshal([]byte(text[strings.LastIndexByte(text, '\n')+1:]), &got); err != nil {
			t.Fatal(err)
		}
		for name, least := range c.least {
			if f := got.Figures[name]; f.Of == 0 || f.Right < least*f.Of {
				t.Errorf("%s: %s is %v, want at least %v\n%s", c.set, name, f, least, text)
			}
		}
	}
}

func TestWithoutMarkup(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"}, {">A A", "A A"}, {"1 -&gt; 2", "1 -> 2"}, {`class="x"`, ""},
	} {
		if got := withoutMarkup(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}
