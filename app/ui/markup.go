package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// markup builds an element as a template says, in which each $ stands for the
// next argument:
//
//	markup(`<p class=note id=$>Read <b>$</b> of $ <a href=$>more</a></p>`, …)
//
// As the value of an attribute that is a string, a number, a bool, or for
// onclick= and the like an app.EventHandler; between tags a string, an element or
// elements. Arguments are never looked at for tags: a text stays a text. A value
// written out that holds a space or / stands in ' '; every tag is closed, <input/>
// too. Space between tags is dropped if it holds a line break.
//
// A form of thirty elements takes a fourth of what calls of elem and with
// compile to. Templates are read when they are drawn, at some microseconds each.
//
//go:noinline
func markup(template string, args ...any) app.UI {
	// The arguments are copied so that those of a call need not be on the heap:
	// 10 kB of the program.
	r := markupReader{rest: template, args: append([]any(nil), args...)}
	r.upTo('<')
	return r.element()
}

// markupReader reads a template from the left to the right.
type markupReader struct {
	rest string
	args []any
}

// upTo reads until the first of some bytes, and over it.
func (r *markupReader) upTo(ends ...byte) (text string, end byte) {
	for i := 0; i < len(r.rest); i++ {
		for _, end := range ends {
			if r.rest[i] == end {
				text, r.rest = r.rest[:i], r.rest[i+1:]
				return text, end
			}
		}
	}
	text, r.rest = r.rest, ""
	return text, 0
}

func (r *markupReader) arg() any {
	if len(r.args) == 0 {
		return nil
	}
	arg := r.args[0]
	r.args = r.args[1:]
	return arg
}

// element reads an element after its <.
func (r *markupReader) element() app.UI {
	tag, end := r.upTo(' ', '\n', '>', '/')
	e := app.Elem(tag)
	for end == ' ' || end == '\n' {
		var name string
		if name, end = r.upTo('=', '/', '>'); end == '=' {
			end = r.attribute(e, strings.TrimSpace(name))
		}
	}
	if end == '/' {
		r.upTo('>')
		return e
	}
	return e.Body(r.children()...)
}

// attribute reads a value after its = and what ends it.
func (r *markupReader) attribute(e app.HTMLElem, name string) (end byte) {
	var value any
	if strings.HasPrefix(r.rest, "'") {
		r.upTo('\'')
		value, _ = r.upTo('\'')
		_, end = r.upTo(' ', '\n', '>', '/')
	} else {
		text, by := r.upTo(' ', '\n', '>', '/')
		value, end = text, by
		if text == "$" {
			value = r.arg()
		}
	}
	switch value := value.(type) {
	case app.EventHandler:
		e.On(strings.TrimPrefix(name, "on"), value)
	case func(app.Context, app.Event):
		e.On(strings.TrimPrefix(name, "on"), value)
	default:
		e.Attr(name, value)
	}
	return end
}

// children reads what stands within an element, and its closing tag.
func (r *markupReader) children() []app.UI {
	var list []app.UI
	for r.rest != "" {
		text, end := r.upTo('<', '$')
		if strings.TrimSpace(text) != "" || text != "" && !strings.Contains(text, "\n") {
			list = append(list, app.Text(text))
		}
		switch {
		case end == '$':
			list = appendArg(list, r.arg())
		case strings.HasPrefix(r.rest, "/"):
			r.upTo('>')
			return list
		case end == '<':
			list = append(list, r.element())
		}
	}
	return list
}

func appendArg(list []app.UI, arg any) []app.UI {
	switch arg := arg.(type) {
	case string:
		return append(list, app.Text(arg))
	case []app.UI:
		return append(list, arg...)
	case app.UI:
		return append(list, arg)
	}
	return list // nil: nothing is there
}

// several draws n parts.
func several(n int, draw func(i int) app.UI) []app.UI {
	list := make([]app.UI, n)
	for i := range list {
		list[i] = draw(i)
	}
	return list
}
