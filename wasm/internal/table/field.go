package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// sureName is the score from which a name alone is enough.
const sureName = 7

// fieldNames are the names that exports give their columns, in the languages of
// the newsrooms, folded as foldName does, with how far they can be trusted.
// Names were collected from NewsAPI, GDELT, Guardian, NYT, Event Registry,
// Media Cloud, Nexis, Factiva, ProQuest, WordPress, news-please, newspaper3k,
// trafilatura, webhose and the data sets of the field.
var fieldNames = [...]struct {
	field string
	score int
	names string
}{
	{Body, 10, " body text content articlebody articletext maintext fulltext bodytext contenttext storytext newstext articlecontent newscontent storybody maincontent cleantext textcontent documenttext plaintext td volltext artikeltext inhalt contenu texte texto cuerpo contenido contenuto testo conteudo conteúdo corpo tekst treść текст содержание 正文 内容 全文 本文 본문 내용 النص المحتوى contentplain bodyplain contentencoded "},
	{Body, 8, " contenthtml bodyhtml articlehtml htmlcontent article story post document message transcript rawtext fullarticle pagetext passage artikel beitrag news newsbody 新闻内容 "},
	{Body, 5, " html doc page rawhtml lp "},
	{Body, 3, " description summary abstract snippet excerpt lead "},
	{Title, 10, " title headline hl hd titre titel überschrift titulo título titular titolo заголовок название 标题 題名 タイトル 見出し 제목 العنوان عنوان webtitle articletitle newstitle storytitle pagetitle tytuł başlık rubrik "},
	{Title, 6, " heading subject ogtitle seotitle documenttitle betreff posttitle name articlename headlines "},
	{Subtitle, 10, " subtitle subheadline standfirst deck dek subhead trailtext teaser lede chapeau untertitel vorspann entradilla sommario occhiello ingress подзаголовок 副标题 leadparagraph "},
	{Subtitle, 7, " description summary abstract excerpt snippet lead zusammenfassung résumé resume resumen riassunto аннотация 摘要 概要 요약 ملخص metadescription ogdescription highlights beschreibung anreißer lp "},
	{Date, 10, " date published publisheddate publishdate publicationdate pubdate publishedat publishedon publishedtime datepublished datepublish firstpublished firstpublicationdate webpublicationdate releasedate pd datum veröffentlicht veröffentlichungsdatum erscheinungsdatum datepublication datedepublication fecha fechapublicacion fechadepublicación data datapublicação datadipubblicazione дата датапубликации 日期 发布时间 发布日期 날짜 日付 公開日 التاريخ تاريخ datetimepub datowany articlepublishedtime tarih "},
	{Date, 7, " datetime timestamp time created createdat createddate createdutc postdate posted posteddate postedat publishtime publishtimestamp pubtime issued issuedate dt displaydate dategmt storydate articledate newsdate loaddate 时间 "},
	{Modified, 10, " modified updated lastmodified updatedat datemodified datemodify modifieddate lastupdated dateupdated updateddate modifiedat modifiedgmt geändert aktualisiert modifié modificado aggiornato изменено 更新时间 modifiedtime articlemodifiedtime lastupdate "},
	{Byline, 10, " author authors byline bylines writer writers creator creators reporter journalist authorname authornames auteur auteurs autor autores autoren autorin verfasser autore autori redacteur автор авторы 作者 记者 著者 기자 작성자 الكاتب المؤلف dccreator columnist by bylineoriginal forfatter författare yazar "},
	{Contributors, 10, " contributor contributors contributingauthors additionalreporting "},
	{Agency, 10, " agency newsagency wire wireservice agence agentur nachrichtenagentur agencia agenzia агентство 通讯社 "},
	{Outlet, 10, " outlet publisher publication newspaper sitename sourcename medianame mediaoutlet sn pubtitle publicationtitle publicationname publishername newssource paper zeitung quelle periodico periódico giornale testata jornal veículo veiculo издание 媒体 언론사 newspapername publicationsource newsoutlet ogsitename "},
	{Outlet, 9, " source fuente fonte источник 来源 المصدر 出典 medio media medium provider journal brand "},
	{Outlet, 6, " domain site website hostname host sourcedomain threadsite cleanurl sourcehostname siteurl network feed feedname feedtitle sourceurl sourceuri "},
	{URL, 10, " url link permalink weburl articleurl storyurl newsurl pageurl documenturl href canonical canonicallink canonicalurl webaddress lien enlace ссылка 链接 网址 الرابط threadurl urls articlelink "},
	{URL, 6, " uri guid shorturl originalurl urlused loc documenturi sourceurl requestedurl "},
	{Lang, 10, " lang language langue sprache idioma lingua taal язык 语言 언어 اللغة la languagecode langcode inlanguage locale languages "},
	{Section, 10, " section sectionname category categories rubrik ressort rubrique sección seccion sezione desk newsdesk topic topics kategorie kategorien categoría categoria catégorie рубрика раздел 分类 栏目 카테고리 القسم articlesection sections columnname categoryname "},
	{Section, 6, " channel theme genre pillarname subsection subsectionname "},
	{Key, 10, " id uuid docid articleid documentid identifier uid storyid newsid recordid accessionnumber an index rowid unnamed0 hash sha1 sha256 md5 fingerprint ids itemid postid nr no number "},
}

// crawlNames are dates on which a program came by, which say nothing of the article.
const crawlNames = " dateextracted datedownload crawled crawldate crawledat fetched fetchedat fetchtime fetchdate accessed accessdate retrieved retrievedat retrievaldate scraped scrapedat scrapedate scrapingdate downloaddate downloadedat indexed indexeddate seendate added addedat importdate filedate warcdate inserted insertedat collected collectiondate collectdate storiesdate "

// besideNames hold things that are not the article: what is inside them is not its.
const besideNames = " image images media video videos thumbnail photo photos gallery multimedia logo picture pictures comment comments related relatedarticles user users embed embeds enclosure enclosures tags keywords entities concepts links avatar movies captions socialimage share shares reactions tweets quotes sentences embedding "

// insideNames say no more than what stands around them.
const insideNames = " name main rendered text value content full original label html plain default title displayname fullname en de fr es "

// containerNames wrap an article whole.
const containerNames = " fields data attributes properties meta metadata metadata article doc document item post node record payload hit "

// foldName is a name in lower case with letters and digits alone.
func foldName(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func isIn(list, name string) bool {
	return name != "" && strings.Contains(list, " "+name+" ")
}

// exactScore is how far a folded name is that of a field, from 0 to 10.
func exactScore(name, field string) int {
	for _, f := range fieldNames {
		if f.field == field && isIn(f.names, name) {
			return f.score
		}
	}
	return 0
}

// isKnownName reports a name that is surely that of some field.
func isKnownName(s string) bool {
	name := foldName(s)
	for _, f := range fieldNames {
		if f.score >= sureName && isIn(f.names, name) {
			return true
		}
	}
	return isIn(crawlNames, name)
}

// nameScore is how far a column's name, which may be a path, is that of a
// field. "author.name" is as good as "author", "fields.headline" as "headline";
// "image.title" is nothing.
func nameScore(name, field string) int {
	parts := strings.Split(name, ".")
	last := foldName(parts[len(parts)-1])
	if len(parts) == 1 {
		return exactScore(last, field)
	}
	best := exactScore(foldName(name), field)
	parent := foldName(parts[len(parts)-2])
	if isIn(insideNames, last) && !isIn(besideNames, parent) {
		best = max(best, exactScore(parent, field)-1)
	}
	wrapped := true
	for _, p := range parts[:len(parts)-1] {
		f := foldName(p)
		if isIn(besideNames, f) {
			return 0
		}
		wrapped = wrapped && (p == "_source" || isIn(containerNames, f))
	}
	if wrapped {
		best = max(best, exactScore(last, field)-len(parts)+1)
	}
	return best
}

// bodyFirst puts the choice of the text before all others: a first paragraph is
// the text where nothing longer stands, whatever else its name says.
const bodyFirst = 1000

// suit is a column's claim to a field.
type suit struct {
	column int
	field  string
	score  int
	why    string
}

// columns maps what was surveyed: the strongest claim first, one column to a
// field. Without names only the values speak.
func (s *survey) columns(names bool) []Column {
	out := make([]Column, len(s.names))
	var suits []suit
	for i, name := range s.names {
		out[i].Name = name
		suits = s.claims(suits, i, names)
		switch st := &s.stats[i]; {
		case st.dayFirst > 0 && st.monthFirst == 0:
			out[i].Order = DayFirst
		case st.monthFirst > 0 && st.dayFirst == 0:
			out[i].Order = MonthFirst
		}
		if isIn(crawlNames, foldName(name)) {
			out[i].Why = "the day it was collected, not published"
		}
	}
	slices.SortStableFunc(suits, func(a, b suit) int { return cmp.Compare(b.score, a.score) })
	taken := map[string]bool{}
	for _, u := range suits {
		if !taken[u.field] && out[u.column].Field == Ignored {
			taken[u.field] = true
			out[u.column].Field, out[u.column].Why = u.field, u.why
		}
	}
	return out
}

// claims adds every field that column i could be.
func (s *survey) claims(suits []suit, i int, names bool) []suit {
	st := &s.stats[i]
	for _, field := range Fields() {
		if field == Ignored {
			continue
		}
		named := 0
		if names {
			named = nameScore(s.names[i], field)
		}
		value, why := st.value(field, names && !strings.HasPrefix(s.names[i], "column "))
		if field == Outlet && named < sureName && !st.most(st.hosts, 70) {
			named = 0 // "domain" is an address, or some other domain
		}
		if isIn(crawlNames, foldName(s.names[i])) && named == 0 || !st.allows(field) || named == 0 && value == 0 || named == 0 && hasBeside(s.names[i]) {
			continue
		}
		if named > 0 {
			if why != "" {
				why = ", " + why
			}
			why = "its name" + why
		}
		score := named*10 + value - strings.Count(s.names[i], ".")
		if field == Body {
			score += bodyFirst
		}
		if st.filled == 0 {
			score -= 30
			why = "its name; no value among the first records"
		}
		suits = append(suits, suit{i, field, score, why})
	}
	return suits
}

func hasBeside(name string) bool {
	for p := range strings.SplitSeq(name, ".") {
		if isIn(besideNames, foldName(p)) {
			return true
		}
	}
	return false
}

// allows reports that the values do not speak against a field.
func (s *stats) allows(field string) bool {
	n := s.average()
	if s.filled == 0 {
		return true
	}
	switch field {
	case Body:
		return s.most(s.prose, 30) && !s.most(s.urls, 50)
	case Title:
		return n >= 2 && n <= 300 && !s.most(s.numbers, 50) && !s.most(s.urls, 50) && !s.most(s.dates, 80)
	case Subtitle:
		return n >= 10 && !s.most(s.numbers, 50) && !s.most(s.urls, 50)
	case Date, Modified:
		return s.most(s.dates, 50)
	case Byline, Contributors, Agency, Section:
		return n <= 160 && !s.most(s.urls, 30) && !s.most(s.numbers, 50)
	case Outlet:
		return n <= 100 && !s.most(s.numbers, 50)
	case URL:
		return s.most(s.urls, 50)
	case Lang:
		return s.most(s.langs, 70)
	}
	return n <= 160
}

// value is what the values alone are worth to a field, and why.
func (s *stats) value(field string, named bool) (int, string) {
	n := s.average()
	switch field {
	case Body:
		switch {
		case !s.most(s.prose, 50) || n < 80:
			return 0, ""
		case n < 200:
			return 15, "running text"
		}
		return min(60, 40+n/100), "running text of " + strconv.Itoa(n) + " bytes on average"
	case Date:
		if s.most(s.dates, 80) {
			return 30, "dates"
		}
	case URL:
		if s.most(s.urls, 80) {
			return 30, "web addresses"
		}
	case Lang:
		if !named && s.most(s.langs, 90) {
			return 30, "codes of languages"
		}
	case Title:
		if !named && n >= 15 && n <= 200 && len(s.distinct)*10 >= s.filled*8 && !s.most(s.dates, 30) && !s.most(s.urls, 10) && s.bytes > 0 {
			return 20, "short texts that differ"
		}
	}
	return 0, ""
}
