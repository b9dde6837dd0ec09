package files

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// visitor lends a test the storage of a page.
type visitor struct {
	app.Compo
	ctx app.Context
}

func (v *visitor) OnPreRender(ctx app.Context) { v.ctx = ctx }
func (v *visitor) Render() app.UI              { return app.Div() }

// TestSitesOfOneOriginKeepTheirOwn: what one keeps, another neither sees, changes nor
// forgets, even if its address is the end of the other's.
func TestSitesOfOneOriginKeepTheirOwn(t *testing.T) {
	v, loop := &visitor{}, app.NewTestEngine()
	if err := loop.Load(v); err != nil {
		t.Fatal(err)
	}
	loop.ConsumeAll()
	all := v.ctx.LocalStorage()
	if err := all.Set("clippings.theme", "dark"); err != nil {
		t.Fatal(err)
	}
	places := []string{"/", "/a/", "/b/", "/b/a/"}
	for _, place := range places {
		if err := (Storage{all, place}).Set("clippings/limits", place); err != nil {
			t.Fatal(err)
		}
	}
	for i, place := range places {
		s := Storage{all, place}
		got := ""
		if err := s.Get("clippings/limits", &got); err != nil || got != place {
			t.Errorf("%s keeps %q, %v", place, got, err)
		}
		if s.DelAll("clippings/"); s.Contains("clippings/limits") {
			t.Errorf("%s has forgotten nothing", place)
		}
		if n := all.Len(); n != len(places)-i {
			t.Errorf("after %s forgot its own, %d keys are left", place, n)
		}
	}
}
