package office

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// put takes bytes of text in the current code page.
func (r *rtfReader) put(b string) {
	if len(b) == 0 || r.state.dest == destSkip || r.state.hidden {
		return
	}
	if r.units != 0 {
		r.unit(0)
	}
	r.bytes = append(r.bytes, b...)
}

// putByte takes one byte written as \'xx or escaped.
func (r *rtfReader) putByte(c byte) {
	r.state.first = false
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.state.dest == destSkip || r.state.hidden {
		return
	}
	if r.units != 0 {
		r.unit(0)
	}
	r.bytes = append(r.bytes, c)
}

// putText takes text that needs no decoding.
func (r *rtfReader) putText(s string) {
	r.state.first = false
	if r.skip > 0 {
		r.skip--
		return
	}
	r.flush()
	r.text(s)
}

// unicode takes the number of a \u, half a pair perhaps.
func (r *rtfReader) unicode(n int32) {
	r.state.first = false
	if n < 0 {
		n += 1 << 16
	}
	switch {
	case n >= 0 && n < 1<<16:
		r.unit(uint16(n))
	case n >= 1<<16 && n <= utf8.MaxRune:
		r.unit(0)
		r.text(string(rune(n)))
	}
	r.skip = r.state.uc
}

// unit takes half of a UTF-16 pair, a whole character or, as 0, nothing.
func (r *rtfReader) unit(u uint16) {
	high := r.units
	r.units = 0
	switch {
	case high != 0 && 0xDC00 <= u && u <= 0xDFFF:
		r.text(string(utf16.DecodeRune(rune(high), rune(u))))
		return
	case high != 0:
		r.text("\uFFFD")
	}
	switch {
	case 0xD800 <= u && u <= 0xDBFF:
		r.units = u
	case 0xDC00 <= u && u <= 0xDFFF:
		r.text("\uFFFD")
	case 0xF000 <= u && u <= 0xF0FF: // how Symbol and Wingdings are written
		r.text(symbolText(rune(u)))
	case u != 0:
		r.text(string(rune(u)))
	}
}

// flush decodes what has been collected, before anything changes that it
// depends on. A group or a word between the halves of a pair does not part them.
func (r *rtfReader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	b := r.bytes
	r.bytes = r.bytes[:0]
	if isASCII(b) {
		r.text(string(b))
		return
	}
	if r.state.page == symbolPage {
		var s strings.Builder
		for _, c := range b {
			s.WriteString(symbolText(rune(c)))
		}
		r.text(s.String())
		return
	}
	if r.Decode == nil || r.state.page == latin1 {
		r.text(decodeLatin1(b))
		return
	}
	r.text(r.Decode(int(r.state.page), b))
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func decodeLatin1(b []byte) string {
	var s strings.Builder
	for _, c := range b {
		s.WriteRune(rune(c))
	}
	return s.String()
}

// text hands decoded text to where the group belongs.
func (r *rtfReader) text(s string) {
	if s == "" || r.state.hidden {
		return
	}
	switch r.state.dest {
	case destText:
		r.addLabel()
		r.w.inline().add(s)
	case destLabel:
		r.para.label = appendShort(r.para.label, s)
	case destField:
		if f := r.field(); f != nil {
			f.code = appendShort(f.code, s)
		}
	case destStyle:
		r.styleName = appendShort(r.styleName, s)
	case destInfo:
		r.info.add(s)
	}
}

// appendShort collects what no honest file writes long.
func appendShort(b []byte, s string) []byte {
	if len(b)+len(s) > maxAddress {
		return b
	}
	return append(b, s...)
}
