package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateWord begins a line that says when the article was published or changed.
type dateWord struct {
	word     string
	modified bool
}

var dateWords = []dateWord{
	{"first published", false}, {"originally published", false}, {"last updated", true}, {"last modified", true}, {"last edited", true},
	{"published", false}, {"posted", false}, {"updated", true}, {"modified", true}, {"created", false}, {"publication date", false}, {"date published", false}, {"date", false}, {"issued", false}, {"release date", false},
	{"veröffentlicht", false}, {"erstellt", false}, {"aktualisiert", true}, {"stand", true}, {"letzte aktualisierung", true}, {"zuletzt aktualisiert", true}, {"geändert", true},
	{"publié", false}, {"mis à jour", true}, {"modifié", true}, {"publicado", false}, {"actualizado", true}, {"pubblicato", false}, {"aggiornato", true}, {"atualizado", true}, {"gepubliceerd", false},
	{"bijgewerkt", true}, {"geplaatst op", false}, {"pubblicato il", false}, {"ultimo aggiornamento", true}, {"última actualización", true}, {"última atualização", true}, {"fecha:", false}, {"data:", false}, {"datum:", false}, {"publicerad", false}, {"uppdaterad", true}, {"publisert", false}, {"oppdatert", true}, {"offentliggjort", false}, {"opdateret", true},
	{"опубликовано", false}, {"дата публикации", false}, {"обновлено", true}, {"опубліковано", false}, {"оновлено", true}, {"opublikowano", false}, {"data publikacji", false}, {"aktualizacja", true}, {"zaktualizowano", true},
	{"yayın tarihi", false}, {"yayınlanma", false}, {"yayınlanma tarihi", false}, {"giriş tarihi", false}, {"giriş:", false}, {"güncelleme", true}, {"güncelleme tarihi", true}, {"güncellendi", true}, {"son güncelleme", true},
	{"نشر في", false}, {"تاريخ النشر", false}, {"نُشر في", false}, {"آخر تحديث", true}, {"تم التحديث", true},
	{"发布时间", false}, {"发布日期", false}, {"发表于", false}, {"发布于", false}, {"時間：", false}, {"时间：", false}, {"日期：", false}, {"更新时间", true}, {"更新于", true}, {"发稿时间", false},
	{"公開日", false}, {"公開", false}, {"掲載日", false}, {"投稿日", false}, {"配信", false}, {"更新日", true}, {"更新", true}, {"最終更新", true}, {"입력", false}, {"등록", false}, {"기사입력", false}, {"수정", true}, {"최종수정", true}, {"업데이트", true},
}

// dateWordAt is the date word text begins with, case aside.
func dateWordAt(text string) (dateWord, bool) {
	if !datePairs().mayHold(text) {
		return dateWord{}, false
	}
	for _, d := range dateWords {
		if hasPrefixFoldText(text, d.word) && len(text) > len(d.word) {
			if r, _ := utf8.DecodeRuneInString(text[len(d.word):]); !unicode.IsLetter(r) {
				return d, true
			}
		}
	}
	return dateWord{}, false
}

// isDateLine reports a line that is a date with at most a date word, a weekday,
// a zone or a place around it.
func isDateLine(l *line) bool {
	t := l.text
	if l.digits == 0 && !(l.foreign && hasForeignDigit(t)) {
		return false
	}
	st, ok := findDate(t)
	if !ok {
		return false
	}
	if _, ok := dateWordAt(strings.TrimLeft(t, "([*_ ")); ok && st.start < 40 {
		return true
	}
	if l.wide > 0 && int(l.wide) > strings.Count(t[st.start:st.end], "")+maxWideRest {
		return false
	}
	if l.Hints&HintH1 != 0 && namesIssue(l, st) {
		return false
	}
	other := 0
	eachWord(t[:st.start]+" "+t[st.end:], func(w string) {
		if len(w) > 1 || isLetterByte(w[0]) {
			other++
		}
	})
	return other <= 4 && (l.end != endSentence || other <= 1) && st.start <= 32
}

// namesIssue reports a page's first heading that names what the date is of:
// "Morning briefing – 3 July 2025" is a title, "Thursday, 3 July 2025" a date.
func namesIssue(l *line, st stamp) bool {
	rest := l.text[:st.start] + " " + l.text[st.end:]
	words := 0
	eachWord(rest, func(w string) {
		if len(w) > 2 && strings.IndexFunc(w, unicode.IsLetter) >= 0 && weekdayIn(w) < 0 {
			words++
		}
	})
	return words >= 2 || l.wide > 0 && words > 0 && !strings.Contains(rest, "星期")
}

// maxWideRest is how many Chinese signs may stand around the date of a line that
// is one: an outlet's name, "published".
const maxWideRest = 12

// hasForeignDigit reports a digit that is not of ASCII, or a year in signs.
func hasForeignDigit(t string) bool {
	for i := 0; i < len(t); i++ {
		if c := t[i]; c == 0xD9 || c == 0xDB || c == 0xE0 || c == 0xEF {
			if _, n := digitAt(t, i); n > 0 {
				return true
			}
		}
	}
	return strings.Contains(t, "年")
}
