package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// exportFile is a file that export writes.
type exportFile struct {
	form protocol.Form
	name string // in the folder given
}

// exportForms are what --as names.
var exportForms = []struct {
	name  string
	files []exportFile
}{
	{"jsonl", []exportFile{{protocol.FormJSONL, "documents.jsonl"}}},
	{"csv", []exportFile{{protocol.FormCSV, "documents.csv"}}},
	{"txt", []exportFile{{protocol.FormText, "documents-txt.zip"}}},
	{"md", []exportFile{{protocol.FormMarkdown, "documents-md.zip"}}},
	{"report", []exportFile{
		{protocol.FormGroups, "copies-groups.csv"}, {protocol.FormPairs, "copies-pairs.csv"}, {protocol.FormReport, "copies.html"},
	}},
}

// exportFlags are those of the command.
type exportFlags struct {
	as, out, query string
	one, bare      bool
	grouping       *grouping
}

// exportedLine is how a file that was written is printed.
type exportedLine struct {
	File string `json:"file"`
	As   string `json:"as"`
	Size int64  `json:"bytes"`
	Of   uint32 `json:"documents"`
}

func runExport(ctx context.Context, e *environment, args []string) error {
	f := exportFlags{grouping: e.groupingFlags()}
	e.flags.StringVar(&f.as, "as", "jsonl", "`forms`, commas between: jsonl, csv, txt, md, report")
	e.flags.StringVar(&f.out, "o", "", "`folder` to write to; for one file, its name")
	e.flags.StringVar(&f.query, "q", "", "hand out only what this `query` finds")
	e.flags.BoolVar(&f.one, "one-per-copies", false, "of a group of copies only the representative")
	e.flags.BoolVar(&f.bare, "without-furniture", false, "texts without what is not the article, in JSONL too")
	paths, err := e.parse(args)
	if err != nil {
		return err
	}
	files, err := f.files()
	if err != nil {
		fmt.Fprintln(e.err, "clippings export:", err)
		return errUsage
	}
	if e.rules, err = f.grouping.rules(); err != nil {
		return err
	}
	corpus, _, err := e.load(ctx, paths)
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := e.exportFile(ctx, corpus, f.export(file.form), file); err != nil {
			return err
		}
	}
	return nil
}

// export is what to hand out in a form. JSON lines hold all of the text and say what
// is furniture; in the other forms it would stand in the way.
func (f *exportFlags) export(form protocol.Form) coord.Export {
	return coord.Export{
		Form: form, Query: protocol.Query{Text: f.query}, OnePerCopies: f.one,
		Furniture: form == protocol.FormJSONL && !f.bare,
	}
}

// files lists what is to be written and makes the folder.
func (f *exportFlags) files() ([]exportFile, error) {
	if f.out == "" {
		return nil, fmt.Errorf("say where to write: -o FOLDER")
	}
	var files []exportFile
	for name := range strings.SplitSeq(f.as, ",") {
		before := len(files)
		for _, form := range exportForms {
			if form.name == strings.TrimSpace(name) {
				files = append(files, form.files...)
			}
		}
		if len(files) == before {
			return nil, fmt.Errorf("there is no form %q: it is jsonl, csv, txt, md or report", name)
		}
	}
	if len(files) == 1 && filepath.Ext(f.out) == filepath.Ext(files[0].name) {
		files[0].name = f.out
		return files, nil
	}
	for i := range files {
		files[i].name = filepath.Join(f.out, files[i].name)
	}
	return files, os.MkdirAll(f.out, 0o777)
}

// exportFile writes a file and prints that it did. What was begun and not ended is
// removed.
func (e *environment) exportFile(ctx context.Context, corpus *coord.Corpus, x coord.Export, file exportFile) error {
	size, err := corpus.ExportSize(ctx, x)
	if err != nil {
		return err
	}
	w, err := os.Create(file.name)
	if err != nil {
		return err
	}
	n := &counted{w: bufio.NewWriterSize(w, 1<<20)}
	err = corpus.Export(ctx, x, coord.Out{Write: n.write, Progress: e.exportProgress(file.name)})
	fmt.Fprintln(e.err)
	for _, end := range []func() error{n.w.Flush, w.Close} {
		if ended := end(); err == nil {
			err = ended
		}
	}
	if err != nil {
		os.Remove(file.name)
		return err
	}
	return e.out.Encode(exportedLine{File: file.name, As: strings.TrimPrefix(filepath.Ext(file.name), "."), Size: n.n, Of: size.Documents})
}

// counted counts what is written.
type counted struct {
	w *bufio.Writer
	n int64
}

func (c *counted) write(b []byte) error {
	c.n += int64(len(b))
	_, err := c.w.Write(b)
	return err
}

// exportProgress writes a line that overwrites itself, a few times a second.
func (e *environment) exportProgress(name string) func(done, of uint32) {
	var last time.Time
	return func(done, of uint32) {
		if now := time.Now(); now.Sub(last) > 200*time.Millisecond || done == of {
			last = now
			fmt.Fprintf(e.err, "\r%s: %d of %d", name, done, of)
		}
	}
}
