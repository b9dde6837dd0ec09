// Where workspaces are kept in the browser: folders of files, each written whole
// and read whole. Part of the script of a worker (boot.js); the engine takes it up
// in wasm/internal/port/store_js.go.
//
//   openRoot()               promise of a root, or of null where nothing can be kept
//   root.kind                "files" or "database"
//   root.put(f, n, parts)    writes file n of folder f, given as Uint8Arrays: all of
//                            it takes the old one's place, or nothing has changed
//   root.get(f, n)           promise of a Uint8Array, null if there is none
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
// windows and on file://. A browser that cannot move files has none for us: a file
// grows under another name and is moved when all of it is on the disk.
async function privateFiles() {
  const able = self.FileSystemFileHandle?.prototype;
  if (!able?.move || !able.createSyncAccessHandle) return null;
  try {
    return await navigator.storage.getDirectory();
  } catch {
    return null;
  }
}

const unfinished = ".tmp"; // ends no name of a file

class FileRoot {
  kind = "files";
  space = space;
  written = 0; // files so far, for names that are not used twice
  swept = new Map(); // folder -> promise that it is

  constructor(top) { this.top = top; }

  async put(folder, name, parts) {
    checkNames(folder, name);
    const dir = await this.top.getDirectoryHandle(folder, { create: true });
    if (!this.swept.has(folder)) this.swept.set(folder, sweep(dir));
    await this.swept.get(folder);
    const grown = `${name}.${++this.written}${unfinished}`;
    try {
      const file = await dir.getFileHandle(grown, { create: true });
      await fill(file, parts);
      await file.move(name);
    } catch (err) {
      await dir.removeEntry(grown).catch(() => {});
      throw err;
    }
  }

  // An access handle would read twice as fast, but shut out a tab that writes. A
  // file that is replaced while it is read cannot be read to its end: once more.
  async get(folder, name) {
    checkNames(folder, name);
    const read = async () => {
      const dir = await this.top.getDirectoryHandle(folder);
      const file = await (await dir.getFileHandle(name)).getFile();
      return new Uint8Array(await file.arrayBuffer());
    };
    return read().catch(() => orNull(read()));
  }

  async delete(folder, name) {
    checkNames(folder, name);
    const dir = await orNull(this.top.getDirectoryHandle(folder));
    if (dir) await orNull(dir.removeEntry(name));
  }

  async names(folder) {
    checkNames(folder);
    const dir = await orNull(this.top.getDirectoryHandle(folder));
    return dir ? (await listed(dir)).filter((name) => !name.endsWith(unfinished)) : [];
  }

  async folders() { return listed(this.top); }

  async remove(folder) {
    checkNames(folder);
    this.swept.delete(folder);
    await orNull(this.top.removeEntry(folder, { recursive: true }));
  }
}

async function fill(file, parts) {
  const handle = await file.createSyncAccessHandle();
  try {
    handle.truncate(0);
    let at = 0;
    for (let part of parts) {
      while (part.length > 0) {
        const n = handle.write(part, { at });
        if (!n) throw new DOMException("no more could be written", "QuotaExceededError");
        at += n;
        part = part.subarray(n);
      }
    }
    handle.flush();
  } finally {
    handle.close();
  }
}

// Whoever writes to a folder for the first time first takes away what an
// interrupted writer has left: readers of another tab never do.
async function sweep(dir) {
  const left = (await listed(dir)).filter((name) => name.endsWith(unfinished));
  await Promise.all(left.map((name) => dir.removeEntry(name).catch(() => {})));
}

async function listed(dir) {
  const names = [];
  for await (const name of dir.keys()) names.push(name);
  return names.sort();
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
