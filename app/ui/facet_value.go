package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// showValue is a value of a field as it is read.
func showValue(field, value string) string {
	switch field {
	case "lang":
		return languageName(value)
	case "source", "story", "copies":
		return shorten(whereabouts(value), amongLen)
	}
	return value
}

// languageNames remembers what languages are called, by code.
var languageNames = map[string]string{}

// languageName is what a language is called: the browser knows.
func languageName(code string) string {
	if app.IsServer || !isLanguageCode(code) {
		return code
	}
	name, ok := languageNames[code]
	if !ok {
		name = code
		if intl := app.Window().Get("Intl"); intl.Truthy() && intl.Get("DisplayNames").Truthy() {
			names := intl.Get("DisplayNames").New("en", map[string]any{"type": "language"})
			name = names.Call("of", code).String()
		}
		languageNames[code] = name
	}
	return name
}

// isLanguageCode reports whether the browser can be asked about a code: it throws
// at what cannot be one.
func isLanguageCode(code string) bool {
	for _, r := range code {
		if r < 'a' || 'z' < r {
			return false
		}
	}
	return len(code) == 2 || len(code) == 3
}
