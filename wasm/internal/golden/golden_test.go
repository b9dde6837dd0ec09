package golden

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// recorder is a testing.TB that keeps what a failed check says.
type recorder struct {
	testing.TB
	said string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) { r.said += fmt.Sprintf(format, args...) }

func TestCheck(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "case.txt")
	missing := &recorder{TB: t}
	Check(missing, path, []byte("a\n"))
	if !strings.Contains(missing.said, "-update") {
		t.Errorf("a missing file says %q, want a word about -update", missing.said)
	}
	write(t, path, []byte("a\r\nb\nc\n"))
	same := &recorder{TB: t}
	Check(same, path, []byte("a\nb\nc\n"))
	if same.said != "" {
		t.Errorf("the same content says %q", same.said)
	}
	other := &recorder{TB: t}
	Check(other, path, []byte("a\nB\nc\n"))
	if !strings.Contains(other.said, "-    2  b\n+    2  B\n") {
		t.Errorf("other content says %q", other.said)
	}
}

func TestDiff(t *testing.T) {
	tests := []struct{ want, got, diff string }{
		{"a\nb\n", "a\nb\n", ""},
		{"a\nb\nc\n", "a\nc\n", "     1  a\n-    2  b\n"},
		{"a\nc\n", "a\nb\nc\n", "     1  a\n+    2  b\n"},
		{"a\nb\n", "a\nb", "     1  a\n-    2  b\n-    3   (no newline)\n+    2  b (no newline)\n"},
		{"", "a\n", "+    1  a\n"},
	}
	for _, test := range tests {
		if got := diff(test.want, test.got); got != test.diff {
			t.Errorf("diff(%q, %q):\n%swant:\n%s", test.want, test.got, got, test.diff)
		}
	}
}
