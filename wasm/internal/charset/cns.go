package charset

// A cnsRun is a stretch of CNS 11643 that stands in the same order in Big5.
type cnsRun struct{ cns, big5, length uint16 }

// cnsRuns are the stretches of planes 1 and 2, by place in CNS 11643 (94 columns a
// row, 94 rows a plane) with the place in Big5 (157 columns a row). Big5 and these
// planes have the same characters, by strokes in both; a few stand elsewhere because
// their strokes were counted anew. Made by comparing the two encodings of iconv.
var cnsRuns = [...]cnsRun{
	{0, 0, 21}, {21, 23, 2}, {24, 22, 1}, {29, 29, 44}, {73, 74, 1}, {74, 73, 1}, {75, 75, 22}, {98, 98, 1}, {100, 100, 27},
	{127, 128, 1}, {128, 127, 1}, {129, 129, 19}, {148, 149, 1}, {149, 148, 1}, {150, 150, 4}, {155, 21, 1}, {156, 156, 78},
	{282, 234, 29}, {312, 264, 1}, {314, 266, 142}, {3290, 471, 17}, {3307, 263, 1}, {3308, 489, 86}, {3394, 265, 1},
	{3395, 576, 1307}, {4702, 1884, 424}, {5126, 1883, 1}, {5127, 2308, 1876}, {7003, 4571, 1}, {7004, 4184, 387}, {7391, 4572, 525},
	{7916, 5286, 1}, {7917, 5097, 189}, {8106, 5287, 84}, {8190, 5517, 1}, {8191, 5371, 54}, {8245, 5426, 1}, {8246, 5425, 1},
	{8247, 5427, 90}, {8337, 5518, 354}, {8836, 6280, 10}, {8846, 6291, 33}, {8879, 6372, 1}, {8880, 6324, 48}, {8928, 6373, 46},
	{8974, 6586, 1}, {8975, 6419, 167}, {9142, 6587, 1840}, {10982, 9074, 1}, {10983, 8428, 108}, {11091, 8537, 537}, {11628, 8427, 1},
	{11629, 9075, 100}, {11729, 8536, 1}, {11730, 9175, 399}, {12129, 9575, 1637}, {13766, 11761, 1}, {13767, 11212, 146}, {13913, 11899, 1},
	{13914, 11358, 287}, {14201, 12508, 1}, {14202, 11645, 116}, {14318, 11762, 137}, {14455, 11900, 104}, {14559, 12425, 1},
	{14560, 12004, 222}, {14782, 12227, 198}, {14980, 12426, 82}, {15062, 12509, 86}, {15148, 12226, 1}, {15149, 12595, 8},
	{15157, 12604, 153}, {15310, 12758, 56}, {15366, 13114, 1}, {15367, 12814, 113}, {15480, 12603, 1}, {15481, 12927, 142},
	{15623, 12757, 1}, {15624, 13069, 45}, {15669, 13115, 71}, {15740, 13380, 1}, {15741, 13186, 194}, {15935, 13381, 490},
	{16425, 13914, 1}, {16426, 13871, 43}, {16469, 13915, 1}, {16470, 13917, 11}, {16481, 13916, 1}, {16482, 13928, 4},
}

// fromCNS writes EUC-TW as Big5. Two bytes are of plane 1, four that begin with
// 0x8E of the plane that the second names; what Big5 has not becomes 0xFF, which
// decodes as U+FFFD.
func fromCNS(data []byte) []byte {
	b := make([]byte, 0, len(data))
	for len(data) > 0 {
		c := data[0]
		switch {
		case c < 0x80:
			b = append(b, c)
			data = data[1:]
		case c == 0x8E && len(data) >= 4 && data[1] >= 0xA1 && data[1] <= 0xB0 && isCNS(data[2:]):
			b = appendBig5(b, int(data[1]-0xA1)*94*94+cnsPlace(data[2:]))
			data = data[4:]
		case len(data) >= 2 && isCNS(data):
			b = appendBig5(b, cnsPlace(data))
			data = data[2:]
		default:
			b = append(b, 0xFF)
			data = data[1:]
		}
	}
	return b
}

func isCNS(pair []byte) bool {
	return pair[0] >= 0xA1 && pair[0] < 0xFF && pair[1] >= 0xA1 && pair[1] < 0xFF
}

func cnsPlace(pair []byte) int { return int(pair[0]-0xA1)*94 + int(pair[1]-0xA1) }

func appendBig5(b []byte, place int) []byte {
	for _, r := range cnsRuns {
		i := place - int(r.cns)
		if i < 0 || i >= int(r.length) {
			continue
		}
		i += int(r.big5)
		column := byte(i%157) + 0x40
		if column > 0x7E {
			column += 0xA1 - 0x7F
		}
		return append(b, byte(i/157)+0xA1, column)
	}
	return append(b, 0xFF)
}
