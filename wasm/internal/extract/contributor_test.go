package extract

import (
	"strings"
	"testing"
)

func TestContributors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Jane Roe in Oslo contributed to this report.", "Jane Roe"},
		{"Associated Press writers Jane Roe in Oslo, Norway, and John P. Doe in Bergen contributed.", "Jane Roe; John P. Doe"},
		{"(Reporting by Jane Roe in Oslo and John Doe; Editing by Ann Lee)", "Jane Roe; John Doe"},
		{"Reporting by Jane Roe, additional reporting by John Doe Editing by Ann Lee", "Jane Roe; John Doe"},
		{"Associated Press writer Jane Roe in Ramallah, West Bank, contributed to this report.", "Jane Roe"},
		{"Reporting by Jane Roe in Oslo, John Doe in Bergen and Ann Lee", "Jane Roe; John Doe; Ann Lee"},
		{"Additional reporting by Jane Roe", "Jane Roe"},
		{"Editing by Ann Lee", ""},
		{"Mitarbeit: Jane Roe, Max Muster", "Jane Roe; Max Muster"},
		{"The Harbour Gazette contributed to this report.", ""},
		{"The storm contributed to the loss.", ""},
		{"", ""},
	} {
		if got := strings.Join(contributors(c.text), "; "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
