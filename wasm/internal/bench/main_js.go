package main

import (
	"bytes"
	"runtime"
	"strings"
	"syscall/js"

	"clippings/wasm/protocol"
)

func main() {
	e, n := newEngine(), newIndexer()
	js.Global().Set("clippings", map[string]any{
		"add":    promise(func(args []js.Value) (any, error) { return nil, e.add(texts(args[0])) }),
		"finish": promise(func([]js.Value) (any, error) { return nil, e.finish() }),
		"search": promise(func(args []js.Value) (any, error) {
			q := protocol.Query{Text: args[0].String(), Typing: args[1].Bool()}
			r, err := e.search(q, args[2].Int())
			names := make([]string, len(r.Hits))
			for i, h := range r.Hits {
				names[i] = h.Summary.Name
			}
			return strings.Join(names, " "), err
		}),
		"save":        promise(func(args []js.Value) (any, error) { return nil, e.save(files{args[0]}) }),
		"forget":      promise(func([]js.Value) (any, error) { e.forget(); return nil, nil }),
		"load":        promise(func(args []js.Value) (any, error) { return nil, e.load(files{args[0]}) }),
		"index":       promise(func(args []js.Value) (any, error) { return nil, n.add(texts(args[0])) }),
		"finishIndex": promise(func([]js.Value) (any, error) { return nil, n.finish() }),
		"sizes": js.FuncOf(func(js.Value, []js.Value) any {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			return map[string]any{"lost": e.lost, "heap": float64(m.HeapAlloc), "index": float64(n.index.Size())}
		}),
	})
	select {}
}

// texts copies an array of bytes and takes it apart at the zeros.
func texts(array js.Value) [][]byte {
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return bytes.Split(b, []byte{0})
}

// promise makes a function that answers with a promise: the engine lets messages
// in while it works, which a plain function of JavaScript cannot wait for.
func promise(do func(args []js.Value) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		executor := js.FuncOf(func(_ js.Value, settle []js.Value) any {
			go func() {
				if v, err := do(args); err != nil {
					settle[1].Invoke(err.Error())
				} else {
					settle[0].Invoke(v)
				}
			}()
			return nil
		})
		defer executor.Release()
		return js.Global().Get("Promise").New(executor)
	})
}
