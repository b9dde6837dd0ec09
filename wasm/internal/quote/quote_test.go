package quote

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"clippings/wasm/protocol"
)

// split makes every line of text that is not empty a running paragraph.
func split(text string) []protocol.Paragraph {
	var paragraphs []protocol.Paragraph
	at := 0
	for line := range strings.Lines(text) {
		body := strings.TrimSuffix(line, "\n")
		if strings.TrimSpace(body) != "" {
			paragraphs = append(paragraphs, protocol.Paragraph{Span: protocol.Span{Start: uint32(at), End: uint32(at + len(body))}})
		}
		at += len(line)
	}
	return paragraphs
}

// quotes is what Spans finds in the lines of text.
func quotes(text string) []string {
	var found []string
	for _, s := range Spans(nil, text, split(text)) {
		found = append(found, s.Of(text))
	}
	return found
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // the quotations, joined by |
	}{
		// Double marks.
		{`“We lost the key,” the mayor said. “Try again.”`, `We lost the key,|Try again.`},
		{`"We lost the key," the mayor said. "Try again."`, `We lost the key,|Try again.`},
		{`A “frank” talk, she said, and a "short" one.`, `frank|short`},
		{"`` We lost the key , '' the mayor said .", `We lost the key ,`},
		{"``24'' comes back, and 'N Sync", `24`},
		{`''We lost the key,'' he said.`, `We lost the key,`},
		{`‘‘We lost the key,’’ he said.`, `We lost the key,`},
		{`" We lost it " was the answer`, `We lost it`},
		{`he said:"We lost it".`, `We lost it`},
		{`(“We lost it”)—“again”—“and again”`, `We lost it|again|and again`},
		{`"...and then it rained."`, `...and then it rained.`},
		{`“We lost the key," he said, "all of us.”`, `We lost the key,|all of us.`},
		// Single marks.
		{`‘We lost the key,’ the mayor said. ‘Try again.’`, `We lost the key,|Try again.`},
		{`'We lost the key,' the mayor said. 'Try again.'`, `We lost the key,|Try again.`},
		{`‘I don’t know,’ she said. ‘It’s Ann’s.’`, `I don’t know,|It’s Ann’s.`},
		{`'I don't know,' she said. 'It's Ann's.'`, `I don't know,|It's Ann's.`},
		{`‘The workers’ union will fight,’ he said.`, `The workers’ union will fight,`},
		{`The ‘experts’ said that the ‘plan’ was dead.`, `experts|plan`},
		{`The 'experts' said that the 'plan' was dead.`, `experts|plan`},
		{`The ‘experts’ said so.`, `experts`},
		{`‘He called it “a farce” twice,’ she said.`, `He called it “a farce” twice,`},
		{`'He called it "a farce" twice,' she said.`, `He called it "a farce" twice,`},
		// Apostrophes.
		{`The workers’ union of the ’90s don’t like rock ’n’ roll, the dancers’ choice.`, ``},
		{`The workers' union of the '90s don't like rock 'n' roll, the dancers' choice.`, ``},
		{`The ‘90s were rock ‘n’ roll; let ‘em talk, o’ course.`, ``},
		{`'Tis the season, and 'twas ever so, y'all.`, ``},
		{`He was just talkin' and walkin' o' course.`, ``},
		// Numbers.
		{`He is 6'2" tall and fits a 5" pipe of 3' length.`, ``},
		{`“He is 6'2" tall,” she said.`, `He is 6'2" tall,`},
		{`"He is 6'2" tall," she said.`, `He is 6'2" tall,`},
		{`"It is a 5" pipe," she said.`, `It is a 5" pipe,`},
		{`It was "due in 2024" and "dead in 2025," he said.`, `due in 2024|dead in 2025,`},
		{`They had 5 " of rain.`, ``},
		// Nested.
		{`“He said ‘go’ and ‘stay’,” she said.`, `He said ‘go’ and ‘stay’,`},
		{`« Il a dit « non » hier », dit-elle.`, `Il a dit « non » hier`},
		{`「彼は『行く』と言った」と話した。`, `彼は『行く』と言った`},
		{`"He told me "go" and left," she said.`, `He told me "go`},
		// Other countries.
		{`« Nous partons », dit-il. «Oui.»`, `Nous partons|Oui.`},
		{`»Wir gehen«, sagte er. »Ja.«`, `Wir gehen|Ja.`},
		{`»Me lähdemme», hän sanoi.`, `Me lähdemme`},
		{`„Wir gehen“, sagte er. „Ja.“ Dann ging er.`, `Wir gehen|Ja.`},
		{`„Idziemy”, powiedział. „Tak.”`, `Idziemy|Tak.`},
		{`„Wir gehen", sagte er. „Ja."`, `Wir gehen|Ja.`},
		{`”Vi går”, sade han. ”Ja.”`, `Vi går|Ja.`},
		{`“Jdeme“, řekl. “Ano.“`, `Jdeme|Ano.`},
		{`Die ‚Lösung‘ ist keine.`, `Lösung`},
		{`‹Wir gehen›, sagte er; ›ja‹, sagte sie.`, `Wir gehen|ja`},
		{`他说：“我们走吧。”她说“好”。`, `我们走吧。|好`},
		{`他說：「我們走吧。」`, `我們走吧。`},
		{`הוא עבד בצה"ל ואמר: "כן".`, `כן`},
		// Marks that are missing.
		{`“We lost the key, he said.`, `We lost the key, he said.`},
		{"“We lost the key, he said.\nThen he left.", `We lost the key, he said.`},
		{"“We lost it.\n“We found it,” he said.", `We lost it.|We found it,`},
		{"‘We lost it.\n‘We found it,’ he said.", `We lost it.|We found it,`},
		{"‘We lost it.\nWe found it, he said.", ``},
		{"«Lo perdimos.\n»Lo encontramos», dijo.", `Lo perdimos.|Lo encontramos`},
		{"\"We lost it.\n\"We found it,\" he said.", `We lost it.|We found it,`},
		{`"We lost it. "We found it. "We lost it again," he said.`, `We lost it. "We found it. "We lost it again,`},
		{`"We lost it "and that was that.`, `We lost it`},
		{`We lost the key,” he said. “Try again.”`, `Try again.`},
		{`We lost the key," he said. "Try again."`, `Try again.`},
		{`« A, dit-il. « B », dit-elle. Et puis.`, `A, dit-il. « B`},
		{`A mark at the end “`, ``},
		{`“” "" «» „”`, ``},
		{``, ``},
	} {
		if got := strings.Join(quotes(c.text), "|"); got != c.want {
			t.Errorf("Spans(%s)\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestRoles: only running text is read, and what is printed twice.
func TestRoles(t *testing.T) {
	const line = `a “b” c`
	text := strings.Repeat(line+"\n", 6)
	paragraphs := split(text)
	for i, role := range []protocol.Role{protocol.RoleBody, protocol.RoleTitle, protocol.RoleQuote, protocol.RoleRepeat, protocol.RoleFurniture, protocol.RoleCaption} {
		paragraphs[i].Role = role
	}
	var in []int
	for _, s := range Spans(nil, text, paragraphs) {
		in = append(in, int(s.Start)/(len(line)+1))
	}
	if want := []int{0, 2, 3}; !slices.Equal(in, want) {
		t.Errorf("quotations in paragraphs %d, want %d", in, want)
	}
}

// TestGoesOnPastCaption: a picture between two paragraphs of one quotation.
func TestGoesOnPastCaption(t *testing.T) {
	text := "‘We lost it.\nA picture\n‘We found it,’ he said."
	paragraphs := split(text)
	paragraphs[1].Role = protocol.RoleCaption
	if got := Spans(nil, text, paragraphs); len(got) != 2 {
		t.Errorf("%d spans, want 2", len(got))
	}
}

// check holds what Spans promises of any text.
func check(t *testing.T, text string, paragraphs []protocol.Paragraph) {
	t.Helper()
	last, at := uint32(0), 0
	for i, s := range Spans(nil, text, paragraphs) {
		if s.Start >= s.End || i > 0 && s.Start < last {
			t.Fatalf("span %v of %q is empty or not in order", s, text)
		}
		last = s.End
		for at < len(paragraphs) && paragraphs[at].End < s.End {
			at++
		}
		if at == len(paragraphs) || s.Start < paragraphs[at].Start || !isRead(paragraphs[at].Role) {
			t.Fatalf("span %v of %q is not in a running paragraph", s, text)
		}
		if !utf8.RuneStart(text[s.Start]) || int(s.End) < len(text) && !utf8.RuneStart(text[s.End]) {
			t.Fatalf("span %v of %q is not on the bounds of characters", s, text)
		}
	}
}

// TestAllShortTexts tries every text of six pieces from a small alphabet.
func TestAllShortTexts(t *testing.T) {
	pieces := []string{"a", " ", "s", "'", `"`, "“", "”", "’", "‘", "\n", "«"}
	var grow func(text string, n int)
	grow = func(text string, n int) {
		check(t, text, split(text))
		if n > 0 {
			for _, p := range pieces {
				grow(text+p, n-1)
			}
		}
	}
	grow("", 5)
}

func FuzzSpans(f *testing.F) {
	f.Add("“We lost the key,” he said.\n‘I don’t know,’ she said.", uint8(0))
	f.Add("«Lo perdimos.\n»Lo encontramos», dijo. „Ja“ 6'2\" \"a 5\" pipe,\" 「彼は『行く』」", uint8(3))
	f.Fuzz(func(t *testing.T, text string, role uint8) {
		text = strings.ToValidUTF8(text, "?")
		paragraphs := split(text)
		for i := range paragraphs {
			paragraphs[i].Role = protocol.Role(uint8(i) * role % 16)
		}
		check(t, text, paragraphs)
	})
}
