package ui

import (
	"os"
	"regexp"
	"slices"
	"testing"
)

// testOnly are modules of go.mod that no program links.
var testOnly = []string{"golang.org/x/text"}

func TestAboutNamesEveryModule(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	var required []string
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v`).FindAllSubmatch(mod, -1) {
		required = append(required, string(m[1]))
	}
	if len(required) == 0 {
		t.Fatal("go.mod requires nothing")
	}
	text := shown(&about{})
	var named []string
	for _, l := range licences {
		named = append(named, l.module)
		wantText(t, text, l.name, l.who, l.terms)
	}
	for _, m := range required {
		if !slices.Contains(named, m) && !slices.Contains(testOnly, m) {
			t.Errorf("%s is required, and About does not name its licence", m)
		}
	}
	for _, m := range named {
		if m != "std" && !slices.Contains(required, m) {
			t.Errorf("About names %s, which is not required any more", m)
		}
	}
}

func TestAboutSaysHowItIsEnforced(t *testing.T) {
	wantText(t, shown(&about{}), "Nothing leaves this computer", "How to check it yourself", "fetch(location.href)")
	wantText(t, shown(&about{policies: []string{"default-src 'none'", closedPolicy}, closed: true}),
		"The network is closed now.", closedPolicy)
	wantText(t, shown(&about{policies: []string{"default-src 'none'"}}), "not closed yet")
	boot, err := os.ReadFile("../../web/boot.js")
	if err != nil || !regexp.MustCompile(regexp.QuoteMeta(`"`+closedPolicy+`"`)).Match(boot) {
		t.Errorf("web/boot.js does not set %q: %v", closedPolicy, err)
	}
}
