package format

import (
	"strings"

	"clippings/wasm/internal/jsontext"
)

// nameIn is the text of a value, of its "name" if it is an object, or of the
// first of a list.
func nameIn(v *jsontext.Value) string {
	if v.Keys != nil {
		return nameIn(v.Get("name"))
	}
	if len(v.List) > 0 {
		return nameIn(&v.List[0])
	}
	return v.Text
}

// namesIn are the names of a list, or of one.
func namesIn(v *jsontext.Value) (names []string) {
	list := v.List
	if v.Keys != nil || list == nil {
		list = []jsontext.Value{*v}
	}
	for i := range list {
		if name := nameIn(&list[i]); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// A jsonNode is a person or organisation of JSON-LD that other objects name by
// its @id.
type jsonNode struct{ id, name string }

// maxNodes is more people and organisations than the JSON-LD of a page has.
const maxNodes = 256

// addNodes appends all objects inside v that have an @id and a name.
func addNodes(nodes []jsonNode, v *jsontext.Value) []jsonNode {
	node := jsonNode{v.Get("@id").Text, v.Get("name").Text}
	if node.id != "" && node.name != "" && len(nodes) < maxNodes {
		nodes = append(nodes, node)
	}
	for i := range v.List {
		nodes = addNodes(nodes, &v.List[i])
	}
	return nodes
}

// idsIn are the @id of a value, or of the members of a list, that have no name.
func idsIn(v *jsontext.Value) (ids []string) {
	if v.Keys == nil {
		for i := range v.List {
			ids = append(ids, idsIn(&v.List[i])...)
		}
	} else if id := v.Get("@id").Text; id != "" && v.Get("name").Text == "" {
		ids = append(ids, id)
	}
	return ids
}

// articleIn is the first object inside v whose type is that of an article, nil if
// there is none.
func articleIn(v *jsontext.Value) *jsontext.Value {
	for _, t := range namesIn(v.Get("@type")) {
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" || t == "Review" {
			return v
		}
	}
	for i := range v.List {
		if v.Keys != nil && v.Keys[i] != "@graph" && v.Keys[i] != "mainEntity" && v.Keys[i] != "mainEntityOfPage" {
			continue
		}
		if found := articleIn(&v.List[i]); found != nil {
			return found
		}
	}
	return nil
}
