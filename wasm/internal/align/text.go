package align

import "clippings/wasm/internal/shingle"

// Text is a word sequence and which of its words stand within quotation marks.
type Text struct {
	Words  []uint64
	Quoted []bool // by word; nil, or what it is short of: none
}

func (t *Text) quoted(i int32) bool { return int(i) < len(t.Quoted) && t.Quoted[i] }

// tally counts equal words in the upper half and those of them that are quoted
// in both texts in the lower: the greater has more equal words, then more that
// are quoted.
type tally int64

const oneWord tally = 1 << 32

func (t tally) words() uint32  { return uint32(t >> 32) }
func (t tally) quoted() uint32 { return uint32(t) }

// run counts n words that are equal from i in a and j in b on, and of those
// outside quotation marks how many stand solid.
func (l *aligner) run(i, j, n int32) (equal tally, solid uint32) {
	equal = tally(n) * oneWord
	if !l.marked {
		return equal, solidRun(n)
	}
	length := int32(0)
	for k := range n {
		quoted := l.quote(i+k, j+k)
		equal += quoted
		length++
		if quoted > 0 {
			solid += solidRun(length - 1)
			length = 0
		}
	}
	return equal, solid + solidRun(length)
}

// solidRun is n if so many words in a row are more than what any two texts on
// one matter have in common.
func solidRun(n int32) uint32 {
	if n < shingle.Len {
		return 0
	}
	return uint32(n)
}

// quote is 1 if the words at i and j are quoted in both texts.
func (l *aligner) quote(i, j int32) tally {
	if l.marked && l.a.quoted(i) && l.b.quoted(j) {
		return 1
	}
	return 0
}

// stretches are the longest of n words equal from i and j on that stand outside
// quotation marks, and within them in both texts.
func (l *aligner) stretches(i, j, n int32) (own, quoted int32) {
	if !l.marked {
		return n, 0
	}
	outside, inside := int32(0), int32(0)
	for k := range n {
		if l.quote(i+k, j+k) > 0 {
			outside, inside = 0, inside+1
		} else {
			outside, inside = outside+1, 0
		}
		own, quoted = max(own, outside), max(quoted, inside)
	}
	return own, quoted
}
