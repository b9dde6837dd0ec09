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
	id, n, at := "grouping-"+s.id, s.get(now), s.place()
	return markup(`
		<div class=slider>
			<label class=slider-label for=$>$</label>
			<div class=slider-value>
				<input id=$ class=slider-number type=number min=$ max=$ step=1 value=$ data-column=$ aria-label=$ aria-describedby=$ onchange=$/>
				<span class=slider-unit>$</span>
			</div>
			<input id=$ class=slider-range type=range min=$ max=$ step=1 value=$ data-column=$ aria-valuetext=$ aria-describedby=$ list=$ oninput=$/>
			<datalist id=$><option value=$/></datalist>
			<p id=$ class=slider-hint>$</p>
		</div>`,
		id, s.label,
		id+"-number", s.low, s.high, n, at, s.label+", "+s.unit, id+"-hint", number,
		s.unit,
		id, s.low, s.high, n, at, strconv.Itoa(n)+" "+s.unit, id+"-hint", id+"-usual", slide,
		id+"-usual", s.usual(),
		id+"-hint", s.hint(n))
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
