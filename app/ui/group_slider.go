package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// slider is one setting as the person moves it, in whole steps from low to high.
// High is never above 100: a browser that is told the value before the range
// would cut it off there.
type slider struct {
	id, label, unit string
	low, high       int
	of              func(*protocol.Settings) any // *float64, shown in hundredths, or *uint32
	say             func(int) string             // in words, if the number does not tell
}

var sliders = []slider{
	{"jaccard", "Near copies from", "% of the same wording", share(action.MinJaccard), 100,
		func(s *protocol.Settings) any { return &s.Jaccard }, nil},
	{"containment", "Contained copies from", "% of the shorter in the longer", share(protocol.MinContainment), 100,
		func(s *protocol.Settings) any { return &s.Containment }, nil},
	{"run", "and a run of", "words in a row", 0, action.MaxRun,
		func(s *protocol.Settings) any { return &s.Run }, nil},
	{"cosine", "One story from a likeness of", "of 100", share(action.MinCosine), share(action.MaxCosine),
		func(s *protocol.Settings) any { return &s.Cosine }, likenessWords},
	{"days", "and within", "days", 0, action.MaxDays,
		func(s *protocol.Settings) any { return &s.Days }, nil},
}

func share(x float64) int { return int(x*100 + .5) }

// likenessWords says how strict a likeness is.
func likenessWords(n int) string {
	switch {
	case n <= 6:
		return "very loose: much becomes one story"
	case n <= 9:
		return "loose"
	case n <= 13:
		return "balanced"
	case n <= 20:
		return "strict"
	}
	return "very strict: only what is told alike"
}

func (s *slider) get(from *protocol.Settings) int {
	switch v := s.of(from).(type) {
	case *float64:
		return share(*v)
	case *uint32:
		return int(*v)
	}
	return 0
}

func (s *slider) set(to *protocol.Settings, n int) {
	switch v := s.of(to).(type) {
	case *float64:
		*v = float64(n) / 100
	case *uint32:
		*v = uint32(n)
	}
}

// usual is where the slider stands at first.
func (s *slider) usual() int {
	usual := protocol.DefaultSettings()
	return s.get(&usual)
}

// hint tells the usual value and, if there are any, words for this one.
func (s *slider) hint(n int) string {
	text := "usually " + strconv.Itoa(s.usual())
	if s.say != nil {
		text = s.say(n) + "; " + text
	}
	return text
}

// render draws the slider with a box for its number; slide and number hear them.
func (s *slider) render(now *protocol.Settings, slide, number app.EventHandler) app.UI {
	id, n := groupingID+"-"+s.id, s.get(now)
	box := func(kind string, on app.EventHandler, event string) app.HTMLElem {
		return with(elem("input", "slider-"+kind), "type", kind, "min", strconv.Itoa(s.low), "max", strconv.Itoa(s.high), "step", "1",
			"value", strconv.Itoa(n), "data-column", strconv.Itoa(s.place()), "aria-describedby", id+"-hint").On(event, on)
	}
	return elem("div", "slider",
		with(words("label", "slider-label", s.label), "for", id),
		elem("div", "slider-value",
			with(box("number", number, "change"), "id", id+"-number", "aria-label", s.label+", "+s.unit),
			words("span", "slider-unit", s.unit)),
		with(box("range", slide, "input"), "id", id, "list", id+"-usual", "aria-valuetext", strconv.Itoa(n)+" "+s.unit),
		with(elem("datalist", "", with(elem("option", ""), "value", strconv.Itoa(s.usual()))), "id", id+"-usual"),
		with(words("p", "slider-hint", s.hint(n)), "id", id+"-hint"),
	)
}

// place is that among sliders.
func (s *slider) place() int {
	for i := range sliders {
		if sliders[i].id == s.id {
			return i
		}
	}
	return -1
}
