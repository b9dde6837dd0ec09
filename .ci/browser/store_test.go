package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

// noFiles takes the private file system away from the workers: their scripts are
// blobs, and begin with a word of ours from now on.
const noFiles = `globalThis.Blob = class extends Blob {
  constructor(parts, options) {
    const script = options?.type === "text/javascript";
    super(script ? ["delete StorageManager.prototype.getDirectory;\n", ...parts] : parts, options);
  }
};`

// inStore runs a script in a worker that has web/store.js: it returns what is
// posted, and root is what openRoot gave.
func inStore[T any](b *chromium, script string) T {
	b.t.Helper()
	text, err := os.ReadFile("../../web/store.js")
	if err != nil {
		b.t.Fatal(err)
	}
	worker := fmt.Sprintf(`self.clippingsPlace = "/test/";
%s
openRoot().then(async (root) => { %s }).then((it) => postMessage(it), (err) => postMessage("failed: " + err));`, text, script)
	quoted, _ := json.Marshal(worker)
	return eval[T](b, fmt.Sprintf(`new Promise((done, failed) => {
	const address = URL.createObjectURL(new Blob([%s], {type: "text/javascript"}));
	const worker = new Worker(address);
	worker.onmessage = ({data}) => { worker.terminate(); done(data); };
	worker.onerror = (err) => failed(new Error(err.message));
})`, quoted))
}

// stores runs a test with files and with a database. The page is an empty one of
// the host's.
func stores(t *testing.T, test func(t *testing.T, b *chromium)) {
	for kind, before := range map[string]string{"files": "", "database": noFiles} {
		t.Run(kind, func(t *testing.T) {
			b := newChromium(t)
			if before != "" {
				b.Before(before)
			}
			b.Go(newHost(t, "/").URL() + "manifest.webmanifest")
			if got := inStore[string](b, "return root?.kind ?? 'none'"); got != kind {
				t.Fatalf("the root is of kind %s, want %s", got, kind)
			}
			test(t, b)
		})
	}
}

// bytesOf is shorthand of the scripts: a text as bytes, and back.
const bytesOf = `const bytes = (text) => new TextEncoder().encode(text);
const text = (bytes) => bytes === null ? "nothing" : new TextDecoder().decode(bytes);
`

func TestStoreKeepsWholeFiles(t *testing.T) {
	stores(t, func(t *testing.T, b *chromium) {
		got := inStore[string](b, bytesOf+`
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
		// Another visit of the page finds it.
		b.Reload()
		if got := inStore[string](b, bytesOf+`return text(await root.get("w1-0", "a"))`); got != "of another folder" {
			t.Errorf("after a reload: %s", got)
		}
	})
}
