package shard

import (
	"slices"
	"strings"

	"clippings/wasm/internal/analysis"
	"clippings/wasm/internal/cluster"
	"clippings/wasm/internal/search"
	"clippings/wasm/internal/shingle"
	"clippings/wasm/protocol"
)

// document is one document as a shard keeps it.
type document struct {
	packed     protocol.Packed
	paragraphs []paragraph
	title      string
	info       cluster.Doc
	origin     uint64 // hash of where it comes from
	words      uint32 // of the article: all that is indexed
	recurring  []recurring
	kept       keptAt
}

// paragraph is protocol.Paragraph without its reason, to be free of pointers.
type paragraph struct {
	protocol.Span
	role protocol.Role
	own  protocol.Role // that the extractor gave it, whatever stands in other documents
}

// pack makes the form that is kept. The text is copied, so that no larger
// buffer stays alive because of it.
func pack(doc *protocol.Document) document {
	doc.Text = strings.Clone(doc.Text)
	return repacked(doc, protocol.Pack(doc))
}

// repacked is a document as a shard keeps it, of which the packed form is known.
func repacked(doc *protocol.Document, packed protocol.Packed) document {
	d := document{
		packed: packed, title: strings.Clone(doc.Title), info: infoOf(doc),
		origin: originHash(doc), paragraphs: make([]paragraph, len(doc.Paragraphs)),
	}
	for i, p := range doc.Paragraphs {
		d.paragraphs[i] = paragraph{Span: p.Span, role: p.Role, own: p.Role}
	}
	return d
}

// infoOf gathers what decides which of several copies represents them.
func infoOf(doc *protocol.Document) cluster.Doc {
	info := cluster.Doc{
		ID: doc.ID, Name: doc.Name, Outlet: doc.Outlet, Agency: doc.Agency, Day: dayOf(doc.Date), Minute: minuteOf(doc.Date),
		Series: seriesOf(doc.Title, doc.Outlet),
	}
	for _, v := range []string{
		doc.Title, doc.Subtitle, doc.Section, doc.Date, doc.Modified,
		doc.Agency, doc.Dateline, doc.Outlet, doc.URL,
	} {
		if v != "" {
			info.Fields++
		}
	}
	if len(doc.Byline) > 0 {
		info.Fields++
	}
	return info
}

// seriesOf is the hash of an outlet and a title, 0 for no title. In a title with a
// year or more digits in a row, numbers are left out: they tell the day.
func seriesOf(title, outlet string) uint64 {
	var scan analysis.Scanner
	dated := false
	for scan.Reset(title); scan.Next(); {
		word := scan.Folded()
		dated = dated || len(word) >= len("2025") && isNumber(word)
	}
	hash, words := analysis.Hash([]byte(outlet)), 0
	for scan.Reset(title); scan.Next(); {
		if !dated || !isNumber(scan.Folded()) {
			hash = shingle.Mix(hash ^ scan.FoldedHash())
			words++
		}
	}
	if words == 0 {
		return 0
	}
	return max(1, hash)
}

// isNumber reports whether a word is digits, perhaps with points between.
func isNumber(word []byte) bool {
	return !slices.ContainsFunc(word, func(c byte) bool { return c != '.' && (c < '0' || c > '9') })
}

// feed indexes the document's words and counts them. A position is a word's
// ordinal in the whole text, so that an excerpt that scans the text again finds
// the same words at the same positions.
func (d *document) feed(f *search.Feeder, scan *analysis.Scanner, paragraphs []protocol.Paragraph) {
	f.Begin(paragraphs)
	scan.Reset(d.packed.Text)
	for at := 0; scan.Next(); {
		for at < len(paragraphs) && paragraphs[at].End <= scan.Start() {
			at++
		}
		if at == len(paragraphs) {
			break
		}
		if paragraphs[at].Role.IsArticle() && paragraphs[at].Start <= scan.Start() {
			d.words++
		}
		f.Word(scan)
	}
	f.End()
}

// terms is the hashes of the words that count when documents are compared:
// the running text in the form of analysis.Scanner.Compared, each printing once;
// by the extractor's own roles or by those it has.
// The print is a hash of all words in their first form.
func (d *document) terms(scan *analysis.Scanner, own bool) (terms []uint64, print uint64) {
	terms = make([]uint64, 0, d.words)
	for _, p := range d.paragraphs {
		if !p.role.IsRunning() && !(own && p.own.IsRunning()) {
			continue
		}
		for scan.Reset(p.Of(d.packed.Text)); scan.Next(); {
			if hash, ok := scan.Compared(); ok {
				terms = append(terms, hash)
			}
			print = (print ^ scan.FoldedHash()) * shingle.Base
			print ^= print >> 29
		}
	}
	return terms, print
}

func appendTerms(scan *analysis.Scanner, dst []uint64, text string) []uint64 {
	scan.Reset(text)
	for scan.Next() {
		if hash, ok := scan.Compared(); ok {
			dst = append(dst, hash)
		}
	}
	return dst
}

// full is the document's paragraphs in the form other packages take. dst is
// reused.
func (d *document) full(dst []protocol.Paragraph) []protocol.Paragraph {
	dst = dst[:0]
	for _, p := range d.paragraphs {
		dst = append(dst, protocol.Paragraph{Span: p.Span, Role: p.role})
	}
	return dst
}
