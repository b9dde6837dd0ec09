package office

// control reads what follows a backslash.
func (r *rtfReader) control() {
	if r.at >= len(r.src) {
		return
	}
	c := r.src[r.at]
	if 'a' <= c|0x20 && c|0x20 <= 'z' {
		word, n, given := r.word()
		r.do(word, n, given)
		return
	}
	r.at++
	switch c {
	case '\\', '{', '}':
		r.putByte(c)
	case '\'':
		r.hex()
	case '*':
		r.state.star = true
	case '~':
		r.putText("\u00a0")
	case '_':
		r.putText("\u2011")
	case '-':
		r.putText("\u00ad")
	case '\n', '\r':
		r.do("par", 0, false)
	case '\t':
		r.putText("\t")
	default: // \| and \: are for indexes
		r.state.first = false
	}
}

// word reads a control word, its number and the space that belongs to it.
func (r *rtfReader) word() (word string, n int32, given bool) {
	start := r.at
	for r.at < len(r.src) && 'a' <= r.src[r.at]|0x20 && r.src[r.at]|0x20 <= 'z' {
		r.at++
	}
	name := r.src[start:r.at]
	negative := r.at+1 < len(r.src) && r.src[r.at] == '-' && isDigit(r.src[r.at+1])
	if negative {
		r.at++
	}
	for r.at < len(r.src) && isDigit(r.src[r.at]) {
		given = true
		if n < 1<<27 {
			n = n*10 + int32(r.src[r.at]-'0')
		}
		r.at++
	}
	if negative {
		n = -n
	}
	if r.at < len(r.src) && r.src[r.at] == ' ' {
		r.at++
	}
	if len(name) > maxWord {
		name = name[:maxWord]
	}
	return name, n, given
}

// maxWord is the longest a control word may be by the specification.
const maxWord = 32

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// hex reads the two digits of \'xx.
func (r *rtfReader) hex() {
	c, n := 0, 0
	for n < 2 && r.at < len(r.src) {
		d := hexDigit(r.src[r.at])
		if d < 0 {
			break
		}
		c = c<<4 | d
		r.at++
		n++
	}
	if n > 0 {
		r.putByte(byte(c))
	}
}

func hexDigit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// do follows a control word.
func (r *rtfReader) do(word string, n int32, given bool) {
	first, star := r.state.first, r.state.star
	r.state.first, r.state.star = false, false
	if word == "bin" {
		r.at += int(min(max(n, 0), int32(min(len(r.src)-r.at, 1<<30))))
		return
	}
	if r.state.dest == destSkip && word != "ud" {
		return
	}
	on := !given || n != 0
	if s := textOfWord(word); s != "" {
		r.putText(s)
		return
	}
	r.flush()
	r.skip = 0
	if (first || star) && r.destination(word, star) {
		return
	}
	if r.character(word, n, on) || r.block(word, n) {
		return
	}
	r.table(word, n)
}

// textOfWord is the character that a word stands for.
func textOfWord(word string) string {
	switch word {
	case "tab":
		return "\t"
	case "emdash":
		return "—"
	case "endash":
		return "–"
	case "emspace":
		return "\u2003"
	case "enspace":
		return "\u2002"
	case "qmspace":
		return "\u2005"
	case "bullet":
		return "•"
	case "lquote":
		return "‘"
	case "rquote":
		return "’"
	case "ldblquote":
		return "“"
	case "rdblquote":
		return "”"
	case "zwj":
		return "\u200d"
	case "zwnj":
		return "\u200c"
	case "ltrmark":
		return "\u200e"
	case "rtlmark":
		return "\u200f"
	}
	return ""
}

// character follows a word about the letters of the group.
func (r *rtfReader) character(word string, n int32, on bool) bool {
	s := &r.state
	switch word {
	case "u":
		r.unicode(n)
	case "uc":
		s.uc = min(max(n, 0), 255)
	case "f":
		if s.dest == destFont {
			r.curFont = n
		} else {
			s.page = r.pageOfFont(n)
		}
	case "plain":
		s.page, s.hidden = r.defaultPage(), s.html
	case "v", "deleted":
		s.hidden = on || s.html
	case "htmlrtf":
		s.html, s.hidden = on, on
	case "ansicpg":
		r.setCodepage(n)
	case "mac":
		r.setCodepage(10000)
	case "pc":
		r.setCodepage(437)
	case "pca":
		r.setCodepage(850)
	case "deff":
		r.defFont = n
	default:
		return false
	}
	return true
}

// block follows a word about paragraphs and what parts them.
func (r *rtfReader) block(word string, n int32) bool {
	if r.state.dest == destInfo && r.info.number(word, n) {
		return true
	}
	switch word {
	case "par":
		r.endParagraph()
	case "line", "softline":
		if r.state.dest == destText {
			r.w.inline().lineBreak()
		}
	case "page":
		r.endParagraph()
		r.w.page().rule()
	case "sect":
		r.endParagraph()
		r.rule = true
	case "sbknone":
		r.rule = false
	case "pagebb":
		r.rule = true
	case "pard":
		r.para = plainPara
	case "s":
		r.para.style = n
		r.curStyle = n
	case "outlinelevel":
		r.para.outline = n
		r.styleLevel(n)
	case "ls":
		r.para.list = n > 0
	case "intbl":
		r.para.table = true
	case "trowd":
		r.para.table = true
	case "cell", "nestcell":
		r.cell(word == "nestcell")
	case "row":
		r.row()
	default:
		return false
	}
	return true
}

// table follows a word of the tables in the file's head.
func (r *rtfReader) table(word string, n int32) {
	if r.state.dest != destFont {
		return
	}
	page := int32(0)
	switch word {
	case "fcharset":
		page = pageOfCharset(n)
	case "cpg":
		page = n
	}
	if page > 0 && len(r.fonts) < maxTables {
		r.fonts[r.curFont] = page
		r.state.page = page
	}
}
