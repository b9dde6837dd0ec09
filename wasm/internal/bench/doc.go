// Command bench is the engine as the benchmark of in-browser search libraries
// runs it: one shard and its coordinator in one worker, driven by the functions
// that main_js.go gives to JavaScript. Its other half is .ci/bench. Natively it
// does the same to a folder, to be profiled:
//
//	go run ./wasm/internal/bench -cpuprofile cpu.out FOLDER
//
// Two things are measured apart. The whole import is what the page does with
// plain text files: read, find the article, index, keep; copies are not looked
// for, which no other library does. The index alone is what the other libraries
// do with documents that come parsed: words of title and body, with positions.
package main
