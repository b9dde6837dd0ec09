// Where workspaces are kept in the browser: folders of files, each written whole
// and read whole. Part of the script of a worker (boot.js); the engine takes it up
// in wasm/internal/port/store_js.go.
//
//   openRoot()               promise of a root, or of null where nothing can be kept
//   root.kind                "files" or "database"
//   root.put(f, n, parts)    writes file n of folder f, given as Uint8Arrays: all of
//                            it takes the old one's place, or nothing has changed
//   root.get(f, n)           promise of a Uint8Array, null if there is none
//   root.get(f, n, at, size) of a part of the file; a database has none
//   root.delete(f, n)        that it is not there is no error; so for remove
//   root.names(f)            the files of a folder, sorted
//   root.folders()           the folders, sorted
//   root.remove(f)           a folder with all its files
//   root.space()             [bytes used, bytes there may be], 0 where nobody tells
//
// Failures are those of the browser, told apart by name: QuotaExceededError.
"use strict";

// An origin is shared by all sites of one person (user.github.io/a/, /b/). Each
// keeps its own; boot.js writes its address in front of this script.
const placeName = `clippings ${encodeURIComponent(self.clippingsPlace ?? "/").slice(-200)}`;

// Files come first: 50 MB are written in 0.06 to 0.2 s, to a database in 0.5 to
// 1.9. Two tabs are kept from writing at once by navigator.locks (app/pool); where
// there are none, on plain http, nothing is kept rather than damaged.
self.openRoot = async () => {
  if (!navigator.locks) return null;
  const origin = await privateFiles();
  if (!origin) return openDatabase().catch(() => null);
  return new FileRoot(await origin.getDirectoryHandle(placeName, { create: true }));
};

function checkNames(...names) {
  for (const name of names) {
    if (!/^[a-z0-9-]{1,64}$/.test(name)) throw new TypeError(`not a name of a file or folder: ${name}`);
  }
}

async function space() {
  const { usage, quota } = await navigator.storage.estimate();
  return [usage ?? 0, quota ?? 0];
}

// The private file system of the origin, null where it is missing, as in private
// windows and on file://.
async function privateFiles() {
  if (!self.FileSystemFileHandle?.prototype.createSyncAccessHandle) return null;
  try {
    return await navigator.storage.getDirectory();
  } catch {
    return null;
  }
}

// A folder is one file of the private file system. Chromium notes its files in a
// database of its own, which a browser that is killed while it makes, moves or
// deletes files can leave so that the next one starts with none: two in 300 times.
// Within a file there is nothing of the kind.
//
//   0    two places for a pointer: a turn, and where the table of that turn is
//   512  the table and the files, anywhere; the table says what is where
//
// The pointer with the higher turn holds. What is written goes where nothing of
// that turn is, and is on the disk before the other pointer is written: whoever is
// interrupted leaves the turn before.
const pointerSize = 256, headSize = 2 * pointerSize;

class FileRoot {
  kind = "files";
  space = space;
  last = Promise.resolve(); // one thing after the other

  constructor(top) { this.top = top; }

  put(folder, name, parts) {
    return this.within([folder, name], true, (file) => {
      const old = turnOf(file), next = new Map(old.files);
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      next.set(name, [gap(old.used(), length), length]);
      let [at] = next.get(name);
      try {
        for (const part of parts) at += write(file, part, at);
        commit(file, old, next);
      } catch (err) {
        trim(file, turnOf(file));
        throw err;
      }
    });
  }

  get(folder, name, from = 0, size) {
    return this.within([folder, name], false, (file) => {
      const place = turnOf(file).files.get(name);
      if (!place) return null;
      const [at, length] = place;
      if (from + (size ?? 0) > length) throw new DOMException("a file ends too soon", "DataError");
      return read(file, at + from, size ?? length);
    });
  }

  delete(folder, name) {
    return this.within([folder, name], false, (file) => {
      const old = turnOf(file), next = new Map(old.files);
      if (next.delete(name)) commit(file, old, next);
    });
  }

  async names(folder) {
    return await this.within([folder], false, (file) => [...turnOf(file).files.keys()].sort()) ?? [];
  }

  async folders() {
    const names = [];
    for await (const name of this.top.keys()) names.push(name);
    return names.sort();
  }

  async remove(folder) {
    checkNames(folder);
    await patiently(() => orNull(this.top.removeEntry(folder)));
  }

  // Works on the file of a folder, which nobody else reads or writes meanwhile;
  // null where it is not to be made and not there.
  within(names, make, work) {
    const done = this.last.then(async () => {
      checkNames(...names);
      const entry = await orNull(this.top.getFileHandle(names[0], { create: make }));
      const file = entry && await patiently(() => orNull(entry.createSyncAccessHandle()));
      if (!file) return null;
      try {
        return work(file);
      } finally {
        file.close();
      }
    });
    this.last = done.catch(() => {});
    return done;
  }
}

// Another worker or tab may have the file for a moment.
async function patiently(take) {
  for (let tries = 1; ; tries++) {
    try {
      return await take();
    } catch (err) {
      if (!["NoModificationAllowedError", "InvalidStateError"].includes(err.name) || tries === 500) throw err;
      await new Promise((go) => setTimeout(go, 5 + 10 * Math.random()));
    }
  }
}

// What is not there is null.
async function orNull(promise) {
  try {
    return await promise;
  } catch (err) {
    if (err.name === "NotFoundError") return null;
    throw err;
  }
}

// The turn that holds: its number, where its table is, and where it has which
// file. A file that is new is of turn 0.
function turnOf(file) {
  let best = { turn: 0, table: [0, 0], files: new Map() };
  for (const at of [0, pointerSize]) {
    try {
      const { turn, table, sum } = parsed(read(file, at, pointerSize));
      const bytes = turn > best.turn && read(file, ...table);
      if (bytes && checksum(bytes) === sum) best = { turn, table, files: new Map(parsed(bytes)) };
    } catch {
      // never written, or not to its end
    }
  }
  best.used = () => [[0, headSize], best.table, ...best.files.values()];
  return best;
}

// Has the next turn hold, with these files.
function commit(file, old, files) {
  const bytes = new TextEncoder().encode(JSON.stringify([...files]));
  const table = [gap([...old.used(), ...files.values()], bytes.length), bytes.length];
  write(file, bytes, table[0]);
  file.flush();
  const turn = old.turn + 1;
  const pointer = JSON.stringify({ turn, table, sum: checksum(bytes) }).padEnd(pointerSize);
  write(file, new TextEncoder().encode(pointer), turn % 2 * pointerSize);
  file.flush();
  trim(file, turnOf(file));
}

// Gives back the room behind all that is used.
const trim = (file, turn) => file.truncate(Math.max(...turn.used().map(([at, length]) => at + length)));

// The first place where so many bytes are free.
function gap(used, length) {
  let at = 0;
  for (const [start, taken] of used.sort(([a], [b]) => a - b)) {
    if (start - at >= length) break;
    at = Math.max(at, start + taken);
  }
  return at;
}

function write(file, bytes, at) {
  for (let done = 0; done < bytes.length;) {
    const n = file.write(bytes.subarray(done), { at: at + done });
    if (!n) throw new DOMException("no more could be written", "QuotaExceededError");
    done += n;
  }
  return bytes.length;
}

function read(file, at, length) {
  const bytes = new Uint8Array(length);
  if (file.read(bytes, { at }) < length) throw new DOMException("a file ends too soon", "DataError");
  return bytes;
}

const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

// FNV-1a. The files themselves are checked by whoever reads them.
const checksum = (bytes) => bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

// One database with one store; the key of a file is [folder, name]. A transaction
// is all or nothing by itself.
async function openDatabase() {
  const asked = indexedDB.open(placeName, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("files");
  const db = await new Promise((opened, failed) => {
    asked.onsuccess = () => opened(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  db.onversionchange = () => db.close(); // else nobody could ever delete it
  return new DatabaseRoot(db);
}

// All keys of a folder: arrays come after all strings.
const within = (folder) => IDBKeyRange.bound([folder], [folder, []]);

class DatabaseRoot {
  kind = "database";
  space = space;

  constructor(db) { this.db = db; }

  // One request in a transaction of its own; its result once that is on the disk.
  run(mode, ask) {
    return new Promise((done, failed) => {
      const transaction = this.db.transaction("files", mode, { durability: "strict" });
      const request = ask(transaction.objectStore("files"));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = () => failed(transaction.error ?? request.error);
    });
  }

  async put(folder, name, parts) {
    checkNames(folder, name);
    await this.run("readwrite", (files) => files.put(joined(parts), [folder, name]));
  }

  async get(folder, name) {
    checkNames(folder, name);
    return await this.run("readonly", (files) => files.get([folder, name])) ?? null;
  }

  async delete(folder, name) {
    checkNames(folder, name);
    await this.run("readwrite", (files) => files.delete([folder, name]));
  }

  async names(folder) {
    checkNames(folder);
    const keys = await this.run("readonly", (files) => files.getAllKeys(within(folder)));
    return keys.map(([, name]) => name);
  }

  async folders() {
    const keys = await this.run("readonly", (files) => files.getAllKeys());
    return [...new Set(keys.map(([folder]) => folder))];
  }

  async remove(folder) {
    checkNames(folder);
    await this.run("readwrite", (files) => files.delete(within(folder)));
  }
}

function joined(parts) {
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
