package book

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestExplanations wants one explanation for every code, in the order of the
// codes, and none without a code.
func TestExplanations(t *testing.T) {
	var want []Code
	file, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); !ok || typ.Name != "Code" {
			return true
		}
		code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, Code(code))
		return true
	})
	if got := Codes(); len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("explained: %v\ncodes:     %v", got, want)
	}
	for _, code := range want {
		text, ok := Explain(code)
		if lines := strings.Count(text, "\n") + 1; !ok || lines < 3 || lines > 30 {
			t.Errorf("%s has %d lines of explanation", code, lines)
		}
	}
	if _, ok := Explain("no-such-code"); ok {
		t.Error("a code that does not exist is explained")
	}
}
