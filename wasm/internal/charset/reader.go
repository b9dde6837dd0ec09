package charset

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

// headLen is how much of a stream is looked at to find its encoding, and how much
// is decoded at a time.
const headLen = 256 << 10

// NewReader reads the first 256 kB of r, finds their encoding as Decode does and
// returns a reader of the whole text in UTF-8. The Text says what was found; its
// Text is empty and its Warnings are those of the head. Bytes of UTF-8 pass
// through as they are, without the byte order mark, and damaged ones among them
// too. Binary data passes through unread. The error is that of the first read.
func NewReader(r io.Reader, h Hint) (io.Reader, Text, error) {
	head := make([]byte, headLen)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, Text{}, err
	}
	head = head[:n]
	whole := err != nil
	f := recogniseHead(head, h, whole)
	if f.binary {
		return io.MultiReader(bytes.NewReader(head), r), Text{Binary: true}, nil
	}
	body := head[f.mark:]
	t := f.text(decodeAs(body[:cut(body, f.name, whole)], f.name))
	t.Warnings = damage(body, t)
	t.Text = ""
	rest := io.MultiReader(bytes.NewReader(body), r)
	if f.name == "utf-8" {
		return rest, t, nil
	}
	return &reader{in: bufio.NewReaderSize(rest, headLen), name: f.name}, t, nil
}

// recogniseHead is recognise for the start of a stream, which may end inside a
// character.
func recogniseHead(head []byte, h Hint, whole bool) finding {
	if !whole {
		head = head[:cut(head, "utf-8", false)]
	}
	return recognise(head, h)
}

// A reader decodes a stream a piece at a time. Pieces end where every encoding
// is at the start of a character.
type reader struct {
	in   *bufio.Reader
	name string
	text string // decoded and not read yet
	err  error
}

func (r *reader) Read(p []byte) (int, error) {
	for r.text == "" {
		if r.err != nil {
			return 0, r.err
		}
		r.fill()
	}
	n := copy(p, r.text)
	r.text = r.text[n:]
	return n, nil
}

// fill decodes the next piece.
func (r *reader) fill() {
	piece, err := r.in.Peek(headLen)
	last := err != nil
	n := cut(piece, r.name, last)
	r.text = decodeAs(piece[:n], r.name)
	_, _ = r.in.Discard(n)
	if last {
		r.err = err
	}
}

// cut returns how much of a piece to decode: all of the last one, else up to a
// place where a character begins. That is a whole number of units of UTF-16 and
// UTF-32, else after the last line end, where the encodings with escapes are back in
// ASCII too, or after the last byte below 0x30, which is never the second of a
// character, or all.
func cut(piece []byte, name string, last bool) int {
	n := len(piece)
	if last || letters(name) != nil {
		return n
	}
	switch name {
	case "utf-8":
		for back := 1; back <= min(utf8.UTFMax, n); back++ {
			if utf8.RuneStart(piece[n-back]) {
				if !utf8.FullRune(piece[n-back:]) {
					return n - back
				}
				break
			}
		}
		return n
	case "utf-16le", "utf-16be":
		return cutUTF16(piece, name)
	case "utf-32le", "utf-32be":
		return n &^ 3
	}
	if i := bytes.LastIndexByte(piece, '\n'); i >= 0 {
		return i + 1
	}
	for i := n - 1; i > 0; i-- {
		if piece[i] < 0x30 && name != "iso-2022-jp" && name != "iso-2022-kr" && name != "hz-gb-2312" {
			return i + 1
		}
	}
	return n
}

// cutUTF16 leaves the first half of a surrogate pair to the next piece.
func cutUTF16(piece []byte, name string) int {
	n := len(piece) &^ 1
	if n < 4 {
		return n
	}
	high := piece[n-1]
	if name == "utf-16be" {
		high = piece[n-2]
	}
	if high >= 0xD8 && high < 0xDC {
		n -= 2
	}
	return n
}
