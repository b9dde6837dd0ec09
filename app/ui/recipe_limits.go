package ui

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/protocol"
)

// A limitField is one limit as the person sets it: in a unit that people use.
type limitField struct {
	name  string
	label string
	unit  string
	one   int64 // what one of the unit is
	most  int64 // in the unit
	of    func(*protocol.Limits) *int64
}

// usual is the value where the person sets none.
func (f limitField) usual() string {
	usual := protocol.DefaultLimits
	return number(int(*f.of(&usual) / f.one))
}

// limitFields are all limits, in the order of a form.
var limitFields = []limitField{
	{"file", "Largest document", "MB", 1 << 20, 2000, func(l *protocol.Limits) *int64 { return &l.MaxFile }},
	{"records", "Most records of one file", "records", 1, math.MaxUint32, func(l *protocol.Limits) *int64 { return &l.MaxRecords }},
	{"depth", "Archives in archives", "deep", 1, 32, func(l *protocol.Limits) *int64 { return &l.MaxDepth }},
	{"expanded", "Most unpacked from one archive", "GB", 1 << 30, 100_000, func(l *protocol.Limits) *int64 { return &l.MaxExpanded }},
	{"ratio", "Most times an archive may expand", "times", 1, 1_000_000, func(l *protocol.Limits) *int64 { return &l.MaxRatio }},
}

// limitForm is limits being typed.
type limitForm struct {
	id     string // begins the ids of its boxes
	fields []limitField
	typed  []string
	wrong  error
}

func newLimitForm(id string, fields []limitField, now protocol.Limits) limitForm {
	f := limitForm{id: id, fields: fields, typed: make([]string, len(fields))}
	for i, field := range fields {
		if v := *field.of(&now); v > 0 {
			f.typed[i] = strconv.FormatFloat(float64(v)/float64(field.one), 'f', -1, 64)
		}
	}
	return f
}

// limits reads the form. What is empty or 0 has the usual value.
func (f *limitForm) limits() (protocol.Limits, error) {
	var l protocol.Limits
	for i, field := range f.fields {
		text := strings.TrimSpace(strings.ReplaceAll(f.typed[i], ",", ""))
		if text == "" {
			continue
		}
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || !(n >= 0 && n <= float64(field.most)) {
			return l, errors.New(field.label + ": give a number from 0 to " + number(field.most) + ", or leave it empty.")
		}
		*field.of(&l) = int64(n * float64(field.one))
	}
	return l, nil
}

// Render of a form is its boxes. on hears each letter; the box's data-column is
// the field's place.
func (f *limitForm) render(on app.EventHandler) app.UI {
	return elem("div", "limits",
		app.Range(f.fields).Slice(func(i int) app.UI {
			field := f.fields[i]
			id := f.id + "-" + field.name
			return elem("div", "limit",
				with(words("label", "limit-label", field.label), "for", id),
				with(elem("input", "limit-box"), "id", id, "type", "text", "inputmode", "decimal", "autocomplete", "off",
					"placeholder", field.usual(), "value", f.typed[i], "data-column", strconv.Itoa(i),
					"aria-describedby", id+"-unit").On("input", on),
				with(words("span", "limit-unit", field.unit+", usually "+field.usual()), "id", id+"-unit"),
			)
		}),
		with(words("p", "limit-wrong", f.problem()), "role", "alert"),
	)
}

func (f *limitForm) problem() string {
	if f.wrong == nil {
		return ""
	}
	return f.wrong.Error()
}

// onInput keeps what was typed.
func (f *limitForm) onInput(ctx app.Context) {
	if i := dataInt(ctx, "column"); i >= 0 && i < len(f.typed) {
		f.typed[i], f.wrong = ctx.JSSrc().Get("value").String(), nil
	}
}
