package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// policy says which packages of the module may import which, after the example of
// go/build/deps_test.go: those right of < may import those left of it. Nothing
// passes through: a package imports only what a line allows it.
const policy = `
	NONE                                      < output/shelf, book, fonts, layout/linebreak, layout/hyphen, output/validators
	NONE                                      < fonts/bidi
	fonts/bidi                                < fonts
	NONE                                      < book/names, book/collation, book/terms
	fonts                                     < book/picture/svg
	book, fonts, book/picture/svg             < book/picture
	book                                      < book/wiki, book/assembly, book/typography, book/account
	book, book/names, book/collation          < book/citation, book/index
	book                                      < book/citation/line, book/citation/citationtest
	book, book/names, book/citation/line      < book/citation/entry
	book, book/citation/line, book/citation/entry < book/citation/style
	book, book/citation/line, book/citation/entry, book/citation/style < book/citation/notes
	book                                      < book/citation/address
	book, book/citation/address               < book/outside
	book/citation/line, book/citation/entry, book/citation/style < book/citation
	book, book/terms, fonts, fonts/bidi, layout/linebreak, layout/hyphen < layout
	book                                      < output/references
	book, book/terms                          < output/epub
	book, fonts                               < output/cover
	layout                                    < layout/imposition
	book, book/picture, fonts, layout, layout/imposition < output/pdf
	book, fonts, fonts/bidi, layout, layout/imposition, output/cover < output/wrap
`

// owners says which packages alone may import a library.
var owners = map[string]string{
	"github.com/yuin/goldmark":        "book/wiki",
	"github.com/go-text/typesetting":  "fonts",
	"github.com/jung-kurt/gofpdf":     "output/pdf",
	"github.com/go-shiori/go-epub":    "output/epub",
	"github.com/gofrs/uuid":           "book",
	"github.com/agnivade/levenshtein": "book",
	"rsc.io/qr":                       "layout, cmd/publish",
	"github.com/spf13":                "cmd/publish",
	"github.com/schollz/progressbar":  "cmd/publish",
	"github.com/rogpeppe/go-internal": "cmd/publish",
	"golang.org/x/term":               "cmd/publish",
	"golang.org/x/image/webp":         "book/picture",
	"math/rand":                       "",
	"crypto/rand":                     "",
}

// TestImports holds every package to the policy, and all but the program to no
// clock and no randomness.
func TestImports(t *testing.T) {
	allowed := readPolicy(t)
	seen := map[string]bool{}
	for dir, files := range packagesOf(t) {
		seen[dir] = true
		for name, file := range files {
			for _, spec := range file.Imports {
				path, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					t.Fatal(err)
				}
				checkImport(t, allowed, dir, name, path)
			}
			checkClock(t, dir, name, file)
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %d packages were found", len(seen))
	}
}

func readPolicy(t *testing.T) map[string][]string {
	allowed := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(policy)) {
		left, right, ok := strings.Cut(line, "<")
		if !ok {
			t.Fatalf("policy: %q", line)
		}
		for _, to := range listed(right) {
			allowed[to] = append(allowed[to], listed(left)...)
		}
	}
	return allowed
}

func listed(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' })
}

func checkImport(t *testing.T, allowed map[string][]string, dir, file, path string) {
	for library, owner := range owners {
		if (path == library || strings.HasPrefix(path, library+"/")) && !slices.Contains(listed(owner), dir) {
			t.Errorf("%s imports %s, which belongs to %q", file, path, owner)
		}
	}
	ours, ok := strings.CutPrefix(path, "publish/")
	if !ok || strings.HasPrefix(dir, "cmd/") {
		return
	}
	may, known := allowed[dir]
	if !known {
		t.Errorf("the package %s is not in the policy", dir)
	} else if !slices.Contains(may, ours) {
		t.Errorf("%s may not import %s", file, path)
	}
}

// checkClock reports uses of the clock outside the program.
func checkClock(t *testing.T, dir, name string, file *ast.File) {
	if strings.HasPrefix(dir, "cmd/") {
		return
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && (s.Sel.Name == "Now" || s.Sel.Name == "Since") {
				t.Errorf("%s uses time.%s: time comes in as an option", name, s.Sel.Name)
			}
		}
		return true
	})
}

// packagesOf parses the files of every package of the module, tests apart.
func packagesOf(t *testing.T) map[string]map[string]*ast.File {
	const root = "../.."
	packages := map[string]map[string]*ast.File{}
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && path != root && (strings.HasPrefix(name, ".") || name == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		dir, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		dir = filepath.ToSlash(dir)
		if packages[dir] == nil {
			packages[dir] = map[string]*ast.File{}
		}
		packages[dir][path] = file
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range slices.Sorted(maps.Keys(packages)) {
		if dir == "." {
			t.Error("the top level of the module holds Go files")
		}
	}
	return packages
}
