// Command app is the page of Clippings and the maker of its site. Compiled for
// the browser it runs the interface (package ui); run natively it writes the
// static site around the compiled programs, or serves one:
//
//	go run ./app build --out DIR --page page.wasm --engine engine.wasm
//	go run ./app serve --dir DIR
//
// build.sh does all of it in one step.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "clippings:", err)
		os.Exit(1)
	}
}
