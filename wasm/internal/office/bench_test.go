package office

import (
	"strings"
	"testing"

	"clippings/wasm/internal/record"
)

const benchSentence = "The ferry over the bay runs again after a winter in dock, the harbour master’s office said."

// benchmark reads an archive whose main part has so many bytes.
func benchmark(b *testing.B, read readFunc, a Archive, size int) {
	b.SetBytes(int64(size))
	for b.Loop() {
		if err := read(a, never, func(record.Record) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDocx(b *testing.B) {
	body := strings.Repeat(para(`<w:pStyle w:val="Kop1"/><w:rPr><w:lang w:val="en-GB"/></w:rPr>`, `<w:r w:rsidR="00A1"><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">`+benchSentence+`</w:t></w:r>`), 5000)
	benchmark(b, ReadDocx, docxOf(body, "word/styles.xml", testStyles, "word/_rels/document.xml.rels", testMainRels), len(body))
}

func BenchmarkODT(b *testing.B) {
	body := strings.Repeat(`<text:p text:style-name="P1">`+benchSentence+`<text:s/><text:span text:style-name="T1">`+benchSentence+`</text:span></text:p>`, 5000)
	benchmark(b, ReadODT, odtOf(body), len(body))
}

func BenchmarkEPUB(b *testing.B) {
	page := strings.Repeat(`<p class="indent">`+benchSentence+` <i>`+benchSentence+`</i></p>`+"\n", 5000)
	benchmark(b, ReadEPUB, bookOf("OPS/text/b.xhtml", page), len(page))
}

func BenchmarkRTF(b *testing.B) {
	data := []byte(`{\rtf1\ansi{\fonttbl{\f0\fcharset0 Arial;}}` + strings.Repeat(`\pard\plain\f0\fs24 {\rtlch\fcs1\af0\ltrch\fcs0\insrsid1234 The ferry over the bay runs again after a winter in dock, the harbour master\rquote s office said.}\par`+"\r\n", 5000) + "}")
	benchmark(b, func(_ Archive, yield func() error, emit emitFunc) error {
		return ReadRTF(RTF{Data: data, Decode: decode}, yield, emit)
	}, nil, len(data))
}
