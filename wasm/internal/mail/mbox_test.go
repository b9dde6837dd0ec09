package mail

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

const mailbox = "From anna@a.example Wed Jan 30 18:07:01 2002\r\nFrom: anna@a.example\r\nSubject: Ferry\r\n\r\nThe ferry is back.\r\n>From Bergen she writes.\r\n>>From afar.\r\n\r\nFrom now on it stays.\r\n\r\n" +
	"From - Mon Jul 20 01:01:07 2015\nSubject: Two\n\nSecond.\n\nFrom Monday, 10:00, in the year 2015\nSubject to change\n\n" +
	"From 123@xxx Mon Jun 05 12:00:00 +0000 2017\nX-GM-THRID: 1\n\nThird\n\n" +
	"From \"b c\"@a.example Mon Jun 05 12:00:01 CEST 2017\n\n\nFourth, without fields"

// entries prints what comes out of a mailbox.
func entries(r io.Reader, o Options) string {
	var b strings.Builder
	m := NewMbox(r, o)
	for {
		e, err := m.Next()
		if err == io.EOF {
			return b.String()
		}
		fmt.Fprintf(&b, "%s %d+%d %v %q\n", e.Key, e.Offset, e.Bytes, err, e.Data)
		if err != nil && !errors.Is(err, ErrTooLarge) {
			return b.String()
		}
	}
}

func TestMbox(t *testing.T) {
	got := entries(strings.NewReader(mailbox), Options{})
	want := `1 0+173 <nil> "From anna@a.example Wed Jan 30 18:07:01 2002\r\nFrom: anna@a.example\r\nSubject: Ferry\r\n\r\nThe ferry is back.\r\nFrom Bergen she writes.\r\n>From afar.\r\n\r\nFrom now on it stays.\r\n\r\n"
2 173+111 <nil> "From - Mon Jul 20 01:01:07 2015\nSubject: Two\n\nSecond.\n\nFrom Monday, 10:00, in the year 2015\nSubject to change\n\n"
3 284+66 <nil> "From 123@xxx Mon Jun 05 12:00:00 +0000 2017\nX-GM-THRID: 1\n\nThird\n\n"
4 350+75 <nil> "From \"b c\"@a.example Mon Jun 05 12:00:01 CEST 2017\n\n\nFourth, without fields"
`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestMboxAnyChunking(t *testing.T) {
	for _, limit := range []int{0, 100} {
		o := Options{MaxMessage: limit}
		want := entries(strings.NewReader(mailbox), o)
		if got := entries(iotest.OneByteReader(strings.NewReader(mailbox)), o); got != want {
			t.Errorf("limit %d, byte by byte:\n%s\nwhole:\n%s", limit, got, want)
		}
		if got := entries(iotest.HalfReader(strings.NewReader(mailbox)), o); got != want {
			t.Errorf("limit %d, by halves:\n%s\nwhole:\n%s", limit, got, want)
		}
	}
}
