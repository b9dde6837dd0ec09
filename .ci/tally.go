//go:build ignore

// Tally reads what go test -json prints. It shows a line a package and all that
// a failed test said, and adds the numbers of passed, failed and skipped tests
// to a file, one line a run:
//
//	go test -json ./... | go run .ci/tally.go FILE
//
// It exits 0 whatever the tests did; who called it reads the file.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// event is one line of go test -json; see go doc test2json.
type event struct {
	Action      string
	Package     string
	ImportPath  string // of build-output
	Test        string
	Output      string
	Elapsed     float64
	FailedBuild string
}

type tally struct {
	passed, failed, skipped int
	said                    map[string]*strings.Builder // by package and test
	failedIn                map[string]bool             // packages that a failed test explains
}

func main() {
	t := tally{said: map[string]*strings.Builder{}, failedIn: map[string]bool{}}
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadString('\n')
		t.add(line)
		if err != nil {
			break
		}
	}
	if err := t.write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "tally:", err)
		os.Exit(1)
	}
}

func (t *tally) add(line string) {
	var e event
	if json.Unmarshal([]byte(line), &e) != nil {
		fmt.Print(line) // not of a test: a message of go itself
		return
	}
	key := e.Package + " " + e.Test
	switch e.Action {
	case "output":
		if t.said[key] == nil {
			t.said[key] = &strings.Builder{}
		}
		t.said[key].WriteString(e.Output)
	case "build-output":
		fmt.Print(e.Output)
	case "pass", "skip", "fail":
		if e.Test == "" {
			t.endPackage(e, key)
		} else {
			t.endTest(e, key)
		}
		delete(t.said, key)
	}
}

func (t *tally) endTest(e event, key string) {
	switch e.Action {
	case "pass":
		t.passed++
	case "skip":
		t.skipped++
	case "fail":
		t.failed++
		t.failedIn[e.Package] = true
		fmt.Print(t.said[key])
	}
}

// endPackage counts a package that failed without a failed test: it was not
// built, or its program died.
func (t *tally) endPackage(e event, key string) {
	if e.Action == "fail" && !t.failedIn[e.Package] {
		t.failed++
		if said := t.said[key]; said != nil {
			fmt.Print(said)
		}
	}
	fmt.Printf("  %-4s %s %.1fs\n", e.Action, e.Package, e.Elapsed)
}

func (t *tally) write(name string) error {
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	fmt.Fprintln(f, t.passed, t.failed, t.skipped)
	return f.Close()
}
