package rpc

import (
	"encoding/binary"
	"math"

	"clippings/wasm/protocol"
)

// The wire: a frame is a tag byte, the call's id as a varint, and what the tag
// says:
//
//	request   kind byte, the request's binary form; file handles beside it
//	answer    the answer's binary form
//	failure   code byte, the error's text
//	progress  bytes, documents, skipped as varints, the path
//	cancel    nothing
//
// Requests and cancels go to the server, the others come back. A call has any
// number of progress frames and then exactly one answer or failure, cancelled
// or not: what a cancelled call has done is its answer to tell.
type tag byte

const (
	tagRequest tag = iota + 1
	tagAnswer
	tagFailure
	tagProgress
	tagCancel
)

// message is a frame taken apart. Rest shares memory with the frame.
type message struct {
	tag  tag
	id   uint64
	rest []byte
}

func parse(b []byte) (message, error) {
	if len(b) < 2 {
		return message{}, protocol.ErrCorrupt
	}
	id, n := binary.Uvarint(b[1:])
	t := tag(b[0])
	if n <= 0 || t < tagRequest || t > tagCancel {
		return message{}, protocol.ErrCorrupt
	}
	return message{tag: t, id: id, rest: b[1+n:]}, nil
}

// head starts a frame with room for size more bytes.
func head(t tag, id uint64, size int) []byte {
	b := make([]byte, 0, 1+binary.MaxVarintLen64+size)
	return binary.AppendUvarint(append(b, byte(t)), id)
}

func appendProgress(b []byte, p protocol.Progress) []byte {
	b = binary.AppendUvarint(b, p.Bytes)
	b = binary.AppendUvarint(b, uint64(p.Documents))
	b = binary.AppendUvarint(b, uint64(p.Skipped))
	return append(b, p.Path...)
}

func parseProgress(b []byte) (protocol.Progress, error) {
	var v [3]uint64
	for i := range v {
		u, n := binary.Uvarint(b)
		if n <= 0 || i > 0 && u > math.MaxUint32 {
			return protocol.Progress{}, protocol.ErrCorrupt
		}
		v[i], b = u, b[n:]
	}
	return protocol.Progress{
		Bytes: v[0], Documents: uint32(v[1]), Skipped: uint32(v[2]), Path: string(b),
	}, nil
}
