package mail

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"clippings/wasm/internal/record"
)

// decodeTest stands for package charset, which this one does not need.
func decodeTest(charset string, b []byte) string {
	if e, err := htmlindex.Get(charset); err == nil {
		if s, err := e.NewDecoder().Bytes(b); err == nil {
			return string(s)
		}
	}
	return strings.ToValidUTF8(string(b), "\uFFFD")
}

// show prints a record as the golden files hold it.
func show(r record.Record) string {
	var b strings.Builder
	fmt.Fprintf(&b, "record %q %s html=%v bytes=%d\n", r.Key, r.Format, r.HTML, r.Bytes)
	for _, f := range r.Facts {
		fmt.Fprintf(&b, "  %s: %s (%s, %v)\n", f.Field, f.Value, f.Rule, f.Trust)
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(&b, "  warning: %s\n", w)
	}
	return b.String() + r.Text + "\n"
}
