// Where the parts of the program come from, and what was published with it:
//
//   clippingsSource.isInside   whether all of it is in this very file
//   clippingsSource.get(path)  promise of a Response; it fails with words for a
//                              person when there is no such part
//
// A site has them from its own host. The single file (app/site_single.go)
// carries each in a script element whose id is the path: a script that runs as
// it is, all else in base64 under a type that no browser runs.
"use strict";

globalThis.clippingsSource = (() => {
  const version = document.querySelector("meta[name=clippings-version]").content;

  const host = {
    isInside: false,
    async get(path) {
      const response = await fetch(`${path}?v=${version}`);
      if (!response.ok) throw new Error(`${path}: the host answered ${response.status}`);
      return response;
    },
  };

  const read = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

  const file = {
    isInside: true,
    async get(path) {
      // The program starts while the file is being read: a part may be missing
      // or half there until another stands behind it.
      if (!document.getElementById(path)?.nextElementSibling) await read;
      const part = document.getElementById(path);
      if (!part) throw new Error(`${path} is not in this file, which may have been cut short`);
      const isPacked = part.type === "application/octet-stream";
      return new Response(isPacked ? decode(part.textContent) : part.textContent);
    },
  };

  function decode(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  }

  return document.currentScript.src ? host : file;
})();
