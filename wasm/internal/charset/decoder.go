//go:build !js

package charset

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// decodeBrowser decodes an encoding of several bytes a character that every
// browser knows; what is damaged stands as U+FFFD. It is the twin of the one in
// decoder_js.go, for tests and tools outside a browser.
func decodeBrowser(data []byte, name string) string {
	b, err := multibyte(name).NewDecoder().Bytes(data)
	if err != nil {
		return ""
	}
	return string(b)
}

func multibyte(name string) encoding.Encoding {
	switch name {
	case "shift_jis":
		return japanese.ShiftJIS
	case "euc-jp":
		return japanese.EUCJP
	case "iso-2022-jp":
		return japanese.ISO2022JP
	case "euc-kr":
		return korean.EUCKR
	case "gb18030":
		return simplifiedchinese.GB18030
	case "big5":
		return traditionalchinese.Big5
	}
	return encoding.Nop
}
