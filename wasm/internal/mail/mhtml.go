package mail

import (
	"strings"

	"clippings/wasm/internal/record"
	"clippings/wasm/protocol"
)

// ReadMHTML reads a page that a browser saved as a message and emits it. Its
// pictures and styles are part of it and pass unread. The date of the message is
// when the page was saved and so not a fact about the article.
func ReadMHTML(data []byte, o Options, emit func(record.Record) error) error {
	w := walk{Options: o.withDefaults()}
	size := int64(len(data))
	_, data = cutEnvelope(data)
	whole := newPart(data, "text/html")
	pages, err := w.pages(whole, 0)
	if err != nil {
		return err
	}
	if len(pages) == 0 {
		return w.noText()
	}
	text, err := w.pageText(pages)
	if err != nil {
		return err
	}
	rec := record.Record{Format: "mhtml", HTML: true, Text: text, Bytes: size, Warnings: w.warnings}
	if strings.TrimSpace(text) == "" {
		return w.noText()
	}
	// Browsers put the page's title here, often with the site's name behind it.
	if title := whole.text("Subject", w.Decode); title != "" {
		rec.Facts = append(rec.Facts, protocol.Fact{Field: "title", Value: title, Rule: "mhtml Subject", Trust: protocol.TrustLikely})
	}
	rec.Add("url", pageAddress(whole, pages[0]), "mhtml Content-Location")
	return emit(rec)
}

// pages is the pages of the archive, the one that was saved first and after it
// those in its frames.
func (w *walk) pages(p part, depth int) (pages []part, err error) {
	if !p.isMultipart() {
		if p.kind.word == "text/html" {
			pages = append(pages, p)
		}
		return pages, nil
	}
	if depth >= w.MaxDepth {
		return nil, nil
	}
	parts, err := w.partsOf(p)
	if err != nil {
		return nil, err
	}
	root := rootOf(p, parts)
	for i, child := range parts {
		more, err := w.pages(child, depth+1)
		if err != nil {
			return nil, err
		}
		if i == root {
			pages = append(more, pages...)
		} else {
			pages = append(pages, more...)
		}
	}
	return pages, nil
}

// pageText is the text of the first page, and of the others where the first is
// nothing but their frames.
func (w *walk) pageText(pages []part) (string, error) {
	var b strings.Builder
	for i, p := range pages {
		text, err := w.readText(p)
		if err != nil {
			return "", err
		}
		b.WriteString(text[0].text)
		if i == 0 && indexFold(text[0].text, "<frameset") < 0 {
			break
		}
	}
	return b.String(), nil
}

// pageAddress is where a page was saved from.
func pageAddress(whole, page part) string {
	for _, s := range []string{page.ascii("Content-Location"), whole.ascii("Snapshot-Content-Location"), whole.ascii("Content-Location")} {
		if url := webAddress(s); url != "" {
			return url
		}
	}
	return ""
}
