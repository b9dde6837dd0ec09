//go:build !js

package main

import (
	"encoding/base64"
	"maps"
	"regexp"
	"strings"
	"testing"
)

const testIndex = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<meta name="clippings-version" content="00">
<link rel="icon" href="icons/icon.svg?v=00" type="image/svg+xml">
<link rel="manifest" href="manifest.webmanifest?v=00">
<script src="theme.js?v=00"></script>
<link rel="stylesheet" href="style.css?v=00">
<script src="wasm_exec.js?v=00" defer></script>
<script src="boot.js?v=00" defer></script>
</head>
<body>
<p>Opening
</body>
</html>
`

// testSite holds the smallest site a single file can be made of.
func testSite() map[string][]byte {
	files := map[string][]byte{"index.html": []byte(testIndex)}
	for _, name := range append([]string{"page.wasm.gz", "icons/icon.svg", "manifest.webmanifest", "theme.js", "style.css", "wasm_exec.js", "boot.js"}, wantedFirst...) {
		files[name] = []byte("content of " + name)
	}
	return files
}

func mustSingle(t *testing.T, files map[string][]byte) string {
	t.Helper()
	html, err := single(files)
	if err != nil {
		t.Fatal(err)
	}
	return string(html)
}

func TestSingleHoldsEveryPart(t *testing.T) {
	files := testSite()
	files["collection/b"], files["collection/a"] = []byte("two"), []byte{0, 255}
	html := mustSingle(t, files)
	packed := func(name string, content []byte) string {
		return `<script type="application/octet-stream" id="` + name + `">` + base64.StdEncoding.EncodeToString(content) + "</script>"
	}
	order := []string{
		"<script id=\"theme.js\">content of theme.js</script>", "<style>content of style.css</style>", "<p>Opening",
		packed("page.wasm.gz", files["page.wasm.gz"]),
		"<script id=\"wasm_exec.js\">content of wasm_exec.js</script>", "<script id=\"boot.js\">content of boot.js</script>",
	}
	for _, name := range wantedFirst {
		order = append(order, packed(name, files[name]))
	}
	order = append(order, packed("collection/a", []byte{0, 255}), packed("collection/b", []byte("two")), "</body>\n</html>\n")
	at := 0
	for _, want := range order {
		i := strings.Index(html[at:], want)
		if i < 0 {
			t.Fatalf("%s is missing or too early in:\n%s", want, html)
		}
		at += i + len(want)
	}
}

var asksFor = regexp.MustCompile(`(src|href)="([^"]*)"`)

func TestSingleAsksForNothing(t *testing.T) {
	html := mustSingle(t, testSite())
	for _, tag := range asksFor.FindAllStringSubmatch(html, -1) {
		if !strings.HasPrefix(tag[2], "data:") {
			t.Errorf("the page asks for %s", tag[2])
		}
	}
	if n := strings.Count(html, "Content-Security-Policy"); n != 1 {
		t.Errorf("%d policies, want 1", n)
	}
	for _, want := range []string{"default-src 'none';", "connect-src 'none';", "'wasm-unsafe-eval';", "worker-src blob:;", hashOf("content of boot.js"), hashOf("content of style.css")} {
		if !strings.Contains(html, want) {
			t.Errorf("the policy lacks %s", want)
		}
	}
	if strings.Contains(html, "'self'") || strings.Contains(html, "'unsafe-") {
		t.Error("the policy allows too much")
	}
}

func TestSingleTwiceIsTheSame(t *testing.T) {
	files := testSite()
	for _, name := range []string{"1", "2", "3", "4"} {
		files[collectionDir+name] = []byte(name)
	}
	if mustSingle(t, files) != mustSingle(t, maps.Clone(files)) {
		t.Error("the same parts gave another page")
	}
}

// A browser reads a carriage return as a line feed, and hashes what it reads.
func TestSingleHashesWhatTheBrowserReads(t *testing.T) {
	files := testSite()
	files["boot.js"] = []byte("one\r\ntwo")
	html := mustSingle(t, files)
	if strings.Contains(html, "\r") || !strings.Contains(html, hashOf("one\ntwo")) {
		t.Errorf("the hash is not of the text without \\r: %q", html)
	}
}

func TestSingleRefuses(t *testing.T) {
	tests := []struct {
		name    string
		change  func(files map[string][]byte)
		message string
	}{
		{"no engine", func(f map[string][]byte) { delete(f, "engine.wasm.gz") }, "engine.wasm.gz is missing"},
		{"no script", func(f map[string][]byte) { delete(f, "boot.js") }, "lacks boot.js"},
		{"a script that ends itself", func(f map[string][]byte) { f["boot.js"] = []byte("'</SCRIPT>'") }, `boot.js holds "</script"`},
		{"a style that ends itself", func(f map[string][]byte) { f["style.css"] = []byte("</style>") }, `style.css holds "</style"`},
		{"no page", func(f map[string][]byte) { f["index.html"] = []byte("<p>") }, "no head"},
		{"a name that ends the tag", func(f map[string][]byte) { f[`collection/a"><script>`] = []byte("a") }, "cannot be the name"},
	}
	for _, test := range tests {
		files := testSite()
		test.change(files)
		html, err := single(files)
		if err == nil || !strings.Contains(err.Error(), test.message) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.message)
		}
		if html != nil {
			t.Errorf("%s: there is a page all the same", test.name)
		}
	}
}
