// Package port is the worker's end of everything that is the browser's: the
// wire to the page (Listen), the pause that lets its messages in (Yield) and
// the files it hands over (Open). Natively the same names work on the operating
// system, so that the engine above is one program, tested without a browser.
//
// Beside web/worker.js, which starts the engine, this is the only place of the
// engine that knows JavaScript.
package port
