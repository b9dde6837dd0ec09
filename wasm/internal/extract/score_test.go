package extract

import "testing"

// TestMildEnds holds the lines that are no sentences and still stand in
// articles: they part less of one than a headline does.
func TestMildEnds(t *testing.T) {
	for _, c := range []struct {
		text string
		want int32
	}{
		{"Ferry links stay cut", noEnd},
		{"what the council of the two islands had said to them on the day before", longEnd},
		{"The council gave two reasons:", colonEnd},
		{"• the engine of the old ferry, taken out for three weeks", 10 / 4},
		{"• engine taken out", bulletEnd},
		{"return engine.start();", noLetters},
		{"岛上渡轮将停运三周等待发动机检修完成后恢复通航日期未定", noEnd},
	} {
		l := line{text: c.text}
		l.scan(words())
		l.kind = kindOf(&l)
		if got := scoreOf(&l); got != c.want {
			t.Errorf("%q: got %d, want %d", c.text, got, c.want)
		}
	}
}

// TestAddress holds that the address itself may stand in an article as a link.
func TestAddress(t *testing.T) {
	for text, want := range map[string]bool{"https://ferry.example/plan": true, "desk@ferry.example": true, "@ferry": false, "All ferries": false, "see https://ferry.example/plan": false} {
		if got := isAddress(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
