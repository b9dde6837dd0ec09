// A collection that was published beside the page (wasm/internal/publish): null
// where there is none, else
//
//   about()        promise of its list with what the visitor has of it, isKept, or
//                  {error} with words for a person
//   file(name)     promise of {bytes}, or {error}: "corpus", what opens it, or "ledger",
//                  what is in it
//   serve(worker)  lets an engine ask for its files (worker.js)
//   onLoad         set by the page: called with the bytes that have come
//   shown          promise that what is seen and asked first has come, or will not
//   hasShown()     called by the page when that is so
//   loaded         promise that nothing more will be asked of the host
//   close()        called by the page when that is so
//   keep()         promise of "" once all of it is kept for use offline, by sw.js;
//                  else of why not
//   forget()       promise that it is not kept any more
//
// Files and parts of files are fetched when the engine asks for them, once each, and
// handed over inflated: nobody else has their bytes.
"use strict";

globalThis.clippingsCollection = (() => {
  const list = document.querySelector("meta[name=clippings-collection]").content;
  if (!list) return null;
  const source = globalThis.clippingsSource;
  const folder = list.slice(0, list.lastIndexOf("/") + 1);
  const cacheName = `published ${new URL("./", location.href).pathname}`; // as in sw.js

  let allCame;
  const loaded = new Promise((come) => { allCame = come; });
  let firstCame;
  const shown = Promise.race([loaded, new Promise((come) => { firstCame = come; })]);
  let came = 0;

  // The list alone has a name that stays: the browser asks whether it has changed.
  async function fetchList() {
    const response = source.isInside ? await source.get(list) : await fetch(list, { cache: "no-cache" });
    if (!response.ok) throw new Error(`the host answered ${response.status}`);
    const text = await response.text();
    const found = JSON.parse(text);
    if (found.version !== 2) throw new Error("it was made for another version of this page; reload the page");
    return { ...found, bytes: source.isInside ? 0 : found.bytes, isKept: await isKept(text) };
  }

  async function isKept(text) {
    if (!globalThis.caches || source.isInside) return false;
    const kept = await (await caches.open(cacheName)).match(list);
    return !!kept && (await kept.text()) === text;
  }

  const found = fetchList();
  found.catch(allCame);

  // A file is served whole, or as its front and blocks, the names of which are in a
  // list that is fetched when the first of them is wanted.
  const lists = new Map();

  function blocksOf(file) {
    if (!file.list) return Promise.resolve([]);
    if (!lists.has(file.list)) {
      const names = fetchPart(file.list).then((bytes) => new TextDecoder().decode(bytes).match(/.{16}/g).map((name) => `${name}.gz`));
      lists.set(file.list, names);
      names.catch(() => lists.delete(file.list)); // it is asked for again
    }
    return lists.get(file.list);
  }

  function sizeOf(file, i) {
    if (!file.list) return file.size;
    return i === 0 ? file.front : Math.min(file.block, file.size - file.front - (i - 1) * file.block);
  }

  async function fetchPart(name) {
    const path = folder + name;
    const response = source.isInside ? await source.get(path) : await fetch(path);
    if (response.status === 404) throw new Error("the collection of this site is another by now: reload the page");
    if (!response.ok) throw new Error(`${path}: the host answered ${response.status}`);
    return inflate(await new Response(response.body.pipeThrough(counting())).arrayBuffer());
  }

  // The front of a file, or one of the blocks that follow, from 1 on, inflated: {bytes,
  // size, block}, an ArrayBuffer and what is known of the whole.
  async function get(name, i) {
    const file = (await found).files[name];
    const part = file && (i === 0 ? file.name : (await blocksOf(file))[i - 1]);
    if (!part) throw new Error(`${name} is no part of it`);
    const bytes = await fetchPart(part);
    if (bytes.byteLength !== sizeOf(file, i)) throw new Error(`${folder}${part} was cut off on its way`);
    return { bytes, size: file.size, block: file.block ?? 0 };
  }

  // Some hosts undo the gzip on the way.
  async function inflate(bytes) {
    const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
    if (first !== 0x1f || second !== 0x8b) return bytes;
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }

  // Tells the page what comes.
  function counting() {
    return new TransformStream({
      transform(chunk, to) {
        came += chunk.byteLength;
        collection.onLoad?.(came);
        to.enqueue(chunk);
      },
    });
  }

  function failure(err) { return { error: err.message }; }

  function serve(worker) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: { name, part, port } }) => {
      get(name, part).then((file) => port.postMessage(file, [file.bytes]), (err) => port.postMessage(failure(err)));
    };
    worker.postMessage({ collection: port2 }, [port2]);
  }

  // The page may ask nobody any more; the service worker does it.
  async function keep() {
    const { active } = await navigator.serviceWorker.ready;
    const served = async (file) => [file.name, ...(file.list ? [file.list] : []), ...(await blocksOf(file))];
    const names = await Promise.all(Object.values((await found).files).map(served));
    const files = names.flat().map((name) => folder + name);
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((come) => { port1.onmessage = ({ data }) => come(data); });
    active.postMessage({ keep: [...new Set(files), list] }, [port2]);
    return answer;
  }

  const collection = {
    onLoad: null,
    shown,
    hasShown: firstCame,
    loaded,
    close: allCame,
    serve,
    about: () => found.catch(failure),
    file: (name) => get(`collection/${name}`, 0).then(({ bytes }) => ({ bytes: new Uint8Array(bytes) }), failure),
    keep: () => (source.isInside || !navigator.serviceWorker ? Promise.resolve("this browser keeps no page for offline use here") : keep().catch((err) => err.message)),
    forget: () => globalThis.caches?.delete(cacheName) ?? Promise.resolve(false),
  };
  return collection;
})();
