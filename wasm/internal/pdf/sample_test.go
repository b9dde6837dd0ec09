package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// sample writes a PDF file of numbered objects, 1 being the catalogue.
type sample struct {
	objects []string
	trailer string // keys beside Root and Size
}

// pageSample is a PDF whose pages show what is given: content streams.
func pageSample(contents ...string) *sample {
	s := &sample{}
	s.add("<< /Type /Catalog /Pages 2 0 R >>")
	kids := ""
	for i := range contents {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
	}
	s.add(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> >>", kids, len(contents)))
	s.add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
	for i, c := range contents {
		s.add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", 5+2*i))
		s.add(streamObject("", c))
	}
	return s
}

func (s *sample) add(object string) { s.objects = append(s.objects, object) }

func streamObject(keys, data string) string {
	return fmt.Sprintf("<< /Length %d %s >>\nstream\n%s\nendstream", len(data), keys, data)
}

func deflated(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(data))
	w.Close()
	return b.String()
}

// bytes is the file with a table of objects.
func (s *sample) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var at []int
	for i, o := range s.objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, off := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(&b, "trailer\n<< /Root 1 0 R /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, s.trailer, start)
	return b.Bytes()
}

// packedBytes is the file with its objects, streams apart, in an object stream
// and the table as a stream with a predictor.
func (s *sample) packedBytes() []byte {
	var b, body, head bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	n := len(s.objects)
	rows := make([][4]byte, n+3)
	inside := 0
	for i, o := range s.objects {
		if strings.Contains(o, "stream\n") {
			rows[i+1] = [4]byte{1, byte(b.Len() >> 8), byte(b.Len())}
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
			continue
		}
		rows[i+1] = [4]byte{2, byte((n + 1) >> 8), byte(n + 1), byte(inside)}
		fmt.Fprintf(&head, "%d %d ", i+1, body.Len())
		body.WriteString(o + " ")
		inside++
	}
	rows[n+1] = [4]byte{1, byte(b.Len() >> 8), byte(b.Len())}
	data := deflated(head.String() + body.String())
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n+1,
		streamObject(fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", inside, head.Len()), data))
	start := b.Len()
	rows[n+2] = [4]byte{1, byte(start >> 8), byte(start)}
	var table []byte
	var above [4]byte
	for _, r := range rows {
		table = append(table, 2) // "up"
		for j := range r {
			table = append(table, r[j]-above[j])
		}
		above = r
	}
	fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", n+2,
		streamObject(fmt.Sprintf("/Type /XRef /W [1 2 1] /Size %d /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> %s", n+3, s.trailer),
			deflated(string(table))), start)
	return b.Bytes()
}

// column shows lines one below the other from a place on the page.
func column(x, y float64, lines ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "BT /F 10 Tf 12 TL %g %g Td\n", x, y)
	for _, l := range lines {
		l = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(l)
		fmt.Fprintf(&b, "(%s) Tj T*\n", l)
	}
	return b.String() + "ET\n"
}
