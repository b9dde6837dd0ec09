//go:build !js

// Command wasm is the engine of Clippings: a worker of the page, and natively
// the command line. See "clippings help".
package main

import (
	"context"
	"os"
	"os/signal"

	"clippings/wasm/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cli.Main(ctx, cli.Streams{Out: os.Stdout, Err: os.Stderr}, os.Args[1:])
	stop()
	os.Exit(code)
}
