package dedup

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkScale compares corpora of growing size on two shards: those of
// corpustest, and the folders of CLIPPINGS_BENCH, a list of such as hold ndjson
// with a title and a body in each line. It tells
//
//	ns/doc         of the critical path: of each superstep the slower shard
//	critical-ms    the same in all
//	heap-MB        the most that was in use after a superstep, the words included
//	kept-MB        what is left of it afterwards
//	taken-MB       all memory of the program; under WASM, its linear memory
//
// and prints each superstep's time, size of messages and heap.
func BenchmarkScale(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		if testing.Short() && n > 10_000 {
			continue
		}
		benchScale(b, fmt.Sprintf("rules=%d", n), func() testCorpus { return ruleCorpus(n) })
	}
	for _, dir := range filepath.SplitList(os.Getenv("CLIPPINGS_BENCH")) {
		benchScale(b, filepath.Base(dir), func() testCorpus { return readBench(b, dir) })
	}
}

func benchScale(b *testing.B, name string, read func() testCorpus) {
	b.Run(name, func(b *testing.B) {
		corpus := read()
		shards := split(corpus, 2)
		var watch stopwatch
		for b.Loop() {
			watch = stopwatch{}
			watch.exchange(b, shards, DefaultParams(), nil)
		}
		b.ReportMetric(float64(watch.critical.Nanoseconds())/float64(len(corpus)), "ns/doc")
		b.ReportMetric(float64(watch.critical.Milliseconds()), "critical-ms")
		b.ReportMetric(float64(watch.heap)/1e6, "heap-MB")
		b.ReportMetric(float64(heapInUse())/1e6, "kept-MB")
		b.ReportMetric(float64(memoryTaken())/1e6, "taken-MB")
		b.ReportMetric(float64(watch.edges), "edges")
		b.ReportMetric(0, "ns/op")
		b.Log(watch.String())
		runtime.KeepAlive(shards)
	})
}

// readBench reads a folder of ndjson.
func readBench(t testing.TB, dir string) testCorpus {
	paths, err := filepath.Glob(filepath.Join(dir, "*.ndjson"))
	if err != nil || len(paths) == 0 {
		t.Skip("no ndjson in ", dir)
	}
	slices.Sort(paths)
	var corpus testCorpus
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<24)
		for sc.Scan() {
			var in struct{ Title, Body string }
			if err := json.Unmarshal(sc.Bytes(), &in); err != nil {
				t.Fatal(err)
			}
			d := plainDoc(fmt.Sprintf("%07d", len(corpus)), in.Title, "", in.Body)
			d.terms = slices.Clip(d.terms)
			corpus = append(corpus, d.testDoc)
		}
		f.Close()
	}
	return deal(corpus, 1, rand.New(rand.NewSource(1)))[0]
}

// A stopwatch times supersteps.
type stopwatch struct {
	critical time.Duration
	heap     uint64
	edges    int
	steps    []string
}

// exchange finds all pairs; marks are not its matter.
func (w *stopwatch) exchange(t testing.TB, shards []testCorpus, p Params, past *Past) []*Exchange {
	n := len(shards)
	all := make([]*Exchange, n)
	for s := range all {
		all[s] = NewExchange(shards[s], s, n, p)
	}
	all[0].After(past)
	inbox := make([][][]byte, n)
	for done := false; !done; {
		name := stepName(all[0])
		next := make([][][]byte, n)
		for s := range next {
			next[s] = make([][]byte, n)
		}
		slower, sent := time.Duration(0), 0
		for s, e := range all {
			var out [][]byte
			var err error
			start := time.Now()
			out, done, err = e.Step(inbox[s], noYield)
			slower = max(slower, time.Since(start))
			if err != nil {
				t.Fatal(err)
			}
			inbox[s] = nil
			for to, b := range out {
				next[to][s] = b
				sent += len(b)
			}
			sent += len(e.own)
		}
		inbox = next
		w.critical += slower
		heap := heapInUse()
		w.heap = max(w.heap, heap)
		w.steps = append(w.steps, fmt.Sprintf("%s %d ms, %d MB sent, %d MB heap", name, slower.Milliseconds(), sent>>20, heap>>20))
	}
	w.edges = len(all[0].Evidence().Edges)
	return all
}

func (w *stopwatch) String() string { return strings.Join(w.steps, "\n") }

// heapInUse is the memory in use after a collection.
func heapInUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func memoryTaken() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Sys
}

// stepName is the name of the superstep that comes next.
func stepName(e *Exchange) string {
	name := runtime.FuncForPC(funcPC(e.steps[0])).Name()
	return name[strings.LastIndexByte(name, '.')+1:]
}

func funcPC(f superstep) uintptr { return reflect.ValueOf(f).Pointer() }
