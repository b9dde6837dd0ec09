package office

import "testing"

// FuzzFlat holds the readers of documents that are one XML file.
func FuzzFlat(f *testing.F) {
	for _, s := range []string{
		`<?xml version="1.0"?><office:document xmlns:office="o"><office:meta><dc:title>Ferry</dc:title></office:meta><office:master-styles><style:footer><text:p>Page</text:p></style:footer></office:master-styles><office:body><office:text><text:p>One</text:p></office:text></office:body></office:document>`,
		`<?xml version="1.0"?><w:wordDocument xmlns:w="w"><w:body><w:p><w:r><w:t>One</w:t></w:r></w:p></w:body></w:wordDocument>`,
		`<pkg:package xmlns:pkg="p"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body><w:p><w:r><w:t>One</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		data := []byte(text)
		if IsFlatODT(data) {
			r := readOne(t, func(_ Archive, yield func() error, emit emitFunc) error { return ReadFlatODT(data, yield, emit) }, nil)
			checkRecord(t, r, len(data))
		}
		if IsFlatDocx(data) {
			got, err := readAll(func(_ Archive, yield func() error, emit emitFunc) error { return ReadFlatDocx(data, yield, emit) }, nil)
			for _, r := range got {
				checkRecord(t, r, len(data))
			}
			if err != nil && len(got) > 0 {
				t.Errorf("%q: %d records and %v", text, len(got), err)
			}
		}
	})
}
