// Package publish puts a collection beside the page of a static site, as files
// that any host can serve.
//
//	coord.WriteCollection -> Writer, a store.Root -> SITE/collection/SUM.gz …
//	                         Writer.Close         -> SITE/collection/index.json
//	                                                 and a word in SITE/index.html
//	the page              <- web/collection.js    <- index.json, then what is asked for
//	coord.OpenCollection  <- store.Root           <- the same files, inflated
//
// Every file is gzip and named by the start of the SHA-256 of what it holds, so that
// one that a browser or a host has kept is never another: only index.json changes
// under its name. It says what the collection is called, what it holds, and for
// each file of each folder its name there, in which file it is, and how long it is
// inflated and as it is served; the names of the blocks of a file that is read in
// parts are in a list of their own. The same files published again give the same
// bytes. Files that are added at the end leave the blocks of the texts before them
// what they were; of the index most are others then.
//
// The page is told of the collection by one word in its head, so that a site
// without one asks for nothing; the service worker knows the page by its sum, which
// is put right with it. The worker does not keep the collection: web/collection.js
// does, in a cache of its own, if the visitor says so.
package publish
