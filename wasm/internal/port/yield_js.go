package port

import (
	"sync"
	"syscall/js"
	"time"
)

// yieldAfter is how long work may keep the messages of the page waiting. A
// pause costs about 0.15 ms, so this gives away 2 % and still cancels at once.
const yieldAfter = 8 * time.Millisecond

// A goroutine that is merely rescheduled never returns to the browser's event
// loop, so no message is heard. Yield therefore waits for a message of its own,
// which the browser delivers after those already queued; a timer would do as
// well, but costs 4 ms and more.
type pauser struct {
	last    time.Time
	port    js.Value
	waiting []chan struct{}
}

var pause = sync.OnceValue(newPauser)

func newPauser() *pauser {
	p := &pauser{last: time.Now()}
	channel := js.Global().Get("MessageChannel").New()
	p.port = channel.Get("port1")
	// Never released: it lives as long as the program.
	channel.Get("port2").Set("onmessage", js.FuncOf(func(js.Value, []js.Value) any {
		first := p.waiting[0]
		p.waiting = p.waiting[1:]
		close(first)
		return nil
	}))
	return p
}

// Yield lets messages of the page in, such as the cancelling of the work under
// way, if 8 ms have passed since they last could; otherwise it returns at once.
// Call it often: without a pause it costs the reading of the clock.
func Yield() {
	p := pause()
	if time.Since(p.last) < yieldAfter {
		return
	}
	resume := make(chan struct{})
	p.waiting = append(p.waiting, resume)
	p.port.Call("postMessage", js.Null())
	<-resume
	p.last = time.Now()
}
