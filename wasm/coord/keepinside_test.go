package coord

// KeepOften has imports kept at every batch, until what it returns is called.
func KeepOften() (undo func()) {
	bytes, every := keepBytes, keepEvery
	keepBytes, keepEvery = 1, 0
	return func() { keepBytes, keepEvery = bytes, every }
}
