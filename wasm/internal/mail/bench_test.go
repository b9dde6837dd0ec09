package mail

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"clippings/wasm/internal/record"
)

// letter is a message of about 3 kB as mail programs write it, with a page and
// its plain form.
func letter(n int) string {
	paragraph := "The ferry that sank in the storm of last winter is back at the quay in Bergen, the harbour office said on Monday, and it stays.\r\n"
	return fmt.Sprintf("Return-Path: <anna@a.example>\r\nReceived: from b.example (b.example [192.0.2.1])\r\n\tby c.example with ESMTPS id %d;\r\n\tMon, 20 Jul 2015 01:01:07 +0200 (CEST)\r\n"+
		"From: =?utf-8?Q?Anna_=C3=85s?= <anna@a.example>\r\nTo: Desk <desk@c.example>\r\nSubject: Ferry returns, part %d\r\nDate: Mon, 20 Jul 2015 01:01:07 +0200\r\n"+
		"Message-ID: <%d@a.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"=_%d\"\r\n\r\n", n, n, n, n) +
		fmt.Sprintf("--=_%d\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n--=_%d\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>%s</p>\r\n--=_%d--\r\n",
			n, strings.Repeat(paragraph, 8), n, strings.ReplaceAll(strings.Repeat(paragraph, 8), ",", "=2C"), n)
}

func bigMailbox(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("From anna@a.example Mon Jul 20 01:01:07 2015\r\n" + letter(i) + "\r\n")
	}
	return b.String()
}

func BenchmarkMbox(b *testing.B) {
	data := bigMailbox(4000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		m := NewMbox(strings.NewReader(data), Options{})
		for {
			if _, err := m.Next(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkReadMessage(b *testing.B) {
	data := []byte(letter(1))
	benchmarkMessage(b, data)
}

// BenchmarkAttachment is a message that is all one picture.
func BenchmarkAttachment(b *testing.B) {
	line := strings.Repeat("QUJD", 19) + "\r\n"
	data := []byte("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nA picture.\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		strings.Repeat(line, 20000) + "--b--\r\n")
	benchmarkMessage(b, data)
}

func benchmarkMessage(b *testing.B, data []byte) {
	o := Options{
		Decode:     func(_ string, b []byte) string { return string(b) },
		Attachment: func(string, string, []byte) error { return nil },
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if err := ReadMessage(data, o, func(record.Record) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
