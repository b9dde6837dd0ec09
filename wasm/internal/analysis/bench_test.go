package analysis

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clippings/wasm/internal/corpustest"
)

// ownText is about a megabyte of made news, ASCII but for its curly quotes.
func ownText() string {
	var b strings.Builder
	for _, d := range corpustest.Corpus(1, 400) {
		b.WriteString(d.Text)
		b.WriteString("\n\n")
	}
	return b.String()
}

// givenText is up to four megabytes of the texts of the corpus CLIPPINGS_CORPUS,
// a file of JSON lines or a folder of them, or "".
func givenText(b *testing.B) string {
	name := os.Getenv("CLIPPINGS_CORPUS")
	if name == "" {
		return ""
	}
	if files, _ := filepath.Glob(filepath.Join(name, "*.ndjson")); len(files) > 0 {
		name = files[0]
	}
	f, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var text strings.Builder
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() && text.Len() < 4<<20 {
		var doc struct{ Text, Body string }
		if json.Unmarshal(lines.Bytes(), &doc) == nil {
			text.WriteString(doc.Text + doc.Body + "\n")
		}
	}
	return text.String()
}

// germanText has a letter outside ASCII in every eighth word, chineseText is all
// Han, russianText all Cyrillic.
var (
	germanText  = strings.Repeat("Die Regierung hält den Streit über das Gesetz für längst erledigt, hieß es am Montag aus München. ", 2000)
	russianText = strings.Repeat("Правительство обсудит новый закон на заседании в понедельник, сообщил министр. ", 2000)
	chineseText = strings.Repeat("政府星期一表示，新的法律将在下个月生效，各地代表对此有不同意见。", 2000)
)

// BenchmarkScan measures segments only, segments with folding, and everything up
// to the hash of the term.
func BenchmarkScan(b *testing.B) {
	texts := []struct{ name, text string }{
		{"own", ownText()}, {"given", givenText(b)},
		{"german", germanText}, {"russian", russianText}, {"chinese", chineseText},
	}
	uses := []struct {
		name string
		scan func(*Scanner)
	}{
		{"segment", scanSegments}, {"fold", scanFolded}, {"hash", scanHashes}, {"compare", scanCompared},
	}
	for _, t := range texts {
		for _, u := range uses {
			if t.text == "" {
				continue
			}
			b.Run(t.name+"/"+u.name, func(b *testing.B) {
				var s Scanner
				b.SetBytes(int64(len(t.text)))
				b.ReportAllocs()
				for b.Loop() {
					s.Reset(t.text)
					u.scan(&s)
				}
			})
		}
	}
}

// sink keeps the compiler from dropping the work.
var sink uint64

func scanSegments(s *Scanner) {
	for s.Next() {
		sink += uint64(s.End())
	}
}

func scanFolded(s *Scanner) {
	for s.Next() {
		sink += uint64(len(s.Folded()))
	}
}

func scanHashes(s *Scanner) {
	for s.Next() {
		sink += s.Hash()
	}
}

func scanCompared(s *Scanner) {
	for s.Next() {
		if h, ok := s.Compared(); ok {
			sink += h
		}
	}
}

func BenchmarkLanguage(b *testing.B) {
	text := ownText()[:4000]
	b.ReportAllocs()
	for b.Loop() {
		Language(text)
	}
}

func BenchmarkNormalize(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Normalize("organisation")
	}
}
