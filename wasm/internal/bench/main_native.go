//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// options are what the command line may say.
type options struct {
	profile, kind string
	rounds        int
}

func main() {
	var o options
	flag.StringVar(&o.profile, "cpuprofile", "", "write what the processor did for the queries to this `file`")
	flag.StringVar(&o.kind, "type", "", "ask the queries of this `type` only")
	flag.IntVar(&o.rounds, "rounds", 3, "ask each query so many times and count the quickest")
	flag.Parse()
	if err := o.run(flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run imports a corpus of the benchmark and asks its queries.
func (o *options) run(folder string) error {
	e := newEngine()
	start := time.Now()
	size, err := fill(e, folder)
	if err != nil {
		return err
	}
	took := time.Since(start)
	fmt.Printf("%d documents, %d left out, %.1f MB/s with parsing\n", e.files, e.lost, float64(size)/1e6/took.Seconds())
	if o.profile != "" {
		out, err := os.Create(o.profile)
		if err != nil {
			return err
		}
		defer out.Close()
		if err := pprof.StartCPUProfile(out); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	return o.ask(e, filepath.Join(folder, "queries.json"))
}

// fill imports the documents of a folder, a line each.
func fill(e *engine, folder string) (size int, err error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.ndjson"))
	if err != nil {
		return 0, err
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return size, err
		}
		texts, err := readLines(content)
		if err != nil {
			return size, err
		}
		size += len(content)
		if err := e.add(texts); err != nil {
			return size, err
		}
	}
	return size, e.finish()
}

func readLines(content []byte) (texts [][]byte, err error) {
	for lines := json.NewDecoder(bytes.NewReader(content)); ; {
		var article struct{ Title, Body string }
		if err := lines.Decode(&article); err == io.EOF {
			return texts, nil
		} else if err != nil {
			return nil, err
		}
		texts = append(texts, []byte(article.Title+"\n\n"+article.Body))
	}
}

// ask prints a line a type of query.
func (o *options) ask(e *engine, path string) error {
	content, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var types map[string][]struct {
		Q string
		N uint64 // documents that match
	}
	if err := json.Unmarshal(content, &types); err != nil {
		return err
	}
	for _, kind := range []string{"common", "rare", "and2", "prefix", "fuzzy1", "fuzzy2", "phrase"} {
		if o.kind != "" && o.kind != kind {
			continue
		}
		var took []time.Duration
		found, exact := uint64(0), uint64(0)
		for _, q := range types[kind] {
			text := q.Q
			if kind == "phrase" {
				text = `"` + text + `"`
			}
			r, quickest, err := o.quickest(e, protocol.Query{Text: text, Typing: kind == "prefix"})
			if err != nil {
				return err
			}
			took = append(took, quickest)
			found, exact = found+r.Documents, exact+q.N
		}
		slices.Sort(took)
		fmt.Printf("%-8s p50 %8v p95 %8v p99 %8v, %d documents for %d by the letter\n",
			kind, share(took, 0.50), share(took, 0.95), share(took, 0.99), found, exact)
	}
	return nil
}

// quickest asks a query several times: the quickest is disturbed least by other
// work on the machine.
func (o *options) quickest(e *engine, q protocol.Query) (r coord.Results, quickest time.Duration, err error) {
	quickest = math.MaxInt64
	for range max(o.rounds, 1) {
		start := time.Now()
		if r, err = e.search(q, 10); err != nil {
			return r, 0, err
		}
		quickest = min(quickest, time.Since(start))
	}
	return r, quickest, nil
}

// share is the time that this share of the searches stayed within.
func share(sorted []time.Duration, of float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	at := int(math.Ceil(of*float64(len(sorted)))) - 1
	return sorted[max(at, 0)].Round(time.Microsecond)
}
