package browser

import (
	"slices"
	"strings"
	"testing"
	"time"
)

const shownVersion = "document.querySelector('meta[name=clippings-version]').content"

func TestOpensAtAnyPath(t *testing.T) {
	for _, prefix := range []string{"/", "/any/sub/path/"} {
		h := newHost(t, prefix)
		b := open(t, h.URL())
		b.Opened()
		b.KeptOffline()
		for _, name := range h.Asked() {
			if strings.HasPrefix(name, "no such file") {
				t.Errorf("at %s the page asked for %s", prefix, name)
			}
		}
		if address := eval[string](b, "location.href"); address != h.URL() {
			t.Errorf("opened %s, the page is at %s", h.URL(), address)
		}
		t.Logf("at %s: first paint %.0f ms, longest task %v", prefix, firstPaint(b), b.LongestTask())
	}
}

func firstPaint(b *chromium) float64 {
	return eval[float64](b, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1")
}

func TestOpensWhenTheHostInflates(t *testing.T) {
	h := newHost(t, "/")
	h.inflate = true
	b := open(t, h.URL())
	b.Opened()
	b.KeptOffline()
	h.Stop()
	b.Reload()
	b.Opened()
}

func TestOpensOffline(t *testing.T) {
	for _, prefix := range []string{"/", "/any/sub/path/"} {
		h := newHost(t, prefix)
		b := open(t, h.URL())
		b.Opened()
		b.KeptOffline()
		h.Stop()
		for _, address := range []string{"", "index.html", "?from=a-link#/stories"} {
			b.Go("about:blank")
			b.Go(h.URL() + address)
			b.Opened()
			if !eval[bool](b, "clippings.engine.then(({module}) => module instanceof WebAssembly.Module)") {
				t.Errorf("%s: no engine", address)
			}
			if eval[int](b, "clippings.sample.then((file) => file.size)") == 0 {
				t.Errorf("%s: no sample", address)
			}
			if eval[int](b, "clippings.unpacker.then((program) => program.size)") == 0 {
				t.Errorf("%s: no program for other formats", address)
			}
		}
	}
}

func TestNewVersionTakesOverWhenAccepted(t *testing.T) {
	h := newHost(t, "/site/")
	b := open(t, h.URL())
	b.Opened()
	b.KeptOffline()
	b.Reload() // now under the service worker
	b.Opened()
	eval[bool](b, "Promise.all(['other', 'clippings-1 /', 'clippings-1 /site/'].map((n) => caches.open(n))).then(() => true)")

	dir, version := newVersion(t)
	h.Deploy(dir)
	b.Reload()
	b.Opened()
	b.Wait("clippings.updateWaits")
	if shown := eval[string](b, shownVersion); shown != versionOf(t) {
		t.Errorf("before it was accepted, version %s was shown", shown)
	}
	eval[bool](b, "globalThis.before = true")
	eval[bool](b, "(clippings.update(), true)")
	b.Wait("!globalThis.before && " + shownVersion + " === '" + version + "'")
	b.Opened()

	h.Stop()
	b.Reload()
	b.Opened()
	if shown := eval[string](b, shownVersion); shown != version {
		t.Errorf("offline, version %s is shown, want %s", shown, version)
	}
	names := eval[[]string](b, "caches.keys()")
	slices.Sort(names)
	want := []string{"clippings-" + version + " /site/", "clippings-1 /", "other"}
	if !slices.Equal(names, want) {
		t.Errorf("caches %q, want %q", names, want)
	}
}

func TestMixedDeploymentIsRefused(t *testing.T) {
	h := newHost(t, "/")
	b := open(t, h.URL())
	b.Opened()
	b.KeptOffline()
	dir, _ := newVersion(t)
	write(t, dir, "engine.wasm.gz", []byte("of another version"))
	h.Deploy(dir)
	b.Reload()
	b.Opened()
	state := eval[string](b, `navigator.serviceWorker.ready.then(async (registration) => {
		await registration.update().catch(() => {});
		const worker = registration.installing;
		if (worker) await new Promise((done) => worker.addEventListener("statechange", done));
		return worker ? worker.state : registration.waiting ? "waiting" : "refused";
	})`)
	if state != "redundant" && state != "refused" {
		t.Errorf("the mixed version is %s", state)
	}
	h.Stop()
	b.Reload()
	b.Opened()
	if shown := eval[string](b, shownVersion); shown != versionOf(t) {
		t.Errorf("version %s is shown", shown)
	}
}

// tryNetwork tells what becomes of requests to our own host and to another.
const tryNetwork = `(async (base) => {
	const tries = {
		own: () => fetch(base + "boot.js?again"),
		other: () => fetch("http://example.com/"),
		socket: () => new Promise((ok, no) => {
			const socket = new WebSocket("ws://example.com/");
			socket.onopen = ok;
			socket.onerror = no;
		}),
	};
	const let_through = [];
	for (const [name, attempt] of Object.entries(tries)) {
		try { await attempt(); let_through.push(name); } catch {}
	}
	return let_through.join(" ");
})`

func TestNoRequestAfterLoad(t *testing.T) {
	h := newHost(t, "/")
	b := open(t, h.URL())
	b.Opened()
	b.KeptOffline()
	b.Wait("document.querySelectorAll('meta[http-equiv]').length === 2")
	asked := len(h.Asked())

	if got := eval[string](b, tryNetwork+"(location.href)"); got != "" {
		t.Errorf("the page may ask: %s", got)
	}
	worker := `new Promise((done) => {
		const text = 'onmessage = async ({data}) => postMessage(await ' + ` + "`" + tryNetwork + "`" + ` + '(data))';
		const worker = new Worker(URL.createObjectURL(new Blob([text])));
		worker.onmessage = ({data}) => done(data);
		worker.postMessage(location.href);
	})`
	if got := eval[string](b, worker); got != "" {
		t.Errorf("a worker may ask: %s", got)
	}
	eval[bool](b, `(document.body.append(Object.assign(new Image(), {src: "http://example.com/image.png"})), true)`)
	b.Drop("../../web/sample")
	time.Sleep(time.Second)
	if more := h.Asked()[asked:]; len(more) > 0 {
		t.Errorf("asked of the host after loading: %q", more)
	}
	if out := b.Outside(); len(out) > 0 {
		t.Errorf("asked of other machines: %q", out)
	}
}

func TestPolicyAllowsLittle(t *testing.T) {
	page := string(read(t, siteDir, "index.html"))
	for _, want := range []string{"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval';", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(page, want) {
			t.Errorf("the policy lacks %s", want)
		}
	}
	for _, never := range []string{"'unsafe-inline'", "'unsafe-eval'", "http:", "https:"} {
		if strings.Contains(page, never) {
			t.Errorf("index.html holds %s", never)
		}
	}
}

func TestSaysWhyItCannotOpen(t *testing.T) {
	tests := []struct{ name, before, missing, want string }{
		{"old browser", "delete globalThis.DecompressionStream", "", "too old"},
		{"no WebAssembly", "delete globalThis.WebAssembly", "", "too old"},
		{"page missing", "", "page.wasm.gz", "page.wasm.gz: the host answered 404"},
	}
	for _, test := range tests {
		h := newHost(t, "/")
		if test.missing != "" {
			h.missing = []string{test.missing}
		}
		b := newChromium(t)
		if test.before != "" {
			b.Before(test.before)
		}
		b.Go(h.URL())
		b.See(test.want)
	}
	b := open(t, "file://"+siteDir+"/index.html")
	b.See("./build.sh serve")
}

func TestSaysThatItStopped(t *testing.T) {
	b := open(t, newHost(t, "/").URL())
	b.Opened()
	// go-app takes the address out of an argument that is not there.
	eval[bool](b, "(goappNav(), true)")
	b.See("Clippings has stopped. Please reload the page.")
}
