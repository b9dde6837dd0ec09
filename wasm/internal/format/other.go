//go:build !js || unpack

package format

import (
	"bytes"

	"clippings/wasm/internal/charset"
	"clippings/wasm/internal/feed"
	"clippings/wasm/internal/mail"
	"clippings/wasm/internal/newswire"
	"clippings/wasm/internal/office"
	"clippings/wasm/internal/table"
	"clippings/wasm/internal/warc"
)

// The formats that the engine of the page leaves to a program of their own,
// which is loaded when the first file of them comes.

func otherContainer(format string) func(*walk, opened) error {
	switch format {
	case formatCSV, formatJSONL, formatJSON:
		return (*walk).table
	case formatTar:
		return (*walk).tar
	case formatBzip2, formatXZ, formatZstd:
		return (*walk).decompress
	case formatWARC:
		return (*walk).warc
	case formatMbox:
		return (*walk).mbox
	}
	return nil
}

func otherLeaf(format string) func(*walk, opened) error {
	switch format {
	case formatFeed:
		return (*walk).feed
	case formatFlat:
		return (*walk).flat
	case formatNewswire:
		return (*walk).newswire
	case formatMail:
		return (*walk).mail
	case formatMHTML:
		return (*walk).mhtml
	case formatOffice:
		return (*walk).office
	case formatRTF:
		return (*walk).rtf
	case formatPDF:
		return (*walk).pdf
	}
	return nil
}

// sniffOther tells the other formats that are text, "" for any other.
func sniffOther(ext string, head []byte) string {
	switch {
	case warc.Is(head):
		return formatWARC
	case mail.IsMHTML(head):
		return formatMHTML
	case mail.IsMbox(head):
		return formatMbox
	case ext == "eml" || mail.IsMessage(head):
		return formatMail
	case isProse(head):
		return sniffTable(ext, head)
	case office.IsFlatODT(head) || office.IsFlatDocx(head):
		return formatFlat
	}
	text := string(head)
	if len(head) > 0 && head[0] >= 0x80 || bytes.IndexByte(head, 0) >= 0 {
		text = charset.Decode(head, charset.Hint{}).Text
	}
	switch {
	case feed.Is(text):
		return formatFeed
	case newswire.Is(text):
		return formatNewswire
	}
	return sniffTable(ext, []byte(text))
}

// isProse reports a head without the sign that opens a tag, which none of the
// formats of markup can do without, in an encoding that writes it as itself, and
// which is no JSON.
func isProse(head []byte) bool {
	if len(head) == 0 || head[0] >= 0x80 || bytes.IndexByte(head, '<') >= 0 || bytes.IndexByte(head, 0) >= 0 {
		return false
	}
	first := bytes.TrimLeft(head, "\ufeff \t\r\n")
	return len(first) > 0 && first[0] != '{'
}

// sniffTable tells a table that is named as text.
func sniffTable(ext string, head []byte) string {
	if isTabbed(ext, head) {
		if layout, ok := table.Guess(head, "table.tsv"); ok && layout.Kind == table.CSV && layout.Header {
			return formatCSV
		}
	}
	return ""
}
