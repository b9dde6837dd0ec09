// Package eval measures quality on labelled collections, natively, from the
// command line ("eval SET --data DIR") and from its tests. No collection but the
// sample is part of the project.
//
// # What is measured
//
//	sample, seeds                    everything, on articles labelled one by one
//	extract, formats, encodings,     reading: what is the article, what must be found
//	feeds, warc
//	copies                           groups of copies, passages by character
//	exhaustive                       reported pairs against all pairs
//	lsh                              the same beside MinHash
//	stories                          events, recurring templates, likeness as people see it
//
// Files go the way of dropped ones: through a corpus of shards (corpus.go, which
// alone asks coord), so that figures are those of what a person sees.
//
// # Measures
//
// Clusters are compared by pairs of documents and by B-cubed (cluster.go; Bagga
// and Baldwin 1998), passages by PAN's plagdet in its micro form (passages.go;
// Potthast et al. 2010), pairs by counting all of them (exhaustive.go): shingles
// are whole words there, not hashes of five, and all lists are walked, so that
// nothing of the program's way to find pairs is taken for granted but the words.
// What MinHash finds (lsh.go; Broder 1997, Penedo et al. 2024) is set against the
// same list.
//
// # Figures
//
// testdata/stats.txt holds accepted figures, a part for each set. The sample's
// are always held to; those of the other sets if CLIPPINGS_DATA names the folder
// of the collections, which takes about two minutes. "go test -update" writes
// them anew. Seconds are printed and never kept.
package eval
