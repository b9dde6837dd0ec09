// Package cli is the command line of the engine: the same shards as in the
// page, in process and on all cores. People script it, so its output is stable:
// JSON lines on standard output, progress and complaints on standard error,
// exit 0 unless nothing could be done. A file that cannot be read is a line of
// output, not a failure.
package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"clippings/wasm/protocol"
)

// Streams are where a command writes.
type Streams struct {
	Out io.Writer
	Err io.Writer
}

// command is one verb.
type command struct {
	name  string
	usage string // after the name
	about string
	run   func(ctx context.Context, env *environment, args []string) error
}

var commands = []command{
	{"ingest", "PATH...", "print every document and every file left out", runIngest},
	{"dedup", "PATH...", "print pairs, groups of copies, stories and repetitions", runDedup},
	{"search", "PATH... -q QUERY [-q QUERY]", "print the hits of queries", runSearch},
	{"publish", "PATH... -o SITE [--title NAME]", "add a collection to a site, for visitors to search and read", runPublish},
	{"export", "PATH... --as FORMS -o OUT", "write documents as jsonl, csv, txt, md, and the report of copies", runExport},
	{"eval", "SET --data DIR", "measure quality on labelled data", runEval},
}

// errUsage ends a command whose words were off; what is wrong has been said.
var errUsage = errors.New("usage")

// Main runs the command that args name and returns the exit code: 0, 1 when
// nothing could be done, 2 when the command was not understood.
func Main(ctx context.Context, s Streams, args []string) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		help(s.Out)
		return 0
	}
	for _, c := range commands {
		if c.name == args[0] {
			return run(ctx, s, c, args[1:])
		}
	}
	fmt.Fprintf(s.Err, "clippings: there is no command %q\n", args[0])
	help(s.Err)
	return 2
}

func help(w io.Writer) {
	fmt.Fprintln(w, "Clippings: which articles are the same story, who copied whom, what each version adds.")
	fmt.Fprintln(w, "\nUsage: clippings COMMAND")
	for _, c := range commands {
		fmt.Fprintf(w, "  %-40s %s\n", c.name+" "+c.usage, c.about)
	}
	fmt.Fprintln(w, "\nA PATH is a file or a folder. \"clippings COMMAND --help\" tells more.")
}

func run(ctx context.Context, s Streams, c command, args []string) int {
	out := bufio.NewWriterSize(s.Out, 1<<16)
	env := &environment{out: json.NewEncoder(out), plain: out, err: s.Err}
	env.rules.Settings = protocol.DefaultSettings()
	env.out.SetEscapeHTML(false)
	env.flags = flag.NewFlagSet(c.name, flag.ContinueOnError)
	env.flags.SetOutput(s.Err)
	env.flags.Usage = func() {
		fmt.Fprintf(s.Err, "Usage: clippings %s %s\n  %s\n", c.name, c.usage, c.about)
		env.flags.PrintDefaults()
	}
	if c.name != "eval" {
		env.readingFlags()
	}
	err := c.run(ctx, env, args)
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errUsage):
		return 2
	}
	fmt.Fprintf(s.Err, "clippings %s: %v\n", c.name, err)
	return 1
}

// environment is what a running command has.
type environment struct {
	out   *json.Encoder // a line for each Encode
	plain io.Writer     // the same stream, for what is not JSON
	err   io.Writer
	flags *flag.FlagSet

	reading reading          // how files are read
	rules   protocol.Regroup // by which they are grouped
}

// parse reads flags that may stand before, between and after the other
// arguments, which it returns. Without any it fails.
func (e *environment) parse(args []string) ([]string, error) {
	var rest []string
	for {
		if err := e.flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, errUsage
		}
		if e.flags.NArg() == 0 {
			break
		}
		rest = append(rest, e.flags.Arg(0))
		args = e.flags.Args()[1:]
	}
	if len(rest) == 0 {
		e.flags.Usage()
		return nil, errUsage
	}
	return rest, nil
}

// list is a flag that may be given several times.
type list []string

// String implements flag.Value.
func (l *list) String() string { return strings.Join(*l, ", ") }

// Set implements flag.Value.
func (l *list) Set(v string) error {
	*l = append(*l, v)
	return nil
}
