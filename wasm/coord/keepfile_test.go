package coord

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"hash/crc32"
	"os"
	"reflect"
	"testing"

	"clippings/wasm/protocol"
)

var writeKept = flag.Bool("write-kept", false, "write the workspace file of this version, once, when the version goes up")

// sampleKept is a workspace with something of everything.
func sampleKept() *kept {
	rules := protocol.Regroup{
		Settings:  protocol.DefaultSettings(),
		Decisions: []protocol.Decision{{Kind: protocol.NotCopies, A: "b/2.txt", B: "a/1.txt"}},
	}
	rules.Settings.Keeper, rules.Settings.Preferred = protocol.KeepPreferred, []string{"The Harbour Post"}
	return &kept{
		Workspace: Workspace{
			ID: "w0123abcd", Name: "Hafen – März", Epoch: 300, Shards: 3, Documents: 6, Bytes: 1 << 33, Saved: 1_790_000_000, Page: []byte{1, 2, 3},
		},
		lead: 1, langs: 5, compared: true, owner: []uint8{0, 0, 2, 1, 1, 1},
		files: []protocol.Source{
			{Ordinal: 0, Path: "a/1.txt", Size: 12, Modified: 1_700_000_000_123, Parts: 1},
			{Ordinal: 1, Path: "b/2.txt", Size: 70, Modified: 5, Parts: 1, Recipe: protocol.Recipe{
				Encoding: "koi8-r", Whole: true, Limits: protocol.DefaultLimits,
				Layout:      protocol.Layout{Kind: "csv", Delimiter: ';', Quote: '"', Header: true, Columns: []protocol.Column{{Name: "t", Field: "title", Why: "name"}}},
				Corrections: []protocol.Correction{{Record: "2", Field: "title", Values: []string{"Bridge closed"}}},
			}},
			{Ordinal: 2, Path: "c/large.ndjson", Size: 1 << 30, Modified: 6, Parts: 4},
		},
		broken: []uint32{2}, rules: rules, firsts: map[uint32]protocol.DocID{1: protocol.NewDocID(0, 0), 2: protocol.NewDocID(2, 9)},
		entries: []protocol.Entry{
			{ID: protocol.NewDocID(0, 0), Path: "a/1.txt", Bytes: 12, Format: "text", Encoding: "utf-8", Title: "Ferry late", Words: 2, Warnings: []string{"short"}},
			{ID: protocol.NewDocID(3, 0), Path: "d.bin", Bytes: 1, Skip: protocol.SkipUnreadable, Detail: "gone"},
		},
	}
}

const keptFile1 = "testdata/workspace-1.bin"

// TestFirstVersionOpens: the file of version 1 that stands in the tests says what
// it said when it was written. It is never written anew: a form that changes is
// another version, with a file of its own.
func TestFirstVersionOpens(t *testing.T) {
	if *writeKept {
		if err := os.WriteFile(keptFile1, sampleKept().encode(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(keptFile1)
	if errors.Is(err, errors.ErrUnsupported) {
		t.Skip("no files here")
	}
	if err != nil {
		t.Fatal(err)
	}
	got, err := decodeKept(b)
	if err != nil {
		t.Fatal(err)
	}
	if want := sampleKept(); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestWorkspaceFileIsTheSameAgain(t *testing.T) {
	want := sampleKept().encode()
	k, err := decodeKept(bytes.Clone(want))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(k.encode(), want) {
		t.Error("what was read is written otherwise")
	}
	for i := range want {
		damaged := bytes.Clone(want)
		damaged[i] ^= 0x10
		if _, err := decodeKept(damaged); !errors.Is(err, protocol.ErrCorrupt) {
			t.Fatalf("byte %d is damaged: %v", i, err)
		}
		if _, err := decodeKept(want[:i]); !errors.Is(err, protocol.ErrCorrupt) {
			t.Fatalf("cut off at %d: %v", i, err)
		}
	}
	later := bytes.Clone(want)
	later[len(keptMagic)]++
	if _, err := decodeKept(sealed(later[:len(later)-4])); !errors.Is(err, protocol.ErrVersion) {
		t.Errorf("a later version: %v", err)
	}
}

// sealed is b with its checksum.
func sealed(b []byte) []byte { return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)) }

// FuzzWorkspaceFile: what has the right checksum is read or refused, and what is
// read can be used and is written as it is read.
func FuzzWorkspaceFile(f *testing.F) {
	b := sampleKept().encode()
	f.Add(b[:len(b)-4])
	f.Add(append([]byte(keptMagic), keptVersion, 0, 0))
	f.Fuzz(func(t *testing.T, b []byte) {
		k, err := decodeKept(sealed(bytes.Clone(b)))
		if err != nil {
			return
		}
		c := New(make([]protocol.Shard, 1))
		c.use(k)
		c.breakOffAll([]uint32{0, 1})
		again, err := decodeKept(c.kept(k.Workspace).encode())
		if err != nil || again.ID != k.ID || len(again.owner) != len(k.owner) {
			t.Errorf("written again: %v", err)
		}
	})
}
