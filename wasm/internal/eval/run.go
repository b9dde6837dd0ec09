package eval

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// sets are the measurements by the name of what they measure.
var sets = []struct {
	name  string
	about string
	run   func(ctx context.Context, w io.Writer, dir string) error
}{
	{"sample", "the collection that comes with the program (DIR is the project)", runSample},
	{"seeds", "articles labelled line by line (DIR has truth.json)", runSeeds},
	{"quotes", "who says what, on the same articles", runQuotes},
	{"copies", "copies and passages (DIR has wire_edits_dev, minhash_mccormick)", runCopies},
	{"exhaustive", "pairs against comparing everything with everything (DIR has bbc_news, reuters21578, saudinewsnet)", runExhaustive},
	{"lsh", "pairs and groups beside MinHash, 14 bands of 8 (DIR has the sets of copies and exhaustive)", runSketch},
	{"stories", "events, templates, likeness as people see it (DIR has basil, cctv_xwlb, semeval22_news_similarity …)", runStories},
	{"extract", "article extraction, pages and pages flattened to text", runExtract},
	{"formats", "samples of all formats with what must be found in them (DIR has formats_tika)", runFormats},
	{"encodings", "files of known encoding (DIR has encodings_chardet)", runEncodings},
	{"feeds", "feeds with what they say (DIR has feeds_gofeed)", runFeeds},
	{"search", "ranking against judged answers (DIR has ir_classic)", runSearch},
	{"typos", "titles found though mistyped (DIR has typos, bbc_news, reuters21578)", runTypos},
	{"warc", "web archives whose records must add up (DIR has warc)", runWARC},
}

// ErrUnknown is returned by Run for a set it does not know.
var ErrUnknown = errors.New("eval: unknown set")

// Sets lists what Run knows, a line each.
func Sets() string {
	var b strings.Builder
	for _, s := range sets {
		fmt.Fprintf(&b, "  %-10s %s\n", s.name, s.about)
	}
	return b.String()
}

// Run measures one set below dir and prints the figures, a line each, to w. The
// figures are the same in every run.
func Run(ctx context.Context, w io.Writer, set, dir string) error {
	for _, s := range sets {
		if s.name == set {
			return s.run(ctx, w, dir)
		}
	}
	return fmt.Errorf("%w %q; there are:\n%s", ErrUnknown, set, Sets())
}

func runExtract(_ context.Context, w io.Writer, dir string) error {
	for _, flat := range []bool{false, true} {
		for _, set := range ExtractionSets {
			e, err := ExtractSet(dir, set, flat)
			if err != nil {
				return err
			}
			fmt.Fprintln(w, e)
		}
	}
	return nil
}
