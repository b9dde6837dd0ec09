package cluster

// fitter measures how well each text fits into its story.
type fitter struct {
	vectors *Vectors
	sum     []uint64 // by term, of one story
}

// fits is, of each text, the mean cosine of its vector with those of the others;
// 1 of one that is alone.
func (f *fitter) fits(texts []uint32) []float64 {
	if len(texts) == 1 {
		return []float64{1}
	}
	if f.sum == nil {
		f.sum = make([]uint64, len(f.vectors.count))
	}
	for _, text := range texts {
		terms, weights := f.vectors.of(text)
		for i, t := range terms {
			f.sum[t] += uint64(weights[i])
		}
	}
	fits := make([]float64, len(texts))
	for i, text := range texts {
		terms, weights := f.vectors.of(text)
		dot := uint64(0)
		for k, t := range terms {
			w := uint64(weights[k])
			dot += w * (f.sum[t] - w)
		}
		fits[i] = min(float64(dot)/(UnitWeight*UnitWeight)/float64(len(texts)-1), 1)
	}
	for _, text := range texts {
		terms, _ := f.vectors.of(text)
		for _, t := range terms {
			f.sum[t] = 0
		}
	}
	return fits
}
