package charset

// decodeAs decodes data as an encoding of Names, without looking whether it can
// be so. What is damaged or means nothing stands as U+FFFD.
func decodeAs(data []byte, name string) string {
	if l := letters(name); l != nil {
		return decodeLetters(data, l)
	}
	switch name {
	case "utf-8":
		return decodeUTF8(data)
	case "utf-16le":
		return decodeUTF16(data, 0)
	case "utf-16be":
		return decodeUTF16(data, 1)
	case "utf-32le":
		return decodeUTF32(data, false)
	case "utf-32be":
		return decodeUTF32(data, true)
	case "hz-gb-2312":
		return decodeBrowser(fromHZ(data), "gb18030")
	case "iso-2022-kr":
		return decodeBrowser(fromShifts(data), "euc-kr")
	case "euc-tw":
		return decodeBrowser(fromCNS(data), "big5")
	case "johab":
		return decodeJohab(data)
	}
	return decodeBrowser(data, name)
}
