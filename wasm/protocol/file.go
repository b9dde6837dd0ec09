package protocol

// File is a handle on a file the person gave: a path natively, a browser File in
// a page. It travels beside a message, never inside, and only the two ends of
// the wire look into it.
type File any
