// Runs the engine in a worker. The page hands over the compiled module and one
// end of a MessageChannel, which keeps every frame sent before the engine
// listens. The worker's own channel says one thing only: that it is over.
//
// boot.js starts this text, together with wasm_exec.js, from a blob: a worker
// made from a blob obeys the page's content-security policy; one made from an
// address would obey the headers of the host, and most send none.
"use strict";

self.onmessage = async ({ data }) => {
  self.onmessage = null;
  self.enginePort = data.port; // taken up by wasm/internal/port
  const go = new Go();
  let code = 0;
  go.exit = (c) => { code = c; };
  try {
    await go.run(await WebAssembly.instantiate(data.module, go.importObject));
    self.postMessage(`the engine ended with code ${code}`);
  } catch (err) {
    self.postMessage(`the engine failed: ${err}`);
  }
};
