package warc

import (
	"fmt"
	"strings"
)

// skipType says why a record of a type holds no article, or "".
func skipType(kind string) string {
	switch kind {
	case "response", "resource", "conversion":
		return ""
	case "warcinfo", "filedesc":
		return "a note about the archive, not a page"
	case "request":
		return "a request, not a page"
	case "metadata":
		return "a note about another record, not a page"
	case "revisit":
		return "a page found unchanged, which is kept where it was first fetched"
	case "continuation":
		return "a later part of a record that is split over archives"
	case "":
		return "a record without a type"
	}
	return fmt.Sprintf("a record of type %q, not a page", short(kind))
}

// skipAddress says why what was fetched from an address is no article, or "".
// Crawlers put notes and pictures of their own among the pages: wget its log,
// Browsertrix the text of a page again, brozzler a screenshot.
func skipAddress(url string) string {
	scheme, _, _ := strings.Cut(url, ":")
	switch strings.ToLower(scheme) {
	case "urn", "metadata", "screenshot", "thumbnail", "youtube-dl":
		return "a note of the crawler, not a page"
	case "dns", "whois":
		return "an answer about a name on the network, not a page"
	}
	if strings.HasSuffix(url, "/robots.txt") {
		return "rules for crawlers (robots.txt), not a page"
	}
	return ""
}

// skipStatus says why an answer with a status holds no article, or "". Archives
// made by hand have answers without a status; they are taken to be good.
func skipStatus(status int) string {
	switch {
	case status == 0, status == 200, status == 203:
		return ""
	case status == 206:
		return "only a part of the page was fetched (status 206)"
	case status >= 300 && status < 400:
		return fmt.Sprintf("the server pointed to another address (status %d)", status)
	}
	return fmt.Sprintf("the server answered with status %d and not with a page", status)
}

// skipMedia says why a payload of a type holds no article, or "". What is not
// known to be without text is kept: the caller looks at its first bytes.
func skipMedia(media string) string {
	major, minor, _ := strings.Cut(media, "/")
	switch major {
	case "image", "audio", "video", "font", "model":
		return "a file of type " + short(media) + ", which has no text"
	}
	switch minor {
	case "css",
		"javascript", "x-javascript", "ecmascript", "x-ecmascript",
		"wasm", "x-shockwave-flash", "vnd.ms-fontobject", "font-woff", "font-woff2",
		"x-font-woff", "x-font-ttf", "x-font-otf", "x-font-truetype", "x-font-opentype":
		return "a file of type " + short(media) + ", which is part of pages and not one"
	}
	return ""
}

// short bounds what is quoted from an archive.
func short(s string) string {
	if len(s) > 60 {
		return strings.ToValidUTF8(s[:60], "") + "…"
	}
	return s
}
