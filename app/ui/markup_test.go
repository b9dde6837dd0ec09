package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestMarkup(t *testing.T) {
	for _, c := range []struct {
		template string
		args     []any
		want     string
	}{
		{`<p>Text</p>`, nil, `<p>Text</p>`},
		{`<p class='a b'>$ of $</p>`, []any{"1", "<b>"}, "<p class=\"a b\">1 of &lt;b&gt;</p>"},
		{`
			<ul>
				<li>a</li> <li>$</li>
			</ul>`, []any{"$ <"}, "<ul><li>a</li> <li>$ &lt;</li></ul>"},
		{`<p><input type=text/><i/>$</p>`, []any{nil}, `<p><input type="text"></input><i></i></p>`},
		{"<p\n\tclass=a\n\tid='b/c'\n>x</p>", nil, ""},
		{"<p\n\tclass=a\n>x</p>", nil, `<p class="a">x</p>`},
		{"<a  href='#/'\n\t>x</a>", nil, `<a href="#/">x</a>`},
		{`<p>$$</p>`, []any{[]app.UI{words("b", "", "x"), words("i", "", "y")}, words("u", "", "z")}, `<p><b>x</b><i>y</i><u>z</u></p>`},
		{`<p tabindex=$>$</p>`, []any{-1}, `<p tabindex="-1"></p>`},
		{`<p aria-expanded=$/>`, []any{false}, `<p aria-expanded="false"></p>`},
		{`<a href=$>x</a>`, []any{"#/doc/1"}, `<a href="#/doc/1">x</a>`},
		// Broken ones end.
		{``, nil, ""}, {`<p`, nil, ""}, {`<p class=`, nil, ""}, {`<p class='x`, nil, ""}, {`<p>$<b>`, nil, ""},
	} {
		got := app.HTMLString(markup(c.template, c.args...))
		if c.want != "" && flatten(got) != flatten(c.want) {
			t.Errorf("%s\n got %s\nwant %s", c.template, flatten(got), c.want)
		}
	}
}

// flatten drops the space that go-app sets around elements.
func flatten(markup string) string {
	flat := space.ReplaceAllString(markup, " ")
	return strings.NewReplacer("> ", ">", " <", "<").Replace(flat)
}

func TestMarkupTakesHandlers(t *testing.T) {
	e := markup(`<button onclick=$>x</button>`, app.EventHandler(func(app.Context, app.Event) {}))
	plain := func(app.Context, app.Event) {}
	app.HTMLString(markup(`<form onsubmit=$>x</form>`, plain))
	if got := flatten(app.HTMLString(e)); got != "<button>x</button>" {
		t.Errorf("got %s", got)
	}
}
