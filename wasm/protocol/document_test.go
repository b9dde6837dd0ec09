package protocol

import "testing"

func TestBody(t *testing.T) {
	d := Document{
		Text: "Title\nOne.\nInner\nTwo.\nentry\nAdvert",
		Paragraphs: []Paragraph{
			{Span: Span{0, 5}, Role: RoleHeading}, {Span: Span{6, 10}}, {Span: Span{11, 16}, Role: RoleHeading},
			{Span: Span{17, 21}}, {Span: Span{22, 27}, Role: RoleBullet}, {Span: Span{28, 34}, Role: RoleFurniture},
		},
	}
	for markup, want := range map[Markup]string{MarkupNone: "One.\nTwo.", MarkupHTML: "One.\nInner\nTwo.\nentry"} {
		d.Markup = markup
		if got := d.Body(); got != want {
			t.Errorf("body with markup %d is %q, want %q", markup, got, want)
		}
	}
	list := Document{Text: "Title\na\nb\nAdvert", Paragraphs: []Paragraph{
		{Span: Span{0, 5}, Role: RoleTitle}, {Span: Span{6, 7}, Role: RoleBullet}, {Span: Span{8, 9}, Role: RoleBullet}, {Span: Span{10, 16}, Role: RoleFurniture},
	}}
	if got := list.Body(); got != "a\nb" {
		t.Errorf("body of a list is %q", got)
	}
}
