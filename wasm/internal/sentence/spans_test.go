package sentence

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// In each case the sentences are set apart by " | ".
var cases = []struct{ lang, text string }{
	// English: initials, titles, abbreviations, acronyms
	{"en", `Mr. J. F. Marsh met Gen. Ode at 5 p.m. on Monday. | He left at 6 p.m. | The talks go on.`},
	{"en", `The U.S. Senate voted. | It was in the U.S. | But Rep. Hall (R-Calif.) was absent.`},
	{"en", `It sold No. 5 to Acme Inc. for $3.5 million. | Acme Inc. | The firm rose 2.4%. | Shares fell Oct. 3 in St. Louis.`},
	{"en", `He said no. | Marsh sat. | Then it rained … | Nobody knew... but it was so.`},
	{"en", `See example.com for more. | Version 2.0 is out! | Is it? | Yes.`},
	// English: quotations
	{"en", `“We won.” | “Did we?” she asked. | “Go!” | He went.`},
	{"en", `"Why now?" President Anna Marsh asked. | "Because," he said. | "It is time."`},
	{"en", `An a. | A s. | By m. Mm. | M.`},
	{"en", `(This was denied.) | Others agreed [they said].`},
	{"en", `1. Wash it. | 2. Dry it.`},
	{"en", `First line | ` + "\n\n" + `Second line`},
	// German
	{"de", `Am 3. Juli kam Dr. Weber z. B. nach Bonn. | Es waren 12. | Die Firma (u.a. Meier) zahlte 3 Mio. Euro.`},
	{"de", `„Nein!“, sagte er. | „Wir gehen.“ | Dann ging er bzw. sie.`},
	// French
	{"fr", `M. Le Goff est parti. | « Je reste. » | Il a dit : « Pourquoi ? » et souri.`},
	// Russian
	{"ru", `В 2022 г. Иванов и А. С. Петров уехали. | Это стоило 5 млн. руб. | В Москве ждали.`},
	// Spanish
	{"es", `El Sr. López habló. | ¿Por qué? | ¡Nadie sabe! | EE.UU. calló.`},
	// without spaces
	{"zh", `他说了。|“我走了！”|我们等着。`},
	{"ja", `「行く。」と述べた。|雨だ。|寒い！`},
	{"ko", `그는 떠났다. | 비가 왔다.`},
	{"hi", `वह गया। | बारिश हुई।`},
	{"ar", `هل ذهب؟ | نعم ذهب.`},
	// nothing to tell of
	{"", ``}, {"", `…`}, {"", `  a  `}, {"", "... *** ..."},
}

func TestSpans(t *testing.T) {
	for _, c := range cases {
		want := strings.Split(c.text, "|")
		text := strings.ReplaceAll(strings.ReplaceAll(c.text, " | ", " "), "|", "")
		var got []string
		for _, s := range Spans(nil, text, protocol.Span{End: uint32(len(text))}, c.lang) {
			got = append(got, s.Of(text))
		}
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		if g, w := strings.Join(got, " | "), strings.Join(want, " | "); g != w && len(got)+len(want) > 1 {
			t.Errorf("%s\n got %s\nwant %s", c.lang, g, w)
		}
	}
}
