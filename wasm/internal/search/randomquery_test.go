package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// randomQuery is a query of any kind.
func randomQuery(r *rand.Rand, depth int) string {
	if depth == 0 {
		return randomLeaf(r)
	}
	switch n := r.IntN(14); {
	case n < 4:
		return randomLeaf(r)
	case n == 4:
		return "-" + randomLeaf(r)
	case n < 7:
		return randomQuery(r, depth-1) + " OR " + randomQuery(r, depth-1)
	case n == 7:
		return "(" + randomQuery(r, depth-1) + ") " + randomQuery(r, depth-1)
	case n == 8:
		return randomQuery(r, depth-1) + " AND NOT " + randomQuery(r, depth-1)
	case n == 9:
		return anyOf(r, "title", "subtitle", "body", "caption", "furniture") + ":(" + randomQuery(r, depth-1) + ")"
	}
	return randomQuery(r, depth-1) + " " + randomQuery(r, depth-1)
}

func anyOf(r *rand.Rand, list ...string) string { return list[r.IntN(len(list))] }

func someWords(r *rand.Rand, most int) string {
	words := make([]string, 1+r.IntN(most))
	for i := range words {
		words[i] = anyWord(r)
	}
	return strings.Join(words, " ")
}

// slip is a word with an edit or two.
func slip(r *rand.Rand, word string) string {
	letters := []rune(word)
	for range 1 + r.IntN(2) {
		i := r.IntN(len(letters))
		switch r.IntN(3) {
		case 0:
			letters[i] = 'e'
		case 1:
			letters = append(letters[:i+1], letters[i:]...)
		default:
			if i > 0 {
				letters[i], letters[i-1] = letters[i-1], letters[i]
			}
		}
	}
	return string(letters)
}

// randomLeaf is a query of one part.
func randomLeaf(r *rand.Rand) string {
	w := anyWord(r)
	letters := []rune(w)
	switch r.IntN(18) {
	case 0, 1:
		return `"` + someWords(r, 3) + `"`
	case 2:
		return string(letters[:1+r.IntN(len(letters))]) + "*"
	case 3:
		return slip(r, w) + "*"
	case 4:
		return slip(r, w)
	case 5:
		return fmt.Sprintf("%s~%d", slip(r, w), 1+r.IntN(2))
	case 6:
		return "=" + w
	case 7:
		return `="` + someWords(r, 2) + `"`
	case 8:
		return "*" + string(letters[r.IntN(len(letters)):])
	case 9:
		return string(letters[0]) + "?" + anyOf(r, "*", "", string(letters[len(letters)-1]))
	case 10:
		return fmt.Sprintf(`"%s"~%d`, someWords(r, 4), r.IntN(4))
	case 11:
		return fmt.Sprintf(`%s NEAR/%d (%s OR "%s") NEAR/%[2]d %s`, w, r.IntN(5), anyWord(r), someWords(r, 3), anyWord(r))
	case 12:
		return anyOf(r, "/tal.*/", "/.*eac.*/", "/[ab]+/", "/pro(gram|gramme)s?/", "/2\\d+/")
	case 13:
		return anyOf(r, `/talks?\s+[abc]/`, `/\w\w+\stalk/`)
	case 14:
		return "outlet:" + anyOf(r, `"Morning Post"`, "ap")
	case 15:
		return anyOf(r, "title", "subtitle", "body", "caption", "furniture") + ":" + w
	}
	return w
}
