package format

import (
	"strings"
	"testing"

	"clippings/wasm/internal/extract"
	"clippings/wasm/protocol"
)

// extracted is the document of a page.
func extracted(t *testing.T, page htmlPage) *protocol.Document {
	t.Helper()
	d := &protocol.Document{Text: page.text, Format: "html"}
	if err := extract.Extract(d, page.input); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestMeta holds what is read from the markup of a page's head and microdata.
func TestMeta(t *testing.T) {
	const prose = "<p>The ferry that sank in the storm of last winter is back at the quay in the town, as the office of the harbour has said.</p>"
	for _, c := range []struct{ name, markup, want string }{
		{"open graph", `<meta property="og:title" content="Ferry Back - Gazette"><meta property="og:site_name" content="Gazette"><meta property="article:published_time" content="2025-07-03T10:49:00Z"><meta property="article:author" content="Marta Olsen">`, "Ferry Back|2025-07-03T10:49|Marta Olsen|Gazette"},
		{"dublin core", `<meta name="DC.title" content="Ferry Back"><meta property="dc:creator x:creator" content="Marta Olsen"><meta name="DC.date.issued" content="3 juillet 2025">`, "Ferry Back|2025-07-03|Marta Olsen|"},
		{"parse.ly", `<meta name="parsely-page" content='{"title":"Ferry Back","pub_date":"2025-07-03T10:49:00Z","author":["Marta Olsen","Jan Lie"]}'>`, "Ferry Back|2025-07-03T10:49|Marta Olsen; Jan Lie|"},
		{"sailthru", `<meta name="sailthru.title" content="Ferry Back"><meta name="sailthru.date" content="2025-07-03"><meta name="sailthru.author" content="Marta Olsen">`, "Ferry Back|2025-07-03|Marta Olsen|"},
		{"microdata", `<div itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="headline" content="Ferry Back"></span><span itemprop="datePublished" content="2025-07-03">yesterday</span><span itemprop="author" content="Marta Olsen"></span></div>`, "Ferry Back|2025-07-03|Marta Olsen|"},
		{"json-ld, author by @id", `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry Back","datePublished":"2025-07-03","author":{"@id":"#p1"},"publisher":{"name":"Gazette"}},{"@type":"Person","@id":"#p1","name":"Marta Olsen"}]}</script>`, "Ferry Back|2025-07-03|Marta Olsen|Gazette"},
		{"json-ld, a description as headline", `<title>Ferry - Encyclopedia</title><script type="application/ld+json">{"@type":"Article","name":"Ferry","headline":"boat that carries people"}</script>`, "Ferry|||"},
		{"json-ld, list of authors", `<script type="application/ld+json">[{"@type":"ReportageNewsArticle","headline":"Ferry Back","author":[{"name":"Marta Olsen"},"Jan Lie"]}]</script>`, "Ferry Back||Marta Olsen; Jan Lie|"},
		{"host and section", `<title>gazette.com - Local - Ferry back at the quay</title>`, "Ferry back at the quay|||"},
		{"note and day", `<title>Ferry back at the quay (from Harbour Gazette)</title>`, "Ferry back at the quay|||"},
		{"order of day and month by language", `<meta name="date" content="03/07/2025">`, "|2025-07-03||"},
		{"no date", `<meta name="date" content="soon">`, "|||"},
		{"canonical", `<link rel="canonical" href="https://gazette.example/2025/07/03/ferry">`, "|2025-07-03||"},
	} {
		page, err := parseHTML("<html><head>"+c.markup+"</head><body>"+prose+prose+"</body></html>", func() error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		d := extracted(t, page)
		if got := strings.Join([]string{d.Title, d.Date, strings.Join(d.Byline, "; "), d.Outlet}, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q; facts %v", c.name, got, c.want, d.Facts)
		}
		for _, f := range d.Facts {
			if f.Field == "title" && f.Rule != "title element" && f.Trust != protocol.TrustCertain {
				t.Errorf("%s: title by %q is %v", c.name, f.Rule, f.Trust)
			}
		}
	}
}
