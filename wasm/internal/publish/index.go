package publish

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// Version is that of the form of a collection. The page refuses a later one.
const Version = 2

// Folder is where a collection lies in a site, and Name its list of files there.
const (
	Folder = "collection"
	Name   = "index.json"
)

// Index is what index.json holds.
type Index struct {
	Version   int            `json:"version"`
	Title     string         `json:"title"`
	Documents int            `json:"documents"`
	Stories   int            `json:"stories"` // of several documents
	Shards    int            `json:"shards"`
	Languages map[string]int `json:"languages"` // documents of each
	Bytes     int64          `json:"bytes"`     // of all files as they are served
	// Files are those of the folders of the collection, by FOLDER/NAME.
	Files map[string]File `json:"files"`
}

// File is where the bytes of a file of a folder are.
type File struct {
	Name   string `json:"name"`   // beside index.json, gzip
	Size   int64  `json:"size"`   // inflated
	Served int64  `json:"served"` // as it is, all parts together
	// Of a file that is read in parts, Name is its first Front bytes, and List the
	// names of the parts that follow, of Block bytes each but for the last: each
	// nameLen characters without ".gz". Else 100,000 articles would be listed in half
	// a megabyte before anything else comes.
	Front  int64    `json:"front,omitempty"`
	Block  int64    `json:"block,omitempty"`
	List   string   `json:"list,omitempty"`
	Blocks []string `json:"-"` // the parts, once List has been read
}

const nameLen = 16

// ErrNone is that a folder holds no collection that this program can read.
var ErrNone = errors.New("publish: here is no collection")

// ReadIndex reads the list of a collection in a site.
func ReadIndex(site string) (Index, error) {
	var x Index
	b, err := os.ReadFile(filepath.Join(site, Folder, Name))
	if err != nil {
		return x, fmt.Errorf("%w: %w", ErrNone, err)
	}
	if err := json.Unmarshal(b, &x); err != nil {
		return x, fmt.Errorf("%w: %w", ErrNone, err)
	}
	if x.Version != Version {
		return x, fmt.Errorf("%w: it is of version %d", ErrNone, x.Version)
	}
	return x, nil
}

// names are the files that the bytes of a file are in.
func (f File) names() []string { return append([]string{f.Name}, f.Blocks...) }

// served are all files that a file is served as.
func (f File) served() []string {
	if f.List == "" {
		return f.names()
	}
	return append(f.names(), f.List)
}

// listed are the names in a list.
func listed(b []byte) (names []string) {
	for name := range slices.Chunk(b, nameLen) {
		names = append(names, string(name)+".gz")
	}
	return names
}

// length is how many bytes are in the i-th of names.
func (f File) length(i int) int64 {
	switch {
	case len(f.Blocks) == 0:
		return f.Size
	case i == 0:
		return f.Front
	}
	return min(f.Block, f.Size-f.Front-int64(i-1)*f.Block)
}

// encode writes the list, the same for the same: encoding/json sorts maps.
func (x Index) encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(x)
	return b.Bytes(), err
}
