package collate

import (
	"testing"

	"clippings/wasm/protocol"
)

// FuzzCollate holds that no two texts make collating fail, and that what is said
// gives the other text back; with paragraphs of any roles too.
func FuzzCollate(f *testing.F) {
	f.Add("The old quay will close.\nMr Berg agreed.", "The quay will close, Berg said.", uint8(0))
	f.Add("a a a a b", "a b a a. a", uint8(1))
	f.Add("市政府周四宣布。", "市政府\x80周五宣布。 ", uint8(9))
	f.Fuzz(func(t *testing.T, x, y string, role uint8) {
		if len(x)+len(y) > 4000 {
			return
		}
		checkReconstruction(t, x, []string{y})
		here, there := document(0, x), document(1, y)
		for i := range here.Paragraphs {
			here.Paragraphs[i].Role = protocol.Role(role+uint8(i)) % 14
		}
		if _, err := Beside(here, there, never); err != nil {
			t.Fatal(err)
		}
	})
}
