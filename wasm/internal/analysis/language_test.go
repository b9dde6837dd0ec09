package analysis

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The minister said on Monday that the plan would be ready by the end of the year.", "en"},
		{"Der Minister sagte am Montag, dass der Plan bis zum Ende des Jahres fertig sein wird.", "de"},
		{"Le ministre a déclaré lundi que le plan serait prêt avant la fin de l'année.", "fr"},
		{"El ministro dijo el lunes que el plan estará listo antes de que termine el año.", "es"},
		{"Il ministro ha detto lunedì che il piano sarà pronto prima della fine dell'anno.", "it"},
		{"O ministro disse na segunda-feira que o plano não estará pronto até ao fim do ano.", "pt"},
		{"De minister zei maandag dat het plan voor het einde van het jaar klaar zal zijn.", "nl"},
		{"Ministern sade på måndagen att planen ska vara klar före slutet av året och inte senare.", "sv"},
		{"Minister powiedział w poniedziałek, że plan będzie gotowy do końca roku i nie później.", "pl"},
		{"Bakan pazartesi günü planın yıl sonuna kadar hazır olacağını ve bir daha ertelenmeyeceğini söyledi.", "tr"},
		{"Министр заявил в понедельник, что план будет готов до конца года, но не раньше.", "ru"},
		{"Міністр заявив у понеділок, що план буде готовий до кінця року, але не раніше.", "uk"},
		{"Министърът каза в понеделник, че планът ще бъде готов до края на годината.", "bg"},
		{"Ο υπουργός δήλωσε τη Δευτέρα ότι το σχέδιο θα είναι έτοιμο.", "el"},
		{"השר אמר ביום שני כי התוכנית תהיה מוכנה עד סוף השנה.", "he"},
		{"قال الوزير يوم الاثنين إن الخطة ستكون جاهزة قبل نهاية العام.", "ar"},
		{"وزیر روز دوشنبه گفت که این طرح تا پایان سال آماده خواهد شد.", "fa"},
		{"部长星期一表示，该计划将在年底前准备就绪。", "zh"},
		{"大臣は月曜日、計画は年末までに準備が整うと述べた。", "ja"},
		{"장관은 월요일에 계획이 연말까지 준비될 것이라고 말했다.", "ko"},
		{"रमंत्री ने सोमवार को कहा कि योजना साल के अंत तक तैयार हो जाएगी।", "hi"},
		{"รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าแผนจะพร้อมภายในสิ้นปี", "th"},
		{"Ministeren sagde mandag, at planen ville være klar inden årets udgang, og at den ikke skulle ændres efter mødet.", "da"},
		{"Statsråden sa mandag at planen skal være klar før slutten av året, og at den ikke blir endret etter møtet.", "no"},
		{"Ministeri sanoi maanantaina, että suunnitelma on valmis ennen vuoden loppua, mutta se ei ole vielä varma.", "fi"},
		{"Ministr v pondělí řekl, že plán bude hotov do konce roku a že se už nezmění.", "cs"},
		{"Minister v pondelok povedal, že plán bude hotový do konca roka a že sa už nezmení.", "sk"},
		{"A miniszter hétfőn azt mondta, hogy a terv az év végéig elkészül, és már nem változik.", "hu"},
		{"Ministrul a spus luni că planul va fi gata până la sfârșitul anului și că nu se va schimba.", "ro"},
		{"Bộ trưởng cho biết hôm thứ Hai rằng kế hoạch sẽ được hoàn thành trước cuối năm.", "vi"},
		{"Ministar je u ponedjeljak rekao da će plan biti gotov prije kraja godine i da se neće mijenjati.", "hr"},
		{"Министар је у понедељак рекао да ће план бити готов до краја године.", "sr"},
		{"Minister je v ponedeljek dejal, da bo načrt pripravljen do konca leta in da se ne bo več spremenil.", "sl"},
		{"Minister ütles esmaspäeval, et kava on valmis enne aasta lõppu ja see ei muutu.", "et"},
		{"Ministrs pirmdien sacīja, ka plāns būs gatavs līdz gada beigām un vairs netiks mainīts.", "lv"},
		{"Ministras pirmadienį sakė, kad planas bus parengtas iki metų pabaigos ir jau nesikeis.", "lt"},
		{"El ministre va dir dilluns que el pla estarà llest abans que acabi l'any i que ja no canviarà amb aquesta reunió.", "ca"},
		{"Menteri mengatakan pada hari Senin bahwa rencana itu akan siap sebelum akhir tahun dan tidak akan berubah karena sudah disetujui.", "id"},
		{"وزیر نے پیر کو کہا کہ یہ منصوبہ سال کے آخر تک تیار ہو جائے گا۔", "ur"},
		{"মন্ত্রী সোমবার বলেছেন যে পরিকল্পনাটি বছরের শেষ নাগাদ প্রস্তুত হবে।", "bn"},
		{"მინისტრმა ორშაბათს განაცხადა, რომ გეგმა წლის ბოლომდე მზად იქნება.", "ka"},
		// No evidence is an answer.
		{"Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.", ""},
		{"", ""}, {"12,345 67.8", ""}, {"Zelenskyy Macron Starmer", ""}, {"\xff\xfe\x00", ""},
	}
	for _, test := range tests {
		if got := Language(test.text); got != test.want {
			t.Errorf("Language(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

// labelled is a text and the language it is known to be in.
type labelled struct{ text, lang string }

// dataSet names a set of texts and the share that must come out right.
type dataSet struct {
	folder, lang string // lang "" when the records say it themselves
	least        float64
	minLen       int // bytes; sentences of chat say too little
}

// TestLanguageOnData measures on sets of labelled texts.
func TestLanguageOnData(t *testing.T) {
	root := os.Getenv("CLIPPINGS_DATA")
	if root == "" {
		t.Skip("CLIPPINGS_DATA is not set")
	}
	sets := []dataSet{
		{"gnad10k_test", "de", 0.99, 100}, {"bbc_news", "en", 0.99, 100}, {"cctv_xwlb", "zh", 0.99, 100},
		{"saudinewsnet", "ar", 0.99, 100}, {"wmt22_docs", "", 0.95, 100},
	}
	for _, set := range sets {
		right, all, wrong := 0, 0, map[string]int{}
		for _, l := range readLabelled(t, filepath.Join(root, set.folder)) {
			if set.lang != "" {
				l.lang = set.lang
			}
			if len(l.text) < set.minLen || l.lang == "" {
				continue
			}
			all++
			if got := Language(l.text); got == l.lang {
				right++
			} else {
				wrong[l.lang+" as "+got]++
			}
		}
		t.Logf("%s: %d of %d right, wrong: %v", set.folder, right, all, wrong)
		if float64(right) < set.least*float64(all) || all == 0 {
			t.Errorf("%s: %d of %d right, want %.0f %%", set.folder, right, all, set.least*100)
		}
	}
}

// readLabelled reads the JSON-lines, JSON and Markdown files under a folder, and
// those in zip files. A README is no text of the set.
func readLabelled(t *testing.T, folder string) (texts []labelled) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if filepath.Ext(path) == ".zip" {
			return readZip(path, &texts)
		}
		b, err := os.ReadFile(path)
		texts = append(texts, readTexts(path, b)...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func readZip(path string, texts *[]labelled) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer archive.Close()
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		*texts = append(*texts, readTexts(f.Name, b)...)
	}
	return nil
}

// readTexts returns the texts of one file: a Markdown file whole, JSON objects
// one a line, or one array of them.
func readTexts(path string, b []byte) (texts []labelled) {
	if filepath.Ext(path) == ".md" && filepath.Base(path) != "README.md" {
		return []labelled{{text: string(b)}}
	}
	if !strings.HasPrefix(filepath.Ext(path), ".json") {
		return nil
	}
	type record struct{ Text, Content, Lang string }
	var all []record
	if json.Unmarshal(b, &all) != nil {
		lines := bufio.NewScanner(strings.NewReader(string(b)))
		lines.Buffer(nil, 16<<20)
		for lines.Scan() {
			var r record
			if json.Unmarshal(lines.Bytes(), &r) == nil {
				all = append(all, r)
			}
		}
	}
	for _, r := range all {
		texts = append(texts, labelled{r.Text + r.Content, r.Lang})
	}
	return texts
}

// TestSpeaks holds that a text speaks its language and not one that is far.
func TestSpeaks(t *testing.T) {
	const german = "Der Minister sagte am Montag, dass der Plan bis zum Ende des Jahres fertig sein wird."
	const greek = "Ο υπουργός δήλωσε τη Δευτέρα ότι το σχέδιο θα είναι έτοιμο."
	for _, c := range []struct {
		text, code string
		want       bool
	}{{german, "de", true}, {german, "en", false}, {german, "el", false}, {german, "xx", false}, {greek, "el", true}, {greek, "de", false}, {"", "de", false}} {
		if got := Speaks(c.text, c.code); got != c.want {
			t.Errorf("Speaks(%q, %q) = %v", c.text, c.code, got)
		}
	}
}

// FuzzLanguage holds that any text has an answer that is none or a code.
func FuzzLanguage(f *testing.F) {
	for _, s := range []string{"", "der", "\xff\xfe", "Ο υπουργός", "ỳ\u0323 e\u0301", "\U0003ffff\u1e00ऀ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if code := Language(text); len(code) != 0 && len(code) != 2 {
			t.Fatalf("%q: %q", text, code)
		}
		Speaks(text, "de")
	})
}

// TestSpeaksIsPlain holds that the first word that is enough decides as all of
// the sample would.
func TestSpeaksIsPlain(t *testing.T) {
	text := "Die Fähre liegt wieder am Kai. The ferry is back at the quay, and it stays. Le bac est de retour. Паром вернулся и стоит у причала."
	for i := range text {
		for j := i; j <= len(text); j += 7 {
			for _, code := range []string{"de", "en", "fr", "ru", "da"} {
				e := ear{every: ^uint64(0)}
				e.listen(text[i:j], func() bool { return false })
				if got, want := Speaks(text[i:j], code), e.score[languageBit(code)] >= speaksScore; got != want {
					t.Fatalf("%q in %s: got %v", text[i:j], code, got)
				}
			}
		}
	}
}
