// Package index is a positional inverted index that is built in the browser:
// words go in document by document, and come out as posting lists that tell
// which documents hold a term, how often in which field, and at which
// positions.
//
//	Begin, Add…, End  ->  builder   hash table and chained chunks, growing
//	Flush             ->  Segment   flat, sorted, never changed again
//	Segments          ->  Postings  block by block, skipping
//
// Index holds a list of segments and the builder of the next one. A document
// has a number, dense from 0 in order of adding; a segment knows the number of
// its first document. Segments that are small against what follows are merged,
// so there are never many, and none grows past a size at which merging it would
// need as much memory again as the rest of the index.
//
// A position is the ordinal of a word in the whole text of its document, as
// analysis.Scanner counts it. Words that are not indexed leave a gap, so no
// phrase spans them, and an excerpt made by scanning the text again meets the
// same positions. Words of furniture are indexed as terms of their own, which
// begin with AsidePrefix, and have no part in the length of a document.
//
// # Index format
//
// A segment is a few slices without pointers, so that the garbage collector
// has nothing to walk in them (300 MB of them cost it 1-7 ms, the same in small
// objects 0.7 s). A varint is seven bits a byte, least significant first, the
// high bit set on all but the last (encoding/binary).
//
//	terms      the bytes of all terms, sorted bytewise, one after another
//	termStart  where term t begins in terms; one more at the end, like all
//	           …Start slices
//	postings   how many postings the terms before t have; so the document
//	           frequency of t is postings[t+1]-postings[t], and that of a whole
//	           prefix also is one subtraction
//	docs       for each posting of a term, by rising document number:
//	             varint  document number less that of the posting before
//	                     (for the first: less 0), relative to the segment
//	             varint  n<<1 where the term stands n times, always in the body
//	                     n<<1|1 otherwise, and then
//	                       byte    the set of fields it stands in, bit 1<<Field
//	                       varint  how often in each of them, lowest field
//	                               first, save the last (the rest of n)
//	docStart   where the postings of term t begin in docs
//	positions  for each posting, n varints: the first position, then differences
//	posStart   where the positions of term t begin in positions
//	skips      for a term with more than 128 postings, three numbers for each
//	           block of 128 (the last may be shorter): the last document number
//	           of the block, where the block begins in docs, and in positions
//	skipStart  where the skips of term t begin
//	lengths    for each document, the summed weights of its indexed positions,
//	           save those of furniture
//	runStart   where the runs of document d begin in runs
//	runs       start<<3|field: from this position to the start of the next run
//	           what is indexed belongs to this field
//
// Example: documents 0 "peace talks peace" and 1 "talks", all body:
//
//	terms     "peacetalks"      termStart 0 5 10     postings 0 1 3
//	docs      0 4 | 0 2 1 2     docStart  0 2 6
//	positions 0 2 | 1 0         posStart  0 2 4
//
// The weight of a posting is made of its counts, each times Field.Weight; its
// highest bit, InTitle, is that of Title in the set of fields.
//
// Not part of the format, as they follow from it, are the skips of all terms and
// a byte for each term by which Similar leaps (shared.go). In a file a segment
// is these bytes and, as varints, the lengths of which the starts are sums:
// encode.go.
//
// A prefix that stands for very many postings ("co") has a list of its own
// besides, of the summed weights of its terms; see prefix.go.
//
// Cost: the index takes 0.55-0.6 of the bytes of the text, positions included.
// Adding a word takes 50 ns natively, 100-150 under WASM, sealing half of that;
// opening what was stored takes less than a fifteenth of both.
package index
