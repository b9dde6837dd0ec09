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
// behind a head that is not, and goes where a Sink does: no part of it is held here.
//
//	Write -> CompressionStream -> pass -> Sink
//
// Its methods wait for the browser: they must not be called on the goroutine of
// go-app's events.
type Packer struct {
	ctx    context.Context
	sink   *Sink
	writer app.Value
	size   uint64     // of the file so far
	passed chan error // how passing on ended
}

// errNoBrowser is returned where there is no browser to compress.
var errNoBrowser = errors.New("files: this needs a browser")

// NewPacker begins a file, see Create. What it writes after ctx ends is lost.
func NewPacker(ctx context.Context, name, head string) (*Packer, error) {
	if app.IsServer {
		return nil, errNoBrowser
	}
	sink, err := Create(ctx, name, "application/octet-stream")
	if err != nil {
		return nil, err
	}
	if err := sink.Write(ctx, []byte(head)); err != nil {
		sink.Abort()
		return nil, err
	}
	stream := app.Window().Get("CompressionStream").New("gzip")
	p := &Packer{
		ctx: ctx, sink: sink, size: uint64(len(head)), passed: make(chan error, 1),
		writer: stream.Get("writable").Call("getWriter"),
	}
	go func() { p.passed <- p.pass(stream.Get("readable").Call("getReader")) }()
	return p, nil
}

// pass hands on what is compressed.
func (p *Packer) pass(reader app.Value) error {
	for {
		next, failed := await(p.ctx, reader.Call("read"))
		if failed != "" {
			return ErrNotWritten
		}
		if next.Get("done").Bool() {
			return nil
		}
		bytes := next.Get("value")
		p.size += uint64(bytes.Get("length").Int())
		if err := p.sink.put(p.ctx, bytes); err != nil {
			reader.Call("cancel") // and with it writing
			return err
		}
	}
}

// Write implements io.Writer.
func (p *Packer) Write(b []byte) (int, error) {
	bytes := app.Window().Get("Uint8Array").New(len(b))
	app.CopyBytesToJS(bytes, b)
	if _, err := settle(p.writer.Call("write", bytes)); err != nil {
		return 0, ErrNotWritten
	}
	return len(b), nil
}

// Save ends the file, and tells what it is called and how large it is.
func (p *Packer) Save() (name string, size uint64, err error) {
	if _, err := settle(p.writer.Call("close")); err != nil {
		p.sink.Abort()
		return "", 0, ErrNotWritten
	}
	err = <-p.passed
	if err == nil {
		err = p.sink.Close(p.ctx)
	}
	if err != nil {
		p.sink.Abort()
	}
	return p.sink.Name(), p.size, err
}

// Stop gives the file up: nothing is left of it.
func (p *Packer) Stop() {
	p.writer.Call("abort")
	p.sink.Abort()
}

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
