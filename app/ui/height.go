package ui

// heights knows how tall the rows of a long list are: a guess for those never
// drawn, what was measured for the others. Positions are found in O(log n): sums
// of the differences from the guess stand in a Fenwick tree (Fenwick, "A new data
// structure for cumulative frequency tables", 1994).
type heights struct {
	guess int
	diff  []int // measured minus guess, by row
	tree  []int // Fenwick sums of diff, from 1
}

// newHeights makes the heights of n rows, in pixels.
func newHeights(n, guess int) *heights {
	return &heights{guess: guess, diff: make([]int, n), tree: make([]int, n+1)}
}

// len is the number of rows.
func (h *heights) len() int { return len(h.diff) }

// grow makes it n rows, if it has fewer. What was measured stays.
func (h *heights) grow(n int) {
	if n <= len(h.diff) {
		return
	}
	old := h.diff
	*h = *newHeights(n, h.guess)
	for i, d := range old {
		if d != 0 {
			h.set(i, h.guess+d)
		}
	}
}

// set tells the measured height of a row and reports whether it is news.
func (h *heights) set(row, height int) bool {
	if row < 0 || row >= len(h.diff) || h.diff[row] == height-h.guess {
		return false
	}
	change := height - h.guess - h.diff[row]
	h.diff[row] += change
	for i := row + 1; i < len(h.tree); i += i & -i {
		h.tree[i] += change
	}
	return true
}

// top is where a row begins, counted from the top of the first. That of row n is
// the height of all.
func (h *heights) top(row int) int {
	row = max(0, min(row, len(h.diff)))
	y := row * h.guess
	for i := row; i > 0; i -= i & -i {
		y += h.tree[i]
	}
	return y
}

// row is the row at y. Above the list it is the first, below it n.
func (h *heights) row(y int) int {
	low, high := 0, len(h.diff)
	for low < high {
		middle := (low + high) / 2
		if h.top(middle+1) <= y {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}
