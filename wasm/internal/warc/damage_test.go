package warc

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"clippings/wasm/internal/golden"
)

// TestDamage shows what comes out of archives that are broken in each way.
func TestDamage(t *testing.T) {
	good := response("http://a.example/good", "200 OK", html, "<p>Good.</p>")
	noLength := strings.Replace(good, "Content-Length", "X-Length", 1)
	at := strings.Index(good, "Content-Length: ") + len("Content-Length: ")
	length, _ := strconv.Atoi(good[at : at+2])
	claim := func(n int) string { return good[:at] + strconv.Itoa(n) + good[at+2:] }
	cases := []struct{ name, archive string }{
		{"junk between records", good + "some\nlines\n\nWARC/1.0 is a format\n" + good},
		{"no length", noLength + good},
		{"length too short", claim(length-5) + good},
		{"length too long", claim(length+15) + good + good},
		{"length is no number", strings.Replace(good, "Content-Length: ", "Content-Length: -", 1) + good},
		{"head broken off by another record", "WARC/1.0\r\nWARC-Type: response\r\n" + good},
		{"head without end", good + "WARC/1.0\r\nWARC-Type: resp"},
		{"head too long", "WARC/1.0\r\nX: " + strings.Repeat("x", maxHead/4) + strings.Repeat("\r\nX: "+strings.Repeat("x", maxHead/4), 5) + "\r\n\r\n" + good},
		{"cut in the body", good + good[:len(good)-9]},
		{"cut in the head of the answer", good + good[:strings.Index(good, "200 OK")+6]},
		{"line ends of one byte", strings.ReplaceAll(claim(length-3), "\r\n", "\n") + good},
		{"no answer in the block", warcRecord("response", "Content-Type: application/http; msgtype=response\r\n", "<p>Bare.</p>")},
		{"answer without body", warcRecord("response", "Content-Type: application/http\r\n", "HTTP/1.1 200 OK\r\n"+html)},
		{"truncated by the crawler", warcRecord("resource", "Content-Type: text/html\r\nWARC-Truncated: length\r\n", "<p>Ha")},
		{"first of several parts", warcRecord("response", "WARC-Segment-Number: 1\r\n", "HTTP/1.1 200 OK\r\n"+html+"\r\n<p>Ha") + warcRecord("continuation", "WARC-Segment-Number: 2\r\n", "lf.</p>")},
		{"folded and unknown lines", warcRecord("resource", "Content-Type:\r\n text/html;\r\n charset=koi8-r\r\nno colon\r\n", "<p>Ha")},
		{"type only identified", warcRecord("response", "WARC-Identified-Payload-Type: Text/HTML\r\n", "HTTP/1.1 200 OK\r\n\r\n<p>Ha")},
		{"an ARC with junk", oldArchive() + "junk junk\n\n" + arcRecord("http://a.example/2 192.0.2.1 20140216050222 text/html", "HTTP/1.1 200 OK\r\n"+html+"\r\n"+page)},
		{"an ARC in a page of a WARC", response("http://a.example/1", "200 OK", html, "x")[:250] + oldArchive() + good},
	}
	var b strings.Builder
	for _, c := range cases {
		b.WriteString("== " + c.name + "\n" + read(c.archive))
	}
	golden.Check(t, "testdata/damage.txt", []byte(b.String()))
}

// TestCoding shows what comes out of bodies as servers and crawlers leave them.
func TestCoding(t *testing.T) {
	long := strings.Repeat(page, 50)
	cases := []struct{ name, fields, body string }{
		{"gzip", "Content-Encoding: gzip\r\n", gzipped(page)},
		{"gzip, bytes behind", "Content-Encoding: x-gzip\r\n", gzipped(page) + "\r\n\r\n"},
		{"gzip cut short", "Content-Encoding: gzip\r\n", gzipped(page)[:60]},
		{"gzip damaged", "Content-Encoding: gzip\r\n", "\x1f\x8bxxxxxxxxxxxxxxxxxxxxxxx"},
		{"gzip declared only", "Content-Encoding: gzip\r\n", page},
		{"gzip twice", "Content-Encoding: gzip, gzip\r\n", gzipped(gzipped(page))},
		{"gzip too often", "Content-Encoding: gzip, gzip, gzip, gzip\r\n", gzipped(page)},
		{"gzip beyond the limit", "Content-Encoding: gzip\r\n", gzipped(long)},
		{"deflate with zlib", "Content-Encoding: deflate\r\n", zlibbed(page)},
		{"deflate without", "Content-Encoding: deflate\r\n", zlibbed(page)[2:]},
		{"deflate declared only", "Content-Encoding: deflate\r\n", page},
		{"br declared only", "Content-Encoding: br\r\n", page},
		{"br", "Content-Encoding: br\r\n", "\x8b\x02\x80\x00\x03"},
		{"identity", "Content-Encoding: identity\r\n", page},
		{"chunks", "Transfer-Encoding: chunked\r\n", chunked(page, 7)},
		{"chunks declared only", "Transfer-Encoding: chunked\r\n", page},
		{"chunks declared only, text like a number", "Transfer-Encoding: chunked\r\n", "Face it.\nNo chunk here."},
		{"chunks cut short", "Transfer-Encoding: chunked\r\n", chunked(page, 50)[:40]},
		{"chunks, then something else", "Transfer-Encoding: chunked\r\n", "5\r\n<p>Ha\r\n<p>rest"},
		{"chunk larger than all", "Transfer-Encoding: chunked\r\n", "7fffffff\r\n<p>Ha"},
		{"chunks of gzip", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked(gzipped(page), 9)},
		{"beyond the limit", "", long},
	}
	var b strings.Builder
	for _, c := range cases {
		got := dump(strings.NewReader(response("http://a.example/", "200 OK", html+c.fields, c.body)), Limits{MaxPayload: 200})
		b.WriteString("== " + c.name + "\n" + got)
	}
	golden.Check(t, "testdata/coding.txt", []byte(b.String()))
}

func TestIs(t *testing.T) {
	cases := []struct {
		head string
		want bool
	}{
		{mixed(), true},
		{"\r\n" + mixed(), true},
		{"WARC/0.17\nx", true},
		{oldArchive(), true},
		{"WARC/1.0 is a format\n", false},
		{"WARC/\n", false},
		{"filedesc://a\nb", false},
		{"http://a.example/ 192.0.2.1 20140216050222 text/html 12\n", false},
		{"", false},
	}
	for _, c := range cases {
		if got := Is([]byte(c.head)); got != c.want {
			t.Errorf("Is(%.40q) = %v", c.head, got)
		}
	}
}

func TestErrorsComeBack(t *testing.T) {
	stop := errors.New("stop")
	long := response("http://a.example/1", "200 OK", html, strings.Repeat(page, 3000))
	if got := dump(strings.NewReader(long), Limits{Yield: func() error { return stop }}); got != "error stop\n" {
		t.Errorf("yield: %s", got)
	}
	in := io.MultiReader(strings.NewReader(mixed()[:300]), iotest.ErrReader(io.ErrUnexpectedEOF))
	got := dump(in, Limits{})
	if !strings.HasSuffix(got, "error unexpected EOF\n") {
		t.Errorf("reader: %s", got)
	}
}

// FuzzReader holds that no archive stops the reader, that what it keeps is
// bounded, that records lie behind each other, and that it does not matter how
// the bytes come in.
func FuzzReader(f *testing.F) {
	small := mixedWith("\x89PNG")
	f.Add(small)
	f.Add(oldArchive())
	f.Add(small[:700] + "\n" + small[300:])
	f.Add(response("http://a.example/", "200 OK", "Transfer-Encoding: chunked\r\nContent-Encoding: deflate\r\n", chunked(zlibbed(page), 5)))
	f.Fuzz(func(t *testing.T, s string) {
		const limit = 5000
		want := dump(strings.NewReader(s), Limits{MaxPayload: limit})
		if got := dump(iotest.HalfReader(strings.NewReader(s)), Limits{MaxPayload: limit}); got != want {
			t.Errorf("by halves:\n%q\nwhole:\n%q", got, want)
		}
		r := NewReader(bufio.NewReader(strings.NewReader(s)), Limits{MaxPayload: limit})
		at := int64(0)
		for {
			rec, err := r.Next()
			if err == io.EOF {
				return
			}
			var damaged *DamagedError
			if errors.As(err, &damaged) {
				if damaged.Offset < at {
					t.Fatalf("damage at %d, behind it already %d", damaged.Offset, at)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if rec.Offset < at || rec.Bytes < 0 || len(rec.Payload) > limit || (rec.Skipped == "") != (len(rec.Payload) > 0) {
				t.Fatalf("record %+v after %d", rec, at)
			}
			at = rec.Offset + rec.Bytes
		}
	})
}
