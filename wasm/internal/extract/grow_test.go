package extract

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// TestGrow holds what stands behind six lines of buttons: the article goes on in
// its own block with a sentence on its matter, and not in the block beside it.
func TestGrow(t *testing.T) {
	const on = "Neighbours of the two islands lend a boat that lies outside."
	for _, c := range []struct {
		name string
		last string
		node int32
		want protocol.Role
	}{
		{"in the block", on, 2, protocol.RoleBody},
		{"beside it", on, 3, protocol.RoleFurniture},
		{"of other matter", "Temperatures reach forty degrees by Sunday, meteorologists say.", 2, protocol.RoleFurniture},
	} {
		var text strings.Builder
		in := Input{Nodes: []Node{{Parent: -1}, {Parent: 0, Hints: HintContent}, {Parent: 1}, {Parent: 1}}}
		add := func(line string, l Line) {
			l.Span = protocol.Span{Start: uint32(text.Len()), End: uint32(text.Len() + len(line))}
			in.Lines = append(in.Lines, l)
			text.WriteString(line + "\n")
		}
		for _, line := range strings.Split(strings.TrimSpace(ferry), "\n\n") {
			add(line, Line{Node: 2})
		}
		for range 6 {
			add("Enlarge this picture", Line{Node: 2, Links: 100})
		}
		add(c.last, Line{Node: c.node})
		d := &protocol.Document{Text: text.String()}
		if err := Extract(d, in); err != nil {
			t.Fatal(err)
		}
		if got := d.Paragraphs[len(d.Paragraphs)-1].Role; got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// TestRefrain keeps what a block says twice and drops what the page does.
func TestRefrain(t *testing.T) {
	const line = "Nobody has asked the fishermen of the two islands what they think of it."
	for _, c := range []struct {
		node int32
		want protocol.Role
	}{{3, protocol.RoleBody}, {4, protocol.RoleRepeat}} {
		text := strings.ReplaceAll(ferry, "\n\n", "\n")
		lines := strings.Split(strings.TrimSpace(text), "\n")
		lines = append([]string{lines[0], line}, append(lines[1:], line, lines[0]+" So it was said on Monday.")...)
		in := Input{Nodes: []Node{{Parent: -1}, {Parent: 0}, {Parent: 1}, {Parent: 1}, {Parent: 2}}}
		at := 0
		for i, l := range lines {
			n := int32(2)
			if i == len(lines)-2 {
				n = c.node
			}
			in.Lines = append(in.Lines, Line{Span: protocol.Span{Start: uint32(at), End: uint32(at + len(l))}, Node: n})
			at += len(l) + 1
		}
		d := &protocol.Document{Text: strings.Join(lines, "\n") + "\n"}
		if err := Extract(d, in); err != nil {
			t.Fatal(err)
		}
		if got := d.Paragraphs[len(lines)-2].Role; got != c.want {
			t.Errorf("node %d: got %v, want %v", c.node, got, c.want)
		}
	}
}
