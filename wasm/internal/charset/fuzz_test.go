package charset

import (
	"bytes"
	"io"
	"reflect"
	"testing"
	"unicode/utf8"
)

func FuzzDecode(f *testing.F) {
	for _, s := range samples {
		f.Add([]byte(s.data), "", false)
		f.Add([]byte(s.data), s.encoding, false)
	}
	f.Add([]byte("<?xml version='1.0' encoding='euc-jp'?><meta charset=koi8-r>\xA4\xD5"), "", true)
	f.Add([]byte("\xFF\xFEa\x00\x00\xD8"), "johab", true)
	f.Fuzz(func(t *testing.T, data []byte, label string, html bool) {
		h := Hint{Label: label, HTML: html}
		got := Decode(data, h)
		if !utf8.ValidString(got.Text) {
			t.Fatalf("%q in %s is no valid UTF-8", got.Text, got.Encoding)
		}
		if len(got.Text) > 3*len(data)+3 {
			t.Fatalf("%d bytes became %d in %s", len(data), len(got.Text), got.Encoding)
		}
		if !got.Binary && Canonical(got.Encoding) != got.Encoding {
			t.Fatalf("unknown encoding %q", got.Encoding)
		}
		if again := Decode(data, h); !reflect.DeepEqual(got, again) {
			t.Fatalf("not the same twice: %+v, %+v", got, again)
		}
		r, found, err := NewReader(bytes.NewReader(data), h)
		if err != nil || found.Encoding != got.Encoding || found.Binary != got.Binary {
			t.Fatalf("as a stream: %+v, %v, want %+v", found, err, got)
		}
		if text, err := io.ReadAll(r); err != nil || found.Encoding != "utf-8" && !found.Binary && string(text) != got.Text {
			t.Fatalf("as a stream: %q, %v, want %q", text, err, got.Text)
		}
	})
}
