package format

// The formats, by the names under which the ledger shows them.
const (
	formatText     = "text"
	formatMarkdown = "markdown"
	formatHTML     = "html"

	formatZip   = "zip"
	formatTar   = "tar"
	formatGzip  = "gzip"
	formatBzip2 = "bzip2"
	formatXZ    = "xz"
	formatZstd  = "zstd"
	formatWARC  = "warc"
	formatMbox  = "mbox"
	formatCSV   = "csv"
	formatJSONL = "jsonl"
	formatJSON  = "json"

	formatFeed     = "feed"
	formatNewswire = "xml"
	formatMail     = "mail"
	formatMHTML    = "mhtml"
	formatOffice   = "office"
	formatRTF      = "rtf"
	formatPDF      = "pdf"
)

// containerReader reads what holds records, each of which it gives to member or
// to record. It is nil for any other format.
func containerReader(format string) func(*walk, opened) error {
	switch format {
	case formatZip:
		return (*walk).zip
	case formatTar:
		return (*walk).tar
	case formatGzip, formatBzip2, formatXZ, formatZstd:
		return (*walk).unpack
	case formatWARC:
		return (*walk).warc
	case formatMbox:
		return (*walk).mbox
	case formatCSV, formatJSONL, formatJSON:
		return (*walk).table
	}
	return nil
}

// leafReader reads a file that is one record of what holds it, though it may be
// several documents.
func leafReader(format string) func(*walk, opened) error {
	switch format {
	case formatFeed:
		return (*walk).feed
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
	return (*walk).text
}
