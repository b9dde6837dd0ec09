package shard

import (
	"reflect"
	"testing"
)

// FuzzManifest: whatever a manifest holds, what is read of it is small and is
// written as it was read.
func FuzzManifest(f *testing.F) {
	m := manifest{
		batches: []string{"documents-1-a", "documents-2-b"}, state: "state-1-c", index: []string{"index-1-d"}, found: "found-1-e",
		runs: []keptRun{{file: 0, n: 3, sources: []uint32{1, 7}}, {file: 1, from: 2, n: 1, sources: []uint32{4}}},
	}
	f.Add(m.appendTo(nil))
	f.Add([]byte{keptVersion, 1, 1, 'a', 1, 1, 'b', 0, 0, 1, 0, 0, 0xff, 0xff, 0xff, 0xff, 7, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := decodeManifest(b)
		if err != nil {
			return
		}
		if n := len(m.runs) + len(m.names()); n > len(b) || m.documents() > mostKept {
			t.Fatalf("%d bytes tell of %d runs and files, and %d documents", len(b), n, m.documents())
		}
		again, err := decodeManifest(m.appendTo(nil))
		if err != nil || !reflect.DeepEqual(again, m) {
			t.Fatalf("%+v comes back as %+v, %v", m, again, err)
		}
	})
}
