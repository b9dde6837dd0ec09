package protocol

import (
	"errors"
	"reflect"
	"testing"
)

// exchanges holds for every kind a request and its answer with every field set.
// A field that a codec forgets is missed by TestRoundTrip under the kind's name.
var exchanges = map[Kind]func(*testing.T){
	KindHello: trip(Hello{Version: 300}, DecodeHello, Welcome{Version: 7}),
	KindReset: trip(Reset{}, DecodeReset, Done{}),
	KindIngest: trip(
		Ingest{Sources: []Source{{Ordinal: 3, Path: "a/b.txt", Size: 1 << 40, Modified: 1751500000000, Handle: "h", Recipe: sampleRecipe, Part: 1, Parts: 2}, {Path: "ü", Handle: 2}}},
		func(b []byte) (Ingest, error) { return DecodeIngest(b, []File{"h", 2}) },
		Ingested{Entries: []Entry{
			{ID: NewDocID(3, 1), Path: "a/b.zip", Record: "c.txt", Bytes: 9, Format: "text", Encoding: "utf-8", Title: "T", Words: 5, Warnings: []string{"w"}},
			{ID: NewDocID(4, 0), Path: "x", Skip: SkipDamaged, Detail: "central directory"},
		}}),
	KindPreview: trip(
		Preview{Source: Source{Path: "a.csv", Recipe: sampleRecipe, Handle: "h"}, Rows: 9},
		func(b []byte) (Preview, error) { return DecodePreview(b, []File{"h"}) },
		Previewed{Format: "csv", Encoding: "utf-8", How: "content", Layout: sampleRecipe.Layout, Cells: [][]string{{"a", "b"}, {""}}, Detail: "d"}),
	KindUnpack: trip(
		Unpack{Source: Source{Path: "a.zip", Recipe: sampleRecipe, Handle: "h"}, Format: "pdf", Record: "b.pdf", Depth: 3},
		func(b []byte) (Unpack, error) { return DecodeUnpack(b, []File{"h"}) }, sampleUnpacked),
	KindUnpackNext: trip(UnpackNext{ID: 4, Stop: true}, DecodeUnpackNext, sampleUnpacked),
	KindAmend:      trip(Amend{ID: 5, Correction: Correction{Record: "r", Field: "date", Values: []string{"2025-07-03"}, Revert: true}}, DecodeAmend, Done{}),
	KindRemove:     trip(Remove{Sources: []uint32{3, 400}}, DecodeRemove, Done{}),
	KindRecounts:   trip(Recounts{}, DecodeRecounts, RecountList{Recounts: []Recount{{ID: 7, Words: 300}}}),
	KindExchange: trip(
		Exchange{Step: 2, Self: 1, Shards: 2, Inbox: [][]byte{{1, 2}, {}}}, DecodeExchange,
		Exchanged{Outbox: [][]byte{{3}, {4, 5}}, Done: true}),
	KindStoryPage: trip(
		StoryPage{Order: LargestFirst, Offset: 100, Limit: 50, Narrowed: 3}, DecodeStoryPage,
		Stories{Total: 1, Documents: 4, Texts: 3, Groups: 1, Stories: []Story{sampleStory}}),
	KindRelated:     trip(Related{ID: 9}, DecodeRelated, Relatives{Pairs: []Pair{samplePair}, Story: sampleStory}),
	KindPairPage:    trip(PairPage{Offset: 5, Limit: 6}, DecodePairPage, Pairs{Total: 7, Equal: 2, Pairs: []Pair{samplePair}}),
	KindSummaries:   trip(Summaries{IDs: []DocID{1, NewDocID(2, 3)}}, DecodeSummaries, SummaryList{Summaries: []Summary{sampleSummary}}),
	KindSearchStats: trip(SearchStats{Query: sampleQuery, Langs: 1 << 30, Typos: true}, DecodeSearchStats, sampleStats),
	KindSearchTop: trip(
		SearchTop{Query: sampleQuery, Plan: sampleStats, Limit: 20, Tally: true}, DecodeSearchTop,
		Top{Documents: 9, Lone: 4, Occurrences: 12, Groups: []GroupCount{{Group: 2, Documents: 5}}, Hits: []TopHit{{ID: 8, Group: 2, Key: -7, Standing: sampleStanding, Name: "n"}}}),
	KindSnippets: trip(
		Snippets{Query: sampleQuery, Plan: sampleStats, IDs: []DocID{4}, MaxBytes: 280, Most: 3}, DecodeSnippets,
		Excerpts{Excerpts: []Excerpt{{Summary: sampleSummary, Title: []Span{{0, 3}}, Snippets: []Snippet{sampleSnippet}}}}),
	KindVersions: trip(
		Versions{Passage: "the call", IDs: []DocID{4, 5}}, DecodeVersions,
		VersionList{Versions: []PassageVersion{{Summary: sampleSummary, Snippet: sampleSnippet, Absent: true}}}),
	KindFacets: trip(
		Facets{Query: sampleQuery, Plan: sampleStats}, DecodeFacets,
		FacetCounts{
			Facets: []Facet{{Field: "outlet", Values: []ValueCount{{Value: "O", Documents: 4}}, None: 2}},
			Days:   []DayCount{{Day: -3, Documents: 5}}, Undated: 6, Stories: []GroupCount{{Group: 1, Documents: 2}},
		}),
	KindSuggest: trip(
		Suggest{Text: "out", Cursor: 3, Limit: 8}, DecodeSuggest,
		Suggestions{Replace: Span{0, 3}, List: []Suggestion{{Text: "outlet:", About: "who published it", Documents: 3}}}),
	KindExplain: trip(
		Explain{Query: sampleQuery, Plan: sampleStats, ID: 7}, DecodeExplain,
		Explanation{
			Matches: true, Standing: sampleStanding, Window: 4, Length: 310.5, MeanLength: 280,
			Parts: []PartScore{{
				Text: "call", Documents: 9, Rarity: 2.5, Weight: 3.5, Score: 4.25,
				Terms: []TermCount{{Term: "calls", Edits: 1, Form: true, Title: 1, Places: 3}},
			}},
		}),
	KindOpen: trip(
		Open{ID: 5, Query: sampleQuery, Plan: sampleStats}, DecodeOpen,
		Opened{Document: sampleDocument, Repeats: []Repeat{{First: Span{0, 2}, Again: Span{3, 5}}}, Marks: []Span{{1, 2}}, Speeches: []Speech{sampleSpeech}}),
	KindTexts: trip(Texts{IDs: []DocID{1, NewDocID(2, 3)}}, DecodeTexts, TextList{Texts: []Carried{sampleCarried}}),
	KindCollate: trip(
		Collate{Base: 4, Others: []Carried{sampleCarried}}, DecodeCollate,
		Collation{
			Words: 9, Witnesses: []Witness{{ID: 5, Words: 8, Common: 7}},
			Places: []Place{{Span: Span{1, 4}, Variants: []Variant{{Change: ChangeWords, Text: "x", Witnesses: []uint32{0, 3}, Span: Span{2, 3}}}}},
			Gaps:   []Gap{{Span: Span{5, 9}, Witnesses: []uint32{2}}},
			Moves:  []Move{{Span: Span{6, 7}, Witness: 1, There: Span{8, 9}}},
		}),
	KindBeside: trip(
		Beside{ID: 4, Other: sampleCarried}, DecodeBeside,
		Sides{Common: 6, Rows: []SideRow{{
			Here: []Span{{1, 2}}, There: []Span{{3, 4}}, Moved: true,
			HereMarks: []ChangeMark{{Span{1, 2}, ChangeSpelling}}, ThereMarks: []ChangeMark{{Span{3, 4}, ChangeWords}},
		}}}),
	KindSynopsis: trip(
		Synopsis{Texts: []Carried{sampleCarried}}, DecodeSynopsis,
		Parallels{
			Shared:  []Statement{{In: []Sentence{{Text: 1, Span: Span{2, 3}}}}},
			Names:   []SharedName{{Text: "Bay", In: 2}},
			Only:    []OnlyHere{{Text: 1, Sentences: []Span{{4, 5}}, Of: 6}},
			Sayings: []Saying{{Speaker: "s", Sure: true, Via: "v", Wordings: []Wording{{Text: "w", In: []Sentence{{Text: 1, Span: Span{7, 8}}}}}}},
		}),
	KindMatching:   trip(Matching{Query: sampleQuery, Plan: sampleStats}, DecodeMatching, Matched{IDs: PackIDs([]DocID{3, NewDocID(2, 1)})}),
	KindKeep:       trip(Keep{Workspace: "w1", Self: 2, Epoch: 3, File: []byte{4}, Cover: true, First: []DocID{5}}, DecodeKeep, Kept{Bytes: 5, Documents: 6}),
	KindSettle:     trip(Settle{Workspace: "w1", Self: 2, Epoch: 3}, DecodeSettle, Done{}),
	KindReopen:     trip(Reopen{Workspace: "w1", Self: 2, Epoch: 3, Whole: true}, DecodeReopen, Reopened{Documents: 4, Compared: true, Behind: true, Lost: []uint32{5}}),
	KindWorkspaces: trip(Workspaces{}, DecodeWorkspaces, WorkspaceList{IDs: []string{"w1", "w2"}, Files: [][]byte{{1}, {}}, Where: KeptDatabase, Used: 2, Quota: 3}),
	KindForgetKept: trip(ForgetKept{Workspace: "w1"}, DecodeForgetKept, Done{}),
	KindPack:       trip(PackWorkspace{Epoch: 3, Next: true, Stop: true}, DecodePackWorkspace, Packet{Name: "documents-0-1a2b3c4d", Bytes: []byte("bytes"), Done: true}),
	KindTakeIn:     trip(TakeIn{Workspace: "w1", Self: 2, Name: "manifest-1", Bytes: []byte("bytes"), Last: true}, DecodeTakeIn, Done{}),
	KindExport: trip(
		Export{
			Number: 3, Form: FormMarkdown, Query: sampleQuery, Plan: sampleStats, OnePerCopies: true, Furniture: true, Columns: 2,
			MaxBytes: 9, After: ExportPlace{Name: "n", ID: 4},
		}, DecodeExport,
		Exported{
			Lone: 3, Groups: PackNumbers([]uint32{2, 700}), Led: PackNumbers([]uint32{700}), Bytes: 1 << 40, Longest: 9, Head: []byte{1},
			Entries: []ExportEntry{{ExportPlace: ExportPlace{Name: "n", ID: 4}, Group: 5, File: "f", CRC: 6, Size: 8, Bytes: []byte{7}}}, Done: true,
		}),
	KindReport: trip(
		Report{
			Form: FormReport, Part: ReportGroup, Counts: ReportCounts{Documents: 1, Groups: 2, Of: 3, Query: "q"}, Number: 4, Base: 5,
			Group: sampleStory.Groups[0], Pairs: []Pair{samplePair}, Words: []WordList{{ID: 2, Words: []byte{7}}},
			Others: []Carried{sampleCarried}, Left: 6, Summaries: []Summary{sampleSummary}, Sizes: []uint32{7},
		}, DecodeReport, Reported{Bytes: []byte{8}}),
	KindRest:   trip(Rest{All: true}, DecodeRest, Done{}),
	KindNarrow: trip(Narrow{Number: 3, IDs: [][]byte{{1}, {}}}, DecodeNarrow, Done{}),
	KindWords:  trip(Words{IDs: []DocID{1}}, DecodeWords, WordLists{Lists: []WordList{{ID: 1, Words: []byte{9, 8}}}}),
	KindShared: trip(
		Shared{ID: 1, Others: []WordList{{ID: 2, Words: []byte{7}}}}, DecodeShared,
		Comparisons{Comparisons: []Comparison{{
			Other: 2, Common: 3, Here: 30, There: 40, Run: 9, OwnRun: 5, Wording: RelationQuote,
			Passages: []Passage{{Span: Span{1, 5}, Other: 2, OtherSpan: Span{3, 9}, Words: 4, Quoted: 2}},
			Folded:   []Folding{{Here: "programme", There: "program", Times: 2}},
		}}}),
	KindRegroup: trip(
		Regroup{
			Settings:  Settings{Jaccard: .7, Containment: .5, Run: 20, Cosine: .1, Days: 3, Keeper: KeepPreferred, Preferred: []string{"O"}},
			Decisions: []Decision{{Kind: NotCopies, A: "a", B: "b"}, {Kind: Represents, A: "c"}},
		}, DecodeRegroup, Grouping{Documents: []Grouped{{ID: 4, Group: 1, Story: 2, First: true}}}),
	KindAssign: trip(Assign{Documents: []Grouped{{ID: 4, Group: 1, Story: 2, First: true}}}, DecodeAssign, Done{}),
	KindQuickOpen: trip(
		QuickOpen{Pattern: "zel", Limit: 9}, DecodeQuickOpen,
		Choices{Choices: []Choice{{What: WhatPerson, ID: 3, Text: "Zel", Documents: 2, Score: -4, Matches: []Span{{0, 1}}}}}),
}

var (
	sampleQuery  = Query{Text: `"root causes" ü`, Within: "lang:de", Typing: true, Exactly: true, Match: MatchAny, Fold: FoldStories, Order: LongestFirst}
	sampleRecipe = Recipe{
		Encoding: "koi8-r", Whole: true, Limits: Limits{1, 2, 3, 4, 5 << 40},
		Layout:      Layout{Kind: "csv", Delimiter: ';', Quote: '"', Header: true, Path: "a.b", Columns: []Column{{Name: "text", Field: "body", Order: 2, Why: "name"}}},
		Corrections: []Correction{{Record: "r", Field: "byline", Values: []string{"A", "B"}}},
	}
	sampleUnpacked = Unpacked{ID: 9, Done: true, Spent: 1 << 33, Read: 1 << 34, Found: []Found{
		{Entry: Entry{Path: "a.zip", Record: "b.pdf", Bytes: 7, Format: "pdf", Encoding: "utf-8", Warnings: []string{"w"}}, Markup: MarkupHTML, Several: true, Text: "<p>t", Facts: []Fact{{Field: "title", Value: "T", Rule: "r", Trust: TrustCertain}}},
		{Entry: Entry{Path: "a.zip", Skip: SkipDamaged, Detail: "d"}},
	}}
	sampleStats = Stats{
		Documents: 10, Length: 4000, Langs: 5,
		Words:   []WordStats{{Text: "roots", Documents: 3, Postings: 4, Asked: true, Expansions: []Expansion{{Term: "root", Documents: 2, Edits: 1, Part: true}}}},
		Errors:  []QueryError{{Span: Span{1, 2}, Message: "m", Remedy: "r"}},
		Filters: []QueryFilter{{Span: Span{3, 9}, Field: "lang", Value: "de", Not: true}},
		Named:   []NamedPlace{{Name: "a.txt", Group: 1, Story: 2}},
	}
	sampleStanding = Standing{Missing: 1, Typos: 2, Forms: 3, Gap: 1, Field: 1, Score: 1.5}
	sampleSnippet  = Snippet{Text: "The call", Matches: []Span{{0, 3}, {4, 8}}, Start: 77}
	samplePair     = Pair{A: 1, B: 2, Relation: RelationContained, Jaccard: 0.56, AInB: 0.85, BInA: 0.62, Run: 101}
	sampleStory    = Story{Groups: []Group{{Representative: 2, Why: "longest", Members: []Member{{Pair: samplePair, Uncredited: true}, {Pair: samplePair, ByHand: true}},
		Origin: []Origin{{Sign: SignCredit, Doc: 2, Agency: "AP"}, {Sign: SignFullest, Doc: 3}}, Uncredited: true,
	}}, Lone: []DocID{3, 4}, Fits: []float64{.5, 1, .25}, Day: NoDay, ByHand: true}
	sampleSummary  = Summary{ID: 6, Name: "a.txt", Title: "The call", Lead: "On", Outlet: "O", Date: "2025-07-03", Agency: "AP", Byline: []string{"B"}, Lang: "en", Words: 12}
	sampleCarried  = Carried{ID: 2, Head: []byte{1}, Text: []byte("t")}
	sampleSpeech   = Speech{Parts: []Span{{0, 1}, {2, 3}}, Speaker: "s", Named: Span{1, 2}, Via: "v", Sure: true}
	sampleDocument = Document{
		ID: 5, Name: "z.zip#a.txt", Source: "z.zip", Record: "a.txt", Format: "text", Encoding: "utf-8", Markup: MarkupHTML,
		Meta: Meta{
			Title: "T", Subtitle: "S", Section: "US", Date: "2025-07-03", Modified: "2025-07-04T10:00", Byline: []string{"A", "B"}, Contributors: []string{"C"}, Tags: []string{"t"}, Note: "N",
			Agency: "AP", Dateline: "Moscow", Outlet: "O", URL: "u", Lang: "en",
		},
		Text:       "ab cd",
		Paragraphs: []Paragraph{{Span: Span{0, 2}, Role: RoleTitle, Why: "first line"}, {Span: Span{3, 5}, Lang: "fr"}},
		Facts:      []Fact{{Field: "title", Value: "T", Span: Span{0, 2}, Rule: "first line", Trust: TrustLikely}},
		Warnings:   []string{"w"},
	}
)

// trip checks that a request and its answer come through as they were, and that
// no shortened form of either is taken for whole.
func trip[R Response, Q Request[R]](q Q, decode func([]byte) (Q, error), r R) func(*testing.T) {
	return func(t *testing.T) {
		b := q.AppendTo(nil)
		if got, err := decode(b); err != nil || !reflect.DeepEqual(got, q) {
			t.Errorf("request came through as\n%+v, %v, was\n%+v", got, err, q)
		}
		for n := range b {
			if _, err := decode(b[:n:n]); !errors.Is(err, ErrCorrupt) {
				t.Errorf("first %d of %d bytes of the request: %v", n, len(b), err)
			}
		}
		b = r.AppendTo(nil)
		if got, err := q.DecodeResponse(b); err != nil || !reflect.DeepEqual(got, r) {
			t.Errorf("answer came through as\n%+v, %v, was\n%+v", got, err, r)
		}
		for n := range b {
			if _, err := q.DecodeResponse(b[:n:n]); !errors.Is(err, ErrCorrupt) {
				t.Errorf("first %d of %d bytes of the answer: %v", n, len(b), err)
			}
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for k := Kind(1); k < numKinds; k++ {
		t.Run(k.String(), func(t *testing.T) {
			if exchanges[k] == nil {
				t.Fatal("no example of this kind")
			}
			exchanges[k](t)
		})
	}
}

func TestPackedIsTheWireForm(t *testing.T) {
	want := Opened{Document: sampleDocument, Marks: []Span{{0, 1}}}
	packed := Pack(&want.Document)
	b := Opened{Marks: want.Marks}.AppendPacked(nil, packed)
	if string(b) != string(want.AppendTo(nil)) {
		t.Error("a packed document crosses in another form")
	}
	if got, err := packed.Document(); err != nil || !reflect.DeepEqual(got, want.Document) {
		t.Errorf("unpacked %+v, %v", got, err)
	}
}

func TestSpansOutsideTheTextAreCorrupt(t *testing.T) {
	for name, spoil := range map[string]func(*Document){
		"paragraph past the end":  func(d *Document) { d.Paragraphs[1].End = 6 },
		"paragraphs overlap":      func(d *Document) { d.Paragraphs[1].Start = 1 },
		"fact past the end":       func(d *Document) { d.Facts[0].Span = Span{4, 9} },
		"paragraph ends too soon": func(d *Document) { d.Paragraphs[0].Span = Span{2, 1} },
	} {
		d := sampleDocument
		d.Paragraphs = append([]Paragraph(nil), d.Paragraphs...)
		d.Facts = append([]Fact(nil), d.Facts...)
		spoil(&d)
		if _, err := (Open{}).DecodeResponse(Opened{Document: d}.AppendTo(nil)); !errors.Is(err, ErrCorrupt) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestErrorCodes(t *testing.T) {
	for c := CodeCanceled; c < numCodes; c++ {
		err := c.Error("text")
		if ErrorCode(err) != c || err.Error() != "text" || !errors.Is(err, codeErrors[c]) {
			t.Errorf("code %d became %v", c, err)
		}
	}
	if err := CodeInternal.Error("boom"); ErrorCode(err) != CodeInternal || err.Error() != "boom" {
		t.Errorf("internal error became %v", err)
	}
	if err := Code(200).Error("later version"); ErrorCode(err) != CodeInternal {
		t.Errorf("unknown code became %v", err)
	}
}

func TestSkipReasonsExplainThemselves(t *testing.T) {
	for r := SkipNone + 1; r < numSkipReasons; r++ {
		if r.String() == "" || r.Explanation() == "" {
			t.Errorf("reason %d has no words", r)
		}
	}
}

// FuzzDecode gives every decoder hostile bytes.
func FuzzDecode(f *testing.F) {
	f.Add(byte(KindOpen), Opened{Document: sampleDocument}.AppendTo(nil))
	f.Add(byte(KindStoryPage), Stories{Stories: []Story{sampleStory}}.AppendTo(nil))
	f.Add(byte(KindIngest), []byte{0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, kind byte, b []byte) {
		switch Kind(kind) {
		case KindHello:
			DecodeHello(b)
			Hello{}.DecodeResponse(b)
		case KindIngest:
			DecodeIngest(b, nil)
			Ingest{}.DecodeResponse(b)
		case KindExchange:
			DecodeExchange(b)
			Exchange{Shards: 2}.DecodeResponse(b)
		case KindStoryPage:
			DecodeStoryPage(b)
			StoryPage{}.DecodeResponse(b)
		case KindRelated:
			DecodeRelated(b)
			Related{}.DecodeResponse(b)
		case KindPairPage:
			DecodePairPage(b)
			PairPage{}.DecodeResponse(b)
		case KindSummaries:
			DecodeSummaries(b)
			Summaries{}.DecodeResponse(b)
		case KindSearchStats:
			DecodeSearchStats(b)
			SearchStats{}.DecodeResponse(b)
		case KindSearchTop:
			DecodeSearchTop(b)
			SearchTop{}.DecodeResponse(b)
		case KindSnippets:
			DecodeSnippets(b)
			Snippets{}.DecodeResponse(b)
		case KindOpen:
			DecodeOpen(b)
			if r, err := (Open{}).DecodeResponse(b); err == nil {
				r.Document.Body()
			}
		case KindWords:
			DecodeWords(b)
			Words{}.DecodeResponse(b)
		case KindShared:
			DecodeShared(b)
			Shared{}.DecodeResponse(b)
		case KindRecounts:
			DecodeRecounts(b)
			Recounts{}.DecodeResponse(b)
		case KindQuickOpen:
			DecodeQuickOpen(b)
			QuickOpen{}.DecodeResponse(b)
		}
	})
}

func TestOutlineIsTheBeginning(t *testing.T) {
	p := Pack(&sampleDocument)
	whole, err := p.Document()
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.Outline()
	whole.Paragraphs, whole.Facts, whole.Warnings = nil, nil, nil
	if err != nil || !reflect.DeepEqual(got, whole) {
		t.Errorf("%+v, %v; want %+v", got, err, whole)
	}
	for n := range 20 {
		if _, err := (Packed{Head: p.Head[:n]}).Outline(); !errors.Is(err, ErrCorrupt) {
			t.Errorf("of %d bytes: %v", n, err)
		}
	}
}

func TestPackIDs(t *testing.T) {
	for _, ids := range [][]DocID{nil, {0}, {5, 5}, {NewDocID(1, 2), NewDocID(1, 3), NewDocID(9, 0)}} {
		got, err := UnpackIDs(PackIDs(ids))
		if err != nil || !reflect.DeepEqual(got, ids) {
			t.Errorf("%v came back as %v, %v", ids, got, err)
		}
	}
	if _, err := UnpackIDs([]byte{0x80}); !errors.Is(err, ErrCorrupt) {
		t.Errorf("half a number: %v", err)
	}
}
