// Package newswire reads the XML and SGML in which agencies and archives keep
// articles: Reuters-21578, NITF, NewsML 1, NewsML-G2, and any other XML in which
// an element repeats that holds a headline and a text (TREC, JATS, PubMed,
// exports of content systems).
//
//	text -> which element is an article -> its elements -> body and fields -> record
//
// All of them go one way. They differ in which element an article is (kind.go)
// and share one table of the names that headlines, dates and bodies go by
// (field.go): the formats agree in more names than they differ in, and an archive
// nobody has heard of most likely uses some of them. Where the article's element
// was found by guessing, the first record says so.
//
// Plain text leaves with blank lines between paragraphs, its broken lines joined.
// Marked-up text leaves as HTML, the names of news formats translated.
//
// Cost: an article is scanned about three times; memory is the list of its
// elements, reused.
//
// Sources: http://www.daviddlewis.com/resources/testcollections/reuters21578/,
// https://iptc.org/std/NITF/, https://iptc.org/std/NewsML/,
// https://iptc.org/std/NewsML-G2/, https://jats.nlm.nih.gov/.
package newswire

import (
	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
)

// Is reports whether the text that begins with head is read here. Feeds and web
// pages are not. The more of the text there is to see, the surer the answer for
// XML of unknown make; 64 kB are looked at.
func Is(head string) bool {
	return kindOf(head[:min(len(head), sampleLen)]).article != ""
}

// Read hands every article to emit, in the order of the text. Errors are only
// those of yield and emit, unchanged.
func Read(text string, yield func() error, emit func(record.Record) error) error {
	k := kindOf(text)
	if k.article == "" {
		return nil
	}
	r := reader{kind: k, text: text, yield: yield, emit: emit, keys: record.Keys{}}
	return r.readAll()
}

// yieldEvery is how many bytes are read between two calls of yield: about 2 ms
// in a browser.
const yieldEvery = 64 << 10

type reader struct {
	kind
	text    string
	yield   func() error
	emit    func(record.Record) error
	yielded int
	keys    record.Keys
	n       int
	list    []element // of the article at hand
	spent   int       // bytes read for its fields
	open    []int32   // of them, those that are not closed, outermost first
}

// readAll cuts the text into articles. One that is not closed ends where the
// next begins.
func (r *reader) readAll() error {
	s := markup.New(r.text)
	for k := s.Next(); k != markup.EOF; {
		if err := r.pause(s.Offset()); err != nil {
			return err
		}
		if k != markup.Start || s.Local() != r.article {
			k = s.Next()
			continue
		}
		start := s.Offset()
		r.begin(s)
		for k = s.Next(); k != markup.EOF && (k == markup.Text || s.Local() != r.article); k = s.Next() {
			if err := r.pause(s.Offset()); err != nil {
				return err
			}
			r.add(k, s)
		}
		end := s.Offset()
		if k == markup.EOF {
			end = len(r.text)
		}
		if err := r.write(start, end, k == markup.EOF); err != nil {
			return err
		}
		if k == markup.End {
			k = s.Next()
		}
	}
	return nil
}

func (r *reader) pause(at int) error {
	if at-r.yielded < yieldEvery {
		return nil
	}
	r.yielded = at
	return r.yield()
}
