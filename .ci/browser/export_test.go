package browser

import (
	"fmt"
	"strings"
	"testing"
)

// handing takes the files that the page hands out: by a download, or into a file
// that the person chose.
const handing = `
	window.handed = null;
	window.hand = async (blob, how) => {
		const bytes = new Uint8Array(await blob.arrayBuffer());
		let head = '';
		for (const b of bytes.subarray(0, 3000)) head += String.fromCharCode(b);
		window.handed = {how, size: bytes.length, head, end: String.fromCharCode(...bytes.subarray(-22, -18))};
	};
	const make = URL.createObjectURL;
	URL.createObjectURL = blob => {
		if (blob.type && document.querySelector('#export')) hand(blob, 'download');
		return make.call(URL, blob);
	};
	const picker = async () => ({createWritable: async () => {
		const parts = [];
		return {write: async b => { parts.push(new Blob([b])) }, close: () => hand(new Blob(parts), 'file'), abort: async () => {}};
	}});
	window.showSaveFilePicker = undefined;
	window.choose = on => { window.showSaveFilePicker = on ? picker : undefined };
	window.pick = (id, value) => {
		const e = document.querySelector(id);
		e.value = value;
		e.dispatchEvent(new Event('change', {bubbles: true}));
	};
`

// TestExport takes the sample collection out in every form, as a download and as a
// file that is written as it comes.
func TestExport(t *testing.T) {
	b := newChromium(t)
	b.Size(1280, 900)
	b.Before(handing)
	h := newHost(t, "/")
	b.Go(h.URL())
	b.Opened()
	b.bringSample()
	b.Wait("!!document.querySelector('#export-open')")
	b.press("#export-open")
	b.Wait("document.querySelector('#export').open")
	for _, form := range []struct {
		value, name, head string
	}{
		{"1", "csv", "\u00ef\u00bb\u00bfid,source,"}, {"0", "jsonl", `{"id":"`}, {"2", "zip", "PK\x03\x04"}, {"3", "zip", "PK\x03\x04"},
		{"6", "html", "<!doctype html>"}, {"4", "csv", "\u00ef\u00bb\u00bfgroup,"}, {"5", "csv", "\u00ef\u00bb\u00bfa,b,"},
	} {
		eval[string](b, fmt.Sprintf("pick('#export-form', '%s'); ''", form.value))
		b.Wait("/^[0-9]/.test(document.querySelector('#export-size').innerText) && !document.querySelector('#export-begin').disabled")
		sizes := map[string]int{}
		for _, how := range []string{"download", "file"} {
			eval[string](b, fmt.Sprintf("handed = null; choose(%t); ''", how == "file"))
			b.press("#export-begin")
			b.Wait("!!handed")
			if got := eval[string](b, "handed.how"); got != how {
				t.Errorf("form %s: by %s, want %s", form.value, got, how)
			}
			if head := eval[string](b, "handed.head"); !strings.HasPrefix(head, form.head) {
				t.Errorf("form %s begins %.20q", form.value, head)
			}
			if end := eval[string](b, "handed.end"); form.name == "zip" && end != "PK\x05\x06" {
				t.Errorf("the zip ends %q", end)
			}
			b.Wait(fmt.Sprintf("document.querySelector('#export-done').innerText.includes('.%s')", form.name))
			sizes[how] = eval[int](b, "handed.size")
		}
		if sizes["download"] != sizes["file"] || sizes["file"] < 200 {
			t.Errorf("form %s: %v bytes", form.value, sizes)
		}
	}
	b.Shot("export")
	if out := b.Outside(); len(out) > 0 {
		t.Errorf("requests: %v", out)
	}
}
