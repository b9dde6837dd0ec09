package search

import (
	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// FieldOf is the index field that paragraphs of a role are indexed in, and
// whether they are indexed at all: furniture and repeats are not.
func FieldOf(role protocol.Role) (index.Field, bool) {
	if !role.IsArticle() {
		return index.Other, false
	}
	switch role {
	case protocol.RoleTitle:
		return index.Title, true
	case protocol.RoleSubtitle:
		return index.Subtitle, true
	case protocol.RoleBody, protocol.RoleQuote, protocol.RoleBullet, protocol.RoleHeading:
		return index.Body, true
	case protocol.RoleCaption:
		return index.Caption, true
	}
	return index.Other, true
}
