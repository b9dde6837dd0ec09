//go:build !js

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
)

// The single file is a whole site in one page that opens from a disk, without
// a server and without asking anything of anyone:
//
//	index.html      with its styles and scripts written in their places
//	page.wasm.gz    the program that draws, where the scripts can start it while
//	                the browser still reads what is below
//	the others      engine, worker scripts, sample, other formats, in the order
//	                they are wanted in
//	collection/     what clippings publish has added to the site, if it has
//
// What does not run in the page is base64 in a script element of packedType
// whose id is its path: web/source.js hands it out where a site would fetch it.
// Base64 costs a third in size; a page must be text, and nothing denser is
// decoded by the browser itself.
const packedType = "application/octet-stream"

// wantedFirst are the parts that every start needs, in the order it needs them.
// wasm_exec.js runs in the page, where it is found too.
var wantedFirst = []string{"engine.wasm.gz", "store.js", "worker.js", "sample.zip", "unpack.wasm.gz"}

// Tags of index.html that ask for something. Each stands on a line of its own.
var (
	policyTag = regexp.MustCompile(`(?m)^<meta http-equiv="Content-Security-Policy" content="[^"]*">\n`)
	linkTag   = regexp.MustCompile(`(?m)^<link rel="([a-z-]+)" href="([^"?]+)[^>]*>\n`)
	scriptTag = regexp.MustCompile(`(?m)^<script src="([^"?]+)[^"]*"( defer)?></script>\n`)
)

// collectionDir is the folder of a site that holds what was published with it.
const collectionDir = "collection/"

// single is one page made of the files of a site by their path, as build or
// readTree returns them.
func single(files map[string][]byte) ([]byte, error) {
	s := singlePage{files: files}
	html := s.inline(string(files["index.html"]))
	head, body, ok := strings.Cut(html, "</head>\n")
	body, end, isWhole := strings.Cut(body, "</body>")
	if !ok || !isWhole {
		s.fail("index.html has no head or no body")
	}
	var b bytes.Buffer
	before, after, ok := strings.Cut(head, `<meta charset="utf-8">`+"\n")
	if !ok {
		s.fail("index.html does not name its charset")
	}
	// The policy binds what comes after it: it must stand before any script.
	fmt.Fprintf(&b, "%s<meta charset=\"utf-8\">\n%s%s</head>\n%s", before, s.policy(), after, body)
	s.pack(&b, "page.wasm.gz", files["page.wasm.gz"])
	b.WriteString(s.deferred.String())
	for _, name := range wantedFirst {
		s.pack(&b, name, files[name])
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, collectionDir) {
			s.pack(&b, name, files[name])
		}
	}
	b.WriteString("</body>" + end)
	if s.err != nil {
		return nil, s.err
	}
	return b.Bytes(), nil
}

// singlePage gathers what goes into the page; the first error is kept.
type singlePage struct {
	files           map[string][]byte
	deferred        strings.Builder // scripts that run when the first paint is there
	scripts, styles []string        // their hashes, as the policy writes them
	err             error
}

func (s *singlePage) fail(format string, args ...any) {
	if s.err == nil {
		s.err = fmt.Errorf("single: "+format, args...)
	}
}

// inline writes what the tags of html ask for in their place, or leaves it out.
func (s *singlePage) inline(html string) string {
	html = replaceTags(policyTag, html, func([]string) string { return "" })
	html = replaceTags(linkTag, html, func(tag []string) string { return s.link(tag[1], tag[2]) })
	return replaceTags(scriptTag, html, func(tag []string) string {
		text := s.script(tag[1])
		if tag[2] == "" {
			return text
		}
		s.deferred.WriteString(text)
		return ""
	})
}

func replaceTags(tag *regexp.Regexp, html string, by func([]string) string) string {
	return tag.ReplaceAllStringFunc(html, func(found string) string { return by(tag.FindStringSubmatch(found)) })
}

// link is a style sheet or an icon; a manifest is of no use in a file.
func (s *singlePage) link(rel, name string) string {
	switch rel {
	case "stylesheet":
		text := s.text(name, "</style")
		s.styles = append(s.styles, hashOf(text))
		return "<style>" + text + "</style>\n"
	case "icon":
		return fmt.Sprintf("<link rel=\"icon\" href=\"data:image/svg+xml;base64,%s\">\n", base64.StdEncoding.EncodeToString(s.files[name]))
	}
	return ""
}

func (s *singlePage) script(name string) string {
	text := s.text(name, "</script", "<!--")
	s.scripts = append(s.scripts, hashOf(text))
	return fmt.Sprintf("<script id=%q>%s</script>\n", name, text)
}

// text is a file as a browser reads it inside an element, which it must not be
// able to end.
func (s *singlePage) text(name string, never ...string) string {
	content, ok := s.files[name]
	if !ok {
		s.fail("the site lacks %s", name)
	}
	text := strings.ReplaceAll(string(content), "\r\n", "\n")
	for _, end := range never {
		if strings.Contains(strings.ToLower(text), end) {
			s.fail("%s holds %q, which would end it early in a page", name, end)
		}
	}
	return text
}

// policy lets run what is in this file and nothing else, and lets nothing out.
func (s *singlePage) policy() string {
	return fmt.Sprintf("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src %s 'wasm-unsafe-eval'; style-src %s; "+
		"img-src data: blob:; connect-src 'none'; worker-src blob:; base-uri 'none'; form-action 'none'\">\n",
		strings.Join(s.scripts, " "), strings.Join(s.styles, " "))
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// pack writes a part that does not run in the page.
func (s *singlePage) pack(b *bytes.Buffer, name string, content []byte) {
	if len(content) == 0 {
		s.fail("%s is missing or empty", name)
		return
	}
	if strings.ContainsAny(name, "\"<>&\x00\r\n") {
		s.fail("%q cannot be the name of a part", name)
		return
	}
	fmt.Fprintf(b, "<script type=\"%s\" id=\"%s\">", packedType, name)
	b.Grow(base64.StdEncoding.EncodedLen(len(content)) + len("</script>\n"))
	b.Write(base64.StdEncoding.AppendEncode(b.AvailableBuffer(), content))
	b.WriteString("</script>\n")
}

// tooLarge is the size from which a page takes seconds to open: a browser reads
// all of it each time, where a site is asked only for what a search needs.
const tooLarge = 100e6

// runSingle writes the single file of a built or published site.
func runSingle(args []string) error {
	flags := flag.NewFlagSet("single", flag.ContinueOnError)
	dir := flags.String("site", "", "folder of the site")
	out := flags.String("out", "", "file to write, such as clippings.html")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *dir == "" || *out == "" {
		return errors.New(usage)
	}
	files, err := readTree(*dir)
	if err != nil {
		return err
	}
	html, err := single(files)
	if err != nil {
		return err
	}
	if err := os.WriteFile(*out, html, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %.1f MB\n", *out, float64(len(html))/1e6)
	if len(html) > tooLarge {
		fmt.Println("So large a page opens slowly: publish the collection as a site instead.")
	}
	return nil
}
