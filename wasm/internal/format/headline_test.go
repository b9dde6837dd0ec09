package format

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// TestHeading holds that what a container gives as title stands in the text, as
// title, once.
func TestHeading(t *testing.T) {
	mail := "From: Ann Writer <ann@example.org>\nSubject: Ferry returns to the quay\nDate: Thu, 3 Jul 2025 10:00:00 +0200\n\n"
	body := "The ship that sank in the storm of last winter is back in Bergen, the harbour office said on Monday.\n\nIt was raised in May and has been painted since, and it will carry passengers again from the first week of June.\n"
	page := "<p>" + strings.ReplaceAll(strings.TrimSpace(body), "\n\n", "</p><p>") + "</p>"
	rss := func(title, text string) string {
		return `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><item><title>` + title + `</title><description><![CDATA[` + text + `]]></description></item></channel></rss>`
	}
	for _, c := range []struct{ name, data, title, subtitle, text string }{
		{"a.eml", mail + body, "Ferry returns to the quay", "", "Ferry returns to the quay\n\n" + body},
		{"a.csv", "title,subtitle,text\nFerry returns.,Painted in blue,\"" + body + "\"\n", "Ferry returns.", "Painted in blue", "Ferry returns.\n\nPainted in blue\n\n" + strings.TrimSpace(body)},
		{"a.rss", rss("Ferry returns to the quay", page), "Ferry returns to the quay", "", "Ferry returns to the quay\n" + strings.ReplaceAll(strings.TrimSpace(body), "\n\n", "\n")},
		{"b.rss", rss("Ferry returns to the quay", "<h2>Ferry returns to the quay</h2>"+page), "Ferry returns to the quay", "", "Ferry returns to the quay\n" + strings.ReplaceAll(strings.TrimSpace(body), "\n\n", "\n")},
	} {
		got := readString(t, c.name, c.data)
		if len(got) != 1 || got[0].Document == nil {
			t.Fatalf("%s: got %+v", c.name, got)
		}
		d := got[0].Document
		if strings.TrimSpace(d.Text) != strings.TrimSpace(c.text) {
			t.Errorf("%s: text %q, want %q", c.name, d.Text, c.text)
		}
		if d.Title != c.title || d.Subtitle != c.subtitle || d.Paragraphs[0].Role != protocol.RoleTitle {
			t.Errorf("%s: title %q, subtitle %q, first paragraph %v", c.name, d.Title, d.Subtitle, d.Paragraphs[0].Role)
		}
		if c.subtitle != "" && d.Paragraphs[1].Role != protocol.RoleSubtitle {
			t.Errorf("%s: second paragraph %v", c.name, d.Paragraphs[1].Role)
		}
		if body := d.Body(); strings.Contains(body, "Ferry") || !strings.HasPrefix(body, "The ship") {
			t.Errorf("%s: body %q", c.name, body)
		}
	}
}
