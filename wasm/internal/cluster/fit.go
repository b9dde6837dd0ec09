package cluster

// fitter measures how well each text fits into its story.
type fitter struct {
	sum map[uint64]float64
}

// fits is, of each node, the mean cosine of its vector with those of the others;
// 1 of one that is alone.
func (f *fitter) fits(vectors []Vector, nodes []int32) []float64 {
	if len(nodes) == 1 {
		return []float64{1}
	}
	if f.sum == nil {
		f.sum = map[uint64]float64{}
	}
	clear(f.sum)
	for _, n := range nodes {
		for _, x := range vectors[n] {
			f.sum[x.Term] += float64(x.Weight)
		}
	}
	fits := make([]float64, len(nodes))
	for i, n := range nodes {
		dot := 0.0
		for _, x := range vectors[n] {
			w := float64(x.Weight)
			dot += w * (f.sum[x.Term] - w)
		}
		fits[i] = dot / (UnitWeight * UnitWeight) / float64(len(nodes)-1)
	}
	return fits
}
