package main

import "clippings/wasm/internal/port"

// main echoes every frame.
func main() {
	conn := port.Listen()
	for {
		f, err := conn.Receive()
		if err != nil {
			return
		}
		conn.Send(f)
	}
}
