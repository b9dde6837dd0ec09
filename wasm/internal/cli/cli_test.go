package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// runCommand runs a command line and gives its exit code and what it printed.
func runCommand(t *testing.T, args ...string) (code int, out, complaints string) {
	t.Helper()
	if runtime.GOOS == "js" {
		t.Skip("the command line is for native use")
	}
	var o, e bytes.Buffer
	code = Main(context.Background(), Streams{Out: &o, Err: &e}, args)
	return code, o.String(), e.String()
}

// lines decodes JSON lines.
func lines(t *testing.T, out string) []map[string]any {
	t.Helper()
	var all []map[string]any
	for line := range strings.Lines(out) {
		var m map[string]any
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatalf("line %q: %v", line, err)
		}
		all = append(all, m)
	}
	return all
}

const lead = "The ferry Margaret May lost power off Tern Point on Monday night and drifted for two hours before a tug from Port Elma took her in tow, the harbour office said."

// folder writes a small collection: a story, its shortened copy in another
// spelling, one article of its own, and two files that hold none.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	rest := "None of the 214 passengers was hurt. Captain Ines Rowe said a cooling pump had failed and that the crew had behaved with honour and in good humour throughout."
	for name, text := range map[string]string{
		"ledger/tow.txt":    "Ferry towed to port after losing power\n\n" + lead + "\n\n" + rest + "\n\nThe company will look at the pumps of her two sister ships before the weekend sailings begin, it said in a statement on Tuesday.\n",
		"gazette/ferry.txt": " date 2026-03-10 " + lead + "\n\n" + strings.NewReplacer("honour", "honor", "humour", "humor").Replace(rest) + "\n",
		"gazette/bees.md":   "# Bees move into the town clock\n\nA swarm of some twenty thousand bees has taken up lodgings behind the western face of the town clock, and the keeper is in no hurry to see them go.\n",
		"empty.txt":         "",
		"noise.bin":         "\x00\x01\x02\xff\x00",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestIngest(t *testing.T) {
	code, out, _ := runCommand(t, "ingest", folder(t))
	if code != 0 {
		t.Fatalf("exit %d", code)
	}
	byName := map[string]map[string]any{}
	for _, line := range lines(t, out) {
		byName[line["source"].(string)] = line
	}
	if len(byName) != 5 {
		t.Fatalf("%d lines, want 5:\n%s", len(byName), out)
	}
	for name, want := range map[string]string{"empty.txt": "empty", "noise.bin": "binary"} {
		if got := byName[name]["skipped"]; got != want {
			t.Errorf("%s: skipped %v, want %s", name, got, want)
		}
	}
	tow, ferry := byName["ledger/tow.txt"], byName["gazette/ferry.txt"]
	if tow["title"] != "Ferry towed to port after losing power" || ferry["title"] != "" || ferry["date"] != "2026-03-10" {
		t.Errorf("titles %q and %q, date %q", tow["title"], ferry["title"], ferry["date"])
	}
	for _, field := range strings.Fields(`id source record format encoding lang title subtitle date modified byline contributors agency
		dateline publisher url text body paragraphs furniture evidence warnings`) {
		if _, ok := tow[field]; !ok {
			t.Errorf("a document has no %q", field)
		}
	}
	text, body := ferry["text"].(string), ferry["body"].(string)
	first := ferry["paragraphs"].([]any)[1].(map[string]any)
	if got := text[int(first["start"].(float64)):int(first["end"].(float64))]; got != lead || first["role"] != "body" || !strings.HasPrefix(body, lead+"\n") {
		t.Errorf("second paragraph %q is %v", got, first["role"])
	}
}

func TestReadingFlags(t *testing.T) {
	dir := folder(t)
	corrections := filepath.Join(t.TempDir(), "corrections.jsonl")
	line := `{"source":"ledger/tow.txt","record":"","field":"date","values":["2026-03-11"]}` + "\n" +
		`{"source":"ledger/tow.txt","field":"byline","values":["Ann Writer","Bo Reader"]}` + "\n"
	if err := os.WriteFile(corrections, []byte(line), 0o644); err != nil {
		t.Fatal(err)
	}
	code, out, complaints := runCommand(t, "ingest", "--corrections", corrections, "--max-file", "300", "--encoding", "koi8-r", dir)
	if code != 0 {
		t.Fatalf("exit %d: %s", code, complaints)
	}
	byID := map[string]map[string]any{}
	for _, m := range lines(t, out) {
		if id, ok := m["id"].(string); ok {
			byID[id] = m
		} else {
			byID[m["source"].(string)] = m
		}
	}
	if long := byID["ledger/tow.txt"]; long["skipped"] != "too large" {
		t.Errorf("over --max-file: %v", long)
	}
	if bees := byID["gazette/bees.md"]; bees["encoding"] != "koi8-r" {
		t.Errorf("--encoding: %v", bees)
	}
	code, out, _ = runCommand(t, "ingest", "--corrections", corrections, dir)
	for _, m := range lines(t, out) {
		if m["id"] == "ledger/tow.txt" && (m["date"] != "2026-03-11" || len(m["byline"].([]any)) != 2) {
			t.Errorf("corrected to %v, %v", m["date"], m["byline"])
		}
	}
	if code != 0 {
		t.Errorf("exit %d", code)
	}
	if code, _, complaints := runCommand(t, "ingest", "--corrections", filepath.Join(dir, "none"), dir); code != 1 || !strings.Contains(complaints, "corrections") {
		t.Errorf("no such file of corrections: exit %d, %s", code, complaints)
	}
}

func TestDedup(t *testing.T) {
	code, out, _ := runCommand(t, "dedup", folder(t))
	if code != 0 {
		t.Fatalf("exit %d", code)
	}
	kinds := map[string]map[string]any{}
	for _, line := range lines(t, out) {
		kinds[line["kind"].(string)] = line
	}
	pair, copies := kinds["pair"], kinds["copies"]
	if pair == nil || copies == nil || kinds["story"] == nil {
		t.Fatalf("a kind of line is missing:\n%s", out)
	}
	if pair["a"] != "ledger/tow.txt" || pair["b"] != "gazette/ferry.txt" || pair["b_in_a"] != 1.0 {
		t.Errorf("pair %v", pair)
	}
	if n := len(copies["members"].([]any)); copies["representative"] != "ledger/tow.txt" || n != 2 {
		t.Errorf("copies %v", copies)
	}
}

// TestGroupingFlags holds that decisions, rules and thresholds do what they say.
func TestGroupingFlags(t *testing.T) {
	decisions := filepath.Join(t.TempDir(), "decisions.jsonl")
	write := func(line string) {
		if err := os.WriteFile(decisions, []byte(line+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	dir := folder(t)
	for _, c := range []struct {
		name     string
		decision string
		args     []string
		first    string // of the group of copies; "" for no group
	}{
		{"as it is", "", nil, "ledger/tow.txt"},
		{"split", `{"verdict":"not copies","a":"gazette/ferry.txt","b":"ledger/tow.txt"}`, nil, ""},
		{"joined", `{"verdict":"copies","a":"gazette/bees.md","b":"gazette/ferry.txt"}`, nil, "ledger/tow.txt"},
		{"chosen", `{"verdict":"first","a":"gazette/ferry.txt"}`, nil, "gazette/ferry.txt"},
		{"earliest", "", []string{"--keep", "earliest"}, "gazette/ferry.txt"},
		{"a run too long", "", []string{"--run", "500", "--jaccard", "1"}, ""},
	} {
		write(c.decision)
		code, out, complaints := runCommand(t, append([]string{"dedup", "--decisions", decisions, dir}, c.args...)...)
		first := ""
		for _, line := range lines(t, out) {
			if line["kind"] == "copies" {
				first = line["representative"].(string)
			}
		}
		if code != 0 || first != c.first {
			t.Errorf("%s: exit %d, %q is first, want %q %s", c.name, code, first, c.first, complaints)
		}
	}
	write(`{"verdict":"perhaps","a":"x"}`)
	if code, _, complaints := runCommand(t, "dedup", "--decisions", decisions, dir); code != 1 || !strings.Contains(complaints, "line 1") {
		t.Errorf("an unknown verdict: exit %d, %s", code, complaints)
	}
}

func TestSearch(t *testing.T) {
	dir := folder(t)
	queries := filepath.Join(t.TempDir(), "queries.tsv")
	if err := os.WriteFile(queries, []byte("17\tbees\n18\tcooling pump\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, out, _ := runCommand(t, "search", dir, "-q", "honour", "-q", "nothing here")
	hits := lines(t, out)
	if code != 0 || len(hits) != 2 {
		t.Fatalf("exit %d, want both spellings:\n%s", code, out)
	}
	if snippet := hits[0]["snippet"].(string); !strings.Contains(snippet, "hono") || len(hits[0]["matches"].([]any)) == 0 {
		t.Errorf("snippet %q, matches %v", snippet, hits[0]["matches"])
	}
	if _, out, _ = runCommand(t, "search", dir, "-q", "honour", "-fold"); len(lines(t, out)) != 1 {
		t.Errorf("folded, copies are one hit:\n%s", out)
	}
	_, out, _ = runCommand(t, "search", "--queries", queries, "--trec", "mine", dir)
	if want := "17 Q0 gazette/bees.md 1 "; !strings.HasPrefix(out, want) || strings.Count(out, "\n") != 3 {
		t.Errorf("run:\n%swant first %q", out, want)
	}
}

func TestSearchSaysWhatItDid(t *testing.T) {
	dir := folder(t)
	for query, want := range map[string]string{
		"captian":        `"captian": for captian also captain`,
		"tow":            `"tow": for tow also towed`,
		"café tilte:tow": `character 6: there is no field “tilte:”; did you mean`,
	} {
		for _, way := range []string{"-fold", "-count"} {
			if _, _, complaints := runCommand(t, "search", dir, way, "-q", query); !strings.Contains(complaints, want) {
				t.Errorf("%s %q: it does not say %q:\n%s", way, query, want, complaints)
			}
		}
	}
}

func TestWords(t *testing.T) {
	if code, out, _ := runCommand(t); code != 0 || !strings.Contains(out, "dedup") {
		t.Errorf("no words: exit %d, %q", code, out)
	}
	if code, _, complaints := runCommand(t, "frobnicate"); code != 2 || !strings.Contains(complaints, "frobnicate") {
		t.Errorf("unknown command: exit %d, %q", code, complaints)
	}
	if code, _, complaints := runCommand(t, "search", t.TempDir()); code != 2 || !strings.Contains(complaints, "Usage") {
		t.Errorf("no query: exit %d, %q", code, complaints)
	}
	if code, _, complaints := runCommand(t, "ingest", "/no/such/path"); code != 1 || complaints == "" {
		t.Errorf("no such path: exit %d, %q", code, complaints)
	}
	if code, _, complaints := runCommand(t, "ingest", "--help"); code != 0 || !strings.Contains(complaints, "ingest PATH") {
		t.Errorf("help: exit %d, %q", code, complaints)
	}
}
