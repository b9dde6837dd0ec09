package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/wasm/coord"
	"clippings/wasm/ordering"
	"clippings/wasm/protocol"
)

// versionHead is what stands above and below the text: the headlines, and how near
// each version is. It is the same however the text is shown.
type versionHead struct {
	titles  []*titleGroup
	list    []*versionLine // the reading text first, then the nearest
	options []option
}

// titleGroup is a headline and the versions that have it.
type titleGroup struct {
	title string // "" where there is none
	names []string
	here  bool // the reading text has it
}

// versionLine is a version as the table tells it.
type versionLine struct {
	protocol.Summary
	name   string
	words  uint32
	common uint32  // of them stand in the reading text
	share  float64 // that is of its own
	of     float64 // and of those of the reading text
	near   float64 // how much of both together is the same
	here   bool    // it is the reading text
}

func newVersionHead(c *collated) *versionHead {
	a := c.answer
	h := &versionHead{}
	base := summaryOf(&a.Base)
	h.list = append(h.list, &versionLine{Summary: base, name: c.names[len(c.names)-1], words: a.Words, common: a.Words, near: 1, here: true})
	for i, w := range a.Witnesses {
		s := a.Summaries[w.ID]
		s.ID = w.ID
		h.list = append(h.list, &versionLine{
			Summary: s, name: c.names[i], words: w.Words, common: w.Common,
			share: part(w.Common, w.Words), of: part(w.Common, a.Words), near: part(2*w.Common, w.Words+a.Words),
		})
	}
	ordering.By(h.list[1:], func(a, b *versionLine) int {
		switch {
		case a.near > b.near:
			return -1
		case a.near < b.near:
			return 1
		}
		return byDate(a.Summary, b.Summary)
	})
	for i := range h.list {
		h.addTitle(h.list[i])
	}
	ordering.By(h.titles[min(1, len(h.titles)):], func(a, b *titleGroup) int { return len(b.names) - len(a.names) })
	h.options = versionOptions(a)
	return h
}

func part(n, of uint32) float64 { return min(1, float64(n)/float64(max(1, of))) }

func (h *versionHead) addTitle(l *versionLine) {
	title := strings.Join(strings.Fields(l.Title), " ")
	i := slices.IndexFunc(h.titles, func(g *titleGroup) bool { return g.title == title })
	if i < 0 {
		i = len(h.titles)
		h.titles = append(h.titles, &titleGroup{title: title, here: l.here})
	}
	h.titles[i].names = append(h.titles[i].names, l.name)
}

// mostOptions is how many versions the menu offers as the reading text; the table
// has all of them.
const mostOptions = 40

// versionOptions lists the versions in an order that does not change with the
// reading text: by date.
func versionOptions(a *coord.Collation) []option {
	ids := a.Group.DocIDs()
	list := make([]protocol.Summary, len(ids))
	for i, id := range ids {
		list[i] = a.Summaries[id]
		list[i].ID = id
	}
	ordering.By(list, byDate)
	if at := slices.IndexFunc(list, func(s protocol.Summary) bool { return s.ID == a.Base.ID }); at >= mostOptions {
		list[mostOptions-1] = list[at]
	}
	var options []option
	for _, s := range list[:min(len(list), mostOptions)] {
		options = append(options, option{formatDocID(s.ID), facts(publisher(s), day(s.Date), many(s.Words, "word", "words"))})
	}
	return options
}

// nearest says which version is nearest to the reading text and which is farthest.
func (h *versionHead) nearest() string {
	if len(h.list) < 2 {
		return ""
	}
	near, far := h.list[1], h.list[len(h.list)-1]
	say := func(l *versionLine) string {
		if l.near == 1 {
			return l.name + ", the same words"
		}
		return l.name + ", " + percent(l.near) + " the same"
	}
	switch {
	case len(h.list) == 2:
		return "The other version is " + say(near) + "."
	case near.near == far.near:
		return "All are as near to it: " + say(near) + "."
	}
	return "Nearest to it: " + say(near) + ". Farthest: " + say(far) + "."
}

func (v *versions) renderWays() app.UI {
	base := &v.page.answer.Base
	return markup(`
		<nav class=ways aria-label='Around these versions'>
			<a id=back class=way href=$>$<span>The story</span></a>
			<a class=way href=$><span>Read this text alone</span></a>
		</nav>`,
		address{view: viewStory, doc: base.ID}.String(), icon(iconBack), address{view: viewReading, doc: base.ID}.String())
}

func (v *versions) renderHead(title app.UI) app.UI {
	a := v.page.answer
	left := ""
	if a.Left > 0 {
		left = "The last " + many(a.Left, "copy", "copies") + " of the group are not compared: they would be too many."
	}
	return markup(`
		<header class=versions-head>
			<div class=view-head>$<p id=versions-count class=view-note role=status>$</p></div>
			$
			<p class=versions-near>$ $</p>
		</header>`,
		title, facts(many(len(a.Witnesses)+1, "version", "versions"), v.page.counts()), v.renderTitles(), v.head.nearest(), left)
}

// titleStep is how many headlines are shown at first.
const titleStep = 5

func (v *versions) renderTitles() app.UI {
	list := v.head.titles[:min(len(v.head.titles), v.titles)]
	var more app.UI
	if n := len(v.head.titles) - len(list); n > 0 {
		more = button("titles-more", "link link-quiet", many(n, "more headline", "more headlines"), v.onTitles)
	}
	return markup(`<section class=titles aria-label=Headlines><ul>$</ul>$</section>`, several(len(list), func(i int) app.UI {
		g := list[i]
		class, text := "title-text", g.title
		if text == "" {
			class, text = "title-text title-none", "No headline"
		}
		who := many(len(g.names), "version", "versions")
		if len(g.names) <= namesAtOnce {
			who = strings.Join(g.names, ", ")
		}
		if g.here {
			class += " title-here"
		}
		return markup(`<li class=title><span class=$ dir=auto lang=$>$</span> <span class=title-who title=$>$</span></li>`,
			class, v.page.answer.Base.Lang, text, strings.Join(g.names[:min(len(g.names), mostListed)], ", "), who)
	}), more)
}

func (v *versions) onTitles(app.Context, app.Event) { v.titles += 10 * titleStep }
