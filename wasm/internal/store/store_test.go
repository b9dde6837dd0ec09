package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"clippings/wasm/protocol"
)

func eachStore(t *testing.T, test func(t *testing.T, s Store)) {
	t.Run("memory", func(t *testing.T) { test(t, &Memory{}) })
	t.Run("dir", func(t *testing.T) {
		d, err := OpenDir(filepath.Join(t.TempDir(), "a", "b"))
		if err != nil {
			t.Fatal(err)
		}
		test(t, d)
	})
	t.Run("faulty", func(t *testing.T) { test(t, &Faulty{Store: &Memory{}}) })
}

func TestStore(t *testing.T) {
	eachStore(t, func(t *testing.T, s Store) {
		if _, err := s.Get("index-0"); !errors.Is(err, ErrNotFound) {
			t.Errorf("Get of nothing: %v", err)
		}
		for _, err := range []error{
			s.Put("index-0", []byte("one"), nil, []byte("two")), s.Put("docs-0"), s.Put("gone", []byte("x")),
			s.Put("index-0", []byte("three")), s.Delete("gone"), s.Delete("never"),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		names, err := s.Names()
		if err != nil || !slices.Equal(names, []string{"docs-0", "index-0"}) {
			t.Errorf("Names() = %q, %v", names, err)
		}
		for name, want := range map[string]string{"index-0": "three", "docs-0": ""} {
			if b, err := s.Get(name); err != nil || string(b) != want {
				t.Errorf("Get(%s) = %q, %v", name, b, err)
			}
		}
		b, _ := s.Get("index-0")
		b[0] = '!'
		if again, _ := s.Get("index-0"); string(again) != "three" {
			t.Error("what was read is still the store's")
		}
	})
}

func TestNamesThatAreNone(t *testing.T) {
	eachStore(t, func(t *testing.T, s Store) {
		for _, name := range []string{"", "../x", "a/b", "A", "ü", ".tmp", strings.Repeat("a", 65)} {
			if err := s.Put(name, nil); err == nil {
				t.Errorf("Put(%q) is possible", name)
			}
		}
	})
}

func TestDirIgnoresWhatIsUnfinished(t *testing.T) {
	path := t.TempDir()
	d, err := OpenDir(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(path, "index-0-123.tmp"), []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	if names, err := d.Names(); err != nil || len(names) != 0 {
		t.Errorf("Names() = %q, %v", names, err)
	}
}

func TestFaultyFailsFromThenOn(t *testing.T) {
	s := &Faulty{Store: &Memory{}, At: 2}
	if err := s.Put("a"); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := s.Put("b"); !errors.Is(err, ErrFault) {
			t.Fatalf("Put: %v", err)
		}
	}
	if _, err := s.Names(); !errors.Is(err, ErrFault) || s.Operations() != 5 {
		t.Errorf("Names: %v after %d", err, s.Operations())
	}
}

func TestFullDisk(t *testing.T) {
	for err, isFull := range map[error]bool{
		&os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}: true,
		&os.PathError{Op: "sync", Path: "x", Err: syscall.EDQUOT}:  true,
		&os.PathError{Op: "write", Path: "x", Err: syscall.EIO}:    false,
	} {
		if got := putError(err); errors.Is(got, protocol.ErrFull) != isFull {
			t.Errorf("%v: %v", err, got)
		}
	}
}
