package analysis

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// udhrNames begin the names of the files of the Universal Declaration of Human
// Rights in a language. Files that write Cyrillic with Latin letters are left out.
var udhrNames = map[string]string{
	"English": "en", "German_Deutsch": "de", "French_Francais": "fr", "Spanish": "es", "Italian": "it", "Portuguese_Portugues": "pt", "Dutch_Nederlands": "nl", "Swedish_Svenska": "sv", "Danish_Dansk": "da",
	"Norwegian-Latin1": "no", "Norwegian_Norsk-Bokmal": "no", "Norwegian_Norsk-Nynorsk": "no", "Finnish_Suomi": "fi", "Polish": "pl", "Czech": "cs", "Slovak": "sk", "Hungarian": "hu", "Romanian": "ro", "Rumanian": "ro",
	"Turkish": "tr", "Indonesian": "id", "Bahasa_Indonesia": "id", "Malay_Bahasa": "ms", "Catalan": "ca", "Croatian": "hr", "Slovenian": "sl", "Estonian": "et", "Latvian": "lv", "Lithuanian": "lt", "Icelandic": "is",
	"Albanian": "sq", "Basque": "eu", "Galician": "gl", "Irish": "ga", "Welsh": "cy", "Maltese": "mt", "Swahili": "sw", "Kiswahili": "sw", "Tagalog": "tl", "Filipino": "tl", "Esperanto": "eo", "Afrikaans": "af", "Vietnamese": "vi", "Somali": "so", "Hausa": "ha",
	"Russian": "ru", "Ukrainian": "uk", "Bulgarian": "bg", "Belorus": "be",
	"Arabic": "ar", "Farsi": "fa", "Urdu": "ur", "Hindi": "hi", "Marathi": "mr", "Nepali": "ne",
	"Greek": "el", "Hebrew": "he", "Thai": "th", "Korean": "ko", "Japanese": "ja", "Chinese": "zh", "Bengali": "bn", "Gujarati": "gu", "Kannada": "kn", "Tamil": "ta", "Lao": "lo", "Sinhala": "si", "Burmese": "my",
}

// TestLanguageUDHR guards against falling back. It is no held-out measure: some of
// the function words were added for the declaration's own phrases. Malay passes for
// Indonesian. It measures on paragraphs of the declaration of at least eighty
// bytes, in the files that can be read as UTF-8 or Latin-1.
func TestLanguageUDHR(t *testing.T) {
	root := os.Getenv("CLIPPINGS_DATA")
	if root == "" {
		t.Skip("CLIPPINGS_DATA is not set")
	}
	archive, err := zip.OpenReader(filepath.Join(root, "nltk_news_udhr/orig/udhr.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	languages, good := map[string]bool{}, 0
	for _, f := range archive.File {
		name := filepath.Base(f.Name)
		want := ""
		for start, code := range udhrNames {
			if strings.HasPrefix(name, start) {
				want = code
			}
		}
		text, ok := readUDHR(t, f)
		if want == "" || !ok {
			continue
		}
		languages[want] = true
		whole := Language(text)
		right, all, wrong := 0, 0, map[string]int{}
		for _, p := range strings.Split(text, "\n") {
			if len(p) < 80 {
				continue
			}
			all++
			if got := Language(p); got == want || want == "id" && got == "ms" {
				right++
			} else {
				wrong[got]++
			}
		}
		if whole != want {
			t.Errorf("%s: the whole text is %q, want %q", name, whole, want)
		}
		if right*5 < all*4 {
			t.Errorf("%s: %d of %d paragraphs, wrong %v", name, right, all, wrong)
		}
		if right*20 >= all*19 {
			good++
		}
	}
	t.Logf("%d languages, %d files with at least 95 %% of their paragraphs", len(languages), good)
}

// readUDHR is a file's text, if its name says that it is in UTF-8 or Latin-1.
func readUDHR(t *testing.T, f *zip.File) (string, bool) {
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case strings.HasSuffix(f.Name, "UTF8") && utf8.Valid(b):
		return string(b), true
	case strings.HasSuffix(f.Name, "Latin1"):
		runes := make([]rune, len(b))
		for i, c := range b {
			runes[i] = rune(c)
		}
		return string(runes), true
	}
	return "", false
}
