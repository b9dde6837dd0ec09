package browser

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/cdproto/storage"
)

// noFiles takes the private file system away from the workers: their scripts are
// blobs, and begin with a word of ours from now on.
const noFiles = `globalThis.Blob = class extends Blob {
  constructor(parts, options) {
    const script = options?.type === "text/javascript";
    super(script ? ["delete StorageManager.prototype.getDirectory;\n", ...parts] : parts, options);
  }
};`

// inStore runs a script in a worker that has web/store.js, where root is what
// openRoot gave, and returns what the script does.
func inStore[T any](b *chromium, script string) T {
	b.t.Helper()
	return eval[T](b, fmt.Sprintf(`new Promise((done, failed) => {
	const worker = new Worker(%s);
	worker.onmessage = ({data}) => { worker.terminate(); done(data); };
	worker.onerror = (err) => failed(new Error(err.message));
})`, storeWorker(b.t, script)))
}

// storeWorker is an expression for the address of a worker's script that runs
// another, and then posts what that returns.
func storeWorker(t testing.TB, script string) string {
	t.Helper()
	text, err := os.ReadFile("../../web/store.js")
	if err != nil {
		t.Fatal(err)
	}
	quoted, _ := json.Marshal(fmt.Sprintf(`self.clippingsPlace = "/test/";
%s
%s
openRoot().then(async (root) => { %s }).then((it) => postMessage(it), (err) => postMessage("failed: " + err));`, text, helpers, script))
	return fmt.Sprintf(`URL.createObjectURL(new Blob([%s], {type: "text/javascript"}))`, quoted)
}

// stores runs a test with files and with a database. It opens a browser, each time
// with what the one before has kept, on a page of the host's that does nothing.
func stores(t *testing.T, test func(t *testing.T, open func() *chromium)) {
	for kind, before := range map[string]string{"files": "", "database": noFiles} {
		t.Run(kind, func(t *testing.T) {
			h, profile := newHost(t, "/"), t.TempDir()
			test(t, func() *chromium {
				b := newChromiumIn(t, profile)
				if before != "" {
					b.Before(before)
				}
				b.Go(h.URL() + "manifest.webmanifest")
				if got := inStore[string](b, "return root?.kind ?? 'none'"); got != kind {
					t.Fatalf("the root is of kind %s, want %s", got, kind)
				}
				return b
			})
		})
	}
}

// helpers are shorthand of the scripts: a text as bytes, and back; so many MB of
// bytes.
const helpers = `const bytes = (text) => new TextEncoder().encode(text);
const noise = (parts) => Array.from({length: parts}, () => {
  const part = new Uint8Array(1 << 20); // a database would pack zeros
  for (let at = 0; at < part.length; at += 1 << 16) crypto.getRandomValues(part.subarray(at, at + (1 << 16)));
  return part;
});
const text = (bytes) => bytes === null ? "nothing" : new TextDecoder().decode(bytes);
`

func TestStoreKeepsWholeFiles(t *testing.T) {
	stores(t, func(t *testing.T, open func() *chromium) {
		b := open()
		got := inStore[string](b, `
			const said = [];
			const say = (...words) => said.push(words.join(" "));
			say("empty:", await root.folders(), await root.names("w1"), text(await root.get("w1", "a")));
			await root.delete("w1", "a");
			await root.remove("w1");
			await root.put("w1", "b", [bytes("one"), bytes(""), bytes("two")]);
			await root.put("w1", "a", []);
			await root.put("w1-0", "a", [bytes("of another folder")]);
			say("put:", await root.folders(), await root.names("w1"), text(await root.get("w1", "b")), (await root.get("w1", "a")).length);
			await root.put("w1", "b", [bytes("3")]);
			await root.delete("w1", "a");
			await root.delete("w1", "never");
			say("replaced:", await root.names("w1"), text(await root.get("w1", "b")), text(await root.get("w1", "a")));
			await Promise.all([..."abcdefgh"].map((name) => root.put("w2", name, [bytes(name)])));
			say("at once:", await root.names("w2"), text(await root.get("w2", "g")));
			await root.remove("w1");
			say("removed:", await root.folders(), text(await root.get("w1", "b")), text(await root.get("w1-0", "a")));
			for (const name of ["", "..", "a/b", "A", "a.tmp", "x".repeat(65)]) {
				for (const bad of [() => root.put(name, "a", []), () => root.put("w3", name, []), () => root.remove(name)]) {
					await bad().then(() => say("taken for a name:", name), () => {});
				}
			}
			const [used, quota] = await root.space();
			say("space:", used > 0, quota > 1e6);
			return said.join("\n");`)
		const want = `empty:   nothing
put: w1,w1-0 a,b onetwo 0
replaced: b 3 nothing
at once: a,b,c,d,e,f,g,h g
removed: w1-0,w2 nothing of another folder
space: true true`
		if got != want {
			t.Errorf("got:\n%s\nwant:\n%s", got, want)
		}
		// Another visit finds it.
		b.Close()
		b = open()
		if got := inStore[string](b, `return text(await root.get("w1-0", "a"))`); got != "of another folder" {
			t.Errorf("another day: %s", got)
		}
	})
}

// TestStoreSurvivesKill ends the browser in the middle of writing. What was said to
// be written is there, in whole.
func TestStoreSurvivesKill(t *testing.T) {
	stores(t, func(t *testing.T, open func() *chromium) {
		written := 0
		for round := range kills() {
			b := open()
			state := inStore[string](b, `
				const numbers = [0];
				for (const name of await root.names("w1")) {
					const file = new Uint32Array((await root.get("w1", name)).buffer);
					if (file.length !== 1 << 18 || file.some((number) => number !== file[0])) return name + " is torn";
					numbers.push(file[0]);
				}
				return String(Math.max(...numbers));`)
			if n, err := strconv.Atoi(state); err != nil || n < written {
				t.Fatalf("file number %d was written; after kill %d: %s", written, round, state)
			} else {
				written = n
			}
			eval[bool](b, fmt.Sprintf(`(async () => {
				const worker = new Worker(%s);
				worker.onmessage = ({data}) => console.log(data);
			})().then(() => true)`, storeWorker(t, fmt.Sprintf(`for (let number = %d;; number++) {
					await root.put("w1", "abc"[number %% 3], [new Uint8Array(new Uint32Array(1 << 18).fill(number).buffer)]);
					postMessage("written " + number);
				}`, written+1))))
			time.Sleep(time.Duration(rand.IntN(600)) * time.Millisecond)
			b.Kill()
			for _, line := range b.console {
				var n int
				if _, err := fmt.Sscanf(line, "written %d", &n); err == nil {
					written = max(written, n)
				}
			}
		}
		t.Logf("%d files of 1 MB written between %d kills", written, kills())
	})
}

// kills is how often a browser is killed: CLIPPINGS_KILLS, else a few times.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("CLIPPINGS_KILLS")); err == nil {
		return n
	}
	if testing.Short() {
		return 2
	}
	return 5
}

// TestStoreIsFull runs out of room: what was kept stays, and there is room again
// when some of it is deleted.
func TestStoreIsFull(t *testing.T) {
	stores(t, func(t *testing.T, open func() *chromium) {
		b := open()
		origin := eval[string](b, "location.origin")
		room := float64(8 << 20)
		call(b, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: origin, QuotaSize: &room})
		got := inStore[string](b, `
			await root.put("w1", "a", [new Uint8Array(1 << 20).fill(1)]);
			const why = await root.put("w1", "a", noise(20)).then(() => "written", (err) => err.name);
			const kept = await root.get("w1", "a");
			await root.put("w1", "b", [new Uint8Array(1 << 20)]);
			return [why, kept.length, kept[0], await root.names("w1")].join(" ");`)
		if want := "QuotaExceededError 1048576 1 a,b"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
