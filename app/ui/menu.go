package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// option is a line of a menu.
type option struct{ value, text string }

func hasOption(list []option, value string) bool {
	for i := range list {
		if list[i].value == value {
			return true
		}
	}
	return false
}

// optionText is what the menu says for a value; the value itself if it has none.
func optionText(list []option, value string) string {
	for i := range list {
		if list[i].value == value {
			return list[i].text
		}
	}
	return value
}

// noValue stands for "" in the page: go-app drops an attribute that is empty.
const noValue = "-"

// selectField is a menu with its label. Its element carries group and column.
type selectField struct {
	id, label string
	unseen    bool // the label is for screen readers
	options   []option
	at        string // the value chosen
	on        app.EventHandler

	group, column int
}

func renderSelect(s selectField) app.UI {
	class := "menu-label"
	if s.unseen {
		class = "unseen"
	}
	return elem("div", "menu",
		with(words("label", class, s.label), "for", s.id),
		with(elem("select", "menu-box",
			app.Range(s.options).Slice(func(i int) app.UI {
				o := s.options[i]
				value := o.value
				if value == "" {
					value = noValue
				}
				return with(words("option", "", o.text), "value", value).Attr("selected", o.value == s.at)
			}),
		), "id", s.id, "data-group", strconv.Itoa(s.group), "data-column", strconv.Itoa(s.column)).On("change", s.on),
	)
}

// chosenValue is the value of the menu that was changed.
func chosenValue(ctx app.Context) string {
	value := ctx.JSSrc().Get("value").String()
	if value == noValue {
		return ""
	}
	return value
}
