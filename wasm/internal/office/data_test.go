package office

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"clippings/wasm/internal/record"
)

func never() error { return nil }

// decode is what package charset does for the program.
func decode(codepage int, b []byte) string {
	pages := map[int]encoding.Encoding{
		874: charmap.Windows874, 932: japanese.ShiftJIS, 936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5,
		1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
		1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258,
		437: charmap.CodePage437, 850: charmap.CodePage850, 10000: charmap.Macintosh,
	}
	e := pages[codepage]
	if e == nil {
		e = charmap.Windows1252
	}
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return string(bytes.ToValidUTF8(b, []byte("\uFFFD")))
	}
	return string(out)
}

// A zipArchive reads parts of up to 64 MB.
type zipArchive struct{ *zip.Reader }

func (a zipArchive) Names() []string {
	names := make([]string, len(a.File))
	for i, f := range a.File {
		names[i] = f.Name
	}
	return names
}

func (a zipArchive) Read(name string) ([]byte, error) {
	for _, f := range a.File {
		if f.Name != name {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer rc.Close()
		return io.ReadAll(io.LimitReader(rc, 64<<20))
	}
	return nil, fmt.Errorf("no part %s", name)
}

// readAny reads a file by what its name or its parts say it is.
func readAny(name string, data []byte) ([]record.Record, error) {
	var out []record.Record
	emit := func(r record.Record) error {
		out = append(out, r)
		return nil
	}
	if filepath.Ext(name) == ".rtf" {
		err := ReadRTF(RTF{Data: data, Decode: decode}, never, emit)
		return out, err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	a := zipArchive{z}
	mimetype, _ := a.Read("mimetype")
	switch kind := Kind(a.Names(), string(mimetype)); kind {
	case "epub":
		err = ReadEPUB(a, never, emit)
	case "odt":
		err = ReadODT(a, never, emit)
	case "docx":
		err = ReadDocx(a, never, emit)
	default:
		err = fmt.Errorf("kind %q is not read", kind)
	}
	return out, err
}

// plain is the text of HTML, a space between blocks.
func plain(source string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if name, _ := z.TagName(); !strings.Contains(" a b i em strong span sup sub u small ", " "+string(name)+" ") {
				b.WriteByte(' ')
			}
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// excused counts, for each file, the strings that are not text of it.
var excused = map[string]int{
	"testAttachedTemplate.docx":        2, // the address of its template
	"testBinControlWord.rtf":           1, // the name of an exception
	"testHoverAndVml.docx":             4, // addresses under pictures
	"testODFwithOOo3.odt":              1, // its subject
	"testODTMacro.odt":                 1, // the source of a macro
	"testPDFEmbeddingAndEmbedded.docx": 2, // files inside the file, here and below
	"testWORD_EMFAndAttachments.docx":  2,
	"test_recursive_embedded.docx":     5,
	"testWORD_2006ml.docx":             1, // a part for new documents
	"testWORD_embedded_pics.docx":      7, // names of pictures
}

// TestData looks for the strings that the labelled set says are in its files.
func TestData(t *testing.T) {
	root := os.Getenv("CLIPPINGS_DATA")
	if root == "" {
		t.Skip("CLIPPINGS_DATA is not set")
	}
	root = filepath.Join(root, "formats_tika")
	f, err := os.Open(filepath.Join(root, "expectations.jsonl"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	found, missed := 0, 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var want struct {
			File    string
			Must    []string `json:"must_contain"`
			MustNot []string `json:"must_not_contain"`
		}
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		switch filepath.Ext(want.File) {
		case ".docx", ".odt", ".epub", ".rtf", ".fodt":
		default:
			continue
		}
		data, err := os.ReadFile(filepath.Join(root, want.File))
		if err != nil {
			t.Error(err)
			continue
		}
		records, err := readAny(want.File, data)
		var b strings.Builder
		for _, r := range records {
			fmt.Fprintln(&b, plain(r.Text))
			for _, fact := range r.Facts {
				fmt.Fprintln(&b, fact.Value)
			}
		}
		text := squeeze(b.String())
		for _, s := range want.Must {
			s = html.UnescapeString(strings.TrimPrefix(s, ">")) // some stand in markup
			if strings.Contains(text, squeeze(s)) {
				found++
				continue
			}
			missed++
			if name := filepath.Base(want.File); excused[name] > 0 {
				excused[name]--
				continue
			}
			t.Errorf("%s: no %q (%v)", want.File, s, err)
		}
		for _, s := range want.MustNot {
			if strings.Contains(text, s) {
				t.Errorf("%s: holds %q", want.File, s)
			}
		}
	}
	t.Logf("%d found, %d not", found, missed)
}
