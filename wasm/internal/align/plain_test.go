package align

// passages and compare are what a Comparer finds that is made for two texts alone.

func passages(a, b Text, opt Options) []Passage {
	c := Comparer{Options: opt}
	c.Reset(a)
	return c.Passages(b)
}

func compare(a, b Text, opt Options) Comparison {
	c := Comparer{Options: opt}
	c.Reset(a)
	return c.Compare(b)
}
