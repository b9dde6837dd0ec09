package index

// yieldBytes is how much is written between two calls of yield: about 2 ms of
// work in WASM.
const yieldBytes = 1 << 17

// pacer calls yield each time enough work has been done.
type pacer struct {
	yield func() error
	done  int
}

// worked notes work worth the writing of n bytes. An error is one of yield.
func (p *pacer) worked(n int) error {
	if p.done += n; p.done < yieldBytes {
		return nil
	}
	p.done = 0
	return p.yield()
}
