package speech

import (
	"strings"
	"testing"

	"clippings/wasm/protocol"
)

// documentOf makes a document of running paragraphs, a line each.
func documentOf(lang, text string) *protocol.Document {
	d := &protocol.Document{Meta: protocol.Meta{Lang: lang}, Text: text}
	at := 0
	for line := range strings.Lines(text) {
		if s := strings.TrimRight(line, "\n"); s != "" {
			d.Paragraphs = append(d.Paragraphs, protocol.Paragraph{Span: protocol.Span{Start: uint32(at), End: uint32(at + len(s))}})
		}
		at += len(line)
	}
	return d
}

// told is what was found, a speech a line: speaker (via): part | part.
func told(d *protocol.Document) string {
	var b strings.Builder
	for _, s := range Find(d) {
		b.WriteString(s.Speaker)
		if s.Via != "" {
			b.WriteString(" via " + s.Via)
		}
		if !s.Sure {
			b.WriteByte('?')
		}
		for i, p := range s.Parts {
			b.WriteString([]string{": ", " | "}[min(i, 1)] + p.Of(d.Text))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Ada Marsh runs the harbour.\nAsked about the Leeds-York call, she said that “nobody knows what came of it”.", "Ada Marsh?: nobody knows what came of it\n"},
		// beside
		{"en", "“The bridge will open in May,” said Ada Marsh, the harbour master.", "Ada Marsh: The bridge will open in May,\n"},
		{"en", "“The bridge will open in May,” Ada Marsh said.", "Ada Marsh: The bridge will open in May,\n"},
		{"en", "“The bridge is shut,” Ada Marsh, 45, of Leeds, told reporters.", "Ada Marsh: The bridge is shut,\n"},
		{"en", "“The bridge is shut,” according to Ada Marsh.", "Ada Marsh: The bridge is shut,\n"},
		{"en", "“Why is it shut?” Marsh asked. Ada Marsh runs the harbour.", "Ada Marsh: Why is it shut?\n"},
		{"en", "“We shall wait,” the ministry said in a statement.", "the ministry: We shall wait,\n"},
		{"en", "“We shall wait,” said the minister, Ada Marsh.", "Ada Marsh: We shall wait,\n"},
		{"en", "“We shall wait,” Marsh said, according to Bo Lind. Ada Marsh runs the harbour.", "Ada Marsh via Bo Lind: We shall wait,\n"},
		{"en", "“We,” Ada Marsh said, “shall wait.”", "Ada Marsh: We,\nAda Marsh: shall wait.\n"},
		{"en", "“We shall wait,” Ada Marsh said. “There is no other way.”", "Ada Marsh: We shall wait, | There is no other way.\n"},
		// behind
		{"en", "The town must learn from its “old mistakes” at the bridge, Ada Marsh said.", "Ada Marsh: old mistakes\n"},
		// ahead
		{"en", "Ada Marsh said the bridge was “a lasting shame” for the town.", "Ada Marsh: a lasting shame\n"},
		{"en", "Bo Lind said that Ada Marsh stressed the “old mistakes” of the town.", "Ada Marsh via Bo Lind: old mistakes\n"},
		{"en", "The bridge was called “rotten” by critics.", ""},
		{"en", "Ada Marsh met the council: “There is no other way.”", "Ada Marsh?: There is no other way.\n"},
		// pronouns
		{"en", "Harbour master Ada Marsh met the council on Monday.\n“There is no other way,” she said.", "Ada Marsh?: There is no other way,\n"},
		{"en", "Bo Lind stayed away. Mrs Ada Marsh came. “There is no other way,” he said.", "?: There is no other way,\n"},
		// none
		{"en", "The so-called “experts” of the town came late.", ""},
		{"en", "The film “Harbour of Light” was shown on Monday.", ""},
		// as news is written
		{"en", "Her old claim that the bridge is “a lasting shame” was met with silence.", ""},
		{"en", "Speaking on the show “Harbour Talk,” Ms. Ada Marsh, D-Leeds, said the bridge was “rotten.”", "Ada Marsh: rotten.\n"},
		{"en", "Ada Marsh, the No. 3 of the town, issued a statement saying: “We shall wait.”", "Ada Marsh: We shall wait.\n"},
		{"en", "A day after Ada Marsh insisted “nothing improper” happened, it rained.", "Ada Marsh: nothing improper\n"},
		{"en", "Bridge House, as the ministry is known, called it “rotten.”", "Bridge House: rotten.\n"},
		{"en", "“We shall wait,” a spokesman for the ministry said.", "a spokesman for the ministry: We shall wait,\n"},
		{"en", "Kremlin aide Bo Lind spoke for an hour.\nThe Kremlin aide noted “a frank talk” with her.", "Bo Lind: a frank talk\n"},
		// other languages
		{"de", "„Wir warten auf die Flut“, sagte Hafenmeisterin Ada Marsch am Montag.", "Ada Marsch: Wir warten auf die Flut\n"},
		{"de", "Bundeskanzler Bo Lind kam am Montag. „Wir warten auf die Flut“, sagte er.", "Bo Lind?: Wir warten auf die Flut\n"},
		{"de", "Die Brücke sei „eine Schande“, sagte der Sprecher des Ministeriums.", "der Sprecher des Ministeriums: eine Schande\n"},
		{"de", "Die „Große Koalition“ tagt heute.", ""},
		{"fr", "« Nous attendons la marée », a déclaré Anne Leroy, maire de la ville.", "Anne Leroy: Nous attendons la marée\n"},
		{"fr", "Selon Anne Leroy, le pont est « une honte durable » pour la ville.", "Anne Leroy: une honte durable\n"},
		{"es", "«Esperamos la marea», dijo la alcaldesa Ana Marín el lunes.", "Ana Marín: Esperamos la marea\n"},
		{"it", "«Aspettiamo la marea», ha detto il sindaco Ada Marini.", "Ada Marini: Aspettiamo la marea\n"},
		{"pt", "“Vamos esperar a maré”, disse o prefeito João Marinho.", "João Marinho: Vamos esperar a maré\n"},
		{"nl", "“We wachten op het tij”, zei burgemeester Ada van der Marsch.", "Ada van der Marsch: We wachten op het tij\n"},
		{"ru", "«Мы ждем прилива», — сказал Иван Петров.", "Иван Петров: Мы ждем прилива\n"},
		{"ru", "Президент Иван Петров приехал в город. «Мы ждем прилива», — сказал он.", "Иван Петров?: Мы ждем прилива\n"},
		{"uk", "«Ми чекаємо на приплив», — заявив міністр Іван Петренко.", "Іван Петренко: Ми чекаємо на приплив\n"},
		// over paragraphs
		{"en", "“We shall wait,” Ada Marsh said. “There is one more thing.\n“It is the tide.”", "Ada Marsh: We shall wait, | There is one more thing. | It is the tide.\n"},
	} {
		if got := told(documentOf(c.lang, c.text)); got != c.want {
			t.Errorf("%s\n got %swant %s", c.text, got, c.want)
		}
	}
}
