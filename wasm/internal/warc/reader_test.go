package warc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"clippings/wasm/internal/golden"
)

// dump reads an archive and writes each record or error on a line.
func dump(in io.Reader, l Limits) string {
	var b strings.Builder
	r := NewReader(bufio.NewReaderSize(in, 512), l)
	for {
		rec, err := r.Next()
		var damaged *DamagedError
		switch {
		case err == io.EOF:
			return b.String()
		case errors.As(err, &damaged):
			fmt.Fprintf(&b, "damaged %d %s\n", damaged.Offset, damaged.Reason)
			continue
		case err != nil:
			fmt.Fprintf(&b, "error %v\n", err)
			return b.String()
		}
		fmt.Fprintf(&b, "%s|%s|%s|%s|%d|%d+%d|%q", rec.Type, rec.URL, rec.MediaType, rec.Charset, rec.Status, rec.Offset, rec.Bytes, rec.Payload)
		if rec.Skipped != "" {
			fmt.Fprintf(&b, "|skipped: %s", rec.Skipped)
		}
		if rec.Damage != "" || rec.Truncated {
			fmt.Fprintf(&b, "|%v: %s", rec.Truncated, rec.Damage)
		}
		b.WriteByte('\n')
	}
}

func read(s string) string { return dump(strings.NewReader(s), Limits{}) }

func TestRecordsOfEveryKind(t *testing.T) {
	golden.Check(t, "testdata/mixed.txt", []byte(read(mixed())))
	golden.Check(t, "testdata/arc.txt", []byte(read(oldArchive())))
}

func TestAnyChunkingGivesTheSame(t *testing.T) {
	for _, s := range []string{mixed(), oldArchive(), "junk\n" + mixed()[40:]} {
		want := read(s)
		if got := dump(iotest.OneByteReader(strings.NewReader(s)), Limits{}); got != want {
			t.Errorf("byte by byte:\n%s\nwhole:\n%s", got, want)
		}
		if got := dump(iotest.HalfReader(strings.NewReader(s)), Limits{}); got != want {
			t.Errorf("by halves:\n%s\nwhole:\n%s", got, want)
		}
		if got := dump(iotest.DataErrReader(strings.NewReader(s)), Limits{}); got != want {
			t.Errorf("end with data:\n%s\nwhole:\n%s", got, want)
		}
	}
}
