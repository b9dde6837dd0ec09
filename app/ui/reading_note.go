package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"clippings/app/action"
	"clippings/wasm/protocol"
)

// noteField is the field of protocol.Meta that holds what the person wrote.
const (
	noteField = "note"
	tagsField = "tags"
	noteID    = "note"
	tagID     = "tag-new"
)

// jotter is what the person keeps with a document: its tags, and a note. Both are
// corrections like any other, so they are kept, and can be undone.
type jotter struct {
	app.Compo
	Doc     protocol.DocID
	Source  string
	Record  string
	Note    string
	Tags    []string
	Refused string // the field whose last change was refused

	shown string // the note as the box was filled with it
	state string // what the note's last change came to
}

// CompoID keeps the note of one document out of another's.
func (j *jotter) CompoID() string { return "jotter" + formatDocID(j.Doc) }

func (j *jotter) OnInit() { j.shown = j.Note }

// OnUpdate takes up a note that was changed elsewhere: undone, for example.
func (j *jotter) OnUpdate(ctx app.Context) {
	switch {
	case j.Refused == noteField:
		ctx.Dispatch(func(app.Context) { j.state = "It was not saved." })
	case j.Note != j.shown:
		j.shown = j.Note
		if box := app.Window().GetElementByID(noteID); box.Truthy() {
			box.Set("value", j.Note)
		}
	}
}

func (j *jotter) Render() app.UI {
	return markup(`<section id=yours class='side-part yours'>
		<h2 class=side-name>Yours</h2>
		<div class=tags>$
			<form class=tag-form onsubmit=$>
				<label class=unseen for=tag-new>Add a tag</label>
				<input id=tag-new class=tag-box type=text autocomplete=off maxlength=80 placeholder='Add a tag'/>
			</form>
		</div>
		<label class=note-name for=note>Your note</label>
		<textarea id=note class=note-box rows=2 maxlength=20000 dir=auto aria-describedby=note-state onblur=$ onkeydown=$ oninput=$>$</textarea>
		<p id=note-state class=note-state role=status>$</p>
	</section>`, j.renderTags(), j.onTag, j.onBlur, j.onKey, j.onInput, j.shown, j.state)
}

func (j *jotter) renderTags() []app.UI {
	return several(len(j.Tags), func(i int) app.UI {
		tag := j.Tags[i]
		to := address{view: viewSearch, setting: setting{within: filterText("tag", tag)}}
		return markup(`<span class=tag><a class=tag-link href=$ title='All texts with this tag' dir=auto>$</a><button class=tag-off type=button aria-label=$ data-tag=$ onclick=$>$</button></span>`,
			to.String(), tag, "Take off the tag "+tag, strconv.Itoa(i), app.EventHandler(j.onTagOff), icon(iconClose))
	})
}

// onTag puts on what was typed: several with a semicolon or comma between them.
func (j *jotter) onTag(ctx app.Context, e app.Event) {
	e.PreventDefault()
	box := app.Window().GetElementByID(tagID)
	tags := withTags(j.Tags, box.Get("value").String())
	box.Set("value", "")
	if len(tags) > len(j.Tags) {
		j.post(ctx, protocol.Correction{Field: tagsField, Values: tags})
	}
}

// withTags adds typed tags to others, each once.
func withTags(tags []string, typed string) []string {
	tags = slices.Clone(tags)
	for _, t := range strings.FieldsFunc(typed, func(r rune) bool { return r == ';' || r == ',' || r == '\n' }) {
		t = strings.TrimPrefix(oneLine(t), "#")
		has := func(old string) bool { return strings.EqualFold(old, t) }
		if t != "" && !slices.ContainsFunc(tags, has) {
			tags = append(tags, t)
		}
	}
	return tags
}

func (j *jotter) onTagOff(ctx app.Context, e app.Event) {
	b := e.Get("target").Call("closest", "[data-tag]")
	if !b.Truthy() {
		return
	}
	if i, err := strconv.Atoi(b.Get("dataset").Get("tag").String()); err == nil && i < len(j.Tags) {
		tags := slices.Delete(slices.Clone(j.Tags), i, i+1)
		j.post(ctx, protocol.Correction{Field: tagsField, Values: tags})
		focus(app.Window().GetElementByID(tagID))
	}
}

// onInput tells what is being typed: if the page is closed now, it is the note.
func (j *jotter) onInput(ctx app.Context, _ app.Event) {
	j.state = ""
	ctx.NewActionWithValue(action.Draft, j.noting(ctx.JSSrc().Get("value").String()))
}

func (j *jotter) onBlur(ctx app.Context, _ app.Event) {
	j.keep(ctx, ctx.JSSrc().Get("value").String())
}

// onKey keeps the note with Ctrl+Enter, and leaves the box with Escape, which
// keeps it too.
func (j *jotter) onKey(ctx app.Context, e app.Event) {
	command := e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()
	switch key := e.Get("key").String(); {
	case key == "Enter" && command:
		e.PreventDefault()
		j.keep(ctx, ctx.JSSrc().Get("value").String())
	case key == "Escape":
		ctx.JSSrc().Call("blur")
	default:
		ctx.PreventUpdate()
	}
}

// keep makes text the note.
func (j *jotter) keep(ctx app.Context, text string) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	if text == strings.TrimSpace(j.shown) {
		return
	}
	if j.shown, j.state = text, "Saved"; text == "" {
		j.state = "Taken away"
	}
	ctx.NewActionWithValue(action.Correct, j.noting(text))
}

// noting is the correction that makes text the note.
func (j *jotter) noting(text string) action.Correcting {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	if text == "" {
		return j.correcting(protocol.Correction{Field: noteField, Revert: true})
	}
	return j.correcting(protocol.Correction{Field: noteField, Values: []string{text}})
}

func (j *jotter) post(ctx app.Context, c protocol.Correction) {
	ctx.NewActionWithValue(action.Correct, j.correcting(c))
}

func (j *jotter) correcting(c protocol.Correction) action.Correcting {
	c.Record = j.Record
	return action.Correcting{ID: j.Doc, Path: j.Source, Correction: c}
}
