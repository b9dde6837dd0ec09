package mail

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"clippings/wasm/internal/golden"
	"clippings/wasm/internal/record"
)

// head is the head of a message; further lines and the empty one are added.
const head = "From: =?utf-8?Q?Anna_=C3=85s?= <anna@a.example>\r\nTo: desk@c.example\r\nSubject: Ferry returns\r\nDate: Mon, 20 Jul 2015 01:01:07 +0200\r\nMIME-Version: 1.0\r\n"

// multipart puts parts, each with its head, under a boundary.
func multipart(kind, boundary string, parts ...string) string {
	s := "Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\r\n\r\nFor old programs.\r\n"
	for _, p := range parts {
		s += "--" + boundary + "\r\n" + p + "\r\n"
	}
	return s + "--" + boundary + "--\r\n"
}

const (
	plainPart = "Content-Type: text/plain; charset=utf-8\r\n\r\nThe ferry is back.\r\nIt stays."
	pagePart  = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<style>p{color:red}</style><p>The ferry is back.=20</p><p>It stays.</p>"
	image     = "Content-Type: image/png; name=\"a.png\"\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <i>\r\n\r\niVBORw0KGgo="
	report    = "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=utf-8''C:%5CF%C3%A4hre.pdf\r\n\r\nJVBERi0xLjQ="
	inner     = "Content-Type: message/rfc822\r\n\r\nFrom: bo@a.example\r\nSubject: a/b\r\n\r\nInside."
)

var messages = []struct{ name, data string }{
	{"plain", head + "\r\nThe ferry is back.\r\n"},
	{"flowed", head + "Content-Type: text/plain; format=flowed\r\n\r\nThe ferry \r\nis back.\r\n"},
	{"another charset", head + "Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\xf0\xc1\xd2\xcf\xcd\r\n"},
	{"list, newsgroup, addresses", "From: a@b.example\nSubject: x\nList-Id: Harbour news <harbour.a.example>\nNewsgroups: sea.ferries, sea.misc\nArchived-At: <https://a.example/1>\nContent-Language: de-CH\n\nText\n"},
	{"newsgroup with a control character, no language", "From: a@b.example\nSubject: x\nNewsgroups: sea.\x00fer\rries\nContent-Language: @\x00-CH\n\nText\n"},
	{"feed kept by Thunderbird", "From - Mon Jul 20 01:01:07 2015\nFrom: The Harbour\nSubject: x\nContent-Base: http://a.example/2\nContent-Type: text/html\n\n<p>Text\n"},
	{"date of receipt", "From: a@b.example\nDate: yesterday\nReceived: from c by d; Mon, 20 Jul 2015 01:01:07 +0200\n\nText\n"},
	{"date as it stood", "From: a@b.example\nDate: yesterday\n\nText\n"},
	{"alternatives", head + multipart("alternative", "b", plainPart, pagePart)},
	{"alternatives, page first", head + multipart("alternative", "b", pagePart, plainPart)},
	{"alternatives, page is a picture", head + multipart("alternative", "b", plainPart, "Content-Type: text/html\r\n\r\n<img src=a.png><a href=x>Open</a>")},
	{"alternatives, invitation last", head + multipart("alternative", "b", plainPart, pagePart, "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR")},
	{"related inside alternatives", head + multipart("alternative", "bb", plainPart, multipart("related", "b", pagePart, image))},
	{"related with start", head + strings.Replace(multipart("related", "b", image, "Content-ID: <r>\r\n"+pagePart), "related;", "related; start=\"<r>\";", 1)},
	{"mixed with attachments", head + multipart("mixed", "b", plainPart, report, image, inner)},
	{"mixed, text goes on behind a picture", head + multipart("mixed", "b", plainPart, image, "\r\nMore of it.")},
	{"mixed, page and the list's footer", head + multipart("mixed", "b", pagePart, "\r\n--\r\nThe <list>\r\n\r\nLeave it")},
	{"mixed, text as a file", head + multipart("mixed", "b", plainPart, "Content-Type: text/plain; name=a.txt\r\n\r\nA file.")},
	{"only an attachment", head + multipart("mixed", "b", report)},
	{"digest", head + multipart("digest", "b", "\r\nFrom: bo@a.example\r\nSubject: One\r\n\r\nFirst.", "\r\nSubject: Two\r\n\r\nSecond.")},
	{"signed", head + multipart("signed", "b", plainPart, "Content-Type: application/pgp-signature\r\n\r\n-----BEGIN")},
	{"encrypted", head + multipart("encrypted", "b", "Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1")},
	{"boundary missing at the end", strings.TrimSuffix(head+multipart("mixed", "b", plainPart), "\r\n--b--\r\n")},
	{"boundary of the outer begins that of the inner", head + multipart("mixed", "b", multipart("alternative", "bb", plainPart, pagePart), report)},
	{"boundary inside text", head + multipart("mixed", "b", plainPart+"\r\nx--b\r\n--bc\r\n --b")},
	{"boundary not declared", head + strings.Replace(multipart("mixed", "b---x", plainPart), "; boundary=\"b---x\"", "", 1)},
	{"boundary declared wrong", head + strings.Replace(multipart("mixed", "b---x", plainPart), "boundary=\"b---x\"", "boundary=\"other\"", 1)},
	{"no boundary at all", head + "Content-Type: multipart/mixed\r\n\r\nJust text."},
	{"whole multipart encoded", head + "Content-Transfer-Encoding: quoted-printable\r\n" + strings.ReplaceAll(multipart("mixed", "b=b", plainPart), "--b=b", "--b=3Db")},
	{"no header", "Just text: and no field.\r\n"},
	{"nothing", ""},
	{"EMLX", "72       \nFrom: a@b.example\nSubject: Ferry\n\nThe ferry is back, and it stays there.\n<?xml version=\"1.0\"?><plist></plist>"},
	{"types misspelled", head + "Content-Type: html\r\n\r\n<p>The ferry"},
}

// readAll is what comes out of a message.
func readAll(data string, o Options) string {
	var b strings.Builder
	o.Decode = decodeTest
	o.Attachment = func(name, kind string, data []byte) error {
		fmt.Fprintf(&b, "attachment %q %s %q\n", name, kind, data)
		return nil
	}
	err := ReadMessage([]byte(data), o, func(r record.Record) error {
		b.WriteString(show(r))
		return nil
	})
	if err != nil {
		fmt.Fprintln(&b, "error", err)
	}
	return b.String()
}

func TestMessages(t *testing.T) {
	var b strings.Builder
	for _, m := range messages {
		b.WriteString("== " + m.name + "\n" + readAll(m.data, Options{}))
	}
	golden.Check(t, "testdata/messages.txt", []byte(strings.ReplaceAll(b.String(), "\r", "")))
}

func TestLimits(t *testing.T) {
	deep := plainPart
	for i := range 30 {
		deep = multipart("mixed", fmt.Sprintf("b%d", i), deep)
	}
	if got := readAll(head+deep, Options{}); !strings.Contains(got, "error mail: message has no text") {
		t.Errorf("deep: %s", got)
	}
	if got := readAll(head+multipart("mixed", "outer", plainPart, deep), Options{}); !strings.Contains(got, "More than 16 parts lie inside each other") {
		t.Errorf("deep beside text: %s", got)
	}
	wide := make([]string, 3000)
	for i := range wide {
		wide[i] = plainPart
	}
	got := readAll(head+multipart("mixed", "b", wide...), Options{MaxParts: 20})
	if strings.Count(got, "It stays.") != 20 || !strings.Contains(got, "more than 20 parts") {
		t.Errorf("wide: %.2000s", got)
	}
}

func TestErrorsComeBack(t *testing.T) {
	stop := errors.New("stop")
	data := []byte(head + multipart("mixed", "b", plainPart, report))
	fail := func(string, string, []byte) error { return stop }
	keep := func(record.Record) error { return nil }
	for name, err := range map[string]error{
		"yield":      ReadMessage(data, Options{Decode: decodeTest, Yield: func() error { return stop }}, keep),
		"attachment": ReadMessage(data, Options{Decode: decodeTest, Attachment: fail}, keep),
		"emit":       ReadMessage(data, Options{Decode: decodeTest}, func(record.Record) error { return stop }),
	} {
		if err != stop {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

const saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/ferry\r\nSubject: =?utf-8?Q?F=C3=A4hre?= | Baynews\r\nDate: Mon, 20 Jul 2015 01:01:07 -0000\r\nMIME-Version: 1.0\r\n"

var pages = []struct{ name, data string }{
	{"Chrome", saved + strings.Replace(multipart("related", "b", "Content-Location: https://a.example/ferry?x\r\n"+pagePart, image), "related;", "related;\r\n\ttype=\"text/html\";", 1)},
	{"page not first", saved + multipart("related", "b", image, pagePart)},
	{"start", saved + strings.Replace(multipart("related", "b", "Content-Type: text/html\r\n\r\nother", "Content-ID: <r>\r\n"+pagePart), "related;", "related; start=\"<r>\";", 1)},
	{"frames", saved + multipart("related", "b", "Content-Type: text/html\r\nContent-Location: file:///c:/x\r\n\r\n<FRAMESET><frame src=a></FRAMESET>", pagePart)},
	{"one part", saved + "Content-Type: text/html\r\n\r\n<p>The ferry"},
	{"alternative inside", saved + multipart("related", "bb", multipart("alternative", "b", pagePart), image)},
	{"no page", saved + multipart("related", "b", image)},
	{"cut short", (saved + multipart("related", "b", pagePart))[:400]},
}

func TestMHTML(t *testing.T) {
	var b strings.Builder
	for _, p := range pages {
		b.WriteString("== " + p.name + "\n")
		err := ReadMHTML([]byte(p.data), Options{Decode: decodeTest}, func(r record.Record) error {
			b.WriteString(show(r))
			return nil
		})
		if err != nil {
			fmt.Fprintln(&b, "error", err)
		}
		if !IsMHTML([]byte(p.data)) || IsMbox([]byte(p.data)) {
			t.Errorf("%s: not recognized", p.name)
		}
	}
	golden.Check(t, "testdata/mhtml.txt", []byte(strings.ReplaceAll(b.String(), "\r", "")))
}

func TestIsMessage(t *testing.T) {
	cases := []struct {
		head                 string
		message, mbox, mhtml bool
	}{
		{head + "\r\nText", true, false, false},
		{letter(1), true, false, false},
		{letter(1)[:200], true, false, false},
		{mailbox, true, true, false},
		{"From anna@a.example Wed Jan 30 18:07:01 2002\n\nText, and no field at all.\n", false, true, false},
		{"Path: a!b\nFrom: x\nNewsgroups: sea.ferries\nSubject: y\n\nText", true, false, false},
		{"1795\nReturn-Path: <a@b.example>\nReceived: x\n\nText", true, false, false},
		{"From: anna@a.example\nSubject: x\nDate: Mon, 20 Jul 2015 01:01:07 +0200\n\nText", true, false, false},
		{"From: anna@a.example (Anna)\nSubject: x\nOrganization: Bay\nLines: 3\n\nText", true, false, false},
		{"X-A: 1\nX-B: 2\nX-C:\n 3\nSubject: x\n", true, false, false},
		// Articles.
		{"From Bergen to Oslo in 2015: a journey\nBy Anna\n\nThe ferry is back.\n", false, false, false},
		{"From Monday, Jul 20 10:00 2015, the ferry is back.\nSubject: to change.\n", false, false, false},
		{"Subject: Ferry\n\nThe ferry is back.\n", false, false, false},
		{"From: Reuters\nSubject: Ferry\n\nThe ferry is back.\n", false, false, false},
		{"Title: Ferry\nDate: 20 July 2015\nAuthor: Anna\nSource: Baynews\n\nThe ferry is back.\n", false, false, false},
		{"To: or not to.\nThe ferry is back.\nMessage-ID: none.\n", false, false, false},
		{"Update: the ferry is back\nIt stays.\nFrom: what we know\nDate: today\n", false, false, false},
		{"<html><p>From: a@b\n", false, false, false},
		{"{\"Message-ID\": 1}", false, false, false},
		{"Message-ID,Date,From\n1,2,3\n", false, false, false},
		{"", false, false, false},
		{"From ", false, false, false},
		{strings.Repeat("x", 4096), false, false, false},
	}
	for _, c := range cases {
		h := []byte(c.head)
		if IsMessage(h) != c.message || IsMbox(h) != c.mbox || IsMHTML(h) != c.mhtml {
			t.Errorf("%.60q: message %v, mailbox %v, MHTML %v", c.head, IsMessage(h), IsMbox(h), IsMHTML(h))
		}
	}
	if other := []byte(head + multipart("related", "b", pagePart, image)); IsMHTML(other) {
		t.Error("a letter with pictures taken for a saved page")
	}
}

// TestInputIsLeftAlone holds that reading does not change the caller's bytes.
func TestInputIsLeftAlone(t *testing.T) {
	for _, m := range messages {
		data := []byte(m.data)
		ReadMessage(data, Options{Decode: decodeTest}, func(record.Record) error { return nil })
		if !bytes.Equal(data, []byte(m.data)) {
			t.Errorf("%s: changed", m.name)
		}
	}
}
