// Package rpc carries requests of package protocol over a wire and answers back:
// Client stands for a shard in another program, Server runs one. Many requests
// may be under way at once; each can report progress and can be cancelled.
package rpc
