package extract

import (
	"testing"

	"clippings/wasm/protocol"
)

// TestNotes ends articles before the notes below them, and leaves the same words
// alone inside.
func TestNotes(t *testing.T) {
	article := "Ferry stops\n\n" + ferry + "The council of the two islands will talk again about the ferry and about the boat of the neighbours on Monday.\n\n"
	for _, c := range []struct {
		last string
		want protocol.Role
	}{
		{"Jane Roe is a writer in Halling who has sailed on every ferry of the islands since she was a child.", protocol.RoleFurniture},
		{"John Doe can be reached at the desk of the harbour gazette or at its office behind the old church.", protocol.RoleFurniture},
		{"A version of this article stood in the printed paper of Tuesday, on the third page of the second part.", protocol.RoleFurniture},
		{"Jane Roe is a fisher in Halling who has sailed on every ferry of the islands since she was a child.", protocol.RoleBody},
		{"The writer of the letter to the council said that she had sailed on every ferry since she was a child.", protocol.RoleBody},
	} {
		d := &protocol.Document{Text: article + c.last + "\n"}
		Extract(d, Input{})
		if got := d.Paragraphs[len(d.Paragraphs)-1].Role; got != c.want {
			t.Errorf("%q below the article: got %v, want %v", c.last, got, c.want)
		}
		d = &protocol.Document{Text: "Ferry stops\n\n" + c.last + "\n\n" + article[len("Ferry stops\n\n"):]}
		Extract(d, Input{})
		if got := d.Paragraphs[1].Role; got != protocol.RoleBody {
			t.Errorf("%q at the beginning: got %v, want body", c.last, got)
		}
	}
}
