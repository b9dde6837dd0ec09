package table

import (
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
	{ID, 10, " id uuid docid articleid documentid identifier uid storyid newsid recordid accessionnumber an index rowid unnamed0 hash sha1 sha256 md5 fingerprint ids itemid postid nr no number "},
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
