package pattern

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Runs is the rows of letters that all matches hold, in any case, as they stand in
// the expression.
func (x *Expression) Runs() []string { return x.root.runs(nil) }

func (n *node) runs(out []string) []string {
	switch n.op {
	case literalNode:
		return append(out, string(n.runes))
	case repeatNode:
		if n.min > 0 {
			return n.subs[0].runs(out)
		}
	case concatNode:
		for _, s := range n.subs {
			out = s.runs(out)
		}
	case alternateNode:
		if lead := n.lead(); len(lead) > 0 {
			return append(out, string(lead))
		}
	}
	return out
}

// lead is the letters that all matches of the node begin with.
func (n *node) lead() []rune {
	switch n.op {
	case literalNode:
		return n.runes
	case repeatNode:
		if n.min > 0 {
			return n.subs[0].lead()
		}
	case concatNode:
		if len(n.subs) > 0 {
			return n.subs[0].lead()
		}
	case alternateNode:
		lead := n.subs[0].lead()
		for _, s := range n.subs[1:] {
			other, same := s.lead(), 0
			for same < min(len(lead), len(other)) && areCases(lead[same], other[same]) {
				same++
			}
			lead = lead[:same]
		}
		return lead
	}
	return nil
}

// areCases reports whether two letters are the same but for their case.
func areCases(a, b rune) bool {
	for f := unicode.SimpleFold(a); f != a; f = unicode.SimpleFold(f) {
		if f == b {
			return true
		}
	}
	return a == b
}

// HoldsSpace reports whether all matches hold white space.
func (x *Expression) HoldsSpace() bool { return x.root.holdsSpace() }

func (n *node) holdsSpace() bool {
	switch n.op {
	case literalNode:
		return strings.IndexFunc(string(n.runes), unicode.IsSpace) >= 0
	case classNode:
		return n.set.isSpace()
	case repeatNode:
		return n.min > 0 && n.subs[0].holdsSpace()
	case concatNode:
		for _, s := range n.subs {
			if s.holdsSpace() {
				return true
			}
		}
	case alternateNode:
		for _, s := range n.subs {
			if !s.holdsSpace() {
				return false
			}
		}
		return true
	}
	return false
}

// isSpace reports whether the set is white space alone.
func (s set) isSpace() bool {
	const longest = 16 // more in a row are not white space
	for _, r := range s {
		if r.hi-r.lo > longest {
			return false
		}
		for c := r.lo; c <= r.hi; c++ {
			if !unicode.IsSpace(c) {
				return false
			}
		}
	}
	return len(s) > 0
}

// Fold puts letters of the expression in the form that fold gives them, so that it
// is about text in that form. A form of several letters is left out of brackets.
func (x *Expression) Fold(fold func(string) string) { x.root.foldBy(fold) }

func (n *node) foldBy(fold func(string) string) {
	switch n.op {
	case literalNode:
		n.runes = []rune(fold(string(n.runes)))
	case classNode:
		n.set = n.set.foldBy(fold)
	}
	for _, s := range n.subs {
		s.foldBy(fold)
	}
}

// foldBy adds the forms of characters that are listed one by one.
func (s set) foldBy(fold func(string) string) set {
	const longest = 32 // more in a row are some kind of letter, in all its forms
	out := append(set(nil), s...)
	for _, r := range s {
		for c := r.lo; c <= r.hi && r.hi-r.lo <= longest; c++ {
			f := fold(string(c))
			if only, n := utf8.DecodeRuneInString(f); c >= utf8.RuneSelf && f != "" && n == len(f) {
				out = append(out, span{only, only})
			}
		}
	}
	return out.tidy()
}
