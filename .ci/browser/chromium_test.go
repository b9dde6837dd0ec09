package browser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long any one step may take on a slow, busy machine.
const patience = 60 * time.Second

// chromium is a browser with a profile of its own, on one page.
type chromium struct {
	t    testing.TB
	ctx  context.Context
	end  func() // closes the browser
	trap *trap

	mu       sync.Mutex
	requests []string
	console  []string
	dialogs  []string // kinds of questions that the browser put
}

// watchTasks runs before any script of the page.
const watchTasks = `globalThis.longTasks = [];
new PerformanceObserver((list) => {
  for (const e of list.getEntries()) longTasks.push({start: e.startTime, ms: e.duration});
}).observe({type: "longtask", buffered: true});`

// open starts a browser and goes to address. A console message or an exception
// of the page is shown if the test fails.
func open(t testing.TB, address string) *chromium {
	t.Helper()
	b := newChromium(t)
	b.Go(address)
	return b
}

// newChromium starts a browser on an empty page.
func newChromium(t testing.TB) *chromium {
	t.Helper()
	return newChromiumIn(t, t.TempDir())
}

// newChromiumIn is newChromium with the profile in a folder, where all that a page
// keeps is found by the next browser there.
func newChromiumIn(t testing.TB, profile string) *chromium {
	t.Helper()
	way, proxy := newTrap(t)
	flags := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.UserDataDir(profile),
		chromedp.ProxyServer(proxy),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.WSURLReadTimeout(patience),
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithErrorf(t.Logf))
	t.Cleanup(cancel)
	b := &chromium{t: t, ctx: ctx, end: cancel, trap: way}
	b.listen()
	return b
}

// listen takes down what the page asks for and says.
func (b *chromium) listen() {
	b.t.Helper()
	b.t.Cleanup(b.explain)
	if err := chromedp.Listen(b.ctx, b.hear); err != nil {
		b.t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, runtime.Enable, cdp.Empty{})
	b.Before(watchTasks)
}

// Tab opens another page in the same browser.
func (b *chromium) Tab(address string) *chromium {
	b.t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	b.t.Cleanup(cancel)
	tab := &chromium{t: b.t, ctx: ctx, end: cancel, trap: b.trap}
	tab.listen()
	tab.Go(address)
	return tab
}

// CloseTab closes a page that Tab has opened.
func (b *chromium) CloseTab() { b.end() }

// Close closes the browser as a person does and waits until it has gone.
func (b *chromium) Close() {
	b.t.Helper()
	b.end()
	chromedp.FromContext(b.ctx).Allocator.Wait()
}

// Kill ends the browser in the middle of whatever it does, as a loss of power or
// kill -9 does, and waits until it has gone.
func (b *chromium) Kill() {
	b.t.Helper()
	c := chromedp.FromContext(b.ctx)
	if err := c.Browser.Process().Kill(); err != nil {
		b.t.Fatal(err)
	}
	b.end()
	c.Allocator.Wait()
}

// Before runs a script on every later page, before the page's own.
func (b *chromium) Before(script string) {
	b.t.Helper()
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

func (b *chromium) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *page.EventJavascriptDialogOpening:
		b.dialogs = append(b.dialogs, string(e.Type))
		go func() { // whoever is asked whether to close a page says yes
			_, _ = chromedp.Call(b.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
		}()
	case *runtime.EventConsoleAPICalled:
		var words []string
		for _, arg := range e.Args {
			words = append(words, strings.Trim(string(arg.Value), `"`)+arg.Description)
		}
		b.console = append(b.console, strings.Join(words, " "))
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			text += " " + e.ExceptionDetails.Exception.Description
		}
		b.console = append(b.console, text)
	}
}

// explain shows what the page said, if the test has failed.
func (b *chromium) explain() {
	if !b.t.Failed() {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, line := range b.console {
		b.t.Log("console:", line)
	}
}

// Do runs actions, which together may take as long as patience lasts.
func (b *chromium) Do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// call sends a command of the browser's protocol.
func call[P, R any](b *chromium, command cdp.Command[P, R], params P) R {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	result, err := chromedp.Call(ctx, command, params)
	if err != nil {
		b.t.Fatal(err)
	}
	return result
}

// eval evaluates a JavaScript expression on the page, awaiting a promise.
func eval[T any](b *chromium, expression string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	result, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return result
}

// Go opens an address and waits for its load event.
func (b *chromium) Go(address string) {
	b.t.Helper()
	b.Do(chromedp.Navigate(address))
}

// Reload opens the page again as the reload button does.
func (b *chromium) Reload() {
	b.t.Helper()
	b.Do(chromedp.Reload())
}

// Wait waits until a JavaScript expression is true. The page may be reloading
// meanwhile.
func (b *chromium) Wait(expression string) {
	b.t.Helper()
	if !b.holds(expression, patience) {
		b.t.Fatalf("waited in vain for %s; the page says: %s", expression, b.Text("body"))
	}
}

// holds waits until an expression is true, for so long at the most, and reports
// whether it came to be.
func (b *chromium) holds(expression string, atMost time.Duration) bool {
	ctx, cancel := context.WithTimeout(b.ctx, atMost)
	defer cancel()
	for ctx.Err() == nil {
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression, chromedp.EvalAwaitPromise))
		if ok && err == nil {
			return true
		}
		time.Sleep(30 * time.Millisecond)
	}
	return false
}

// Opened waits until the page has taken the place of the first paint.
func (b *chromium) Opened() {
	b.t.Helper()
	b.Wait("globalThis.clippings && !document.querySelector('.boot')")
}

// KeptOffline waits until the service worker holds the whole site.
func (b *chromium) KeptOffline() {
	b.t.Helper()
	b.Wait("navigator.serviceWorker.ready.then((registration) => registration.active !== null)")
}

// See waits until text stands somewhere on the page.
func (b *chromium) See(text string) {
	b.t.Helper()
	b.Wait(fmt.Sprintf("document.body.innerText.includes(%q)", text))
}

// Text is the visible text of the first element that selector finds, "" if none.
func (b *chromium) Text(selector string) string {
	b.t.Helper()
	return eval[string](b, fmt.Sprintf("document.querySelector(%q)?.innerText ?? ''", selector))
}

// Drop drops files and folders in the middle of the page.
func (b *chromium) Drop(paths ...string) {
	b.t.Helper()
	for i, path := range paths {
		absolute, err := filepath.Abs(path)
		if err != nil {
			b.t.Fatal(err)
		}
		paths[i] = absolute
	}
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
	send := func(kind input.DispatchDragEventType) {
		call(b, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 400, Y: 300, Data: data})
	}
	// A drop before the page has said yes to it is none. Under a hand the drag
	// moves on and tells the page of itself again and again; a single event may
	// be lost on a page that is busy.
	const saidYes = "document.documentElement.classList.contains('dropping')"
	for tries := 0; tries == 0 || !b.holds(saidYes, time.Second); tries++ {
		if tries > int(patience/time.Second) {
			b.t.Fatal("the page does not take the drag")
		}
		if tries > 0 {
			send(input.DispatchDragEventTypeDragCancel)
		}
		send(input.DispatchDragEventTypeDragEnter)
		send(input.DispatchDragEventTypeDragOver)
	}
	send(input.DispatchDragEventTypeDragOver)
	send(input.DispatchDragEventTypeDrop)
	b.Wait("!document.documentElement.classList.contains('dropping')")
}

// Requests are the addresses the page itself asked for, whoever answered.
func (b *chromium) Requests() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.requests...)
}

// Outside are the requests that page, workers or browser tried to send to
// another machine.
func (b *chromium) Outside() []string { return b.trap.requests() }

// LongestTask is the longest time the page's thread was blocked since the page
// was opened or ForgetTasks called; 0 if never over 50 ms.
func (b *chromium) LongestTask() time.Duration {
	b.t.Helper()
	ms := eval[float64](b, "Math.max(0, ...longTasks.map((task) => task.ms))")
	return time.Duration(ms * float64(time.Millisecond))
}

// ForgetTasks starts LongestTask afresh.
func (b *chromium) ForgetTasks() {
	b.t.Helper()
	eval[int](b, "longTasks.length = 0")
}

// Size makes the window w by h CSS pixels.
func (b *chromium) Size(w, h int64) {
	b.t.Helper()
	b.Do(chromedp.EmulateViewport(w, h))
}

// Shot keeps a picture of the window as .build/shots/NAME.png.
func (b *chromium) Shot(name string) {
	b.t.Helper()
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	dir := filepath.Join("..", "..", ".build", "shots")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644); err != nil {
		b.t.Fatal(err)
	}
}
