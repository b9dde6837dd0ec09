package mail

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"clippings/wasm/internal/record"
)

// FuzzMessage holds that no message stops the readers, and that what they hand
// on is clean and no larger than what came in, but for the escapes of a footer.
func FuzzMessage(f *testing.F) {
	for _, m := range messages {
		f.Add([]byte(m.data))
	}
	for _, p := range pages {
		f.Add([]byte(p.data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := bytes.Clone(data)
		handed := 0
		keep := func(r record.Record) error {
			if !utf8.ValidString(r.Text) || strings.TrimSpace(r.Text) == "" {
				t.Errorf("text %q", r.Text)
			}
			for _, fact := range r.Facts {
				if fact.Value == "" || !utf8.ValidString(fact.Value) || strings.ContainsAny(fact.Value, "\n\r\x00") {
					t.Errorf("fact %+v", fact)
				}
			}
			return nil
		}
		o := Options{Decode: decodeTest, MaxParts: 50, Attachment: func(name, kind string, data []byte) error {
			handed += len(data)
			if name == "" || strings.ContainsAny(name, "/\\\x00") || !utf8.ValidString(name) {
				t.Errorf("attachment %q %s", name, kind)
			}
			return nil
		}}
		ReadMessage(data, o, keep)
		if handed > len(data) {
			t.Errorf("%d bytes of attachments out of %d", handed, len(data))
		}
		ReadMHTML(data, o, keep)
		IsMessage(data)
		IsMbox(data)
		IsMHTML(data)
		if !bytes.Equal(data, before) {
			t.Error("the input was changed")
		}
	})
}

// FuzzMbox holds that messages lie behind each other, that none is larger than
// the limit, and that it does not matter how the bytes come in.
func FuzzMbox(f *testing.F) {
	f.Add(mailbox, 0)
	f.Add(mailbox, 60)
	f.Add("\r\n"+bigMailbox(2), 1000)
	f.Add("From a@b Mon Jun 05 12:00:00 2017\n\n>From x\n\nFrom b@c Mon Jun 05 12:00:00 2017\n>From\n", 0)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		o := Options{MaxMessage: limit}
		want := entries(strings.NewReader(s), o)
		if got := entries(iotest.HalfReader(strings.NewReader(s)), o); got != want {
			t.Errorf("by halves:\n%s\nwhole:\n%s", got, want)
		}
		if got := entries(iotest.OneByteReader(strings.NewReader(s)), o); len(s) < 2000 && got != want {
			t.Errorf("byte by byte:\n%s\nwhole:\n%s", got, want)
		}
		m := NewMbox(strings.NewReader(s), o)
		at := int64(0)
		for {
			e, err := m.Next()
			if err == io.EOF {
				break
			}
			gap := s[at:e.Offset]
			if strings.Trim(gap, "\r\n") != "" || e.Bytes <= 0 || limit > 0 && len(e.Data) > limit {
				t.Fatalf("entry %s at %d+%d of %d bytes after %d", e.Key, e.Offset, e.Bytes, len(e.Data), at)
			}
			at = e.Offset + e.Bytes
		}
		if strings.Trim(s[at:], "\r\n") != "" {
			t.Errorf("%q is lost at the end", s[at:])
		}
	})
}

// FuzzHeader holds that words, addresses, parameters and dates of any form come
// out clean.
func FuzzHeader(f *testing.F) {
	f.Add("=?utf-8?Q?Caf=C3=A9?= =?koi8-r?B?8A==?=")
	f.Add(`"Ås, Anna" <anna@a.example>, bo@a.example (Bo)`)
	f.Add(`text/plain; charset="utf-8"; name*0*=iso-8859-1''F%E4h; name*1=x`)
	f.Add("Wed, 21 Mar 2018 2:14:32 PM -0800 (PST)")
	f.Add("2018-03-21T14:14:32Z")
	f.Fuzz(func(t *testing.T, s string) {
		m := parseMedia([]byte(s))
		out := append(senders([]byte(s), decodeTest), decodeWords([]byte(s), decodeTest), m.word,
			m.text("name", decodeTest), m.ascii("charset"), phrase([]byte(s), decodeTest))
		for _, v := range out {
			if !utf8.ValidString(v) {
				t.Errorf("%q is not clean", v)
			}
		}
		if d := parseDate(s); d != "" && len(d) != len("2018-03-21") && len(d) != len("2018-03-21T14:14") || d != "" && parseDate(d) != d {
			t.Errorf("date %q", d)
		}
	})
}
