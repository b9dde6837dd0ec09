package corpustest

import (
	"math/rand/v2"
	"strings"
)

// Words returns a text of n one-letter words, each drawn from the runes of
// alphabet, with single spaces between. Over two or three letters, repeats of
// every length occur all the time, which is what finds the mistakes in matching
// code.
func Words(seed uint64, n int, alphabet string) string {
	r := rand.New(rand.NewPCG(seed, uint64(n)))
	letters := []rune(alphabet)
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(letters[r.IntN(len(letters))])
	}
	return b.String()
}
