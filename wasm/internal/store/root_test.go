package store

import (
	"errors"
	"slices"
	"testing"
)

// TestRoots holds what every root promises of its folders.
func TestRoots(t *testing.T) {
	for name, root := range map[string]Root{"memory": &MemoryRoot{}, "folder": OpenDirRoot(t.TempDir() + "/not/there/yet")} {
		t.Run(name, func(t *testing.T) { checkRoot(t, root) })
	}
}

func checkRoot(t *testing.T, root Root) {
	if list, err := root.Folders(); err != nil || len(list) != 0 {
		t.Fatalf("an empty root holds %q, %v", list, err)
	}
	for _, folder := range []string{"w-2", "w-1"} {
		s, err := root.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Put("file", []byte(folder)); err != nil {
			t.Fatal(err)
		}
	}
	if list, err := root.Folders(); err != nil || !slices.Equal(list, []string{"w-1", "w-2"}) {
		t.Errorf("the folders are %q, %v", list, err)
	}
	again, err := root.Open("w-2")
	if err != nil {
		t.Fatal(err)
	}
	if b, err := again.Get("file"); err != nil || string(b) != "w-2" {
		t.Errorf("opened again it holds %q, %v", b, err)
	}
	if used, _ := root.Space(); used != 6 {
		t.Errorf("6 bytes take %d", used)
	}
	for range 2 { // the second time it is not there
		if err := root.Remove("w-2"); err != nil {
			t.Fatal(err)
		}
	}
	emptied, err := root.Open("w-2")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := emptied.Get("file"); !errors.Is(err, ErrNotFound) {
		t.Errorf("a folder that was removed still has its file: %v", err)
	}
	for _, folder := range []string{"", "..", "a/b", "A"} {
		if _, err := root.Open(folder); err == nil {
			t.Errorf("%q is taken for the name of a folder", folder)
		}
	}
}

func TestFaultyRootFailsFromThenOn(t *testing.T) {
	full := errors.New("full")
	r := &FaultyRoot{Root: &MemoryRoot{}, At: 3, Err: full}
	s, err := r.Open("w-1")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Put("a"); err != nil {
		t.Fatal(err)
	}
	_, getErr := s.Get("a")
	_, namesErr := s.Names()
	_, foldersErr := r.Folders()
	_, openErr := r.Open("w-2")
	for i, err := range []error{s.Put("b"), getErr, namesErr, s.Delete("a"), foldersErr, r.Remove("w-1"), openErr} {
		if !errors.Is(err, full) {
			t.Errorf("operation %d: %v", i, err)
		}
	}
	if r.Operations() != 9 {
		t.Errorf("%d operations", r.Operations())
	}
}
