package shard

import (
	"context"

	"clippings/wasm/internal/export"
	"clippings/wasm/protocol"
)

// report makes a part of the report of copies.
func (s *Shard) report(ctx context.Context, q protocol.Report) (protocol.Reported, error) {
	b, err := s.reportPart(ctx, &q)
	return protocol.Reported{Bytes: b}, err
}

func (s *Shard) reportPart(ctx context.Context, q *protocol.Report) ([]byte, error) {
	isPage := q.Form == protocol.FormReport
	switch q.Part {
	case protocol.ReportHead:
		if isPage {
			return export.PageHead(q.Counts), nil
		}
		return export.TableHead(q.Form), nil
	case protocol.ReportContents:
		return export.AppendContents(nil, q.Number, q.Summaries, q.Sizes), nil
	case protocol.ReportBody:
		return []byte(export.PageBody), nil
	case protocol.ReportFoot:
		if isPage {
			return []byte(export.PageFoot), nil
		}
		return nil, nil
	}
	compared, err := s.shared(ctx, protocol.Shared{ID: q.Base, Others: q.Words})
	if err != nil {
		return nil, err
	}
	summaries := export.Summaries{}
	for _, summary := range q.Summaries {
		summaries[summary.ID] = summary
	}
	if q.Part == protocol.ReportPairs {
		p := export.Pairs{Pairs: q.Pairs, Comparisons: compared.Comparisons, Summaries: summaries}
		return p.AppendRows(nil), nil
	}
	g := export.Group{
		Number: q.Number, Of: q.Group, Comparisons: compared.Comparisons, Left: q.Left, Summaries: summaries,
	}
	if !isPage {
		return g.AppendRows(nil), nil
	}
	if g.Base, err = s.unpacked(q.Base); err != nil {
		return nil, err
	}
	g.Collation, err = s.collate(ctx, protocol.Collate{Base: q.Base, Others: q.Others})
	return g.AppendSection(nil), err
}
