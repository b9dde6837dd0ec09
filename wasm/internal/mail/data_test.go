package mail

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clippings/wasm/internal/record"
)

// TestData counts the strings that the labelled set asserts of its messages, in
// the records and the attachments of text together.
func TestData(t *testing.T) {
	root := os.Getenv("CLIPPINGS_DATA")
	if root == "" {
		t.Skip("needs the labelled sets: CLIPPINGS_DATA names their folder")
	}
	list, err := os.ReadFile(filepath.Join(root, "formats_tika", "expectations.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	asserted, found := 0, 0
	for line := range bytes.Lines(list) {
		var want struct {
			File string
			Must []string `json:"must_contain"`
			Not  []string `json:"must_not_contain"`
		}
		if err := json.Unmarshal(line, &want); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(root, "formats_tika", want.File))
		if err != nil || !isOurs(want.File) {
			continue
		}
		got := everything(t, data)
		for _, s := range want.Must {
			asserted++
			if strings.Contains(got, s) {
				found++
			} else {
				t.Errorf("%s lacks %q", want.File, s)
			}
		}
		for _, s := range want.Not {
			if strings.Contains(got, s) {
				t.Errorf("%s has %q", want.File, s)
			}
		}
	}
	t.Logf("%d of %d strings found", found, asserted)
	files, _ := filepath.Glob(filepath.Join(root, "formats_tika", "orig", "*"))
	for _, name := range files {
		data, _ := os.ReadFile(name)
		head := data[:min(len(data), 4096)]
		is := IsMbox(head) || IsMessage(head) || IsMHTML(head)
		if is != isOurs(name) {
			t.Logf("%s: mbox %v, message %v, MHTML %v", filepath.Base(name), IsMbox(head), IsMessage(head), IsMHTML(head))
		}
		if is {
			t.Logf("%s: %.3000s", filepath.Base(name), everything(t, data))
		}
	}
}

func isOurs(name string) bool {
	switch filepath.Ext(name) {
	case ".eml", ".emlx", ".mbox", ".mhtml", ".mht":
		return true
	}
	return false
}

// everything is all that comes out of a file, as text to look at.
func everything(t *testing.T, data []byte) string {
	var b strings.Builder
	o := Options{Decode: decodeTest}
	emit := func(r record.Record) error { b.WriteString(show(r)); return nil }
	o.Attachment = func(name, kind string, data []byte) error {
		b.WriteString("attachment " + name + " " + kind + "\n")
		if strings.HasPrefix(kind, "text/") {
			b.Write(data)
		} else if kind == "message/rfc822" {
			return ReadMessage(data, o, emit)
		}
		return nil
	}
	head := data[:min(len(data), 4096)]
	if IsMHTML(head) {
		if err := ReadMHTML(data, o, emit); err != nil {
			t.Error(err)
		}
		return b.String()
	}
	if !IsMbox(head) {
		if err := ReadMessage(data, o, emit); err != nil {
			t.Error(err)
		}
		return b.String()
	}
	m := NewMbox(bytes.NewReader(data), o)
	for {
		e, err := m.Next()
		if err == io.EOF {
			return b.String()
		}
		if err == nil {
			err = ReadMessage(e.Data, o, emit)
		}
		if err != nil {
			t.Error(err)
		}
	}
}
