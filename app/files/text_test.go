package files

import (
	"errors"
	"testing"
)

func TestEncodingOf(t *testing.T) {
	for text, want := range map[string]string{
		"": "utf-8", "br\u00fccke": "utf-8", "\xef\xbb\xbfa": "utf-8", "br\xfccke": "windows-1252",
		"\xff\xfea\x00": "utf-16le", "\xfe\xff\x00a": "utf-16be", "\xff": "windows-1252",
	} {
		if got := encodingOf([]byte(text)); got != want {
			t.Errorf("encodingOf(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestTextOutsideABrowser(t *testing.T) {
	Text(Picked{Handle: "h"}, func(text string, err error) {
		if text != "" || !errors.Is(err, ErrNoText) {
			t.Errorf("got %q, %v", text, err)
		}
	})
}
