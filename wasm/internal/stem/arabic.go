package stem

import "bytes"

// arabicHeads are what stands written together before an Arabic noun: the
// article, alone or behind and, with, as, so, for. Two letters must stay.
var arabicHeads = [...]string{"", "ال", "وال", "بال", "كال", "فال", "لل", "ولل", "و"}

// arabicSteps are the endings of light10: pronouns, duals and plurals, the
// feminine. Ta marbuta is ه and alef maqsura ي already.
var arabicSteps = []step{
	{{"ها", "", 6, ""}, {"ان", "", 6, ""}, {"ات", "", 6, ""}, {"ون", "", 6, ""}, {"ين", "", 6, ""}, {"يه", "", 6, ""},
		{"ه", "", 6, ""}, {"ي", "", 6, ""}},
}

const arabicApart = "الذي التي الذين كان كانت علي الي حتي لبنان ايران السودان عمان ليبيا سوريا لدي مدي"

// arabic takes the article and one ending off. The و of "and" stays, since as many
// words begin with it: a Finder tries both.
func arabic(w []byte) []byte {
	for _, head := range arabicHeads[1 : len(arabicHeads)-1] {
		if len(w) >= len(head)+4 && string(w[:len(head)]) == head {
			w = w[:copy(w, w[len(head):])]
			break
		}
	}
	return apply(w, arabicSteps)
}

// isArabic reports whether w begins with a letter of the Arabic block.
func isArabic(w []byte) bool { return len(w) > 1 && 0xD8 <= w[0] && w[0] <= 0xDB }

// withoutAnd is w without the و of "and" before it, or nothing if fewer than four
// letters would stay: وزير (minister) is no زير.
func withoutAnd(w []byte) []byte {
	rest, ok := bytes.CutPrefix(w, []byte("و"))
	if !ok || len(rest) < 8 {
		return nil
	}
	return rest
}

// arabicUnsure: nothing is put in the place of an ending.
func arabicUnsure([]byte) int { return 0 }
