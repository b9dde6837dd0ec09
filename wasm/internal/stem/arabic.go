package stem

import "bytes"

// arabicHeads are what stands written together before an Arabic noun: the
// article, alone or behind and, with, as, so, for. Three letters must stay: الله is no له.
var arabicHeads = [...]string{"", "ال", "وال", "بال", "كال", "فال", "لل", "ولل", "و"}

// arabicSteps are the endings of light10: pronouns, duals and plurals, the
// feminine. Ta marbuta is ه and alef maqsura ي already. The ي of an adjective stays,
// which light10 takes off: with it الدولي (international) is a form of الدول (the states).
var arabicSteps = []step{
	{{"ها", "", 6, ""}, {"ان", "", 6, ""}, {"ات", "", 6, ""}, {"ون", "", 6, ""}, {"يين", "ي", 4, ""}, {"ين", "", 6, ""},
		{"يه", "ي", 4, ""}, {"ه", "", 6, ""}},
}

const arabicApart = "الذي التي الذين كان كانت علي الي حتي لدي مدي"

// arabicKeep are words, mostly names, of which -an is no ending.
const arabicKeep = "لبنان ايران سودان عمان باكستان رمضان سلطان برلمان انسان ميدان مكان زمان اردوغان"

// arabic takes the article and one ending off. The و of "and" stays, since as many
// words begin with it: a Finder tries both.
func arabic(w []byte) []byte {
	for _, head := range arabicHeads[1 : len(arabicHeads)-1] {
		if len(w) >= len(head)+6 && string(w[:len(head)]) == head {
			w = w[:copy(w, w[len(head):])]
			break
		}
	}
	if isListed(arabicKeep, w) {
		return w
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
