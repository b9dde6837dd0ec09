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
	for format, want := range map[string]string{"text": "One.\nTwo.", "html": "One.\nInner\nTwo.\nentry"} {
		d.Format = format
		if got := d.Body(); got != want {
			t.Errorf("body of %s is %q, want %q", format, got, want)
		}
	}
}
