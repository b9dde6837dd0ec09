// Runs the engine in a worker. The page hands over the compiled module, to the
// first worker the program as it came, and one end of a MessageChannel, which keeps
// every frame sent before the engine listens. The worker's own channel says that the
// program it was given is compiled, and that all is over.
//
// boot.js starts this text, together with wasm_exec.js and store.js, from a blob: a worker
// made from a blob obeys the page's content-security policy; one made from an
// address would obey the headers of the host, and most send none.
"use strict";

// A program that came as a stream of bytes, gzip or not, as the first two tell.
function compile(stream, [first, second]) {
  const bytes = first === 0x1f && second === 0x8b ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
  return WebAssembly.compileStreaming(new Response(bytes, { headers: { "Content-Type": "application/wasm" } }));
}

// Compiles the program that the first worker is given, and gives it back.
async function compileFirst(program) {
  const module = await compile(new Response(program).body, new Uint8Array(program, 0, Math.min(2, program.byteLength)));
  self.postMessage({ module });
  return module;
}

// The program for other formats comes later, as a Blob, gzip or not, or null;
// startUnpacker runs it in a worker beside this one and answers with the port to it,
// which says null when that worker has ended.
// On a page opened from a file a worker may not use an address that the page has
// made: it makes one of its own.
let unpackerCame;
const unpacker = new Promise((come) => { unpackerCame = come; });

self.startUnpacker = async () => {
  const { unpacker: program, text } = await unpacker;
  if (!program) throw new DOMException("the program for other formats was not fetched", "NotFoundError");
  const module = await compile(program.stream(), new Uint8Array(await program.slice(0, 2).arrayBuffer()));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(URL.createObjectURL(text), { name: "clippings other formats" });
  worker.onmessage = worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    port1.dispatchEvent(new MessageEvent("message", { data: null }));
  };
  worker.postMessage({ module, port: port2 }, [port2]);
  return port1;
};

// The page fetches the files of a collection that was published beside it.
let collectionCame;
const collection = new Promise((come) => { collectionCame = come; });

self.fromCollection = async (name, part) => {
  const page = await collection;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((come) => { port1.onmessage = ({ data }) => come(data); });
  page.postMessage({ name, part, port: port2 }, [port2]);
  const { bytes, size, block, error } = await answer;
  port1.close();
  if (!bytes) throw new Error(error);
  return { bytes: new Uint8Array(bytes), size, block };
};

self.onmessage = async ({ data }) => {
  self.onmessage = ({ data: { collection, ...other } }) => (collection ? collectionCame(collection) : unpackerCame(other));
  self.enginePort = data.port; // taken up by wasm/internal/port
  const go = new Go();
  let code = 0;
  go.exit = (c) => { code = c; };
  try {
    const module = data.module ?? await compileFirst(data.program);
    await go.run(await WebAssembly.instantiate(module, go.importObject));
    self.postMessage(`the engine ended with code ${code}`);
  } catch (err) {
    self.postMessage(`the engine failed: ${err}`);
  }
};
