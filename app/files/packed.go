package files

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// A Packer is a file that is compressed (gzip) by the browser while it is written,
// behind a head that is not. The browser holds it, on the disk if it is large.
// Its methods wait for the browser: they must not be called on the goroutine of
// go-app's events.
type Packer struct {
	head   string
	writer app.Value
	blob   app.Value // promise of what was compressed
	size   uint64
}

// errNoBrowser is returned where there is no browser to compress.
var errNoBrowser = errors.New("files: this needs a browser")

// NewPacker begins a file.
func NewPacker(head string) (*Packer, error) {
	if app.IsServer {
		return nil, errNoBrowser
	}
	window := app.Window()
	stream := window.Get("CompressionStream").New("gzip")
	return &Packer{
		head:   head,
		writer: stream.Get("writable").Call("getWriter"),
		blob:   window.Get("Response").New(stream.Get("readable")).Call("blob"),
	}, nil
}

// Write implements io.Writer.
func (p *Packer) Write(b []byte) (int, error) {
	bytes := app.Window().Get("Uint8Array").New(len(b))
	app.CopyBytesToJS(bytes, b)
	if _, err := settle(p.writer.Call("write", bytes)); err != nil {
		return 0, err
	}
	p.size += uint64(len(b))
	return len(b), nil
}

// Save hands the person the file, and tells how large it is.
func (p *Packer) Save(name string) (size uint64, err error) {
	if _, err := settle(p.writer.Call("close")); err != nil {
		return 0, err
	}
	body, err := settle(p.blob)
	if err != nil {
		return 0, err
	}
	blob := app.Window().Get("Blob").New([]any{p.head, body}, map[string]any{"type": "application/octet-stream"})
	download(name, blob)
	return uint64(blob.Get("size").Float()), nil
}

// Stop gives the file up.
func (p *Packer) Stop() { p.writer.Call("abort") }

// Head reads the first n bytes of a file, fewer if it has fewer.
func Head(handle protocol.File, n int) ([]byte, error) {
	file, ok := handle.(app.Wrapper)
	if !ok {
		return nil, errNoBrowser
	}
	buffer, err := settle(file.JSValue().Call("slice", 0, n).Call("arrayBuffer"))
	if err != nil {
		return nil, err
	}
	return bytesOf(app.Window().Get("Uint8Array").New(buffer)), nil
}

// Unpack reads what a Packer wrote behind a head of so many bytes. The reader is
// good until ctx ends.
func Unpack(ctx context.Context, handle protocol.File, head int) (io.Reader, error) {
	file, ok := handle.(app.Wrapper)
	if !ok {
		return nil, errNoBrowser
	}
	stream := file.JSValue().Call("slice", head).Call("stream").
		Call("pipeThrough", app.Window().Get("DecompressionStream").New("gzip"))
	u := &unpacker{reader: stream.Call("getReader")}
	context.AfterFunc(ctx, func() { _, _ = settle(u.reader.Call("cancel")) })
	return u, nil
}

type unpacker struct {
	reader app.Value
	rest   []byte
}

// Read implements io.Reader.
func (u *unpacker) Read(p []byte) (int, error) {
	for len(u.rest) == 0 {
		next, err := settle(u.reader.Call("read"))
		if err != nil { // what is compressed is damaged, or cut off
			return 0, fmt.Errorf("%w: %v", io.ErrUnexpectedEOF, err)
		}
		if next.Get("done").Bool() {
			return 0, io.EOF
		}
		u.rest = bytesOf(next.Get("value"))
	}
	n := copy(p, u.rest)
	u.rest = u.rest[n:]
	return n, nil
}

// settle waits for a promise.
func settle(promise app.Value) (app.Value, error) {
	type outcome struct {
		value app.Value
		err   error
	}
	settled := make(chan outcome, 1)
	kept := app.FuncOf(func(_ app.Value, args []app.Value) any {
		o := outcome{value: app.Undefined()}
		if len(args) > 0 {
			o.value = args[0]
		}
		settled <- o
		return nil
	})
	defer kept.Release()
	broken := app.FuncOf(func(_ app.Value, args []app.Value) any {
		settled <- outcome{err: errors.New("the browser says: " + args[0].Get("message").String())}
		return nil
	})
	defer broken.Release()
	promise.Call("then", kept, broken)
	o := <-settled
	return o.value, o.err
}
