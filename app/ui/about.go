package ui

import (
	"runtime"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// about tells what this is, how it keeps its promise, and whose work is in it.
type about struct {
	app.Compo

	version  string
	policies []string // of the page, as its head has them now
	closed   bool     // one of them forbids every request
}

func (a *about) OnMount(app.Context) {
	if app.IsServer {
		return
	}
	if c := app.Window().Get("clippings"); c.Truthy() && c.Get("version").Truthy() {
		a.version = c.Get("version").String()
	}
	metas := app.Window().Get("document").Call("querySelectorAll", "meta[http-equiv='Content-Security-Policy' i]")
	for i := range metas.Get("length").Int() {
		policy := metas.Index(i).Get("content").String()
		a.policies = append(a.policies, policy)
		a.closed = a.closed || policy == closedPolicy
	}
}

// closedPolicy is what web/boot.js adds to the page when all is loaded.
const closedPolicy = "connect-src 'none'"

func (a *about) Render() app.UI {
	version := "Built with " + runtime.Version() + "."
	if a.version != "" {
		version = "Version " + a.version + ", built with " + runtime.Version() + "."
	}
	return markup(`
		<section id=about class='about prose'>
			<h1 class=view-title tabindex=-1 data-focus=1>About Clippings</h1>
			<p>Clippings shows which articles of a pile are the same story, who copied whom, and what each version changes. It reads, compares and searches them inside this page.</p>
			<p class=about-version>$</p>
			<h2>Nothing leaves this computer</h2>
			<p>Your files are read by this page, in the memory of this browser. There is no server behind it, no account and no counting of visits.</p>
			<ul>
				<li>When the page has loaded, it closes the network behind itself: its security policy then forbids every request, to any address, its own host included. A policy cannot be taken back: it holds until the page is closed.</li>
				<li>The parts that read your files run under the same policy.</li>
				<li>Texts are shown as text: nothing in your files can fetch a picture, run a script or call home.</li>
				<li>What you bring in, decide, correct and save is kept in this browser, on this device, and opened again on the next visit; <a class=link href=$>Settings</a> lists it and forgets it.</li>
			</ul>
			<h2>How to check it yourself</h2>
			<ul>
				<li>Switch the network off, then add files and search: all of it works.</li>
				<li>Open the developer tools of the browser (F12), choose Network, and use the page: the list stays empty.</li>
				<li>In the console of these tools type <kbd class=about-code>fetch(location.href)</kbd>: the browser refuses, and names the policy.</li>
			</ul>
			$
			<h2>Work of others in it</h2>
			<dl class=licences>$</dl>
			<p>Clippings itself is free software under the MIT licence. It has no fonts, scripts or pictures of others.</p>
		</section>`,
		version, address{view: viewSettings}.String(), a.renderPolicies(),
		several(len(licences), func(i int) app.UI {
			l := licences[i]
			return markup(`<div class=licence><dt>$</dt><dd>$</dd></div>`, facts(l.name, l.does), facts(l.who, l.terms))
		}))
}

// renderPolicies shows the policies that hold here and now.
func (a *about) renderPolicies() app.UI {
	if len(a.policies) == 0 {
		return nil
	}
	state := "The network is not closed yet: the page is still loading parts of itself."
	if a.closed {
		state = "The network is closed now. These policies hold in this page:"
	}
	return markup(`<div><p id=about-network>$</p><ul class=about-policies>$</ul></div>`, state,
		several(len(a.policies), func(i int) app.UI { return markup(`<li><code>$</code></li>`, a.policies[i]) }))
}

// licence is work of others that is part of the program.
type licence struct{ module, name, does, who, terms string }

// licences are all modules that are linked into the page, the engine or the
// program for other formats, under the names of https://spdx.org/licenses.
var licences = []licence{
	{"std", "Go", "language and library", "The Go Authors", "BSD-3-Clause"},
	{"github.com/maxence-charriere/go-app/v10", "go-app", "the page's elements", "Maxence Charrière", "MIT"},
	{"github.com/google/uuid", "uuid", "for go-app", "Google Inc.", "BSD-3-Clause"},
	{"github.com/sahilm/fuzzy", "fuzzy", "texts by a few letters", "Sahil Muthoo", "MIT"},
	{"github.com/clipperhouse/uax29/v2", "uax29", "words", "Matt Sherman", "MIT"},
	{"github.com/cespare/xxhash/v2", "xxhash", "checksums", "Caleb Spare", "MIT"},
	{"golang.org/x/net", "Go net", "web pages", "The Go Authors", "BSD-3-Clause"},
	{"github.com/klauspost/compress", "compress", "Zstandard", "The Go Authors, Klaus Post, Caleb Spare", "BSD-3-Clause and MIT"},
	{"github.com/mikelolasagasti/xz", "xz", "XZ", "Michael Cross, Lasse Collin, Igor Pavlov", "0BSD"},
}
