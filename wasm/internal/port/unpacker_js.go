package port

import (
	"fmt"
	"syscall/js"

	"clippings/wasm/protocol"
	"clippings/wasm/rpc"
)

// StartUnpacker starts the program for other formats in a worker beside this one
// and waits until it is up. It is fetched with the page, so nothing is asked of
// the network now: fs.ErrNotExist if that failed.
func StartUnpacker() (protocol.Shard, error) {
	port, err := await(js.Global().Call("startUnpacker"), readError)
	if err != nil {
		return nil, fmt.Errorf("port: other formats: %w", err)
	}
	return rpc.NewClient(listen(port)), nil
}

// Blob is a handle of bytes, which another worker can open.
func Blob(content []byte) protocol.File {
	return js.Global().Get("Blob").New([]any{toJS(content)})
}
