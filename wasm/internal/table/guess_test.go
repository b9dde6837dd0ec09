package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// prose is a text of about n bytes that reads like an article.
func prose(n int) string {
	const s = "The council met on Tuesday to talk about the bridge, which has been closed since the flood; nobody spoke for long. "
	return strings.Repeat(s, n/len(s)+1)[:max(n, len(s))]
}

// mapped lists the fields that were given away, sorted.
func mapped(l Layout) string {
	var out []string
	for _, c := range l.Columns {
		if c.Field != Ignored && c.Field != ID {
			out = append(out, c.Field+"="+c.Name)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestGuessTree(t *testing.T) {
	text, summary := prose(900), prose(100)
	many := func(format string, n int) string {
		var all []string
		for i := range n {
			all = append(all, fmt.Sprintf(strings.ReplaceAll(format, "#", "%[1]d"), i))
		}
		return strings.Join(all, ",\n")
	}
	for _, c := range []struct{ name, data, kind, path, want string }{
		{"NewsAPI", `{"status":"ok","totalResults":2,"articles":[` + many(`{"source":{"id":"the-daily","name":"The Daily"},"author":"Ann Lee","title":"Title #","description":"`+summary+`","url":"https://a.example/#","urlToImage":"https://a.example/#.jpg","publishedAt":"2025-07-03T10:49:00Z","content":"`+text[:200]+`… [+1234 chars]"}`, 2) + `]}`,
			"json", "articles", "body=content byline=author date=publishedAt outlet=source.name subtitle=description title=title url=url"},
		{"NYT", `{"status":"OK","response":{"docs":[` + many(`{"web_url":"https://n.example/#","snippet":"s","lead_paragraph":"`+text+`","abstract":"`+summary+`","source":"The Paper","multimedia":[{"url":"i/#.jpg","caption":"A bridge"}],"headline":{"main":"Title #","kicker":"k","print_headline":null},"keywords":[{"name":"subject","value":"Bridges"}],"pub_date":"2025-07-03T10:49:00+0000","section_name":"World","byline":{"original":"By Ann Lee","person":[]},"_id":"nyt://#","word_count":900}`, 3) + `],"meta":{"hits":3}}}`,
			"json", "response.docs", "body=lead_paragraph byline=byline.original date=pub_date outlet=source section=section_name subtitle=abstract title=headline.main url=web_url"},
		{"Guardian", `{"response":{"status":"ok","results":[` + many(`{"id":"world/#","type":"article","sectionId":"world","sectionName":"World","webPublicationDate":"2025-07-03T10:49:00Z","webTitle":"Title #","webUrl":"https://g.example/#","apiUrl":"https://api.example/#","fields":{"headline":"Title #","trailText":"`+summary+`","byline":"Ann Lee","bodyText":"`+text+`"}}`, 2) + `]}}`,
			"json", "response.results", "body=fields.bodyText byline=fields.byline date=webPublicationDate section=sectionName subtitle=fields.trailText title=webTitle url=webUrl"},
		{"WordPress", `[` + many(`{"id":#,"date":"2025-07-03T10:49:00","date_gmt":"2025-07-03T08:49:00","guid":{"rendered":"https://w.example/?p=#"},"modified":"2025-07-04T00:00:00","slug":"t-#","link":"https://w.example/t-#","title":{"rendered":"Title #"},"content":{"rendered":"<p>`+text+`</p>","protected":false},"excerpt":{"rendered":"<p>`+summary+`</p>"},"author":7,"categories":[3,4]}`, 2) + `]`,
			"json", "", "body=content.rendered date=date modified=modified subtitle=excerpt.rendered title=title.rendered url=link"},
		{"Elasticsearch", `{"took":3,"hits":{"total":2,"hits":[` + many(`{"_index":"n","_id":"#","_score":1.0,"_source":{"headline":"Title #","body":"`+text+`","published":"2025-07-03"}}`, 2) + `]}}`,
			"json", "hits.hits", "body=_source.body date=_source.published title=_source.headline"},
		{"news-please", many(`{"authors":["Ann Lee"],"date_download":"2025-07-05 10:00:00","date_modify":null,"date_publish":"2025-07-03 10:49:00","description":"`+summary+`","filename":"f#.json","image_url":"https://i.example/#.jpg","language":"en","localpath":null,"maintext":"`+text+`","source_domain":"a.example","title":"Title #","url":"https://a.example/#"}`, 1),
			"json", "", "body=maintext byline=authors date=date_publish lang=language modified=date_modify outlet=source_domain subtitle=description title=title url=url"},
		{"lines", strings.ReplaceAll(many(`{"id":#,"headline":"Title #","text":"`+text+`","pub":"x"}`, 3), ",\n", "\n"), "jsonl", "", "body=text title=headline"},
		{"lines of pages", `{"articles":[{"title":"Title 1","text":"` + text + `"}]}` + "\n" + `{"articles":[{"title":"Title 2","text":"` + text + `"}]}`, "json", "articles", "body=text title=title"},
		{"by number", `{` + many(`"a#":{"title":"Title #","text":"`+text+`"}`, 3) + `}`, "json", "*", "body=text title=title"},
		{"one object", "{\n \"titel\": \"Die Brücke\",\n \"datum\": \"3. Juli 2025\",\n \"inhalt\": \"" + text + "\"\n}", "json", "", "body=inhalt date=datum title=titel"},
		{"paragraphs", `{"title":"T one","date":"2025-07-03","paragraphs":[{"kind":"p","text":"` + text + `"},{"kind":"p","text":"` + text + `"}]}`, "json", "", "body=paragraphs.text date=date title=title"},
		{"unknown names", `[` + many(`{"a":"`+text+`","b":"https://a.example/#","c":"2025-07-03"}`, 3) + `]`, "json", "", "body=a date=c url=b"},
		{"Chinese", `[` + many(`{"标题":"标题#的文字","正文":"`+strings.Repeat("市议会星期二开会讨论了这座桥，", 30)+`","发布时间":"2025年7月3日 10:49","来源":"日报","作者":"李安"}`, 3) + `]`, "json", "", "body=正文 byline=作者 date=发布时间 outlet=来源 title=标题"},
		{"cut short", `{"articles":[{"title":"Title","text":"` + text, "json", "articles", "body=text title=title"},
		{"empty text", `{"url":"https://a.example/","title":"Gone away","publish_date":null,"text":""}`, "json", "", "body=text date=publish_date title=title url=url"},
	} {
		l, ok := Guess([]byte(c.data), "x.json")
		if !ok || l.Kind.String() != c.kind || l.Path != c.path || mapped(l) != c.want {
			t.Errorf("%s: %v %s %q\n got %s\nwant %s\n%s", c.name, ok, l.Kind, l.Path, mapped(l), c.want, l.Why)
		}
	}
}

func TestGuessRows(t *testing.T) {
	text := prose(700)
	quoted := `"` + text + ", she \"\"said\"\"\n\nAnd more.\""
	for _, c := range []struct{ name, file, data, dialect, want string }{
		{"commas", "x.csv", "id,headline,pub_date,article_text\n1,\"One, two\",2025-07-03," + quoted + "\n2,Three,2025-07-04," + quoted + "\n", `,"h`, "body=article_text date=pub_date title=headline"},
		{"semicolons and single marks", "x.csv", "Label;Text\nWirtschaft;'" + text + "; it''s'\nSport;'" + text + "; so'\n", ";'h", "body=Text"},
		{"single marks, no header", "x.csv", "Wirtschaft;'" + text + "; it''s'\nSport;'" + text + "; so'\nSport;'" + text + "'\n", ";'", "body=column 2"},
		{"tabs", "x.tsv", "Title\tDate\tText\nOne\t03/07/2025\t" + text + "\nTwo\t13/07/2025\t\"" + text + "\n", "\t\"h", "body=Text date=Date title=Title"},
		{"no header", "x.csv", "https://a.example/1,2025-07-03,The bridge is shut," + quoted + "\nhttps://a.example/2,2025-07-04,The bridge opens," + quoted + "\n", `,"`, "body=column 4 date=column 2 title=column 3 url=column 1"},
		{"French", "x.csv", "Titre;Auteur;Date de publication;Texte\nUn;Ann Lee;3 juillet 2025;\"" + text + "\"\nDeux;Bo Ray;4 juillet 2025;\"" + text + "\"\n", `;"h`, "body=Texte byline=Auteur date=Date de publication title=Titre"},
		{"spreadsheet", "x.csv", "sep=;\r\nTitle;Text;;\r\nOne;" + text + ";;\r\nTwo;" + text + ";;\r\n;;;\r\n", `;"h`, "body=Text title=Title"},
		{"one column", "x.csv", "text\n" + quoted + "\n" + quoted + "\n", `,"h`, "body=text"},
		{"Title and description", "x.csv", "Class Index,Title,Description\n" + strings.Repeat("3,The bridge is shut,\""+text[:230]+"\"\n", 5), `,"h`, "body=Description title=Title"},
	} {
		l, ok := Guess([]byte(c.data), c.file)
		dialect := string([]byte{l.Delimiter, l.Quote})
		if l.Header {
			dialect += "h"
		}
		if !ok || dialect != c.dialect || mapped(l) != c.want {
			t.Errorf("%s: %v %q want %q\n got %s\nwant %s\n%s", c.name, ok, dialect, c.dialect, mapped(l), c.want, l.Why)
		}
	}
}

func TestGuessNot(t *testing.T) {
	for _, c := range []struct{ name, data string }{
		{"package.json", `{"name":"bridge","version":"1.0.0","description":"A small library that does a number of things to bridges and other things that stand over the water","homepage":"https://a.example","dependencies":{"x":"1"}}`},
		{"map.geojson", `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A","description":"` + prose(900) + `"}}]}`},
		{"numbers.csv", "a,b,c\n1,2,3\n4,5,6\n"},
		{"pairs.tsv", "id1\tid2\tjaccard\na1\ta2\t0.5\na3\ta4\t0.25\n"},
		{"letter.txt", prose(3000) + "\n\n" + prose(2000)},
		{"list.json", `[1,2,3]`},
		{"empty.json", ` `},
		{"broken.json", `{"`},
		{"code.txt", "func main() {\n\tx := 1\n\ty := 2\n}\n"},
	} {
		if l, ok := Guess([]byte(c.data), c.name); ok || l.Why == "" {
			t.Errorf("%s: %v, %q %s", c.name, ok, l.Why, mapped(l))
		}
	}
}

// TestGuessOrder holds that one telling date decides for its column.
func TestGuessOrder(t *testing.T) {
	data := "title,date,text\nOne,03/07/2025," + prose(300) + "\n"
	if l, _ := Guess([]byte(data), "x.csv"); l.Columns[1].Order != OrderUnknown {
		t.Errorf("order %d of an open date", l.Columns[1].Order)
	}
	if l, _ := Guess([]byte(data+"Two,07/13/2025,"+prose(300)+"\n"), "x.csv"); l.Columns[1].Order != MonthFirst {
		t.Errorf("order %d, want the month first", l.Columns[1].Order)
	}
	l, _ := Guess([]byte(data+"Two,13/07/2025,"+prose(300)+"\n"), "x.csv")
	got := outcomes(t, strings.NewReader(data), l, Limits{}, never)
	if len(got) != 1 || !strings.Contains(got[0], `date="2025-07-03"`) {
		t.Errorf("got %q", got)
	}
}

func TestPreview(t *testing.T) {
	l := Layout{Kind: JSON, Path: "a", Columns: articleColumns("text=body", "n", "source.name=outlet")}
	data := `{"a":[{"text":"` + strings.Repeat("é", 300) + `","n":5},{"text":"b","source":{"name":"Daily"}},{"text`
	got := Preview([]byte(data), l, 5)
	if len(got) != 2 || got[0][0] != strings.Repeat("é", 100) || got[0][1] != "5" || got[1][2] != "Daily" {
		t.Errorf("got %q", got)
	}
}
