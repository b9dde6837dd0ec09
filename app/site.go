//go:build !js

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

const usage = `usage:
  app build --out DIR --page FILE --engine FILE --unpack FILE --exec FILE [--web DIR]
  app single --site DIR --out FILE
  app serve --dir DIR [--addr HOST:PORT] [--prefix /PATH/]
(build.sh calls these; ./build.sh --help says how.)`

// run carries out a command of the site's maker.
func run(args []string) error {
	if len(args) == 0 {
		return errors.New(usage)
	}
	switch args[0] {
	case "build":
		return runBuild(args[1:])
	case "single":
		return runSingle(args[1:])
	case "serve":
		return runServe(args[1:])
	}
	return fmt.Errorf("no such command: %s\n%s", args[0], usage)
}

func runBuild(args []string) error {
	var s site
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.StringVar(&s.web, "web", "web", "folder of files served as they are")
	flags.StringVar(&s.out, "out", "", "folder to write the site to")
	flags.StringVar(&s.page, "page", "", "the page's program, compiled for js/wasm")
	flags.StringVar(&s.engine, "engine", "", "the engine's program, compiled for js/wasm")
	flags.StringVar(&s.unpack, "unpack", "", "the program for other formats, compiled for js/wasm")
	flags.BoolVar(&s.quick, "quick", false, "compress programs sooner, into a tenth more")
	flags.StringVar(&s.exec, "exec", "", "wasm_exec.js of the Go that compiled both")
	if err := flags.Parse(args); err != nil {
		return err
	}
	files, err := s.build()
	if err != nil {
		return err
	}
	return writeSite(s.out, files)
}

func runServe(args []string) error {
	var s server
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.StringVar(&s.dir, "dir", "", "folder of the site")
	flags.StringVar(&s.addr, "addr", "127.0.0.1:8017", "address to listen on; port 0 takes a free one")
	flags.StringVar(&s.prefix, "prefix", "/", "path the site stands at")
	if err := flags.Parse(args); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return s.serve(ctx, os.Stdout)
}
