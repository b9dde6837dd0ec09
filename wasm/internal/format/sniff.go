package format

import (
	"bytes"
	"strings"

	"clippings/wasm/protocol"
)

// The formats that are read.
const (
	formatText     = "text"
	formatMarkdown = "markdown"
	formatHTML     = "html"
	formatZip      = "zip"
)

// sniffLen is how much of a file is looked at to tell its format: HTML pages
// open with comments and byte order marks of up to a few hundred bytes.
const sniffLen = 4096

// A guess is what a file seems to be.
type guess struct {
	format string
	skip   protocol.SkipReason // why it is not read, SkipNone if it is
	detail string
}

// magics are first bytes that tell a format which is not read.
var magics = []struct{ prefix, format string }{
	{"%PDF-", "PDF"}, {"{\\rtf", "RTF"}, {"\xD0\xCF\x11\xE0", "old Word, Excel or Outlook"}, {"\x1F\x8B", "gzip"}, {"BZh", "bzip2"}, {"\xFD7zXZ\x00", "xz"},
	{"\x28\xB5\x2F\xFD", "Zstandard"}, {"7z\xBC\xAF\x27\x1C", "7-Zip"}, {"Rar!\x1A\x07", "RAR"}, {"WARC/", "WARC"}, {"\x89PNG", "PNG image"}, {"\xFF\xD8\xFF", "JPEG image"},
	{"GIF8", "GIF image"}, {"II*\x00", "TIFF image"}, {"MM\x00*", "TIFF image"}, {"RIFF", "sound, film or WebP image"}, {"ID3", "MP3 sound"}, {"OggS", "Ogg sound or film"},
	{"fLaC", "FLAC sound"}, {"\x00\x00\x00\x18ftyp", "film"}, {"\x00\x00\x00\x20ftyp", "film"}, {"\x1A\x45\xDF\xA3", "film"}, {"SQLite format 3\x00", "SQLite"},
	{"\x7FELF", "program"}, {"MZ", "program"}, {"\x00asm", "program"}, {"wOFF", "font"}, {"wOF2", "font"}, {"\x00\x01\x00\x00\x00", "font"}, {"AT&TFORM", "DjVu"},
}

// extensions are file names whose format is not read, though it is text.
var extensions = map[string]string{
	"pdf": "PDF", "doc": "Word", "docx": "Word", "odt": "OpenDocument", "rtf": "RTF", "epub": "EPUB", "xls": "Excel", "xlsx": "Excel", "ppt": "PowerPoint", "pptx": "PowerPoint",
	"csv": "CSV", "tsv": "TSV", "json": "JSON", "jsonl": "JSON lines", "ndjson": "JSON lines", "xml": "XML", "rss": "RSS feed", "atom": "Atom feed", "opml": "OPML", "sgm": "SGML", "sgml": "SGML",
	"warc": "WARC", "wet": "WARC", "arc": "ARC", "eml": "e-mail", "mbox": "mailbox", "msg": "Outlook mail", "mht": "MHTML", "mhtml": "MHTML", "webarchive": "web archive", "maff": "MAFF",
	"css": "style sheet", "js": "script", "mjs": "script", "ts": "script", "map": "script", "svg": "SVG image", "ico": "icon", "woff": "font", "woff2": "font", "ttf": "font",
	"gz": "gzip", "bz2": "bzip2", "xz": "xz", "zst": "Zstandard", "7z": "7-Zip", "rar": "RAR", "tar": "tar", "tgz": "gzip",
	"jpg": "JPEG image", "jpeg": "JPEG image", "png": "PNG image", "gif": "GIF image", "webp": "WebP image", "mp3": "MP3 sound", "mp4": "film", "mov": "film", "ris": "RIS", "bib": "BibTeX", "nxml": "XML",
}

// sniff tells what a file is from its first bytes and its name. The content
// decides where it is sure; a page named .txt is a page.
func sniff(name string, head []byte) guess {
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) || bytes.HasPrefix(head, []byte("PK\x07\x08")) {
		if label := zipDocument(head); label != "" {
			return unsupported(label)
		}
		return guess{format: formatZip}
	}
	ext := extensionOf(name)
	if ext == "zip" {
		return guess{format: formatZip, skip: protocol.SkipDamaged}
	}
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.prefix)) && (len(m.prefix) > 2 || ext == "" || bytes.IndexByte(head, 0) >= 0) {
			return unsupported(m.format)
		}
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return unsupported("tar")
	}
	text := asciiHead(head)
	if label, ok := extensions[ext]; ok && !looksHTML(text) {
		return unsupported(label)
	}
	switch {
	case ext == "md" || ext == "markdown" || ext == "mdown":
		return guess{format: formatMarkdown}
	case ext == "html" || ext == "htm" || ext == "xhtml" || ext == "shtml" || looksHTML(text):
		return guess{format: formatHTML}
	case strings.HasPrefix(text, "<?xml") || strings.HasPrefix(text, "<rss") || strings.HasPrefix(text, "<feed"):
		return unsupported("XML")
	}
	return guess{format: formatText}
}

func unsupported(label string) guess {
	return guess{format: label, skip: protocol.SkipUnsupported, detail: label + " is not read yet"}
}

// extensionOf is the part of the name after the last dot, lower case.
func extensionOf(name string) string {
	base := name[strings.LastIndexByte(name, '/')+1:]
	if i := strings.LastIndexByte(base, '.'); i > 0 {
		return strings.ToLower(base[i+1:])
	}
	return ""
}

// zipDocument names an office document or book, which is a zip inside, by its
// first member, "" for an archive.
func zipDocument(head []byte) string {
	first := head[min(len(head), 30):min(len(head), 130)]
	switch {
	case bytes.HasPrefix(first, []byte("[Content_Types].xml")) || bytes.HasPrefix(first, []byte("_rels/.rels")):
		return "Word, Excel or PowerPoint"
	case bytes.HasPrefix(first, []byte("mimetypeapplication/epub")):
		return "EPUB"
	case bytes.HasPrefix(first, []byte("mimetypeapplication/vnd.oasis")):
		return "OpenDocument"
	}
	return ""
}

// asciiHead is the head as far as it can be compared with ASCII: byte order
// marks and the zeros of UTF-16 left out, lower case, no white space before. It
// is empty where the head does not open with a tag, as all that is asked for does.
func asciiHead(head []byte) string {
	var b []byte
	for _, c := range head {
		switch {
		case c == 0 || c >= 0xFE || len(b) == 0 && (c == 0xEF || c == 0xBB || c == 0xBF || c <= ' '):
		case len(b) == 0 && c != '<':
			return ""
		case 'A' <= c && c <= 'Z':
			b = append(b, c|0x20)
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

// looksHTML reports a head with a page's first tags. A plain text may speak of
// tags, so they must open it or follow declarations and comments.
func looksHTML(text string) bool {
	for _, p := range [...]string{"<!doctype html", "<html", "<head", "<body", "<title>", "<meta ", "<!doctype xhtml"} {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	if strings.HasPrefix(text, "<!--") || strings.HasPrefix(text, "<?xml") || strings.HasPrefix(text, "<!doctype") {
		return strings.Contains(text, "<html") || strings.Contains(text, "<!doctype html")
	}
	return false
}
