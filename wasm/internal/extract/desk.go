package extract

import (
	"strings"

	"clippings/wasm/protocol"
)

// knownByline judges what markup or a container gives as the author: an agency or
// an outlet is no person, and a desk is nobody.
func (p *page) knownByline(f protocol.Fact) protocol.Fact {
	if code := agencyNamed(f.Value); code != "" {
		f.Field, f.Value = "agency", code
		return f
	}
	switch {
	case isDesk(f.Value):
		return f
	case isOrganisation(f.Value) && isWire(f.Value):
		f.Field = "agency"
	case isOrganisation(f.Value) || p.isOutlet(f.Value) && !isName(f.Value):
		f.Field = "outlet"
	}
	return f
}

// isOutlet reports a name that the markup also gives as the publisher's.
func (p *page) isOutlet(name string) bool {
	for _, f := range p.in.Known {
		if f.Field == "outlet" && strings.EqualFold(f.Value, name) {
			return true
		}
	}
	return false
}

// deskWords say that nobody is named: "Staff", "Web Desk", "admin".
const deskWords = `staff admin administrator webmaster editor editors editorial editorials desk newsroom newsdesk redaktion redaction rédaction redacción redacao redação redazione redactie redakcja редакция
	team reporter reporters correspondent correspondents writer writers bureau online web news foreign our the special guest contributor contributors author authors sports business anonymous unknown user root none null n/a de la der die`

// isDesk reports a byline made of such words alone.
func isDesk(name string) bool {
	desk := name != ""
	eachWord(name, func(w string) {
		desk = desk && isOneOf(strings.ToLower(strings.Trim(w, ".,:-")), deskWords)
	})
	return desk
}
