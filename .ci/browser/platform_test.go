package browser

import (
	"testing"
)

func TestOpens(t *testing.T) {
	for _, prefix := range []string{"/", "/any/sub/path/"} {
		t.Run(prefix, func(t *testing.T) {
			h := newHost(t, prefix)
			b := open(t, h.URL())
			b.See("echo")
			t.Log(b.Text("body"))
			b.Drop("../../web/sample")
			b.See("files, first")
			t.Log(b.Text("body"))
			t.Log(b.LongestTask(), b.Requests(), b.Outside(), h.Asked())
		})
	}
}
