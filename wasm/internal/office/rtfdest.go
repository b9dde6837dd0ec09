package office

import "sync"

// rtfDest says what becomes of the text of a group.
type rtfDest uint8

const (
	destText  rtfDest = iota
	destSkip          // pictures, tables of the head, what is unknown
	destLabel         // the number of an entry of a list
	destField         // the instruction of a field
	destFont          // the font table
	destStyle         // the style sheet
	destInfo          // one of the facts about the file
	destHead          // groups of groups, without text of their own
)

// rtfDests are the words that open a group which is not running text.
var rtfDests = sync.OnceValue(func() map[string]rtfDest {
	return map[string]rtfDest{
		"fonttbl": destFont, "stylesheet": destStyle, "info": destHead,
		"listtext": destLabel, "pntext": destLabel, "fldinst": destField,
		"colortbl": destSkip, "pict": destSkip, "nonshppict": destSkip, "shppict": destSkip, "object": destHead, "objdata": destSkip,
		"shprslt": destSkip, "themedata": destSkip, "datastore": destSkip, "colorschememapping": destSkip,
		"xe": destSkip, "tc": destSkip, "tcn": destSkip, "rxe": destSkip, "txe": destSkip, "bxe": destSkip,
		"template": destSkip, "private": destSkip, "filetbl": destSkip, "listtable": destSkip, "listoverridetable": destSkip, "revtbl": destSkip,
		"sn": destSkip, "sv": destSkip, "sp": destHead, "shp": destText, "do": destHead, "shpinst": destHead, "shpgrp": destHead,
		"result": destText, "fldrslt": destText, "field": destText, "upr": destHead, "ud": destText, "nonesttables": destSkip, "nesttableprops": destSkip,
		"bkmkstart": destSkip, "bkmkend": destSkip, "pn": destSkip, "pnseclvl": destSkip, "pntxta": destSkip, "pntxtb": destSkip,
		"ftnsep": destSkip, "ftnsepc": destSkip, "ftncn": destSkip, "aftnsep": destSkip, "aftnsepc": destSkip, "aftncn": destSkip,
		"falt": destSkip, "panose": destSkip, "fname": destSkip, "fontemb": destSkip, "fontfile": destSkip,
		"atnid": destSkip, "atnauthor": destSkip, "atndate": destSkip, "atnicn": destSkip, "atnref": destSkip, "atntime": destSkip, "atnparent": destSkip, "atrfstart": destSkip, "atrfend": destSkip,
		"generator": destSkip, "htmltag": destSkip, "mhtmltag": destSkip, "formfield": destSkip, "datafield": destSkip, "picprop": destSkip, "background": destSkip,
		"moMath": destText, "moMathPara": destText, "mmath": destText,
		"mmathPr": destSkip, "mr": destText, "mtype": destSkip,
	}
})

// flowOfWord tells the words that open a group which is a flow of its own.
func flowOfWord(word string) flowKind {
	switch word {
	case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
		return flowMargin
	case "footnote":
		return flowNote
	case "annotation":
		return flowComment
	case "shptxt", "dptxbxtext":
		return flowBox
	}
	return flowBody
}

// destination follows a word that may open a destination, and reports whether it
// did. An unknown one is left out if the file marks it as one to leave out.
func (r *rtfReader) destination(word string, star bool) bool {
	s := &r.state
	if kind := flowOfWord(word); kind != flowBody {
		r.startFlow(kind)
		return true
	}
	dest, ok := rtfDests()[word]
	switch {
	case ok:
		s.dest = dest
		r.openDest(word)
	case s.dest == destHead && infoOfWord(word) != infoNone:
		s.dest = destInfo
		r.info.start(infoOfWord(word))
	case star && !isRTFProperty(word):
		s.dest = destSkip
	default:
		return false
	}
	return true
}

// isRTFProperty reports the words that stand behind \* and yet are about the
// group itself.
func isRTFProperty(word string) bool {
	return word == "cs" || word == "ts" || word == "ds" || word == "s"
}

// openDest prepares what a destination collects.
func (r *rtfReader) openDest(word string) {
	switch word {
	case "field":
		if len(r.fields) < maxGroups {
			r.fields = append(r.fields, rtfField{depth: len(r.stack), in: r.w.inline()})
		}
	case "fldrslt":
		if f := r.field(); f != nil && f.in == r.w.inline() && !f.in.link {
			f.in.startLink(linkOfField(string(f.code)))
			f.linked = f.in.link
		}
	case "listtext", "pntext":
		r.para.list, r.para.label = true, r.para.label[:0]
	}
}

// endDest ends what the group of the current state collected.
func (r *rtfReader) endDest(outer *rtfState) {
	s := &r.state
	switch {
	case s.flow:
		r.endFlow()
	case s.dest == destStyle && outer.dest == destStyle:
		r.endStyle()
	case s.dest == destFont && outer.dest != destFont:
		outer.page = r.defaultPage()
	case s.dest == destInfo && outer.dest != destInfo:
		r.info.end()
	}
	if f := r.field(); f != nil && f.depth > len(r.stack) {
		if f.linked {
			f.in.endLink()
		}
		r.fields = r.fields[:len(r.fields)-1]
	}
}

// An rtfField is a field that is open: an instruction, then its result.
type rtfField struct {
	depth  int // of its group
	in     *inline
	code   []byte
	linked bool // its result is a link
}

// field is the innermost open field, nil if there is none.
func (r *rtfReader) field() *rtfField {
	if len(r.fields) == 0 {
		return nil
	}
	return &r.fields[len(r.fields)-1]
}

func (r *rtfReader) startFlow(kind flowKind) {
	if r.state.flow {
		return
	}
	r.state.flow, r.state.dest = true, destText
	r.w.begin(kind)
	r.paras = append(r.paras, r.para)
	r.para = plainPara
}

func (r *rtfReader) endFlow() {
	r.endParagraph()
	r.w.finish()
	if n := len(r.paras); n > 0 {
		r.para = r.paras[n-1]
		r.paras = r.paras[:n-1]
	}
}
