package query

func isScope(n *Node) bool { return n.Kind == Filter && n.Field == "in" }

// inGroup leaves out in:(…).
func (p *parser) inGroup(t, first token) {
	known := len(p.errors)
	p.group(first)
	p.errors = p.errors[:known]
	p.fail(token{start: t.start, end: p.last}, "“in:” takes one part of the text", "write each part with its words: title:(…) OR body:(…)")
}

// scope puts the field that in: names around all words that stand beside it:
// n, of which takeScopes has taken it. Fields and filters stay outside. The place
// of the field is that of in: alone, so that it can be taken out or replaced.
func (p *parser) scope(n *Node, scopes []*Node) *Node {
	if len(scopes) == 0 {
		return n
	}
	p.scopes -= len(scopes)
	in := scopes[0]
	for _, s := range scopes[1:] {
		p.fail(token{start: s.Start, end: s.End}, "“in:” has been said before", "name the part before the word, such as “title:word”")
	}
	var inside, outside []*Node
	for _, c := range Conjuncts(n) {
		if isOutside(c) {
			outside = append(outside, c)
		} else {
			inside = append(inside, c)
		}
	}
	if len(inside) == 0 {
		p.fail(token{start: in.Start, end: in.End}, "“in:” says where the words beside it stand, but there are none", "write words before or after it")
		return n
	}
	words := allOf(inside)
	f := &Node{Kind: Field, Field: in.Text, Children: []*Node{words}, Start: in.Start, End: in.End}
	all := allOf(append([]*Node{f}, outside...))
	if all != f {
		all.Start, all.End = min(all.Start, words.Start), max(all.End, words.End)
	}
	return all
}

// isOutside reports whether in: does not concern n.
func isOutside(n *Node) bool {
	return isFilter(n) || n.Kind == Field || n.Kind == Not && isOutside(n.Children[0])
}

// takeScopes is n without what in: made, which goes to scopes. What stands in
// parentheses has been through it.
func takeScopes(n *Node, scopes *[]*Node) *Node {
	switch {
	case n == nil:
		return nil
	case isScope(n):
		*scopes = append(*scopes, n)
		return nil
	case n.Kind != And && n.Kind != Or || n.isEnclosed():
		return n
	}
	var kept []*Node
	for _, c := range n.Children {
		if c = takeScopes(c, scopes); c != nil {
			kept = append(kept, c)
		}
	}
	switch len(kept) {
	case 0:
		return nil
	case 1:
		return kept[0]
	}
	n.Children = kept
	n.Start = kept[0].Start
	return n
}

// allOf is the And of nodes, of which there is one at least.
func allOf(nodes []*Node) *Node {
	if len(nodes) == 1 {
		return nodes[0]
	}
	n := &Node{Kind: And, Children: nodes, Start: nodes[0].Start, End: nodes[0].End}
	for _, c := range nodes {
		n.Start, n.End = min(n.Start, c.Start), max(n.End, c.End)
	}
	return n
}
