// Takes in what the person drops, chooses or pastes, opens with the installed app
// or shares with it, from the first moment on: the browser forgets a drop that no
// listener answers at once, and the program may still be opening. Lists wait here
// until the page listens.
//
// A list crosses to Go in bulk (app/files), because a call a file would stop
// the page for seconds at 100,000 files:
//
//   paths     Uint8Array  UTF-8, each ended by a NUL
//   numbers   Uint8Array  of float64: size in bytes, time of change in ms; a file
//   problems  Uint8Array  like paths: why the browser would not open it, or ""
//   files     Array       of File; null where there is a problem
"use strict";

globalThis.clippingsIntake = (() => {
  let listener = null; // {onFiles(list), onCount(n)}
  const waiting = [];
  let pasted = 0;

  // Lets the page draw and answer when 8 ms have passed since the last breath.
  let breath = performance.now();
  async function breathe() {
    if (performance.now() - breath < 8) return;
    await new Promise((done) => setTimeout(done));
    breath = performance.now();
  }

  function deliver(list) {
    if (list.files.length === 0) return;
    if (listener) listener.onFiles(list);
    else waiting.push(list);
  }

  function count(n) {
    if (listener && n % 250 === 0) listener.onCount(n);
  }

  async function pack(found) {
    const encoder = new TextEncoder();
    const numbers = new Float64Array(2 * found.length);
    for (const [i, { file }] of found.entries()) {
      // The size of a chosen file may be a question to the disk each time.
      if (file) numbers.set([file.size, file.lastModified], 2 * i);
      await breathe();
    }
    return {
      paths: encoder.encode(found.map(({ path }) => `${path}\0`).join("")),
      numbers: new Uint8Array(numbers.buffer),
      problems: encoder.encode(found.map(({ problem }) => `${problem || ""}\0`).join("")),
      files: found.map(({ file }) => file || null),
    };
  }

  const byPath = (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

  // The list is sorted here because the program wants it so: it would take five
  // times as long, in one go.
  async function add(found) {
    found.sort(byPath);
    await breathe();
    deliver(await pack(found));
  }

  // --- dropped: DataTransfer items, which are void once the handler returns ---

  function catchItem(item) {
    return {
      entry: item.webkitGetAsEntry?.(),
      file: item.getAsFile(),
      // Entries cannot be read on a page opened from a file, handles can.
      handle: location.protocol === "file:" ? item.getAsFileSystemHandle?.() : null,
    };
  }

  async function walkItems(items) {
    const found = [];
    for (const { entry, file, handle } of items) {
      if (handle) await walkHandle(await handle, "", found);
      else if (entry) await walkEntry(entry, found);
      else if (file) found.push({ path: file.name, file });
    }
    return found;
  }

  async function walkEntry(entry, found) {
    const path = entry.fullPath.replace(/^\//, "");
    try {
      if (entry.isFile) {
        found.push({ path, file: await new Promise((ok, no) => entry.file(ok, no)) });
      } else {
        const reader = entry.createReader();
        const batch = () => new Promise((ok, no) => reader.readEntries(ok, no));
        // A batch holds at most 100 entries; an empty one is the end.
        for (let entries = await batch(); entries.length > 0; entries = await batch()) {
          await walkBatch(entries, found);
        }
      }
    } catch (err) {
      found.push({ path, problem: explain(err) });
    }
    count(found.length);
    await breathe();
  }

  // Opening files one after the other takes 1 ms each; Chromium answers a
  // thousand asked for at once in one task of several seconds.
  async function walkBatch(entries, found) {
    const files = entries.filter((child) => child.isFile);
    for (let i = 0; i < files.length; i += 8) {
      await Promise.all(files.slice(i, i + 8).map((child) => walkEntry(child, found)));
    }
    for (const child of entries) {
      if (!child.isFile) await walkEntry(child, found);
    }
  }

  async function walkHandle(handle, folder, found) {
    const path = folder + handle.name;
    try {
      if (handle.kind === "file") {
        found.push({ path, file: await handle.getFile() });
      } else {
        for await (const child of handle.values()) await walkHandle(child, `${path}/`, found);
      }
    } catch (err) {
      found.push({ path, problem: explain(err) });
    }
    count(found.length);
    await breathe();
  }

  function explain(err) {
    return err.name === "NotFoundError" ? "it is no longer there" : err.message || String(err);
  }

  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  const mark = (on) => document.documentElement.classList.toggle("dropping", on);

  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    mark(true);
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) mark(false);
  });
  addEventListener("drop", (event) => {
    mark(false);
    if (!carriesFiles(event)) return;
    event.preventDefault();
    const items = Array.from(event.dataTransfer.items).filter((item) => item.kind === "file");
    walkItems(items.map(catchItem)).then(add);
  });

  // --- pasted ---

  function asFile(text) {
    pasted += 1;
    const path = pasted === 1 ? "Pasted text.txt" : `Pasted text ${pasted}.txt`;
    return { path, file: new File([text], path, { type: "text/plain" }) };
  }

  function addText(text) {
    if (text.trim()) add([asFile(text)]);
  }

  const isEditable = (target) => target.closest?.("input, textarea, select, [contenteditable]");

  addEventListener("paste", (event) => {
    if (isEditable(event.target)) return;
    const { files } = event.clipboardData;
    if (files.length > 0) add(Array.from(files, (file) => ({ path: file.name, file })));
    else addText(event.clipboardData.getData("text/plain"));
  });

  // --- opened with the installed app, or shared with it ---

  // The window that is open is not navigated (launch_handler in the manifest), so
  // that nothing at work is lost: it goes where a shortcut leads by itself.
  globalThis.launchQueue?.setConsumer(async ({ files = [], targetURL }) => {
    const found = [];
    for (const handle of files) await walkHandle(handle, "", found);
    await add(found);
    const { hash } = new URL(targetURL || location.href, location.href);
    if (files.length === 0 && hash) location.hash = hash;
  });

  // What sw.js has kept of what was shared. It leads here with "?shared".
  async function takeShared() {
    const { pathname, searchParams, hash } = new URL(location.href);
    if (!searchParams.has("shared")) return;
    history.replaceState(history.state, "", pathname + hash);
    if (searchParams.get("shared") !== "kept") {
      await add([{ path: "What was shared", problem: "the browser has no room left for it" }]);
    }
    const cache = await caches.open(`clippings shared ${new URL("./", location.href).pathname}`);
    const found = [];
    for (const request of await cache.keys()) {
      const content = await (await cache.match(request)).blob();
      const path = decodeURIComponent(request.url.split("/").pop());
      if (path) found.push({ path, file: new File([content], path, { type: content.type }) });
      else found.push(asFile(await content.text()));
      await cache.delete(request);
    }
    await add(found);
  }
  takeShared().catch((err) => console.warn("clippings: what was shared could not be read:", err));

  return {
    // Hands over the lists that waited, and every later one.
    listen(onFiles, onCount) {
      listener = { onFiles, onCount };
      waiting.splice(0).forEach(deliver);
    },
    // Takes the files of an <input type=file>, then empties it, so that the
    // same choice made again is heard.
    addInput(input) {
      const files = Array.from(input.files);
      input.value = "";
      return add(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
    },
    addFile: (file) => add([{ path: file.name, file }]),
    addText,
  };
})();
