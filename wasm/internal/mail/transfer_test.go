package mail

import (
	"bytes"
	"encoding/base64"
	"mime/quotedprintable"
	"strings"
	"testing"
)

func never() error { return nil }

func TestTransfer(t *testing.T) {
	cases := []struct{ encoding, in, want string }{
		{"quoted-printable", "a=3Db =C3=a4=\r\nc=  \n d=", "a=b äc d"},
		{"Quoted-Printable", "50 = 50 =XY =", "50 = 50 =XY "},
		{"base64", "QUJD\r\nREU=\r\n", "ABCDE"},
		{"BASE64", "Q UJ\x00D!RA==", "ABCD"},
		{"base64", "QQ==QUI=\r\nQUJD", "AABABC"},
		{"base64", "QUI=\r\n-- \r\nThe list's footer here\r\n", "AB"},
		{"base64", "QUJ", "AB"},
		{"base64; x", "QUJD", "ABC"},
		{"8bit", "a=3D", "a=3D"},
		{"", "a=3D", "a=3D"},
		{"x-unknown", "a=3D", "a=3D"},
	}
	for _, c := range cases {
		got, err := decodeTransfer(c.encoding, []byte(c.in), never)
		if err != nil || string(got) != c.want {
			t.Errorf("%s %q: got %q, %v, want %q", c.encoding, c.in, got, err, c.want)
		}
	}
}

// TestTransferIsTheStandard compares with the strict decoders of the standard
// library, over lengths that cross from one call of yield to the next.
func TestTransferIsTheStandard(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 100, chunk - 1, chunk, chunk*3 + 1} {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte(i * i >> 3)
		}
		encoded := base64.StdEncoding.EncodeToString(data)
		for _, width := range []int{76, 75, len(encoded) + 1} {
			got, _ := decodeBase64([]byte(broken(encoded, width)), never)
			if !bytes.Equal(got, data) {
				t.Errorf("base64 of %d bytes in lines of %d differs", n, width)
			}
		}
		var b bytes.Buffer
		w := quotedprintable.NewWriter(&b)
		w.Binary = true
		w.Write(data)
		w.Close()
		got, _ := decodeTransfer("quoted-printable", b.Bytes(), never)
		if !bytes.Equal(got, data) {
			t.Errorf("quoted-printable of %d bytes differs", n)
		}
	}
}

// broken breaks s into lines.
func broken(s string, width int) string {
	var b strings.Builder
	for len(s) > width {
		b.WriteString(s[:width] + "\r\n")
		s = s[width:]
	}
	return b.String() + s
}

func TestFlowed(t *testing.T) {
	in := "The ferry \nis back \nat the quay.\n\n> It \n> stays.\n> > \n Stuffed.\nopen \n-- \nAnna\n"
	want := "The ferry is back at the quay.\n\n> It stays.\n> > \nStuffed.\nopen \n-- \nAnna\n"
	if got := joinFlowed(in, false); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := joinFlowed("フェ \nリー\n", true); got != "フェリー\n" {
		t.Errorf("delsp: got %q", got)
	}
}
