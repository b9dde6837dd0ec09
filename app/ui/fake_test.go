package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// fakeEngine answers like an engine that holds a small pile about two events,
// and as many further stories as asked for.
type fakeEngine struct {
	mu      sync.Mutex
	read    bool
	more    int           // further stories of one text each
	hold    chan struct{} // if set, Ingest waits for it or for cancel
	asked   []string      // queries put
	failing error         // if set, every question fails with it

	exported  []coord.Export // asked about, or for
	unfaceted bool           // facets are not known

	tables   map[string]protocol.Previewed // by path
	ingested []protocol.Source             // of all imports

	corrected []fakeCorrection

	rules []protocol.Regroup // by which it was told to group

	// Answers about the first story; protocol.ErrNotFound where nil.
	synopsis  *coord.Synopsis
	collation *coord.Collation
	facing    *coord.Facing
}

type fakeCorrection struct {
	id protocol.DocID
	protocol.Correction
}

var _ interface {
	Search(context.Context, coord.Search) (coord.Results, error)
} = (*fakeEngine)(nil)

// The documents of the fake pile, by source.
const (
	fakeLead  = iota // representative of a group of three
	fakeEdit         // edited copy of it
	fakeExact        // exact copy
	fakeOwn          // same story, own words
	fakeForum        // no headline, furniture and a repeat
	fakeBread        // another story
	fakeFirst        // first of the further stories
)

var fakeSummaries = []protocol.Summary{
	{Title: "Night train returns to the coast after eleven years", Outlet: "Harbour Gazette", Date: "2025-03-04T06:10", Agency: "NW", Words: 412, Lead: "The first sleeper to leave the capital for the coast since 2014 departed on Monday evening"},
	{Title: "Sleeper service to the coast is back", Outlet: "Morning Dispatch", Date: "2025-03-04", Agency: "NW", Words: 297, Lead: "The first sleeper to leave the capital for the coast since 2014 departed on Monday"},
	{Title: "Night train returns to the coast after eleven years", Outlet: "Valley Courier", Date: "2025-03-05", Words: 410, Lead: "The first sleeper to leave the capital"},
	{Title: "What a berth to the sea costs, and who is paying for it", Outlet: "City Ledger", Date: "2025-03-06", Words: 820, Lead: "A berth costs less than a room"},
	{Outlet: "", Date: "2025-03-06", Words: 180, Lead: "Took the sleeper on its second night and here is what nobody tells you about the lower berths"},
	{Title: "Bakers agree on a price for the long loaf", Outlet: "Plainfield Record", Date: "2025-02-11", Words: 350, Lead: "After a week of talks"},
}

func fakeID(i int) protocol.DocID { return protocol.NewDocID(uint32(i), 0) }

func (f *fakeEngine) summary(i int) protocol.Summary {
	if i < len(fakeSummaries) {
		s := fakeSummaries[i]
		s.ID = fakeID(i)
		s.Name = fmt.Sprintf("pile/%d.txt", i)
		return s
	}
	return protocol.Summary{
		ID: fakeID(i), Name: fmt.Sprintf("pile/more/%05d.txt", i), Outlet: "Northern Wire", Date: "2025-01-02",
		Title: fmt.Sprintf("Notice number %d of the harbour office", i-fakeFirst), Words: 120,
	}
}

func (f *fakeEngine) Ingest(ctx context.Context, sources []protocol.Source, progress func(coord.Progress)) (coord.Imported, error) {
	p := coord.Progress{AllFiles: uint32(len(sources)), Total: 1000}
	if f.hold != nil {
		p.Bytes, p.Documents = 400, 3
		progress(p)
		select {
		case <-f.hold:
		case <-ctx.Done():
			return coord.Imported{Canceled: true, Entries: f.entries()[:2]}, nil
		}
	}
	f.mu.Lock()
	f.read = true
	f.ingested = append(f.ingested, sources...)
	f.mu.Unlock()
	return coord.Imported{Entries: f.entries()}, nil
}

// Preview knows the tables it was given, and reads them as the recipe says.
func (f *fakeEngine) Preview(_ context.Context, s protocol.Source, _ uint32) (protocol.Previewed, error) {
	seen := f.tables[s.Path]
	if s.Recipe.Encoding != "" {
		seen.Encoding, seen.How = s.Recipe.Encoding, "chosen"
	}
	if len(s.Recipe.Layout.Columns) > 0 {
		seen.Layout = s.Recipe.Layout
	}
	return seen, f.failing
}

func (f *fakeEngine) Amend(_ context.Context, id protocol.DocID, c protocol.Correction) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.failing != nil {
		return f.failing
	}
	if c.Field == "date" && len(c.Values) > 0 && c.Values[0] < "1600" {
		return protocol.ErrField
	}
	f.corrected = slices.DeleteFunc(f.corrected, func(old fakeCorrection) bool { return old.id == id && old.Field == c.Field })
	if !c.Revert {
		f.corrected = append(f.corrected, fakeCorrection{id, c})
	}
	return nil
}

// amended puts into a document what was corrected.
func (f *fakeEngine) amended(d *protocol.Document) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, c := range f.corrected {
		if c.id != d.ID {
			continue
		}
		value := strings.Join(c.Values, " ")
		switch c.Field {
		case "title":
			d.Title = value
		case "date":
			d.Date = value
		case "outlet":
			d.Outlet = value
		case "byline":
			d.Byline = c.Values
		case "lang":
			d.Lang = value
		case "tags":
			d.Tags = c.Values
		case "note":
			d.Note = value
		}
		d.Facts = append([]protocol.Fact{{Field: c.Field, Value: value, Rule: "corrected by hand", Trust: protocol.TrustPerson}}, d.Facts...)
	}
}

func (f *fakeEngine) Summaries(_ context.Context, ids []protocol.DocID) (coord.Summaries, error) {
	all := coord.Summaries{}
	for _, id := range ids {
		if i := int(id.Source()); i < len(fakeSummaries)+f.more {
			all[id] = f.summary(i)
		}
	}
	return all, f.failing
}

func (f *fakeEngine) entries() []protocol.Entry {
	var list []protocol.Entry
	for i := range fakeSummaries {
		s := f.summary(i)
		e := protocol.Entry{ID: s.ID, Path: s.Name, Bytes: uint64(s.Words) * 6, Format: "text", Encoding: "utf-8", Title: s.Title, Words: s.Words}
		if i == fakeForum {
			e.Warnings = []string{"the text stands in the file twice"}
		}
		list = append(list, e)
	}
	return append(list,
		protocol.Entry{ID: fakeID(900), Path: "pile/photo.jpg", Bytes: 2_400_000, Skip: protocol.SkipBinary},
		protocol.Entry{ID: fakeID(901), Path: "pile/notes.pdf", Bytes: 88_000, Skip: protocol.SkipUnsupported, Detail: "PDF"},
		protocol.Entry{ID: fakeID(902), Path: "pile/empty.txt", Skip: protocol.SkipEmpty},
	)
}

func fakeStory(i int) protocol.Story {
	switch i {
	case 0:
		lead := fakeID(fakeLead)
		return protocol.Story{
			Groups: []protocol.Group{{Representative: lead, Why: "credited to NW", Members: []protocol.Member{
				{Pair: protocol.Pair{A: fakeID(fakeEdit), B: lead, Relation: protocol.RelationContained, Jaccard: .41, AInB: .85, BInA: .44, Run: 101}},
				{Pair: protocol.Pair{A: fakeID(fakeExact), B: lead, Relation: protocol.RelationExact, Jaccard: 1, AInB: 1, BInA: 1}, Uncredited: true},
			}, Origin: []protocol.Origin{
				{Sign: protocol.SignCredit, Doc: lead, Agency: "NW"}, {Sign: protocol.SignEarliest, Doc: lead},
				{Sign: protocol.SignFullest, Doc: fakeID(fakeEdit)},
			}}},
			Lone: []protocol.DocID{fakeID(fakeOwn), fakeID(fakeForum)},
			Fits: []float64{.31, .2, .09}, ByHand: true,
		}
	case 1:
		return protocol.Story{Lone: []protocol.DocID{fakeID(fakeBread)}}
	}
	return protocol.Story{Lone: []protocol.DocID{fakeID(fakeFirst + i - 2)}}
}

// StoriesOf leaves of the stories, where a query is asked, the first; for "none" no
// story.
func (f *fakeEngine) StoriesOf(_ context.Context, q protocol.Query, page protocol.StoryPage) (coord.StoryList, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.failing != nil || !f.read {
		return coord.StoryList{}, f.failing
	}
	total := 2 + f.more
	switch q.Within {
	case "":
	case "tag:none":
		total = 0
	default:
		total = 1
	}
	list := coord.StoryList{
		Stories:   protocol.Stories{Total: uint32(total), Documents: uint32(6 + f.more), Texts: uint32(4 + f.more), Groups: 1},
		Summaries: coord.Summaries{},
	}
	for i := int(page.Offset); i < min(total, int(page.Offset+page.Limit)); i++ {
		story := fakeStory(i)
		list.Stories.Stories = append(list.Stories.Stories, story)
		for _, id := range story.DocIDs() {
			list.Summaries[id] = f.summary(int(id.Source()))
		}
	}
	return list, nil
}

func (f *fakeEngine) Search(ctx context.Context, s coord.Search) (coord.Results, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked = append(f.asked, s.Query.Text)
	if f.failing != nil {
		return coord.Results{}, f.failing
	}
	r := coord.Results{Query: s.Query}
	if strings.Contains(s.Query.Text, "(") {
		r.Errors = []protocol.QueryError{{
			Span:    protocol.Span{Start: uint32(strings.Index(s.Query.Text, "(")), End: uint32(strings.Index(s.Query.Text, "(") + 1)},
			Message: "This parenthesis is never closed", Remedy: "Add ) or take it out.",
		}}
	}
	word := fakeWords(s.Query, &r)
	for i := range fakeSummaries {
		text, _ := fakeText(i)
		at := strings.Index(strings.ToLower(text), word)
		if at < 0 || word == "" {
			continue
		}
		r.Documents++
		if s.Query.Fold != protocol.FoldNothing && (i == fakeEdit || i == fakeExact) || s.Query.Fold == protocol.FoldStories && (i == fakeOwn || i == fakeForum) {
			continue
		}
		r.Total++
		hit := coord.Hit{Standing: protocol.Standing{Score: 1}}
		hit.Summary = f.summary(i)
		start := max(0, strings.LastIndexByte(text[:at], '\n')+1)
		end := min(len(text), start+220)
		hit.Snippets = []protocol.Snippet{{
			Text: text[start:end], Matches: []protocol.Span{{Start: uint32(at - start), End: uint32(at - start + len(word))}},
		}}
		if m := strings.Index(strings.ToLower(hit.Summary.Title), word); m >= 0 {
			hit.Title = []protocol.Span{{Start: uint32(m), End: uint32(m + len(word))}}
		}
		if i == fakeLead && s.Query.Fold != protocol.FoldNothing {
			hit.Copies = 2
		}
		if r.Some {
			hit.Missing = 1
		}
		r.Hits = append(r.Hits, hit)
	}
	r.Hits = r.Hits[min(int(s.Offset), len(r.Hits)):min(int(s.Offset+s.Limit), len(r.Hits))]
	return r, nil
}

// fakeWords takes the filters of a query, which filter nothing here, apart from
// its words, and tells what else is searched for them: "nigth" is a slip, and of
// "night zebra" no text has both.
func fakeWords(q protocol.Query, r *coord.Results) string {
	var list []string
	at := 0
	parts, _ := splitText(q.Text)
	for _, part := range parts {
		at += strings.Index(q.Text[at:], part)
		bare, not := cutNot(part)
		if field, value, ok := strings.Cut(bare, ":"); ok {
			r.Filters = append(r.Filters, protocol.QueryFilter{
				Span: protocol.Span{Start: uint32(at), End: uint32(at + len(part))}, Field: field, Value: value, Not: not,
			})
		} else {
			list = append(list, strings.ToLower(strings.Trim(part, "(")))
		}
		at += len(part)
	}
	word := strings.TrimSpace(strings.Join(list, " "))
	switch {
	case word == "nigth" && !q.Exactly:
		word = "night"
		r.Also = []coord.Spelling{{Word: "nigth", Typos: []string{"night", "nights"}, Forms: []string{"nighth"}}}
	case word == "night zebra":
		word, r.Some = "night", true
	case word == "train" && !q.Exactly:
		r.Also = []coord.Spelling{{Word: "train", Forms: []string{"trains", "trained"}}}
	case word == "" && q.Within != "":
		word = "e"
	}
	return word
}

// fakeParagraphs is the pile's text: role, why and words of every paragraph.
var fakeParagraphs = map[int][]struct {
	role protocol.Role
	why  string
	text string
}{
	fakeLead: {
		{protocol.RoleFurniture, "menu: short lines, many links", "Home\nRegion\nBusiness\nWeather"},
		{protocol.RoleFurniture, "share buttons", "Share this article"},
		{protocol.RoleTitle, "first line", "Night train returns to the coast after eleven years"},
		{protocol.RoleByline, "By …", "By Ilse Marder and Tomas Quill"},
		{protocol.RoleBody, "", "PORT ALDER (NW) - The first sleeper to leave the capital for the coast since 2014 departed on Monday evening with all 212 berths taken, a brass band on the platform and the transport minister asleep, by her own account, before the first stop."},
		{protocol.RoleBody, "", "The line lost its night train when the old carriages failed a fire inspection. Four towns along the valley have since paid for two new ones out of their own budgets, and the railway has promised to run them for at least six years."},
		{protocol.RoleQuote, "set as a quotation", "“People told us they would rather sleep than queue,” said Marta Ohlin, who runs the service. “So we sold them the sleeping.”"},
		{protocol.RoleHeading, "short line between paragraphs", "Empty in winter?"},
		{protocol.RoleBody, "", "Hoteliers on the coast are less sure. Bookings for the night train fall to a third of the berths in November, and the towns will have to make good the loss."},
		{protocol.RoleCaption, "under a picture", "The platform at Port Alder shortly before departure."},
		{protocol.RoleBullet, "list", "212 berths, four to a compartment"},
		{protocol.RoleBullet, "list", "Departure 21:40, arrival 06:10"},
		{protocol.RoleBody, "", "The next departure is on Thursday. Tickets are sold at the counter only until the new booking system is ready, which the railway expects by the summer."},
		{protocol.RoleFurniture, "headlines of other articles", "Read next: Bakers agree on a price for the long loaf"},
		{protocol.RoleRepeat, "printed above, word for word", "The next departure is on Thursday. Tickets are sold at the counter only until the new booking system is ready, which the railway expects by the summer."},
	},
	fakeForum: {
		{protocol.RoleBody, "", "Took the sleeper on its second night and here is what nobody tells you about the lower berths: they are the warm ones."},
	},
	fakeBread: {
		{protocol.RoleTitle, "first line", "Bakers agree on a price for the long loaf"},
		{protocol.RoleBody, "", "After a week of talks the bakers of Plainfield have agreed that the long loaf may not cost less than its flour."},
	},
}

// fakeText is the text of a document and its paragraphs.
func fakeText(i int) (string, []protocol.Paragraph) {
	parts := fakeParagraphs[i]
	if parts == nil && i <= fakeOwn {
		parts = fakeParagraphs[fakeLead][2:7]
	}
	var text strings.Builder
	var list []protocol.Paragraph
	for _, p := range parts {
		start := uint32(text.Len())
		text.WriteString(p.text)
		list = append(list, protocol.Paragraph{Span: protocol.Span{Start: start, End: uint32(text.Len())}, Role: p.role, Why: p.why})
		text.WriteString("\n\n")
	}
	return text.String(), list
}

func (f *fakeEngine) Open(_ context.Context, id protocol.DocID, q protocol.Query) (coord.Article, error) {
	i := int(id.Source())
	if f.failing != nil || i >= len(fakeSummaries)+f.more {
		return coord.Article{}, protocol.ErrNotFound
	}
	s := f.summary(i)
	var a coord.Article
	d := &a.Document
	d.ID, d.Name, d.Source, d.Format, d.Encoding = id, s.Name, s.Name, "text", "utf-8"
	d.Title, d.Outlet, d.Date, d.Agency = s.Title, s.Outlet, s.Date, s.Agency
	d.Text, d.Paragraphs = fakeText(i)
	if i == fakeLead {
		d.Byline, d.Dateline, d.Section = []string{"Ilse Marder", "Tomas Quill"}, "Port Alder", "Travel"
		d.Subtitle = "Four towns pay for two carriages, and a minister sleeps through the celebration"
		start := uint32(strings.Index(d.Text, "By Ilse"))
		d.Facts = []protocol.Fact{
			{Field: "byline", Value: "Ilse Marder, Tomas Quill", Span: protocol.Span{Start: start, End: start + 30}, Rule: "line that begins with By"},
			{Field: "outlet", Value: s.Outlet, Rule: "og:site_name", Trust: protocol.TrustCertain},
			{Field: "date", Value: s.Date, Rule: "crawl prefix", Trust: protocol.TrustLikely},
			{Field: "date", Value: "2025-03-03", Rule: "day in the text", Trust: protocol.TrustGuess},
		}
	}
	if word := strings.TrimSpace(q.Text); word != "" {
		for at := 0; ; {
			k := strings.Index(strings.ToLower(d.Text[at:]), strings.ToLower(word))
			if k < 0 {
				break
			}
			a.Marks = append(a.Marks, protocol.Span{Start: uint32(at + k), End: uint32(at + k + len(word))})
			at += k + len(word)
		}
	}
	f.amended(d)
	f.relate(&a, i)
	return a, nil
}

// relate adds what a document shares with the others of its story.
func (f *fakeEngine) relate(a *coord.Article, i int) {
	a.Summaries = coord.Summaries{}
	if i > fakeForum {
		a.Relatives.Story = protocol.Story{Lone: []protocol.DocID{fakeID(i)}}
		return
	}
	a.Relatives.Story = fakeStory(0)
	for k := range fakeForum + 1 {
		a.Summaries[fakeID(k)] = f.summary(k)
	}
	if i != fakeLead {
		return
	}
	a.Relatives.Pairs = []protocol.Pair{
		{A: fakeID(i), B: fakeID(fakeExact), Relation: protocol.RelationExact, Jaccard: 1, AInB: 1, BInA: 1},
		{A: fakeID(i), B: fakeID(fakeEdit), Relation: protocol.RelationContained, Jaccard: .41, AInB: .44, BInA: .85},
		{A: fakeID(i), B: fakeID(fakeOwn), Relation: protocol.RelationPassage, Jaccard: .05, AInB: .12, BInA: .06},
	}
	share := func(first, last string, other int) {
		start := uint32(strings.Index(a.Document.Text, first))
		end := uint32(strings.Index(a.Document.Text, last) + len(last))
		a.Passages = append(a.Passages, protocol.Passage{
			Span: protocol.Span{Start: start, End: end}, Other: fakeID(other),
			OtherSpan: protocol.Span{Start: 53, End: 53 + end - start}, Words: (end - start) / 6,
		})
	}
	share("PORT ALDER", "by the summer.", fakeExact)
	share("The first sleeper", "six years.", fakeEdit)
	share("“People told us", "sleeping.”", fakeEdit)
	share("all 212 berths taken", "on the platform", fakeOwn)
	share("the towns will have to", "make good the loss", fakeOwn)
}

// Facets counts outlets and days of all texts of the pile; of tags there are many.
func (f *fakeEngine) Facets(_ context.Context, q protocol.Query) (coord.Facets, error) {
	if f.unfaceted {
		return coord.Facets{}, protocol.ErrUnknown
	}
	r := coord.Facets{
		Facets: []protocol.Facet{
			{Field: "outlet", None: 1},
			{Field: "lang", Values: []protocol.ValueCount{{Value: "en", Documents: 5}, {Value: "de", Documents: 1}}},
			{Field: "tag"}, {Field: "agency"},
		},
		Undated: 2,
		Stories: []coord.StoryCount{{Number: 1, Summary: f.summary(fakeLead), Documents: 5}},
	}
	for i := range fakeSummaries {
		if s := f.summary(i); s.Outlet != "" {
			r.Facets[0].Values = append(r.Facets[0].Values, protocol.ValueCount{Value: s.Outlet, Documents: 1})
		}
		r.Days = append(r.Days, protocol.DayCount{Day: 20000 + int32(i), Documents: uint64(i) + 1})
	}
	for i := range 60 {
		r.Facets[2].Values = append(r.Facets[2].Values, protocol.ValueCount{Value: fmt.Sprintf("tag %d", i), Documents: uint64(60 - i)})
	}
	return r, nil
}

// Count counts what Search finds.
func (f *fakeEngine) Count(ctx context.Context, q protocol.Query) (coord.Tally, error) {
	q.Fold = protocol.FoldCopies
	r, err := f.Search(ctx, coord.Search{Query: q, Limit: 100})
	return coord.Tally{Occurrences: r.Documents, Documents: r.Documents, Texts: r.Total, Errors: r.Errors, Also: r.Also, Some: r.Some}, err
}

// Explain tells of one word.
func (f *fakeEngine) Explain(_ context.Context, q protocol.Query, _ protocol.DocID) (protocol.Explanation, error) {
	return protocol.Explanation{
		Matches: true, Standing: protocol.Standing{Score: 2}, Length: 300, MeanLength: 250,
		Parts: []protocol.PartScore{{
			Text: q.Text, Documents: 2, Rarity: 1.5, Weight: 3, Score: 2,
			Terms: []protocol.TermCount{{Term: q.Text, Title: 1, Places: 2}},
		}},
	}, nil
}

// Versions tells that a passage stands in the edited copy.
func (f *fakeEngine) Versions(_ context.Context, _ protocol.Query, h coord.Hit) ([]protocol.PassageVersion, error) {
	v := protocol.PassageVersion{Summary: f.summary(fakeEdit), Snippet: h.Snippets[0]}
	v.Snippet.Matches = []protocol.Span{{End: 3}}
	return []protocol.PassageVersion{v, {Summary: f.summary(fakeExact), Absent: true}}, f.failing
}

// Suggest offers a field.
func (f *fakeEngine) Suggest(_ context.Context, q protocol.Suggest) (protocol.Suggestions, error) {
	return protocol.Suggestions{
		Replace: protocol.Span{End: uint32(len(q.Text))},
		List:    []protocol.Suggestion{{Text: "outlet:", About: "who published it"}},
	}, nil
}

func (f *fakeEngine) QuickOpen(_ context.Context, q protocol.QuickOpen) ([]protocol.Choice, error) {
	var list []protocol.Choice
	for i := range fakeSummaries {
		s := f.summary(i)
		if spans, ok := letters(s.Title, q.Pattern); ok && s.Title != "" {
			list = append(list, protocol.Choice{ID: s.ID, Text: s.Title, Matches: spans})
		}
	}
	return list, nil
}

func (f *fakeEngine) Reset(context.Context) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.read = false
	return nil
}

// Regroup notes by what it is told to group.
func (f *fakeEngine) Regroup(_ context.Context, rules protocol.Regroup) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.rules = append(f.rules, rules)
	return f.failing
}

// Document is a document without what it shares with others.
func (f *fakeEngine) Document(ctx context.Context, id protocol.DocID, q protocol.Query) (protocol.Opened, error) {
	a, err := f.Open(ctx, id, q)
	return a.Opened, err
}

// Compare knows the lead and its edited copy, and of the rest of their story
// that it is one.
func (f *fakeEngine) Compare(_ context.Context, a, b protocol.DocID) (coord.Kinship, error) {
	if f.failing != nil {
		return coord.Kinship{}, f.failing
	}
	k := coord.Kinship{SameStory: a.Source() <= fakeForum && b.Source() <= fakeForum}
	k.Pair, k.Comparison.Other = protocol.Pair{A: a, B: b}, b
	if k.SameStory {
		k.Pair.Relation = protocol.RelationStory
	}
	if a != fakeID(fakeLead) || b != fakeID(fakeEdit) {
		return k, nil
	}
	here, _ := fakeText(fakeLead)
	there, _ := fakeText(fakeEdit)
	c := &k.Comparison
	c.Common, c.Here, c.There, c.Run, c.OwnRun = 44, 100, 52, 101, 30
	for _, words := range []string{"The first sleeper to leave", "The line lost its night train", "“People told us they would rather sleep than queue,”"} {
		at := func(text string) protocol.Span {
			start := uint32(strings.Index(text, words))
			return protocol.Span{Start: start, End: start + uint32(len(words))}
		}
		n := uint32(len(strings.Fields(words)))
		p := protocol.Passage{Span: at(here), Other: b, OtherSpan: at(there), Words: n}
		if strings.HasPrefix(words, "“") {
			p.Quoted = n
		}
		c.Passages = append(c.Passages, p)
	}
	c.Folded = []protocol.Folding{{Here: "programme", There: "program", Times: 3}, {Here: "Mr", Times: 1}, {Here: "<b>", There: "strong", Times: 2}}
	k.Pair = c.Pair(a, protocol.RelationContained)
	return k, nil
}
