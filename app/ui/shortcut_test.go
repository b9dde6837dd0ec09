package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEveryKeyIsListed looks for the keys that views answer in their sources: each
// must stand in the table that the list of keys is made of.
func TestEveryKeyIsListed(t *testing.T) {
	listed := map[string]bool{} // by key
	for i := range shortcuts {
		if s := &shortcuts[i]; s.run == nil && !s.own {
			for _, key := range strings.Fields(s.keys) {
				listed[key] = true
			}
		}
	}
	answered := handledKeys(t)
	for key := range listed {
		if !slices.Contains(answered, key) {
			t.Errorf("the list of keys promises %q, which no view answers", key)
		}
	}
	for _, key := range answered {
		if !listed[key] {
			t.Errorf("a view answers %q, which the table does not list: the page will not tell it of that key", key)
		}
	}
}

// handledKeys are the letters that stand in what is handed to Handle for
// keyAction, and in the functions named there.
func handledKeys(t *testing.T) []string {
	t.Helper()
	packages, err := parser.ParseDir(token.NewFileSet(), ".", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	functions := map[string]ast.Node{}
	var handlers []ast.Node
	for name, file := range packages["ui"].Files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				functions[n.Name.Name] = n.Body
			case *ast.CallExpr:
				if len(n.Args) == 2 && isNamed(n.Args[0], "keyAction") && !isNamed(n.Fun, "NewActionWithValue") {
					handlers = append(handlers, n.Args[1])
				}
			}
			return true
		})
	}
	var keys []string
	for _, h := range handlers {
		keys = append(keys, lettersIn(h)...)
		ast.Inspect(h, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && functions[id.Name] != nil {
				keys = append(keys, lettersIn(functions[id.Name])...)
			}
			return true
		})
	}
	return keys
}

// isNamed reports whether e is a name, or the last of several with dots.
func isNamed(e ast.Expr, name string) bool {
	if s, ok := e.(*ast.SelectorExpr); ok {
		return s.Sel.Name == name
	}
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// lettersIn are the strings of one letter below a node.
func lettersIn(n ast.Node) []string {
	var keys []string
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if key, err := strconv.Unquote(lit.Value); err == nil && len(key) == 1 {
				keys = append(keys, key)
			}
		}
		return true
	})
	return keys
}

func TestKeysAreTold(t *testing.T) {
	for _, c := range []struct {
		press press
		in    view
		does  string
	}{
		{press{key: "f"}, viewReading, "show or fold page furniture"},
		{press{key: "f"}, viewStories, ""},
		{press{key: "f", typing: true}, viewReading, ""},
		{press{key: "f", alt: true}, viewReading, ""},
		{press{key: "n"}, viewReading, "next result"},
		{press{key: "n"}, viewVersions, "next difference"},
		{press{key: "["}, viewBeside, "previous difference"},
		{press{key: "b"}, viewStory, "back to the list, also from a story"},
		{press{key: "z"}, viewReading, ""},
		{press{key: "z", command: true}, viewReading, "undo what you changed last"},
		{press{key: "z", command: true, typing: true}, viewReading, ""}, // a text field undoes what was typed
		{press{key: "Z", command: true}, viewStories, "do it again"},
		{press{key: "k", command: true, typing: true}, viewStories, "go to a text, file or command"},
		{press{key: "k"}, viewStories, "previous"},
		{press{key: "?"}, viewAbout, "this list"},
		{press{key: "Escape"}, viewAbout, ""}, // the dialog's own
		{press{key: " "}, viewAbout, ""},
	} {
		got := ""
		if s := c.press.shortcut(c.in); s != nil {
			got = s.does
		}
		if got != c.does {
			t.Errorf("%+v in view %d does %q, want %q", c.press, c.in, got, c.does)
		}
	}
}

func TestHelpListsEveryKey(t *testing.T) {
	text := shown(&help{})
	for i := range shortcuts {
		s := &shortcuts[i]
		if wantText(t, text, s.part, s.does); len(s.names()) == 0 || s.does == "" {
			t.Errorf("%q has no name or does nothing", s.keys)
		}
		// Two for one key in one view: the second would never be answered.
		for k := range shortcuts[:i] {
			other := &shortcuts[k]
			for _, key := range strings.Fields(s.keys) {
				for v := range viewPaths {
					p := press{key: key, command: s.command}
					if s.isFor(p, v) && other.isFor(p, v) && !slices.Equal(s.in, other.in) {
						t.Errorf("%q does %q and %q in view %d", key, s.does, other.does, v)
					}
				}
			}
		}
	}
}
