//go:build !js || unpack

package format

import (
	"compress/gzip"
	"errors"

	"clippings/wasm/internal/charset"
	"clippings/wasm/internal/table"
	"clippings/wasm/protocol"
)

// Preview tells what a file seems to be without reading it all, and shows the
// first rows of a table. Tables packed by gzip are looked into. The error is only
// that of Yield.
func (r *Reader) Preview(name string, f File, rows int) (protocol.Previewed, error) {
	w := r.walk(f, func(Entry) error { return nil })
	p, err := w.preview(opened{Entry: Entry{Source: name}, body: fileBody(name, w.top)}, rows)
	var stop stopError
	if errors.As(err, &stop) {
		return protocol.Previewed{}, stop.error
	}
	if err != nil {
		p.Detail = err.Error()
	}
	return p, nil
}

func (w *walk) preview(c opened, rows int) (protocol.Previewed, error) {
	head, err := c.head()
	if err != nil {
		return protocol.Previewed{}, err
	}
	g := sniff(c.body, head)
	switch g.format {
	case formatGzip:
		inner, err := gzip.NewReader(w.reader(c.body))
		if c.depth++; err != nil || c.depth > w.limits.MaxDepth {
			break
		}
		c.body = w.streamBody(withoutPacking(c.name), inner)
		return w.preview(c, rows)
	case formatCSV, formatJSONL, formatJSON:
		return w.previewTable(c, rows)
	}
	text := charset.Decode(head, charset.Hint{Label: w.recipe.Encoding, HTML: g.format == formatHTML})
	if text.Binary {
		return protocol.Previewed{Format: g.format, Detail: g.detail}, nil
	}
	return protocol.Previewed{Format: g.format, Encoding: text.Encoding, How: text.How, Detail: g.detail}, nil
}

func (w *walk) previewTable(c opened, rows int) (protocol.Previewed, error) {
	t, ok, err := w.openTable(c)
	if err != nil {
		return protocol.Previewed{}, err
	}
	p := protocol.Previewed{Format: t.layout.Kind.String(), Encoding: t.encoding.Encoding, How: t.encoding.How, Detail: t.layout.Why}
	if ok {
		p.Layout, p.Cells = shownLayout(t.layout), table.Preview(t.head, t.layout, rows)
	}
	return p, nil
}
