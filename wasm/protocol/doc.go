// Package protocol is the contract between the page and the engine: the words
// they share (documents, spans, roles), a type for every request and its
// answer, their binary form, and the errors that cross. It imports the standard
// library only, so that both programs, and a third one written tomorrow, can
// read it without the rest.
package protocol
