package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestLayout(t *testing.T) {
	for _, c := range [...]struct{ what, content, want string }{
		{"lines are joined", column(50, 700, "The ferry left the harbour at six in the", "morning and came back at noon."),
			"The ferry left the harbour at six in the morning and came back at noon."},
		{"a hyphen is undone", column(50, 700, "The ferry left the har-", "bour at six."), "The ferry left the harbour at six."},
		{"a compound keeps it", column(50, 700, "A long-term plan and a long-", "term loan."), "A long-term plan and a long-term loan."},
		{"a name keeps it", column(50, 700, "It was signed by Smith-", "Jones."), "It was signed by Smith-Jones."},
		{"a gap parts", column(50, 700, "One paragraph here.", "", "", "And another."), "One paragraph here.\n\nAnd another."},
		{"two columns",
			column(50, 700, "The left column is", "read first, and it", "goes on for some", "lines before the") +
				column(250, 700, "right column comes", "which is read after", "it although it has", "the same height."),
			"The left column is read first, and it goes on for some lines before the right column comes which is read after it although it has the same height."},
		{"columns shown row by row",
			column(50, 700, "Left one is here.") + column(250, 700, "Right one is here.") +
				column(50, 688, "Left two is here.") + column(250, 688, "Right two is here."),
			"Left one is here. Left two is here.\n\nRight one is here. Right two is here."},
		{"gaps are spaces", "BT /F 10 Tf 50 700 Td [(No)-600(space)-600(here)] TJ ET", "No space here"},
		{"kerning is none", "BT /F 10 Tf 50 700 Td [(A)80(WA)-60(Y)] TJ ET", "AWAY"},
		{"tracking is none", "BT /F 10 Tf 50 700 Td [(H)-300(E)-300(A)-300(D)-300(L)-300(I)-300(N)-300(E)-1200(O)-300(N)-300(E)] TJ ET", "HEADLINE ONE"},
		{"a large initial", "BT /F 36 Tf 50 676 Td (T) Tj ET\n" + column(75, 700, "he ferry left at six", "and came back at noon", "with nobody on board") + column(50, 664, "but the captain, asleep."),
			"The ferry left at six and came back at noon with nobody on board but the captain, asleep."},
		{"Windows letters", "BT /F 10 Tf 50 700 Td (\x93Caf\xe9\x94 \x96 \x80 5) Tj ET", "“Café” – € 5"},
		{"turned page", "BT /F 10 Tf 0 1 -1 0 100 100 Tm (Up the side it goes) Tj ET", "Up the side it goes"},
		{"inline image", "BI /W 1 /H 1 /BPC 8 ID \xffEI\x00\x01 EI BT /F 10 Tf 50 700 Td (After) Tj ET", "After"},
		{"text given beside", "BT /F 10 Tf 50 700 Td /Span << /ActualText (office) >> BDC (o\x01ce) Tj EMC ET", "office"},
		{"printed twice", column(50, 700, "Bold by hand") + column(50.4, 700, "Bold by hand"), "Bold by hand"},
		{"quotes and leading", "BT /F 10 Tf 12 TL 50 700 Td (one) Tj (two) ' 0 0 (three) \" ET", "one two three"},
	} {
		got, err := read(pageSample(c.content).bytes())
		if err != nil || got != c.want {
			t.Errorf("%s:\n got %q, %v\nwant %q", c.what, got, err, c.want)
		}
	}
}

func TestRunningHeads(t *testing.T) {
	head := column(50, 780, "The Harbour Gazette")
	one := head + column(50, 700, "The council met for the first time since the", "summer and decided that the old") + column(300, 20, "1")
	two := head + column(50, 700, "bridge is to be closed.", "Work begins in May.") + column(300, 20, "2")
	got, err := read(pageSample(one, two).bytes())
	want := "The Harbour Gazette\n\n" +
		"The council met for the first time since the summer and decided that the old bridge is to be closed. Work begins in May.\n\n" +
		"1\n\nThe Harbour Gazette\n\n2"
	if err != nil || got != want {
		t.Errorf("got %q, %v\nwant %q", got, err, want)
	}
}

const ferry = "The ferry left at six."

func TestPacked(t *testing.T) {
	s := pageSample(column(50, 700, ferry))
	if got, err := read(s.packedBytes()); got != ferry || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestDamaged(t *testing.T) {
	whole := pageSample(column(50, 700, ferry)).bytes()
	packed := pageSample(column(50, 700, ferry)).packedBytes()
	for _, c := range [...]struct {
		what string
		data []byte
	}{
		{"bytes before it", append([]byte("some mail header\r\n"), whole...)},
		{"no table", whole[:bytes.Index(whole, []byte("xref"))]},
		{"table shifted", bytes.Replace(whole, []byte("%PDF-1.7\n"), []byte("%PDF-1.7\n% another line\n"), 1)},
		{"wrong length", bytes.Replace(whole, []byte("/Length 6"), []byte("/Length 9"), 1)},
		{"no end", whole[:bytes.LastIndex(whole, []byte("endstream"))]},
		{"packed, no start", bytes.Replace(packed, []byte("startxref"), []byte("startnone"), 1)},
	} {
		if got, err := read(c.data); got != ferry {
			t.Errorf("%s: got %q, %v", c.what, got, err)
		}
	}
}

func TestErrors(t *testing.T) {
	image := pageSample("/I Do")
	image.objects[1] = strings.Replace(image.objects[1], "/Font", "/XObject << /I 6 0 R >> /Font", 1)
	image.add(streamObject("/Subtype /Image /Filter /DCTDecode", "x"))
	locked := pageSample(column(50, 700, ferry))
	locked.trailer = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (x) /U (y) >>"
	for _, c := range [...]struct {
		what string
		data []byte
		want error
	}{
		{"nothing", nil, ErrDamaged},
		{"no PDF", []byte("Dear reader"), ErrDamaged},
		{"only a head", []byte("%PDF-1.4\n"), ErrDamaged},
		{"empty page", pageSample("").bytes(), ErrNoText},
		{"picture", image.bytes(), ErrNoText},
		{"password", locked.bytes(), ErrEncrypted},
	} {
		if _, err := read(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.what, err, c.want)
		}
	}
}

// TestEncrypted opens files with the empty password, their keys made here.
func TestEncrypted(t *testing.T) {
	const owner = "0123456789abcdefghijklmnopqrstuv"
	makeKey := func(length int) []byte {
		in := append([]byte(padding+owner), 0xfc, 0xff, 0xff, 0xff)
		sum := md5(in)
		for range 50 {
			sum = md5(sum[:length])
		}
		return sum[:length:length]
	}
	k := key{bytes: makeKey(16)}
	proof := func() []byte {
		sum := md5([]byte(padding))
		x := rc4(k.bytes, sum[:])
		for i := byte(1); i <= 19; i++ {
			turned := make([]byte, 16)
			for j := range turned {
				turned[j] = k.bytes[j] ^ i
			}
			x = rc4(turned, x)
		}
		return x
	}()
	s := pageSample("")
	content := column(50, 700, ferry)
	s.objects[4] = streamObject("", string(k.decryptBytes([]byte(content), cipherRC4, ref{num: 5})))
	s.trailer = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (" + owner + ") /U <" + hexed(proof) + "> >>"
	if got, err := read(s.bytes()); got != ferry || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

func hexed(b []byte) string {
	const digits = "0123456789abcdef"
	out := ""
	for _, c := range b {
		out += string(digits[c>>4]) + string(digits[c&15])
	}
	return out
}

func TestCancel(t *testing.T) {
	stop := errors.New("stop")
	data := pageSample(column(50, 700, ferry)).bytes()
	for n := range 6 {
		left := n
		_, err := Read(bytes.NewReader(data), int64(len(data)), Options{Yield: func() error {
			if left--; left < 0 {
				return stop
			}
			return nil
		}})
		if err != nil && err != stop {
			t.Errorf("after %d: %v", n, err)
		}
		if n == 0 && err != stop {
			t.Errorf("not stopped: %v", err)
		}
	}
}

func TestLimits(t *testing.T) {
	data := pageSample(column(50, 700, "one"), column(50, 700, "two"), column(50, 700, "three")).bytes()
	r, err := Read(bytes.NewReader(data), int64(len(data)), Options{Yield: noYield, MaxPages: 2})
	if err != nil || r.Text != "one\n\ntwo" || len(r.Warnings) != 1 {
		t.Errorf("pages: %q %q %v", r.Text, r.Warnings, err)
	}
	r, err = Read(bytes.NewReader(data), int64(len(data)), Options{Yield: noYield, MaxText: 3})
	if err != nil || r.Text != "one" || len(r.Warnings) != 1 {
		t.Errorf("text: %q %q %v", r.Text, r.Warnings, err)
	}
}

func TestFacts(t *testing.T) {
	s := pageSample(column(50, 700, ferry))
	s.add("<< /Title (Ferry leaves early) /Author (A. Typist) /CreationDate (D:20250703104900+02'00') >>")
	s.trailer = "/Info 6 0 R"
	data := s.bytes()
	r, _ := Read(bytes.NewReader(data), int64(len(data)), Options{Yield: noYield})
	var got []string
	for _, f := range r.Facts {
		got = append(got, f.Field+"="+f.Value)
	}
	if want := "title=Ferry leaves early byline=A. Typist date=2025-07-03T10:49"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIsTitle(t *testing.T) {
	for title, want := range map[string]bool{
		"Ferry leaves early": true, "Ferry": true, "untitled": false, "Untitled-3": false, "Microsoft Word - ferry.doc": false,
		"ferry.indd": false, "p01_news": false, "": false, `C:\ferry`: false,
	} {
		if isTitle(title) != want {
			t.Errorf("isTitle(%q) = %v", title, !want)
		}
	}
}

// FuzzRead holds that no bytes make Read panic or hang.
func FuzzRead(f *testing.F) {
	s := pageSample(column(50, 700, ferry))
	f.Add(s.bytes())
	f.Add(s.packedBytes())
	s.objects[4] = streamObject("/Filter [/ASCIIHexDecode /LZWDecode]", "800B6050220C0C8501")
	f.Add(s.bytes())
	s.objects[2] = "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /W [1 [500] 2 9 600] >>] >>"
	s.add(streamObject("", "1 begincodespacerange <00> <ffff> endcodespacerange 1 beginbfrange <0001> <00ff> <0041> endbfrange"))
	f.Add(s.bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		Read(bytes.NewReader(data), int64(len(data)), Options{Yield: noYield, MaxText: 1 << 20, MaxPages: 100})
	})
}

func BenchmarkRead(b *testing.B) {
	line := "The ferry left the harbour at six in the morning and came back at noon."
	var pages []string
	for range 20 {
		pages = append(pages, column(50, 780, strings.Split(strings.Repeat(line+"\n", 60), "\n")...))
	}
	data := pageSample(pages...).bytes()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := read(data); err != nil {
			b.Fatal(err)
		}
	}
}

// TestHostile holds that deep nesting, streams within streams and crowds of
// lines end soon.
func TestHostile(t *testing.T) {
	deep := pageSample(strings.Repeat("[", 1<<20) + column(50, 700, ferry))
	deep.objects[2] = strings.Repeat("[<</A", 1<<18)
	crowd := "BT /F 400 Tf\n" + strings.Repeat("1 0 0 1 5 300 Tm (a) Tj 1 0 0 1 2 310 Tm (b) Tj\n", 10_000)
	form := pageSample("/X Do")
	form.objects[1] = strings.Replace(form.objects[1], "/Font", "/XObject << /X 6 0 R >> /Font", 1)
	form.add(streamObject("/Subtype /Form", strings.Repeat("/X Do ", 1000)))
	for _, s := range []*sample{deep, pageSample(crowd), form} {
		read(s.bytes())
	}
}
