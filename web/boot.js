// Opens the program: fetches everything it will ever need (source.js), closes the
// network behind itself, and starts the page. What the page finds in `clippings`:
//
//   engine    promise of {module, text, script, first} or {error}: the compiled
//             engine, a worker script that runs it, a Blob and its address, and
//             the worker that runs already, with the port to it (app/pool)
//   unpacker  promise of the program for other formats, a Blob, or null: it is
//             fetched last and compiled when the first such file comes
//   sample    promise of the sample collection, a File, or null (app/files)
//   onUpdate  set by the page: called when a newer version waits
//   update    called by the page when the person accepts it: reloads into it
//   onLeave   set by the page: called when it is closed or put aside, and must be
//             done when it returns
//   unsaved   set by the page: closing it now would lose something
//   hasTyped  whether a field holds what was typed and not saved
//   intake    files dropped or pasted (intake.js)
//   collection what was published beside the page (collection.js), or null
//   hold      a workspace for this tab alone (app/pool)
//   place     the address of this site on its origin, which others share: a part of
//             all names under which something is kept
"use strict";

(() => {
  const version = document.querySelector("meta[name=clippings-version]").content;
  const root = new URL("./", location.href).pathname;
  const place = location.protocol === "file:" ? location.pathname : root;
  const source = globalThis.clippingsSource;

  // Where the browser denies its storage, asking for it would end the program. What
  // stands in for it is empty and takes nothing.
  try {
    localStorage.getItem("");
  } catch (denied) {
    const none = { length: 0, key: () => null, getItem: () => null, removeItem() {}, clear() {}, setItem() { throw denied; } };
    Object.defineProperty(globalThis, "localStorage", { value: none });
  }

  // go-app asks for its surroundings by this name. The prefix is found at run
  // time, so that one build works at any address.
  globalThis.goappGetenv = (key) => (key === "GOAPP_ROOT_PREFIX" ? root.slice(0, -1) : "");

  // Speaks in the first paint's note or, once the page has replaced that, in a
  // line of its own above it.
  function say(text) {
    let note = document.getElementById("boot-note");
    if (!note) {
      const bar = document.createElement("div");
      bar.className = "notice notice-error";
      bar.setAttribute("role", "alert");
      note = document.createElement("p");
      note.className = "notice-in";
      note.id = "boot-note";
      bar.append(note);
      document.body.prepend(bar);
    }
    note.textContent = text;
  }

  // A Response with the program itself, whether or not the host has already
  // undone the gzip.
  async function inflate(response) {
    const [peek, body] = response.body.tee();
    const { value } = await peek.getReader().read();
    const isGzip = value && value[0] === 0x1f && value[1] === 0x8b;
    const stream = isGzip ? body.pipeThrough(new DecompressionStream("gzip")) : body;
    return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  }

  // The first engine runs by the time the page asks for one: its worker inflates and
  // compiles the program beside the page, and gives it back for other workers.
  async function startEngine(response, texts) {
    const parts = [`self.clippingsPlace = ${JSON.stringify(place)};\n`, ...(await texts).flatMap((text) => [text, "\n"])];
    const text = new Blob(parts, { type: "text/javascript" });
    const script = URL.createObjectURL(text);
    const worker = new Worker(script, { name: "clippings engine" });
    const { port1, port2 } = new MessageChannel();
    const first = { worker, port: port1, isOver: false };
    const compiled = new Promise((come, failed) => {
      worker.onerror = ({ message }) => { first.isOver = true; failed(message); };
      worker.onmessage = ({ data }) => { // the second, that it is over, comes to app/pool as a rule
        first.isOver = !data.module;
        if (data.module) come(data.module); else failed(data);
      };
    });
    compiled.catch(() => {}); // told below
    const program = await (await response).arrayBuffer();
    worker.postMessage({ program, port: port2 }, [program, port2]);
    return { module: await compiled, text, script, first };
  }

  async function sampleFile(response) {
    return new File([await (await response).blob()], "sample.zip", { type: "application/zip" });
  }

  // From here on the policy allows no request at all, not even to our own host.
  // Policies only ever add up, so nothing can take this one back, and workers
  // made from blobs inherit it.
  function closeNetwork() {
    const meta = document.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = "connect-src 'none'";
    document.head.append(meta);
  }

  async function start() {
    const pageFile = source.get("page.wasm.gz");
    const engineFile = source.get("engine.wasm.gz");
    const scripts = ["wasm_exec.js", "store.js", "worker.js"].map((path) => source.get(path).then((r) => r.text()));
    const sample = sampleFile(source.get("sample.zip"));
    const go = new Go();
    const page = pageFile.then(inflate).then((r) => WebAssembly.instantiateStreaming(r, go.importObject));
    const engine = startEngine(engineFile, Promise.all(scripts));

    clippings.engine = engine.catch((err) => ({ error: String(err) }));
    clippings.sample = sample.catch(() => null);
    const needed = Promise.allSettled([page, engine, sample]);
    // What was published is wanted sooner than what reads other formats.
    const shown = Promise.allSettled([needed, clippings.collection?.shown]);
    clippings.unpacker = shown.then(() => source.get("unpack.wasm.gz")).then((r) => r.blob()).catch(() => null);
    Promise.allSettled([shown, clippings.unpacker, clippings.collection?.loaded]).then(closeNetwork);

    const { instance } = await page;
    await go.run(instance);
    say("Clippings has stopped. Please reload the page.");
  }

  // What the service worker knows: a version that waits, and how to take it.
  async function keepOffline() {
    if (source.isInside || !("serviceWorker" in navigator)) return;
    const registration = await navigator.serviceWorker.register("sw.js");
    const tell = (worker) => {
      if (!worker || !navigator.serviceWorker.controller) return;
      clippings.update = () => takeOver(registration);
      clippings.updateWaits = true;
      if (clippings.onUpdate) clippings.onUpdate();
    };
    tell(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener("statechange", () => {
        if (worker.state === "installed") tell(worker);
      });
    });
  }

  // Other pages of the old version stay as they are: all they need is in them.
  function takeOver(registration) {
    clippings.unsaved = false; // the person has been told
    if (!registration.waiting) return location.reload(); // accepted in another tab
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    registration.waiting.postMessage("take over");
  }

  // Promise of a function that lets go of a name again; of null if another tab has
  // it and wait is false. The browser lets go when the page is closed or dies.
  // Where there are no locks nothing is kept (store.js), so nobody is in the way.
  function hold(name, wait) {
    if (!navigator.locks) return Promise.resolve(() => {});
    return new Promise((answer) => {
      const got = (lock) => lock && new Promise((letGo) => answer(letGo));
      navigator.locks.request(`${name} ${place}`, { ifAvailable: !wait }, got).finally(() => answer(null)).catch(() => {});
    });
  }

  function hasTyped() {
    const fields = document.querySelectorAll("textarea, input[type=text]:not(.finder-box)");
    return Array.from(fields).some((field) => field.value.trim() && field.value !== field.defaultValue && field.checkVisibility());
  }

  globalThis.clippings = { version, updateWaits: false, onUpdate: null, update() {}, onLeave: null, unsaved: false, hasTyped, hold, place };
  addEventListener("pagehide", () => clippings.onLeave?.());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && clippings.onLeave?.());
  addEventListener("beforeunload", (event) => {
    if (clippings.unsaved) event.preventDefault();
  });
  clippings.intake = globalThis.clippingsIntake;
  clippings.collection = globalThis.clippingsCollection;

  if (location.protocol === "file:" && !source.isInside) {
    say("Clippings must be opened through a web server. In its folder, run: ./build.sh serve");
    return;
  }
  if (!globalThis.WebAssembly?.compileStreaming || !globalThis.DecompressionStream) {
    say("This browser is too old for Clippings. It needs Chrome or Edge 80, Firefox 113, Safari 16.4, or newer.");
    return;
  }
  keepOffline().catch((err) => console.warn("clippings: no offline use:", err));
  start().catch((err) => say(`Clippings could not open: ${err.message}. Please reload the page.`));
})();
