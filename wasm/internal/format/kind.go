package format

// The formats, by the names under which the ledger shows them.
const (
	formatText     = "text"
	formatMarkdown = "markdown"
	formatHTML     = "html"

	formatZip  = "zip"
	formatGzip = "gzip"

	formatCSV      = "csv"
	formatJSONL    = "jsonl"
	formatJSON     = "json"
	formatTar      = "tar"
	formatBzip2    = "bzip2"
	formatXZ       = "xz"
	formatZstd     = "zstd"
	formatWARC     = "warc"
	formatMbox     = "mbox"
	formatFeed     = "feed"
	formatFlat     = "flat office" // a whole word processor's document as one XML file
	formatNewswire = "xml"
	formatMail     = "mail"
	formatMHTML    = "mhtml"
	formatOffice   = "office"
	formatRTF      = "rtf"
	formatPDF      = "pdf"
	formatOther    = "other" // one of these: another program knows which
)

// isOther reports formats that are many bytes of program and few people's files.
func isOther(format string) bool {
	switch format {
	case formatCSV, formatJSONL, formatJSON, formatTar, formatBzip2, formatXZ, formatZstd, formatWARC, formatMbox, formatFeed, formatFlat, formatOther, formatNewswire, formatMail, formatMHTML, formatOffice, formatRTF, formatPDF:
		return true
	}
	return false
}

// containerReader reads what holds records, each of which it gives to member or
// to record. It is nil for any other format.
func containerReader(format string) func(*walk, opened) error {
	switch format {
	case formatZip:
		return (*walk).zip
	case formatGzip:
		return (*walk).gunzip
	}
	return otherContainer(format)
}

// leafReader reads a file that is one record of what holds it, though it may be
// several documents.
func leafReader(format string) func(*walk, opened) error {
	if read := otherLeaf(format); read != nil {
		return read
	}
	return (*walk).text
}
