package format

import "strings"

// A share says which records of a large file are this walk's. All walks of a
// file count its records alike, so that each is read by exactly one of them,
// under the same name. What lies in a container that only its content tells (a
// zip named .dat) counts as one record.
type share struct {
	part, parts uint32
	records     uint32 // counted so far
	within      int    // records that are this walk's and are being read
}

// shareBlock is how many records in a row go to one part: neighbours in a file
// are often alike, and blocks keep them in one shard's memory.
const shareBlock = 16

// mine counts a record and reports whether this walk reads it.
func (s *share) mine() bool {
	if s.parts == 1 || s.within > 0 {
		return true
	}
	n := s.records
	s.records++
	return n/shareBlock%s.parts == s.part
}

// inside runs do for a record that mine said yes to.
func (s *share) inside(do func() error) error {
	s.within++
	defer func() { s.within-- }()
	return do()
}

// namesContainer reports names of members that hold many records and are walked
// by all parts. Containers of other formats inside others count as one record.
func namesContainer(name string) bool {
	switch extensionOf(name) {
	case "zip", "wacz", "gz":
		return true
	}
	return false
}

// withoutPacking is a name without the extension of its compression: "a.tar" for
// "a.tgz", "a.csv" for "a.csv.gz".
func withoutPacking(name string) string {
	ext := extensionOf(name)
	base := name[:max(0, len(name)-len(ext)-1)]
	switch ext {
	case "gz", "bz2", "xz", "zst", "gzip":
		return base
	case "tgz", "tbz", "tbz2", "txz", "tzst":
		return base + ".tar"
	}
	return strings.TrimSuffix(name, ".")
}
