package format

import (
	"fmt"
	"strings"
	"testing"

	"clippings/wasm/internal/extract"
)

// TestFileDate holds that the day in a file's name is used for the document that
// is all the file, where nothing better is known, and not for those that share a
// file.
func TestFileDate(t *testing.T) {
	const story = "The ferry that sank in the storm of last winter is back at the quay in Bergen, as the office of the harbour has said.\n"
	docx := docxOf(t, 1)
	export := ""
	for n := 1; n <= 3; n++ {
		export += fmt.Sprintf("Document %d of 3\n\n%s%s\n", n, story, strings.Repeat("It carries people again from the first of the month. ", 3))
	}
	table := "title,text\n" + strings.Repeat("Ferry back,\""+strings.TrimSpace(story)+"\"\n", 3)
	for _, c := range []struct{ name, data, want string }{
		{"20250703.txt", story, "2025-07-03"},
		{"2025/07/03/ferry.md", "# Ferry\n\n" + story, "2025-07-03"},
		{"2025-07-03.html", "<html><body><h1>Ferry</h1><p>" + story + "</p></body></html>", "2025-07-03"},
		{"2025-07-03_ferry.docx", docx, "2025-07-03"},
		{"2025-07-03.txt", "Posted July 5, 2025\n\n" + story, "2025-07-05"},
		{"2025-07-03.zip", string(zipOf(t, member{"a/2025-07-02.txt", story})), "2025-07-02"},
		{"2025-07-03.zip", string(zipOf(t, member{"ferry.txt", story})), ""},
		{"2025-07-03.csv", table, ""},
		{"2025-07-03.txt", export, ""},
		{"ferry-202507031.txt", story, ""},
	} {
		for _, e := range readString(t, c.name, c.data) {
			if e.Document == nil {
				t.Errorf("%s: %v %s", c.name, e.Skip, e.Detail)
				continue
			}
			if e.Document.Date != c.want {
				t.Errorf("%s#%s: got date %q, want %q", c.name, e.Record, e.Document.Date, c.want)
			}
			for _, f := range e.Document.Facts {
				if f.Rule == extract.FileNameRule && f.Value != c.want {
					t.Errorf("%s#%s: evidence %v beside a better one", c.name, e.Record, f)
				}
			}
		}
	}
}
