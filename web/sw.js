// Keeps one whole version of the site for use without a network. A new version
// is fetched beside the old one and takes over when the person accepts it or
// when the last page of the old one is closed, never under a page at work.
//
// What other apps share with the installed one comes here as a form posted to
// share (manifest.webmanifest). It is answered here, without the network, and lies
// in a cache of its own until the page takes it (intake.js).
"use strict";

const VERSION = "{{version}}"; // of the content, filled in by the build
const FILES = "{{files}}"; // path -> SHA-256 of its bytes, filled in by the build
const scope = new URL(self.registration.scope).pathname;

// Caches belong to the origin, which other sites (user.github.io/other/) and
// other copies of this one share: the name tells which are ours.
const CACHE = `clippings-${VERSION} ${scope}`;
const isOwn = (name) => name.startsWith("clippings-") && name.endsWith(` ${scope}`);

const SHARED = `clippings shared ${scope}`;

self.addEventListener("install", (event) => event.waitUntil(precache()));
self.addEventListener("activate", (event) => event.waitUntil(sweep()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  if (event.data.keep) event.waitUntil(keepCollection(event.data.keep, event.ports[0]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (!request.url.startsWith(self.registration.scope)) return;
  const path = new URL(request.url).pathname.slice(scope.length);
  if (request.method === "POST" && path === "share") return event.respondWith(takeShared(request));
  if (request.method !== "GET") return;
  const key = path === "" || path === "index.html" ? "./" : path;
  if (Object.hasOwn(FILES, key)) event.respondWith(kept(key, request));
  if (path.startsWith("collection/")) event.respondWith(published(path, request));
});

async function kept(key, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(key)) || fetch(request);
}

// What was published beside the page is kept only if the visitor says so
// (collection.js): its files never change, its list does.
const COLLECTION = `published ${scope}`;

async function published(path, request) {
  const cache = await caches.open(COLLECTION);
  if (!path.endsWith(".json")) return (await cache.match(path)) || fetch(request);
  return fetch(request).catch(async (err) => {
    const list = await cache.match(path);
    if (!list) throw err;
    return list;
  });
}

// The list comes last: with it, all is there.
async function keepCollection(paths, port) {
  try {
    const cache = await caches.open(COLLECTION);
    const list = paths.at(-1);
    const left = paths.slice(0, -1);
    const lane = async () => {
      for (let path = left.pop(); path; path = left.pop()) {
        if (!(await cache.match(path))) await put(cache, path);
      }
    };
    await Promise.all(Array.from({ length: 6 }, lane));
    await put(cache, list);
    for (const { url } of await cache.keys()) {
      if (!paths.includes(new URL(url).pathname.slice(scope.length))) await cache.delete(url);
    }
    port.postMessage("");
  } catch (err) {
    port.postMessage(err.name === "QuotaExceededError" ? "there is not enough room on this device" : err.message);
  }
}

async function put(cache, path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: the host answered ${response.status}`);
  await cache.put(path, response);
}

async function precache() {
  const cache = await caches.open(CACHE);
  const keep = async ([path, sum]) => cache.put(path, await fetchExactly(path, sum));
  await Promise.all(Object.entries(FILES).map(keep));
}

// A host in the middle of a deployment answers with a mixture of versions: a
// file that is not the one meant is fetched past the HTTP cache, then refused,
// and the browser tries the installation again at the next visit.
async function fetchExactly(path, sum) {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(`${path}?v=${VERSION}`, { cache });
    if (!response.ok || response.redirected) continue;
    // Some hosts inflate .gz on the way; boot.js copes, the sum cannot.
    const inflated = path.endsWith(".gz") && response.headers.has("Content-Encoding");
    if (inflated || (await sha256(response.clone())) === sum) return response;
  }
  throw new Error(`clippings: ${path} is not of version ${VERSION}`);
}

async function sha256(response) {
  const sum = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return Array.from(new Uint8Array(sum), (b) => b.toString(16).padStart(2, "0")).join("");
}

async function sweep() {
  const names = await caches.keys();
  const old = names.filter((name) => isOwn(name) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// Keeps the files of the form, and its words as one more without a name.
async function takeShared(request) {
  try {
    const form = await request.formData();
    const files = form.getAll("files").filter((file) => file instanceof File && file.name);
    const words = ["title", "text", "url"].map((name) => form.get(name)).filter((word) => typeof word === "string" && word.trim());
    const cache = await caches.open(SHARED);
    const keep = (i, name, content) => cache.put(`shared/${Date.now()}/${i}/${encodeURIComponent(name)}`, new Response(content));
    await Promise.all(files.map((file, i) => keep(i, file.name, file)));
    if (words.length > 0) await keep("words", "", words.join("\n\n"));
    return Response.redirect("./?shared=kept", 303);
  } catch (err) {
    return Response.redirect("./?shared=lost", 303);
  }
}
