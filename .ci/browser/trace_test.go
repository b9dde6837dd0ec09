package browser

import (
	"encoding/json"
	"slices"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// trace is what Chromium records of its threads, task by task.
type trace struct {
	b        *chromium
	mu       sync.Mutex
	events   []traceEvent
	complete chan struct{}
	ended    sync.Once // a later trace tells its end to this one too
}

// traceEvent is one entry, in the Trace Event Format
// (https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU).
type traceEvent struct {
	Name     string  `json:"name"`
	Phase    string  `json:"ph"`
	Process  int     `json:"pid"`
	Thread   int     `json:"tid"`
	Start    float64 `json:"ts"`   // µs
	Duration float64 `json:"dur"`  // µs
	Busy     float64 `json:"tdur"` // µs of processor time; 0 where it was not measured
	Args     struct {
		Name string `json:"name"`
	} `json:"args"`
}

// startTrace begins to record.
func (b *chromium) startTrace() *trace {
	b.t.Helper()
	tr := &trace{b: b, complete: make(chan struct{})}
	if err := chromedp.Listen(b.ctx, tr.hear); err != nil {
		b.t.Fatal(err)
	}
	call(b, tracing.Start, tracing.StartParams{
		TransferMode: tracing.StartTransferModeReportEvents,
		TraceConfig:  &tracing.TraceConfig{IncludedCategories: []string{"toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline"}},
	})
	return tr
}

func (tr *trace) hear(event any) {
	switch e := event.(type) {
	case *tracing.EventDataCollected:
		tr.mu.Lock()
		defer tr.mu.Unlock()
		for _, raw := range e.Value {
			var entry traceEvent
			if json.Unmarshal(raw, &entry) == nil {
				tr.events = append(tr.events, entry)
			}
		}
	case *tracing.EventTracingComplete:
		tr.ended.Do(func() { close(tr.complete) })
	}
}

// tasks ends the recording and returns how long each task of the page's thread
// took, the longest first: by the clock, and of the processor.
func (tr *trace) tasks() (clock, busy []time.Duration) {
	tr.b.t.Helper()
	call(tr.b, tracing.End, cdp.Empty{})
	select {
	case <-tr.complete:
	case <-time.After(patience):
		tr.b.t.Fatal("the trace does not end")
	}
	tr.mu.Lock()
	defer tr.mu.Unlock()
	pages := map[[2]int]bool{}
	for _, e := range tr.events {
		if e.Name == "thread_name" && e.Args.Name == "CrRendererMain" {
			pages[[2]int{e.Process, e.Thread}] = true
		}
	}
	for _, e := range tr.events {
		if pages[[2]int{e.Process, e.Thread}] && e.Name == "RunTask" || e.Name == "ThreadControllerImpl::RunTask" && pages[[2]int{e.Process, e.Thread}] {
			clock = append(clock, time.Duration(e.Duration*1e3))
			busy = append(busy, time.Duration(e.Busy*1e3))
		}
	}
	for _, list := range [][]time.Duration{clock, busy} {
		slices.SortFunc(list, func(a, b time.Duration) int { return int(b - a) })
	}
	return clock, busy
}
