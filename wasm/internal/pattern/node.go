package pattern

// node is a part of an expression.
type node struct {
	op       op
	runes    []rune // of a literal
	fold     bool   // of a literal: whatever its case
	set      set    // of a class
	look     look   // of a lookNode
	subs     []*node
	min, max int  // of a repeat; max < 0: without end
	lazy     bool // of a repeat: as few as possible
}

type op uint8

const (
	emptyNode     op = iota // matches nothing, anywhere
	literalNode             // runes in a row
	classNode               // one character of set
	lookNode                // what stands beside a place
	concatNode              // subs in a row
	alternateNode           // one of subs
	repeatNode              // subs[0], min to max times
)

// look is what must be true of a place between two characters.
type look uint8

const (
	beginText look = iota
	endText
	beginLine
	endLine
	wordEdge
	noWordEdge
)

// backwards is what is true of a place when the text is read from its end.
func (l look) backwards() look {
	switch l {
	case beginText, endText:
		return beginText + endText - l
	case beginLine, endLine:
		return beginLine + endLine - l
	}
	return l
}

// isNullable reports whether the node can match nothing.
func (n *node) isNullable() bool {
	switch n.op {
	case literalNode, classNode:
		return false
	case repeatNode:
		return n.min == 0 || n.subs[0].isNullable()
	case alternateNode:
		for _, s := range n.subs {
			if s.isNullable() {
				return true
			}
		}
		return false
	case concatNode:
		for _, s := range n.subs {
			if !s.isNullable() {
				return false
			}
		}
	}
	return true
}

// size is at least how many steps the program of the node has.
func (n *node) size() int {
	const most = 1 << 20
	size := 1
	switch n.op {
	case literalNode:
		size = len(n.runes)
	case alternateNode:
		size = len(n.subs)
	case repeatNode:
		// Each time a step more, which goes on or ends.
		return min((n.subs[0].size()+1)*max(n.min, n.max, 1)+1, most)
	}
	for _, s := range n.subs {
		size = min(size+s.size(), most)
	}
	return size
}
