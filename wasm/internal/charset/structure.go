package charset

// A pairing is how the bytes of an encoding of two bytes a character follow each
// other.
type pairing struct {
	name   string
	lead   string // ranges of first bytes, two bytes each
	trail  string // ranges of second bytes
	single string // ranges of bytes that stand alone
}

// The pairings leave out longer characters, which are rare: their third bytes
// look like the first of another.
var pairings = [...]pairing{
	{name: "shift_jis", lead: "\x81\x9F\xE0\xFC", trail: "\x40\x7E\x80\xFC", single: "\xA1\xDF"},
	{name: "euc-jp", lead: "\x8E\x8F\xA1\xFE", trail: "\xA1\xFE"},
	{name: "euc-kr", lead: "\x81\xFD", trail: "\x41\x5A\x61\x7A\x81\xFE"},
	{name: "gb18030", lead: "\x81\xFE", trail: "\x30\x39\x40\x7E\x80\xFE"},
	{name: "big5", lead: "\x81\xFE", trail: "\x40\x7E\xA1\xFE"},
	{name: "euc-tw", lead: "\x8E\x8E\xA1\xFD", trail: "\xA1\xFE"},
	{name: "johab", lead: "\x84\xD3\xD9\xF9", trail: "\x31\x7E\x81\xFE"},
}

// fits reports whether the bytes can be pairs of an encoding, but for one in
// twenty that are damaged. It saves decoding what cannot be text; encodings without pairs fit.
func fits(data []byte, name string) bool {
	for _, p := range pairings {
		if p.name == name {
			return p.fits(data)
		}
	}
	return true
}

func (p pairing) fits(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		n := asciiLen(data)
		data = data[n:]
		switch {
		case len(data) == 0:
		case inRanges(data[0], p.single):
			data = data[1:]
			good++
		case len(data) > 1 && inRanges(data[0], p.lead) && inRanges(data[1], p.trail) && p.means(data[0], data[1]):
			data = data[2:]
			good++
		default:
			data = data[1:]
			bad++
		}
	}
	return bad*20 <= good
}

// means rules out pairs that are no syllable of Johab, where every second pair is none.
func (p pairing) means(lead, trail byte) bool {
	return p.name != "johab" || lead >= 0xD9 || johabSyllable(lead, trail) != '\uFFFD'
}

func inRanges(c byte, ranges string) bool {
	for ; len(ranges) >= 2; ranges = ranges[2:] {
		if c >= ranges[0] && c <= ranges[1] {
			return true
		}
	}
	return false
}
