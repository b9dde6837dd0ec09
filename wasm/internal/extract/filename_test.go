package extract

import (
	"strings"
	"testing"
)

func TestPathDate(t *testing.T) {
	for _, c := range []struct{ path, want string }{
		{"20230101.md", "2023-01-01"},
		{"news/20230101.md", "2023-01-01"},
		{"2025-07-03_call.txt", "2025-07-03"},
		{"call 2025_07_03.txt", "2025-07-03"},
		{"2025.07.03.txt", "2025-07-03"},
		{"ap-20250703-1049.txt", "2025-07-03"},
		{"ap-20250703T1049.txt", "2025-07-03"},
		{"harbour20250703.txt", "2025-07-03"},
		{"20250703港口.txt", "2025-07-03"},
		{"港口20250703.txt", "2025-07-03"},
		{"2025-07-03.txt.gz", "2025-07-03"},
		// folders
		{"2025/07/03/article.txt", "2025-07-03"},
		{"gazette/2025/07/03/article.txt", "2025-07-03"},
		{"gazette/2025/07/03.txt", "2025-07-03"},
		{"gazette/2025-07-03/article.txt", "2025-07-03"},
		{"gazette/20250703/article.txt", "2025-07-03"},
		{"gazette/2025/07/2025-07-02.txt", "2025-07-02"},
		{"gazette/2025/2025-07-02.txt", "2025-07-02"},
		{"2025-07-02/2025-07-03.txt", "2025-07-03"},
		{"2025-07-03/2025-07-03 copy of 2025-07-03.txt", "2025-07-03"},
		// no day of the article
		{"export-2025-08-01/article.txt", ""},
		{"2025-07-03.zip/article.txt", ""},
		{"2025-07-01_2025-07-03.txt", ""},
		{"2025-07-03/2025-07-01_2025-07-02.txt", ""},
		{"https://gazette.example/2025/07/03/ferry", ""},
		// no day at all
		{"2025.txt", ""},
		{"2025-07.txt", ""},
		{"2025-07-3.txt", ""},
		{"2025-7-3.txt", ""},
		{"2025-07_03.txt", ""},
		{"20251345.txt", ""},
		{"19010101.txt", ""},
		{"24000101.txt", ""},
		{"2568-07-03.txt", ""},
		{"202507031049.txt", ""},
		{"120250703.txt", ""},
		{"ab20250703.txt", ""},
		{"3f20250703.txt", ""},
		{"20250703ab.txt", ""},
		{"x9y20250703.txt", ""},
		{"2025-07-031.txt", ""},
		{"12025-07-03.txt", ""},
		{"1/2025/07/031/a.txt", ""},
		{"", ""},
		{"/", ""},
		{"2025-07-0", ""},
		{"2025-07-", ""},
	} {
		if got := PathDate(c.path); got != c.want {
			t.Errorf("%q: got %q, want %q", c.path, got, c.want)
		}
	}
}

// FuzzPathDate holds that a day is one, and that its digits stand in the path.
func FuzzPathDate(f *testing.F) {
	for _, path := range []string{"20230101.md", "2025/07/03/a.txt", "2025/07/03.txt", "ap-2025_07_03-1049.txt", "a/2025-07-03", "x20250703T1"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		day := PathDate(path)
		if day == "" {
			return
		}
		if !isDate(day) || !strings.Contains(path, day[:4]) || !strings.Contains(path, day[5:7]) || !strings.Contains(path, day[8:]) {
			t.Errorf("%q: got %q", path, day)
		}
	})
}
