// Takes up the choice of light or dark (app/ui/theme.go). It is fetched and run
// before anything is painted, so that the page never shows the other one first.
"use strict";

try {
  const theme = localStorage.getItem("clippings.theme");
  if (/^"(light|dark)"$/.test(theme)) document.documentElement.dataset.theme = JSON.parse(theme);
} catch {
  // The browser keeps nothing for this site, so no choice was made.
}
