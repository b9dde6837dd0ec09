// Package browser tests whole stories in a real headless Chromium. It is a
// module of its own, so that the program's go.mod knows nothing of its tools.
//
//	open(t, host.URL())   a Chromium with an empty profile, on a page
//	newHost(t, prefix)    the built site below a path; records every request, can be stopped
//	b.Drop(paths...)      drops real files and folders on the page
//	newChromiumIn(t, dir) a Chromium with a profile that is kept; b.Kill() ends it as kill -9 does
//	b.Outside()           what tried to leave this machine
//	b.LongestTask()       how long the page's thread was blocked
//	b.Shot(name)          a picture in .build/shots
//
// Run by ./build.sh test. Alone: CLIPPINGS_SITE=/path/of/a/built/site go test .
// CLIPPINGS_KILLS=50 kills browsers so often instead of 5 times.
package browser

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// siteDir is the folder of the built site.
var siteDir string

func TestMain(m *testing.M) {
	if err := findSite(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func findSite() error {
	if siteDir = os.Getenv("CLIPPINGS_SITE"); siteDir != "" {
		return nil
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		return err
	}
	siteDir = filepath.Join(root, ".build", "site")
	build := exec.Command(filepath.Join(root, "build.sh"), "build")
	build.Stdout, build.Stderr = os.Stderr, os.Stderr
	return build.Run()
}
