package browser

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The benchmarks here tell how long the page's thread is taken by one task, as
// Chromium traces it, while a person works with it; and how soon what is typed is
// answered on the screen. Run: ./build.sh pace
//
// They print; no test fails on time. On a machine that is shared, tasks last longer
// by the clock than of the processor: both are told where both are recorded.

// BenchmarkImport brings 10,000 articles of 300 words in.
func BenchmarkImport(b *testing.B) {
	path := corpus{articles: 10_000, words: 300}.zipped(b)
	for b.Loop() {
		page := open(b, newHost(b, "/").URL())
		page.Opened()
		tr := page.startTrace()
		page.Drop(path)
		page.finished()
		page.settled()
		tr.report(b)
	}
}

// BenchmarkTyping types queries over 10,000 articles, a letter every 90 ms.
func BenchmarkTyping(b *testing.B) {
	page := filled(b, corpus{articles: 10_000, words: 300})
	page.show("search")
	page.Wait("!!document.querySelector('#search')")
	eval[int](page, keystrokes)
	for b.Loop() {
		tr := page.startTrace()
		for _, query := range []string{"bara", "dele gino", `"bara dele"`, "fidelo", "gamo OR lido -bara", "pana* NEAR/3 bara"} {
			page.Do(chromedp.Evaluate[chromedp.Void]("document.querySelector('#search').focus(), document.querySelector('#search').select()"))
			for _, letter := range query {
				page.Do(chromedp.KeyEvent(string(letter)))
				time.Sleep(90 * time.Millisecond)
			}
			page.Wait(answered)
		}
		tr.report(b)
		reportSpread(b, "answer", eval[[]float64](page, "painted"))
	}
}

// keystrokes notes how long after each keystroke the hits that answer it, or a
// later one, were on the screen. A word that may still be growing is looked for as
// a beginning, so that a space behind it is another question.
const keystrokes = `{
	globalThis.painted = [];
	const box = document.querySelector("#search");
	let open = [];
	const look = () => {
		const list = document.querySelector("#results"), now = box.value;
		const isAnswered = list && list.ariaBusy !== "true" && list.dataset.of === now.trim() &&
			list.dataset.typing === String(now !== "" && !now.endsWith(" "));
		if (!isAnswered) return requestAnimationFrame(look);
		const answered = open, channel = new MessageChannel();
		open = [];
		channel.port1.onmessage = () => painted.push(...answered.map((pressed) => performance.now() - pressed));
		channel.port2.postMessage(0);
	};
	box.addEventListener("input", () => open.push(performance.now()) === 1 && requestAnimationFrame(look));
	0
}`

// BenchmarkScroll scrolls a list of 100,000 stories, by the wheel and by leaps.
func BenchmarkScroll(b *testing.B) {
	page := filled(b, corpus{articles: 100_000, words: 12})
	page.show("stories")
	page.Wait("document.querySelectorAll('.story-row').length > 5")
	for b.Loop() {
		tr := page.startTrace()
		for range 60 {
			eval[int](page, "scrollBy(0, 400), 0")
			time.Sleep(40 * time.Millisecond)
		}
		for _, share := range []float64{.3, .9, .5, 0, 1} {
			eval[int](page, fmt.Sprintf("scrollTo(0, %v * document.documentElement.scrollHeight), 0", share))
			page.Wait("!document.querySelector('.story-blank')")
		}
		tr.report(b)
	}
}

// BenchmarkGroup opens a story of 200 copies, then all its versions in one text.
func BenchmarkGroup(b *testing.B) {
	page := filled(b, corpus{articles: 300, words: 300, copies: 200})
	for b.Loop() {
		page.show("stories?sort=largest")
		page.Wait("document.querySelectorAll('.story-row').length > 5")
		page.settled()
		tr := page.startTrace()
		page.Do(chromedp.Click(chromedp.CSS(".story-row [aria-expanded]")))
		page.Wait("!!document.querySelector('.story-open')")
		page.settled()
		tr.reportAs(b, "open-")
		tr = page.startTrace()
		page.Do(chromedp.Click(chromedp.CSS(".story-open a[href*='#/versions/']")))
		page.Wait("document.querySelector('#main > section')?.ariaBusy !== 'true' && !!document.querySelector('.versions')")
		page.settled()
		page.Do(chromedp.KeyEvent("]"), chromedp.KeyEvent("]"), chromedp.KeyEvent(kb.PageDown))
		page.settled()
		tr.reportAs(b, "versions-")
	}
}

// filled opens the page and brings a corpus in.
func filled(b *testing.B, c corpus) *chromium {
	page := open(b, newHost(b, "/").URL())
	page.Size(1280, 900)
	page.Opened()
	page.Drop(c.zipped(b))
	page.finished()
	page.settled()
	return page
}

// finished waits for the end of a long import.
func (b *chromium) finished() {
	b.t.Helper()
	for range 20 {
		if b.holds("!!document.querySelector('#import.progress-done, #import.progress-failed')", patience) {
			return
		}
	}
	b.t.Fatalf("the import does not end: %s", b.Text("#import"))
}

// settled lets what was begun come to an end.
func (b *chromium) settled() { time.Sleep(time.Second) }

func (tr *trace) report(b *testing.B) { tr.reportAs(b, "") }

func (tr *trace) reportAs(b *testing.B, prefix string) {
	clock, busy := tr.tasks()
	if len(clock) == 0 {
		b.Fatal("the trace tells of no task of the page")
	}
	b.ReportMetric(milliseconds(clock[0]), prefix+"longest-ms")
	b.ReportMetric(milliseconds(busy[0]), prefix+"longest-cpu-ms")
	b.ReportMetric(over(clock), prefix+"over-50ms")
	b.ReportMetric(over(busy), prefix+"over-50ms-cpu")
}

// over counts the tasks that took more than 50 ms, of a list that falls.
func over(list []time.Duration) float64 {
	n := slices.IndexFunc(list, func(d time.Duration) bool { return d <= 50*time.Millisecond })
	if n < 0 {
		n = len(list)
	}
	return float64(n)
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1e3 }

// reportSpread tells the median and the 95th of a hundred.
func reportSpread(b *testing.B, name string, ms []float64) {
	if len(ms) == 0 {
		b.Fatal("nothing was measured: " + name)
	}
	slices.Sort(ms)
	b.ReportMetric(ms[len(ms)/2], name+"-p50-ms")
	b.ReportMetric(ms[len(ms)*95/100], name+"-p95-ms")
}
