package warc

import (
	"bufio"
	"io"
	"strings"
	"testing"
)

// BenchmarkSkip passes over pictures and requests of 36 kB and 200 bytes.
func BenchmarkSkip(b *testing.B) {
	pair := warcRecord("request", "WARC-Target-URI: <http://a.example/1>\r\nContent-Type: application/http; msgtype=request\r\n", "GET / HTTP/1.1\r\n\r\n") +
		response("http://a.example/4.png", "200 OK", "Content-Type: image/png\r\n", strings.Repeat("\x89PNG", 9000))
	benchmark(b, strings.Repeat(pair, 800))
}

// BenchmarkPage reads plain pages of 30 kB.
func BenchmarkPage(b *testing.B) {
	benchmark(b, strings.Repeat(response("http://a.example/1", "200 OK", html, strings.Repeat(page, 400)), 800))
}

// BenchmarkText reads text extracts of 4 kB.
func BenchmarkText(b *testing.B) {
	record := warcRecord("conversion", "WARC-Target-URI: http://a.example/1\r\nContent-Type: text/plain\r\n", strings.Repeat("The ferry is back at the quay.\n", 130))
	benchmark(b, strings.Repeat(record, 6000))
}

// BenchmarkDamage looks for a record in lines that hold none.
func BenchmarkDamage(b *testing.B) {
	benchmark(b, mixed()+strings.Repeat("The ferry is back at the quay, http://a.example/ says.\n", 200000)+mixed())
}

func benchmark(b *testing.B, data string) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	in := bufio.NewReaderSize(nil, 64<<10)
	for b.Loop() {
		in.Reset(strings.NewReader(data))
		r := NewReader(in, Limits{})
		for {
			if _, err := r.Next(); err == io.EOF {
				break
			}
		}
	}
}
