package extract

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// TestTeasers parts other stories from an article by their form and their words.
func TestTeasers(t *testing.T) {
	article := "Ferry stops\n\n" + ferry + "The council of the two islands will talk again about the ferry, its engine and the boat of the neighbours on Monday.\n\n" +
		"The neighbours want their boat back before the harbour freezes, and said so to the council of the islands.\n\n"
	others := []string{
		"Minister resigns\n\nAn inquiry found undeclared shares worth millions in three companies, prosecutors said late on Tuesday night.\n\n",
		"Record heat forecast\n\nTemperatures could reach forty degrees by the weekend, according to meteorologists, and hospitals prepare for it.\n\n",
		"Striker transferred\n\nAfter seven seasons and ninety goals Madrid sells its captain, whose contract would have ended next summer.\n\n",
	}
	parts := []string{
		"How the islands voted\n\nThe council of the two islands talked about the ferry for an evening, and about the engine for a whole week.\n\n",
		"Who carries the post\n\nFishermen will carry the post until the engine of the ferry is looked at, which the council accepted.\n\n",
		"Where the boat lies\n\nThe boat of the neighbours will lie outside the old harbour, for it is too wide, as long as the weather is good.\n\n",
	}
	for _, c := range []struct {
		name string
		tail []string
		want protocol.Role
	}{
		{"other stories", others, protocol.RoleFurniture},
		{"parts of one", parts, protocol.RoleBody},
		{"too few", others[:2], protocol.RoleBody},
	} {
		d := &protocol.Document{Text: article + strings.Join(c.tail, "")}
		if err := Extract(d, Input{}); err != nil {
			t.Fatal(err)
		}
		if last := d.Paragraphs[len(d.Paragraphs)-1]; last.Role != c.want {
			t.Errorf("%s: %q is %v (%s), want %v", c.name, last.Of(d.Text), last.Role, last.Why, c.want)
		}
	}
}
