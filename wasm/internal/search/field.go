package search

import (
	"clippings/wasm/internal/index"
	"clippings/wasm/protocol"
)

// FieldOf is the index field that paragraphs of a role are indexed in, and
// whether they are indexed at all: repeats are not.
func FieldOf(role protocol.Role) (index.Field, bool) {
	switch role {
	case protocol.RoleFurniture:
		return index.Furniture, true
	case protocol.RoleTitle:
		return index.Title, true
	case protocol.RoleSubtitle:
		return index.Subtitle, true
	case protocol.RoleBody, protocol.RoleQuote, protocol.RoleBullet, protocol.RoleHeading:
		return index.Body, true
	case protocol.RoleCaption:
		return index.Caption, true
	}
	return index.Other, role.IsArticle()
}

// scopeOf is the scope that a field of a query names.
func scopeOf(name string) scope {
	for f := index.Title; f <= index.Furniture; f++ {
		if f.String() == name {
			return scope{fields: 1 << f, aside: f == index.Furniture}
		}
	}
	return article
}
