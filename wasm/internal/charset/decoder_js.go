package charset

import "syscall/js"

// decodeBrowser decodes an encoding of several bytes a character with the
// browser's TextDecoder, which costs no byte of download; what is damaged stands
// as U+FFFD.
func decodeBrowser(data []byte, name string) string {
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	decoder := js.Global().Get("TextDecoder").New(name, map[string]any{"ignoreBOM": true})
	return decoder.Call("decode", array).String()
}
