package format

import (
	"bytes"
	"strings"

	"clippings/wasm/protocol"
)

// sniffLen is how much of a file is looked at to tell its format: HTML pages
// open with comments and byte order marks of up to a few hundred bytes, mails
// with headers of some thousands.
const sniffLen = 4096

// A guess is what a file seems to be.
type guess struct {
	format string
	skip   protocol.SkipReason // why it is not read, SkipNone if it is
	detail string
}

// A magic is how files of a format begin.
type magic struct{ prefix, format string }

// maxMagic is as long as the longest of them.
const maxMagic = 16

// packed are containers and documents that their first bytes tell.
var packed = []magic{
	{"PK\x03\x04", formatZip}, {"PK\x05\x06", formatZip}, {"PK\x07\x08", formatZip}, {"\x1F\x8B", formatGzip}, {"BZh", formatBzip2},
	{"\xFD7zXZ\x00", formatXZ}, {"\x28\xB5\x2F\xFD", formatZstd}, {"%PDF-", formatPDF}, {"{\\rtf", formatRTF},
}

// foreign are first bytes that tell a format which is not read.
var foreign = []magic{
	{"\xD0\xCF\x11\xE0", "old Word, Excel or Outlook"}, {"7z\xBC\xAF\x27\x1C", "7-Zip"}, {"Rar!\x1A\x07", "RAR"}, {"\x89PNG", "PNG image"}, {"\xFF\xD8\xFF", "JPEG image"},
	{"GIF8", "GIF image"}, {"II*\x00", "TIFF image"}, {"MM\x00*", "TIFF image"}, {"RIFF", "sound, film or WebP image"}, {"ID3", "MP3 sound"}, {"OggS", "Ogg sound or film"},
	{"fLaC", "FLAC sound"}, {"\x1F\x9D", "compress (.Z)"}, {"\x04\x22\x4D\x18", "LZ4"}, {"LZIP\x01", "lzip"}, {"PAR1", "Parquet"}, {"\xFFWPC", "WordPerfect"}, {"!<arch>\n", "Unix archive"}, {"MSCF\x00", "Windows cabinet"}, {"ITSF", "Windows help"},
	{"%!PS", "PostScript"}, {"\x78\x9F\x3E\x22", "Outlook attachment (winmail.dat)"}, {"\xCA\xFE\xBA\xBE", "program"}, {"8BPS", "Photoshop image"}, {"\xC5\xD0\xD3\xC6", "PostScript"}, {"\xED\xAB\xEE\xDB", "RPM"}, {"bplist00", "Safari web archive or other property list"}, {"\x1A\x45\xDF\xA3", "film"}, {"SQLite format 3\x00", "SQLite"},
	{"\x7FELF", "program"}, {"MZ", "program"}, {"\x00asm", "program"}, {"wOFF", "font"}, {"wOF2", "font"}, {"\x00\x01\x00\x00\x00", "font"}, {"AT&TFORM", "DjVu"},
}

// foreignNames are extensions whose format is not read, though it may be text.
var foreignNames = map[string]string{
	"doc": "old Word", "xls": "Excel", "xlsx": "Excel", "ods": "OpenDocument sheet", "ppt": "PowerPoint", "pptx": "PowerPoint", "odp": "OpenDocument slides", "opml": "OPML", "msg": "Outlook mail", "pst": "Outlook mail",
	"webarchive": "Safari web archive", "maff": "MAFF", "css": "style sheet", "js": "script", "mjs": "script", "ts": "script", "map": "script", "svg": "SVG image", "ico": "icon",
	"woff": "font", "woff2": "font", "ttf": "font", "7z": "7-Zip", "rar": "RAR", "jpg": "JPEG image", "jpeg": "JPEG image", "png": "PNG image", "gif": "GIF image", "webp": "WebP image",
	"mp3": "MP3 sound", "mp4": "film", "mov": "film", "ris": "RIS", "bib": "BibTeX", "parquet": "Parquet", "feather": "Feather", "pkl": "Python data", "sqlite": "SQLite", "db": "database", "mobi": "Kindle book", "azw3": "Kindle book",
	"br": "Brotli", "lz4": "LZ4", "lz": "lzip", "z": "compress (.Z)", "dmg": "disk image", "iso": "disk image", "wps": "Works", "wpd": "WordPerfect", "iwa": "Pages",
	"heic": "HEIC image", "avif": "AVIF image", "bmp": "BMP image", "tif": "TIFF image", "tiff": "TIFF image", "psd": "Photoshop image", "webm": "film", "mkv": "film", "avi": "film", "m4a": "sound", "wav": "sound", "ogg": "sound",
	"numbers": "Numbers", "mdb": "Access", "accdb": "Access", "rds": "R data", "rdata": "R data", "sav": "SPSS data", "dta": "Stata data", "npy": "Python data", "npz": "Python data", "h5": "HDF5", "class": "program", "exe": "program", "dll": "program", "swf": "Flash", "cpio": "cpio archive", "cab": "Windows cabinet", "chm": "Windows help", "ps": "PostScript", "eps": "PostScript", "one": "OneNote", "pub": "Publisher", "vsd": "Visio", "dwg": "drawing",
}

// damagedNames are extensions of formats that their first bytes would have told.
var damagedNames = map[string]string{
	"zip": formatZip, "wacz": formatZip, "gz": formatGzip, "tgz": formatGzip, "bz2": formatBzip2, "xz": formatXZ, "zst": formatZstd, "pdf": formatPDF, "docx": formatOffice, "odt": formatOffice, "epub": formatOffice,
}

// sniff tells what a file is from its first bytes and its name. The content
// decides where it is sure; a page named .txt is a page.
func sniff(b *body, head []byte) guess {
	ext := extensionOf(b.name)
	first := string(head[:min(len(head), maxMagic)])
	for _, m := range packed {
		if strings.HasPrefix(first, m.prefix) {
			if m.format == formatZip && isOffice(ext, head) {
				return guess{format: formatOffice}
			}
			return guess{format: m.format}
		}
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return guess{format: formatTar}
	}
	if i := bytes.Index(head[:min(len(head), pdfJunk)], []byte("%PDF-")); i > 0 && (ext == "pdf" || len(bytes.TrimSpace(head[:i])) == 0) {
		return guess{format: formatPDF}
	}
	for _, m := range foreign {
		if strings.HasPrefix(first, m.prefix) && (len(m.prefix) > 2 || ext == "" || bytes.IndexByte(head, 0) >= 0) {
			return unsupported(m.format)
		}
	}
	if len(head) > 12 && string(head[4:8]) == "ftyp" {
		return unsupported("film or HEIC image")
	}
	if format := damagedNames[ext]; format != "" {
		return sniffDamaged(b.name, format, head)
	}
	return sniffText(ext, head)
}

// pdfJunk is how far into a file its header may stand: ISO 32000-1, annex H.3.4.1.
const pdfJunk = 1024

// sniffDamaged tells what a file is whose name says a format that its bytes are
// not: a text that tells itself (an error page saved as a.pdf), or what a server
// or browser has unpacked without changing the name. Else it is damaged.
func sniffDamaged(name, format string, head []byte) guess {
	if g := sniffText("", head); g.format != formatText && g.format != formatJSON {
		return g
	}
	if inner := withoutPacking(name); len(inner) < len(name) && len(head) > 0 && isPrintable(head) {
		return sniffText(extensionOf(inner), head)
	}
	return guess{format: format, skip: protocol.SkipDamaged, detail: "it does not begin as " + aOrAn(format) + " file does"}
}

// isPrintable reports bytes among which are no control characters but white space.
func isPrintable(head []byte) bool {
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			return false
		}
	}
	return true
}

// aOrAn puts "a" or "an" before a name.
func aOrAn(name string) string {
	if strings.IndexByte("aeiox", name[0]) >= 0 {
		return "an " + name
	}
	return "a " + name
}

// sniffText tells formats that are text.
func sniffText(ext string, head []byte) guess {
	near := head[:min(len(head), nearLen)]
	text := asciiHead(near)
	isHTML := isPage(text)
	if !isHTML && text != "" && len(near) < len(head) || text == "" {
		text = asciiHead(head)
		isHTML = isPage(text)
	}
	if isHTML {
		return guess{format: formatHTML}
	}
	if format := sniffOther(ext, head); format != "" {
		return guess{format: format}
	}
	if strings.HasPrefix(text, "<") {
		return sniffMarkup(ext, text)
	}
	if label, ok := foreignNames[ext]; ok {
		return unsupported(label)
	}
	switch ext {
	case "csv", "tsv", "tab":
		return guess{format: formatCSV}
	case "jsonl", "ndjson":
		return guess{format: formatJSONL}
	case "json":
		return guess{format: formatJSON}
	case "md", "markdown", "mdown":
		return guess{format: formatMarkdown}
	case "html", "htm", "xhtml", "shtml":
		return guess{format: formatHTML}
	}
	if strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[{") {
		return guess{format: formatJSON}
	}
	return guess{format: formatText}
}

// nearLen is how much of a page tells most often that it is one.
const nearLen = 1024

// isPage reports the head of a page, as asciiHead gives it. More of a page is
// still one.
func isPage(text string) bool {
	return looksHTML(text) && !strings.HasPrefix(text, "<?xml") || opensPage(text)
}

// isTabbed reports lines that have the same number of tabs, two or more: what
// may be a table though it is named .txt.
func isTabbed(ext string, head []byte) bool {
	if ext != "txt" && ext != "" {
		return false
	}
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	second, _, _ := bytes.Cut(rest, []byte("\n"))
	tabs := bytes.Count(first, []byte("\t"))
	return tabs >= 2 && bytes.Count(second, []byte("\t")) > 0
}

// sniffMarkup tells what opens with a tag and is no unpacker format.
func sniffMarkup(ext, text string) guess {
	if label, ok := foreignNames[ext]; ok && !looksHTML(text) {
		return unsupported(label)
	}
	if ext == "md" || ext == "markdown" {
		return guess{format: formatMarkdown}
	}
	return guess{format: formatHTML}
}

func unsupported(label string) guess {
	return guess{format: label, skip: protocol.SkipUnsupported, detail: label + " is not read"}
}

// extensionOf is the part of the name after the last dot, lower case.
func extensionOf(name string) string {
	base := name[strings.LastIndexByte(name, '/')+1:]
	if i := strings.LastIndexByte(base, '.'); i > 0 {
		return strings.ToLower(base[i+1:])
	}
	return ""
}

// isOffice reports an office document or book, which is a zip inside, by its
// name or its first member.
func isOffice(ext string, head []byte) bool {
	if isOfficeExtension(ext) {
		return true
	}
	first := head[min(len(head), 30):min(len(head), 130)]
	return bytes.HasPrefix(first, []byte("[Content_Types].xml")) || bytes.HasPrefix(first, []byte("_rels/.rels")) ||
		bytes.HasPrefix(first, []byte("mimetypeapplication/epub")) || bytes.HasPrefix(first, []byte("mimetypeapplication/vnd.oasis"))
}

func isOfficeExtension(ext string) bool {
	switch ext {
	case "docx", "docm", "dotx", "odt", "ott", "epub", "xlsx", "pptx", "ods", "odp":
		return true
	}
	return false
}

// asciiHead is the head as far as it can be compared with ASCII: byte order
// marks and the zeros of UTF-16 left out, lower case, no white space before. It
// is empty where the head does not open with a tag, a brace or a bracket, as all
// that is asked for does; after a brace white space is left out.
func asciiHead(head []byte) string {
	for len(head) > 0 {
		if c := head[0]; c > ' ' && c < 0xFE && c != 0xEF && c != 0xBB && c != 0xBF {
			break
		}
		head = head[1:]
	}
	if len(head) == 0 || head[0] != '<' && head[0] != '{' && head[0] != '[' {
		return ""
	}
	least := byte(1) // zeros are left out
	if head[0] != '<' {
		least = ' ' + 1
	}
	b := make([]byte, len(head))
	n := 0
	for _, c := range head {
		if c < least || c >= 0xFE {
			continue
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		b[n] = c
		n++
	}
	return string(b[:n])
}

// opensPage reports a page that somebody has put into a tag of their own:
// "<text id=7><html>".
func opensPage(text string) bool {
	for _, feed := range [...]string{"<?xml", "<rss", "<feed", "<rdf", "{", "["} {
		if strings.HasPrefix(text, feed) {
			return false
		}
	}
	near := text[:min(len(text), 600)]
	return strings.Contains(near, "<html") || strings.Contains(near, "<!doctype html")
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
