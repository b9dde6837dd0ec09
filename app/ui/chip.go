package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// chip is a filter in force: of the query's text, or locked.
type chip struct {
	field, value string
	not          bool
	locked       bool
	stays        bool          // locked, and cannot be otherwise: there is no query it could go to
	part         string        // its text
	span         protocol.Span // in the query's text, if not locked
}

// chips lists the filters in force, locked ones first.
func (s *search) chips() []chip {
	list := lockedChips(s.At.within)
	if !s.isCurrent() {
		return list
	}
	for _, f := range s.results.Answer.Filters {
		start, end := spanIn(s.At.query, f.Span)
		if start == end {
			continue
		}
		list = append(list, chip{
			field: f.Field, value: bareValue(f.Value), not: f.Not,
			part: s.At.query[start:end], span: f.Span,
		})
	}
	return list
}

// lockedChips takes the locked part of a query apart.
func lockedChips(within string) []chip {
	parts, _ := splitText(within)
	var list []chip
	for _, part := range parts {
		bare, not := cutNot(part)
		field, value, ok := strings.Cut(bare, ":")
		if !ok || strings.ContainsAny(field, phraseSigns+"( ") {
			field, value = "", bare
		}
		list = append(list, chip{field: field, value: bareValue(value), not: not, locked: true, part: part})
	}
	return list
}

const (
	iconExclude = "M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12M4 12l8-8"
	iconLock    = "M4 7.5h8v6h-8zM5.7 7.5V5a2.3 2.3 0 0 1 4.6 0v2.5"
	iconUnlock  = "M4 7.5h8v6h-8zM5.7 7.5V4a2.3 2.3 0 0 1 4.4 -.9"
)

// What can be done with a chip: data-chip of its buttons.
const (
	chipTurn   = "turn"   // exclude it, or no longer
	chipLock   = "lock"   // or unlock
	chipRemove = "remove" // take it away
)

// change is the address with a chip changed.
func (c chip) change(to address, do string) address {
	switch {
	case do == chipTurn && c.locked:
		to.within = replacePart(to.within, c.part, turned(c.part))
	case do == chipTurn:
		to.query = turnIn(to.query, c.span)
	case do == chipLock && c.locked:
		to.within = replacePart(to.within, c.part, "")
		to.query = withPart(to.query, c.part)
	case do == chipLock:
		to.query = cutOut(to.query, c.span)
		part := c.part
		if bare, not := cutNot(part); not {
			part = "-" + bare
		}
		to.within = replacePart(to.within, part, "")
		to.within = strings.TrimSpace(to.within + " " + part)
	case do == chipRemove && c.locked:
		to.within = replacePart(to.within, c.part, "")
	case do == chipRemove:
		to.query = cutOut(to.query, c.span)
	}
	return to
}

// replacePart puts another part in the place of one; "" takes it away.
func replacePart(within, part, by string) string {
	parts, _ := splitText(within)
	kept := parts[:0]
	for _, p := range parts {
		if p == part {
			p = by
		}
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}

// name is what the chip is called: "outlet The Bay Star".
func (c chip) name() string {
	if c.field == "" {
		return c.value
	}
	return c.field + " " + showValue(c.field, c.value)
}

func (s *search) renderChips() app.UI {
	list := s.chips()
	if !s.At.isSought() || len(list) == 0 {
		return app.Elem("div").Hidden(true)
	}
	return app.Elem("ul").ID("chips").Class("chips").Aria("label", "Filters in force").Body(
		several(len(list), func(i int) app.UI { return list[i].render(i) })...,
	)
}

func (c chip) render(i int) app.UI {
	class, value := "chip", c.value
	if c.field != "" {
		value = showValue(c.field, c.value)
	}
	if c.not {
		class += " chip-not"
	}
	if c.locked {
		class += " chip-locked"
	}
	var sign, keep app.UI
	lock := iconLock
	if c.locked {
		lock = iconUnlock
	}
	if c.locked && !c.stays {
		sign = icon(iconLock)
	}
	if !c.stays {
		keep = c.button(i, chipLock, "Keep for other searches", lock)
	}
	return markup(`
		<li class=$>
			$
			<span class=chip-text><span class=unseen>$</span><span class=chip-field>$</span> <span class=chip-value>$</span></span>
			$$$
		</li>`,
		class, sign, notWord(c.not), c.field, value,
		c.button(i, chipTurn, "Exclude", iconExclude), keep,
		c.button(i, chipRemove, "Remove", iconClose))
}

// notWord says what the stroke through an excluded chip means.
func notWord(not bool) string {
	if not {
		return "not "
	}
	return ""
}

func (c chip) button(i int, do, what, sign string) app.UI {
	pressed := do == chipTurn && c.not || do == chipLock && c.locked
	b := markup(`<button class=chip-do type=button title=$ aria-label=$ data-chip=$ data-place=$>$</button>`,
		what, what+": "+c.name(), do, i, icon(sign)).(app.HTMLElem)
	if do != chipRemove {
		b.Attr("aria-pressed", strconv.FormatBool(pressed))
	}
	return b
}

// onChip hears the buttons of all chips; false if none was pressed.
func (s *search) onChip(ctx app.Context, e app.Event) bool { return pressChip(ctx, e, s.chips(), s.At) }

// pressChip does what the button of a chip is for, if one was pressed.
func pressChip(ctx app.Context, e app.Event, list []chip, at address) bool {
	b := e.Get("target").Call("closest", "[data-chip]")
	if !b.Truthy() {
		return false
	}
	data := b.Get("dataset")
	i, err := strconv.Atoi(data.Get("place").String())
	if err == nil && i < len(list) {
		goSearch(ctx, list[i].change(at, data.Get("chip").String()))
	}
	return true
}
