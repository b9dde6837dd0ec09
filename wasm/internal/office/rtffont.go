package office

// pageOfCharset is the Windows code page of a value of \fcharset, 0 if it names
// none. See the table "\fcharset" of the specification.
func pageOfCharset(n int32) int32 {
	switch n {
	case 0:
		return 1252
	case 2:
		return symbolPage
	case 77:
		return 10000
	case 78:
		return 10001
	case 79:
		return 10003
	case 80:
		return 10008
	case 81:
		return 10002
	case 83:
		return 10005
	case 84:
		return 10004
	case 85:
		return 10006
	case 86:
		return 10081
	case 87:
		return 10021
	case 88:
		return 10029
	case 89:
		return 10007
	case 128:
		return 932
	case 129:
		return 949
	case 130:
		return 1361
	case 134:
		return 936
	case 136:
		return 950
	case 161:
		return 1253
	case 162:
		return 1254
	case 163:
		return 1258
	case 177:
		return 1255
	case 178, 179, 180:
		return 1256
	case 186:
		return 1257
	case 204:
		return 1251
	case 222:
		return 874
	case 238:
		return 1250
	case 254:
		return 437
	case 255:
		return 850
	}
	return 0
}

// pageOfFont is the code page of a font, that of the file for one that names
// none.
func (r *rtfReader) pageOfFont(font int32) int32 {
	if page := r.fonts[font]; page != 0 {
		return page
	}
	return r.codepage
}

// defaultPage is the code page of text without a font. Many programs give their
// default font the charset "ANSI" whatever the file is in.
func (r *rtfReader) defaultPage() int32 {
	if page := r.fonts[r.defFont]; page != 0 && page != windows1252 && page != symbolPage {
		return page
	}
	return r.codepage
}

// setCodepage sets that of the file.
func (r *rtfReader) setCodepage(page int32) {
	if page <= 0 {
		page = windows1252
	}
	r.codepage, r.state.page = page, page
}
