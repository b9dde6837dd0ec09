package office

import (
	"fmt"

	"clippings/wasm/internal/markup"
	"clippings/wasm/internal/record"
)

// A docxReader reads the parts of one DOCX file.
type docxReader struct {
	Archive
	yield   func() error
	w       *writer
	styles  map[string]docxStyle
	normal  string // id of the paragraph style that is the default
	numbers *numbering
	links   map[string]string // relation -> address, of the part being read
	main    []relation
	size    int
}

// ReadDocx reads a Word file: the body, text boxes, notes, comments, heads and
// feet, diagrams and charts. It emits one record; its errors are ErrFormat,
// ErrEncrypted and those of yield and emit.
func ReadDocx(a Archive, yield func() error, emit func(record.Record) error) error {
	r := &docxReader{Archive: a, yield: yield, w: newWriter()}
	name, body, err := r.mainPart()
	if err != nil {
		return err
	}
	r.main = relationsOf(a, name)
	r.styles, r.normal = readDocxStyles(read(a, first(targetsOf(r.main, "styles"))))
	r.numbers = readNumbering(read(a, first(targetsOf(r.main, "numbering"))))
	if err := r.part(name, body); err != nil {
		return err
	}
	if err := r.others(); err != nil {
		return err
	}
	rec := r.w.record("docx", r.size)
	addProperties(&rec, read(a, r.coreProperties()), "docx")
	rec.Warnings = r.warnings()
	return emit(rec)
}

// mainPart finds the part that holds the body: as the archive says, else where
// Word puts it.
func (r *docxReader) mainPart() (name, text string, err error) {
	candidates := append(targetsOf(relationsOf(r, ""), "officedocument"), "word/document.xml", "word/document2.xml")
	for _, name := range candidates {
		b, err := r.Read(name)
		if len(b) > 0 {
			return name, xmlText(b), nil
		}
		if err == nil {
			return name, "", nil
		}
	}
	for _, name := range r.Names() {
		if name == "EncryptedPackage" || name == "EncryptionInfo" {
			return "", "", ErrEncrypted
		}
	}
	return "", "", fmt.Errorf("office: docx without a part word/document.xml: %w", ErrFormat)
}

func (r *docxReader) coreProperties() string {
	if name := first(targetsOf(relationsOf(r, ""), "core-properties")); name != "" {
		return name
	}
	return "docProps/core.xml"
}

// others reads what hangs on the body, each part once.
func (r *docxReader) others() error {
	seen := map[string]bool{}
	for _, kind := range [...]string{"footnotes", "endnotes", "comments", "header", "footer", "diagramdata", "chart"} {
		for _, name := range targetsOf(r.main, kind) {
			if seen[name] {
				continue
			}
			seen[name] = true
			if err := r.part(name, read(r, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// part reads one part with the relations it has of its own.
func (r *docxReader) part(name, text string) error {
	r.size += len(text)
	r.links = map[string]string{}
	for _, rel := range relationsOf(r, name) {
		if rel.kind == "hyperlink" && rel.extern {
			r.links[rel.id] = rel.target
		}
	}
	p := docxPart{docxReader: r, s: markup.New(text)}
	return p.read()
}

// warnings tells of what a reader of the file sees and a reader of its text does
// not.
func (r *docxReader) warnings() []string {
	chunks := len(targetsOf(r.main, "afchunk"))
	var out []string
	if chunks > 0 {
		out = append(out, "It holds "+counted(chunks, "part")+" in another format, not read.")
	}
	return out
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
