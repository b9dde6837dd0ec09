package extract

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

func TestForeignDatelines(t *testing.T) {
	for _, c := range []struct{ text, city, agency string }{
		{"新华社北京7月3日电 港口当局表示，渡轮已经回来。", "北京", "Xinhua"},
		{"新华社北京2025年7月3日电（记者王某）港口当局表示。", "北京", "Xinhua"},
		{"【ワシントン共同】港の当局は発表した。", "ワシントン", "Kyodo"},
		{"【AFP=時事】港の当局は発表した。", "", "AFP"},
		{"(서울=연합뉴스) 홍길동 기자 = 항구 당국은 밝혔다.", "서울", "Yonhap"},
		{"МОСКВА, 3 июля. /ТАСС/. Паром вернулся.", "Москва", "TASS"},
		{"МОСКВА, 3 июл - РИА Новости. Паром вернулся.", "Москва", "RIA"},
		{"Москва. 3 июля. INTERFAX.RU - Паром вернулся.", "Москва", "Interfax"},
		{"القاهرة 3 يوليو (رويترز) - عادت العبارة.", "القاهرة", "Reuters"},
		{"(ANSA) - ROMA, 03 LUG - Il traghetto è tornato.", "Roma", "ANSA"},
		{"Madrid, 3 jul (EFE).- El transbordador ha vuelto.", "Madrid", "EFE"},
		{"PARIS, 3 juil 2025 (AFP) - Le ferry est de retour.", "Paris", "AFP"},
		{"New Delhi, July 3 (ANI): The ferry is back.", "New Delhi", "ANI"},
		{"Riyadh, July 3 (SPA) -- The ferry is back.", "Riyadh", "SPA"},
	} {
		d, ok := parseDateline(c.text)
		if !ok || d.city != c.city || d.agency != c.agency {
			t.Errorf("%q: got %v %q %q, want %q %q", c.text, ok, d.city, d.agency, c.city, c.agency)
		}
	}
	for _, text := range []string{"(Photo: Reuters) A man walks.", "(see page 3) The ferry is back.", "Москва вернула паром.", "电影票房上涨。", "[Update] The ferry is back.", "(x=1) is solved."} {
		if d, ok := parseDateline(text); ok {
			t.Errorf("%q: got city %q agency %q, want none", text, d.city, d.agency)
		}
	}
}

func TestCreditedAgency(t *testing.T) {
	for text, want := range map[string]string{
		"(dpa)": "dpa", "Quelle: dpa/AFP": "dpa", "avec AFP": "AFP", "Fuente: EFE": "EFE", "(AFP, Reuters)": "AFP", "Source: Xinhua": "Xinhua",
		"(Photo: AFP)": "", "Foto: dpa": "", "(AP Photo)": "", "mittelbar AFP": "", "Marta Olsen": "", "": "",
	} {
		if got := creditedAgency(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestSignedDay(t *testing.T) {
	for _, c := range []struct{ end, date, byline, agency string }{
		{" (Marta Olsen, 19.1.2016)", "2016-01-19", "Marta Olsen", ""},
		{" (APA/dpa, 1.11.2015)", "2015-11-01", "", "APA"},
		{" (Marta Olsen, Jan Lie, APA, 1.11.2015)", "2015-11-01", "Marta Olsen; Jan Lie", "APA"},
		{" (red, 21.6.2015)", "2015-06-21", "", ""},
		{" (dpa)", "", "", "dpa"},
		{" (am Kai der Stadt, 21.6.2015)", "", "", ""},
		{" (Foto: Marta Olsen, 21.6.2015)", "", "", ""},
		{" (ein Fall vom 21.6.2015 an der See)", "", "", ""},
	} {
		d := &protocol.Document{Text: germanProse + "\n\n" + germanProse[:80] + " an Land.\n\n" + germanProse + c.end}
		Extract(d, Input{})
		if got := strings.Join(d.Byline, "; "); d.Date != c.date || got != c.byline || d.Agency != c.agency {
			t.Errorf("%q: got %q %q %q, want %q %q %q", c.end, d.Date, got, d.Agency, c.date, c.byline, c.agency)
		}
	}
}
