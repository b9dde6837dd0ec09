//go:build !js || unpack

package unpack

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"clippings/wasm/internal/format"
	"clippings/wasm/protocol"
)

// broken is a program that has broken down.
type broken struct{}

func (*broken) Call(context.Context, protocol.Call) ([]byte, error) {
	return nil, fmt.Errorf("%w: the wire is closed", protocol.ErrLost)
}

// TestProgramThatIsNotThere: the person reads in plain words why a file of another
// format was left out, and a program that broke down is started again for the next.
func TestProgramThatIsNotThere(t *testing.T) {
	m := samples(t)[0]
	for want, start := range map[string]func(int) (protocol.Shard, error){
		"could not be fetched; reload the page while you are connected": func(int) (protocol.Shard, error) {
			return nil, fmt.Errorf("port: other formats: %w", fs.ErrNotExist)
		},
		"did not start, most likely for want of memory": func(int) (protocol.Shard, error) { return nil, errors.New("RangeError") },
		"broke down, most likely for want of memory; drop the file again": func(n int) (protocol.Shard, error) {
			if n == 0 {
				return &broken{}, nil
			}
			return server(), nil
		},
	} {
		starts := 0
		u := &format.Unpacker{Blob: func(b []byte) protocol.File { return b }, Start: func() (protocol.Shard, error) {
			s, err := start(starts)
			starts++
			return s, err
		}}
		lines := strings.Join(read(t, format.Reader{Unpacker: u}, m), "\n")
		if !strings.Contains(lines, want) || strings.Contains(lines, "port:") {
			t.Errorf("want %q:\n%s", want, lines)
		}
		if strings.HasPrefix(want, "broke") {
			again := read(t, format.Reader{Unpacker: u}, m)
			if whole := read(t, format.Reader{}, m); starts != 2 || strings.Join(again, "\n") != strings.Join(whole, "\n") {
				t.Errorf("started %d times, the file dropped again gives %q", starts, again)
			}
		}
	}
}
