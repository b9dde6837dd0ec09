package cli

import (
	"context"

	"clippings/wasm/coord"
	"clippings/wasm/protocol"
)

// documentLine is how a document is printed.
type documentLine struct {
	ID           string                    `json:"id"`
	Source       string                    `json:"source"`
	Record       string                    `json:"record"`
	Format       string                    `json:"format"`
	Encoding     string                    `json:"encoding"`
	Lang         string                    `json:"lang"`
	Title        string                    `json:"title"`
	Subtitle     string                    `json:"subtitle"`
	Section      string                    `json:"section"`
	Date         string                    `json:"date"`
	Modified     string                    `json:"modified"`
	Byline       []string                  `json:"byline"`
	Contributors []string                  `json:"contributors"`
	Agency       string                    `json:"agency"`
	Dateline     string                    `json:"dateline"`
	Publisher    string                    `json:"publisher"`
	URL          string                    `json:"url"`
	Tags         []string                  `json:"tags,omitempty"` // that a correction gave
	Note         string                    `json:"note,omitempty"` // as tags
	Text         string                    `json:"text"`
	Body         string                    `json:"body"`
	Paragraphs   []paragraphLine           `json:"paragraphs"`
	Furniture    []furnitureLine           `json:"furniture"`
	Evidence     map[string][]evidenceLine `json:"evidence"`
	Warnings     []string                  `json:"warnings"`
}

type paragraphLine struct {
	Start uint32 `json:"start"`
	End   uint32 `json:"end"`
	Role  string `json:"role"`
}

type furnitureLine struct {
	Start uint32 `json:"start"`
	End   uint32 `json:"end"`
	Why   string `json:"why"`
}

type evidenceLine struct {
	Value string `json:"value"`
	Start uint32 `json:"start"`
	End   uint32 `json:"end"`
	Rule  string `json:"rule"`
	Trust string `json:"trust"`
}

// skipLine is how a file or record that was left out is printed.
type skipLine struct {
	Source  string `json:"source"`
	Record  string `json:"record,omitempty"`
	Skipped string `json:"skipped"`
	Why     string `json:"why"`
	Detail  string `json:"detail,omitempty"`
}

func runIngest(ctx context.Context, e *environment, args []string) error {
	paths, err := e.parse(args)
	if err != nil {
		return err
	}
	corpus, imported, err := e.load(ctx, paths)
	if err != nil {
		return err
	}
	for _, entry := range imported.Entries {
		if err := e.printEntry(ctx, corpus, entry); err != nil {
			return err
		}
	}
	return nil
}

func (e *environment) printEntry(ctx context.Context, corpus *coord.Corpus, entry protocol.Entry) error {
	if entry.Skip != protocol.SkipNone {
		return e.out.Encode(skipLine{
			Source: entry.Path, Record: entry.Record, Skipped: entry.Skip.String(),
			Why: entry.Skip.Explanation(), Detail: entry.Detail,
		})
	}
	opened, err := corpus.Document(ctx, entry.ID, protocol.Query{})
	if err != nil {
		return err
	}
	return e.out.Encode(lineOf(&opened.Document))
}

func lineOf(d *protocol.Document) documentLine {
	line := documentLine{
		ID: d.Name, Source: d.Source, Record: d.Record, Format: d.Format, Encoding: d.Encoding,
		Lang: d.Lang, Title: d.Title, Subtitle: d.Subtitle, Section: d.Section, Date: d.Date,
		Modified: d.Modified, Byline: orEmpty(d.Byline), Contributors: orEmpty(d.Contributors), Agency: d.Agency, Dateline: d.Dateline,
		Publisher: d.Outlet, URL: d.URL, Tags: d.Tags, Note: d.Note, Text: d.Text, Body: d.Body(),
		Paragraphs: []paragraphLine{}, Furniture: []furnitureLine{},
		Evidence: map[string][]evidenceLine{}, Warnings: orEmpty(d.Warnings),
	}
	for _, p := range d.Paragraphs {
		line.Paragraphs = append(line.Paragraphs, paragraphLine{p.Start, p.End, p.Role.String()})
		if p.Role == protocol.RoleFurniture {
			line.Furniture = append(line.Furniture, furnitureLine{p.Start, p.End, p.Why})
		}
	}
	for _, f := range d.Facts {
		line.Evidence[f.Field] = append(line.Evidence[f.Field], evidenceLine{f.Value, f.Span.Start, f.Span.End, f.Rule, f.Trust.String()})
	}
	return line
}

// orEmpty keeps lists from being printed as null.
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
