package eval

import (
	"context"
	"fmt"
	"html"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// A template is a report that comes again with other figures: the weather, a
// round-up, "Fed sets ...". Reports of one template on several days are not one
// story. Which is which is not labelled; the same title but for digits on
// different days is taken for it.

// runBroadcasts counts what is joined in a year of an evening's news: whole
// broadcasts, which are never one story nor copies, and their items.
func runBroadcasts(ctx context.Context, w io.Writer, dir string) error {
	in, items, err := readBroadcasts(filepath.Join(dir, "cctv_xwlb"))
	if err != nil {
		return err
	}
	c, err := in.build(ctx)
	if err != nil {
		return err
	}
	groups, stories, err := c.clusters(ctx)
	if err != nil {
		return err
	}
	groups, stories = several(groups), several(stories)
	fmt.Fprintf(w, "%-20s documents %5d  joined days: groups of copies %d, stories %d\n", "cctv broadcasts", len(c.ids), len(groups), len(stories))
	faults(w, joined(groups))
	faults(w, joined(stories))
	if c, err = dropped(ctx, items); err != nil {
		return err
	}
	return c.countJoins(ctx, w, "cctv items")
}

// readBroadcasts is a year of broadcasts, a file each, and their items.
func readBroadcasts(dir string) (in input, items []textLine, err error) {
	in = input{files: map[string][]byte{}, lenient: true}
	err = eachFile(filepath.Join(dir, "orig", "news"), ".md", func(name string, data []byte) {
		in.files[name] = data
		items = append(items, itemsOf(strings.TrimSuffix(name, ".md"), string(data))...)
	})
	return in, items, err
}

// readItems is the items of a year of broadcasts.
func readItems(dir string) (input, error) {
	_, items, err := readBroadcasts(dir)
	if err != nil {
		return input{}, err
	}
	return dropLines(items)
}

var tag = regexp.MustCompile(`<[^>]*>`)

// itemsOf takes one broadcast apart: what stands below each heading of the third
// level.
func itemsOf(day, text string) (items []textLine) {
	date, err := time.Parse("20060102", day)
	if err != nil {
		return nil
	}
	_, text, _ = strings.Cut(text, "\n## 详细新闻\n")
	for n, item := range strings.Split(text, "\n### ")[1:] {
		title, body, _ := strings.Cut(item, "\n")
		body = tag.ReplaceAllString(strings.ReplaceAll(body, "</p>", "\n\n"), "")
		items = append(items, textLine{
			ID: fmt.Sprintf("%s/%d", day, n+1), Title: strings.TrimSpace(title),
			Date: date.Format(time.DateOnly), Text: html.UnescapeString(strings.TrimSpace(body)),
		})
	}
	return items
}

// runWeeks counts what is joined in some weeks of a newswire.
func runWeeks(ctx context.Context, w io.Writer, dir string) error {
	in, err := readReuters(filepath.Join(dir, "reuters21578"))
	if err != nil {
		return err
	}
	c, err := in.build(ctx)
	if err != nil {
		return err
	}
	return c.countJoins(ctx, w, "reuters21578")
}

// countJoins counts the pairs of documents in one story by the days between them,
// and those of one template.
func (c *corpus) countJoins(ctx context.Context, w io.Writer, set string) error {
	groups, stories, err := c.clusters(ctx)
	if err != nil {
		return err
	}
	inGroup := index(groups)
	var j joins
	for _, story := range several(stories) {
		templates := j.templates
		if err := c.countStory(ctx, &j, story, inGroup); err != nil {
			return err
		}
		j.stories++
		if j.templates > templates {
			j.false++
		}
	}
	fmt.Fprintf(w, "%-20s documents %5d  groups of copies %d  stories %d  largest %d  pairs in a story %d: on one day %d, on two days %d, more than %d days apart %d\n",
		set, len(c.ids), len(several(groups)), j.stories, j.largest, j.pairs, j.pairs-j.apart, j.apart, farDays, j.far)
	fmt.Fprintf(w, "  one title on different days: stories with such %d, pairs %d, of them copies %d, copies more than %d days apart %d\n",
		j.false, j.templates, j.copies, farDays, j.farCopies)
	slices.Sort(j.faults)
	faults(w, j.faults)
	return nil
}

// joins is what is counted of stories.
type joins struct {
	stories, false, largest int
	pairs, apart, far       int
	templates, copies       int // pairs of one title on different days
	farCopies               int
	faults                  []string
}

// farDays is how many days the documents of one story lie apart at most. A copy
// is often printed again a day or two later; one that comes later still is mostly
// a template.
const farDays = 3

// told is what is known of a document in a story.
type told struct {
	name, pattern string
	day           int // 0 if not known
	group         []string
}

func (c *corpus) countStory(ctx context.Context, j *joins, story []string, inGroup map[string][]string) error {
	var all []told
	for _, name := range story {
		opened, err := c.document(ctx, name)
		if err != nil {
			return err
		}
		d := &opened.Document
		all = append(all, told{name, patternOf(d.Title), dayNumber(d.Date), inGroup[name]})
	}
	j.largest = max(j.largest, len(all))
	for i, a := range all {
		for _, b := range all[i+1:] {
			j.add(a, b)
		}
	}
	return nil
}

func (j *joins) add(a, b told) {
	j.pairs++
	if a.day == 0 || b.day == 0 || a.day == b.day {
		return
	}
	j.apart++
	days := max(a.day, b.day) - min(a.day, b.day)
	if days > farDays {
		j.far++
	}
	if a.pattern == "" || a.pattern != b.pattern {
		return
	}
	j.templates++
	kind := "story "
	if &a.group[0] == &b.group[0] {
		j.copies++
		kind = "copies"
		if days > farDays {
			j.farCopies++
		}
	}
	j.faults = append(j.faults, fmt.Sprintf("%s  %s %s, %d days apart", kind, a.name, b.name, days))
}

// patternOf is a title without what changes from one time to the next: digits,
// case and what stands in brackets.
func patternOf(title string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, tag.ReplaceAllString(title, ""))
}

// dayNumber counts days; a date that is not known has 0.
func dayNumber(date string) int {
	t, err := time.Parse(time.DateOnly, date[:min(len(date), len(time.DateOnly))])
	if err != nil {
		return 0
	}
	return int(t.Unix() / (24 * 60 * 60))
}
