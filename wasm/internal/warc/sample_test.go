package warc

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"strings"
)

const page = "<!doctype html><title>Ferry returns</title><p>The ferry is back at the quay.</p>"

// warcRecord is a record of WARC 1.0 with its two line ends.
func warcRecord(kind, fields, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s-1>\r\nWARC-Date: 2024-05-18T01:58:10Z\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, kind, fields, len(block), block)
}

// response is a fetched page, with further lines in the head of the answer.
func response(url, status, fields, body string) string {
	answer := "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body
	return warcRecord("response", "WARC-Target-URI: "+url+"\r\nContent-Type: application/http; msgtype=response\r\n", answer)
}

const html = "Content-Type: text/html; charset=\"UTF-8\"\r\n"

func arcRecord(head, block string) string {
	return fmt.Sprintf("%s %d\n%s\n", head, len(block), block)
}

func gzipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func zlibbed(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

// chunked cuts s into chunks of n bytes.
func chunked(s string, n int) string {
	var b strings.Builder
	for len(s) > 0 {
		part := s[:min(n, len(s))]
		s = s[len(part):]
		fmt.Fprintf(&b, "%x;x=y\r\n%s\r\n", len(part), part)
	}
	return b.String() + "0\r\nTrailer: none\r\n\r\n"
}

// mixed is an archive with a record of every kind.
func mixed() string { return mixedWith(strings.Repeat("\x89PNG", 9000)) }

func mixedWith(picture string) string {
	return warcRecord("warcinfo", "Content-Type: application/warc-fields\r\n", "software: by hand\r\n") +
		warcRecord("request", "WARC-Target-URI: <http://a.example/1>\r\nContent-Type: application/http; msgtype=request\r\n", "GET / HTTP/1.1\r\n\r\n") +
		response("http://a.example/1", "200 OK", html, page) +
		response("http://a.example/2", "301 Moved", html, "moved") +
		response("http://a.example/3", "404 Not Found", html, "gone") +
		response("http://a.example/4.png", "200 OK", "Content-Type: image/png\r\n", picture) +
		response("http://a.example/5", "200 OK", html+"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked(gzipped(page), 20)) +
		response("http://a.example/6", "200 OK", html+"Content-Encoding: br\r\n", "\x0b\x02\x80\x00\x03") +
		warcRecord("resource", "WARC-Target-URI: file:///a.pdf\r\nContent-Type: application/pdf\r\n", "%PDF-1.4") +
		warcRecord("conversion", "WARC-Target-URI: http://a.example/1\r\nContent-Type: text/plain\r\nWARC-Identified-Content-Language: eng\r\n", "The ferry is back.\n") +
		warcRecord("resource", "WARC-Target-URI: metadata://gnu.org/software/wget/warc/wget.log\r\nContent-Type: text/plain\r\n", "Saved.") +
		warcRecord("resource", "WARC-Target-URI: urn:text:http://a.example/1\r\nContent-Type: text/plain\r\n", "The ferry is back.") +
		response("http://a.example/robots.txt", "200 OK", "Content-Type: text/plain\r\n", "User-agent: *") +
		warcRecord("revisit", "WARC-Target-URI: http://a.example/1\r\n", "HTTP/1.1 200 OK\r\n\r\n") +
		warcRecord("metadata", "Content-Type: application/json\r\n", `{"a":1}`)
}

func oldArchive() string {
	return arcRecord("filedesc://a.arc 0.0.0.0 20140216050221 text/plain", "1 0 By hand\nURL IP-address Archive-date Content-type Archive-length\n") +
		arcRecord("http://a.example/1 192.0.2.1 20140216050222 text/html", "HTTP/1.1 200 OK\r\n"+html+"\r\n"+page) +
		arcRecord("http://a.example/with blank 192.0.2.1 20140216050223 text/html 200 - - 0 a.arc", "HTTP/1.1 200 OK\r\n"+html+"\r\n"+page) +
		arcRecord("dns:a.example 192.0.2.9 20140216050224 text/dns", "a.example. 60 IN A 192.0.2.1\n") +
		arcRecord("gopher://a.example/ 192.0.2.1 199802160502 text/plain", "The ferry is back.\n")
}
