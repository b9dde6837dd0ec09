package pdf

import "bytes"

// maxNesting is how deep arrays and dictionaries may lie in one another.
const maxNesting = 64

// parser builds objects from tokens. Strings and names are copied: the source
// may be a window that goes.
type parser struct {
	lexer
}

// object reads one object. The keyword that stands where none is comes back as
// stop; stop is "" after an object, and isEnd reports the end of the source.
func (p *parser) object(depth int) (o object, stop string) {
	return p.objectFrom(p.next(), depth)
}

func (p *parser) objectFrom(t token, depth int) (object, string) {
	switch t.kind {
	case tokenNumber:
		return p.numberOrRef(t.num), ""
	case tokenName:
		return name(t.text), ""
	case tokenString:
		return text(t.text), ""
	case tokenArrayOpen:
		if depth >= maxNesting {
			return nil, ""
		}
		return p.arrayBody(depth), ""
	case tokenDictOpen:
		if depth >= maxNesting {
			return nil, ""
		}
		return p.dictBody(depth), ""
	case tokenKeyword:
		switch string(t.text) {
		case "true":
			return true, ""
		case "false":
			return false, ""
		case "null":
			return nil, ""
		}
		return nil, string(t.text)
	case tokenArrayClose:
		return nil, "]"
	case tokenDictClose:
		return nil, ">>"
	}
	return nil, "end"
}

// numberOrRef reads on to see whether n begins a reference "n g R".
func (p *parser) numberOrRef(n float64) object {
	if n < 0 || n > maxObject || n != float64(int32(n)) {
		return n
	}
	mark := p.pos
	if g := p.next(); g.kind == tokenNumber && g.num >= 0 && g.num <= 65535 {
		if r := p.next(); r.kind == tokenKeyword && len(r.text) == 1 && r.text[0] == 'R' {
			return ref{int32(n), int32(g.num)}
		}
	}
	p.pos = mark
	return n
}

func (p *parser) arrayBody(depth int) object {
	a := array{}
	for {
		o, stop := p.object(depth + 1)
		switch {
		case stop == "":
			a = append(a, o)
		case stop == "]", stop == "end", isStructure(stop):
			return a
		}
	}
}

func (p *parser) dictBody(depth int) object {
	d := dict{}
	for {
		t := p.next()
		switch t.kind {
		case tokenName:
			key := name(t.text)
			mark := p.pos
			o, stop := p.object(depth + 1)
			if stop == ">>" || stop == "end" || isStructure(stop) {
				return d
			}
			if stop != "" {
				p.pos = max(mark, p.pos)
			}
			d[key] = o
		case tokenDictClose, tokenEnd:
			return d
		case tokenKeyword:
			if isStructure(string(t.text)) {
				return d
			}
		}
	}
}

// isStructure reports words that end an object that was not closed.
func isStructure(word string) bool {
	return word == "endobj" || word == "stream" || word == "endstream" || word == "xref" || word == "trailer"
}

// indirect reads "num gen obj … endobj" and reports the number it found. Of a
// stream the start is relative to the source. ok is false when there is none.
func (p *parser) indirect() (r ref, o object, ok bool) {
	num, gen, word := p.next(), p.next(), p.next()
	if num.kind != tokenNumber || gen.kind != tokenNumber || !bytes.HasPrefix(word.text, []byte("obj")) ||
		num.num < 0 || num.num > maxObject || gen.num < 0 || gen.num > 65535 {
		return ref{}, nil, false
	}
	if len(word.text) > 3 { // "obj" and a word without a space
		p.pos -= len(word.text) - 3
	}
	r = ref{int32(num.num), int32(gen.num)}
	o, _ = p.object(0)
	d, isDict := o.(dict)
	if !isDict {
		return r, o, true
	}
	mark := p.pos
	if w := p.next(); w.kind != tokenKeyword || string(w.text) != "stream" {
		p.pos = mark
		return r, o, true
	}
	p.skipByte('\r')
	p.skipByte('\n')
	return r, &stream{dict: d, start: int64(p.pos), ref: r}, true
}
