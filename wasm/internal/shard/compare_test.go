package shard

import (
	"reflect"
	"testing"

	"clippings/wasm/internal/align"
	"clippings/wasm/protocol"
)

func TestWordingCrosses(t *testing.T) {
	want := &wording{
		Text:  align.Text{Words: []uint64{1, 1 << 63, 7}, Quoted: []bool{false, true, false}},
		spans: []protocol.Span{{Start: 3, End: 9}, {Start: 10, End: 11}, {Start: 14, End: 15}},
		text:  "on the tenth day",
	}
	b := want.appendTo(nil)
	if got, err := decodeWording(b); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("came through as %+v, %v", got, err)
	}
}

func FuzzWording(f *testing.F) {
	f.Add([]byte{2, 'a', 'b', 3, 4, 5, 6, 7, 8, 9, 10, 1, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		w, err := decodeWording(b)
		if err != nil {
			return
		}
		at := uint32(0)
		for _, s := range w.spans {
			if s.Start < at || s.End < s.Start || int(s.End) > len(w.text) {
				t.Fatalf("spans %v in %d bytes", w.spans, len(w.text))
			}
			at = s.End
		}
	})
}
