package charset

import (
	"strings"
	"testing"
)

func BenchmarkDecode(b *testing.B) {
	for _, c := range []struct{ name, data string }{
		{"ascii", strings.Repeat("The ferry came back to port on Monday. ", 30000)},
		{"utf-8", strings.Repeat("Die Fähre kehrte am Montag zurück in den Hafen. ", 25000)},
		{"utf-8 Russian", strings.Repeat("Паром вернулся вчера в порт. ", 20000)},
		{"windows-1251", strings.Repeat("\xCF\xE0\xF0\xEE\xEC \xE2\xE5\xF0\xED\xF3\xEB\xF1\xFF \xE2 \xEF\xEE\xF0\xF2. ", 50000)},
		{"windows-1251 page", strings.Repeat("\xCF\xE0\xF0\xEE\xEC \xE2\xE5\xF0\xED\xF3\xEB\xF1\xFF \xE2 \xEF\xEE\xF0\xF2. ", 200)},
		{"windows-1252 page", strings.Repeat("Die F\xE4hre kehrte am Montag zur\xFCck in den Hafen. ", 100)},
		{"gb18030 page", strings.Repeat("\xB6\xC9\xC2\xD6\xD7\xF2\xCC\xEC\xBB\xD8\xB5\xBD\xB8\xDB\xBF\xDA\xA1\xA3", 200)},
	} {
		b.Run(c.name, func(b *testing.B) {
			data := []byte(c.data)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				Decode(data, Hint{})
			}
		})
	}
}
