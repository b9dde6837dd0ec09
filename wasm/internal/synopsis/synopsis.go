package synopsis

import "clippings/wasm/protocol"

// Of sets documents about one event side by side. It yields every few
// milliseconds; the error of yield ends the work and is returned unchanged. The
// documents are not changed. Paragraphs that are not sorted or lie outside the text
// are passed over.
func Of(docs []protocol.Document, yield func() error) (protocol.Parallels, error) {
	s, err := read(docs, yield)
	if err != nil {
		return protocol.Parallels{}, err
	}
	found, err := s.find()
	if err != nil {
		return protocol.Parallels{}, err
	}
	joined := found.join()
	answer := protocol.Parallels{Shared: joined.shared(), Only: joined.only()}
	if answer.Names, err = s.names(); err != nil {
		return protocol.Parallels{}, err
	}
	answer.Sayings, err = s.sayings()
	return answer, err
}
